/** Portuguese. */
export const portuguese = `
stop: o, a, os, as, de, do, da, dos, das, um, uma, e, é, são, em, no, na, nos, nas, para, com, por, seu, sua, que, não, se, você, ao, à, nosso, nossa, ou, depois, deve
key: chave de api, chaves de api, chave da api, chave api, chave, chaves, chave secreta, chave de acesso, credenciais, token pessoal, token de api, tokens de api, senha de aplicativo, chaves de acesso, api key*, apikey*, chave de integração, chaves de integração, consumer key, credencial, credenciais de acesso, chave pública e privada
token: token de acesso, tokens de acesso, token, tokens
client: clientid, client id, identificador
otherkey: chave privada, chave pública, chave do pedido, token de sessão, localmente
make: gere, gerar, gera, cri*, registr*, cadastre, adicion*
find: copi*, encontr*, aparec*, veja, ver, consult*, exibid*, visualiz*, disponível, copie, exibida, encontre, visualizar, localize
get: obt*, consig*, receb*
have: obt*, consig*, receb*
click: cliqu*, acess*, abra, faça login, entre, selecion*, vá, escolha, naveg*, clique, acesse, navegue, selecione, faça o login, entre em, vá em, abra o, acessar
place: painel, configurações, portal*, conta, perfil, console, menu, página, dashboard, integrações, área do cliente, portal do desenvolvedor, portal developers, área administrativa, minha conta, seção, aba, menu lateral, tela de, plataforma, interface administrativa, minhas aplicações, área do desenvolvedor, painel de controle
atonce: na hora, imediat*, automátic*, instant*, você mesmo, a qualquer momento, autoatendimento
app: aplicativo*, aplicação, aplicações, app
signup: cadastre se, crie uma conta, crie sua conta, criar uma conta, conta de desenvolvedor, cadastro, cadastre, faça seu cadastro, criar conta, crie a sua conta, realize o cadastro
ask: solicit*, formulário, pedir, peça, mediante solicitação, solicite, solicitar, solicitação, preencha, formulário de, requerimento, envie a solicitação
contact: fale com, entre em contato, contat*, contacte, envie um e mail, contate, entre em contacto, fale conosco, escreva para, abra um chamado, contatar
approve: aprova*, análise, analis*, revis*, valid*, homologar, homologada, certific*, contrato, autoriza*, credenciamento, liberação, liberad*, assinatura do contrato, aprovação, aguarde a aprovação, credenciad*, habilitad*, avaliação, avaliar, acordo, convênio, contratação, aprovad*, liberadas, liberados, depende da homologação, homologação da integração
wait: lista de espera, dias úteis
vendor: nosso time, nossa equipe, nosso, nossa, comercial, vendas, suporte, time comercial, equipe, gerente, o banco, do banco, nossa área, equipe de, seu gerente, gerente de conta, nossos, time de, time de integração
give: fornec*, envia*, enviar*, disponibiliz*, liber*, emit*, entreg*, habilit*, ativ*, liberadas, liberados, será enviad*, serão enviad*, forneceremos, enviaremos, fornecid*, disponibilizad*
limitedto: apenas para, somente para, exclusiv*, restrit*
partner: parceiros, clientes corporativos
door: api, acesso, produção, sandbox, a api, ambiente de produção, em produção, usar em produção, acesso à api, uso da api
user: usuário*, cliente, clientes
life: expir*, válid*, validade, vence*, vale, dura, tempo de vida, duração, vigência, tempo limite, limite de, expiração
never: não expira*, não vence*, nunca expira*, sem expiração, sem validade, sem data de*, não tem validade, não possui validade, não possuem validade, prazo indeterminado, sem prazo, não tem prazo, validade indeterminada, permanente*, não expirar, por tempo indeterminado
again: novo, nova, outro, novamente, mesma forma, mesma maneira, de novo, gerado novamente, outra, outros, um novo, solicitar novo
renew: renov*, atualiz*, gerado novamente, gerar novamente, gerar um novo, gerar outro
program: programa, biblioteca
relogin: fazer login novamente, autorizar novamente, manualmente, novo consentimento, reautorizar, login novamente, autenticar novamente, nova autorização, reconectar, conceder novamente
revoke: revog*, exclu*, desativ*, invalidar, invalide, cancel*, revogar, excluir, excluídas, invalid*, remover, regerar, desativar, inativar
permission: permissões, permissão, direitos, privilégios, escopo, escopos, acessos, permissão de acesso, perfil de acesso
restrict: limit*, restring*, escolh*, selecion*, defin*, atribu*
limitverb: limit*, restring*, escolh*, selecion*, defin*, atribu*
resource: recursos, determinados, certos, projetos
role: papel, papéis, perfis
readonly: somente leitura, apenas leitura, leitura e escrita, leitura ou escrita, de leitura
full: acesso total, acesso completo
send: ir, envi*, inclu*, us*, utiliz*, precedid*, autentic*, pass*, enviado
header: cabeçalho*, header
trade: troc*, troque
code: código de autorização, código
maybe-password: senha
no: sem, nenhum*, nem, não há
neg: não, nunca
support: suport*, ofere*, aceit*, necessári*, disponív*, permit*, requer*, exig*, precis*
denied: não é suportad*, não suporta*, não oferece*, não é necess*, não aceita*, não está disponível, não é mais, não são mais, descontinuad*, obsolet*, não está mais, não suportamos, não há suporte, deixou de
notapi: fatura*, férias, modelo*, pagamento*, pedido*, dados pessoais, dígitos
test: homologação, sandbox, testes, ambiente de homologação, ambiente de teste, credenciais de teste
noapi: não oferecemos api, não temos api
u:1: segundo*
u:60: minuto*
u:3600: hora, horas
u:86400: dia, dias
u:604800: semana*
u:2592000: mês, meses
u:31536000: ano, anos
n:1: um, uma
n:2: dois, duas
n:3: três
auto: automaticamente, imediatamente
loginpair: usuário e senha, e mail e senha
refresh: token de atualização, refresh token*
flow: fluxo, fluxos, concessão, autenticação, autorização, tipo de concessão
grantword: fluxo, fluxos, grant, tipo de concessão, concessão
g:implicit: fluxo implícito, concessão implícita
basic: autenticação básica, basic auth*, http basic
enddate: data de expiração, prazo de validade, data de validade, tempo de expiração, validade, tempo de validade
ends: expira, expiram, expirar, expirado, expirou, vence, vencem, tempo de expiração, expiração
short: curta duração, tempo limitado, validade limitada, temporári*
personact: usuário deve, usuário precisa, usuário deverá, usuário precisará, cliente deve, cliente precisa
`;

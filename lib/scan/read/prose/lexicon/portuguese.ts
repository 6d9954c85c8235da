/** Portuguese. */
export const portuguese = `
stop: o, a, os, as, de, do, da, dos, das, um, uma, e, é, são, em, no, na, nos, nas, para, com, por, seu, sua, que, não, se, você, ao, à, nosso, nossa, ou, depois, deve, este, esta, esse, essa, cada, ser, pelo, pela, pelos, pelas, até, após, mais, já, te, lhe, foi, será, serão, também, quando, sobre, num, numa
key: chave de api, chaves de api, chave da api, chave api, chave, chaves, chave secreta, chave de acesso, credenciais, token pessoal, token de api, tokens de api, senha de aplicativo, chaves de acesso, api key*, apikey*, chave de integração, chaves de integração, consumer key, credencial, credenciais de acesso, chaves de produção, chave de produção, chave de autenticação, chave e segredo, token de integração, api token, credenciais de api, credenciais de produção
token: token de acesso, tokens de acesso, token, tokens, jwt, access token, access_token, token jwt
client: clientid, client id, identificador, client_id, client_secret, clientid e clientsecret, id do cliente, segredo do cliente, id e segredo, credenciais do parceiro
otherkey: chave privada, chave pública, chave do pedido, token de sessão, localmente, segredo do webhook, chave de assinatura, chave de criptografia, chave ssh, chave pix, chaves pix, chave de licença, chave da nota, token de paginação, token de busca
make: gere, gerar, gera, cri*, registr*, cadastre, adicion*, gerado, gerada, gerados, geradas, geração, emita, emitir, cadastrar, novo
find: copi*, encontr*, aparec*, veja, ver, consult*, exibid*, visualiz*, disponível, localize, localizar, anote, guarde, está em, fica em, ficam em, mostrad*, obtida em, visível, disponíveis em
get: obt*, consig*, receb*, conseguir, pegue, pegar, adquir*, resgat*
have: obt*, consig*, receb*
click: cliqu*, acess*, abra, faça login, entre, selecion*, vá, escolha, naveg*, faça o login, clicar, clicando, pressione, toque em, ir até, abrir, entrar, efetue login, logar, logue, botão
place: painel, configurações, portal*, conta, perfil, console, menu, página, dashboard, integrações, área do cliente, área administrativa, seção, aba, tela de, plataforma, interface administrativa, minhas aplicações, área do desenvolvedor, área logada, backoffice, back office, minhas apps, ambiente do cliente, administração, sistema, developers
atonce: na hora, imediat*, automátic*, instant*, você mesmo, a qualquer momento, autoatendimento, automaticamente, na mesma hora, gratuitamente, gratuito, grátis, em segundos, em minutos, em poucos minutos, uma única vez, apenas uma vez, somente uma vez, você mesma, sem burocracia, assim que, logo após
app: aplicativo*, aplicação, aplicações, app, apps, integração, integrações
signup: crie uma conta, crie sua conta, criar uma conta, conta de desenvolvedor, cadastro, cadastre, criar conta, cadastrar se, criar sua conta, abrir uma conta, abra uma conta, conta gratuita, registre se, inscreva se, ao se cadastrar
ask: solicit*, formulário, pedir, peça, preencha, requerimento, requisitar acesso, chamado, ticket, preencher, preenchendo, requisição de acesso, pedido de acesso, candidat*
contact: fale com, contat*, contacte, entre em contacto, fale conosco, escreva para, abra um chamado, envie e mail, envie um email, enviar um email, enviar e mail, ligue, procure, procurar, converse com
approve: aprova*, análise, analis*, revis*, valid*, homologar, homologada, certific*, contrato, credenciamento, liberação, liberad*, credenciad*, habilitad*, avaliação, avaliar, acordo, convênio, contratação, depende da homologação, homologação da integração, autorizad*, autorizamos, autorizar o acesso, sujeito a, compliance, due diligence, verificação cadastral, passagem para produção, parceria
wait: lista de espera, dias úteis
vendor: nosso, nossa, comercial, vendas, suporte, equipe, gerente, o banco, do banco, nossos, time de, atendimento, consultor, executivo, administrador, nós
give: fornec*, envia*, disponibiliz*, liber*, emit*, entreg*, habilit*, ativ*, passad*, passaremos, repassad*, geramos, criaremos, conced*, atribuíd*, recebe da, compartilhad*
limitedto: apenas para, somente para, exclusiv*, restrit*
partner: parceiros, clientes corporativos
door: api, acesso, produção, sandbox
user: usuário*, cliente final, clientes finais, seus clientes, titular
life: expir*, válid*, validade, vence*, vale, dura, tempo de vida, duração, vigência, tempo limite, limite de, vigente, vida útil
never: não expira*, não vence*, nunca expira*, sem expiração, sem validade, sem data de*, não tem validade, não possui validade, não possuem validade, prazo indeterminado, sem prazo, não tem prazo, validade indeterminada, permanente*, não expirar, por tempo indeterminado, não expiram, não vencem, nunca expiram, não possui expiração, não possuem expiração, não tem expiração, vitalíci*, sem vencimento, ilimitad*
again: novo, nova, outro, novamente, mesma forma, mesma maneira, outra, outros, repetir, repita, refazer, refaça
renew: renov*, atualiz*, gerado novamente, gerar novamente, gerar um novo, gerar outro, refrescar, estender, prorrog*, precisará ser gerado
program: programa, biblioteca, automaticamente, sua aplicação, seu sistema, seu backend, sdk, cache, script, seu servidor, software
relogin: autorizar novamente, manualmente, novo consentimento, reautorizar, login novamente, autenticar novamente, nova autorização, reconectar, conceder novamente, fazer login novamente, autorizar outra vez, renovar o consentimento, conectar novamente, refazer a autorização
revoke: revog*, exclu*, desativ*, cancel*, invalid*, remover, regerar, inativar, apagar, apague, inativa, inative, regenerar, renovar a chave, rotacion*, rotação, substitu*, bloque*, suspend*, desabilit*, revogação
permission: permissões, permissão, direitos, privilégios, escopo, escopos, acessos, perfil de acesso, nível de acesso, níveis de acesso, privilégio, acesso a recursos, alçada*
restrict: limit*, restring*, escolh*, selecion*, defin*, atribu*, conced*, configur*, especific*, determin*, control*, marque, marcar, vincul*
limitverb: limit*, restring*, escolh*, selecion*, defin*, atribu*, restrit* a, apenas a, somente a, só pode, só podem, pode apenas, podem apenas
resource: recursos, projetos
someof: determinados, certos
wherefrom: domínio*, origem, origens, rede, redes, sub rede*
role: papel, papéis, perfis
readonly: somente leitura, apenas leitura, leitura e escrita, leitura ou escrita, de leitura
full: acesso total, acesso completo, todas as permissões, mesmas permissões, todos os recursos, toda a conta, qualquer operação, todos os endpoints, todas as operações, controle total, todos os privilégios, todos os direitos
send: ir, envi*, inclu*, us*, utiliz*, precedid*, autentic*, pass*, informe, informar, informado, informada, colocar, coloque, adicionar, prefix*, trafeg*
header: cabeçalho*, header, headers
trade: troc*, troque, converter, permut*
code: código de autorização, código
maybe-password: senha
no: sem, nenhum*, nem, não há
neg: não, nunca
support: suport*, ofere*, aceit*, necessári*, disponív*, permit*, requer*, exig*, precis*, utilizamos, utiliza, usamos, disponibilizamos, existe, possível
denied: não é suportad*, não suporta*, não oferece*, não é necess*, não aceita*, não está disponível, não é mais, não são mais, descontinuad*, obsolet*, não está mais, não suportamos, não há suporte, deixou de, não suporta, não é possível, não existe, não existem, não é permitid*, não há, não são suportad*, não é aceit*, não é utilizad*, não é usad*, foi descontinuad*, foi removid*, será descontinuad*, removid*, ignorado, ignorada, ignorados, ignoradas
notapi: fatura*, férias, modelo*, pagamento*, pedido*, dados pessoais, dígitos
test: homologação, sandbox, testes, ambiente de teste, credenciais de teste
noapi: não oferecemos api, não temos api, não disponibilizamos api, não disponibilizamos uma api, não possuímos api, ainda não temos api, não há api, não temos uma api, não oferecemos uma api, não existe api
u:1: segundo*
u:60: minuto*
u:3600: hora, horas
u:86400: dia, dias
u:604800: semana*
u:2592000: mês, meses
u:31536000: ano, anos
n:1: um, uma, cada
n:2: dois, duas
n:3: três
auto: automaticamente, imediatamente
loginpair: usuário e senha
refresh: token de atualização, refresh token*, tokens de atualização
flow: fluxo, fluxos, concessão, autenticação, autorização
grantword: fluxo, fluxos, grant, concessão
g:implicit: fluxo implícito, concessão implícita
basic: autenticação básica, basic auth*, http basic
enddate: data de expiração, tempo de expiração, validade
ends: expira, expiram, expirar, expirado, expirou, vence, vencem, expiração
short: curta duração, tempo limitado, validade limitada, temporári*
personact: usuário deve, usuário precisa, usuário deverá, usuário precisará, cliente deve, cliente precisa
lesson: o que é, o que são, diferença entre, diferenças entre, explicado, glossário, boas práticas, entenda
renewask: solicitar, solicite, pedir, gerar, gere, obter, obtenha, chamar, autenticar, requisitar, buscar, criar, refazer
g:client_credentials: máquina a máquina, servidor a servidor, credenciais do cliente, client credentials, fluxo de credenciais, tipo client credentials, como client_credentials
g:authorization_code: fluxo de código, fluxo de autorização, authorization code
other: link, links, senha, sessão, boleto*, cobrança*, qr code, arquivo*, convite*, certificado*, cupom, oferta*, nota fiscal, fatura*, assinatura digital, webhook, webhooks, cookie*, proposta*
define: é um padrão, é um protocolo, refere se, significa, é uma combinação
apicall: solicitação à api, solicitações à api, solicitação para a api, requisição à api, requisições à api, requisição para a api, a requisição, requisição http, pedido à api, pedidos à api, com a api, pela api, através da api, via api, com esta chamada, chamada à api, chamadas à api
error: erro, erros, 401, 403, 400, inválid*, não autorizado, falha, ausente
until: até, após, depois de, assim que, uma vez que
if: se, quando, caso
only: só, somente, apenas, unicamente, exclusivamente
can: não é possível, não pode, não podem
authcode: código de autorização, códigos de autorização
redirect: redirecion*
inherit: herda, herdam, herdará, mesmas permissões que
n:4: quatro
n:5: cinco
n:6: seis
n:7: sete
n:8: oito
n:10: dez
n:12: doze
n:15: quinze
n:20: vinte
n:24: vinte e quatro
n:30: trinta
n:60: sessenta
n:90: noventa
n:0.5: meia, meio
within: dentro de, no período de
noauth: sem autenticação, não requer autenticação, não exige autenticação, sem chave, sem cadastro, não exigem chave, não exige chave, não é preciso chave, não é necessário cadastro, não precisa de chave, sem necessidade de chave, sem token, não exige cadastro, sem login, sem senha, não precisa se cadastrar, não pedimos senha, não há necessidade de autenticação, não requerem autenticação, nem token, nem chave, não é preciso token
whole: todos os endpoints, a api é, esta api, nossa api, api pública, api aberta, qualquer pessoa, os dados podem, consultas são públicas, são públicas, acesso livre, acesso aberto, os dados são
cookie: cookie de sessão, cookies de sessão
authverb: autentic*, enviar, envie, utiliza, usa, incluir, requer, exige, identific*
fixed: não muda, não mudam, não se altera, permanece a mesma, permanece o mesmo
static: chave estática, chaves estáticas, token estático, chave fixa, token fixo
paste: cole, colar, cole a, cole o
ago: há, atrás, antes
cookieword: cookie, cookies
anon: anônim*, anónim*, acesso livre, consulta livre, livremente, dados abertos
notoken: sem token, sem tokens, não há token, não há tokens, não trabalhamos com token, não usamos token, nem token, nenhum token, não emitimos tokens
bare: sem prefixo, sem a palavra
banner: este site, nosso site
signin: login, sessão, entrar, autentica*
calls: consulta*, requisiç*, chamada*, api, dados, acesso, serviço*, pedido*
nowait: sem espera, sem esperas, sem esperar, sem ter de esperar, sem ter que esperar, não é preciso esperar, não precisa esperar, nada a esperar
wegive: emitimos, entregamos, enviamos, fornecemos, disponibilizamos, geramos
reply: resposta*
`;

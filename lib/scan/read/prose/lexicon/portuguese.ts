/** Portuguese. */
export const portuguese = `
stop: o, a, os, as, de, do, da, dos, das, um, uma, e, é, são, em, no, na, nos, nas, para, com, por, seu, sua, que, não, se, você, ao, à, nosso, nossa, ou, depois, deve, este, esta, esse, essa, cada, ser, pelo, pela, pelos, pelas, até, após, mais, já, te, lhe, foi, será, serão, também, quando, sobre, num, numa
key: chave, chaves, credenciais, token de api, apikey*, credencial
token: token, tokens, jwt, access_token
client: clientid, identificador, client_id, client_secret
otherkey: chave privada, chave pública, chave do pedido, token de sessão, localmente, segredo do webhook, chave de assinatura, chave de criptografia, chave ssh, chave pix, chaves pix, chave de licença, chave da nota
make: gere, gerar, gera, cri*, registr*, cadastre, adicion*, gerado, gerada, gerados, geradas, geração, emita, emitir, cadastrar, novo
find: copi*, encontr*, aparec*, veja, ver, consult*, exibid*, visualiz*, disponível, localize, localizar, anote, guarde, mostrad*, visível
get: obt*, consig*, receb*, conseguir, pegue, pegar, adquir*, resgat*
have: obt*, consig*, receb*
click: cliqu*, acess*, abra, entre, selecion*, vá, escolha, naveg*, clicar, clicando, pressione, abrir, entrar, logar, logue, botão
place: painel, configurações, portal*, conta, perfil, console, menu, página, dashboard, integrações, seção, aba, plataforma, backoffice, administração, sistema, developers
atonce: na hora, imediat*, automátic*, instant*, autoatendimento, automaticamente, gratuitamente, gratuito, grátis, uma única vez
app: aplicativo*, aplicação, aplicações, app, apps, integração, integrações
signup: crie uma conta, cadastro, cadastre
ask: solicit*, formulário, pedir, peça, preencha, requerimento, chamado, ticket, preencher, preenchendo, candidat*
contact: fale com, contat*, contacte, ligue, procure, procurar
approve: aprova*, análise, analis*, revis*, valid*, homologar, homologada, certific*, contrato, credenciamento, liberação, liberad*, credenciad*, habilitad*, avaliação, avaliar, acordo, convênio, contratação, depende da homologação, autorizad*, autorizamos, compliance, parceria
wait: lista de espera, dias úteis
vendor: nosso, nossa, comercial, vendas, suporte, equipe, gerente, nossos, atendimento, consultor, executivo, administrador, nós
give: fornec*, envia*, disponibiliz*, liber*, emit*, entreg*, habilit*, ativ*, passad*, passaremos, repassad*, geramos, criaremos, conced*, atribuíd*, compartilhad*
limitedto: exclusiv*, restrit*
partner: parceiros
door: api, acesso, produção, sandbox
user: usuário*, titular
life: expir*, válid*, validade, vence*, vale, dura, duração, vigência, limite de, vigente
never: não expira*, não vence*, nunca expira*, sem expiração, sem validade, prazo indeterminado, sem prazo, validade indeterminada, permanente*, não expirar, não expiram, não vencem, nunca expiram, vitalíci*, sem vencimento, ilimitad*
again: novo, nova, outro, novamente, outra, outros, repetir, repita, refazer, refaça
renew: renov*, atualiz*, refrescar, estender, prorrog*
program: programa, biblioteca, automaticamente, sdk, cache, script, software
relogin: manualmente, reautorizar, reconectar
revoke: revog*, exclu*, desativ*, cancel*, invalid*, remover, regerar, inativar, apagar, apague, inativa, inative, regenerar, rotacion*, rotação, substitu*, bloque*, suspend*
permission: permissões, permissão, direitos, privilégios, escopo, escopos, acessos, privilégio, alçada*
restrict: limit*, restring*, escolh*, selecion*, defin*, atribu*, conced*, configur*, especific*, determin*, control*, marque, marcar, vincul*
limitverb: limit*, restring*, escolh*, selecion*, defin*, atribu*
resource: recursos, determinados, certos, projetos
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
denied: não suporta*, não oferece*, não aceita*, descontinuad*, obsolet*, não suportamos, deixou de, não suporta, não existe, não existem, não há, foi descontinuad*, foi removid*, será descontinuad*, removid*
notapi: fatura*, férias, modelo*, pagamento*, pedido*, dígitos
test: homologação, sandbox, testes, ambiente de homologação, ambiente de teste, credenciais de teste
noapi: não oferecemos api, não temos api
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
refresh: token de atualização, refresh token*
flow: fluxo, fluxos, concessão, autenticação, autorização
grantword: fluxo, fluxos, grant, concessão
g:implicit: fluxo implícito, concessão implícita
basic: autenticação básica, basic auth*, http basic
enddate: data de expiração, validade
ends: expira, expiram, expirar, expirado, expirou, vence, vencem, expiração
short: temporári*
personact: usuário deve, usuário precisa, usuário deverá, usuário precisará, cliente deve, cliente precisa
lesson: explicado, glossário, entenda
renewask: solicitar, solicite, pedir, gerar, gere, obter, obtenha, chamar, autenticar, requisitar, buscar, criar, refazer
g:client_credentials: máquina a máquina, servidor a servidor, credenciais do cliente, client credentials, fluxo de credenciais, tipo client credentials, como client_credentials
g:authorization_code: fluxo de código, fluxo de autorização, authorization code
other: link, links, senha, sessão, boleto*, cobrança*, arquivo*, convite*, certificado*, cupom, oferta*, fatura*, webhook, webhooks, cookie*, proposta*
define: significa
apicall: solicitação à api, solicitações à api, solicitação para a api, requisição à api, requisições à api, requisição para a api, a requisição, requisição http, pedido à api, pedidos à api, com a api, pela api, através da api, via api, com esta chamada, chamada à api, chamadas à api
error: erro, erros, 401, 403, 400, inválid*, falha, ausente
until: até, após
if: se, quando, caso
only: só, somente, apenas, unicamente, exclusivamente
can: não pode, não podem
authcode: código de autorização, códigos de autorização
redirect: redirecion*
inherit: herda, herdam, herdará
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
noauth: sem autenticação, sem chave
`;

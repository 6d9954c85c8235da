import type { Answer, Incoming, World } from '../../lib/world.ts';
import { aliasOf, html, json, parameter, redirect, xml } from '../../lib/answers.ts';
import { contactForm, robots, sample, table } from '../../lib/pages.ts';
import { expectation, noCredit } from '../../lib/world.ts';

const www = 'https://www.politecnico-serramoura.pt';
const moodle = 'https://moodle.politecnico-serramoura.pt';
const rest = `${moodle}/webservice/rest/server.php`;

const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="pt-PT"><head><meta charset="utf-8"><title>${title} | Politécnico de Serra Moura</title><link rel="stylesheet" href="/wp-content/themes/ipsm/style.css"></head><body><header><a href="/">Politécnico de Serra Moura</a><nav><ul><li><a href="/cursos">Cursos</a></li><li><a href="/candidaturas">Candidaturas</a></li><li><a href="/servicos-informaticos">Serviços Informáticos</a></li><li><a href="/biblioteca">Biblioteca</a></li><li><a href="${moodle}/">Moodle</a></li><li><a href="/contactos">Contactos</a></li></ul></nav></header><main><h1>${title}</h1>${body}</main><footer><a href="/privacidade">Privacidade</a><p>Avenida dos Combatentes, 12, Serra Moura</p></footer></body></html>`,
  );
const moodlePage = (title: string, body: string, status = 200): Answer =>
  html(
    status,
    `<!DOCTYPE html>
<html dir="ltr" lang="pt" xml:lang="pt">
<head><title>${title} | e-Serra</title><link rel="shortcut icon" href="${moodle}/theme/image.php/boost/theme/1761/favicon" /><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><meta name="keywords" content="moodle, ${title}" /><script>var M = {}; M.yui = {}; M.cfg = {"wwwroot":"https:\\/\\/moodle.politecnico-serramoura.pt","sesskey":"k0dPZ3yQxA","sessiontimeout":"7200","themerev":"1761","theme":"boost","language":"pt"};</script></head>
<body id="page-login-index" class="format-site path-login notloggedin"><div id="page-wrapper"><a class="visually-hidden-focusable" href="#maincontent">Ir para o conteúdo principal</a><nav class="navbar"><a class="navbar-brand" href="${moodle}/">e-Serra</a></nav><div id="page" class="container-fluid"><section id="region-main"><div class="login-container">${body}</div></section></div><footer id="page-footer"><div class="logininfo">Não se autenticou.</div><a class="mobilelink" href="https://download.moodle.org/mobile?version=2024042200&amp;lang=pt">Obter a aplicação móvel</a><div>Powered by <a href="https://moodle.com">Moodle</a></div></footer></div></body></html>`,
    {
      'set-cookie': 'MoodleSession=3v0c1q; path=/; secure; HttpOnly; SameSite=None',
      'cache-control': 'no-store, no-cache, must-revalidate',
      expires: 'Mon, 20 Aug 1969 09:23:00 GMT',
      'content-language': 'pt',
    },
  );
const login = moodlePage(
  'Autentique-se no site',
  `<h1 class="visually-hidden">Entrar em e-Serra</h1><form class="login-form" action="${moodle}/login/index.php" method="post" id="login"><input type="hidden" name="logintoken" value="Qm1o"><input type="text" name="username" placeholder="Nome de utilizador" autocomplete="username"><input type="password" name="password" placeholder="Senha"><button type="submit" id="loginbtn">Entrar</button></form><a href="${moodle}/login/forgot_password.php">Perdeu a senha?</a>`,
);
/** `webservice_rest_server::send_error`: XML unless JSON is asked for, always under 200. */
const failed = (r: Incoming, code: string, message: string): Answer =>
  parameter(r, 'moodlewsrestformat') === 'json'
    ? json(200, { exception: 'moodle_exception', errorcode: code, message })
    : xml(
        200,
        `<?xml version="1.0" encoding="UTF-8" ?>\n<EXCEPTION class="moodle_exception">\n<ERRORCODE>${code}</ERRORCODE>\n<MESSAGE>${message}</MESSAGE>\n</EXCEPTION>\n`,
        { 'content-type': 'application/xml; charset=utf-8', 'content-disposition': 'inline; filename="response.xml"' },
      );
/** Only `wstoken` counts; what stands in Authorization is not looked at. */
const server = (r: Incoming): Answer => failed(r, 'invalidtoken', 'Chave inválida - chave não encontrada');

/** A polytechnic whose Moodle takes a key as a parameter and answers 200; the IT office makes the keys and makes them anew. */
export const moodleWorld: World = {
  id: 'moodle',
  kind: 'provider',
  title:
    'Moodle of a polytechnic: key in a parameter, errors under 200, keys for a year after approval; how-to in Portuguese',
  target: www,
  dated: '2026-11',
  sources: [
    'moodle/moodle: webservice/rest/locallib.php, webservice/rest/server.php (parameters, XML and JSON)',
    'moodle/moodle: login/token.php (AJAX errors)',
    'docs.moodle.org: Web services, Security keys (tokens, validity)',
    'answers of public sites quoted in issues: 200 with exception, errorcode, message',
  ],
  hosts: {
    'politecnico-serramoura.pt': aliasOf(www),
    'www.politecnico-serramoura.pt': {
      routes: {
        'GET /robots.txt': robots('User-agent: *\nDisallow: /wp-admin/\n'),
        'GET /': page(
          'Politécnico de Serra Moura',
          '<p>Escolas de tecnologia, saúde e artes.</p><h2>Notícias</h2><ul><li>Candidaturas aos TeSP até 12 de dezembro</li><li>Prémio de robótica para alunos do 2.º ano</li></ul>',
        ),
        'GET /cursos': page('Cursos', '<p>Engenharia Informática, Enfermagem, Design.</p>'),
        'GET /candidaturas': page(
          'Candidaturas',
          '<p>O júri aprecia as candidaturas em dez dias úteis. Os códigos de acesso seguem por correio.</p>',
        ),
        'GET /biblioteca': page('Biblioteca', '<p>Com a chave do cacifo devolve-se também o cartão.</p>'),
        'GET /contactos': page('Contactos', contactForm),
        'GET /privacidade': page('Privacidade', '<p>Cookies de sessão e estatísticas.</p>'),
        'GET /servicos-informaticos': page(
          'Serviços Informáticos',
          '<ul><li><a href="/servicos-informaticos/eduroam">eduroam</a></li><li><a href="/servicos-informaticos/correio">Correio</a></li><li><a href="/servicos-informaticos/moodle-api">Moodle: serviços web (API)</a></li></ul>',
        ),
        'GET /servicos-informaticos/eduroam': page(
          'eduroam',
          '<p>Utilizador e senha do Politécnico. O certificado caduca em 2028.</p>',
        ),
        'GET /servicos-informaticos/correio': page('Correio', '<p>A senha muda-se de seis em seis meses.</p>'),
        'GET /servicos-informaticos/moodle-api': page(
          'Moodle: serviços web (API)',
          `<p>Docentes e projetos podem ligar programas ao <a href="${moodle}/">Moodle</a> através do protocolo REST.</p><h2>Endereço</h2>${sample(`curl "${rest}?wstoken=CHAVE&wsfunction=core_webservice_get_site_info&moodlewsrestformat=json"`)}<p>Os mesmos parâmetros podem seguir por POST. O Moodle não lê o cabeçalho Authorization.</p><h2>Obter uma chave</h2><p>A chave (token) é pedida através do <a href="/servicos-informaticos/moodle-api/pedido">formulário</a>. A equipa do Moodle aprecia cada pedido, autoriza as funções necessárias e envia a chave por correio eletrónico em cerca de cinco dias.</p><h2>Validade</h2><p>A chave é válida por um ano. Depois deixa de funcionar e é preciso fazer um novo pedido; não há renovação automática.</p><h2>Funções</h2><p>Cada chave pertence a um serviço que só contém as funções autorizadas:</p>${table(
            [
              ['Serviço', 'Funções'],
              ['Notas', 'gradereport_user_get_grade_items'],
              ['Inscrições', 'core_enrol_get_enrolled_users, enrol_manual_enrol_users'],
              ['Disciplinas', 'core_course_get_courses, core_course_get_contents'],
            ],
          )}<h2>Erros</h2><p>O Moodle responde sempre 200. Um erro reconhece-se pelo membro <code>exception</code>:</p>${sample('{"exception":"moodle_exception","errorcode":"invalidtoken","message":"Chave inválida - chave não encontrada"}', 'json')}`,
        ),
        'GET /servicos-informaticos/moodle-api/pedido': page(
          'Pedido de chave',
          '<form method="post" action="/servicos-informaticos/moodle-api/pedido"><label>Nome <input name="nome"></label><label>Unidade orgânica <input name="uo"></label><label>Finalidade <textarea name="finalidade"></textarea></label><label>Funções <textarea name="funcoes"></textarea></label><button>Enviar pedido</button></form>',
        ),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html lang="pt-PT"><head><title>Página não encontrada</title></head><body><h1>Página não encontrada</h1></body></html>',
      ),
    },
    'moodle.politecnico-serramoura.pt': {
      headers: { server: 'Apache' },
      routes: {
        'GET /': redirect(303, `${moodle}/login/index.php`),
        'GET /robots.txt': robots('User-agent: *\nDisallow: /user/\nDisallow: /calendar/\n'),
        'GET /login/index.php': login,
        'GET /login/forgot_password.php': moodlePage(
          'Perdeu a senha?',
          '<form method="post"><input name="email"><button>Pesquisar</button></form>',
        ),
        '/login/token.php': (r) =>
          ['username', 'password', 'service'].every((name) => parameter(r, name) !== undefined)
            ? json(200, { error: 'Dados de acesso inválidos, tente novamente', errorcode: 'invalidlogin' })
            : json(200, {
                error: 'Falta um parâmetro obrigatório (username)',
                errorcode: 'missingparam',
                stacktrace: null,
                debuginfo: null,
                reproductionlink: null,
              }),
        '/webservice/rest/server.php': server,
        '/webservice/soap/server.php': xml(
          500,
          '<?xml version="1.0" encoding="UTF-8"?><SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"><SOAP-ENV:Body><SOAP-ENV:Fault><faultcode>MOODLE:error</faultcode><faultstring>Acesso negado</faultstring></SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>',
        ),
        'GET /course/*': redirect(303, `${moodle}/login/index.php`),
        'GET /my*': redirect(303, `${moodle}/login/index.php`),
      },
      otherwise: moodlePage('Erro', '<p class="errormessage">A página não existe.</p>', 404),
    },
  },
  expect: expectation({
    apiBases: [moodle],
    tokenEndpoint: [null, `${moodle}/login/token.php`],
    signals: {
      'structured-401': ['partial', 'fail'],
      'bearer-token': 'fail',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': 'fail',
      'token-expiry': 'fail',
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'manual-key-approval': 'present',
      'token-rotation-without-refresh': ['present', 'unknown'],
      'session-cookie-only': 'absent',
      'browser-only-oauth': ['absent', 'unknown'],
    },
  }),
  why: {
    target: 'the polytechnic; the how-to is two clicks away, below the IT office',
    apiBases: 'the sample of the how-to',
    tokenEndpoint: 'keys are made by people; /login/token.php of the software is named nowhere',
    'structured-401': '200 with an error envelope: JSON for whoever asks for JSON as the sample does, XML else',
    'bearer-token': 'a parameter only; “does not read Authorization”, and a bearer changes nothing',
    'self-service-keys': 'a form, and the team looks at every request',
    'token-expiry': 'a year, and then a new request to people',
    'scope-restriction': 'each key belongs to a service with the functions that were granted',
    'manual-key-approval': 'said outright',
    'token-rotation-without-refresh': 'keys end and no program gets another; a guard because no token is rotated',
    'session-cookie-only': 'the cookie belongs to the pages',
  },
};

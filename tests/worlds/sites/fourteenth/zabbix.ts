import type { Answer, Incoming, World } from '../../lib/world.ts';
import { aliasOf, html, json } from '../../lib/answers.ts';
import { contactForm, robots, sample, table } from '../../lib/pages.ts';
import { expectation, noCredit, staticKeys } from '../../lib/world.ts';

const portal = 'https://sti.politecnicadellevante.es';
const monitor = 'https://zabbix.politecnicadellevante.es';
const endpoint = `${monitor}/api_jsonrpc.php`;

const cors = {
  'content-type': 'application/json',
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'Content-Type',
  'access-control-allow-methods': 'POST',
  'access-control-max-age': '1000',
};
const fault = (code: number, message: string, data: string, id: unknown = null): Answer =>
  json(200, { jsonrpc: '2.0', error: { code, message, data }, id }, cors);
const objects = ['apiinfo', 'host', 'hostgroup', 'item', 'trigger', 'problem', 'event', 'history', 'user', 'token'];
/** A method that the product has, asked with or without a token that is not one. */
const answer = (method: string, authorized: boolean, id: unknown): Answer => {
  const wrong = (data: string) => fault(-32602, 'Invalid params.', data, id);
  const object = method.split('.')[0] ?? '';
  if (!objects.includes(object)) return wrong(`Incorrect API "${object}".`);
  if (method === 'user.login')
    return fault(
      -32500,
      'Application error.',
      'Incorrect user name or password or account is temporarily blocked.',
      id,
    );
  if (method !== 'apiinfo.version')
    return wrong(authorized ? 'Session terminated, re-login, please.' : 'Not authorized.');
  return authorized
    ? wrong('The "apiinfo.version" method must be called without authorization header.')
    : json(200, { jsonrpc: '2.0', result: '7.4.5', id }, cors);
};
const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};
/** The front controller reads three media types, everything else is 412 without a body. */
const rpc = (r: Incoming): Answer => {
  if (r.method === 'OPTIONS') return { status: 200, headers: cors, body: '' };
  const type = (r.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
  if (!['application/json-rpc', 'application/json', 'application/jsonrequest'].includes(type))
    return { status: 412, headers: { 'content-type': 'text/html; charset=UTF-8' }, body: '' };
  const call = parsed(r.body);
  if (call === undefined)
    return fault(-32700, 'Parse error', 'Invalid JSON. An error occurred on the server while parsing the JSON text.');
  const members = new Map(call && typeof call === 'object' ? Object.entries(call) : []);
  const id: unknown = members.get('id') ?? null;
  const method: unknown = members.get('method');
  if (members.get('jsonrpc') !== '2.0')
    return fault(-32600, 'Invalid request.', 'JSON-rpc version is not specified.', id);
  if (typeof method !== 'string') return fault(-32600, 'Invalid request.', 'JSON-rpc method is not defined.', id);
  return answer(method.toLowerCase(), r.headers['authorization'] !== undefined, id);
};
const login = html(
  200,
  '<!DOCTYPE html><html lang="es"><head><meta http-equiv="X-UA-Compatible" content="IE=Edge"/><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="Author" content="Zabbix SIA" /><title>Zabbix politecnicadellevante: Zabbix</title><link rel="icon" href="favicon.ico"><link rel="stylesheet" type="text/css" href="assets/styles/blue-theme.css?1759910011"/><script src="js/browsers.js?1759910011"></script></head><body><output class="msg-global-footer msg-warning" id="msg-global-footer"></output><main><div class="server-name">PDL</div><div class="signin-container"><div class="signin-logo"><div class="zabbix-logo"></div></div><form method="post" action="index.php" accept-charset="utf-8" aria-label="Iniciar sesión"><ul><li><label for="name">Nombre de usuario</label><input type="text" id="name" name="name" value="" maxlength="255" autofocus="autofocus"></li><li><label for="password">Contraseña</label><input type="password" id="password" name="password" value="" maxlength="255"></li><li><input type="checkbox" id="autologin" name="autologin" value="1" checked="checked"><label for="autologin">Recordarme por 30 días</label></li><li><button type="submit" id="enter" name="enter" value="Sign in">Iniciar sesión</button></li></ul></form></div><div class="signin-links"><a target="_blank" rel="noopener noreferrer" class="grey link-alt" href="https://www.zabbix.com/documentation/7.4/">Ayuda</a>&nbsp;&nbsp;•&nbsp;&nbsp;<a target="_blank" class="grey link-alt" href="https://www.zabbix.com/support">Soporte</a></div></main><footer role="contentinfo">© 2001–2025, <a class="grey link-alt" target="_blank" href="https://www.zabbix.com/">Zabbix SIA</a></footer></body></html>',
  {
    'x-frame-options': 'SAMEORIGIN',
    'x-content-type-options': 'nosniff',
    'x-xss-protection': '1; mode=block',
    'set-cookie': 'zbx_session=eyJzZXNzaW9uaWQiOiI0ZDFhIn0%3D; secure; HttpOnly; SameSite=Lax',
  },
);

const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>${title} | Servicio de Tecnologías, Politécnica del Levante</title><link rel="stylesheet" href="/themes/upl/style.css"></head><body><header><a href="/">Servicio de Tecnologías de la Información</a><nav><ul><li><a href="/catalogo">Catálogo de servicios</a></li><li><a href="/catalogo/correo">Correo</a></li><li><a href="/catalogo/monitorizacion">Monitorización</a></li><li><a href="/catalogo/red">Red y VPN</a></li><li><a href="/cau">CAU</a></li></ul></nav></header><main><h1>${title}</h1>${body}</main><footer><a href="/aviso-legal">Aviso legal</a><p>Edificio 4C, planta baja</p></footer></body></html>`,
  );

/** A university whose IT service runs Zabbix: JSON-RPC that is asked by POST and answers 200, tokens that people make in the product. */
export const zabbix: World = {
  id: 'zabbix',
  kind: 'provider',
  title: 'Zabbix of a university: JSON-RPC with errors under 200, a GET gets 412, how-to in Spanish',
  target: portal,
  dated: '2026-11',
  sources: [
    'zabbix/zabbix: ui/api_jsonrpc.php, ui/include/classes/api/CJsonRpc.php, ui/include/classes/api/clients/CLocalApiClient.php',
    'www.zabbix.com/documentation/7.4/en/manual/api (authentication, error handling)',
    'f1cheng/MonitorS: api.md (fields of an answer)',
    'qiita.com/bennyyagiyama/items/5bc0c71afdb835f9fe33 (tokens go into Authorization)',
  ],
  hosts: {
    'sti.politecnicadellevante.es': {
      routes: {
        'GET /robots.txt': robots('User-agent: *\nDisallow: /user/\n'),
        'GET /': page(
          'Servicio de Tecnologías de la Información',
          '<ul><li>Corte programado de la red Wi-Fi del edificio 1F el 3 de diciembre.</li><li>Ya puede solicitar el doble factor para su cuenta; el CAU revisa cada solicitud.</li></ul>',
        ),
        'GET /catalogo': page(
          'Catálogo de servicios',
          table([
            ['<a href="/catalogo/correo">Correo</a>', 'Estudiantes y personal'],
            ['<a href="/catalogo/monitorizacion">Monitorización</a>', 'Departamentos y grupos'],
            ['<a href="/catalogo/red">Red y VPN</a>', 'Toda la comunidad'],
          ]),
        ),
        'GET /catalogo/correo': page('Correo', '<p>IMAP y SMTP con la contraseña de la cuenta.</p>'),
        'GET /catalogo/red': page('Red y VPN', '<p>El certificado de la VPN caduca a los dos años.</p>'),
        'GET /catalogo/monitorizacion': page(
          'Monitorización',
          `<p>Vigilamos servidores y equipos de red con Zabbix 7.4: <a href="${monitor}/">zabbix.politecnicadellevante.es</a>. Entra todo el personal con su cuenta de la universidad.</p><p>¿Necesita los datos en otro programa? <a href="/catalogo/monitorizacion/api">Uso de la API</a>.</p>`,
        ),
        'GET /catalogo/monitorizacion/api': page(
          'API de monitorización',
          `<p>La API es JSON-RPC 2.0. Todas las llamadas van por POST a <code>${endpoint}</code> con <code>Content-Type: application/json-rpc</code>; un GET no sirve.</p><h2>Token</h2><p>En Zabbix, abra <i>Configuración de usuario › Tokens de API › Crear token de API</i>. Lo obtiene en el momento, sin pedir nada al CAU, y se muestra una sola vez. Puede dejarlo sin fecha de caducidad; se desactiva o se borra en la misma pantalla.</p><p>El token se envía en la cabecera <code>Authorization</code>:</p>${sample(`curl --request POST \\\n  --url '${endpoint}' \\\n  --header 'Authorization: Bearer '$TOKEN \\\n  --header 'Content-Type: application/json-rpc' \\\n  --data '{"jsonrpc":"2.0","method":"host.get","params":{"output":["hostid","name"]},"id":1}'`)}<h2>Sin token</h2><p>La respuesta llega igualmente con estado 200:</p>${sample('{"jsonrpc":"2.0","error":{"code":-32602,"message":"Invalid params.","data":"Not authorized."},"id":1}', 'json')}<h2>Permisos</h2><p>Un token ve los mismos grupos de equipos que la persona que lo creó. No se puede limitar más.</p>`,
        ),
        'GET /cau': page('Centro de atención', contactForm),
        'GET /aviso-legal': page('Aviso legal', '<p>Universidad pública.</p>'),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html lang="es"><head><title>Página no encontrada</title></head><body><h1>Página no encontrada</h1></body></html>',
      ),
    },
    'politecnicadellevante.es': aliasOf('https://www.politecnicadellevante.es'),
    'www.politecnicadellevante.es': {
      routes: {
        'GET /': html(
          200,
          `<!DOCTYPE html><html lang="es"><head><title>Politécnica del Levante</title></head><body><h1>Politécnica del Levante</h1><ul><li><a href="${portal}/">Servicio de Tecnologías</a></li></ul></body></html>`,
        ),
      },
    },
    'zabbix.politecnicadellevante.es': {
      headers: { server: 'Apache/2.4.62 (Debian)' },
      routes: {
        'GET /': login,
        'GET /index.php': login,
        'GET /zabbix.php': login,
        'GET /robots.txt': robots('User-agent: *\nDisallow: /zabbix.php\n'),
        '/api_jsonrpc.php': rpc,
      },
      otherwise: html(
        404,
        '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>404 Not Found</title>\n</head><body>\n<h1>Not Found</h1>\n<p>The requested URL was not found on this server.</p>\n<hr>\n<address>Apache/2.4.62 (Debian) Server at zabbix.politecnicadellevante.es Port 443</address>\n</body></html>\n',
      ),
    },
  },
  expect: expectation({
    apiBases: [monitor],
    tokenEndpoint: null,
    signals: {
      'structured-401': ['partial', 'unknown'],
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': staticKeys,
      'scope-restriction': ['fail', 'partial', 'unknown'],
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
    },
    outcome: ['scored', 'blocked'],
  }),
  why: {
    target: 'the IT service, in whose catalogue the how-to stands',
    apiBases: 'named on the how-to and in its sample',
    tokenEndpoint: 'tokens are made in the product',
    outcome:
      'a GET is 412, and the one harmless question of JSON-RPC is answered “Incorrect API”: the refusal itself may stay unseen',
    'structured-401':
      'a guard: 200 with an error envelope, which the how-to prints; what may be asked is not refused for want of a token',
    'bearer-token': 'sentence and sample',
    'self-service-keys': 'at once, for whoever has an account of the university',
    'token-expiry': 'no date of expiry unless one is set; can be switched off',
    'scope-restriction': 'a guard: a token sees what its maker sees and cannot be limited',
    'manual-key-approval': 'second factors are examined, tokens are not',
    'session-cookie-only': 'the cookie belongs to the pages',
    'browser-only-oauth': 'no OAuth, tokens',
  },
};

import type { Answer, Incoming, World } from '../../lib/world.ts';
import { aliasOf, html, isBasic, isBearer, json, parameter } from '../../lib/answers.ts';
import { datadomeWall, recaptcha, robots, sample } from '../../lib/pages.ts';
import { expectation } from '../../lib/world.ts';

const api = 'https://api.idealista.com';

const page = (title: string, body: string, head = ''): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="es"><head><meta charset="UTF-8"><title>${title} — idealista/data developers</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/static/css/labs.css">${head}</head><body class="labs"><header id="header"><a class="logo" href="/">idealista <strong>developers</strong></a><ul><li><a href="/access-request">Solicitar acceso</a></li><li><a href="/documentation">Documentación</a></li><li><a href="/faq">Preguntas frecuentes</a></li><li><a href="/terms">Condiciones de uso</a></li><li><a href="https://www.idealista.com/">ir a idealista.com</a></li></ul></header><section id="main"><h1>${title}</h1>${body}</section><footer><p>© 2000-2026 idealista. Puedes solicitar el acceso a tus datos personales en cualquier momento.</p><a href="/cookies">política de cookies</a></footer></body></html>`,
  );
const cache = { 'cache-control': 'no-store', pragma: 'no-cache', server: 'nginx' };
/** Spring Security OAuth 2: full authentication is required; a wrong token is named with its value. */
const resource = (r: Incoming): Answer =>
  isBearer(r)
    ? json(
        401,
        { error: 'invalid_token', error_description: `Cannot convert access token to JSON` },
        {
          ...cache,
          'www-authenticate':
            'Bearer realm="oauth2-resource", error="invalid_token", error_description="Cannot convert access token to JSON"',
        },
      )
    : json(
        401,
        { error: 'unauthorized', error_description: 'Full authentication is required to access this resource' },
        {
          ...cache,
          'www-authenticate':
            'Bearer realm="oauth2-resource", error="unauthorized", error_description="Full authentication is required to access this resource"',
        },
      );
/** The old token endpoint of Spring: the filter for Basic stands before everything. */
const token = (r: Incoming): Answer => {
  if (isBasic(r))
    return json(
      401,
      { error: 'unauthorized', error_description: 'Bad credentials' },
      { ...cache, 'www-authenticate': 'Basic realm="oauth2/client"' },
    );
  if (parameter(r, 'client_id') !== undefined)
    return json(401, { error: 'invalid_client', error_description: 'Bad client credentials' }, cache);
  return json(
    401,
    { error: 'unauthorized', error_description: 'Full authentication is required to access this resource' },
    { ...cache, 'www-authenticate': 'Basic realm="oauth2/client"' },
  );
};
const search = (country: string, domain: string) =>
  `<tr><td>${domain}</td><td><code>${api}/3.5/${country}/search</code></td></tr>`;

/** Spanish property portal: client_credentials, but the pair comes by mail after somebody read the request; the shop front is walled. */
export const idealista: World = {
  id: 'idealista',
  kind: 'provider',
  title:
    'Property portal: client_credentials for those who were accepted; key by mail after weeks, 100 calls a month, site behind a wall',
  target: 'developers.idealista.com',
  dated: '2026-11',
  sources: [
    'developers.idealista.com/access-request',
    'github.com/jcaste94/idealista',
    'spring-security-oauth 2.x: BasicAuthenticationEntryPoint, OAuth2AuthenticationEntryPoint',
  ],
  hosts: {
    'idealista.com': aliasOf('https://www.idealista.com'),
    'www.idealista.com': {
      routes: { 'GET /robots.txt': robots('User-agent: *\nDisallow: /ajax/\n') },
      otherwise: datadomeWall(),
    },
    'developers.idealista.com': {
      headers: { server: 'nginx' },
      routes: {
        'GET /robots.txt': robots(),
        'GET /': page(
          'Construye con idealista',
          '<p>Más de 1,5 millones de anuncios en España, Italia y Portugal. Nuestra API de búsqueda te deja consultar los inmuebles publicados desde tu aplicación.</p><ul><li><a href="/access-request">Solicita acceso a la API</a></li><li><a href="/documentation">Cómo funciona</a></li></ul><h2>¿Eres una inmobiliaria?</h2><p>Para publicar anuncios usa un programa de gestión: da de alta tu pasarela en el área de profesionales.</p>',
        ),
        'GET /access-request': page(
          'Solicitar acceso a la API',
          `<p>Cuéntanos quién eres y para qué quieres los datos. Nuestro equipo estudia cada solicitud; si la aprobamos, te enviaremos por correo una apikey, un secret y la documentación completa en PDF. El plazo suele ser de varias semanas y no podemos atender todas las peticiones.</p><form id="access-form" action="/access-request" method="post"><label>Nombre <input name="name" required></label><label>Email <input name="email" type="email" required></label><label>Empresa o universidad <input name="company"></label><label>Describe tu proyecto <textarea name="project" required></textarea></label><label>Volumen estimado de peticiones <input name="volume"></label>${recaptcha.field}<label><input type="checkbox" name="terms"> Acepto las condiciones</label><button>Enviar solicitud</button></form>`,
          recaptcha.head,
        ),
        'GET /documentation': page(
          'Documentación',
          `<p>Un resumen; el manual completo llega con las credenciales.</p><h2>1. Obtener un token</h2><p>OAuth 2.0, grant <code>client_credentials</code>. Codifica con URL encoding la apikey y el secret, únelos con dos puntos y pásalos en Base64 en la cabecera Authorization.</p>${sample(`curl -X POST "${api}/oauth/token" \\\n  -H "Authorization: Basic BASE64(apikey:secret)" \\\n  -H "Content-Type: application/x-www-form-urlencoded;charset=UTF-8" \\\n  -d "grant_type=client_credentials&scope=read"`)}${sample('{\n  "access_token": "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9…",\n  "token_type": "bearer",\n  "expires_in": 43199,\n  "scope": "read",\n  "jti": "…"\n}', 'json')}<h2>2. Buscar</h2><table><tr><th>País</th><th>Dirección</th></tr>${search('es', 'España')}${search('it', 'Italia')}${search('pt', 'Portugal')}</table>${sample(`curl -X POST "${api}/3.5/es/search" \\\n  -H "Authorization: Bearer TOKEN" \\\n  -F country=es -F operation=rent -F propertyType=homes \\\n  -F center=40.430,-3.702 -F distance=15000`)}<p>Todas las búsquedas van por POST.</p><h2>3. Errores</h2><table><tr><td>401</td><td>Token ausente o caducado</td></tr><tr><td>403</td><td>Tu plan no incluye el país</td></tr><tr><td>429</td><td>Has agotado el cupo</td></tr></table>`,
        ),
        'GET /faq': page(
          'Preguntas frecuentes',
          `<h2>¿Cuánto cuesta?</h2><p>El plan de prueba es gratuito: 100 peticiones al mes y una por segundo. Para más, habla con comercial: <a href="/access-request">escríbenos</a>.</p><h2>He perdido mi secret</h2><p>Responde al correo en el que lo recibiste y te enviaremos otro.</p><h2>¿Cuánto dura el token?</h2><p>12 horas. Pide otro con la misma apikey cuando caduque; no hay refresh token.</p><h2>¿Puedo guardar los anuncios?</h2><p>No más de 24 horas.</p><h2>¿Hay entorno de pruebas?</h2><p>No.</p>`,
        ),
        'GET /terms': page(
          'Condiciones de uso',
          '<p>El uso requiere una apikey personal e intransferible. idealista podrá revocarla en cualquier momento. Queda prohibido el scraping del portal.</p>',
        ),
        'GET /cookies': page('Política de cookies', '<p>Usamos cookies de sesión propias y de terceros.</p>'),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html lang="es"><head><title>404</title></head><body><h1>Vaya, no encontramos esa página</h1></body></html>',
      ),
    },
    'api.idealista.com': {
      routes: {
        'POST /oauth/token': token,
        'GET /oauth/token': json(
          401,
          { error: 'unauthorized', error_description: 'Full authentication is required to access this resource' },
          { ...cache, 'www-authenticate': 'Basic realm="oauth2/client"' },
        ),
        'GET /': {
          status: 404,
          headers: { server: 'nginx', 'content-type': 'text/html' },
          body: '<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr><center>nginx</center></body></html>',
        },
        '/3.5/*': resource,
      },
      otherwise: html(
        404,
        '<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr><center>nginx</center></body></html>',
        { server: 'nginx' },
      ),
    },
  },
  expect: expectation({
    apiBases: [api],
    tokenEndpoint: `${api}/oauth/token`,
    flows: { client_credentials: 'yes' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': ['partial', 'fail'],
      'self-service-keys': 'fail',
      'token-expiry': 'pass',
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': 'present',
      'token-rotation-without-refresh': 'absent',
    },
    notJudged: ['captcha-before-token'],
  }),
  why: {
    apiBases: 'the three search addresses',
    tokenEndpoint: 'the summary names it',
    client_credentials: 'the one grant of the manual; the server checks Basic before the grant',
    outcome: 'the API answers; only the shop front is walled',
    'structured-401': '401 JSON with error, and a Bearer challenge',
    'bearer-token': 'challenge and samples',
    'client-credentials': 'documented with its endpoint',
    'oauth-discovery': 'no metadata; the endpoint is documented',
    'self-service-keys': '“Nuestro equipo estudia cada solicitud; si la aprobamos…”',
    'token-expiry': '12 hours, another by the same call',
    'scope-restriction': 'not judged: one scope, read, that everybody gets',
    'manual-key-approval': 'every request is read by somebody, for weeks',
    'captcha-before-token':
      'not judged: reCAPTCHA on the form of the request, which is not the place that gives the key',
    'token-rotation-without-refresh': 'client_credentials; that there is no refresh token is no fault then',
    'browser-only-oauth': 'a machine grant',
    'session-cookie-only': 'bearer tokens; cookies belong to the portal',
  },
};

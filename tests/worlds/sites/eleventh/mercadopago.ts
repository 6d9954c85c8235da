import type { Answer, Reply, World } from '../../lib/world.ts';
import { aliasOf, html, isBearer, json, parameter, redirect } from '../../lib/answers.ts';
import { list, robots, sample, shell, stubs, table } from '../../lib/pages.ts';
import { expectation, signUp } from '../../lib/world.ts';

const home = 'https://www.mercadopago.com.ar';
const dev = `${home}/developers/es`;
const api = 'https://api.mercadopago.com';

const menu: readonly (readonly [string, string])[] = [
  ['Primeros pasos', '/developers/es/docs/getting-started'],
  ['Credenciales', '/developers/es/docs/your-integrations/credentials'],
  ['Cuentas de prueba', '/developers/es/docs/your-integrations/test/accounts'],
  ['OAuth', '/developers/es/docs/security/oauth'],
  ['Generar token', '/developers/es/docs/security/oauth/creation'],
  ['Renovar token', '/developers/es/docs/security/oauth/renewal'],
  ['Notificaciones', '/developers/es/docs/your-integrations/notifications/webhooks'],
  ['Checkout Pro', '/developers/es/docs/checkout-pro/overview'],
  ['Salir a producción', '/developers/es/docs/your-integrations/go-to-production'],
  ['Referencia de API', '/developers/es/reference'],
  ['Crear y refrescar token', '/developers/es/reference/oauth/_oauth_token/post'],
  ['Buscar pagos', '/developers/es/reference/payments/_payments_search/get'],
  ['Crear pago', '/developers/es/reference/payments/_payments/post'],
];
const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="es-AR"><head><meta charset="utf-8"><title>${title} - Mercado Pago Developers</title><link rel="stylesheet" href="https://http2.mlstatic.com/frontend-assets/devsite-frontend/styles.9a.css"><script>window.__PRELOADED_STATE__={"site":"MLA","lang":"es"}</script></head><body><header role="banner"><a href="/developers/es">Mercado Pago Developers</a><nav><a href="/developers/es/docs/getting-started">Documentación</a><a href="/developers/es/reference">Referencia</a><a href="/developers/panel/app">Tus integraciones</a><a href="/developers/es/support">Soporte</a></nav></header><aside><ul>${menu.map(([label, href]) => `<li><a href="${href}">${label}</a></li>`).join('')}</ul></aside><main><h1>${title}</h1>${body}<p>¿Te resultó útil esta información?</p></main><footer><a href="${home}/ayuda/terminos">Términos y condiciones</a><a href="${home}/privacidad">Cómo cuidamos tu privacidad</a><p>Podés solicitar acceso a tus datos personales en cualquier momento. MercadoLibre S.R.L.</p></footer></body></html>`,
  );
const front = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="es-AR"><head><title>${title} | Mercado Pago</title></head><body><header><a href="/">Mercado Pago</a><a href="${dev}">Developers</a><a href="/ayuda">Ayuda</a><a href="/hub/registration">Crear cuenta</a></header><h1>${title}</h1>${body}</body></html>`,
  );

const cause = (code: number, description: string) => [{ code, description, data: null }];
/** The payments service: an envelope of its own, the same shape for no token and a wrong one. */
const refuse: Reply = (r) =>
  isBearer(r)
    ? json(401, {
        message: 'invalid access token',
        error: 'unauthorized',
        status: 401,
        cause: cause(8, 'invalid access token'),
      })
    : json(401, {
        message: 'Must provide your access_token to proceed',
        error: 'unauthorized',
        status: 401,
        cause: cause(5, 'Must provide your access_token to proceed'),
      });
const grants = ['authorization_code', 'refresh_token', 'client_credentials'];
/** The token endpoint wants the client in the body, looks at the grant before it looks at the client, and reads forms and JSON. */
const token: Reply = (r) => {
  const grant = parameter(r, 'grant_type');
  const fault = (error: string, description: string) =>
    json(400, { error_description: description, error, status: 400, message: description, cause: [] });
  const lacking = ['grant_type', 'client_id', 'client_secret'].filter((name) => parameter(r, name) === undefined);
  if (grant === undefined || lacking.length > 0)
    return fault(
      'invalid_request',
      `the following parameters are required: grant_type, client_id, client_secret. Missing parameters: ${lacking.join(', ')}`,
    );
  if (!grants.includes(grant)) return fault('unsupported_grant_type', 'the grant type is not supported');
  return fault('invalid_client', 'invalid client_id or client_secret');
};

/** Latin American payments: a token of one's own at once, OAuth for other people's shops, three grants at one token endpoint. */
export const mercadopago: World = {
  id: 'mercadopago',
  kind: 'provider',
  title: 'Latin American payments, Spanish manual: own access token at once, and three grants at one token endpoint',
  target: dev,
  dated: '2026-11',
  sources: [
    'mercadopago.com.ar/developers/es/reference/oauth/_oauth_token/post',
    'mercadopago.com.mx/developers/es/docs/oauth/renewal',
    'github.com/mercadopago/sdk-php/issues/118',
    'github.com/mercadopago/devsite-docs/pull/1199',
  ],
  hosts: {
    'mercadopago.com.ar': aliasOf(home),
    'www.mercadopago.com.ar': {
      headers: { server: 'Tengine' },
      routes: {
        'GET /robots.txt': robots('User-agent: *\nDisallow: /checkout/\nDisallow: /hub/\nAllow: /\n'),
        'GET /': front(
          'La cuenta digital para vos y tu negocio',
          '<p>Cobrá con QR, link y Point. Rendimientos diarios.</p>',
        ),
        'GET /hub/registration': shell('Mercado Pago'),
        'GET /developers/panel/app': redirect(302, 'https://www.mercadolibre.com/jms/mla/lgz/login?platform_id=MP'),
        'GET /developers/es': page(
          'Mercado Pago Developers',
          '<p>Documentación, SDKs y herramientas para integrar pagos en América Latina.</p><section><h2>Checkout Pro</h2><p>Tus clientes pagan en nuestro sitio.</p></section><section><h2>Checkout API</h2><p>La experiencia de pago queda en tu sitio.</p></section><section><h2>Programa de partners</h2><p>Postulate: revisamos cada solicitud y te respondemos por correo.</p></section>',
        ),
        'GET /developers/es/docs/getting-started': page(
          'Primeros pasos',
          `<ol><li>Creá una <a href="${home}/hub/registration">cuenta de Mercado Pago</a> como vendedor, o usá la que tenés.</li><li>En <a href="/developers/panel/app">Tus integraciones</a>, hacé clic en Crear aplicación. Podés crear hasta 50.</li><li>Elegí la solución de pago y aceptá los términos.</li></ol><p>Listo: ya tenés las credenciales de prueba de tu aplicación.</p>`,
        ),
        'GET /developers/es/docs/your-integrations/credentials': page(
          'Credenciales',
          `<p>Son las contraseñas con las que identificamos una integración. Se generan solas con la aplicación y las encontrás en los detalles de la aplicación.</p>${table(
            [
              ['Credencial', 'Uso'],
              ['Public Key', 'Clave pública para el frontend: cifra los datos de la tarjeta.'],
              [
                'Access Token',
                'Clave privada que siempre debe usarse en el backend. Empieza con <code>APP_USR-</code>.',
              ],
              ['Client ID y Client Secret', 'Solo para OAuth.'],
            ],
          )}<h2>Activar credenciales de producción</h2><p>Completá el rubro de tu negocio y, opcionalmente, el sitio web; aceptá los términos, resolvé el reCAPTCHA y hacé clic en Activar credenciales de producción.</p><h2>Renovar credenciales</h2><p>Si sospechás que alguien las vio, renovalas: las anteriores dejan de funcionar a las 12 horas. Mientras no las renueves no vencen.</p><h2>Compartir credenciales</h2><p>Podés compartirlas con otra persona, hasta 10 veces. Se cierran sus sesiones si quitás el permiso.</p>`,
        ),
        'GET /developers/es/docs/your-integrations/test/accounts': page(
          'Cuentas de prueba',
          '<p>Creá un vendedor y un comprador de prueba del mismo país. Hasta 15 cuentas a la vez; no caducan. Para ingresar con una, usá su usuario y contraseña; el código de seguridad son los últimos seis dígitos del User ID.</p>',
        ),
        'GET /developers/es/docs/security/oauth': page(
          'OAuth',
          `<p>Usá OAuth si tu plataforma opera en nombre de otros vendedores, sin pedirles sus credenciales. Tres flujos:</p>${list(['<b>Authorization code</b>: el vendedor autoriza desde el navegador. Se recomienda con PKCE.', '<b>Client credentials</b>: para actuar en nombre propio, sin interacción del usuario. El token dura 6 horas.', '<b>Refresh token</b>: para cambiar un token que está por caducar.'])}`,
        ),
        'GET /developers/es/docs/security/oauth/creation': page(
          'Generar token',
          `<h2>Authorization code</h2><p>Enviá al vendedor a esta dirección:</p>${sample('https://auth.mercadopago.com.ar/authorization?client_id=APP_ID&response_type=code&platform_id=mp&state=RANDOM_ID&redirect_uri=https://www.redirect-url.com', 'text')}<p>Después de aceptar vuelve a tu sitio con un <code>code</code> que vale 10 minutos. Cambialo por el token:</p>${sample(`curl -X POST \\\n  '${api}/oauth/token' \\\n  -H 'Content-Type: application/json' \\\n  -d '{"client_id": "client_id", "client_secret": "client_secret", "code": "TG-XXXX", "grant_type": "authorization_code", "redirect_uri": "https://www.redirect-url.com"}'`)}<p>Ese token dura 180 días.</p><h2>Client credentials</h2>${sample(`curl -X POST \\\n  '${api}/oauth/token' \\\n  -H 'Content-Type: application/json' \\\n  -d '{"client_id": "client_id", "client_secret": "client_secret", "grant_type": "client_credentials"}'`)}<p>El token dura 6 horas. Pedí uno nuevo cuando haga falta.</p>`,
        ),
        'GET /developers/es/docs/security/oauth/renewal': page(
          'Renovar token',
          `<p>Solo si la respuesta trajo el scope <code>offline_access</code> y el vendedor ya autorizó. El token nuevo vale 180 días y trae otro refresh token: guardalo, porque el anterior deja de servir.</p>${sample(`curl -X POST '${api}/oauth/token' -d '{"client_id": "…", "client_secret": "…", "grant_type": "refresh_token", "refresh_token": "TG-XXXXXXXX-241983636"}'`)}<p>Pasado ese plazo sin renovarlo hay que repetir la autorización completa.</p>`,
        ),
        'GET /developers/es/docs/your-integrations/notifications/webhooks': page(
          'Webhooks',
          '<p>Configurá la URL y los eventos en Tus integraciones. Cada aviso lleva <code>x-signature</code> con <code>ts</code> y <code>v1</code>; calculá el HMAC con la clave secreta de la aplicación. Respondé 200 o 201 en 22 segundos.</p>',
        ),
        'GET /developers/es/docs/checkout-pro/overview': page(
          'Checkout Pro',
          `<p>Creá una preferencia con tu Access Token y redirigí al comprador a <code>init_point</code>.</p>${sample(`curl -X POST '${api}/checkout/preferences' -H 'Authorization: Bearer YOUR_ACCESS_TOKEN' -d '{"items":[{"title":"Mi producto","quantity":1,"unit_price":2000}]}'`)}<p>Un pago puede quedar <code>pending</code> en revisión manual; lo aprobamos o rechazamos en hasta 2 días hábiles.</p>`,
        ),
        'GET /developers/es/docs/your-integrations/go-to-production': page(
          'Salir a producción',
          '<p>Reemplazá las credenciales de prueba por las productivas, implementá SSL y medí la calidad de tu integración. No hace falta homologar: la medición es automática.</p>',
        ),
        'GET /developers/es/reference': page(
          'Referencia de API',
          `<p>Todas las APIs se basan en REST, reciben y devuelven JSON.</p><p>URL base: <code>${api}</code></p><p>Para autenticar tus requests enviá tu Access Token en el header:</p>${sample('Authorization: Bearer APP_USR-***', 'text')}${table(
            [
              ['400', 'Solicitud incorrecta'],
              ['401', 'Falta el Access Token o no es válido'],
              ['403', 'La política no permite la operación'],
              ['404', 'No existe'],
              ['429', 'Demasiadas solicitudes'],
            ],
          )}`,
        ),
        'GET /developers/es/reference/oauth/_oauth_token/post': page(
          'Crear y refrescar token',
          `<p><b>POST</b> <code>${api}/oauth/token</code></p><p>Crea o actualiza el Access Token con el que opera tu aplicación.</p>${table(
            [
              ['Body', 'Tipo', ''],
              ['client_id', 'string', 'REQUERIDO'],
              ['client_secret', 'string', 'REQUERIDO'],
              ['grant_type', 'string', 'REQUERIDO. authorization_code, refresh_token o client_credentials'],
              ['code', 'string', 'solo authorization_code'],
              ['code_verifier', 'string', 'solo con PKCE'],
              ['refresh_token', 'string', 'solo refresh_token'],
              ['test_token', 'boolean', 'true para credenciales de prueba'],
            ],
          )}${sample('{\n  "access_token": "APP_USR-4934588586838432-XXXXXXXX-241983636",\n  "token_type": "bearer",\n  "expires_in": 15552000,\n  "scope": "read write offline_access",\n  "user_id": 241983636,\n  "refresh_token": "TG-XXXXXXXX-241983636",\n  "live_mode": true\n}', 'json')}`,
        ),
        'GET /developers/es/reference/payments/_payments_search/get': page(
          'Buscar pagos',
          `<p><b>GET</b> <code>${api}/v1/payments/search</code></p>${sample(`curl -X GET '${api}/v1/payments/search?sort=date_created&criteria=desc&range=date_created' -H 'Authorization: Bearer YOUR_ACCESS_TOKEN'`)}`,
        ),
        'GET /developers/es/reference/payments/_payments/post': page(
          'Crear pago',
          `<p><b>POST</b> <code>${api}/v1/payments</code></p><p>Header obligatorio: <code>X-Idempotency-Key</code>.</p>${sample('{"message":"Params Error","error":"bad_request","status":400,"cause":[{"code":1,"description":"Params Error"}]}', 'json')}`,
        ),
        'GET /developers/es/support': page(
          'Soporte',
          '<form action="/developers/es/support" method="post"><textarea name="q"></textarea></form>',
        ),
        ...stubs(front, ['/ayuda', '/ayuda/terminos', '/privacidad']),
      },
      otherwise: html(404, '<!DOCTYPE html><html><body><h1>Parece que esta página no existe</h1></body></html>'),
    },
    'www.mercadolibre.com': { routes: { 'GET /jms/mla/lgz/login': shell('Mercado Libre') } },
    'auth.mercadopago.com.ar': {
      routes: { 'GET /authorization': shell('Mercado Pago'), 'GET /': shell('Mercado Pago') },
    },
    'api.mercadopago.com': {
      headers: { 'x-content-type-options': 'nosniff', vary: 'Accept,Accept-Encoding' },
      routes: {
        'POST /oauth/token': token,
        '/oauth/token': json(405, { message: 'method not allowed', error: 'method_not_allowed', status: 405 }),
        'GET /v1/payments/search': refuse,
        '/v1/payments*': refuse,
        '/checkout/preferences*': json(401, { code: 'unauthorized', message: 'authorization value not present' }),
        '/users/me': json(401, { code: 'unauthorized', message: 'authorization value not present' }),
      },
      otherwise: json(404, { error: 'resource not found', message: 'resource not found', status: 404, cause: [] }),
    },
  },
  expect: expectation({
    apiBases: [api],
    tokenEndpoint: `${api}/oauth/token`,
    flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: 'yes' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': ['partial', 'fail'],
      'self-service-keys': signUp,
      'token-expiry': ['pass', 'partial'],
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
      'token-rotation-without-refresh': 'absent',
    },
    notJudged: ['captcha-before-token'],
  }),
  why: {
    apiBases: 'URL base of the reference, and every sample',
    tokenEndpoint: 'named on three pages; it answers and tells grants apart',
    client_credentials: 'documented as one of three flows, and the endpoint goes on to the client for it',
    authorization_code: 'the flow for other sellers',
    refresh_token: 'a page of its own',
    'structured-401': '401 JSON with error, status and cause',
    'bearer-token': 'Authorization: Bearer in the reference; a wrong token changes the message',
    'oauth-discovery': 'no metadata; the manual names the token endpoint',
    'self-service-keys':
      'credentials come with the application; those of production behind a form that nobody examines',
    'token-expiry': '6 hours and 180 days, both renewable; the own token never expires, so “partial” is honest too',
    'scope-restriction': 'not judged: “read write offline_access” stands in an answer, nobody chooses them',
    'captcha-before-token': 'not judged: a reCAPTCHA stands before production credentials, none before those for tests',
    'manual-key-approval': 'the partner programme and single payments are examined, keys are not',
    'token-rotation-without-refresh': 'refresh_token and client_credentials',
    'browser-only-oauth': 'client_credentials and an own token',
    'session-cookie-only': 'bearer tokens',
  },
};

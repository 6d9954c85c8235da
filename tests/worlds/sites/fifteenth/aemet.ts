import type { Answer, World } from '../../lib/world.ts';
import { aliasOf, html, json, redirect } from '../../lib/answers.ts';
import { contactForm, recaptcha, robots, sample, stubs, table } from '../../lib/pages.ts';
import { expectation, noCredit, staticKeys } from '../../lib/world.ts';

const www = 'https://www.aemet.es';
const open = 'https://opendata.aemet.es';
const base = `${open}/opendata`;

const portal = (title: string, body: string, head = ''): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="es"><head><meta charset="UTF-8"><title>${title} - AEMET OpenData</title><link href="/centrodedescargas/css/bootstrap.min.css" rel="stylesheet">${head}</head><body><header><a href="https://www.miteco.gob.es">Ministerio</a><a href="${www}/">AEMET</a><h2>AEMET OpenData</h2><nav><ul><li><a href="/centrodedescargas/inicio">Inicio</a></li><li><a href="/centrodedescargas/altaUsuario">Obtención de API Key</a></li><li><a href="/centrodedescargas/productosAEMET">Acceso general</a></li><li><a href="/dist/index.html">Acceso desarrolladores</a></li><li><a href="/centrodedescargas/ejemProgramas">Ejemplos de programas cliente</a></li><li><a href="/centrodedescargas/docs/FAQs">Preguntas frecuentes</a></li></ul></nav></header><main><h1>${title}</h1>${body}</main><footer><a href="${www}/es/nota_legal">Nota legal</a> © AEMET</footer></body></html>`,
    { 'set-cookie': 'JSESSIONID=9A1C0F; Path=/centrodedescargas; Secure; HttpOnly' },
  );
const agency = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="es"><head><meta charset="UTF-8"><title>${title} - Agencia Estatal de Meteorología - AEMET</title></head><body><header><a href="/es/portada">AEMET</a><nav><ul><li><a href="/es/eltiempo">El tiempo</a></li><li><a href="/es/serviciosclimaticos">Servicios climáticos</a></li><li><a href="/es/datos_abiertos/AEMET_OpenData">Datos abiertos</a></li><li><a href="/es/sede_electronica">Sede electrónica</a></li></ul></nav></header><main><h1>${title}</h1>${body}</main><footer><a href="/es/nota_legal">Nota legal</a></footer></body></html>`,
  );
/** Whoever brings no key or a wrong one gets two members, in Spanish. */
const refuse: Answer = json(401, { descripcion: 'API key invalido', estado: 401 });

const paths = [
  [
    'prediccion/especifica/municipio/diaria/{municipio}',
    'Predicción por municipios diaria',
    'predicciones-especificas',
  ],
  ['prediccion/especifica/playa/{playa}', 'Predicción para las playas', 'predicciones-especificas'],
  ['observacion/convencional/todas', 'Datos de observación. Tiempo actual', 'observacion-convencional'],
  ['valores/climatologicos/inventarioestaciones/todasestaciones', 'Inventario de estaciones', 'valores-climatologicos'],
  ['avisos_cap/ultimoelaborado/area/{area}', 'Avisos de fenómenos adversos. Último', 'avisos-cap'],
  ['red/radar/nacional', 'Imagen gráfica radar nacional', 'red-radares'],
  ['maestro/municipios', 'Devuelve todos los municipios', 'maestro'],
] as const;
const description = {
  swagger: '2.0',
  info: { version: '1.0', title: 'AEMET OpenData', description: 'API REST de la Agencia Estatal de Meteorología' },
  host: 'opendata.aemet.es',
  basePath: '/opendata',
  schemes: ['https'],
  paths: Object.fromEntries(
    paths.map(([path, summary, tag]) => [
      `/api/${path}`,
      {
        get: {
          tags: [tag],
          summary,
          produces: ['application/json', 'text/plain'],
          ...(path.includes('{')
            ? {
                parameters: [
                  { name: path.replace(/^.*\{(\w+)\}.*$/, '$1'), in: 'path', required: true, type: 'string' },
                ],
              }
            : {}),
          responses: {
            200: { description: 'Éxito', schema: { $ref: '#/definitions/200' } },
            401: { description: 'No autorizado', schema: { $ref: '#/definitions/401' } },
            404: { description: 'No encontrado', schema: { $ref: '#/definitions/404' } },
            429: { description: 'Demasiadas peticiones' },
          },
          security: [{ api_key: [] }],
        },
      },
    ]),
  ),
  securityDefinitions: { api_key: { type: 'apiKey', name: 'api_key', in: 'query' } },
  definitions: {
    200: {
      type: 'object',
      properties: {
        descripcion: { type: 'string' },
        estado: { type: 'integer' },
        datos: { type: 'string' },
        metadatos: { type: 'string' },
      },
    },
    401: { type: 'object', properties: { descripcion: { type: 'string' }, estado: { type: 'integer' } } },
    404: { type: 'object', properties: { descripcion: { type: 'string' }, estado: { type: 'integer' } } },
  },
};

/** A weather service whose key comes by e-mail at once, to whoever solves a CAPTCHA. */
export const aemet: World = {
  id: 'aemet',
  kind: 'provider',
  title:
    'Spanish weather service: a key by e-mail after a CAPTCHA, in the query or a header; Swagger UI; 401 in Spanish',
  target: open,
  dated: '2026-11',
  sources: [
    'opendata.aemet.es/centrodedescargas/inicio, altaUsuario, opendata.aemet.es/dist/index.html',
    'climaenmapas.blogspot.com/p/usando-aemet-opendata.html (the four entrances, the key by e-mail)',
    'ropenspain.github.io/climaemet (aemet_api_key)',
    'github.com/outon/HomeAssistant-AEMET/issues/1, RualGF/AEMET src/probar_api.py (the key in a header)',
  ],
  hosts: {
    'aemet.es': aliasOf(www),
    'www.aemet.es': {
      routes: {
        'GET /': redirect(302, `${www}/es/portada`),
        'GET /robots.txt': robots('User-agent: *\nDisallow: /xml/\n'),
        'GET /es/portada': agency('Portada', '<p>Aviso amarillo por viento en Menorca.</p>'),
        'GET /es/datos_abiertos/AEMET_OpenData': agency(
          'AEMET OpenData',
          `<p>AEMET OpenData es una API REST para la difusión y la reutilización de la información de la Agencia. <a href="${open}/centrodedescargas/inicio">Acceso al servicio</a>.</p>`,
        ),
        'GET /es/sede_electronica': agency(
          'Sede electrónica',
          '<p>Solicitud de certificados e informes con Cl@ve. Cada solicitud se estudia y el plazo es de veinte días.</p>',
        ),
        ...stubs(agency, ['/es/eltiempo', '/es/serviciosclimaticos', '/es/nota_legal']),
      },
    },
    'opendata.aemet.es': {
      headers: { server: 'Apache', 'strict-transport-security': 'max-age=31536000' },
      routes: {
        'GET /': redirect(302, `${open}/centrodedescargas/inicio`),
        'GET /centrodedescargas': redirect(302, `${open}/centrodedescargas/inicio`),
        'GET /centrodedescargas/inicio': portal(
          'AEMET OpenData',
          `<div class="row"><div><h3>¿Qué es?</h3><p>Un API REST por el que se pueden descargar gratuitamente los datos del anexo II de la resolución de precios públicos.</p></div><div><h3>Obtención de API Key</h3><a class="btn" href="/centrodedescargas/altaUsuario">Solicitar</a></div><div><h3>Acceso general</h3><p>Para consultar datos puntuales con el navegador.</p><a class="btn" href="/centrodedescargas/productosAEMET">Entrar</a></div><div><h3>Acceso desarrolladores</h3><p>Para usar los datos desde un programa.</p><a class="btn" href="/dist/index.html">Entrar</a></div></div>`,
        ),
        'GET /centrodedescargas/altaUsuario': portal(
          'Solicitud de API Key',
          `<p>Para poder utilizar los servicios web de AEMET OpenData es imprescindible un API Key. Escriba su dirección de correo electrónico: recibirá un mensaje para confirmarla y, acto seguido, otro con la clave.</p><form action="/centrodedescargas/altaUsuario" method="post"><label>Correo electrónico <input type="email" name="email" required></label><div class="form-group">${recaptcha.field}</div><button type="submit">Enviar</button></form>`,
          recaptcha.head,
        ),
        'GET /centrodedescargas/productosAEMET': portal(
          'Acceso general',
          '<form method="post"><label>API Key <input name="apikey"></label><select name="producto"><option>Observación</option><option>Climatologías diarias</option></select><button>Obtener</button></form>',
        ),
        'GET /centrodedescargas/ejemProgramas': portal(
          'Ejemplos de programas cliente',
          `<h3>Shell</h3>${sample(`curl --request GET \\\n  --url '${base}/api/valores/climatologicos/inventarioestaciones/todasestaciones/?api_key=SU_API_KEY' \\\n  --header 'cache-control: no-cache'`)}<h3>Python</h3>${sample(`import requests\n\nurl = "${base}/api/valores/climatologicos/inventarioestaciones/todasestaciones/"\nquerystring = {"api_key": "SU_API_KEY"}\nresponse = requests.request("GET", url, params=querystring)`, 'python')}<p>La clave también puede ir en una cabecera llamada <code>api_key</code>.</p>`,
        ),
        'GET /centrodedescargas/docs/FAQs': portal(
          'Preguntas frecuentes',
          `<h3>¿Cuántas peticiones puedo hacer?</h3><p>Hay un límite por minuto y clave; si se supera, el servidor contesta 429.</p><h3>¿Por qué la respuesta no trae los datos?</h3><p>Porque trae en <code>datos</code> la dirección de un fichero, que caduca a los pocos minutos.</p>${sample('{\n  "descripcion": "exito",\n  "estado": 200,\n  "datos": "https://opendata.aemet.es/opendata/sh/55c2971b",\n  "metadatos": "https://opendata.aemet.es/opendata/sh/97e2876e"\n}', 'json')}<h3>¿Qué significa el error 401?</h3><p>Que la clave falta o no es correcta.</p>${table(
            [
              ['200', 'éxito'],
              ['401', 'API key inválido'],
              ['404', 'no hay datos que satisfagan esos criterios'],
              ['429', 'límite de peticiones'],
            ],
          )}<h3>Contacto</h3>${contactForm}`,
        ),
        'GET /dist': redirect(301, `${open}/dist/index.html`),
        'GET /dist/index.html': html(
          200,
          '<!DOCTYPE html><html lang="es"><head><meta charset="UTF-8"><title>AEMET OpenData</title><link rel="stylesheet" type="text/css" href="./swagger-ui.css"></head><body><div id="swagger-ui"></div><script src="./swagger-ui-bundle.js"></script><script src="./swagger-ui-standalone-preset.js"></script><script>window.onload = function() { window.ui = SwaggerUIBundle({ url: "/AEMET_OpenData_specification.json", dom_id: "#swagger-ui", deepLinking: true, presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset], layout: "StandaloneLayout" }) }</script></body></html>',
        ),
        'GET /AEMET_OpenData_specification.json': json(200, description),
        '/opendata/api/*': refuse,
        'GET /opendata/sh/*': json(404, { descripcion: 'datos expirados', estado: 404 }),
      },
      otherwise: html(
        404,
        '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN"><html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>The requested URL was not found on this server.</p></body></html>',
      ),
    },
  },
  expect: expectation({
    apiBases: [open],
    tokenEndpoint: null,
    signals: {
      'structured-401': ['pass', 'partial'],
      'bearer-token': 'fail',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: {
      'captcha-before-token': 'present',
      'session-cookie-only': 'absent',
      'browser-only-oauth': ['absent', 'unknown'],
      'manual-key-approval': ['absent', 'unknown'],
    },
  }),
  why: {
    target: 'the portal of open data; the description stands behind Swagger UI',
    apiBases: 'host and basePath of the description, and the samples',
    tokenEndpoint: 'keys only',
    'structured-401':
      '401 JSON with descripcion and estado: whoever reads Spanish knows what is wrong, the names of the members are none that a program would look for',
    'bearer-token': 'the description knows the query only, the samples add a header of its own',
    'self-service-keys': 'the key comes by e-mail at once and nobody examines it; a CAPTCHA stands before',
    'token-expiry': 'nothing is said of the key; what expires are the addresses of files',
    'scope-restriction': 'nothing is said',
    'captcha-before-token': 'reCAPTCHA in the only form that gives a key',
    'session-cookie-only': 'the cookie belongs to the pages',
    'manual-key-approval': 'what is examined are applications for certificates',
  },
};

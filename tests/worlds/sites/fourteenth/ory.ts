import type { Answer, Reply, World } from '../../lib/world.ts';
import { aliasOf, html, json, redirect } from '../../lib/answers.ts';
import { oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import { contactForm, robots, sample, table } from '../../lib/pages.ts';
import { expectation } from '../../lib/world.ts';

const www = 'https://www.redesolarsul.pt';
const api = 'https://api.redesolarsul.pt';
const id = 'https://id.redesolarsul.pt';
const account = 'https://conta.redesolarsul.pt';

/** herodot's error, which the JSON handler of Oathkeeper writes without details. */
const herodot = (status: number, name: string, message: string): Answer =>
  json(status, { error: { code: status, status: name, message } });
const refuse = (): Answer => herodot(401, 'Unauthorized', 'The request could not be authorized');

/** fosite looks at the body and the grant's presence, then for a handler; one that wants a client meets a missing one. No handler: invalid_request. */
const token = tokenEndpoint({
  grants: [
    'authorization_code',
    'client_credentials',
    'refresh_token',
    'urn:ietf:params:oauth:grant-type:jwt-bearer',
    'urn:ietf:params:oauth:grant-type:device_code',
  ],
  order: 'grant-first',
  missing: oauthError(
    400,
    'invalid_request',
    "The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed. Request parameter 'grant_type' is missing",
  ),
  wrongFormat: oauthError(
    400,
    'invalid_request',
    'The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed. The POST body can not be empty.',
  ),
  unsupported: oauthError(
    400,
    'invalid_request',
    'The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed.',
  ),
  noClient: oauthError(
    401,
    'invalid_client',
    'Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method). Client Credentials missing or malformed in both HTTP Authorization header and HTTP POST body.',
  ),
  unknownClient: oauthError(
    401,
    'invalid_client',
    'Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method). The requested OAuth 2.0 Client does not exist.',
  ),
});
const noRoute =
  'Error 404 - The requested route does not exist. Make sure you are using the right path, domain, and port.';
const hydra404: Reply = (r) =>
  /json|\*\/\*/.test(r.headers['accept'] ?? '*/*') && !/text\/html/.test(r.headers['accept'] ?? '')
    ? json(404, { error: noRoute })
    : html(
        404,
        `<!DOCTYPE html><html lang="en"><head><title>404 - Route not found</title></head><body><p>${noRoute}</p></body></html>`,
      );

const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="pt-PT"><head><meta charset="utf-8"><title>${title} – Rede Solar Sul</title><link rel="stylesheet" href="/estilo.css"></head><body><header><a href="/">Rede Solar Sul</a><nav><a href="/produtores">Produtores</a> <a href="/tarifas">Tarifas</a> <a href="/programadores">Programadores</a> <a href="/contactos">Contactos</a></nav></header><main><h1>${title}</h1>${body}</main><footer><a href="/privacidade">Privacidade</a><p>Cooperativa de energia, Beja</p></footer></body></html>`,
  );

/** An energy co-operative with Ory in front: Oathkeeper guards the API, Hydra gives tokens to machines and lists more grants than are used. */
export const ory: World = {
  id: 'ory-oathkeeper',
  kind: 'provider',
  title:
    'Oathkeeper and Hydra on two hosts: 401 without a challenge, client credentials at once, documentation in Portuguese',
  target: www,
  dated: '2026-11',
  sources: [
    'ory/oathkeeper: pipeline/errors/error_json.go, pipeline/authn/authenticator_oauth2_introspection.go',
    'ory/herodot: error.go (messages and members)',
    'ory/hydra: oauth2/handler.go (discovery), x/router (404)',
    'ory/fosite: access_request_handler.go (order of checks), errors.go',
    'github.com/ory/hydra/issues/2907 (invalid_client as it is sent)',
  ],
  hosts: {
    'redesolarsul.pt': aliasOf(www),
    'www.redesolarsul.pt': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': page(
          'Energia dos telhados da vila',
          '<p>214 produtores partilham a energia que lhes sobra. As candidaturas de novos produtores são analisadas pela direção em janeiro.</p>',
        ),
        'GET /produtores': page('Produtores', '<p>Precisa de um contador inteligente e de um contrato.</p>'),
        'GET /tarifas': page(
          'Tarifas',
          table([
            ['Simples', '0,118 €/kWh'],
            ['Bi-horária', '0,094 €/kWh'],
          ]),
        ),
        'GET /contactos': page('Contactos', contactForm),
        'GET /privacidade': page('Privacidade', '<p>Pode pedir os seus dados; respondemos em 30 dias.</p>'),
        'GET /programadores': page(
          'Programadores',
          `<p>A API dá leituras dos contadores e tarifas a programas: <code>${api}/v1</code>.</p><h2>1. Criar uma aplicação</h2><p>Registe-se em <a href="${account}/">conta.redesolarsul.pt</a>, escolha <em>Nova aplicação</em> e assinale os âmbitos de que precisa. Recebe de imediato o <code>client_id</code> e o <code>client_secret</code>; não há aprovação.</p>${table(
            [
              ['leituras.ler', 'leituras dos seus contadores'],
              ['leituras.escrever', 'corrigir uma leitura'],
              ['tarifas.ler', 'tarifas em vigor'],
            ],
          )}<h2>2. Pedir um token</h2>${sample(`curl -u "$CLIENT_ID:$CLIENT_SECRET" ${id}/oauth2/token \\\n  -d grant_type=client_credentials -d scope=leituras.ler`)}${sample('{"access_token":"ory_at_…","expires_in":3599,"scope":"leituras.ler","token_type":"bearer"}', 'json')}<p>O token dura uma hora. Não há refresh token nestas aplicações: quando expirar, peça outro da mesma maneira.</p><h2>3. Chamar a API</h2>${sample(`curl ${api}/v1/leituras?contador=PT0002 -H "Authorization: Bearer $TOKEN"`)}<p>Sem token, ou com um que já expirou, a resposta é 401:</p>${sample('{"error":{"code":401,"status":"Unauthorized","message":"The request could not be authorized"}}', 'json')}`,
        ),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html lang="pt"><head><title>404</title></head><body><h1>Página não encontrada</h1></body></html>',
      ),
    },
    'conta.redesolarsul.pt': {
      routes: {
        'GET /': redirect(303, '/entrar'),
        'GET /entrar': html(
          200,
          '<!DOCTYPE html><html lang="pt-PT"><head><title>Entrar</title></head><body><h1>Entrar</h1><form action="/self-service/login?flow=6f1c" method="POST"><input type="hidden" name="csrf_token" value="b3p0"><input name="identifier" type="text" autocomplete="username" required><input name="password" type="password" required><button name="method" value="password" type="submit">Entrar</button></form><a href="/registo">Criar conta</a></body></html>',
        ),
        'GET /registo': html(
          200,
          '<!DOCTYPE html><html lang="pt-PT"><head><title>Criar conta</title></head><body><h1>Criar conta</h1><form action="/self-service/registration?flow=90aa" method="POST"><input name="traits.email" type="email" required><input name="password" type="password" required><button name="method" value="password" type="submit">Criar conta</button></form></body></html>',
        ),
      },
    },
    'id.redesolarsul.pt': {
      routes: {
        'GET /.well-known/openid-configuration': json(200, {
          issuer: id,
          authorization_endpoint: `${id}/oauth2/auth`,
          token_endpoint: `${id}/oauth2/token`,
          device_authorization_endpoint: `${id}/oauth2/device/auth`,
          jwks_uri: `${id}/.well-known/jwks.json`,
          subject_types_supported: ['public'],
          response_types_supported: [
            'code',
            'code id_token',
            'id_token',
            'token id_token',
            'token',
            'token id_token code',
          ],
          claims_supported: ['sub'],
          grant_types_supported: [
            'authorization_code',
            'implicit',
            'client_credentials',
            'refresh_token',
            'urn:ietf:params:oauth:grant-type:device_code',
          ],
          response_modes_supported: ['query', 'fragment', 'form_post'],
          userinfo_endpoint: `${id}/userinfo`,
          scopes_supported: ['offline_access', 'offline', 'openid'],
          token_endpoint_auth_methods_supported: [
            'client_secret_post',
            'client_secret_basic',
            'private_key_jwt',
            'none',
          ],
          userinfo_signing_alg_values_supported: ['none', 'RS256'],
          id_token_signing_alg_values_supported: ['RS256'],
          request_parameter_supported: true,
          request_uri_parameter_supported: true,
          require_request_uri_registration: true,
          claims_parameter_supported: false,
          revocation_endpoint: `${id}/oauth2/revoke`,
          end_session_endpoint: `${id}/oauth2/sessions/logout`,
          request_object_signing_alg_values_supported: ['none', 'RS256', 'ES256'],
          code_challenge_methods_supported: ['plain', 'S256'],
        }),
        'GET /.well-known/jwks.json': json(200, {
          keys: [{ use: 'sig', kty: 'RSA', kid: 'c0f1', alg: 'RS256', n: 'u1W', e: 'AQAB' }],
        }),
        'POST /oauth2/token': token,
        'GET /oauth2/auth': redirect(
          303,
          `${account}/entrar?error=invalid_client&error_description=The+requested+OAuth+2.0+Client+does+not+exist.`,
        ),
        'GET,POST /userinfo': json(
          401,
          {
            error: 'request_unauthorized',
            error_description:
              'The request could not be authorized. Check that you provided valid credentials in the right format.',
          },
          {
            'www-authenticate':
              'Bearer error="request_unauthorized",error_description="The request could not be authorized. Check that you provided valid credentials in the right format."',
          },
        ),
        'GET /health/ready': json(200, { status: 'ok' }),
      },
      otherwise: hydra404,
    },
    'api.redesolarsul.pt': {
      routes: {
        '/v1/leituras': refuse,
        '/v1/leituras/*': refuse,
        '/v1/contadores': refuse,
        '/v1/contadores/*': refuse,
        '/v1/tarifas': refuse,
      },
      otherwise: herodot(404, 'Not Found', 'The requested resource could not be found'),
    },
  },
  expect: expectation({
    apiBases: [api],
    tokenEndpoint: `${id}/oauth2/token`,
    flows: { client_credentials: 'yes' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': ['pass', 'partial'],
      'self-service-keys': 'pass',
      'token-expiry': 'pass',
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': 'absent',
      'token-rotation-without-refresh': 'absent',
    },
    notJudged: ['authorization_code', 'implicit', 'device_code', 'refresh_token'],
  }),
  why: {
    target: 'the site of the co-operative',
    apiBases: 'named, and in the sample; unknown paths are 404, known ones 401',
    tokenEndpoint: 'sample and metadata',
    client_credentials: 'documented, listed and told apart: another grant is invalid_request, this one invalid_client',
    authorization_code: 'not judged: Hydra lists what it is able to do, the page knows only machines',
    implicit: 'the same',
    device_code: 'the same',
    refresh_token: 'the same, and the page says that these applications have none',
    outcome: 'three resources are refused',
    'structured-401': '401 JSON with error one level down that has code and message; no challenge',
    'bearer-token': 'sample; token_type',
    'client-credentials': 'sample',
    'oauth-discovery':
      'OpenID metadata at the issuer, which is the host of the token endpoint; the API itself does not point there',
    'self-service-keys': 'at once, “no approval”',
    'manual-key-approval': 'producers are examined, applications are not: “não há aprovação”',
    'token-expiry': 'an hour, then another is asked for',
    'scope-restriction': 'three scopes, chosen for each application',
    'browser-only-oauth': 'client credentials',
    'session-cookie-only': 'bearer tokens',
    'token-rotation-without-refresh': 'another token is a call away',
  },
};

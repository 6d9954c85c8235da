import type { Answer, Incoming, World } from '../../lib/world.ts';
import { html, json, redirect, text } from '../../lib/answers.ts';
import { robots, sample, table } from '../../lib/pages.ts';
import { expectation } from '../../lib/world.ts';

const docs = 'https://platform.rijnmondwater.nl';
const vault = 'https://kluis.rijnmondwater.nl';
const oidc = `${vault}/v1/identity/oidc/provider/default`;

const headers = {
  'cache-control': 'no-store',
  'content-type': 'application/json',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};
const errors = (status: number, ...said: string[]): Answer => json(status, { errors: said }, headers);
/** Whoever brings no token, or a wrong one, is told the same; a path that nothing is mounted at is no exception. */
const refuse = (): Answer => errors(403, 'permission denied');
const approle = (r: Incoming): Answer => {
  const given = (name: string): boolean => {
    const body = r.json;
    return (
      !!body && typeof body === 'object' && Object.entries(body).some(([key, value]) => key === name && value !== '')
    );
  };
  if (r.body.trim() !== '' && (!r.json || typeof r.json !== 'object'))
    return errors(400, 'failed to parse JSON input: invalid character');
  if (!given('role_id')) return errors(400, 'missing role_id');
  return errors(400, 'invalid role or secret ID');
};
const ui = html(
  200,
  '<!DOCTYPE html>\n<html lang="en">\n  <head>\n    <meta charset="utf-8">\n    <meta http-equiv="X-UA-Compatible" content="IE=edge">\n    <title>Vault</title>\n    <meta name="viewport" content="width=device-width, initial-scale=1">\n    <meta name="vault/config/environment" content="%7B%22modulePrefix%22%3A%22vault%22%2C%22rootURL%22%3A%22%2Fui%2F%22%7D" />\n    <link integrity="" rel="stylesheet" href="/ui/assets/vendor-2c1e.css">\n    <link integrity="" rel="stylesheet" href="/ui/assets/vault-88d0.css">\n  </head>\n  <body>\n    <div id="ember-basic-dropdown-wormhole"></div>\n    <script src="/ui/assets/vendor-51a7.js"></script>\n    <script src="/ui/assets/vault-19be.js"></script>\n  </body>\n</html>\n',
  {
    'content-security-policy':
      "default-src 'none'; connect-src 'self'; img-src 'self' data:; script-src 'self'; style-src 'unsafe-inline' 'self'; form-action 'none'; frame-ancestors 'none'; font-src 'self'",
    'service-worker-allowed': '/',
    'x-content-type-options': 'nosniff',
  },
);

const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>${title} - Platformteam</title><meta name="generator" content="Hugo 0.139.4"></head><body><header><a href="/">Platformteam Rijnmondwater</a></header><aside><ul><li><a href="/">Start</a></li><li><a href="/ci/">CI en runners</a></li><li><a href="/dns/">DNS</a></li><li><a href="/geheimen/">Geheimen</a><ul><li><a href="/geheimen/aanvragen/">Toegang aanvragen</a></li><li><a href="/geheimen/api/">Kluis vanuit een programma</a></li></ul></li><li><a href="/wachtdienst/">Wachtdienst</a></li></ul></aside><main><h1>${title}</h1>${body}</main><footer><p>Laatst gewijzigd in november 2026</p></footer></body></html>`,
  );

/** The platform team of a water company and its Vault: programs log in with AppRole, access is examined first. */
export const vaultWorld: World = {
  id: 'vault',
  kind: 'provider',
  title:
    'Vault behind the pages of a platform team: AppRole login, an own header or Bearer, access on request; in Dutch',
  target: docs,
  dated: '2026-11',
  sources: [
    'hashicorp/vault: http/handler.go, http/logical.go (errors, /ui redirect, request token from X-Vault-Token or Bearer)',
    'developer.hashicorp.com/vault/api-docs (authentication, status codes)',
    'developer.hashicorp.com/vault/api-docs/auth/approle (login)',
    'developer.hashicorp.com/vault/api-docs/secret/identity/oidc-provider (discovery of the default provider)',
    'github.com/hashicorp/vault/issues/17246 (403 permission denied)',
  ],
  hosts: {
    'platform.rijnmondwater.nl': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': page(
          'Platformteam',
          '<p>Wij beheren CI, DNS, certificaten en de kluis voor teams van Rijnmondwater en voor leveranciers.</p>',
        ),
        'GET /ci/': page(
          'CI en runners',
          '<p>Runners draaien op eigen machines. Nieuwe runner: maak een merge request.</p>',
        ),
        'GET /dns/': page('DNS', '<p>Zones staan in Git; wijzigingen zijn binnen vijf minuten zichtbaar.</p>'),
        'GET /wachtdienst/': page('Wachtdienst', '<p>Bel buiten kantoortijd de piketdienst.</p>'),
        'GET /geheimen/': page(
          'Geheimen',
          `<p>Wachtwoorden, sleutels en certificaten horen in de kluis (HashiCorp Vault) op <a href="${vault}/">kluis.rijnmondwater.nl</a>. Medewerkers loggen daar in met hun account; programma’s gebruiken de <a href="/geheimen/api/">API</a>.</p>`,
        ),
        'GET /geheimen/aanvragen/': page(
          'Toegang aanvragen',
          '<p>Een programma krijgt een eigen AppRole. Vul het aanvraagformulier in: welk programma, welke paden, lezen of schrijven. Het platformteam beoordeelt elke aanvraag; reken op drie werkdagen. Na goedkeuring ontvangt u de <code>role_id</code> per e-mail en haalt u de <code>secret_id</code> eenmalig op.</p><p>Elke rol heeft een eigen policy: u kunt alleen bij de paden die u hebt aangevraagd.</p>',
        ),
        'GET /geheimen/api/': page(
          'Kluis vanuit een programma',
          `<p>Basisadres: <code>${vault}/v1</code>. Nog geen rol? <a href="/geheimen/aanvragen/">Vraag toegang aan</a>.</p><h2>1. Inloggen</h2>${sample(`curl --request POST \\\n  --data '{"role_id":"'$ROLE_ID'","secret_id":"'$SECRET_ID'"}' \\\n  ${vault}/v1/auth/approle/login`)}<p>In het antwoord staat het token:</p>${sample('{\n  "auth": {\n    "client_token": "hvs.CAES…",\n    "policies": ["default", "pompen-lezen"],\n    "lease_duration": 3600,\n    "renewable": true\n  }\n}', 'json')}<h2>2. Lezen</h2>${sample(`curl --header "X-Vault-Token: $VAULT_TOKEN" ${vault}/v1/kv/data/pompen/modbus`)}<p><code>Authorization: Bearer $VAULT_TOKEN</code> mag ook.</p><h2>3. Verlengen</h2><p>Een token is een uur geldig. Verleng het met <code>POST /v1/auth/token/renew-self</code>, ten hoogste tot vier uur na het inloggen; log daarna gewoon opnieuw in.</p><h2>Fouten</h2>${table(
            [
              ['400', '<code>{"errors":["invalid role or secret ID"]}</code>'],
              [
                '403',
                '<code>{"errors":["permission denied"]}</code>: geen token, een verlopen token of een pad buiten uw policy',
              ],
              ['503', 'de kluis is verzegeld'],
            ],
          )}`,
        ),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html lang="nl"><head><title>404</title></head><body><h1>Niet gevonden</h1></body></html>',
      ),
    },
    'kluis.rijnmondwater.nl': {
      routes: {
        'GET /': { ...redirect(307, '/ui/'), headers: { location: '/ui/', 'cache-control': 'no-store' } },
        'GET /ui/*': ui,
        'GET /ui': redirect(307, '/ui/'),
        'GET /v1/sys/health': json(
          200,
          {
            initialized: true,
            sealed: false,
            standby: false,
            performance_standby: false,
            replication_performance_mode: 'disabled',
            replication_dr_mode: 'disabled',
            server_time_utc: 1796000000,
            version: '1.21.1',
            enterprise: false,
            cluster_name: 'kluis',
            cluster_id: '5f2d0c1e-77aa-4be1-9d5e-3b5a7c1f9e02',
            echo_duration_ms: 0,
            clock_skew_ms: 0,
          },
          headers,
        ),
        'GET /v1/sys/seal-status': json(
          200,
          { type: 'shamir', initialized: true, sealed: false, t: 3, n: 5, progress: 0, version: '1.21.1' },
          headers,
        ),
        'GET /v1/sys/internal/ui/mounts': json(
          200,
          { request_id: 'b0c1', lease_id: '', renewable: false, lease_duration: 0, data: { auth: {}, secret: {} } },
          headers,
        ),
        'GET /v1/identity/oidc/provider/default/.well-known/openid-configuration': json(
          200,
          {
            issuer: oidc,
            jwks_uri: `${oidc}/.well-known/keys`,
            authorization_endpoint: `${vault}/ui/vault/identity/oidc/provider/default/authorize`,
            token_endpoint: `${oidc}/token`,
            userinfo_endpoint: `${oidc}/userinfo`,
            request_parameter_supported: false,
            request_uri_parameter_supported: false,
            id_token_signing_alg_values_supported: ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512', 'EdDSA'],
            response_types_supported: ['code'],
            scopes_supported: ['openid'],
            claims_supported: [],
            subject_types_supported: ['public'],
            grant_types_supported: ['authorization_code'],
            token_endpoint_auth_methods_supported: ['none', 'client_secret_basic', 'client_secret_post'],
            code_challenge_methods_supported: ['plain', 'S256'],
          },
          headers,
        ),
        'GET /v1/identity/oidc/provider/default/.well-known/keys': json(200, { keys: [] }, headers),
        'POST,PUT /v1/auth/approle/login': approle,
        '/v1/auth/approle/login': errors(405, '1 error occurred:\n\t* unsupported operation\n\n'),
        '/v1': text(404, '404 page not found\n'),
        '/v1/*': refuse,
      },
      otherwise: text(404, '404 page not found\n', { 'x-content-type-options': 'nosniff' }),
    },
  },
  expect: expectation({
    apiBases: [vault],
    tokenEndpoint: [`${vault}/v1/auth/approle/login`, `${oidc}/token`, null],
    signals: {
      'structured-401': 'partial',
      'bearer-token': 'pass',
      'client-credentials': 'partial',
      'oauth-discovery': ['fail', 'partial', 'n/a', 'unknown'],
      'self-service-keys': 'fail',
      'token-expiry': 'pass',
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'manual-key-approval': 'present',
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'token-rotation-without-refresh': 'absent',
    },
    notJudged: ['authorization_code'],
  }),
  why: {
    target: 'the pages of the platform team, which name the vault',
    apiBases: 'named as base address, and in the samples',
    tokenEndpoint: 'a guard: the login changes a role and its secret into a token, in words of its own',
    authorization_code:
      'not judged: a provider of identities for other software stands below a path that no standard names',
    outcome: 'below /v1 strangers are refused',
    'structured-401': '403 JSON with errors',
    'bearer-token': 'the page says that Bearer is taken as well',
    'client-credentials': 'id and secret against a token without a person: a machine grant of the vendor’s own',
    'oauth-discovery': 'a guard: nothing at the places of the standards',
    'self-service-keys': 'each application is examined, three working days',
    'manual-key-approval': 'the same sentence',
    'token-expiry': 'one hour, renewed by a call or fetched anew',
    'scope-restriction': 'a policy for each role',
    'browser-only-oauth': 'AppRole needs no browser',
    'session-cookie-only': 'tokens in headers',
    'token-rotation-without-refresh': 'renew-self, or the login again',
  },
};

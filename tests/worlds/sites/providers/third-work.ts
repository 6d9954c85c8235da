/** Tools of daily work: Freshdesk, Pipedrive, Calendly, SurveyMonkey, Personio, PagerDuty, New Relic, Heroku, Bitbucket, Tableau. */
import { aliasOf, empty, html, isBearer, json, parameter, redirect, xml } from '../../lib/answers.ts';
import { oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import { openapi } from '../../lib/openapi.ts';
import { list, loginForm, notFoundPage, recaptcha, sample, shell, signUpForm, site, table } from '../../lib/pages.ts';
import { expectation, noCredit, signUp, staticKeys, keyApi, type Site, type World } from '../../lib/world.ts';
import { docusaurus, frontOf, helpCentre, mintlify, readme, redoc, statusPage } from './third-manuals.ts';

const freshdesk = (() => {
  const login = json(
    401,
    { code: 'invalid_credentials', message: 'You have to be logged in to perform this action.' },
    { 'x-freshdesk-api-version': 'latest=v2; requested=v2' },
  );
  const world: World = {
    id: 'freshdesk',
    kind: 'provider',
    title: 'One long reference page, tenant hosts, API key as the user name of Basic',
    target: 'https://developers.freshdesk.com',
    dated: '2026-10',
    sources: ['developers.freshdesk.com/api'],
    hosts: {
      'developers.freshdesk.com': {
        routes: {
          'GET /': site({
            name: 'Freshdesk Developers',
            nav: [
              ['API reference', '/api/'],
              ['Apps', 'https://developers.freshworks.com/docs/'],
              ['Community', 'https://community.freshworks.dev/'],
            ],
          })(
            'Build on Freshdesk',
            '<p>Over 1,000 apps. Publish yours: each app goes through an approval before it is listed in the marketplace.</p>',
          ),
          'GET /api/': html(
            200,
            `<!DOCTYPE html><html><head><title>Freshdesk API</title></head><body><aside><ul><li><a href="#intro">Introduction</a></li><li><a href="#authentication">Authentication</a></li><li><a href="#ratelimit">Rate limit</a></li><li><a href="#tickets">Tickets</a></li></ul></aside><section id="intro"><h1>API v2</h1><p>This API uses <code>https://domain.freshdesk.com/api/v2/</code>; replace domain with your own.</p></section><section id="authentication"><h2>Authentication</h2><p>Use your personal API key. If you use the API key, there is no need for a password: you can use any set of characters as a dummy password.</p>${sample('curl -v -u apikey:X -X GET "https://domain.freshdesk.com/api/v2/tickets"')}${sample('curl -v -u user@yourcompany.com:test -X GET "https://domain.freshdesk.com/api/v2/tickets"')}<h3>Where can I find my API key?</h3><ol><li>Log in to your support portal</li><li>Click your profile picture and go to Profile settings</li><li>Your API key is below the change password section, after you have completed the captcha</li></ol></section><section id="ratelimit"><h2>Rate limit</h2>${table(
              [
                ['X-Ratelimit-Total', '100'],
                ['X-Ratelimit-Remaining', '99'],
                ['Retry-After', '60'],
              ],
            )}</section><section id="error"><h2>Errors</h2>${sample('HTTP/1.1 401 Unauthorized\n{"code":"invalid_credentials","message":"You have to be logged in to perform this action."}', 'http')}</section><section id="tickets"><h2>Tickets</h2>${sample('curl -v -u yourapikey:X -H "Content-Type: application/json" -X GET \'https://domain.freshdesk.com/api/v2/tickets/20\'')}</section></body></html>`,
          ),
        },
        otherwise: notFoundPage('Freshdesk Developers'),
      },
      '*.freshdesk.com': {
        headers: { server: 'fwe' },
        routes: {
          '/api/v2/*': login,
          'GET /support/home': site({ name: 'Support' })('Welcome', '<p>How can we help you today?</p>'),
          'GET /': redirect(302, '/support/home'),
        },
        otherwise: html(404, '<html><body><h1>Sorry, the page you are looking for does not exist.</h1></body></html>'),
      },
    },
    expect: expectation({
      apiBases: ['https://domain.freshdesk.com'],
      tokenEndpoint: null,
      outcome: ['scored', 'blocked'],
      signals: {
        'structured-401': ['pass', 'unknown'],
        'bearer-token': 'fail',
        ...keyApi,
      },
      antiPatterns: {
        'captcha-before-token': ['present', 'absent', 'unknown'],
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
      },
    }),
    why: {
      'captcha-before-token': 'one sentence mentions a captcha before the key is shown, no page does',
      'manual-key-approval': 'apps are approved for the marketplace, keys are not',
    },
  };
  return world;
})();

const pipedrive = (() => {
  const refused = json(
    401,
    {
      success: false,
      error: 'unauthorized access',
      errorCode: 401,
      error_info: 'Please check developers.pipedrive.com',
    },
    { 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '9', 'x-ratelimit-reset': '2' },
  );
  const api: Site = {
    routes: {
      '/v1/*': (request) =>
        isBearer(request)
          ? json(401, {
              success: false,
              error: 'Invalid token: access token is invalid',
              error_info: 'Please check developers.pipedrive.com',
              errorCode: 401,
            })
          : refused,
      '/api/v2/*': refused,
      '/api/v1/*': refused,
    },
    otherwise: json(404, { success: false, error: 'Not found' }),
  };
  const world: World = {
    id: 'pipedrive',
    kind: 'provider',
    title: 'Locale redirect, guides on ReadMe, reference with a description, tokens and OAuth',
    target: 'pipedrive.com',
    dated: '2026-10',
    sources: ['pipedrive.readme.io/docs/core-api-concepts-authentication', 'developers.pipedrive.com/docs/api/v1'],
    hosts: {
      'pipedrive.com': aliasOf('https://www.pipedrive.com'),
      'www.pipedrive.com': {
        routes: {
          ...frontOf({
            name: 'Pipedrive',
            origin: 'https://www.pipedrive.com',
            hero: 'The easy and effective CRM',
            nav: [
              ['Features', '/en/features'],
              ['Prices', '/en/prices'],
              ['Log in', 'https://app.pipedrive.com/auth/login'],
            ],
            footer: [
              ['Developers', 'https://developers.pipedrive.com/'],
              ['Status', 'https://status.pipedrive.com/'],
              ['Knowledge base', 'https://support.pipedrive.com/'],
            ],
            stubs: ['/en/features', '/en/prices'],
          }),
          'GET /': redirect(302, '/en'),
          'GET /en': site({
            name: 'Pipedrive',
            nav: [
              ['Features', '/en/features'],
              ['Prices', '/en/prices'],
              ['Log in', 'https://app.pipedrive.com/auth/login'],
              ['Try it free', '/en/register'],
            ],
            footer: [
              ['Developers', 'https://developers.pipedrive.com/'],
              ['Status', 'https://status.pipedrive.com/'],
              ['Blog', '/blog'],
              ['Contact', '/contact'],
              ['Privacy', '/privacy'],
            ],
          })('Sales CRM', '<p>Close more deals.</p>'),
          'GET /en/register': site({ name: 'Pipedrive', head: recaptcha.head })(
            'Start your free trial',
            signUpForm('', '/en/register'),
          ),
        },
        otherwise: notFoundPage('Pipedrive'),
      },
      'status.pipedrive.com': { routes: statusPage('Pipedrive') },
      'app.pipedrive.com': {
        routes: {
          'GET /auth/login': site({ name: 'Pipedrive' })('Log in', loginForm('/auth/login')),
          'GET /': redirect(302, '/auth/login'),
        },
      },
      'developers.pipedrive.com': {
        routes: {
          'GET /': site({
            name: 'Pipedrive Developers',
            nav: [
              ['API reference', '/docs/api/v1'],
              ['Guides', 'https://pipedrive.readme.io/docs'],
              ['Marketplace', 'https://www.pipedrive.com/en/features'],
            ],
          })('Developers', '<p>Build with Pipedrive. Create a free developer sandbox account.</p>'),
          'GET /docs/api/v1': redoc('Pipedrive API', '/docs/api/v1/openapi.json'),
          'GET /docs/api/v1/openapi.json': json(
            200,
            openapi({
              title: 'Pipedrive API v1',
              servers: ['https://api.pipedrive.com/v1'],
              operations: ['get /users/me', 'get /deals', 'post /deals', 'get /currencies'],
              schemes: {
                api_key: { type: 'apiKey', name: 'x-api-token', in: 'header' },
                oauth2: {
                  type: 'oauth2',
                  flows: {
                    authorizationCode: {
                      authorizationUrl: 'https://oauth.pipedrive.com/oauth/authorize',
                      tokenUrl: 'https://oauth.pipedrive.com/oauth/token',
                      refreshUrl: 'https://oauth.pipedrive.com/oauth/token',
                      scopes: {
                        base: 'Read settings of the authorized user',
                        'deals:read': 'Read most data about deals',
                        'deals:full': 'Create, read, update and delete deals',
                      },
                    },
                  },
                },
              },
              security: [{ api_key: [] }, { oauth2: ['base'] }],
            }),
          ),
        },
        otherwise: notFoundPage('Pipedrive Developers'),
      },
      'pipedrive.readme.io': {
        routes: {
          'GET /docs': redirect(302, '/docs/getting-started'),
          'GET /': redirect(302, '/docs/getting-started'),
          ...readme('Pipedrive Developer Documentation', [
            [
              '/docs/getting-started',
              'Getting started',
              '<p>Apps and integrations. Private apps are there at once; public apps are reviewed before they are listed in the Marketplace.</p>',
            ],
            [
              '/docs/core-api-concepts-authentication',
              'Authentication',
              `<p>All requests need an API token or an OAuth access token. The API token is in your company settings, Personal preferences, API. Regenerating it makes the old one invalid.</p>${sample('GET https://{COMPANYDOMAIN}.pipedrive.com/api/v1/deals\nx-api-token: 659c9fddb16335e48cc67114694b52074e812e03', 'http')}`,
            ],
            [
              '/docs/marketplace-oauth-authorization',
              'OAuth authorization',
              `<p>Access tokens live for 60 minutes, refresh tokens expire if they are not used in 60 days.</p>${sample('POST https://oauth.pipedrive.com/oauth/token\nAuthorization: Basic <base64(client_id:client_secret)>\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=authorization_code&code=…&redirect_uri=…', 'http')}${sample('GET https://api.pipedrive.com/v1/users/me\nAuthorization: Bearer <access_token>', 'http')}${sample('grant_type=refresh_token&refresh_token=<refresh_token>')}`,
            ],
          ]),
        },
        otherwise: notFoundPage('ReadMe'),
      },
      'oauth.pipedrive.com': {
        routes: {
          'POST /oauth/token': tokenEndpoint({
            grants: ['authorization_code', 'refresh_token'],
            order: 'client-first',
            unknownClient: json(401, {
              success: false,
              message: 'Client authentication failed',
              error: 'invalid_client',
            }),
            noClient: json(400, { success: false, error: 'invalid_request' }),
          }),
          'GET /oauth/authorize': redirect(302, 'https://app.pipedrive.com/auth/login'),
        },
        otherwise: json(404, { success: false, error: 'Not found' }),
      },
      'api.pipedrive.com': api,
    },
    expect: expectation({
      apiBases: ['https://api.pipedrive.com'],
      tokenEndpoint: 'https://oauth.pipedrive.com/oauth/token',
      flows: { authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': 'fail',
        'self-service-keys': signUp,
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'captcha-before-token': ['present', 'absent', 'unknown'],
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: {
      'captcha-before-token': 'the script is on the trial page, no widget in the form: arguable',
      'manual-key-approval': 'public apps are reviewed for a list',
    },
  };
  return world;
})();

const calendly = (() => {
  const world: World = {
    id: 'calendly',
    kind: 'provider',
    title: 'Personal tokens and OAuth with two-hour tokens, Mintlify docs with Markdown twins',
    target: 'https://calendly.com',
    dated: '2026-10',
    sources: ['developer.calendly.com authentication', 'calendly OAuth reference'],
    hosts: {
      'calendly.com': {
        headers: { server: 'cloudflare', 'set-cookie': '_calendly_session=x; path=/; secure; HttpOnly' },
        routes: frontOf({
          name: 'Calendly',
          origin: 'https://calendly.com',
          hero: 'Easy scheduling ahead',
          nav: [
            ['Product', '/product'],
            ['Pricing', '/pricing'],
            ['Log in', '/login'],
            ['Get started', '/signup'],
          ],
          footer: [
            ['Developer tools', 'https://developer.calendly.com/'],
            ['Status', 'https://www.calendlystatus.com/'],
          ],
          stubs: ['/product', '/pricing'],
          routes: {
            'GET /login': shell('Log in | Calendly'),
            'GET /signup': shell('Sign up | Calendly'),
            'GET /integrations/api_webhooks': redirect(302, '/login'),
          },
        }),
        otherwise: notFoundPage('Calendly'),
      },
      'www.calendly.com': aliasOf('https://calendly.com'),
      'www.calendlystatus.com': { routes: statusPage('Calendly') },
      'developer.calendly.com': {
        routes: {
          'GET /': redirect(308, '/getting-started'),
          ...mintlify('Calendly Developer', 'https://developer.calendly.com', [
            [
              '/getting-started',
              'Getting started',
              '<p>Choose personal access tokens for your own organization, OAuth for everybody else.</p>',
            ],
            [
              '/how-to-authenticate-with-personal-access-tokens',
              'How to authenticate with personal access tokens',
              `<p>Go to <a href="https://calendly.com/integrations/api_webhooks">Integrations &amp; apps, API and webhooks</a> and click Get a token now. Give it a name, choose its scopes, and copy it: it is shown once.</p>${sample('curl https://api.calendly.com/users/me --header "Authorization: Bearer {personal_access_token}"')}`,
            ],
            [
              '/how-to-access-calendly-data-on-behalf-of-authenticated-users',
              'How to access Calendly data on behalf of authenticated users',
              '<p>Redirect to <code>https://auth.calendly.com/oauth/authorize</code>, then POST to <code>https://auth.calendly.com/oauth/token</code>.</p><p>Access tokens expire after 2 hours. Use a refresh token to get a new access token. Refresh tokens do not expire until they are used.</p>',
            ],
            [
              '/api-reference/auth/oauth/get-access-token',
              'Get access token',
              sample(
                "curl --request POST \\\n  --url https://auth.calendly.com/oauth/token \\\n  --header 'Content-Type: application/x-www-form-urlencoded' \\\n  --data grant_type=authorization_code \\\n  --data 'client_id=<string>' --data 'code=<string>' --data 'redirect_uri=<string>'",
              ),
            ],
            [
              '/api-reference/users/get-current-user',
              'Get current user',
              sample(
                "curl --request GET --url https://api.calendly.com/users/me --header 'Authorization: Bearer <token>'",
              ),
            ],
          ]),
        },
        otherwise: notFoundPage('Calendly Developer'),
      },
      'auth.calendly.com': {
        routes: {
          'POST /oauth/token': tokenEndpoint({
            grants: ['authorization_code', 'refresh_token'],
            order: 'client-first',
            unknownClient: oauthError(
              401,
              'invalid_client',
              'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
            ),
          }),
          'GET /oauth/authorize': html(400, '<h1>An error has occurred</h1>'),
        },
        otherwise: empty(404),
      },
      'api.calendly.com': {
        routes: {
          '/users/*': json(401, { title: 'Unauthenticated', message: 'The access token is invalid' }),
          '/event_types*': json(401, { title: 'Unauthenticated', message: 'The access token is invalid' }),
        },
        otherwise: json(404, {
          title: 'Resource Not Found',
          message: 'The server could not find the requested resource.',
        }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.calendly.com'],
      tokenEndpoint: 'https://auth.calendly.com/oauth/token',
      flows: { authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': 'fail',
        'self-service-keys': signUp,
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': ['pass', 'partial'],
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: { 'session-cookie-only': 'the site sets a session cookie, the API documents bearer tokens' },
  };
  return world;
})();

const surveymonkey = (() => {
  const error = (id: string, message: string) =>
    json(
      401,
      {
        error: {
          docs: 'https://api.surveymonkey.com/v3/docs#error-codes',
          message,
          id,
          name: 'Authorization Error',
          http_status_code: 401,
        },
      },
      { 'x-ratelimit-app-global-minute-limit': '120', 'x-ratelimit-app-global-minute-remaining': '119' },
    );
  const api: Site = {
    routes: {
      'GET /v3/docs': html(
        200,
        `<!DOCTYPE html><html><head><title>SurveyMonkey API documentation</title></head><body><nav><a href="#authentication">Authentication</a> <a href="#scopes">Scopes</a> <a href="https://developer.surveymonkey.com/apps/">My apps</a></nav><h1>API overview</h1><p>Access URLs: <code>https://api.surveymonkey.com</code>, <code>https://api.eu.surveymonkey.com</code>, <code>https://api.surveymonkey.ca</code>.</p><h2 id="authentication">Authentication</h2><p>All apps use OAuth 2.0. Private apps, which use only your own account, need no OAuth flow: the access token is generated when you create the app, on its Settings page. It does not expire today.</p>${sample('curl -X GET https://api.surveymonkey.com/v3/users/me -H "Authorization:bearer YOUR_ACCESS_TOKEN"')}<h3>Step 1</h3><p>https://api.surveymonkey.com/oauth/authorize?response_type=code&amp;redirect_uri=…&amp;client_id=…</p><h3>Step 2</h3>${sample("curl -X POST https://api.surveymonkey.com/oauth/token -d 'client_secret=…&code=…&redirect_uri=…&client_id=…&grant_type=authorization_code'")}<p>Tokens are long-lived and do not expire, but can be revoked by the user.</p><h2 id="scopes">Scopes</h2>${table(
          [
            ['View Surveys', 'surveys_read', 'any plan'],
            ['Create/Modify Surveys', 'surveys_write', 'paid plan'],
            ['View Responses', 'responses_read', 'paid plan; approval required for public apps'],
          ],
        )}<p>Public apps are reviewed by our team before they can be used by more than a few accounts.</p><h2 id="error-codes">Errors</h2>${table(
          [
            ['1010', '401', 'The authorization token was not provided.'],
            ['1011', '401', 'The authorization token provided was invalid.'],
            ['1012', '401', 'The authorization token provided has expired.'],
          ],
        )}</body></html>`,
      ),
      'POST /oauth/token': tokenEndpoint({
        grants: ['authorization_code'],
        order: 'grant-first',
        missing: oauthError(400, 'invalid_request', 'grant_type required'),
        unknownClient: oauthError(401, 'invalid_client', 'Invalid client'),
      }),
      'GET /oauth/authorize': redirect(302, 'https://www.surveymonkey.com/user/sign-in/'),
      '/v3/*': (request) =>
        isBearer(request)
          ? error('1011', 'The authorization token provided was invalid.')
          : error('1010', 'The authorization token was not provided.'),
    },
    otherwise: json(404, {
      error: {
        id: '1020',
        name: 'Resource Not Found',
        message: 'There was an error retrieving the requested resource.',
        http_status_code: 404,
      },
    }),
  };
  const world: World = {
    id: 'surveymonkey',
    kind: 'provider',
    title: 'Docs on the API host itself; eternal tokens for private apps, review for public ones',
    target: 'https://www.surveymonkey.com',
    dated: '2026-10',
    sources: ['api.surveymonkey.com/v3/docs'],
    hosts: {
      'surveymonkey.com': aliasOf('https://www.surveymonkey.com'),
      'www.surveymonkey.com': {
        routes: frontOf({
          name: 'SurveyMonkey',
          origin: 'https://www.surveymonkey.com',
          hero: "The world's most popular survey platform",
          nav: [
            ['Products', '/product/overview/'],
            ['Plans', '/pricing/'],
            ['Log in', '/user/sign-in/'],
            ['Sign up', '/user/sign-up/'],
          ],
          footer: [
            ['Developers', 'https://developer.surveymonkey.com/'],
            ['Help', 'https://help.surveymonkey.com/'],
          ],
          stubs: ['/product/overview/', '/pricing/'],
          routes: { 'GET /user/sign-in/': shell('Log in'), 'GET /user/sign-up/': shell('Sign up') },
        }),
        otherwise: notFoundPage('SurveyMonkey'),
      },
      'developer.surveymonkey.com': {
        routes: {
          'GET /': site({
            name: 'SurveyMonkey Developer',
            nav: [
              ['Docs', 'https://api.surveymonkey.com/v3/docs'],
              ['My apps', '/apps/'],
              ['App directory', 'https://www.surveymonkey.com/product/overview/'],
            ],
          })('Build with our API', '<p>Create an app in minutes.</p>'),
          'GET /apps/': redirect(302, 'https://www.surveymonkey.com/user/sign-in/'),
        },
        otherwise: notFoundPage('SurveyMonkey Developer'),
      },
      'help.surveymonkey.com': {
        routes: {
          'GET /': redirect(302, '/en/'),
          ...helpCentre('SurveyMonkey Help Center', [
            ['/en/', 'Help Center', '<p>Search.</p>'],
            [
              '/en/surveymonkey/collect/captcha/',
              'Survey CAPTCHA',
              '<p>We may show a CAPTCHA to people who take your survey.</p>',
            ],
          ]),
        },
      },
      'api.surveymonkey.com': api,
      'api.eu.surveymonkey.com': api,
      'api.surveymonkey.ca': api,
    },
    expect: expectation({
      apiBases: [['https://api.surveymonkey.com', 'https://api.eu.surveymonkey.com', 'https://api.surveymonkey.ca']],
      tokenEndpoint: [
        'https://api.surveymonkey.com/oauth/token',
        'https://api.eu.surveymonkey.com/oauth/token',
        'https://api.surveymonkey.ca/oauth/token',
      ],
      flows: { authorization_code: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': 'fail',
        'self-service-keys': signUp,
        'token-expiry': ['n/a', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
      notJudged: ['manual-key-approval'],
    }),
    why: {
      'manual-key-approval': 'not judged: private apps at once, public apps reviewed',
      'captcha-before-token': 'a help article about CAPTCHAs in surveys',
      'token-rotation-without-refresh': 'nothing expires',
    },
  };
  return world;
})();

const personio = (() => {
  const v2error = (status: number, title: string, detail: string, kind: string) =>
    json(status, {
      personio_trace_id: 'f9eddcad',
      timestamp: '2026-11-05T09:37:58Z',
      errors: [
        { title, detail, type: `https://developer.personio.de/v2.0/page/public-api-error-codes#${kind}`, _meta: {} },
      ],
    });
  const world: World = {
    id: 'personio',
    kind: 'provider',
    title: 'Old token call with query parameters beside a standard token endpoint; German front',
    target: 'https://www.personio.de',
    dated: '2026-10',
    sources: ['developer.personio.de/reference/auth', 'developer.personio.de v2 authentication'],
    hosts: {
      'personio.de': aliasOf('https://www.personio.de'),
      'www.personio.de': {
        routes: {
          ...frontOf({
            name: 'Personio',
            origin: 'https://www.personio.de',
            lang: 'de',
            hero: 'Die HR-Software für den Mittelstand',
            nav: [
              ['Produkt', '/produkt'],
              ['Preise', '/preise'],
              ['Demo anfordern', '/demo'],
            ],
            footer: [
              ['Entwickler', 'https://developer.personio.de/'],
              ['Hilfe', 'https://support.personio.de/'],
              ['Status', 'https://status.personio.de/'],
            ],
            stubs: ['/produkt', '/preise', '/demo'],
          }),
          'GET /contact': site({ name: 'Personio', lang: 'de' })('Kontakt', '<p>Sprechen Sie mit dem Vertrieb.</p>'),
        },
        otherwise: notFoundPage('Personio'),
      },
      'status.personio.de': { routes: statusPage('Personio') },
      'support.personio.de': {
        routes: {
          'GET /': redirect(302, '/hc/de'),
          'GET /hc/de': redirect(302, '/hc/de/articles/4404623630993'),
          ...helpCentre(
            'Personio Help Center',
            [
              [
                '/hc/de/articles/4404623630993',
                'API-Zugangsdaten erstellen und verwalten',
                '<p>Gehen Sie zu Einstellungen, Integrationen, API-Zugangsdaten und klicken Sie auf Neue Zugangsdaten generieren. Wählen Sie Lese- und Schreibrechte für die einzelnen Bereiche. Client-ID und Client-Secret werden angezeigt.</p>',
              ],
              [
                '/hc/de/articles/115000671025',
                'Freigabeprozesse für Abwesenheiten',
                '<p>Anträge werden nach Freigabe durch die Führungskraft gebucht.</p>',
              ],
            ],
            'de',
          ),
        },
      },
      'developer.personio.de': {
        routes: {
          'GET /': redirect(302, '/docs'),
          ...readme('Personio Developer Hub', [
            ['/docs', 'Getting started', '<p>Personnel data, recruiting, attendance.</p>'],
            [
              '/reference/auth',
              'Authentication (v1)',
              `<p>The endpoint accepts the client id and secret and generates a bearer token, valid for 24 hours.</p>${sample('curl --request POST --url "https://api.personio.de/v1/auth?client_id=<id>&client_secret=<secret>"')}${sample("curl --url https://api.personio.de/v1/company/employees --header 'authorization: Bearer papi-…'")}`,
            ],
            [
              '/reference/post_v2-auth-token',
              'Authentication (v2)',
              `<p>OAuth 2.0 client credentials. Tokens expire after 24 hours; request a new one.</p>${sample("curl --request POST \\\n  --url https://api.personio.de/v2/auth/token \\\n  --header 'content-type: application/x-www-form-urlencoded' \\\n  --data grant_type=client_credentials \\\n  --data client_id=<id> \\\n  --data client_secret=<secret>")}${sample("curl --url https://api.personio.de/v2/persons --header 'Authorization: Bearer <token>'")}<p>Revoke: POST /v2/auth/revoke.</p>`,
            ],
            [
              '/reference/scopes',
              'Scopes',
              table([
                ['personio:persons:read', 'Read persons'],
                ['personio:absences:read', 'Read absences'],
                ['personio:absences:write', 'Write absences'],
              ]),
            ],
            [
              '/docs/partner-integrations',
              'Become a partner',
              '<p>Apply to be listed in our marketplace. We review your application and approve your integration after a demo.</p>',
            ],
          ]),
        },
        otherwise: notFoundPage('Personio Developer Hub'),
      },
      'api.personio.de': {
        routes: {
          'POST /v2/auth/token': tokenEndpoint({
            grants: ['client_credentials'],
            order: 'grant-first',
            missing: v2error(400, 'Invalid request', 'grant_type is required', 'commonbadrequest'),
            unsupported: v2error(
              400,
              'Unsupported grant type',
              'grant_type must be client_credentials',
              'unsupportedgranttype',
            ),
            unknownClient: v2error(401, 'Invalid credentials', 'Client authentication failed', 'invalidclient'),
          }),
          'POST /v1/auth': json(403, { success: false, error: { code: 0, message: 'Wrong credentials' } }),
          '/v2/*': v2error(401, 'Unauthorized', 'Authentication is required', 'commonunauthorized'),
          '/v1/*': json(401, { success: false, error: { code: 401, message: 'The token was not provided' } }),
        },
        otherwise: json(404, { success: false, error: { code: 404, message: 'Not found' } }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.personio.de'],
      tokenEndpoint: 'https://api.personio.de/v2/auth/token',
      flows: { client_credentials: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': 'fail',
        'self-service-keys': signUp,
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'manual-key-approval': ['absent', 'unknown'],
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: {
      'manual-key-approval': 'partners apply for a listing, absences are approved by a manager; keys need neither',
    },
  };
  return world;
})();

const pagerduty = (() => {
  const world: World = {
    id: 'pagerduty',
    kind: 'provider',
    title: 'Developer portal without text, help centre with it; Token scheme, client credentials on an identity host',
    target: 'https://www.pagerduty.com',
    dated: '2026-10',
    sources: [
      'support.pagerduty.com/main/docs/api-access-keys',
      'PagerDuty scoped OAuth announcement',
      'PagerDuty/go-pagerduty issue 469 (401 is not JSON)',
    ],
    hosts: {
      'pagerduty.com': aliasOf('https://www.pagerduty.com'),
      'www.pagerduty.com': {
        routes: frontOf({
          name: 'PagerDuty',
          origin: 'https://www.pagerduty.com',
          hero: 'Operations Cloud',
          nav: [
            ['Platform', '/platform/'],
            ['Pricing', '/pricing/'],
            ['Start free', '/sign-up/'],
          ],
          footer: [
            ['Developers', 'https://developer.pagerduty.com/'],
            ['Knowledge base', 'https://support.pagerduty.com/'],
            ['Community', 'https://community.pagerduty.com/'],
            ['Status', 'https://status.pagerduty.com/'],
          ],
          stubs: ['/platform/', '/pricing/'],
          routes: { 'GET /sign-up/': site({ name: 'PagerDuty' })('Try it free', signUpForm()) },
        }),
        otherwise: notFoundPage('PagerDuty'),
      },
      'status.pagerduty.com': { routes: statusPage('PagerDuty') },
      'developer.pagerduty.com': { routes: { 'GET /*': shell('PagerDuty Developer Documentation') } },
      'support.pagerduty.com': {
        routes: {
          'GET /': redirect(302, '/main/docs/introduction'),
          ...readme('PagerDuty Knowledge Base', [
            ['/main/docs/introduction', 'Introduction', '<p>Getting started.</p>'],
            [
              '/main/docs/api-access-keys',
              'API access keys',
              `<p>There are two types of REST API keys. General access: go to Integrations, Developer Tools, API access keys, Create new API key; choose whether it is a read-only API key. Personal: My profile, User settings, Create API user token. The key is shown once.</p>${sample("curl --request GET \\\n  --url 'https://api.pagerduty.com/users?limit=1' \\\n  --header 'Accept: application/json' \\\n  --header 'Authorization: Token token=y_NbAkKc66ryYTWUXYEu'")}`,
            ],
            [
              '/main/docs/app-registration',
              'App registration',
              `<p>Scoped OAuth: an app gets a token for the account with the client credentials flow, and is limited to its scopes, for example <code>incidents.read</code>, <code>users.write</code>. Tokens are valid for one day.</p>${sample("curl -i --request POST https://identity.pagerduty.com/oauth/token \\\n  --header 'Content-Type: application/x-www-form-urlencoded' \\\n  --data-urlencode 'grant_type=client_credentials' \\\n  --data-urlencode 'client_id={CLIENT_ID}' --data-urlencode 'client_secret={CLIENT_SECRET}' \\\n  --data-urlencode 'scope=as_account-us.companysubdomain incidents.read'")}${sample('curl https://api.pagerduty.com/incidents -H "Authorization: Bearer pdus+_0XBPWQQ_dfd66c4e"')}<p>For a user: https://identity.pagerduty.com/oauth/authorize with PKCE, grant_type=authorization_code, then grant_type=refresh_token.</p>`,
            ],
            ['/main/docs/service-regions', 'Service regions', '<p>EU accounts use https://api.eu.pagerduty.com.</p>'],
          ]),
        },
        otherwise: notFoundPage('PagerDuty Knowledge Base'),
      },
      'identity.pagerduty.com': {
        routes: {
          'POST /oauth/token': tokenEndpoint({
            grants: ['authorization_code', 'client_credentials', 'refresh_token'],
            order: 'grant-first',
            missing: oauthError(400, 'invalid_request', 'The grant_type field is required'),
            unknownClient: oauthError(400, 'invalid_client', 'Client not found'),
          }),
          'GET /oauth/authorize': html(400, '<h1>Error</h1>'),
        },
        otherwise: html(404, '<html><body>Not found</body></html>'),
      },
      ...Object.fromEntries(
        ['api.pagerduty.com', 'api.eu.pagerduty.com'].map((name): [string, Site] => [
          name,
          {
            headers: { server: 'nginx' },
            routes: Object.fromEntries(
              ['/users*', '/incidents*', '/services*', '/schedules*'].map((path) => [
                path,
                html(401, 'HTTP Token: Access denied.\n', { 'www-authenticate': 'Token realm="Application"' }),
              ]),
            ),
            otherwise: json(404, { error: { message: 'Not Found', code: 2100 } }),
          },
        ]),
      ),
    },
    expect: expectation({
      apiBases: [['https://api.pagerduty.com', 'https://api.eu.pagerduty.com']],
      tokenEndpoint: 'https://identity.pagerduty.com/oauth/token',
      flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'partial',
        'bearer-token': ['pass', 'partial'],
        'client-credentials': 'pass',
        'oauth-discovery': 'fail',
        'self-service-keys': signUp,
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: {
      'bearer-token': 'keys under the word Token, OAuth tokens as bearer',
      'structured-401': 'text under text/html with a challenge of an unregistered scheme',
    },
  };
  return world;
})();

const newrelic = (() => {
  const nerdgraph: Site = {
    routes: {
      '/graphql': (request) =>
        request.headers['api-key']
          ? json(401, { errors: [{ message: 'Invalid API key', extensions: { errorClass: 'UNAUTHORIZED' } }] })
          : json(401, {
              errors: [
                {
                  message: 'Missing API key: send it in the API-Key header',
                  extensions: { errorClass: 'UNAUTHORIZED' },
                },
              ],
            }),
      '/v2/*': json(401, { error: { title: 'The API key provided is invalid' } }),
    },
    otherwise: json(404, { error: { title: 'Not found' } }),
  };
  const world: World = {
    id: 'newrelic',
    kind: 'provider',
    title: 'GraphQL and an older REST API, keys of several kinds in a header of its own',
    target: 'newrelic.com',
    dated: '2026-10',
    sources: ['docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys'],
    hosts: {
      'newrelic.com': {
        routes: frontOf({
          name: 'New Relic',
          origin: 'https://newrelic.com',
          hero: 'Intelligent observability',
          nav: [
            ['Platform', '/platform'],
            ['Pricing', '/pricing'],
            ['Docs', 'https://docs.newrelic.com/'],
            ['Sign up', '/signup'],
          ],
          footer: [
            ['Status', 'https://status.newrelic.com/'],
            ['Community', 'https://support.newrelic.com/'],
          ],
          stubs: ['/platform', '/pricing'],
          routes: {
            'GET /signup': site({ name: 'New Relic', head: recaptcha.head })(
              'Sign up for free',
              signUpForm(recaptcha.field),
            ),
          },
        }),
        otherwise: notFoundPage('New Relic'),
      },
      'www.newrelic.com': aliasOf('https://newrelic.com'),
      'status.newrelic.com': { routes: statusPage('New Relic') },
      'one.newrelic.com': { routes: { 'GET *': shell('New Relic') } },
      'docs.newrelic.com': {
        routes: docusaurus('New Relic Documentation', [
          ['/', 'Welcome', '<p>Find your way.</p>'],
          [
            '/docs/apis/intro-apis/new-relic-api-keys',
            'New Relic API keys',
            `<p>From the user menu, go to <a href="https://one.newrelic.com/api-keys">API keys</a> and click Create a key. </p>${table(
              [
                ['License key', 'reporting data'],
                ['Browser key', 'browser monitoring'],
                ['User key', 'querying and configuring; tied to a user and limited to the roles of that user'],
                ['REST API key', 'legacy'],
              ],
            )}`,
          ],
          [
            '/docs/apis/nerdgraph/get-started/introduction-new-relic-nerdgraph',
            'Introduction to NerdGraph',
            `${sample("curl -X POST https://api.newrelic.com/graphql \\\n  -H 'Content-Type: application/json' \\\n  -H 'API-Key: YOUR_NEW_RELIC_USER_KEY' \\\n  -d '{\"query\": \"{ actor { user { name } } }\"}'")}<p>EU: https://api.eu.newrelic.com/graphql</p>`,
          ],
          [
            '/docs/apis/rest-api-v2/get-started/introduction-new-relic-rest-api-v2',
            'Introduction to REST API v2',
            sample('curl -X GET \'https://api.newrelic.com/v2/applications.json\' -H "Api-Key:$API_KEY" -i'),
          ],
          [
            '/docs/synthetics/synthetic-monitoring/scripting/oauth',
            'Monitor an OAuth endpoint',
            sample(
              "$http.post({ url: 'https://auth.example.com/oauth/token', form: { grant_type: 'client_credentials', client_id: '…' } })",
              'js',
            ),
          ],
        ]),
        otherwise: notFoundPage('New Relic Documentation'),
      },
      'api.newrelic.com': nerdgraph,
      'api.eu.newrelic.com': nerdgraph,
    },
    expect: expectation({
      apiBases: [['https://api.newrelic.com', 'https://api.eu.newrelic.com']],
      tokenEndpoint: null,
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'fail',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': signUp,
        'token-expiry': staticKeys,
        'scope-restriction': ['partial', 'pass', ...noCredit],
      },
      antiPatterns: {
        'captcha-before-token': 'present',
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
      },
    }),
    why: {
      tokenEndpoint: 'the one on the page about monitoring belongs to an example',
      'client-credentials': 'the same',
      'captcha-before-token': 'in the sign-up form',
    },
  };
  return world;
})();

const heroku = (() => {
  const notFound = json(404, {
    id: 'not_found',
    message:
      'The requested API endpoint was not found. Are you using the right HTTP verb (i.e. `GET` vs. `POST`), and did you specify your intended version with the `Accept` header?',
  });
  const article = site({
    name: 'Heroku Dev Center',
    nav: [
      ['Get started', 'https://devcenter.heroku.com/start'],
      ['Documentation', 'https://devcenter.heroku.com/categories/reference'],
      ['Changelog', 'https://devcenter.heroku.com/changelog'],
    ],
  });
  const world: World = {
    id: 'heroku',
    kind: 'provider',
    title: 'Versioned media type: without it every path is a 404',
    target: 'https://www.heroku.com',
    dated: '2026-10',
    sources: ['devcenter.heroku.com/articles/platform-api-reference', 'devcenter.heroku.com/articles/oauth'],
    hosts: {
      'heroku.com': aliasOf('https://www.heroku.com'),
      'www.heroku.com': {
        routes: frontOf({
          name: 'Heroku',
          origin: 'https://www.heroku.com',
          hero: 'The AI platform as a service',
          nav: [
            ['Products', '/products'],
            ['Pricing', '/pricing'],
            ['Documentation', 'https://devcenter.heroku.com/'],
            ['Sign up', 'https://signup.heroku.com/'],
          ],
          footer: [['Status', 'https://status.heroku.com/']],
          stubs: ['/products', '/pricing'],
        }),
        otherwise: notFoundPage('Heroku'),
      },
      'status.heroku.com': { routes: statusPage('Heroku') },
      'signup.heroku.com': { routes: { 'GET /': shell('Heroku | Sign up') } },
      'devcenter.heroku.com': {
        routes: {
          'GET /': redirect(302, '/start'),
          'GET /start': article('Get started', '<p>Choose a language.</p>'),
          'GET /changelog': article('Changelog', '<p>API keys from before 2018 no longer work.</p>'),
          'GET /categories/reference': article(
            'Reference',
            list([
              '<a href="/articles/platform-api-reference">Platform API reference</a>',
              '<a href="/articles/oauth">OAuth</a>',
              '<a href="/articles/authentication">Heroku CLI authentication</a>',
            ]),
          ),
          'GET /articles/platform-api-reference': article(
            'Platform API reference',
            `<h2>Overview</h2><p>Clients must address requests to <code>api.heroku.com</code> using HTTPS and specify the <code>Accept: application/vnd.heroku+json; version=3</code> Accept header.</p><h2>Authentication</h2><p>OAuth should be used to authorize and revoke access to your account to yourself and third parties. For personal scripts you may also use <code>heroku auth:token</code>. Use HTTP bearer authentication.</p>${sample('curl -n https://api.heroku.com/account \\\n  -H "Accept: application/vnd.heroku+json; version=3" \\\n  -H "Authorization: Bearer $TOKEN"')}<h2>Rate limits</h2><p>RateLimit-Remaining. 4500 calls per hour.</p>`,
          ),
          'GET /articles/oauth': article(
            'OAuth',
            `<p>Web application authorization: GET https://id.heroku.com/oauth/authorize?client_id={client-id}&amp;response_type=code&amp;scope={scopes}&amp;state={token}, then:</p>${sample('curl -X POST https://id.heroku.com/oauth/token \\\n-d "grant_type=authorization_code&code=01234567-89ab-cdef-0123-456789abcdef&client_secret=…"')}<p>The access token expires after 8 hours. Use the refresh token to get a new one:</p>${sample('curl -X POST https://id.heroku.com/oauth/token -d "grant_type=refresh_token&refresh_token=…&client_secret=…"')}<h2>Direct authorization</h2><p>Create a long-lived token in your account: <code>heroku authorizations:create -d "script"</code>. Choose its scope and lifetime.</p>${table(
              [
                ['global', 'Everything'],
                ['identity', 'Account information'],
                ['read', 'Read apps'],
                ['write-protected', 'Write with config vars'],
              ],
            )}`,
          ),
          'GET /articles/authentication': article(
            'Heroku CLI authentication',
            '<p>The CLI uses API tokens. heroku login opens a browser. For short-lived CI runs, set HEROKU_API_KEY.</p>',
          ),
        },
        otherwise: notFoundPage('Heroku Dev Center'),
      },
      'id.heroku.com': {
        routes: {
          'GET /': redirect(302, '/login'),
          'GET /login': site({ name: 'Heroku' })('Log in', loginForm()),
          'POST /oauth/token': (request) =>
            parameter(request, 'client_secret') === undefined
              ? json(401, { id: 'unauthorized', message: "Couldn't find that OAuth client." })
              : json(401, { id: 'unauthorized', message: 'Invalid credentials provided.' }),
          'GET /oauth/authorize': redirect(302, '/login'),
        },
        otherwise: notFoundPage('Heroku'),
      },
      'api.heroku.com': {
        headers: { 'request-id': 'd1c8', vary: 'Authorization,Accept-Encoding' },
        routes: {
          '/account': (request) =>
            /vnd\.heroku\+json/.test(request.headers['accept'] ?? '')
              ? json(
                  401,
                  { id: 'unauthorized', message: 'Invalid credentials provided.' },
                  { 'www-authenticate': 'Basic realm="Heroku"' },
                )
              : notFound,
          '/apps*': (request) =>
            /vnd\.heroku\+json/.test(request.headers['accept'] ?? '')
              ? json(401, { id: 'unauthorized', message: 'Invalid credentials provided.' })
              : notFound,
          'GET /schema': json(200, {
            $schema: 'http://interagent.github.io/interagent-hyper-schema',
            title: 'Heroku Platform API',
            links: [{ href: 'https://api.heroku.com', rel: 'self' }],
          }),
        },
        otherwise: notFound,
      },
    },
    expect: expectation({
      apiBases: ['https://api.heroku.com'],
      tokenEndpoint: 'https://id.heroku.com/oauth/token',
      flows: { authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': ['pass', 'partial', 'unknown'],
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': 'fail',
        'self-service-keys': signUp,
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: {
      'structured-401': '401 JSON with the media type of the docs; 404 JSON without it',
      'browser-only-oauth': 'tokens can be created in the account',
    },
  };
  return world;
})();

const bitbucket = (() => {
  const docs = site({
    name: 'Bitbucket Cloud REST API',
    nav: [
      ['Introduction', '/cloud/bitbucket/rest/intro/'],
      ['OAuth 2.0', '/cloud/bitbucket/oauth-2/'],
      ['Users', '/cloud/bitbucket/rest/api-group-users/'],
      ['Changelog', '/cloud/bitbucket/changelog/'],
    ],
  });
  const world: World = {
    id: 'bitbucket',
    kind: 'provider',
    title: 'Open for public repositories; docs at another business name; four grants, one of its own',
    target: 'https://bitbucket.org',
    dated: '2026-10',
    sources: [
      'developer.atlassian.com/cloud/bitbucket/rest/intro',
      'support.atlassian.com/bitbucket-cloud/docs/oauth-endpoints',
    ],
    hosts: {
      'bitbucket.org': {
        routes: {
          ...frontOf({
            name: 'Bitbucket',
            origin: 'https://bitbucket.org',
            hero: 'Code and CI/CD, built for teams',
            nav: [
              ['Features', '/product/features'],
              ['Pricing', '/product/pricing'],
              ['Log in', '/account/signin/'],
            ],
            footer: [
              ['Documentation', 'https://support.atlassian.com/bitbucket-cloud/'],
              ['API', 'https://developer.atlassian.com/cloud/bitbucket/rest/intro/'],
              ['Status', 'https://bitbucket.status.atlassian.com/'],
            ],
            stubs: ['/product/features', '/product/pricing'],
          }),
          'GET /account/signin/': redirect(302, 'https://id.atlassian.com/login'),
          'POST /site/oauth2/access_token': tokenEndpoint({
            grants: ['authorization_code', 'client_credentials', 'refresh_token', 'urn:bitbucket:oauth2:jwt'],
            order: 'grant-first',
            missing: oauthError(400, 'invalid_request', 'Missing parameter: grant_type'),
            unsupported: oauthError(400, 'unsupported_grant_type', 'Unsupported grant type'),
            unknownClient: oauthError(400, 'unauthorized_client', 'Invalid OAuth client credentials'),
          }),
          'GET /site/oauth2/authorize': redirect(302, '/account/signin/'),
        },
        otherwise: html(
          404,
          '<html><head><title>Page not found</title></head><body><h1>Repository not found</h1></body></html>',
        ),
      },
      'www.bitbucket.org': aliasOf('https://bitbucket.org'),
      'bitbucket.status.atlassian.com': { routes: statusPage('Bitbucket') },
      'id.atlassian.com': { routes: { 'GET /login': shell('Log in with Atlassian account') } },
      'support.atlassian.com': {
        routes: {
          'GET /bitbucket-cloud/': site({ name: 'Atlassian Support' })(
            'Bitbucket Cloud',
            '<p><a href="/bitbucket-cloud/docs/access-tokens/">Access tokens</a></p>',
          ),
          'GET /bitbucket-cloud/docs/access-tokens/': site({ name: 'Atlassian Support' })(
            'Access tokens',
            '<p>Create repository access token: in Repository settings choose Access tokens, then Create. Select the permissions the token needs; set an expiry. It is displayed only once.</p>',
          ),
          'GET /': redirect(302, '/bitbucket-cloud/'),
        },
        otherwise: notFoundPage('Atlassian Support'),
      },
      'developer.atlassian.com': {
        routes: {
          'GET /': redirect(302, '/cloud/bitbucket/rest/intro/'),
          'GET /cloud/bitbucket/changelog/': docs(
            'Changelog',
            '<p>App passwords have been replaced by API tokens with scopes.</p>',
          ),
          'GET /cloud/bitbucket/rest/api-group-users/': docs(
            'Users',
            sample(
              'curl --request GET \\\n  --url "https://api.bitbucket.org/2.0/user" \\\n  --header "Authorization: Bearer <access_token>" \\\n  --header "Accept: application/json"',
            ),
          ),
          'GET /cloud/bitbucket/rest/intro/': docs(
            'Introduction',
            `<p>The REST API is at <code>https://api.bitbucket.org/2.0</code>. Swagger: <a href="https://api.bitbucket.org/swagger.json">swagger.json</a></p><h2>Authentication methods</h2><p>Repository, project and workspace access tokens are used as bearer tokens; API tokens with an Atlassian email as Basic.</p>${sample('curl --header "Authorization: Bearer <access_token>" --url "https://api.bitbucket.org/2.0/repositories/{workspace}"')}<h2>Scopes</h2>${table(
              [
                ['repository', 'Read'],
                ['repository:write', 'Write'],
                ['pullrequest', 'Read pull requests'],
              ],
            )}`,
          ),
          'GET /cloud/bitbucket/oauth-2/': docs(
            'OAuth 2.0',
            `<p>Once your consumer exists, you have https://bitbucket.org/site/oauth2/authorize and https://bitbucket.org/site/oauth2/access_token.</p><h2>1. Authorization code grant (4.1)</h2>${sample('curl -X POST -u "client_id:secret" \\\n  https://bitbucket.org/site/oauth2/access_token \\\n  -d grant_type=authorization_code -d code={code}')}<h2>2. Implicit grant (4.2)</h2><p>response_type=token</p><h2>3. Client credentials grant (4.4)</h2><p>Somewhat like our existing 2-LO flow for OAuth 1: obtain an access token that represents not an end user, but the owner of the client.</p>${sample('curl -X POST -u "client_id:secret" \\\n  https://bitbucket.org/site/oauth2/access_token -d grant_type=client_credentials')}<h2>4. Bitbucket Cloud JWT grant</h2><p>urn:bitbucket:oauth2:jwt</p><p>Our access tokens expire in two hours. When this happens, you get 401 responses. Use the refresh token: <code>grant_type=refresh_token</code>. The resource owner password credentials grant (4.3) is no longer supported.</p>`,
          ),
        },
        otherwise: notFoundPage('Atlassian Developer'),
      },
      'api.bitbucket.org': {
        headers: { server: 'AtlassianEdge' },
        routes: {
          '/2.0/user': json(
            401,
            { type: 'error', error: { message: 'Authentication required.' } },
            { 'www-authenticate': 'OAuth realm="Bitbucket.org HTTP"' },
          ),
          'GET /2.0/repositories': json(200, {
            pagelen: 10,
            values: [{ type: 'repository', full_name: 'opensource/tool' }],
          }),
          'GET /swagger.json': json(200, {
            swagger: '2.0',
            info: { title: 'Bitbucket API', version: '2.0' },
            host: 'api.bitbucket.org',
            basePath: '/2.0',
            schemes: ['https'],
            securityDefinitions: {
              oauth2: {
                type: 'oauth2',
                flow: 'accessCode',
                authorizationUrl: 'https://bitbucket.org/site/oauth2/authorize',
                tokenUrl: 'https://bitbucket.org/site/oauth2/access_token',
                scopes: {
                  repository: 'Read your repositories',
                  'repository:write': 'Read and modify your repositories',
                },
              },
              basic: { type: 'basic' },
              api_key: { type: 'apiKey', name: 'Authorization', in: 'header' },
            },
            paths: {
              '/user': {
                get: {
                  security: [{ oauth2: ['account'] }, { basic: [] }, { api_key: [] }],
                  responses: {
                    200: { description: 'The current user' },
                    401: { description: "When the request wasn't authenticated" },
                  },
                },
              },
              '/repositories': { get: { responses: { 200: { description: 'All public repositories' } } } },
            },
          }),
        },
        otherwise: json(404, { type: 'error', error: { message: 'Resource not found' } }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.bitbucket.org'],
      tokenEndpoint: 'https://bitbucket.org/site/oauth2/access_token',
      flows: {
        client_credentials: 'yes',
        authorization_code: 'yes',
        refresh_token: 'yes',
        implicit: ['yes', 'no', 'unknown'],
        password: ['no', 'unknown'],
      },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': 'fail',
        'self-service-keys': signUp,
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: { password: 'documented as no longer supported' },
  };
  return world;
})();

const tableau = (() => {
  const refused = (code: string, summary: string, detail: string, wantsJson: boolean) =>
    wantsJson
      ? json(401, { error: { summary, detail, code } })
      : xml(
          401,
          `<?xml version='1.0' encoding='UTF-8'?><tsResponse xmlns="http://tableau.com/api" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><error code="${code}"><summary>${summary}</summary><detail>${detail}</detail></error></tsResponse>`,
        );
  const help = (title: string, body: string) =>
    html(
      200,
      `<!DOCTYPE html><html lang="en-us"><head><title>${title} - Tableau</title></head><body><div class="nav"><a href="/current/api/rest_api/en-us/REST/rest_api.htm">REST API help</a><a href="/current/api/rest_api/en-us/REST/rest_api_concepts_auth.htm">Signing in and out</a><a href="/current/api/rest_api/en-us/REST/rest_api_concepts_example_requests.htm">Example requests</a></div><div id="content-main-area"><h1>${title}</h1>${body}</div></body></html>`,
    );
  const world: World = {
    id: 'tableau',
    kind: 'provider',
    title: 'Sign-in call with a token in the body, session token in a header of its own, XML unless asked',
    target: 'https://help.tableau.com',
    dated: '2026-10',
    sources: ['help.tableau.com REST API: signing in and out'],
    hosts: {
      'help.tableau.com': {
        routes: {
          'GET /': redirect(302, '/current/guides/en-us/home.htm'),
          'GET /current/guides/en-us/home.htm': help(
            'Tableau Help',
            '<p>Products: Tableau Cloud, Tableau Server, <a href="/current/api/rest_api/en-us/REST/rest_api.htm">REST API</a>.</p>',
          ),
          'GET /current/api/rest_api/en-us/REST/rest_api.htm': help(
            'Tableau REST API',
            `<p>With the REST API you can manage and change your sites programmatically. Format: <code>https://10ax.online.tableau.com/api/3.26/</code></p>${sample('GET https://10ax.online.tableau.com/api/3.26/serverinfo', 'http')}`,
          ),
          'GET /current/api/rest_api/en-us/REST/rest_api_concepts_auth.htm': help(
            'Signing in and out (authentication)',
            `<p>You must first call Sign In, with a personal access token (PAT) or a JWT of a connected app. The response holds a credentials token, which you send in the <code>X-Tableau-Auth</code> header. The token is valid for 120 minutes on Tableau Cloud; sign in again to get a new one.</p>${sample('curl "https://10ax.online.tableau.com/api/3.26/auth/signin" -X POST -d @signin.xml\n\n<tsRequest>\n  <credentials personalAccessTokenName="MY_PAT" personalAccessTokenSecret="…">\n    <site contentUrl="MY_SITE"/>\n  </credentials>\n</tsRequest>', 'xml')}${sample('curl "https://10ax.online.tableau.com/api/3.26/sites" -X GET -H "X-Tableau-Auth:12ab34cd56ef78ab90cd12ef34ab56cd"')}<p>Create a PAT under My Account Settings, Personal access tokens. A PAT expires if it is not used for 15 days, and after one year.</p>`,
          ),
          'GET /current/api/rest_api/en-us/REST/rest_api_concepts_example_requests.htm': help(
            'Example requests',
            '<p>Send Accept: application/json for JSON.</p>',
          ),
        },
        otherwise: html(404, '<html><body><h1>Page not found</h1></body></html>'),
      },
      '10ax.online.tableau.com': {
        routes: {
          'GET /api/3.26/serverinfo': (request) =>
            /json/.test(request.headers['accept'] ?? '')
              ? json(200, {
                  serverInfo: {
                    productVersion: { value: '2026.2.0', build: '20262.26.0801.1234' },
                    restApiVersion: '3.26',
                  },
                })
              : xml(
                  200,
                  '<?xml version="1.0"?><tsResponse xmlns="http://tableau.com/api"><serverInfo><restApiVersion>3.26</restApiVersion></serverInfo></tsResponse>',
                ),
          'POST /api/3.26/auth/signin': (request) =>
            refused(
              '401001',
              'Signin Error',
              'Error signing in to Tableau Server',
              /json/.test(request.headers['accept'] ?? ''),
            ),
          '/api/3.26/*': (request) =>
            refused(
              '401002',
              'Unauthorized Access',
              'Invalid authentication credentials were provided.',
              /json/.test(request.headers['accept'] ?? ''),
            ),
        },
        otherwise: html(404, ''),
      },
    },
    expect: expectation({
      apiBases: ['https://10ax.online.tableau.com'],
      signals: {
        'structured-401': ['pass', 'partial'],
        'bearer-token': 'fail',
        'client-credentials': ['partial', ...noCredit],
        'oauth-discovery': noCredit,
        'self-service-keys': signUp,
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': [...noCredit, 'partial'],
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': ['absent', 'unknown'],
      },
    }),
    why: {
      'token-expiry': 'session tokens last two hours, a program signs in again with its PAT',
      'client-credentials': 'a sign-in of its own',
      tokenEndpoint: 'not judged: a sign-in call is not a token endpoint, but naming it is no harm',
    },
  };
  return world;
})();

export const thirdWorkWorlds: readonly World[] = [
  freshdesk,
  pipedrive,
  calendly,
  surveymonkey,
  personio,
  pagerduty,
  newrelic,
  heroku,
  bitbucket,
  tableau,
];

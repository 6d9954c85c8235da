import type { Answer, Incoming, World } from '../../lib/world.ts';
import { aliasOf, html, json, parameter } from '../../lib/answers.ts';
import { oauthError } from '../../lib/oauth.ts';
import { contactForm, robots, sample, table } from '../../lib/pages.ts';
import { expectation, noCredit } from '../../lib/world.ts';

const home = 'https://helpdesk.waterschap-rijnkant.nl';
const www = 'https://www.waterschap-rijnkant.nl';

const guard = { 'x-frame-options': 'SAMEORIGIN', 'x-content-type-options': 'nosniff', 'x-runtime': '0.008' };
/** `respond_to_exception`: JSON for programs, a static page for whoever wants HTML. */
const fault = (r: Incoming, status: number, error: string): Answer => {
  const accept = r.headers['accept'] ?? '*/*';
  const extra: Record<string, string> = status === 401 || status === 403 ? { 'x-failure': error } : {};
  return /text\/html/.test(accept) && !/json/.test(accept)
    ? html(
        status,
        `<!DOCTYPE html><html><head><title>${status}: ${error}</title></head><body><div class="error-page"><h1>${status}</h1><p>${error}</p></div></body></html>`,
        { ...guard, ...extra },
      )
    : json(status, { error, error_human: error }, { ...guard, ...extra });
};
/** Rails reads a token after “Token” and after “Bearer”; nobody at all is forbidden, somebody wrong is not authorized. */
const refuse = (r: Incoming): Answer => {
  const { scheme, value } = r.authorization;
  if (scheme === 'basic') return fault(r, 403, 'API password access disabled!');
  if ((scheme === 'bearer' || scheme === 'token') && value !== '') return fault(r, 401, "Can't find User for Token");
  return fault(r, 403, 'Authentication required');
};
/** Doorkeeper with the authorization code grant only. */
const token = (r: Incoming): Answer => {
  const grant = parameter(r, 'grant_type');
  if (grant === undefined) return oauthError(400, 'invalid_request', 'Missing required parameter: grant_type.');
  if (grant !== 'authorization_code' && grant !== 'refresh_token')
    return oauthError(
      400,
      'unsupported_grant_type',
      'The authorization grant type is not supported by the authorization server.',
    );
  return oauthError(
    401,
    'invalid_client',
    'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
  );
};
const app = (): Answer =>
  html(
    200,
    '<!DOCTYPE html>\n<html lang="en-us">\n<head>\n<meta charset="utf-8">\n<title>Zammad Helpdesk</title>\n<meta name="viewport" content="width=device-width, initial-scale=1.0">\n<link rel="stylesheet" media="all" href="/assets/application-5f1c.css" />\n<link rel="manifest" href="/assets/frontend/manifest.webmanifest">\n<script src="/assets/application-93be.js"></script>\n<script nonce="d0Zf">jQuery(function(){ App.Run({ el: jQuery("#app") }) })</script>\n</head>\n<body class="dont-print">\n<div id="app" class="app-container"><div class="splash"><p>Loading...</p></div></div>\n<div class="js-noscript"><noscript>Your browser does not support JavaScript or it is disabled.</noscript></div>\n</body>\n</html>',
    {
      ...guard,
      'content-security-policy': "base-uri 'self' https://helpdesk.waterschap-rijnkant.nl; default-src 'self' ws: wss:",
      'set-cookie': '_zammad_session_0d2f=6c7a; path=/; secure; HttpOnly; SameSite=Lax',
    },
  );
const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>${title} - Waterschap Rijnkant</title><link rel="stylesheet" href="/static/wr.css"></head><body><header><a href="/">Waterschap Rijnkant</a><nav><ul><li><a href="/dijken">Dijken</a></li><li><a href="/vergunningen">Vergunningen</a></li><li><a href="/belasting">Belasting</a></li><li><a href="/leveranciers">Leveranciers</a></li><li><a href="${home}/">Meldingen</a></li><li><a href="/contact">Contact</a></li></ul></nav></header><main><h1>${title}</h1>${body}</main><footer><a href="/toegankelijkheid">Toegankelijkheid</a><p>Postbus 12, Rijnkant</p></footer></body></html>`,
  );

/** Zammad of a Dutch water board: strangers are forbidden, a wrong token is not authorized; the how-to is for suppliers. */
export const zammad: World = {
  id: 'zammad',
  kind: 'provider',
  title: 'Zammad of a water board: 403 JSON to nobody, 401 to a wrong token; tokens with permissions; how-to in Dutch',
  target: home,
  dated: '2026-11',
  sources: [
    'zammad/zammad: app/controllers/application_controller/authenticates.rb (order of schemes, words)',
    'zammad/zammad: app/controllers/application_controller/handles_errors.rb (JSON and HTML, X-Failure)',
    'docs.zammad.org/en/latest/api/intro.html (three ways, Token token=)',
    'rails/rails: actionpack http_authentication.rb (Token and Bearer)',
  ],
  hosts: {
    'waterschap-rijnkant.nl': aliasOf(www),
    'www.waterschap-rijnkant.nl': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': page(
          'Droge voeten, schoon water',
          '<p>Wij zorgen voor 310 kilometer dijk. Storing aan een gemaal? Meld het bij de helpdesk.</p><ul><li>Schouw van de sloten: voor 1 december</li><li>Vergadering algemeen bestuur</li></ul>',
        ),
        'GET /dijken': page('Dijken', '<p>De sleutel van het hek ligt bij de dijkwacht.</p>'),
        'GET /vergunningen': page(
          'Vergunningen',
          '<p>U vraagt een vergunning aan via het Omgevingsloket. Wij beoordelen uw aanvraag binnen acht weken.</p>',
        ),
        'GET /belasting': page('Belasting', '<p>Inloggen met DigiD. De sessie verloopt na 15 minuten.</p>'),
        'GET /leveranciers': page(
          'Leveranciers',
          '<ul><li><a href="/leveranciers/facturen">Facturen</a></li><li><a href="/leveranciers/koppeling">Koppeling met de helpdesk</a></li></ul>',
        ),
        'GET /leveranciers/facturen': page('Facturen', '<p>Alleen via Peppol.</p>'),
        'GET /leveranciers/koppeling': page(
          'Koppeling met de helpdesk',
          `<p>Onze helpdesk draait op Zammad 6.5. Onderhoudspartijen kunnen storingen rechtstreeks in hun eigen systeem ophalen en afmelden.</p><h2>Account</h2><p>Met een onderhoudscontract krijgt u een account van de contractbeheerder.</p><h2>Token</h2><p>Ingelogd maakt u zelf een token onder Profiel &gt; Token-toegang. U ziet het één keer. Vink alleen de rechten aan die uw systeem nodig heeft:</p>${table(
            [
              ['ticket.agent', 'storingen lezen en bijwerken'],
              ['ticket.customer', 'alleen eigen meldingen'],
              ['knowledge_base.reader', 'handleidingen lezen'],
            ],
          )}<p>Een vervaldatum is niet verplicht; laat u het veld leeg, dan blijft het token geldig tot u het verwijdert.</p><h2>Aanroepen</h2>${sample(`curl -H "Authorization: Token token=UW_TOKEN" ${home}/api/v1/tickets?per_page=25`)}${sample(`curl -X PUT -H "Authorization: Token token=UW_TOKEN" -H "Content-Type: application/json" -d '{"state":"closed"}' ${home}/api/v1/tickets/4711`)}<p>Basic met naam en wachtwoord staat uit. Zonder token antwoordt de helpdesk met 403 en een foutmelding in JSON.</p>`,
        ),
        'GET /contact': page('Contact', contactForm),
        'GET /toegankelijkheid': page('Toegankelijkheid', '<p>Status B.</p>'),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html lang="nl"><head><title>Pagina niet gevonden</title></head><body><h1>Pagina niet gevonden</h1></body></html>',
      ),
    },
    'helpdesk.waterschap-rijnkant.nl': {
      headers: { server: 'nginx' },
      routes: {
        'GET /robots.txt': robots('User-agent: *\nDisallow: /assets/\n'),
        'GET /': app,
        'GET /mobile*': app,
        'GET /desktop*': app,
        'POST /oauth/token': token,
        'GET /oauth/authorize': (r) => fault(r, 403, 'Authentication required'),
        'GET /api/v1/getting_started': json(200, { setup_done: true, import_mode: false }, guard),
        '/api/v1/:resource': (r) =>
          /^(tickets|users|organizations|groups|ticket_articles|online_notifications|tags|roles|overviews|user_access_token)$/.test(
            r.params['resource'] ?? '',
          )
            ? refuse(r)
            : null,
        '/api/v1/tickets/*': refuse,
        '/api/v1/users/*': refuse,
        '/api/v1/organizations/*': refuse,
      },
      otherwise: (r) => fault(r, 404, `No route matches [${r.method}] ${r.path}`),
    },
  },
  expect: expectation({
    apiBases: [home],
    tokenEndpoint: [null, `${home}/oauth/token`],
    signals: {
      'structured-401': 'partial',
      'bearer-token': ['pass', 'partial'],
      'client-credentials': noCredit,
      'oauth-discovery': [...noCredit, 'partial'],
      'self-service-keys': ['partial', 'fail'],
      'token-expiry': ['partial', 'n/a', 'pass'],
      'scope-restriction': 'pass',
    },
    antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': ['absent', 'unknown'] },
    notJudged: ['manual-key-approval', 'authorization_code'],
  }),
  why: {
    target:
      'the helpdesk itself, an application without a word; robots.txt is the water board’s, since that of the product disallows everything',
    apiBases: 'samples on the page for suppliers, which the website of the same domain has in its menu',
    tokenEndpoint: 'a guard: nothing names /oauth/token, and tokens are made in the profile',
    authorization_code: 'not judged: the endpoint of the software knows the grant, nobody offers it',
    'structured-401': 'without credentials 403 JSON that names the error',
    'bearer-token': 'samples say Token token=, and a bearer gets another answer: 401, no user for this token',
    'oauth-discovery': 'a guard: no metadata',
    'self-service-keys': 'the token is made at once by whoever has an account; an account comes with a contract',
    'token-expiry': 'no date unless one is set; can be deleted',
    'scope-restriction': 'permissions are ticked for each token',
    'manual-key-approval': 'not judged: a contract precedes the account, nobody examines tokens',
    'session-cookie-only': 'tokens in Authorization',
  },
};

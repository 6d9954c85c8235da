/** What the pages of the five anti-patterns say beside what the engine's own tables hold. */
import type { AntiPatternId } from '../lib/scan/schema/report.ts';
import { sources } from './sources.ts';
import type { AntiPatternArticle } from './types.ts';

export const antiPatternArticles: Record<AntiPatternId, AntiPatternArticle> = {
  'browser-only-oauth': {
    why: [
      'The API is described, the metadata is valid, the endpoints answer with a clean 401, and every grant on offer begins with a browser. The agent gets as far as `/authorize` and stands in front of a page with two fields and a button.',
      'It is easy to end up here: signing in for people is what OAuth libraries set up first. Nothing is broken. One grant is missing.',
    ],
    samples: [
      {
        label: 'The metadata of a server for people only',
        tone: 'wall',
        text: '{\n  "issuer": "https://auth.example.com",\n  "authorization_endpoint": "https://auth.example.com/authorize",\n  "token_endpoint": "https://auth.example.com/oauth/token",\n»   "grant_types_supported": ["authorization_code", "refresh_token"],\n  "code_challenge_methods_supported": ["S256"]\n}',
      },
      {
        label: 'What the agent is sent to',
        tone: 'wall',
        text: 'GET /authorize?response_type=code&client_id=agent HTTP/1.1\nHost: auth.example.com\n\n» HTTP/1.1 302 Found\n» Location: /login?continue=%2Fauthorize',
      },
    ],
    presentWhen:
      'OAuth guards the API, an authorization code or implicit grant is the way to a token, and `client_credentials` is denied by the metadata, by the token endpoint, or by documentation that knows no other way.',
    neverWhen:
      'a key, a token that people make for themselves, a device code or a grant for machines was found. Then OAuth is not the only door.',
    tests: [
      {
        say: 'List the grants that the server offers.',
        command:
          'curl -sS https://auth.example.com/.well-known/oauth-authorization-server | grep -o \'"grant_types_supported":[^]]*]\'',
        readings: [
          { answer: 'Only `authorization_code`, `implicit`, `refresh_token`', means: 'People only.' },
          { answer: '`client_credentials` among them', means: 'A program gets in.' },
        ],
      },
      {
        say: 'Ask the token endpoint itself, with a client that does not exist.',
        command: 'curl -sS -u nobody:wrong -d grant_type=client_credentials https://auth.example.com/oauth/token',
        readings: [
          { answer: '`unsupported_grant_type`', means: 'It does not know the grant.' },
          { answer: '`invalid_client`', means: 'It may know it. Ask for a grant that cannot exist and compare.' },
        ],
      },
    ],
    objections: [
      {
        says: 'Our tokens always act for a user.',
        answer:
          'Then let that user create a client that acts for their account. The person agrees once, when they create it, and is not asked again.',
      },
      {
        says: 'Refresh tokens live for months, so once is enough.',
        answer:
          'It helps an agent that already has one. A new agent, a second machine and a revoked grant all begin at the login page.',
      },
      {
        says: 'Our identity provider does not do it.',
        answer:
          'Nearly all of them do: look for “machine to machine”, “service account” or “application” in its settings.',
      },
    ],
    sources: [sources.clientCredentials, sources.serverMetadataMembers, sources.bestPractice],
    related: ['/signals/client-credentials', '/flows/authorization_code', '/flows/client_credentials'],
  },

  'captcha-before-token': {
    why: [
      'A CAPTCHA asks one question: is there a browser with a person in front of it? For an agent the honest answer is no. Solving services exist, and using them is what the honest agents do not do, so the puzzle keeps out the wrong ones.',
      'The invisible kind is no better. It shows nothing and still wants a token that only its script can make, so a plain HTTP client fails just as surely.',
    ],
    samples: [
      {
        label: 'A puzzle',
        tone: 'wall',
        text: '<form action="/signup" method="post">\n  <input name="email" type="email">\n»   <div class="g-recaptcha" data-sitekey="6Lc_example"></div>\n  <button>Create account</button>\n</form>',
      },
      {
        label: 'A limit instead',
        tone: 'open',
        text: 'HTTP/1.1 429 Too Many Requests\n» Retry-After: 60\nContent-Type: application/json\n\n{\n»   "error": "too_many_requests",\n  "error_description": "Try again in 60 seconds."\n}',
      },
    ],
    presentWhen:
      'a CAPTCHA product sits in the form that makes the account, the key or the token, as a visible puzzle or as a script whose result the form needs.',
    neverWhen:
      'the word stands only in prose or in a policy, or the widget belongs to a contact form. A widget that appears only after a form is sent cannot be seen, since the scanner sends none.',
    tests: [
      {
        say: 'Look for a widget in the form that leads to a credential.',
        command:
          "curl -sSL https://example.com/signup | grep -oiE 'g-recaptcha|h-captcha|cf-turnstile|frc-captcha|recaptcha/(api|enterprise)\\.js' | sort | uniq -c",
        readings: [
          {
            answer: 'Nothing',
            means: 'None in the page as it is sent. A page that is drawn by script has to be looked at in a browser.',
          },
          { answer: 'A name', means: 'See whether it stands in the form that makes the account or the key.' },
        ],
      },
      {
        say: 'Make sure that no challenge page stands in front of the token endpoint itself.',
        command:
          "curl -sS -i -u nobody:wrong -d grant_type=client_credentials https://auth.example.com/oauth/token | grep -iE '^HTTP|cf-mitigated|x-amzn-waf-action|content-type'",
        readings: [
          { answer: '`401` and `application/json`', means: 'Free.' },
          {
            answer: '`403` or `202` with `cf-mitigated` or `x-amzn-waf-action`',
            means: 'A bot wall. Leave the token endpoint and the API out of that rule.',
          },
        ],
      },
    ],
    objections: [
      {
        says: 'Without it we drown in fake accounts.',
        answer:
          'Confirm the e-mail address, start new keys with low limits, and limit sign-ups by address and network. A fake account that may do nothing is worth nothing.',
      },
      {
        says: 'The score runs in the background, nobody notices.',
        answer: 'People do not notice. A program cannot send the token that the script makes, and is turned away.',
      },
    ],
    sources: [sources.tooManyRequests, sources.bestPractice],
    related: ['/signals/self-service-keys', '/anti-patterns/manual-key-approval', '/guide#security'],
  },

  'session-cookie-only': {
    why: [
      'Many an API began as the back end of a web page. It recognises the cookie that the login page sets and nothing else. In the browser everything works; from a program nothing does.',
      'An agent cannot sign in to your login page, and should not: it would need a person’s password, would trip over CSRF tokens and second factors, and would lose its session at the next deployment.',
    ],
    samples: [
      {
        label: 'With or without a token, the same',
        tone: 'wall',
        text: 'GET /api/orders HTTP/1.1\nHost: example.com\nAuthorization: Bearer 2YotnFZFEjr1zCsicMWpAA\n\n» HTTP/1.1 302 Found\n» Location: /login\n» Set-Cookie: sessionid=…; HttpOnly; SameSite=Lax',
      },
      {
        label: 'A token beside the cookie',
        tone: 'open',
        text: 'GET /api/orders HTTP/1.1\nHost: example.com\nAuthorization: Bearer 2YotnFZFEjr1zCsicMWpAA\n\n» HTTP/1.1 200 OK\nContent-Type: application/json\n\n[{ "id": 1 }]',
      },
    ],
    presentWhen:
      'two signs come together: a redirect to a login page, a session cookie that is set on a bare call, documentation or a description that knows only a cookie. And a bearer token changes nothing.',
    neverWhen: 'any other way of carrying a credential was found: a bearer token, a key in a header, Basic.',
    tests: [
      {
        say: 'Call as a program, first bare, then with a token.',
        command:
          "u=https://example.com/api/orders\ncurl -sS -i -H 'Accept: application/json' $u | grep -iE '^HTTP|^location|^set-cookie'\ncurl -sS -i -H 'Accept: application/json' -H 'Authorization: Bearer not-a-token' $u | grep -iE '^HTTP|^location|^set-cookie'",
        readings: [
          { answer: '`302` to a login page both times, with a session cookie', means: 'Cookies only.' },
          { answer: '`401` once a token is sent', means: 'Tokens are read. Send the 401 without one too.' },
        ],
      },
      {
        say: 'See whether the endpoint asks for a form’s secret.',
        command:
          "curl -sS -i -X POST -H 'Content-Type: application/json' -d '{}' https://example.com/api/no-such-path | head -n 20",
        readings: [
          {
            answer: '`419`, or a page that speaks of CSRF',
            means: 'Made for forms. Skip that check for calls that carry a bearer token.',
          },
          { answer: '`404` in JSON', means: 'Nothing of the kind.' },
        ],
      },
    ],
    objections: [
      {
        says: 'Tokens in a browser are unsafe.',
        answer:
          'They are, so leave the browser its cookie. Tokens are for callers that are no browser; both can guard the same endpoint.',
      },
      {
        says: 'It is an internal API.',
        answer:
          'The agents of your own customers and of your own people are programs too. Sooner or later one of them is sent there.',
      },
    ],
    sources: [sources.bearerHeader, sources.http401],
    related: ['/signals/bearer-token', '/signals/structured-401'],
  },

  'manual-key-approval': {
    why: [
      'Somebody fills in a form, somebody else reads it, and days go by in between. For a partner programme that may be right. As the only way to a first call it turns away everybody who came just to try.',
      'An agent compares APIs while it works. One that hands out a key now beats a better one that hands out a key on Thursday.',
    ],
    samples: [
      {
        label: 'Documentation that says wait',
        tone: 'wall',
        text: '» API access is granted on a case-by-case basis.\n» Request access and we will review your application.',
      },
      {
        label: 'Documentation that says go',
        tone: 'open',
        text: '» Create a key in your dashboard. It works at once.\nNew keys may make 60 requests a minute.\nWe look at an account when it asks for more.',
      },
    ],
    presentWhen:
      'the documentation says that somebody approves, reviews or sells before a credential is given, and nothing says that keys are self-service.',
    neverWhen:
      'keys are self-service, or registration is open. Approval of an app listing, of a payout or of a template is something else and does not count.',
    tests: [
      {
        say: 'Read your own pages as a stranger would.',
        command:
          "curl -sSL https://docs.example.com/authentication | grep -iE 'request access|apply|approv|review|wait(ing)?[ -]?list|contact (us|sales)|business days'",
        readings: [
          { answer: 'A sentence about API access', means: 'It is what an agent tells its owner.' },
          {
            answer: 'Only sentences about other things',
            means: 'Fine. Say in one sentence that keys are made at once.',
          },
        ],
      },
    ],
    objections: [
      {
        says: 'We have to know our customers.',
        answer: 'Then give a sandbox key at once and ask for the papers before production. Say both on the same page.',
      },
      {
        says: 'Abuse would cost us.',
        answer: 'A limit of sixty requests a minute costs little. Approve volume, not beginners.',
      },
    ],
    sources: [sources.registration],
    related: ['/signals/self-service-keys', '/anti-patterns/captcha-before-token'],
  },

  'token-rotation-without-refresh': {
    why: [
      'Short-lived tokens are good advice, but only half of it. If the next token comes only from a person in a dashboard, every expiry is an outage with a date on it.',
      'It shows weeks later. The agent was set up, tested and forgotten; then the token runs out on a Sunday, every call answers 401, and nobody who could renew it is awake.',
    ],
    samples: [
      {
        label: 'Documentation that plans an outage',
        tone: 'wall',
        text: '» Tokens expire after 90 days.\n» Log in to the dashboard to generate a new one.',
      },
      {
        label: 'Documentation that plans nothing of the kind',
        tone: 'open',
        text: 'Access tokens live for one hour (`expires_in` is 3600).\n» A program gets the next one by repeating the\n» client_credentials request. Nobody has to sign in again.',
      },
    ],
    presentWhen:
      'tokens or keys expire, and the documents know neither a refresh token nor client credentials nor a call that makes a new key: only a person.',
    neverWhen:
      'client credentials, another grant for machines or a refresh token renews. With client credentials no refresh token is needed: the request is repeated.',
    tests: [
      {
        say: 'Ask for the next token as a program would.',
        command:
          'curl -sS -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials https://auth.example.com/oauth/token\ncurl -sS -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=refresh_token --data-urlencode "refresh_token=$REFRESH_TOKEN" https://auth.example.com/oauth/token',
        readings: [
          { answer: 'Either one gives a token', means: 'It renews.' },
          { answer: '`unsupported_grant_type` from both', means: 'Only a person can.' },
        ],
      },
      {
        say: 'Read what your documentation says about the end of a token.',
        command:
          "curl -sSL https://docs.example.com/authentication | grep -iE 'expire|refresh|rotat|regenerate|valid for'",
        readings: [
          { answer: 'A lifetime and a way to renew', means: 'An agent can plan.' },
          { answer: 'A lifetime and the word “dashboard”', means: 'The trap.' },
        ],
      },
    ],
    objections: [
      {
        says: 'Forced rotation is our security policy.',
        answer:
          'Rotate by program. A secret that a machine replaces every hour is rotated better than one that a person replaces every quarter.',
      },
      {
        says: 'Then we give tokens that never expire.',
        answer:
          'That keeps agents going and keeps a stolen token going too. Short tokens that renew are better than both.',
      },
    ],
    sources: [sources.refresh, sources.clientCredentials, sources.bestPracticeRefresh],
    related: ['/signals/token-expiry', '/flows/refresh_token'],
  },
};

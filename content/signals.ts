/** What the pages of the seven signals say beside what the engine's own tables hold. */
import type { SignalId } from '../lib/scan/schema/report.ts';
import { sources } from './sources.ts';
import type { SignalArticle } from './types.ts';

export const signalArticles: Record<SignalId, SignalArticle> = {
  'structured-401': {
    why: [
      'An agent’s first call is a question. It has an address and no credential, and it calls to see what comes back. The refusal is the first sentence that your API says to it.',
      'A 401 with a challenge and a JSON error answers three questions in one request: whether this is the right place, what kind of credential opens it, and where one gets it. With `resource_metadata` in the challenge, the agent follows documents from there to the token endpoint and reads no prose at all.',
      'A redirect to a login page answers none of them. The HTTP client follows it, receives status 200 and a page of HTML, and a careless agent takes the page for the answer.',
    ],
    samples: [
      {
        label: 'An agent stops here',
        tone: 'wall',
        text: 'GET /v1/orders HTTP/1.1\nHost: api.example.com\nAccept: application/json\n\n» HTTP/1.1 302 Found\n» Location: https://example.com/login?next=%2Fv1%2Forders\nContent-Type: text/html',
      },
      {
        label: 'An agent goes on from here',
        tone: 'open',
        text: 'GET /v1/orders HTTP/1.1\nHost: api.example.com\nAccept: application/json\n\n» HTTP/1.1 401 Unauthorized\n» WWW-Authenticate: Bearer realm="api.example.com",\n»   resource_metadata="https://api.example.com/.well-known/oauth-protected-resource"\nContent-Type: application/json\n\n{\n»   "error": "missing_token",\n  "error_description": "Send the header Authorization: Bearer <token>.",\n  "help": "https://docs.example.com/authentication"\n}',
      },
    ],
    tests: [
      {
        say: 'Call an endpoint that needs a credential, without one.',
        command: "curl -sS -i -H 'Accept: application/json' https://api.example.com/v1/orders",
        readings: [
          { answer: '`401`, a `WWW-Authenticate` field, JSON with an `error`', means: 'Everything an agent needs.' },
          {
            answer: '`403` or `400` with a JSON error',
            means: 'Readable, but the agent cannot tell “bring a credential” from “you may not”.',
          },
          {
            answer: '`302` with `Location: /login`',
            means: 'Made for browsers. Let the API answer before the session middleware does.',
          },
          { answer: '`200` with HTML', means: 'A catch-all page or a single-page app answers in place of the API.' },
        ],
      },
      {
        say: 'Call it with a token that cannot be right.',
        command: "curl -sS -i -H 'Authorization: Bearer not-a-token' https://api.example.com/v1/orders",
        readings: [
          {
            answer: '`401` with `error="invalid_token"` in the challenge',
            means: 'The agent knows that its token is the problem, and renews it.',
          },
          { answer: 'The same answer as before', means: 'Perhaps the token was not read at all.' },
        ],
      },
      {
        say: 'Call a path that cannot exist, as a control.',
        command: "curl -sS -i -H 'Accept: application/json' https://api.example.com/v1/no-such-path-7f3a",
        readings: [
          { answer: '`404`', means: 'The 401 above belongs to the endpoint.' },
          {
            answer: 'The same `401`',
            means:
              'A gateway authenticates before it routes. The protection is real; that the endpoint exists is not shown.',
          },
        ],
      },
    ],
    sources: [
      sources.http401,
      sources.httpAuthentication,
      sources.bearerChallenge,
      sources.resourceMetadataChallenge,
      sources.problemDetails,
    ],
    related: ['/signals/bearer-token', '/signals/oauth-discovery', '/anti-patterns/session-cookie-only'],
  },

  'client-credentials': {
    why: [
      'Of the grants that OAuth defines for getting a first token, this is the one that involves nobody else. The program sends its client id and its secret to the token endpoint, and a token comes back. It works at three in the morning, in a container, on the hundredth retry.',
      'The other common grants were made for a person who sits in front of a browser. An agent that meets only those can read your documentation from end to end and still not get in.',
      'The grant does not replace signing in on behalf of a person. It stands beside it: a token from client credentials acts for the client itself, with the rights that you gave that client.',
    ],
    samples: [
      {
        label: 'The request',
        tone: 'plain',
        text: 'POST /oauth/token HTTP/1.1\nHost: auth.example.com\nAuthorization: Basic c2hvcDpzM2NyM3Q=\nContent-Type: application/x-www-form-urlencoded\n\n» grant_type=client_credentials&scope=orders:read',
      },
      {
        label: 'The answer',
        tone: 'open',
        text: 'HTTP/1.1 200 OK\nContent-Type: application/json\nCache-Control: no-store\n\n{\n»   "access_token": "2YotnFZFEjr1zCsicMWpAA",\n  "token_type": "Bearer",\n»   "expires_in": 3600,\n  "scope": "orders:read"\n}',
      },
    ],
    tests: [
      {
        say: 'Ask with your own client. The secret comes from the environment, so that it does not stay in the history of your shell.',
        command:
          'curl -sS -i -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials https://auth.example.com/oauth/token',
        readings: [
          { answer: '`200` and JSON with `access_token`', means: 'A program gets in.' },
          { answer: '`400` `unauthorized_client`', means: 'The server knows the grant; this client may not use it.' },
        ],
      },
      {
        say: 'Ask as the scanner does: with a client that does not exist, once for this grant and once for one that cannot exist. The difference between the two answers is the finding.',
        command:
          'for grant in client_credentials no_such_grant; do\n  curl -sS -u nobody:wrong -d grant_type=$grant https://auth.example.com/oauth/token; echo\ndone',
        readings: [
          {
            answer: '`invalid_client`, then `unsupported_grant_type`',
            means: 'The grant is known: the server got as far as the client.',
          },
          { answer: '`unsupported_grant_type` twice', means: 'The grant is not offered under this name.' },
          {
            answer: '`invalid_client` twice',
            means:
              'This shows nothing. The server checks the client first; only its metadata or its documentation can tell.',
          },
        ],
      },
      {
        say: 'See whether the metadata lists it. A missing list means authorization code and implicit, so what is not listed cannot be discovered.',
        command:
          'curl -sS https://auth.example.com/.well-known/oauth-authorization-server | grep -o \'"grant_types_supported":[^]]*]\'',
        readings: [
          { answer: 'A list with `client_credentials`', means: 'Declared.' },
          { answer: 'A list without it, or nothing', means: 'An agent concludes that it is not offered.' },
        ],
      },
    ],
    sources: [
      sources.clientCredentials,
      sources.clientPassword,
      sources.tokenResponse,
      sources.tokenError,
      sources.serverMetadataMembers,
      sources.jwtClient,
    ],
    related: ['/flows/client_credentials', '/anti-patterns/browser-only-oauth', '/guide#steps'],
  },

  'bearer-token': {
    why: [
      '`Authorization: Bearer` is the one way of carrying a credential that every HTTP client, SDK generator, gateway and agent framework knows without being told. Whatever else an API invents, somebody has to explain to the agent.',
      'A key in a header of its own works once the agent has read the right page of your documentation. A key in the query string works too, and then stands in every log between the two of you. A session cookie needs a browser that signs in.',
    ],
    samples: [
      {
        label: 'Needs to be explained',
        tone: 'partly',
        text: 'GET /v1/orders HTTP/1.1\nHost: api.example.com\n» X-Acme-Key: k_7f3a',
      },
      {
        label: 'Needs no explanation',
        tone: 'open',
        text: 'GET /v1/orders HTTP/1.1\nHost: api.example.com\n» Authorization: Bearer 2YotnFZFEjr1zCsicMWpAA',
      },
    ],
    tests: [
      {
        say: 'Call once bare, once with a random bearer token, once with a scheme that does not exist. What changes between them shows what the API reads.',
        command:
          "u=https://api.example.com/v1/orders\ncurl -sS -i $u\ncurl -sS -i -H 'Authorization: Bearer not-a-token' $u\ncurl -sS -i -H 'Authorization: Zzz not-a-token' $u",
        readings: [
          { answer: 'Only the second one says `invalid_token`', means: 'Bearer tokens are read.' },
          {
            answer: 'The second and the third are alike, and differ from the first',
            means: 'The API notices that there is a header, not which scheme it names.',
          },
          { answer: 'All three are alike', means: 'Nothing is shown either way. Documents have to tell.' },
          { answer: 'The second one says that bearer is not supported', means: 'Refused.' },
        ],
      },
      {
        say: 'Call with a real token of yours.',
        command: 'curl -sS -i -H "Authorization: Bearer $TOKEN" https://api.example.com/v1/orders',
        readings: [{ answer: '`200` and your data', means: 'It works.' }],
      },
    ],
    sources: [sources.bearerHeader, sources.bearerChallenge, sources.bestPracticeQuery, sources.openapi],
    related: ['/signals/structured-401', '/signals/client-credentials', '/anti-patterns/session-cookie-only'],
  },

  'oauth-discovery': {
    why: [
      'An agent that has met your API for the first time knows one address. Two documents take it from there to the token endpoint: the API’s own metadata names the authorization server, and the authorization server’s metadata names its endpoints, its grants and the ways in which a client may authenticate.',
      'Without them somebody has to read your documentation and copy addresses out of it, and do it again when you move an endpoint.',
      'The documents have to be true. A file that lists a token endpoint which answers 404 was written for scanners, and earns nothing here.',
    ],
    samples: [
      {
        label: 'The API names its authorization server',
        tone: 'open',
        text: 'GET /.well-known/oauth-protected-resource HTTP/1.1\nHost: api.example.com\n\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{\n  "resource": "https://api.example.com",\n»   "authorization_servers": ["https://auth.example.com"],\n  "bearer_methods_supported": ["header"]\n}',
      },
      {
        label: 'The authorization server names its endpoints',
        tone: 'open',
        text: 'GET /.well-known/oauth-authorization-server HTTP/1.1\nHost: auth.example.com\n\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{\n»   "issuer": "https://auth.example.com",\n»   "token_endpoint": "https://auth.example.com/oauth/token",\n»   "grant_types_supported": ["client_credentials"],\n  "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],\n  "response_types_supported": ["none"]\n}',
      },
    ],
    tests: [
      {
        say: 'Walk as an agent walks: from the challenge to the API’s metadata, from there to the issuer’s.',
        command:
          "curl -sS -i https://api.example.com/v1/orders | grep -i '^www-authenticate'\ncurl -sS -i https://api.example.com/.well-known/oauth-protected-resource\ncurl -sS -i https://auth.example.com/.well-known/oauth-authorization-server",
        readings: [
          {
            answer: '`200`, `application/json`, and `issuer` is exactly the address you derived it from',
            means: 'Valid. One trailing slash too many or too few makes it invalid for a strict client.',
          },
          { answer: '`200` with HTML', means: 'A catch-all page. It counts as absent.' },
          { answer: '`404` at both', means: 'Not published.' },
        ],
      },
      {
        say: 'An issuer with a path inserts the well-known part between host and path. OpenID Connect alone appends its own.',
        command:
          'curl -sS -i https://auth.example.com/.well-known/oauth-authorization-server/tenant1\ncurl -sS -i https://auth.example.com/tenant1/.well-known/openid-configuration',
        readings: [
          {
            answer: 'Either one answers with a matching `issuer`',
            means: 'A client that follows the standards finds it.',
          },
        ],
      },
    ],
    sources: [
      sources.serverMetadata,
      sources.serverMetadataMembers,
      sources.resourceMetadata,
      sources.resourceMetadataChallenge,
    ],
    related: ['/signals/structured-401', '/signals/client-credentials', '/guide#young'],
  },

  'self-service-keys': {
    why: [
      'An agent is set to work now. If a credential takes three days and a call with sales, the agent, or whoever sent it, has chosen another API long before the answer comes.',
      'Self-service does not mean that anybody gets everything. A new key can start with a low rate limit and the smallest scope. What counts is that it works at once and that nobody has to say yes first.',
      'The best case needs no person at all: open dynamic registration, where a program registers its own client, or client ID metadata documents, where the client id is an address at which the client describes itself.',
    ],
    samples: [
      {
        label: 'An agent stops here',
        tone: 'wall',
        text: '## Getting access\n\n» Fill in the form and tell us about your use case.\n» Our partner team reviews applications within five business days.',
      },
      {
        label: 'An agent’s owner goes on from here',
        tone: 'open',
        text: '## Getting access\n\n1. Sign up with your e-mail address.\n» 2. Create an API key yourself. It works at once; nobody has to approve it.\n3. New keys may make 60 requests a minute. Ask for more when you need more.',
      },
    ],
    tests: [
      {
        say: 'Open a private window, pretend to be new, and time yourself from your home page to the first successful call.',
        command:
          "curl -sSL https://docs.example.com/authentication | grep -iE 'create (an|your) (api )?key|self-service|approv|review|contact sales|wait'",
        readings: [
          { answer: 'A sentence that says how to create a key', means: 'An agent can tell its owner what to do.' },
          {
            answer: 'Words such as approval, review, waiting list, sales',
            means: 'A person on your side stands in the way.',
          },
          { answer: 'Nothing', means: 'Unknown, to an agent as well as to the scanner.' },
        ],
      },
      {
        say: 'If you offer dynamic registration: send a body that cannot register anything.',
        command: "curl -sS -i -H 'Content-Type: application/json' -d '{' https://auth.example.com/oauth/register",
        readings: [
          { answer: '`400` `invalid_client_metadata`', means: 'Alive, and probably open.' },
          { answer: '`401` with a bearer challenge', means: 'An initial access token is needed: a person first.' },
          { answer: '`404`', means: 'Not there.' },
        ],
      },
    ],
    sources: [
      sources.registration,
      sources.registrationManagement,
      {
        label: 'Client ID Metadata Document (draft)',
        url: 'https://datatracker.ietf.org/doc/draft-ietf-oauth-client-id-metadata-document/',
        says: 'A client id that is an address. Not yet a standard.',
      },
    ],
    related: ['/anti-patterns/manual-key-approval', '/anti-patterns/captcha-before-token', '/guide#young'],
  },

  'token-expiry': {
    why: [
      'A token that expires limits the harm when it leaks. If a program can renew it as well, nobody even notices. The two belong together.',
      'An agent that runs for weeks outlives every access token. With client credentials it repeats its request; with a refresh token it trades that for the next one. Where only a person can get the next token, the agent stands idle until somebody notices.',
      'A key that never expires keeps an agent going, and a thief too. It is worth something if it can be revoked, but less than a token that renews.',
    ],
    samples: [
      {
        label: 'A token says how long it lives',
        tone: 'open',
        text: 'HTTP/1.1 200 OK\nContent-Type: application/json\nCache-Control: no-store\n\n{\n  "access_token": "2YotnFZFEjr1zCsicMWpAA",\n  "token_type": "Bearer",\n»   "expires_in": 3600\n}',
      },
      {
        label: 'And the API says when it is over',
        tone: 'open',
        text: 'HTTP/1.1 401 Unauthorized\n» WWW-Authenticate: Bearer realm="api.example.com", error="invalid_token"\nContent-Type: application/json\n\n{\n»   "error": "invalid_token",\n  "error_description": "The token has expired."\n}',
      },
    ],
    tests: [
      {
        say: 'Get a token and read its lifetime. Then get another one: nothing should stand in the way.',
        command:
          'curl -sS -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials https://auth.example.com/oauth/token',
        readings: [
          { answer: '`expires_in` as a number of seconds', means: 'The agent can plan. An hour is a good length.' },
          { answer: 'No `expires_in`', means: 'Unknown, not eternal: the agent finds out by failing.' },
        ],
      },
      {
        say: 'If your tokens are issued to people: trade in a refresh token.',
        command:
          'curl -sS -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=refresh_token --data-urlencode "refresh_token=$REFRESH_TOKEN" https://auth.example.com/oauth/token',
        readings: [
          { answer: 'A new `access_token`, and a new `refresh_token`', means: 'It renews and rotates.' },
          { answer: '`400` `invalid_grant` for a token that was used before', means: 'Rotation is enforced.' },
        ],
      },
    ],
    sources: [sources.tokenResponse, sources.refresh, sources.bestPracticeRefresh, sources.revocation],
    related: ['/anti-patterns/token-rotation-without-refresh', '/flows/refresh_token', '/signals/scope-restriction'],
  },

  'scope-restriction': {
    why: [
      'Anyone about to give an agent a credential asks what is the worst it could do with it. If the answer is “everything I can do”, many decide against it.',
      'Scopes, or permissions on each key, make that answer small: this one reads orders and nothing else. They are the cheapest way to earn an agent’s first call.',
    ],
    samples: [
      {
        label: 'A token that may do one thing',
        tone: 'open',
        text: 'POST /oauth/token HTTP/1.1\nHost: auth.example.com\nContent-Type: application/x-www-form-urlencoded\n\n» grant_type=client_credentials&scope=orders:read',
      },
      {
        label: 'And the answer when it tries another',
        tone: 'open',
        text: 'HTTP/1.1 403 Forbidden\n» WWW-Authenticate: Bearer realm="api.example.com",\n»   error="insufficient_scope", scope="orders:write"\nContent-Type: application/json\n\n{\n»   "error": "insufficient_scope",\n  "scope": "orders:write"\n}',
      },
    ],
    tests: [
      {
        say: 'Ask for less than the client may have.',
        command:
          'curl -sS -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials -d scope=orders:read https://auth.example.com/oauth/token',
        readings: [
          { answer: '`scope` is what you asked for', means: 'The token is limited.' },
          { answer: '`scope` lists more than that', means: 'The server ignores the request.' },
        ],
      },
      {
        say: 'Use the narrow token where it must not work.',
        command: 'curl -sS -i -X POST -H "Authorization: Bearer $NARROW_TOKEN" https://api.example.com/v1/orders',
        readings: [
          {
            answer: '`403` with `insufficient_scope` and the missing scope',
            means: 'The agent knows what to ask its owner for.',
          },
          { answer: '`401`', means: 'The agent thinks that its token has expired, and renews it in vain.' },
        ],
      },
      {
        say: 'Look where an agent would look for the names of scopes.',
        command:
          'curl -sS https://auth.example.com/.well-known/oauth-authorization-server | grep -o \'"scopes_supported":[^]]*]\'',
        readings: [
          { answer: 'The list', means: 'Discoverable.' },
          {
            answer: 'Nothing',
            means: 'Silence proves little: metadata may leave scopes out. The API description can name them too.',
          },
        ],
      },
    ],
    sources: [sources.scope, sources.bearerChallenge, sources.serverMetadataMembers, sources.resourceIndicators],
    related: ['/signals/token-expiry', '/signals/self-service-keys', '/guide#security'],
  },
};

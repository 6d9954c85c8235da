/** What the guide says beside the engine's own tables: the checklist as work, safety, and ways that are not finished standards. */
import type { ChecklistId } from '../lib/scan/schema/report.ts';
import type { Sample } from './types.ts';

export interface Task {
  /** Rough time with a code base at hand. All of them together make the thirty minutes. */
  minutes: number;
  does: readonly string[];
  command: string;
  /** What the command shows when the task is done. */
  expect: string;
  /** Page with code to paste. */
  more: string;
}

/** The seven items of the checklist as work. Their titles and their order are the engine's. */
export const tasks: Record<ChecklistId, Task> = {
  'token-endpoint': {
    minutes: 8,
    does: [
      'Add one route that takes POST with `application/x-www-form-urlencoded`. Most identity providers have it already, under “machine to machine” or “service account”: then this is a switch, not code.',
      'Look at the grant before you look at the client, and answer `unsupported_grant_type` for others. Then a caller learns which grants there are before it has a client.',
    ],
    command:
      'curl -sS -i -u nobody:wrong -d grant_type=client_credentials https://auth.example.com/oauth/token\ncurl -sS -i -u nobody:wrong -d grant_type=no_such_grant https://auth.example.com/oauth/token',
    expect: 'First 401 `invalid_client`, then 400 `unsupported_grant_type`',
    more: '/signals/client-credentials#fix',
  },
  'client-authentication': {
    minutes: 4,
    does: [
      'Take the client id and secret in HTTP Basic and in the body; clients differ, and the standards do too. Refuse both at once.',
      'Keep only a hash of the secret and compare it in constant time, for clients that do not exist as well.',
    ],
    command:
      'curl -sS -i -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials https://auth.example.com/oauth/token\ncurl -sS -i --data-urlencode "client_id=$CLIENT_ID" --data-urlencode "client_secret=$CLIENT_SECRET" -d grant_type=client_credentials https://auth.example.com/oauth/token',
    expect: '200 both times',
    more: '/signals/client-credentials#fix',
  },
  'token-response': {
    minutes: 3,
    does: [
      'Answer with JSON: `access_token`, `token_type` with the value `Bearer`, `expires_in` as a number of seconds. No wrapper around it, no cookie, `Cache-Control: no-store`. An hour is a good lifetime.',
    ],
    command:
      'curl -sS -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials https://auth.example.com/oauth/token',
    expect: '`{"access_token":"…","token_type":"Bearer","expires_in":3600}`',
    more: '/signals/token-expiry#fix',
  },
  'bearer-accepted': {
    minutes: 5,
    does: [
      'Read `Authorization: Bearer` on every endpoint that needs a credential, before sessions, CSRF checks and login redirects. Keep what works today: the cookie of your web page, the key in your own header.',
    ],
    command: 'curl -sS -i -H "Authorization: Bearer $TOKEN" https://api.example.com/v1/orders',
    expect: '200 and your data',
    more: '/signals/bearer-token#fix',
  },
  'structured-401': {
    minutes: 4,
    does: [
      'Where the token is missing or bad, answer 401 with `WWW-Authenticate` and a JSON body that names the error and links to your documentation. Say `error="invalid_token"` only when a token was sent.',
    ],
    command:
      "curl -sS -i -H 'Accept: application/json' https://api.example.com/v1/orders\ncurl -sS -i -H 'Authorization: Bearer not-a-token' https://api.example.com/v1/orders",
    expect: '401 and JSON both times; `invalid_token` the second time',
    more: '/signals/structured-401#fix',
  },
  metadata: {
    minutes: 3,
    does: [
      'Publish one static JSON file that names the issuer, the token endpoint, the grants and the client authentication, and list only what works. A second one at the API points to the first.',
    ],
    command:
      'curl -sS -i https://auth.example.com/.well-known/oauth-authorization-server\ncurl -sS -i https://api.example.com/.well-known/oauth-protected-resource',
    expect: '200 and `application/json`; `issuer` is exactly the address that it was derived from',
    more: '/signals/oauth-discovery#fix',
  },
  'openapi-security': {
    minutes: 3,
    does: [
      'Declare the scheme under `securitySchemes` with its `clientCredentials` flow, require it at the root with `security`, and say `security: []` on operations that are open.',
    ],
    command: 'curl -sS https://api.example.com/openapi.json | grep -c securitySchemes',
    expect: '1 or more',
    more: '/signals/client-credentials#fix',
  },
};

const minutes = Object.values(tasks).reduce((sum, task) => sum + task.minutes, 0);
/** How long the checklist takes, and for whom: said wherever the minutes are named. */
export const workTakes = `About ${minutes} minutes for somebody who knows the code and has a token endpoint; days where OAuth itself has to be built first.`;

/** The grant in three steps, as HTTP. */
export const steps: readonly { title: string; says: string; samples: readonly Sample[] }[] = [
  {
    title: 'Ask for a token',
    says: 'One POST to the token endpoint. The client shows who it is with its id and secret, here in HTTP Basic, and names the grant. A scope is optional, and asking for little is good manners.',
    samples: [
      {
        label: 'The agent sends',
        tone: 'plain',
        text: 'POST /oauth/token HTTP/1.1\nHost: auth.example.com\n» Authorization: Basic c2hvcDpzM2NyM3Q=\nContent-Type: application/x-www-form-urlencoded\n\n» grant_type=client_credentials&scope=orders:read',
      },
    ],
  },
  {
    title: 'Get it',
    says: 'The answer is JSON and comes at once. `expires_in` tells the agent when to ask again. No refresh token is needed: asking again is the same request.',
    samples: [
      {
        label: 'The authorization server answers',
        tone: 'open',
        text: 'HTTP/1.1 200 OK\nContent-Type: application/json\nCache-Control: no-store\n\n{\n»   "access_token": "2YotnFZFEjr1zCsicMWpAA",\n»   "token_type": "Bearer",\n»   "expires_in": 3600,\n  "scope": "orders:read"\n}',
      },
    ],
  },
  {
    title: 'Call the API with it',
    says: 'The token travels in the `Authorization` field of every call. When it has expired the API says so with a 401, and the agent begins at step one.',
    samples: [
      {
        label: 'The agent calls',
        tone: 'open',
        text: 'GET /v1/orders HTTP/1.1\nHost: api.example.com\n» Authorization: Bearer 2YotnFZFEjr1zCsicMWpAA\n\n» HTTP/1.1 200 OK\nContent-Type: application/json\n\n[{ "id": 1, "total": "19.90" }]',
      },
    ],
  },
];

export const security: readonly { title: string; says: string }[] = [
  {
    title: 'Give little',
    says: 'Start every client with the smallest [scope](/signals/scope-restriction), and let its owner ask for more. Nobody thinks twice about lending an agent a client that can only read.',
  },
  {
    title: 'Keep tokens short-lived',
    says: 'An hour is long for a program, which can get the next token whenever it likes, and short for whoever found one in a log. [Renewal](/signals/token-expiry) has to work without a person, or the short lifetime becomes an outage.',
  },
  {
    title: 'Rotate secrets by program',
    says: 'Let a client hold two secrets at a time, so that one can be replaced while the other works. Offer an endpoint for it, and [revocation](https://www.rfc-editor.org/rfc/rfc7009.html) for tokens.',
  },
  {
    title: 'Limit rates instead of asking riddles',
    says: 'A token endpoint needs a limit per client and per address, and should answer 429 with `Retry-After`. A [CAPTCHA](/anti-patterns/captcha-before-token) there stops the honest; the others pay somebody to solve it.',
  },
  {
    title: 'Better than a secret: a key pair',
    says: 'With [`private_key_jwt`](https://www.rfc-editor.org/rfc/rfc7523.html#section-2.2) the client signs a short statement, and nothing that could be stolen crosses the wire or lies in your database. Best practice recommends it; offer it beside the secret, not in its place.',
  },
  {
    title: 'Bind tokens to their API',
    says: 'Check the audience. A client that names the API with [`resource`](https://www.rfc-editor.org/rfc/rfc8707.html) gets a token that is useless anywhere else.',
  },
  {
    title: 'Know who is who',
    says: 'One client per agent and per owner, never one for all of them. Then a limit, a log line and a revocation hit the right one.',
  },
];

export interface YoungWay {
  name: string;
  url: string;
  /** How finished it is, in two or three words, and whether that makes it safe to build on. */
  status: string;
  settled: boolean;
  does: string;
  forAgents: string;
}

/** In the order in which they are worth your time. Status as of the methodology's date. */
export const youngWays: readonly YoungWay[] = [
  {
    name: 'Protected resource metadata',
    url: 'https://www.rfc-editor.org/rfc/rfc9728.html',
    status: 'Standard, RFC 9728',
    settled: true,
    does: 'The API publishes a document that names its authorization server, and its 401 names the document.',
    forAgents: 'One refused call leads to everything else. MCP requires it. The scanner follows it.',
  },
  {
    name: 'Dynamic client registration',
    url: 'https://www.rfc-editor.org/rfc/rfc7591.html',
    status: 'Standard, RFC 7591; deprecated in MCP',
    settled: true,
    does: 'A program registers its own client with one POST.',
    forAgents:
      'Nobody is needed, if the endpoint is open and the grants it registers include `client_credentials`. Many register the authorization code grant only, and a person is needed after all. MCP’s revision of July 2026 deprecates it in favour of the next one.',
  },
  {
    name: 'Client ID metadata documents',
    url: 'https://datatracker.ietf.org/doc/draft-ietf-oauth-client-id-metadata-document/',
    status: 'IETF draft',
    settled: false,
    does: 'The client id is an https address, at which the client describes itself. No registration.',
    forAgents:
      'Takes away the form, not the consent: a person still clicks Allow in the flows that ask for it. MCP prefers it. The scanner counts it as self-service.',
  },
  {
    name: 'MCP authorization',
    url: 'https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization',
    status: 'Revision of July 2026',
    settled: true,
    does: 'How tools that speak the Model Context Protocol are protected: resource metadata, authorization code with PKCE, a `resource` in each request.',
    forAgents:
      'A person once per authorization server. Its extension for client credentials is a draft, and the only part that lets a program in alone.',
  },
  {
    name: 'auth.md',
    url: 'https://workos.com/auth-md/docs',
    status: 'One vendor’s proposal, changing',
    settled: false,
    does: 'A page in prose that tells agents how to register, and an `agent_auth` object in the metadata that says the same to programs.',
    forAgents:
      'With `anonymous` among the identity types nobody is needed. The prose alone is documentation; the scanner reads the metadata. Names of members have changed with nearly every version.',
  },
  {
    name: 'ID-JAG',
    url: 'https://datatracker.ietf.org/doc/draft-ietf-oauth-identity-assertion-authz-grant/',
    status: 'IETF draft',
    settled: false,
    does: 'A company’s identity provider vouches for its employee’s agent, and the API’s server trades that for a token.',
    forAgents:
      'A person signs in once, at their employer, and an administrator has allowed it. Made for companies, not for strangers.',
  },
  {
    name: 'Web Bot Auth',
    url: 'https://datatracker.ietf.org/wg/webbotauth/about/',
    status: 'IETF draft',
    settled: false,
    does: 'An agent signs its requests, so that a site can tell it from a crowd of bots.',
    forAgents:
      'Says who it is, not what it may do. Useful before a bot wall, and no replacement for a token. The score gives nothing for it.',
  },
];

/** What a new version of the methodology moved, newest first, for the methodology page and docs/methodology.md. */
export interface MethodologyChange {
  version: string;
  from: string;
  /** What moved on stored scans, judged again without a request. */
  moved: string;
  rows: readonly { what: string; before: string; now: string }[];
}

export const methodologyChanges: readonly MethodologyChange[] = [
  {
    version: '2026-12.8',
    from: '2026-12.7',
    moved:
      'Of what changed in judging, a stored report shows two things: a host that shows only its login is no longer said to have no API, and a site that gives out tokens without showing what takes them goes from “no API” to “could not tell”. The rest is what a scan finds and reads.',
    rows: [
      {
        what: 'an API at /api, or at /api/v1 to /api/v4, that answers programs where other paths show a page, and to which nothing leads',
        before: 'no API',
        now: 'found, and called',
      },
      {
        what: 'a site that gives out tokens, and shows nothing that takes them',
        before: 'no API',
        now: 'could not tell',
      },
      {
        what: 'pages of the menu, where nothing tells of an API',
        before: 'not read',
        now: 'up to five are read before there is said to be none',
      },
      {
        what: 'a document that a challenge calls resource metadata, and that says nothing of tokens',
        before: 'metadata of a protected resource',
        now: 'none: it is the vendor’s own',
      },
      {
        what: 'the manual that the metadata of an authorization server or a protected resource names',
        before: 'not followed',
        now: 'read, when it is the business’s own',
      },
      {
        what: 'a key that can be bound to IP addresses, referrers or origins',
        before: 'a scope, or nothing',
        now: 'no scope: it limits from where a key works, not what it may do',
      },
      {
        what: 'a client’s id and secret in Basic that buy a token, with no grant named',
        before: 'unknown',
        now: 'a machine grant of the vendor’s own (RFC 6749 §2.3.1)',
      },
      {
        what: 'a sign-up page of a site on which no API was found',
        before: 'a way to keys',
        now: 'its customers’: it says nothing of keys',
      },
      {
        what: '“Request an API key” as the words of a button or a title',
        before: 'an approval',
        now: 'nothing: what happens to the request is told elsewhere',
      },
      {
        what: 'an id and a secret that are sent to a sign-in address for a token, without a person’s name or password',
        before: 'unknown',
        now: 'a machine grant of the vendor’s own',
      },
      {
        what: 'documentation in Markdown that names no language',
        before: 'read as English',
        now: 'read in the language of most of its sentences',
      },
      {
        what: 'a role that lets people handle keys, and an administrator of the customer’s own company',
        before: 'a role of keys, and an approval',
        now: 'neither',
      },
      {
        what: 'pages that are empty without JavaScript, of a host whose Markdown twins are not',
        before: 'the page was asked first each time',
        now: 'the twins are read in their place',
      },
    ],
  },
  {
    version: '2026-12.7',
    from: '2026-12.6',
    moved:
      'Stored reports keep their statements, so one moves only where a challenge or a description of it names a signature, or where its documentation says that no key is needed and several of its resources answer.',
    rows: [
      {
        what: 'requests that must be signed: a scheme of Authorization that names a signature or a digest',
        before: 'not read, or a token under another word',
        now: 'a key that a program can use, worth 0.4 of a bearer token',
      },
      {
        what: 'documentation that no key is needed, and several resources that answer, where customers can buy a key',
        before: 'unknown',
        now: 'an API that answers whoever calls',
      },
      {
        what: 'a path below /api that is answered although the front of the host leads to a login',
        before: 'the login was judged',
        now: 'the API is judged',
      },
      {
        what: 'a token that is fetched by GET, with the grant in the query',
        before: 'no token endpoint',
        now: 'a token endpoint, asked by GET on hosts of the business',
      },
    ],
  },
  {
    version: '2026-12.6',
    from: '2026-12.5',
    moved:
      'Stored reports keep their statements, so judging them again moves none. What changed is what a scan reads in documentation, so only new scans show it.',
    rows: [
      {
        what: '“for more, send us a request”: more keys, apps or calls than everybody gets at once',
        before: 'approval of keys',
        now: 'approval of what comes after the key',
      },
      {
        what: 'a bare “secret” beside an app, shown as soon as the app is saved',
        before: 'a key',
        now: 'the secret of an OAuth client',
      },
      {
        what: 'a table row such as “X-Api-Key | <api key>”, a key in an address such as ?klucz=…, “no prefix”, “no key, no account”',
        before: 'mostly not read',
        now: 'how the API is called',
      },
    ],
  },
  {
    version: '2026-12.5',
    from: '2026-12.4',
    moved:
      'None of 206 reports of impersonated businesses made under 2026-12.4 moves when it is judged again without a request. What else changed is what a scan finds and reads, so only new scans show it.',
    rows: [
      {
        what: 'metadata that names neither a token endpoint nor an authorization endpoint',
        before: 'faulty metadata',
        now: 'no authorization server: it signs assertions for others',
      },
      {
        what: 'an MCP server beside other APIs, when its own address was typed',
        before: 'what its issuer lacks said nothing',
        now: 'it says what an API’s issuer says',
      },
      {
        what: 'a key in Authorization whose description shows another word before it, such as OAuth',
        before: 'Bearer',
        now: 'a token under another scheme word',
      },
    ],
  },
  {
    version: '2026-12.4',
    from: '2026-12.3',
    moved:
      'None of 254 reports of impersonated businesses made under 2026-12.3 moves, neither judged again without a request nor scanned again.',
    rows: [
      {
        what: 'documented Basic whose user name or password is an API key, beside OAuth for people',
        before: 'browser-only OAuth',
        now: 'a way around the browser',
      },
      {
        what: 'an id and a secret that go to an address of access tokens, without the name of a grant',
        before: 'static keys',
        now: 'a machine login',
      },
    ],
  },
  {
    version: '2026-12.3',
    from: '2026-12.2',
    moved:
      'Of 235 reports of impersonated businesses made under 2026-12.2, 233 keep score and answer when they are judged again without a request: one rises from 66 to 71, and one answer changes from “With a person, once” to “With a key”. Scanned again, two more move: one rises from 77 to 87, and one that had no score gets 30.',
    rows: [
      {
        what: 'a call with OAuth whose client somebody approves, beside keys that one makes oneself',
        before: 'approval stood against the keys',
        now: 'approval of the client says nothing of the keys',
      },
      {
        what: 'a documented key that never expires, beside tokens that do',
        before: 'judged by the tokens',
        now: 'a static key',
      },
      {
        what: 'Bearer in prose alone, where description and server ask for a header of their own and a random bearer token changes nothing',
        before: 'accepted',
        now: 'not accepted',
      },
      {
        what: 'a login before everything, also before a path that does not exist',
        before: 'no API, or a person who logs in',
        now: 'an API behind a login; nothing says what it takes',
      },
      {
        what: 'a request that gets 403 where a path that does not exist gets 404',
        before: 'proved nothing',
        now: 'a guarded endpoint',
      },
      {
        what: 'XML of web services (SOAP, WSDL, S3) as an answer or an error',
        before: 'no structured answer',
        now: 'structured, as JSON is',
      },
      {
        what: 'an open GraphQL server that only answers {__typename}',
        before: 'could not be told',
        now: 'asked for two root fields; open when both give data',
      },
      {
        what: 'a token endpoint of a foreign host on a page that is not about authentication',
        before: 'counted',
        now: 'counts when the host carries the name, or the page also calls the API',
      },
      {
        what: '“there is no authentication: all endpoints are public”',
        before: 'said nothing',
        now: 'together with one answer, an open API, where nothing speaks of keys, OAuth or refusals',
      },
      {
        what: 'what one asks of the API or does with it (“send a request to the API”, “approve an order with the API”)',
        before: 'could be read as the vendor’s approval',
        now: 'is no approval',
      },
      {
        what: 'a scan of which nothing was stopped, and which decides nothing',
        before: 'people read “blocked”',
        now: 'people read “could not tell”, and that every probe was answered',
      },
    ],
  },
  {
    version: '2026-12.2',
    from: '2026-12.1',
    moved:
      'Nearly all of what changed is what a scan finds and reads, so only new scans show it. Judged again without a request, a scan falls whose client_credentials rested on a vendor’s own error codes against a list of grants, or whose Bearer rested on redirects that differ only in their state. Of 227 reports of impersonated businesses made under 2026-12.1 none moved when it was judged again; scanned again, 217 kept their score and answer, and ten moved by 2 to 12 points, one of them from “With a key” to “No” because production keys go through sales.',
    rows: [
      {
        what: 'a vendor’s own error codes for client_credentials, where the metadata lists its grants without it',
        before: 'offered, observed',
        now: 'denied: only the codes of RFC 6749 outrank the list',
      },
      {
        what: 'web manifests and other files that a browser fetches for a page',
        before: 'two of them proved an open API',
        now: 'are no API',
      },
      {
        what: 'a security scheme that asks for a field which every client fills, such as User-Agent',
        before: 'a key in a header of its own',
        now: 'no credential',
      },
      {
        what: 'a refusal that varies by a header for credentials (Vary: X-Auth-Token)',
        before: 'proved nothing',
        now: 'proves a key in that header',
      },
      {
        what: 'a typed endpoint that answers with a login page',
        before: 'no API',
        now: 'an endpoint that refuses with a login page',
      },
      {
        what: 'redirects to a login that differ only in their state',
        before: 'proved that Bearer is read',
        now: 'are the same answer',
      },
      {
        what: 'a call to talk to sales under a heading about the API',
        before: 'an approval, decisive',
        now: 'an approval, likely: keys made by oneself stand against it',
      },
    ],
  },
  {
    version: '2026-12.1',
    from: '2026-12',
    moved:
      'On 41 stored scans, judged again without a request, no score moves. Most of what changed is what a scan finds and reads, so only new scans show it.',
    rows: [
      {
        what: 'a handshake with the owner’s own client',
        before: 'not done',
        now: 'verified: outranks everything, and the challenge can reach 100 %',
      },
      {
        what: 'an API that refuses the tokens of its own server, seen by such a handshake',
        before: 'not seen',
        now: 'the answer is No, and the door is shut',
      },
      {
        what: 'a token that never ends and can be revoked, without OAuth',
        before: 'not applicable',
        now: '30 % of token life, as beside OAuth',
      },
      {
        what: 'a key to be had for an API that answers without it and describes none',
        before: 'no score: nothing refused',
        now: '100 % of the challenge',
      },
      {
        what: 'the code invalid_token for a bad token alone',
        before: 'proved nothing',
        now: 'proves Bearer',
      },
    ],
  },
  {
    version: '2026-12',
    from: '2026-11',
    moved:
      'On 199 stored scans that had a score before and after, judged again without a request: 75 keep their score, 124 fall, none rises. The median change is −1 point, the largest −8. Two scans of open APIs lose their score, and 13 change their tier.',
    rows: [
      { what: 'documented keys at once', before: '100 % of self-service', now: '90 %: a person still makes them' },
      { what: 'a call without credentials that gives out a key', before: 'not seen', now: '100 % of self-service' },
      {
        what: "documented machine grant of the vendor's own",
        before: '90 % of the credential',
        now: '75 %, below documented client_credentials',
      },
      {
        what: 'workload identity federation',
        before: 'not told apart',
        now: 'as client_credentials: 100 % seen or declared, 80 % documented',
      },
      { what: 'Digest', before: 'as Basic, 50 %', now: '40 %, by its own name' },
      { what: 'scopes such as openid profile email alone', before: 'limited a credential', now: 'limit nothing' },
      {
        what: 'a bearer token of which nothing is known',
        before: 'a static key, so token life and discovery did not apply',
        now: 'unknown',
      },
      {
        what: 'no credentials needed',
        before: 'one answer with JSON',
        now: 'a description that says so, or two resources with data',
      },
      { what: 'metadata behind a wall', before: 'none published', now: 'unobserved: provisional, with the wall named' },
      {
        what: 'registration that parses before it asks who is there',
        before: 'open',
        now: 'open only when impossible metadata is refused for what it asks',
      },
      {
        what: 'something declared that something else denies',
        before: 'full worth',
        now: 'the worth of documentation',
      },
    ],
  },
];

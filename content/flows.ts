/** What the pages of the nine OAuth grants say beside what the engine's own tables hold. */
import type { GrantId } from '../lib/scan/types.ts';
import { sources } from './sources.ts';
import type { FlowArticle, Lane } from './types.ts';

const person: Lane = { name: 'Person', person: true };
const agent: Lane = { name: 'Agent' };
const server: Lane = { name: 'Auth server' };
const api: Lane = { name: 'API' };

const metadataLists = (name: string) => `\`grant_types_supported\` in the metadata lists \`${name}\`.`;

export const flowArticles: Record<GrantId, FlowArticle> = {
  client_credentials: {
    what: [
      'The program has a client id and a secret, or a key pair. It shows them to the token endpoint and gets an access token. It shows the token to the API and gets an answer. That is all.',
      'The token acts for the client itself, not for a person who is signed in somewhere. What it may do is what you allow that client.',
    ],
    lanes: [agent, server, api],
    agent: 0,
    steps: [
      {
        from: 0,
        to: 1,
        label: 'id and secret',
        says: 'The agent sends its client id and secret to the token endpoint.',
      },
      {
        from: 1,
        to: 0,
        label: 'access token',
        says: 'The authorization server answers with an access token and its lifetime.',
      },
      { from: 0, to: 2, label: 'call with token', says: 'The agent calls the API with the token.' },
      {
        from: 2,
        to: 0,
        label: 'data',
        says: 'The API answers. When the token has expired, the agent begins again at the top.',
      },
    ],
    forAgents: [
      'This is the one to build. One request, no browser, nobody to wake up, and renewal is the same request again.',
      'The one thing that a person still does is to create the client. Where dynamic registration is open for this grant, not even that.',
    ],
    samples: [
      {
        label: 'Request',
        tone: 'plain',
        text: 'POST /oauth/token HTTP/1.1\nHost: auth.example.com\nAuthorization: Basic c2hvcDpzM2NyM3Q=\nContent-Type: application/x-www-form-urlencoded\n\n» grant_type=client_credentials',
      },
      {
        label: 'Response',
        tone: 'open',
        text: 'HTTP/1.1 200 OK\nContent-Type: application/json\nCache-Control: no-store\n\n{\n»   "access_token": "2YotnFZFEjr1zCsicMWpAA",\n  "token_type": "Bearer",\n  "expires_in": 3600\n}',
      },
    ],
    seen: [
      'The token endpoint treats this grant differently from one that cannot exist.',
      metadataLists('client_credentials'),
      'The API description declares a `clientCredentials` flow (`application` in Swagger 2.0).',
      'The documentation describes it.',
    ],
    sources: [sources.clientCredentials, sources.clientPassword, sources.jwtClient, sources.tokenResponse],
    related: ['/signals/client-credentials', '/guide#steps', '/flows/jwt_bearer'],
  },

  jwt_bearer: {
    what: [
      'The program signs a short statement about itself, an assertion, with a private key whose public half was registered once. The token endpoint checks the signature and gives an access token. Service accounts of the large clouds work like this.',
    ],
    lanes: [agent, server, api],
    agent: 0,
    steps: [
      {
        from: 0,
        to: 1,
        label: 'signed assertion',
        says: 'The agent signs an assertion with its private key and sends it to the token endpoint.',
      },
      {
        from: 1,
        to: 0,
        label: 'access token',
        says: 'The authorization server checks the signature and answers with an access token.',
      },
      { from: 0, to: 2, label: 'call with token', says: 'The agent calls the API with the token.' },
      { from: 2, to: 0, label: 'data', says: 'The API answers.' },
    ],
    forAgents: [
      'Nobody is asked, and no secret travels. It is as good for an agent as client credentials, and asks a little more of whoever writes the client: a key, a clock that is right, and a library that signs.',
      'Not to be confused with `private_key_jwt`, which uses the same kind of assertion in place of the client secret, inside a client credentials request.',
    ],
    samples: [
      {
        label: 'Request',
        tone: 'plain',
        text: 'POST /oauth/token HTTP/1.1\nHost: auth.example.com\nContent-Type: application/x-www-form-urlencoded\n\n» grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer\n» &assertion=eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJhZ2VudCJ9.…',
      },
      {
        label: 'What the assertion says',
        tone: 'plain',
        text: '{\n»   "iss": "agent-7f3a",\n»   "sub": "agent-7f3a",\n»   "aud": "https://auth.example.com/oauth/token",\n  "exp": 1796000000\n}',
      },
    ],
    seen: [
      metadataLists('urn:ietf:params:oauth:grant-type:jwt-bearer'),
      'The documentation describes service accounts that sign.',
    ],
    sources: [sources.jwtBearer, sources.jwtClient],
    related: ['/flows/client_credentials', '/signals/client-credentials', '/guide#security'],
  },

  authorization_code: {
    what: [
      'The program sends a person’s browser to the authorization server. The person signs in there and clicks Allow. The browser is sent back with a code, and the program trades the code for a token.',
      'It is the right way to act for a person: the program never sees the password, and the person sees what they agree to.',
    ],
    lanes: [person, agent, server],
    agent: 1,
    steps: [
      {
        from: 1,
        to: 0,
        label: 'open this page',
        says: 'The agent gives a person an address to open in a browser. Here it stops.',
      },
      {
        from: 0,
        to: 2,
        label: 'signs in, allows',
        says: 'The person signs in at the authorization server and clicks Allow.',
      },
      {
        from: 2,
        to: 0,
        label: 'sent back with code',
        says: 'The authorization server sends the browser back with a code.',
      },
      { from: 0, to: 1, label: 'code', says: 'The browser hands the code to the agent.' },
      { from: 1, to: 2, label: 'trade code', says: 'The agent trades the code for tokens.' },
      {
        from: 2,
        to: 1,
        label: 'access token',
        says: 'The authorization server answers with an access token, and perhaps a refresh token.',
      },
    ],
    waits: [0, 3],
    forAgents: [
      'Without a person there is no code. If a refresh token comes with the first access token, the person is needed once; if not, each time the token expires.',
      'Keep it for calls on behalf of people, and put client credentials beside it.',
    ],
    samples: [
      {
        label: 'Where the browser is sent',
        tone: 'wall',
        text: 'GET /authorize?response_type=code\n    &client_id=agent&redirect_uri=https%3A%2F%2Fagent.example%2Fback\n    &scope=orders%3Aread&state=af0ifjsldkj HTTP/1.1\nHost: auth.example.com\n\n» HTTP/1.1 302 Found\n» Location: /login',
      },
      {
        label: 'What the agent would send afterwards',
        tone: 'plain',
        text: 'POST /oauth/token HTTP/1.1\nHost: auth.example.com\nAuthorization: Basic YWdlbnQ6czNjcjN0\nContent-Type: application/x-www-form-urlencoded\n\n» grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA\n&redirect_uri=https%3A%2F%2Fagent.example%2Fback',
      },
    ],
    seen: [
      `${metadataLists('authorization_code')} An omitted list stands for this one and implicit.`,
      'The API description declares an `authorizationCode` flow (`accessCode` in Swagger 2.0).',
      'The documentation describes it.',
    ],
    sources: [sources.authorizationCode, sources.pkce, sources.bestPractice],
    related: ['/anti-patterns/browser-only-oauth', '/flows/authorization_code_pkce', '/flows/refresh_token'],
  },

  authorization_code_pkce: {
    what: [
      'The authorization code grant with a proof. Before it begins, the program makes up a random secret and sends only its hash. When it trades the code, it shows the secret. Anyone who stole the code on the way cannot use it.',
      'Today’s best practice asks for it from every client, and MCP clients refuse a server that does not list it.',
    ],
    lanes: [person, agent, server],
    agent: 1,
    steps: [
      {
        from: 1,
        to: 0,
        label: 'page with hash',
        says: 'The agent makes a secret, puts its hash into the address, and gives that to a person to open. Here it stops.',
      },
      {
        from: 0,
        to: 2,
        label: 'signs in, allows',
        says: 'The person signs in at the authorization server and clicks Allow.',
      },
      {
        from: 2,
        to: 0,
        label: 'sent back with code',
        says: 'The authorization server sends the browser back with a code.',
      },
      { from: 0, to: 1, label: 'code', says: 'The browser hands the code to the agent.' },
      { from: 1, to: 2, label: 'code and secret', says: 'The agent sends the code together with the secret itself.' },
      {
        from: 2,
        to: 1,
        label: 'access token',
        says: 'The authorization server compares the hash and answers with an access token.',
      },
    ],
    waits: [0, 3],
    forAgents: [
      'The proof makes the grant safer and changes nothing about the person: without one there is no code to prove anything about.',
    ],
    samples: [
      {
        label: 'Where the browser is sent',
        tone: 'wall',
        text: 'GET /authorize?response_type=code&client_id=agent\n»     &code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM\n»     &code_challenge_method=S256 HTTP/1.1\nHost: auth.example.com',
      },
      {
        label: 'The proof',
        tone: 'plain',
        text: 'POST /oauth/token HTTP/1.1\nHost: auth.example.com\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA\n» &code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
      },
    ],
    seen: [
      '`code_challenge_methods_supported` in the metadata lists `S256`, beside the authorization code grant.',
      'The documentation speaks of PKCE.',
    ],
    sources: [sources.pkce, sources.bestPractice],
    related: ['/flows/authorization_code', '/anti-patterns/browser-only-oauth', '/guide#young'],
  },

  device_code: {
    what: [
      'Made for televisions and command lines. The program asks for a short code and shows it; a person opens a page on another device, types the code and agrees. Meanwhile the program asks the token endpoint again and again whether it is done.',
    ],
    lanes: [person, agent, server],
    agent: 1,
    steps: [
      { from: 1, to: 2, label: 'asks for a code', says: 'The agent asks the authorization server for a code.' },
      {
        from: 2,
        to: 1,
        label: 'WDJB-MJHT',
        says: 'The authorization server answers with a short code and the address of a page.',
      },
      { from: 1, to: 0, label: 'shows the code', says: 'The agent shows both to a person. Here it waits.' },
      {
        from: 0,
        to: 2,
        label: 'types it, agrees',
        says: 'The person opens the page on another device, types the code and agrees.',
      },
      { from: 1, to: 2, label: 'asks again', says: 'The agent asks the token endpoint again, every few seconds.' },
      { from: 2, to: 1, label: 'access token', says: 'Once the person has agreed, the answer is an access token.' },
    ],
    waits: [2, 4],
    forAgents: [
      'The agent needs no browser of its own, which is much better than a redirect. It still needs a person, once, who is awake.',
      'For a tool that a developer starts at a terminal it is a good second way. For a program that runs alone it is not one.',
    ],
    samples: [
      {
        label: 'The code',
        tone: 'partly',
        text: 'POST /device_authorization HTTP/1.1\nHost: auth.example.com\nContent-Type: application/x-www-form-urlencoded\n\nclient_id=agent\n\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{\n  "device_code": "GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS",\n»   "user_code": "WDJB-MJHT",\n»   "verification_uri": "https://auth.example.com/device",\n  "expires_in": 1800,\n  "interval": 5\n}',
      },
      {
        label: 'While the person has not agreed',
        tone: 'partly',
        text: 'POST /oauth/token HTTP/1.1\nHost: auth.example.com\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code\n&device_code=GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS&client_id=agent\n\nHTTP/1.1 400 Bad Request\n\n» {"error": "authorization_pending"}',
      },
    ],
    seen: [
      'The metadata names a `device_authorization_endpoint`, or lists the grant.',
      'The documentation describes it. The scanner never starts one: that would begin a real sign-in.',
    ],
    sources: [sources.device, sources.deviceUser],
    related: ['/flows/client_credentials', '/flows/refresh_token'],
  },

  refresh_token: {
    what: [
      'Not a way in, but a way to stay. Together with the first access token comes a second, longer-lived one, whose only use is to be traded for the next access token. Many servers issue a new refresh token each time and revoke the old one.',
    ],
    lanes: [agent, server, api],
    agent: 0,
    steps: [
      { from: 0, to: 2, label: 'call with token', says: 'The agent calls the API with a token that has expired.' },
      { from: 2, to: 0, label: '401 invalid_token', says: 'The API says so.' },
      { from: 0, to: 1, label: 'refresh token', says: 'The agent trades its refresh token.' },
      {
        from: 1,
        to: 0,
        label: 'new tokens',
        says: 'The authorization server answers with a new access token, and a new refresh token.',
      },
      { from: 0, to: 2, label: 'call again', says: 'The agent calls again with the new token.' },
    ],
    forAgents: [
      'It turns “a person, each time” into “a person, once”. The agent has to store the new refresh token before it uses the new access token: losing it means asking the person again.',
      'A client that uses client credentials needs none. It repeats its request.',
    ],
    samples: [
      {
        label: 'Request',
        tone: 'plain',
        text: 'POST /oauth/token HTTP/1.1\nHost: auth.example.com\nAuthorization: Basic YWdlbnQ6czNjcjN0\nContent-Type: application/x-www-form-urlencoded\n\n» grant_type=refresh_token&refresh_token=tGzv3JOkF0XG5Qx2TlKWIA',
      },
      {
        label: 'Response',
        tone: 'open',
        text: 'HTTP/1.1 200 OK\nContent-Type: application/json\nCache-Control: no-store\n\n{\n»   "access_token": "8Wc1…",\n  "token_type": "Bearer",\n  "expires_in": 3600,\n»   "refresh_token": "kR7u…"\n}',
      },
    ],
    seen: [
      metadataLists('refresh_token'),
      'A flow in the API description names a `refreshUrl`.',
      'The documentation says how tokens are renewed.',
    ],
    sources: [sources.refresh, sources.bestPracticeRefresh],
    related: ['/signals/token-expiry', '/anti-patterns/token-rotation-without-refresh'],
  },

  token_exchange: {
    what: [
      'A token for another one: from a broad one to a narrow one, from one API’s to another’s, from a person’s to one that says “this service, acting for that person”. It is how requests travel through a chain of services, and how an identity provider’s token becomes yours.',
    ],
    lanes: [agent, server, api],
    agent: 0,
    steps: [
      { from: 0, to: 1, label: 'token it has', says: 'The agent shows a token that it already holds.' },
      {
        from: 1,
        to: 0,
        label: 'token it needs',
        says: 'The authorization server answers with one for the API that the agent wants to call.',
      },
      { from: 0, to: 2, label: 'call with token', says: 'The agent calls the API.' },
      { from: 2, to: 0, label: 'data', says: 'The API answers.' },
    ],
    forAgents: [
      'The exchange itself asks nobody. Whether a person is needed depends on where the first token came from: with client credentials nobody is, with a sign-in somebody was, once.',
    ],
    samples: [
      {
        label: 'Request',
        tone: 'plain',
        text: 'POST /oauth/token HTTP/1.1\nHost: auth.example.com\nAuthorization: Basic YWdlbnQ6czNjcjN0\nContent-Type: application/x-www-form-urlencoded\n\n» grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange\n» &subject_token=eyJhbGciOiJFUzI1NiJ9.…\n&subject_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Aaccess_token',
      },
      {
        label: 'Response',
        tone: 'open',
        text: 'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\n»   "access_token": "eyJhbGciOiJFUzI1NiJ9.…",\n»   "issued_token_type": "urn:ietf:params:oauth:token-type:access_token",\n  "token_type": "Bearer",\n  "expires_in": 600\n}',
      },
    ],
    seen: [metadataLists('urn:ietf:params:oauth:grant-type:token-exchange'), 'The documentation describes it.'],
    sources: [sources.tokenExchange, sources.resourceIndicators],
    related: ['/flows/client_credentials', '/guide#young'],
  },

  password: {
    what: [
      'The program is given a person’s user name and password, and trades them for a token. It was meant for moving old applications to OAuth, and best practice now says that it must not be used.',
    ],
    lanes: [person, agent, server],
    agent: 1,
    steps: [
      { from: 1, to: 0, label: 'your password?', says: 'The agent asks a person for their password. It should not.' },
      { from: 0, to: 1, label: 'password', says: 'The person hands it over.' },
      { from: 1, to: 2, label: 'password', says: 'The agent sends it to the token endpoint.' },
      {
        from: 2,
        to: 1,
        label: 'access token',
        says: 'The authorization server answers with a token that may do whatever the person may do.',
      },
    ],
    waits: [0, 1],
    forAgents: [
      'It works without a browser, and that is all that can be said for it. The agent holds the key to everything that the person can do, a second factor breaks it, and so does a changed password.',
      'An API that offers it has a token endpoint already. Client credentials is a small step from there.',
    ],
    samples: [
      {
        label: 'Request',
        tone: 'wall',
        text: 'POST /oauth/token HTTP/1.1\nHost: auth.example.com\nContent-Type: application/x-www-form-urlencoded\n\n» grant_type=password&username=ada&password=…',
      },
    ],
    seen: [
      metadataLists('password'),
      'The API description declares a `password` flow.',
      'The scanner never tries it: it would mean guessing at a person’s account.',
    ],
    sources: [sources.bestPracticePassword],
    related: ['/flows/client_credentials', '/signals/client-credentials'],
  },

  implicit: {
    what: [
      'The short cut of an older web: the browser is sent back with the token itself in the address bar, where histories, logs and other scripts can read it. OAuth 2.1, still a draft, leaves it out, and best practice has replaced it with the authorization code grant with PKCE.',
    ],
    lanes: [person, agent, server],
    agent: 1,
    steps: [
      {
        from: 1,
        to: 0,
        label: 'open this page',
        says: 'The agent gives a person an address to open in a browser. Here it stops.',
      },
      {
        from: 0,
        to: 2,
        label: 'signs in, allows',
        says: 'The person signs in at the authorization server and clicks Allow.',
      },
      {
        from: 2,
        to: 0,
        label: 'token in the URL',
        says: 'The authorization server sends the browser back with the token in the address.',
      },
      { from: 0, to: 1, label: 'token', says: 'A script in the page reads it from there.' },
    ],
    waits: [0, 3],
    forAgents: [
      'A person each time, a browser each time, no refresh token, and no way for a program to take part. It does nothing for an agent.',
    ],
    samples: [
      {
        label: 'Where the browser ends up',
        tone: 'wall',
        text: 'HTTP/1.1 302 Found\n» Location: https://app.example/back#access_token=2YotnFZFEjr1zCsicMWpAA\n»   &token_type=Bearer&expires_in=3600',
      },
    ],
    seen: [
      `${metadataLists('implicit')} An omitted list stands for authorization code and this one.`,
      'The API description declares an `implicit` flow.',
    ],
    sources: [sources.bestPracticeImplicit],
    related: ['/flows/authorization_code_pkce', '/anti-patterns/browser-only-oauth'],
  },
};

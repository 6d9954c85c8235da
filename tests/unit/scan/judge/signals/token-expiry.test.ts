import {
  answer,
  authorizationServer,
  base,
  call,
  challenge,
  description,
  guardedApi,
  keyScheme,
  knowsGrant,
  named,
  openApi,
  pageFact,
  scheme,
  statement,
  tokenEndpoint,
  walled,
} from '../facts.ts';
import { signalTable } from '../rows.ts';

const lists = (...grantTypes: string[]) => ({
  ...guardedApi,
  authorizationServers: [authorizationServer({ grantTypes })],
});
const expires = statement('expires', 'Access tokens live for 3600 seconds.', { value: '3600', evidence: ['x57'] });
const keyed = { calls: [call({ error: named() })], descriptions: [description([keyScheme('header', 'X-Key')])] };

signalTable('token-expiry', [
  {
    name: 'a program asks again',
    given: { tokenEndpoints: [tokenEndpoint(knowsGrant)] },
    expect: 'renewable',
    confidence: 'observed',
    cites: ['x30'],
  },
  {
    name: 'with the words on its life',
    given: { ...lists('client_credentials'), statements: [expires] },
    expect: 'renewable',
    cites: ['x20', 'x57'],
  },
  {
    name: 'a program gets one that lives for ever',
    given: {
      tokenEndpoints: [tokenEndpoint(knowsGrant)],
      statements: [statement('never-expires', 'Tokens do not expire; they can be revoked.', { credential: 'token' })],
    },
    expect: 'in-part',
    confidence: 'documented',
  },
  {
    name: 'a program asks again, beside keys that live for ever',
    given: {
      tokenEndpoints: [tokenEndpoint(knowsGrant)],
      statements: [statement('never-expires', 'API keys do not expire.', { credential: 'key' })],
    },
    expect: 'renewable',
  },
  {
    name: 'a refresh token',
    given: lists('authorization_code', 'refresh_token'),
    expect: 'renewable',
    confidence: 'declared',
  },
  {
    name: 'a way to renew in the documentation',
    given: { ...guardedApi, statements: [statement('renews', 'Call /sessions/renew before it expires.')] },
    expect: 'renewable',
    confidence: 'documented',
  },
  {
    name: 'refresh tokens only where rotation is switched on',
    given: {
      ...lists('authorization_code', 'refresh_token'),
      statements: [
        statement('expires', 'Apps that opt in to token rotation get tokens that expire.', {
          strength: 1,
          condition: 'option',
        }),
      ],
    },
    expect: 'in-part',
  },
  {
    name: 'tokens of OAuth that never expire',
    given: { ...lists('authorization_code'), statements: [statement('never-expires', 'Tokens do not expire.')] },
    expect: 'in-part',
  },
  {
    name: 'a program may ask again, but access tokens never expire',
    given: {
      ...lists('client_credentials'),
      statements: [statement('never-expires', 'Access tokens do not expire.', { credential: 'token' })],
    },
    expect: 'in-part',
    cites: ['x50', 'x20'],
  },
  {
    name: 'keys that never expire beside tokens that a program asks for',
    given: {
      ...lists('client_credentials'),
      statements: [statement('never-expires', 'API keys do not expire.', { credential: 'key' })],
    },
    expect: 'renewable',
  },
  {
    name: 'one kind of access token expires, and a program asks again',
    given: {
      ...lists('client_credentials'),
      statements: [expires, statement('never-expires', 'Offline access tokens do not expire.')],
    },
    expect: 'renewable',
  },
  {
    name: 'only a person renews',
    given: {
      ...lists('authorization_code'),
      statements: [statement('renews-by-person', 'Sign in again every 30 days.')],
    },
    expect: 'person-renews',
    confidence: 'documented',
  },
  {
    name: 'the documentation denies a way to renew',
    given: { ...guardedApi, statements: [statement('renews', 'Tokens cannot be renewed.', { polarity: 'deny' })] },
    expect: 'person-renews',
  },
  {
    name: 'they expire, and no grant renews them',
    given: { ...lists('authorization_code'), statements: [expires] },
    expect: 'person-renews',
    cites: ['x57', 'x20'],
  },

  {
    name: 'signing in again is a call whose token ends',
    given: {
      ...guardedApi,
      descriptions: [
        description([scheme()], {
          issuing: [{ url: `${base}/login`, path: '/login', issues: 'token', expires: true }],
        }),
      ],
    },
    expect: 'renewable',
    confidence: 'declared',
  },
  {
    name: 'signing in again is a call, and nothing says when its token ends',
    given: {
      ...guardedApi,
      descriptions: [
        description([scheme()], {
          issuing: [{ url: `${base}/login`, path: '/login', issues: 'token', expires: false }],
        }),
      ],
    },
    expect: 'in-part',
  },
  {
    name: 'a bearer token of which nothing is known is no static key',
    given: { calls: [call({ error: named(), challenges: [challenge('Bearer')] })] },
    expect: 'silent',
  },
  {
    name: 'an error that speaks of a JWT',
    given: {
      calls: [call({ error: named() }, { bearer: answer({ error: named('jwt malformed'), digest: 'b' }) })],
      descriptions: [description([keyScheme('header', 'X-Key')])],
    },
    expect: 'silent',
  },
  {
    name: 'a description that calls the token a JWT',
    given: { ...keyed, descriptions: [description([scheme({ bearerFormat: 'JWT' }), keyScheme('header', 'X-Key')])] },
    expect: 'silent',
  },
  { name: 'nothing published says how long', given: lists('authorization_code'), expect: 'silent' },
  {
    name: 'they expire, and nothing says how the next one comes',
    given: { ...guardedApi, statements: [expires] },
    expect: 'silent',
    cites: ['x57'],
  },
  {
    name: 'without OAuth, signing in again may be a call of the API',
    given: { ...guardedApi, statements: [statement('renews-by-person', 'Sign in again to get the next token.')] },
    expect: 'silent',
  },
  {
    name: 'the documentation was read and does not speak of it',
    given: { ...guardedApi, pages: [pageFact('docs')], reach: walled },
    expect: 'silent',
  },

  { name: 'no documentation could be read', given: { ...guardedApi, reach: walled }, expect: 'unobserved' },

  { name: 'an API that needs no credentials', given: openApi, expect: 'n/a' },
  { name: 'static keys', given: keyed, expect: 'n/a' },
  {
    name: 'static keys that never expire',
    given: { ...keyed, statements: [statement('never-expires', 'Keys do not expire.')] },
    expect: 'n/a',
    cites: ['x50'],
  },
  {
    name: 'no tokens are offered to anybody',
    given: { ...guardedApi, statements: [statement('no-tokens', 'There is no public API.')] },
    expect: 'n/a',
  },
]);

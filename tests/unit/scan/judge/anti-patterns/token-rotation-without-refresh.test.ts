import {
  authorizationServer,
  call,
  description,
  guardedApi,
  keyScheme,
  knowsGrant,
  named,
  openApi,
  statement,
  tokenEndpoint,
} from '../facts.ts';
import { trapTable } from '../rows.ts';

const lists = (...grantTypes: string[]) => ({
  ...guardedApi,
  authorizationServers: [authorizationServer({ grantTypes })],
});
const expires = statement('expires', 'Tokens expire after an hour.');
const person = statement('renews-by-person', 'Sign in again every 30 days to make a new token.', { actor: 'person' });

trapTable('token-rotation-without-refresh', [
  {
    name: 'only a person gets the next one',
    given: { ...guardedApi, statements: [person] },
    expect: 'present',
    confidence: 'documented',
    cites: ['x50'],
    quote: person.quote,
  },
  {
    name: 'they expire, and no grant renews them',
    given: { ...lists('authorization_code'), statements: [expires] },
    expect: 'present',
    quote: expires.quote,
  },

  {
    name: 'client_credentials re-issues',
    given: { ...lists('client_credentials'), statements: [expires, person] },
    expect: 'absent',
    cites: ['x20'],
  },
  {
    name: 'a refresh token renews',
    given: { ...lists('authorization_code', 'refresh_token'), statements: [expires] },
    expect: 'absent',
  },
  {
    name: 'the documentation tells a way to renew',
    given: { ...guardedApi, statements: [statement('renews', 'Call /renew.')] },
    expect: 'absent',
  },
  {
    name: 'static keys',
    given: { calls: [call({ error: named() })], descriptions: [description([keyScheme('header', 'X-Key')])] },
    expect: 'absent',
  },
  {
    name: 'tokens that never expire',
    given: { ...lists('authorization_code'), statements: [statement('never-expires', 'Tokens do not expire.')] },
    expect: 'absent',
  },
  { name: 'an API that needs no credentials', given: openApi, expect: 'absent' },

  {
    name: 'they expire, and nothing says how the next one comes',
    given: { ...guardedApi, statements: [expires] },
    expect: 'unknown',
  },
  { name: 'nothing published says how long they live', given: guardedApi, expect: 'unknown' },
  {
    name: 'a grant that only the contrast shows says nothing of the tokens that people get',
    given: { ...lists('authorization_code'), tokenEndpoints: [tokenEndpoint(knowsGrant)] },
    expect: 'unknown',
  },
]);

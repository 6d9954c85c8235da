import {
  answer,
  authorizationServer,
  call,
  challenge,
  description,
  guardedApi,
  keyScheme,
  lookup,
  named,
  openApi,
  page,
  statement,
  toLogin,
} from '../facts.ts';
import { trapTable } from '../rows.ts';

const cookie = { sessionCookies: ['connect.sid'] };
const words = statement('cookie', 'Requests use the session cookie of the browser.');
/** A login redirect with a session cookie, the same with a bearer token. */
const both = (bearer: Parameters<typeof answer>[0] = {}) => [
  call({ ...toLogin, ...cookie }, { bearer: answer({ exchange: 'x11', ...toLogin, ...cookie, ...bearer }) }),
];

trapTable('session-cookie-only', [
  {
    name: 'it redirects to the login and sets a session cookie, with a bearer token too',
    given: { calls: both() },
    expect: 'present',
    confidence: 'observed',
    cites: ['x10', 'x11'],
    says: /connect\.sid/,
  },
  {
    name: 'it redirects to the login and the documentation says cookie',
    given: { calls: [call(toLogin, { bearer: answer({ exchange: 'x11', ...toLogin }) })], statements: [words] },
    expect: 'present',
    cites: ['x10', 'x11', 'x50'],
    quote: words.quote,
  },
  {
    name: 'it redirects to the login and the description knows only a cookie',
    given: {
      calls: [call(toLogin, { bearer: answer({ exchange: 'x11', ...toLogin }) })],
      descriptions: [description([keyScheme('cookie', 'sid')])],
    },
    expect: 'present',
  },
  {
    name: 'any Authorization field changes the page a little, no token is read',
    given: {
      calls: [
        call(
          { ...toLogin, ...cookie, digest: 'a' },
          {
            bearer: answer({ exchange: 'x11', ...toLogin, digest: 'b' }),
            invented: answer({ exchange: 'x12', ...toLogin, digest: 'b' }),
          },
        ),
      ],
    },
    expect: 'present',
  },
  {
    name: 'the documentation says cookie, and that there are no tokens',
    given: { ...guardedApi, statements: [words, statement('no-tokens', 'There are no API tokens.')] },
    expect: 'present',
    confidence: 'documented',
  },

  {
    name: 'bearer tokens are read',
    given: { calls: both({ challenges: [challenge('Bearer', { error: 'invalid_token' })] }) },
    expect: 'absent',
  },
  {
    name: 'a header of its own is declared',
    given: { calls: both(), descriptions: [description([keyScheme('header', 'X-Key')])] },
    expect: 'absent',
    cites: ['x22'],
  },
  {
    name: 'Basic is taken',
    given: { calls: [call({ error: named(), challenges: [challenge('Basic')], ...cookie })] },
    expect: 'absent',
  },
  {
    name: 'OAuth is offered',
    given: { ...guardedApi, authorizationServers: [authorizationServer()] },
    expect: 'absent',
  },
  { name: 'an API that needs no credentials', given: openApi, expect: 'absent' },

  {
    name: 'one sign alone is weak: a redirect to the login',
    given: {
      calls: [call(toLogin, { bearer: answer({ exchange: 'x11', ...toLogin }) })],
      metadataLookups: [lookup('absent')],
    },
    expect: 'unknown',
  },
  {
    name: 'one sign alone is weak: a session cookie on a 401',
    given: {
      calls: [call({ error: named(), ...cookie }, { bearer: answer({ exchange: 'x11', error: named(), ...cookie }) })],
    },
    expect: 'unknown',
  },
  {
    name: 'a login stands before it, whose own endpoint takes tokens',
    given: {
      calls: [
        call(toLogin, { bearer: answer({ exchange: 'x11', ...toLogin }) }),
        call({ exchange: 'x12', error: named(), challenges: [challenge('Bearer')] }, { via: 'metadata' }),
      ],
      authorizationServers: [authorizationServer()],
    },
    expect: 'unknown',
  },
  {
    name: 'two signs, and no bearer token was tried',
    given: { calls: [call({ ...toLogin, ...cookie })] },
    expect: 'unknown',
  },
  {
    name: 'two signs, and the bearer call met a wall',
    given: { calls: both({ wall: 'Cloudflare', error: page }) },
    expect: 'unknown',
  },
  { name: 'nothing speaks of it', given: guardedApi, expect: 'unknown' },
]);

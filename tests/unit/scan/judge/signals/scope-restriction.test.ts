import {
  authorizationServer,
  call,
  challenge,
  deadEndpoint,
  description,
  flow,
  guardedApi,
  oauthScheme,
  openApi,
  pageFact,
  protectedResource,
  statement,
  tokenEndpoint,
  walled,
} from '../facts.ts';
import { signalTable } from '../rows.ts';

const scopes = ['pears:read', 'pears:write'];

signalTable('scope-restriction', [
  {
    name: 'the issuer lists scopes',
    given: { authorizationServers: [authorizationServer({ scopes })] },
    expect: 'scoped',
    confidence: 'declared',
    cites: ['x20'],
    says: /2 scopes/,
  },
  {
    name: 'what an app learns about a person limits nothing',
    given: { authorizationServers: [authorizationServer({ scopes: ['openid', 'profile', 'email'] })] },
    expect: 'silent',
  },
  {
    name: 'nor does offline_access in a challenge',
    given: { calls: [call({ challenges: [challenge('Bearer', { scope: 'openid offline_access' })] })] },
    expect: 'silent',
  },
  {
    name: 'but where the API itself serves userinfo they limit what a token reads',
    given: {
      authorizationServers: [
        authorizationServer({
          scopes: ['openid', 'email'],
          userinfoEndpoint: 'https://api.orchard.example/v1/userinfo',
        }),
      ],
    },
    expect: 'scoped',
  },
  {
    name: 'a scope of the API beside those about a person',
    given: { authorizationServers: [authorizationServer({ scopes: ['openid', 'pears:read'] })] },
    expect: 'scoped',
    says: /1 scope, such as pears:read/,
  },
  {
    name: 'the protected resource lists scopes',
    given: { protectedResources: [protectedResource({ scopes })] },
    expect: 'scoped',
    cites: ['x21'],
  },
  {
    name: 'the API description lists scopes',
    given: { descriptions: [description([oauthScheme(flow('authorization_code', { scopes }))])] },
    expect: 'scoped',
    cites: ['x22'],
  },
  {
    name: 'the challenge names a scope',
    given: { calls: [call({ challenges: [challenge('Bearer', { scope: 'pears:read' })] })] },
    expect: 'scoped',
    confidence: 'observed',
    cites: ['x10'],
  },
  {
    name: 'permissions per key in the documentation',
    given: { ...guardedApi, statements: [statement('scopes', 'A key can be limited to reading.')] },
    expect: 'scoped',
    confidence: 'documented',
  },
  {
    name: 'roles only',
    given: { ...guardedApi, statements: [statement('roles', 'Each user has a role.')] },
    expect: 'roles',
  },
  {
    name: 'every key can do everything',
    given: { ...guardedApi, statements: [statement('no-scopes', 'A key has full access.')] },
    expect: 'none',
  },

  { name: 'nothing speaks of it', given: guardedApi, expect: 'silent' },
  {
    name: 'metadata that leaves scopes out proves nothing (RFC 8414 §2)',
    given: { authorizationServers: [authorizationServer()] },
    expect: 'silent',
  },
  {
    name: 'empty lists prove nothing either',
    given: {
      authorizationServers: [authorizationServer({ scopes: [] })],
      protectedResources: [protectedResource({ scopes: [] })],
    },
    expect: 'silent',
  },
  {
    name: 'scopes of metadata whose token endpoint is dead',
    given: { authorizationServers: [authorizationServer({ scopes })], tokenEndpoints: [tokenEndpoint(deadEndpoint)] },
    expect: 'silent',
  },
  {
    name: 'the documentation was read although other pages were blocked',
    given: { ...guardedApi, pages: [pageFact('docs')], reach: walled },
    expect: 'silent',
  },

  { name: 'no documentation could be read', given: { ...guardedApi, reach: walled }, expect: 'unobserved' },

  { name: 'an API that needs no credentials', given: openApi, expect: 'n/a' },
]);

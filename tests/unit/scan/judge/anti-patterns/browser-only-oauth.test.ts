import {
  authorizationServer,
  call,
  challenge,
  deniesGrant,
  description,
  flow,
  guardedApi,
  keyScheme,
  knowsGrant,
  lookup,
  named,
  oauthScheme,
  openApi,
  protectedResource,
  scheme,
  statement,
  tokenEndpoint,
} from '../facts.ts';
import { trapTable } from '../rows.ts';

const lists = (...grantTypes: string[]) => [authorizationServer({ grantTypes })];
const codeOnly = {
  authorizationServers: lists('authorization_code', 'refresh_token'),
  protectedResources: [protectedResource()],
};
const basicSentence = statement('basic', 'Send client id and secret by Basic.');

trapTable('browser-only-oauth', [
  {
    name: 'code is the only grant of the issuer that guards the API',
    given: codeOnly,
    expect: 'present',
    confidence: 'declared',
    cites: ['x20'],
  },
  {
    name: 'an issuer that lists only the code grant, and its userinfo endpoint is all that it guards',
    given: {
      authorizationServers: lists('authorization_code', 'refresh_token'),
      calls: [call({ error: named() }, { via: 'metadata', url: 'https://id.orchard.example/me' })],
    },
    expect: 'present',
    confidence: 'declared',
  },
  {
    name: 'the password grant needs no browser',
    given: { descriptions: [description([oauthScheme(flow('password'))])] },
    expect: 'absent',
    says: /without a browser/,
  },
  {
    name: 'nor does it beside the code grant',
    given: { ...codeOnly, authorizationServers: lists('authorization_code', 'password') },
    expect: 'absent',
  },
  {
    name: 'signing in is a call of the API',
    given: {
      ...codeOnly,
      descriptions: [
        description([scheme()], {
          issuing: [{ url: 'https://api.orchard.example/v1/login', path: '/login', issues: 'token', expires: true }],
        }),
      ],
    },
    expect: 'absent',
    says: /POST \/login/,
  },
  {
    name: 'implicit is the only grant',
    given: { ...codeOnly, authorizationServers: lists('implicit') },
    expect: 'present',
    says: /implicit/,
  },
  {
    name: 'the API description knows only code',
    given: { descriptions: [description([oauthScheme(flow('authorization_code'))])] },
    expect: 'present',
    cites: ['x22'],
  },
  {
    name: 'the documentation describes code, and the endpoint denies client_credentials',
    given: {
      statements: [statement('grant:authorization_code', 'Send the user to /authorize.')],
      tokenEndpoints: [tokenEndpoint(deniesGrant)],
    },
    expect: 'present',
    cites: ['x50', 'x30'],
  },
  {
    name: 'Basic beside OAuth is how a client authenticates at the token endpoint',
    given: { ...codeOnly, statements: [basicSentence] },
    expect: 'present',
  },

  {
    name: 'client_credentials is offered',
    given: { ...codeOnly, authorizationServers: lists('authorization_code', 'client_credentials') },
    expect: 'absent',
  },
  {
    name: 'the token endpoint knows client_credentials',
    given: { ...codeOnly, tokenEndpoints: [tokenEndpoint(knowsGrant)] },
    expect: 'absent',
    confidence: 'observed',
    cites: ['x30'],
  },
  {
    name: 'JWT bearer is offered',
    given: {
      ...codeOnly,
      authorizationServers: lists('authorization_code', 'urn:ietf:params:oauth:grant-type:jwt-bearer'),
    },
    expect: 'absent',
  },
  {
    name: 'a machine grant of the vendor’s own',
    given: {
      ...codeOnly,
      statements: [statement('grant:vendor', 'grant_type=account_credentials', { value: 'account_credentials' })],
    },
    expect: 'absent',
  },
  {
    name: 'a personal access token',
    given: {
      ...codeOnly,
      statements: [statement('self-service', 'Create a personal access token in Settings.', { credential: 'key' })],
    },
    expect: 'absent',
    confidence: 'documented',
    cites: ['x50'],
  },
  {
    name: 'a password for one program',
    given: {
      ...codeOnly,
      statements: [statement('self-service', 'In Settings, create an app password.', { credential: 'key' })],
    },
    expect: 'absent',
    confidence: 'documented',
    cites: ['x50'],
  },
  {
    name: 'a key in a header beside OAuth',
    given: {
      ...codeOnly,
      descriptions: [description([oauthScheme(flow('authorization_code')), keyScheme('header', 'X-Key')])],
    },
    expect: 'absent',
  },
  {
    name: 'the API itself takes Basic',
    given: { ...codeOnly, calls: [call({ error: named(), challenges: [challenge('Basic')] })] },
    expect: 'absent',
  },
  {
    name: 'bearer tokens, and no OAuth that would guard them',
    given: { calls: [call({ challenges: [challenge('Bearer')] })] },
    expect: 'absent',
    cites: ['x10'],
  },
  { name: 'no OAuth at all', given: { ...guardedApi, metadataLookups: [lookup('absent')] }, expect: 'absent' },
  { name: 'an API that needs no credentials', given: openApi, expect: 'absent' },

  {
    name: 'a login server beside an API whose own way is not known',
    given: { ...guardedApi, authorizationServers: lists('authorization_code') },
    expect: 'unknown',
  },
  {
    name: 'nothing denies client_credentials',
    given: {
      protectedResources: [protectedResource()],
      authorizationServers: [
        authorizationServer({ authorizationEndpoint: 'https://id.orchard.example/authorize', responseTypes: ['code'] }),
      ],
    },
    expect: 'unknown',
  },
  {
    name: 'device code gets a token without a browser on the agent’s side',
    given: {
      ...codeOnly,
      authorizationServers: lists('authorization_code', 'urn:ietf:params:oauth:grant-type:device_code'),
    },
    expect: 'unknown',
  },
  {
    name: 'OAuth is spoken of, but not which grants',
    given: { ...guardedApi, tokenEndpoints: [tokenEndpoint()] },
    expect: 'unknown',
  },
]);

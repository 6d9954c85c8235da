import {
  authorizationServer,
  call,
  deadEndpoint,
  deniesGrant,
  description,
  flow,
  guardedApi,
  keyScheme,
  knowsGrant,
  named,
  oauthScheme,
  openApi,
  statement,
  tokenEndpoint,
  walled,
} from '../facts.ts';
import { signalTable } from '../rows.ts';

const jwt = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const device = 'urn:ietf:params:oauth:grant-type:device_code';
const lists = (...grantTypes: string[]) => ({ authorizationServers: [authorizationServer({ grantTypes })] });

signalTable('client-credentials', [
  {
    name: 'the token endpoint tells the grant from one that cannot exist',
    given: { tokenEndpoints: [tokenEndpoint(knowsGrant)] },
    expect: 'observed',
    confidence: 'observed',
    cites: ['x30'],
  },
  {
    name: 'the token endpoint knows it although the metadata leaves it out',
    given: { ...lists('authorization_code'), tokenEndpoints: [tokenEndpoint(knowsGrant)] },
    expect: 'observed',
  },
  {
    name: 'the metadata lists it',
    given: lists('authorization_code', 'client_credentials'),
    expect: 'declared',
    confidence: 'declared',
    cites: ['x20'],
  },
  {
    name: 'the metadata lists it and the endpoint hides what it knows',
    given: { ...lists('client_credentials'), tokenEndpoints: [tokenEndpoint()] },
    expect: 'declared',
  },
  {
    name: 'another endpoint denies it',
    given: {
      ...lists('client_credentials'),
      tokenEndpoints: [tokenEndpoint({ ...deniesGrant, url: 'https://legacy.orchard.example/token' })],
    },
    expect: 'declared',
  },
  {
    name: 'the API description declares the flow',
    given: { descriptions: [description([oauthScheme(flow('client_credentials'))])] },
    expect: 'declared',
    cites: ['x22'],
  },
  {
    name: 'the documentation describes it',
    given: { statements: [statement('grant:client_credentials', 'Post grant_type=client_credentials.')] },
    expect: 'documented',
    confidence: 'documented',
    cites: ['x50'],
  },
  {
    name: 'JWT bearer in the metadata',
    given: lists('authorization_code', jwt),
    expect: 'machine-grant',
    confidence: 'declared',
  },
  {
    name: 'JWT bearer in a decisive sentence',
    given: { statements: [statement('grant:jwt_bearer', 'Trade the signed JWT for a token.', { strength: 3 })] },
    expect: 'machine-grant-documented',
    confidence: 'documented',
  },
  {
    name: 'a grant_type of the vendor’s own',
    given: {
      statements: [statement('grant:vendor', 'Use grant_type=account_credentials.', { value: 'account_credentials' })],
    },
    expect: 'machine-grant-documented',
    says: /account_credentials/,
  },
  {
    name: 'JWT bearer that the endpoint tells from a grant that cannot exist',
    given: { tokenEndpoints: [tokenEndpoint({ jwtBearer: 'supported' })] },
    expect: 'machine-grant',
    confidence: 'observed',
  },
  {
    name: 'a workload’s own token, as the endpoint shows',
    given: { tokenEndpoints: [tokenEndpoint({ clientCredentials: 'unsupported', tokenExchange: 'supported' })] },
    expect: 'federated',
    confidence: 'observed',
  },
  {
    name: 'a workload’s own token, as the metadata of a server says that signs in nobody',
    given: lists('urn:ietf:params:oauth:grant-type:token-exchange'),
    expect: 'federated',
    confidence: 'declared',
  },
  {
    name: 'a workload’s own token, in a decisive sentence',
    given: { statements: [statement('grant:token_exchange', 'Trade the token of your CI.', { strength: 3 })] },
    expect: 'federated-documented',
  },
  {
    name: 'an exchange beside sign-in takes somebody’s token',
    given: lists('authorization_code', 'urn:ietf:params:oauth:grant-type:token-exchange'),
    expect: 'authorization-code-only',
  },
  {
    name: 'JWT bearer for assertions about people (ID-JAG)',
    given: {
      authorizationServers: [
        authorizationServer({
          grantTypes: ['authorization_code', jwt],
          grantProfiles: ['urn:ietf:params:oauth:grant-profile:id-jag'],
        }),
      ],
    },
    expect: 'authorization-code-only',
  },
  {
    name: 'a flow under a scheme that no operation uses',
    given: {
      calls: [call({ error: named() })],
      descriptions: [
        description([keyScheme('header', 'X-Key'), { ...oauthScheme(flow('client_credentials')), used: false }]),
      ],
    },
    expect: 'n/a',
  },
  {
    name: 'a flow whose token address does not exist',
    given: {
      descriptions: [description([oauthScheme(flow('client_credentials'))])],
      tokenEndpoints: [tokenEndpoint(deadEndpoint)],
    },
    expect: 'silent',
  },
  {
    name: 'metadata over an API that takes only a key',
    given: {
      ...lists('client_credentials'),
      calls: [call({ error: named() })],
      descriptions: [description([keyScheme('header', 'X-Key')])],
    },
    expect: 'n/a',
  },
  { name: 'device code is the nearest thing', given: lists('authorization_code', device), expect: 'device-code-only' },
  {
    name: 'authorization code only',
    given: lists('authorization_code', 'refresh_token'),
    expect: 'authorization-code-only',
    confidence: 'declared',
  },
  {
    name: 'only code in the API description',
    given: { descriptions: [description([oauthScheme(flow('authorization_code'))])] },
    expect: 'authorization-code-only',
  },
  { name: 'implicit only', given: lists('implicit'), expect: 'implicit-only' },
  {
    name: 'the token endpoint denies it',
    given: { tokenEndpoints: [tokenEndpoint(deniesGrant)] },
    expect: 'denied',
    confidence: 'observed',
  },
  {
    name: 'the token endpoint denies what its own metadata lists',
    given: { ...lists('client_credentials'), tokenEndpoints: [tokenEndpoint(deniesGrant)] },
    expect: 'denied',
    confidence: 'observed',
  },
  {
    name: 'the token endpoint denies what the documentation says',
    given: {
      statements: [statement('grant:client_credentials', 'Client credentials are supported.')],
      tokenEndpoints: [tokenEndpoint(deniesGrant)],
    },
    expect: 'denied',
  },
  {
    name: 'the documentation denies it',
    given: {
      statements: [statement('grant:client_credentials', 'There is no client credentials flow.', { polarity: 'deny' })],
    },
    expect: 'denied',
    confidence: 'documented',
  },

  {
    name: 'the token endpoint checks the client first',
    given: { tokenEndpoints: [tokenEndpoint()] },
    expect: 'silent',
    confidence: 'observed',
  },
  { name: 'nothing speaks of it', given: guardedApi, expect: 'silent' },
  {
    name: 'metadata without a list of grants proves nothing (RFC 8414 §2)',
    given: { authorizationServers: [authorizationServer()] },
    expect: 'silent',
  },
  {
    name: 'metadata whose token endpoint is dead is not believed',
    given: { ...lists('client_credentials'), tokenEndpoints: [tokenEndpoint(deadEndpoint)] },
    expect: 'silent',
  },
  {
    name: 'a hint in prose is too little',
    given: { statements: [statement('grant:client_credentials', 'Clients have credentials.', { strength: 1 })] },
    expect: 'silent',
  },
  {
    name: 'a likely word on service accounts is too little',
    given: { statements: [statement('grant:jwt_bearer', 'Service accounts are available.')] },
    expect: 'silent',
  },
  {
    name: 'a JWT traded at an endpoint of the API is no grant (STANDARDS F2)',
    given: { statements: [statement('grant:vendor', 'Trade your JWT for an installation token.')] },
    expect: 'silent',
  },
  {
    name: 'a site without an API that explains OAuth explains somebody else’s',
    given: {
      surface: { apiBases: [] },
      statements: [statement('grant:client_credentials', 'Use the client credentials flow.', { strength: 3 })],
    },
    expect: 'silent',
  },

  {
    name: 'the token endpoint gave no answer',
    given: { tokenEndpoints: [tokenEndpoint({ life: 'unknown', row: 21, reason: 'it gave no answer' })] },
    expect: 'unobserved',
    cites: ['x30'],
  },
  { name: 'no document could be read', given: { ...guardedApi, reach: walled }, expect: 'unobserved' },

  { name: 'an API that needs no credentials', given: openApi, expect: 'n/a' },
  {
    name: 'an API with static keys and no OAuth',
    given: { calls: [call({ error: named() })], descriptions: [description([keyScheme('header', 'X-Key')])] },
    expect: 'n/a',
  },
]);

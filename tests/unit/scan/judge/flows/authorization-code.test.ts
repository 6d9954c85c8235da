import {
  authorizationServer,
  deadEndpoint,
  description,
  flow,
  guardedApi,
  oauthScheme,
  statement,
  tokenEndpoint,
} from '../facts.ts';
import { flowTable } from '../rows.ts';

const meta = (over: Parameters<typeof authorizationServer>[0]) => ({
  authorizationServers: [authorizationServer(over)],
});
const authorizationEndpoint = 'https://id.orchard.example/authorize';

flowTable('authorization_code', 'human-once', [
  {
    name: 'the metadata lists it',
    given: meta({ grantTypes: ['authorization_code', 'refresh_token'] }),
    expect: 'yes',
    confidence: 'declared',
    cites: ['x20'],
  },
  {
    name: 'no refresh token afterwards: the person comes back each time',
    given: meta({ grantTypes: ['authorization_code'] }),
    expect: 'yes',
    verdict: 'human-each-time',
  },
  {
    name: 'an authorization endpoint and the response type code, without a list',
    given: meta({ authorizationEndpoint, responseTypes: ['code', 'code id_token'] }),
    expect: 'yes',
  },
  {
    name: 'evidence for PKCE is evidence for the grant',
    given: meta({ authorizationEndpoint, pkceMethods: ['S256'] }),
    expect: 'yes',
  },
  {
    name: 'the API description declares it',
    given: { descriptions: [description([oauthScheme(flow('authorization_code'))])] },
    expect: 'yes',
    cites: ['x22'],
  },
  {
    name: 'the documentation describes it',
    given: { statements: [statement('grant:authorization_code', 'Send the user to /authorize.')] },
    expect: 'yes',
    confidence: 'documented',
  },
  {
    name: 'the metadata lists others',
    given: meta({ grantTypes: ['client_credentials', 'refresh_token'] }),
    expect: 'no',
    confidence: 'declared',
  },
  {
    name: 'the description declares only another flow',
    given: { descriptions: [description([oauthScheme(flow('client_credentials'))])] },
    expect: 'no',
  },
  {
    name: 'an offer anywhere is an offer',
    given: {
      authorizationServers: [
        authorizationServer({ grantTypes: ['client_credentials'], evidence: ['x23'] }),
        authorizationServer({
          grantTypes: ['authorization_code', 'refresh_token'],
          tokenEndpoint: 'https://login.orchard.example/token',
        }),
      ],
    },
    expect: 'yes',
    cites: ['x20'],
  },
  { name: 'nothing speaks of it', given: guardedApi, expect: 'unknown', confidence: 'inferred', cites: [] },
  { name: 'an omitted list with no response types proves nothing', given: meta({}), expect: 'unknown' },
  {
    name: 'metadata whose token endpoint is dead',
    given: { ...meta({ grantTypes: ['authorization_code'] }), tokenEndpoints: [tokenEndpoint(deadEndpoint)] },
    expect: 'unknown',
  },
]);

import { authorizationServer, guardedApi, statement } from '../facts.ts';
import { flowTable } from '../rows.ts';

const authorizationEndpoint = 'https://id.orchard.example/authorize';
const meta = (over: Parameters<typeof authorizationServer>[0]) => ({
  authorizationServers: [authorizationServer(over)],
});

flowTable('authorization_code_pkce', 'human-once', [
  {
    name: 'the metadata lists a challenge method',
    given: meta({ authorizationEndpoint, pkceMethods: ['S256'], grantTypes: ['authorization_code', 'refresh_token'] }),
    expect: 'yes',
    cites: ['x20'],
    says: /S256/,
  },
  {
    name: 'no refresh token afterwards',
    given: meta({ authorizationEndpoint, pkceMethods: ['S256'], grantTypes: ['authorization_code'] }),
    expect: 'yes',
    verdict: 'human-each-time',
  },
  {
    name: 'the documentation describes it',
    given: { statements: [statement('grant:authorization_code_pkce', 'Send code_challenge.')] },
    expect: 'yes',
    confidence: 'documented',
  },
  {
    name: 'without the code grant there is no proof for it',
    given: meta({ grantTypes: ['client_credentials'] }),
    expect: 'no',
    verdict: 'human-each-time',
  },
  {
    name: 'the code grant alone says nothing of PKCE',
    given: meta({ grantTypes: ['authorization_code', 'refresh_token'] }),
    expect: 'unknown',
  },
  {
    name: 'a challenge method without an authorization endpoint',
    given: meta({ pkceMethods: ['S256'] }),
    expect: 'unknown',
  },
  {
    name: 'a challenge method beside grant types without the code grant',
    given: meta({
      authorizationEndpoint,
      pkceMethods: ['S256'],
      grantTypes: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
      responseTypes: ['none'],
    }),
    expect: 'no',
  },
  { name: 'an empty list of methods', given: meta({ authorizationEndpoint, pkceMethods: [] }), expect: 'unknown' },
  { name: 'nothing speaks of it', given: guardedApi, expect: 'unknown' },
]);

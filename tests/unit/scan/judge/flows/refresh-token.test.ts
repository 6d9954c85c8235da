import { authorizationServer, description, flow, guardedApi, oauthScheme, statement } from '../facts.ts';
import { flowTable } from '../rows.ts';

const meta = (over: Parameters<typeof authorizationServer>[0]) => ({
  authorizationServers: [authorizationServer(over)],
});

flowTable('refresh_token', 'human-once', [
  {
    name: 'the metadata lists it',
    given: meta({ grantTypes: ['authorization_code', 'refresh_token'] }),
    expect: 'yes',
    confidence: 'declared',
  },
  { name: 'the scope offline_access', given: meta({ scopes: ['offline_access'] }), expect: 'yes' },
  {
    name: 'the scope offline_access beside a list without it',
    given: meta({ grantTypes: ['authorization_code'], scopes: ['offline_access'] }),
    expect: 'yes',
  },
  {
    name: 'a refresh URL in the API description',
    given: {
      descriptions: [
        description([oauthScheme(flow('authorization_code', { refreshUrl: 'https://id.orchard.example/refresh' }))]),
      ],
    },
    expect: 'yes',
    cites: ['x22'],
  },
  {
    name: 'the documentation describes it',
    given: { statements: [statement('grant:refresh_token', 'Use the refresh token.')] },
    expect: 'yes',
    confidence: 'documented',
  },
  { name: 'the metadata lists others', given: meta({ grantTypes: ['authorization_code'] }), expect: 'no' },
  {
    name: 'the documentation denies it',
    given: { statements: [statement('grant:refresh_token', 'We do not issue refresh tokens.', { polarity: 'deny' })] },
    expect: 'no',
    confidence: 'documented',
  },
  {
    name: 'a description without a refresh URL denies nothing: it is OPTIONAL',
    given: { descriptions: [description([oauthScheme(flow('authorization_code'))])] },
    expect: 'unknown',
  },
  { name: 'nothing speaks of it', given: guardedApi, expect: 'unknown' },
]);

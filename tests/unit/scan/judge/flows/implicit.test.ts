import { authorizationServer, description, flow, guardedApi, oauthScheme, statement } from '../facts.ts';
import { flowTable } from '../rows.ts';

const meta = (over: Parameters<typeof authorizationServer>[0]) => ({
  authorizationServers: [authorizationServer(over)],
});

flowTable('implicit', 'deprecated', [
  { name: 'the metadata lists it', given: meta({ grantTypes: ['implicit'] }), expect: 'yes', confidence: 'declared' },
  { name: 'the response type token', given: meta({ responseTypes: ['code', 'token'] }), expect: 'yes' },
  {
    name: 'the response type token beside a list without implicit',
    given: meta({ grantTypes: ['authorization_code'], responseTypes: ['token id_token'] }),
    expect: 'yes',
  },
  {
    name: 'the API description declares it',
    given: { descriptions: [description([oauthScheme(flow('implicit', { tokenUrl: null }))])] },
    expect: 'yes',
  },
  {
    name: 'the documentation describes it',
    given: { statements: [statement('grant:implicit', 'Use response_type=token.')] },
    expect: 'yes',
    confidence: 'documented',
  },
  { name: 'response types without token', given: meta({ responseTypes: ['code', 'id_token'] }), expect: 'no' },
  { name: 'the metadata lists others', given: meta({ grantTypes: ['authorization_code'] }), expect: 'no' },
  { name: 'an omitted list is no offer, whatever its default (RFC 8414 §2)', given: meta({}), expect: 'unknown' },
  { name: 'nothing speaks of it', given: guardedApi, expect: 'unknown' },
]);

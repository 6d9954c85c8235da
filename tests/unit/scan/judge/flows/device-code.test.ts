import { authorizationServer, guardedApi, statement } from '../facts.ts';
import { flowTable } from '../rows.ts';

const meta = (over: Parameters<typeof authorizationServer>[0]) => ({
  authorizationServers: [authorizationServer(over)],
});
const deviceAuthorizationEndpoint = 'https://id.orchard.example/device';

flowTable('device_code', 'human-once', [
  {
    name: 'the metadata lists it (RFC 8628 §4)',
    given: meta({ grantTypes: ['urn:ietf:params:oauth:grant-type:device_code'] }),
    expect: 'yes',
    confidence: 'declared',
  },
  { name: 'under its old draft name', given: meta({ grantTypes: ['device_code'] }), expect: 'yes' },
  {
    name: 'the metadata names its endpoint, and lists no grants',
    given: meta({ deviceAuthorizationEndpoint }),
    expect: 'yes',
  },
  {
    name: 'the metadata names its endpoint, and leaves it out of the list',
    given: meta({ deviceAuthorizationEndpoint, grantTypes: ['authorization_code'] }),
    expect: 'yes',
  },
  {
    name: 'the documentation describes it',
    given: { statements: [statement('grant:device_code', 'Show the user the code.')] },
    expect: 'yes',
    confidence: 'documented',
  },
  { name: 'the metadata lists others', given: meta({ grantTypes: ['authorization_code'] }), expect: 'no' },
  {
    name: 'the documentation denies it',
    given: { statements: [statement('grant:device_code', 'The device flow is not supported.', { polarity: 'deny' })] },
    expect: 'no',
    confidence: 'documented',
  },
  { name: 'nothing speaks of it', given: guardedApi, expect: 'unknown' },
]);

import { authorizationServer, guardedApi, statement } from '../facts.ts';
import { flowTable } from '../rows.ts';

const lists = (...grantTypes: string[]) => ({ authorizationServers: [authorizationServer({ grantTypes })] });

flowTable('jwt_bearer', 'agent-friendly', [
  {
    name: 'the metadata lists it (RFC 7523)',
    given: lists('urn:ietf:params:oauth:grant-type:jwt-bearer'),
    expect: 'yes',
    confidence: 'declared',
  },
  {
    name: 'assertions about people who signed in somewhere (ID-JAG)',
    given: {
      authorizationServers: [
        authorizationServer({
          grantTypes: ['urn:ietf:params:oauth:grant-type:jwt-bearer'],
          grantProfiles: ['urn:ietf:params:oauth:grant-profile:id-jag'],
        }),
      ],
    },
    expect: 'yes',
    verdict: 'human-once',
  },
  {
    name: 'a decisive sentence',
    given: {
      statements: [
        statement('grant:jwt_bearer', 'Send grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer.', { strength: 3 }),
      ],
    },
    expect: 'yes',
    confidence: 'documented',
  },
  { name: 'the metadata lists others', given: lists('authorization_code'), expect: 'no' },
  {
    name: '“service account” is a common word',
    given: { statements: [statement('grant:jwt_bearer', 'Create a service account.')] },
    expect: 'unknown',
  },
  { name: 'nothing speaks of it', given: guardedApi, expect: 'unknown' },
]);

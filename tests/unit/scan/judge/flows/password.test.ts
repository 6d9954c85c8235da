import { authorizationServer, description, flow, guardedApi, oauthScheme, statement } from '../facts.ts';
import { flowTable } from '../rows.ts';

const lists = (...grantTypes: string[]) => ({ authorizationServers: [authorizationServer({ grantTypes })] });

flowTable('password', 'deprecated', [
  { name: 'the metadata lists it', given: lists('password'), expect: 'yes', confidence: 'declared' },
  {
    name: 'the API description declares it',
    given: { descriptions: [description([oauthScheme(flow('password'))])] },
    expect: 'yes',
  },
  {
    name: 'the documentation describes it',
    given: { statements: [statement('grant:password', 'Send username and password.')] },
    expect: 'yes',
    confidence: 'documented',
  },
  { name: 'the metadata lists others', given: lists('client_credentials'), expect: 'no' },
  {
    name: 'the description declares only another flow',
    given: { descriptions: [description([oauthScheme(flow('client_credentials'))])] },
    expect: 'no',
  },
  { name: 'nothing speaks of it', given: guardedApi, expect: 'unknown' },
]);

import { authorizationServer, guardedApi, statement } from '../facts.ts';
import { flowTable } from '../rows.ts';

const lists = (...grantTypes: string[]) => ({ authorizationServers: [authorizationServer({ grantTypes })] });

flowTable('token_exchange', 'human-once', [
  { name: 'the metadata lists it (RFC 8693)', given: lists('urn:ietf:params:oauth:grant-type:token-exchange'), expect: 'yes', confidence: 'declared' },
  { name: 'beside client_credentials a program has a token to exchange', given: lists('client_credentials', 'urn:ietf:params:oauth:grant-type:token-exchange'), expect: 'yes', verdict: 'agent-friendly' },
  { name: 'a decisive sentence', given: { statements: [statement('grant:token_exchange', 'Send grant_type=urn:ietf:params:oauth:grant-type:token-exchange.', { strength: 3 })] }, expect: 'yes', confidence: 'documented' },
  { name: 'the metadata lists others', given: lists('authorization_code'), expect: 'no' },
  { name: '“exchange the code for a token” is another grant', given: { statements: [statement('grant:token_exchange', 'Exchange the code for a token.')] }, expect: 'unknown' },
  { name: 'nothing speaks of it', given: guardedApi, expect: 'unknown' },
]);

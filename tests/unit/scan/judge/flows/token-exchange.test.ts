import { authorizationServer, guardedApi, statement, tokenEndpoint } from '../facts.ts';
import { flowTable } from '../rows.ts';

const lists = (...grantTypes: string[]) => ({ authorizationServers: [authorizationServer({ grantTypes })] });

flowTable('token_exchange', 'human-once', [
  {
    name: 'the metadata lists it (RFC 8693)',
    given: lists('authorization_code', 'urn:ietf:params:oauth:grant-type:token-exchange'),
    expect: 'yes',
    confidence: 'declared',
  },
  {
    name: 'beside client_credentials a program has a token to exchange',
    given: lists('client_credentials', 'urn:ietf:params:oauth:grant-type:token-exchange'),
    expect: 'yes',
    verdict: 'agent-friendly',
  },
  {
    name: 'a server that signs in nobody trades the tokens of workloads',
    given: lists('urn:ietf:params:oauth:grant-type:token-exchange'),
    expect: 'yes',
    verdict: 'agent-friendly',
  },
  {
    name: 'the endpoint tells it from a grant that cannot exist',
    given: { tokenEndpoints: [tokenEndpoint({ tokenExchange: 'supported' })] },
    expect: 'yes',
    verdict: 'agent-friendly',
    confidence: 'observed',
  },
  {
    name: 'the endpoint refuses it',
    given: { tokenEndpoints: [tokenEndpoint({ tokenExchange: 'unsupported' })] },
    expect: 'no',
    confidence: 'observed',
  },
  {
    name: 'a decisive sentence beside sign-in for people',
    given: {
      ...lists('authorization_code', 'urn:ietf:params:oauth:grant-type:token-exchange'),
      statements: [
        statement('grant:token_exchange', 'Send grant_type=urn:ietf:params:oauth:grant-type:token-exchange.', {
          strength: 3,
        }),
      ],
    },
    expect: 'yes',
    confidence: 'declared',
  },
  ...(['program', 'person'] as const).map((actor) => ({
    name: `a sentence that says whose token it is: a ${actor}’s`,
    given: {
      ...lists('authorization_code', 'urn:ietf:params:oauth:grant-type:token-exchange'),
      statements: [statement('grant:token_exchange', 'Trade it for an access token.', { actor, strength: 3 })],
    },
    expect: 'yes' as const,
    verdict: actor === 'program' ? ('agent-friendly' as const) : ('human-once' as const),
  })),
  { name: 'the metadata lists others', given: lists('authorization_code'), expect: 'no' },
  {
    name: '“exchange the code for a token” is another grant',
    given: { statements: [statement('grant:token_exchange', 'Exchange the code for a token.')] },
    expect: 'unknown',
  },
  { name: 'nothing speaks of it', given: guardedApi, expect: 'unknown' },
]);

import { describe, expect, it } from 'vitest';
import { handshakeVerdict } from '../../../lib/cli/commands/verify.ts';
import { handshakeSteps } from '../../../lib/scan/judge/handshake-steps.ts';
import type { Report } from '../../../lib/scan/schema/report.ts';
import { openReport } from '../components/sample-report.ts';

type Verification = NonNullable<Report['evidence']['verification']>;
const blank: Verification = {
  state: 'done',
  refusal: null,
  credential: 'client-secret',
  keyPlace: null,
  hosts: [],
  issuer: null,
  tokenEndpoint: null,
  listedMethods: null,
  operation: null,
  demands: [],
  tokens: [],
  calls: [],
  audience: null,
  expectedAudience: null,
  revocations: [],
};
const answered = openReport().evidence.calls.flatMap(({ bare }) => bare ?? [])[0];
const call = (what: Verification['calls'][number]['what'], status: number | null): Verification['calls'][number] => {
  if (!answered) throw new Error('The sample report holds no answered call.');
  const url = 'https://api.orchard.example/pears';
  return {
    what,
    url,
    exchange: 'x1',
    answer: status === null ? null : { ...answered, status },
    failure: null,
    scope: null,
  };
};
const token = (outcome: Verification['tokens'][number]['outcome']): Verification['tokens'][number] => ({
  purpose: 'first',
  method: 'client_secret_basic',
  exchange: 'x1',
  outcome,
  status: 401,
  code: 'invalid_client',
  message: null,
  dpop: false,
  tokenType: null,
  expiresIn: null,
  scopeAsked: null,
  scopeGranted: null,
  refreshToken: false,
  faults: [],
});

describe('whether a client got in', () => {
  it.each<[string, Partial<Verification> | undefined, number, RegExp | null]>([
    ['no handshake', undefined, 2, /before the handshake/],
    [
      'not sent',
      { state: 'refused', refusal: { code: 'x', reason: 'It is plain HTTP.', evidence: [] } },
      2,
      /No credential was sent\. It is plain HTTP/,
    ],
    ['in', { calls: [call('bare', 401), call('credential', 200)] }, 0, null],
    ['in with the right audience', { calls: [call('credential', 401), call('audience', 204)] }, 0, null],
    ['refused', { tokens: [token('token')], calls: [call('bare', 401), call('credential', 403)] }, 1, /HTTP 403/],
    [
      'open to anybody',
      { calls: [call('bare', 200), call('credential', 200)] },
      2,
      /also answers without a credential/,
    ],
    [
      'a damaged one gets in as well',
      { calls: [call('bare', 401), call('credential', 200), call('damaged', 200)] },
      2,
      /a damaged one as well/,
    ],
    ['no token', { tokens: [token('refused')] }, 1, /no token: HTTP 401, invalid_client/],
    ['no answer', { tokens: [token('token')], calls: [call('credential', null)] }, 2, /no answer/],
    ['no answer for a token', { tokens: [token('unobserved')] }, 2, /no token/],
    ['nothing to call', { tokens: [token('token')] }, 2, /no operation to call/],
  ])('%s', (_name, verification, code, sentence) => {
    const evidence = { ...openReport().evidence, verification: verification && { ...blank, ...verification } };
    const handshake = evidence.verification && handshakeSteps(evidence.verification);
    const verdict = handshakeVerdict({ evidence, ...(handshake && { handshake }) });
    expect(verdict.code).toBe(code);
    expect(verdict.sentences).toEqual(sentence === null ? [] : [expect.stringMatching(sentence)]);
  });
});

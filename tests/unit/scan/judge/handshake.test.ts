/** What the handshake with the owner's own client is worth: rungs, grants, contradictions, the door, and the sentence for each step. */
import { describe, expect, it } from 'vitest';
import { handshakeStepIds } from '../../../../lib/scan/schema/report.ts';
import type { CallAnswer, TokenTry, VerifiedCall, Verification } from '../../../../lib/scan/types.ts';
import {
  answer,
  authorizationServer,
  challenge,
  data,
  guardedApi,
  judged,
  named,
  statement,
  tokenUrl,
  type Given,
} from './facts.ts';

const url = 'https://api.orchard.example/v1/pears';
let exchanges = 100;
const next = () => `x${(exchanges += 1)}`;

const open: Partial<CallAnswer> = { status: 200, contentType: 'application/json', error: data };
const refused: Partial<CallAnswer> = {
  status: 401,
  contentType: 'application/json',
  error: named(),
  challenges: [challenge('Bearer')],
};
/** Refused without a word on what to bring. */
const mute: Partial<CallAnswer> = { ...refused, challenges: [], error: named('unauthorized') };
const forbidden: Partial<CallAnswer> = {
  status: 403,
  error: named('insufficient_scope', { identifier: 'insufficient_scope' }),
};

function called(
  what: VerifiedCall['what'],
  given: Partial<CallAnswer> | null,
  scope: string | null = null,
): VerifiedCall {
  const exchange = next();
  return {
    what,
    url,
    exchange,
    answer: given && answer({ ...given, exchange }),
    failure: given ? null : 'timeout',
    scope,
  };
}

const tried = (over: Partial<TokenTry> = {}): TokenTry => ({
  purpose: 'first',
  method: 'client_secret_basic',
  exchange: next(),
  outcome: 'token',
  status: 200,
  code: null,
  message: null,
  dpop: false,
  tokenType: 'Bearer',
  expiresIn: 600,
  scopeAsked: null,
  scopeGranted: null,
  refreshToken: false,
  faults: [],
  ...over,
});
const no = (over: Partial<TokenTry> = {}): TokenTry =>
  tried({ outcome: 'refused', status: 401, code: 'invalid_client', tokenType: null, expiresIn: null, ...over });

const verified = (over: Partial<Verification> = {}): Verification => ({
  state: 'done',
  refusal: null,
  credential: 'client-secret',
  keyPlace: null,
  hosts: ['id.orchard.example', 'api.orchard.example'],
  issuer: 'https://id.orchard.example',
  tokenEndpoint: tokenUrl,
  listedMethods: null,
  operation: url,
  demands: [],
  tokens: [tried(), tried({ purpose: 'again' })],
  calls: [called('bare', refused), called('credential', open), called('damaged', refused), called('query', refused)],
  audience: null,
  expectedAudience: null,
  revocations: [],
  ...over,
});
const done = (over: Partial<Verification> = {}, given: Given = guardedApi) =>
  judged({ ...given, verification: verified(over) });
const signal = (found: ReturnType<typeof judged>, id: string) => found.signals.find((one) => one.id === id);
const stepsOf = (found: ReturnType<typeof judged>) =>
  Object.fromEntries(found.handshake?.map(({ id, status }) => [id, status]) ?? []);

describe('the challenge ladder', () => {
  it.each<[string, Partial<Verification>, string, string]>([
    ['reaches the top with a credential that is let in', {}, 'success', 'verified'],
    [
      'reaches it on the refusal of a damaged one alone',
      { calls: [called('credential', open), called('damaged', refused)] },
      'success',
      'verified',
    ],
    [
      'stays where a damaged one is let in too',
      { calls: [called('bare', refused), called('credential', open), called('damaged', open)] },
      '401-names-error',
      'observed',
    ],
    [
      'stays where the credential is refused',
      { calls: [called('bare', refused), called('credential', refused)] },
      '401-names-error',
      'observed',
    ],
    [
      'stays where an error comes under 200',
      { calls: [called('bare', refused), called('credential', { ...open, error: named('no', { envelope: true }) })] },
      '401-names-error',
      'observed',
    ],
    [
      'stays where a page comes under 200',
      { calls: [called('bare', refused), called('credential', { status: 200, error: { ...data, format: 'html' } })] },
      '401-names-error',
      'observed',
    ],
    [
      'stays where nothing was sent',
      {
        state: 'refused',
        refusal: { code: 'plain-http', reason: 'It is plain.', evidence: [] },
        tokens: [],
        calls: [],
      },
      '401-names-error',
      'observed',
    ],
  ])('%s', (_name, over, rung, confidence) => {
    expect(signal(done(over), 'structured-401')).toMatchObject({ rung, confidence });
  });

  it('needs a refusal that a program reads', () => {
    const text = { status: 401, error: { ...data, format: 'text' as const } };
    const found = done({ calls: [called('bare', text), called('credential', open), called('damaged', text)] });
    expect(signal(found, 'structured-401')?.rung).not.toBe('success');
  });
});

describe('the other signals', () => {
  it('are verified by what was done', () => {
    const narrow = [called('narrow', forbidden, 'pears:write')];
    const found = done(
      { calls: [...verified().calls, ...narrow] },
      { ...guardedApi, authorizationServers: [authorizationServer({ tokenEndpoint: tokenUrl })] },
    );
    for (const id of [
      'structured-401',
      'client-credentials',
      'bearer-token',
      'oauth-discovery',
      'token-expiry',
      'scope-restriction',
    ])
      expect(signal(found, id), id).toMatchObject({ status: 'pass', confidence: 'verified' });
    expect(found.journey.slice(-2)).toMatchObject([
      { step: 'get-token', status: 'ok' },
      { step: 'call', status: 'ok' },
    ]);
    expect(found.checklist.find(({ id }) => id === 'token-response')).toMatchObject({ status: 'done' });
    expect(found.verdict.kind).toBe('open');
  });

  it('know what a key is worth, and where it goes', () => {
    const key = (keyPlace: string) =>
      done(
        {
          credential: 'api-key',
          keyPlace,
          tokenEndpoint: null,
          issuer: null,
          tokens: [],
          calls: [called('bare', mute), called('credential', open), called('damaged', mute)],
        },
        {},
      );
    expect(signal(key('x-api-key'), 'bearer-token')).toMatchObject({ rung: 'own-header', confidence: 'verified' });
    expect(signal(key('basic'), 'bearer-token')).toMatchObject({ rung: 'basic', confidence: 'verified' });
    expect(signal(key('bearer'), 'bearer-token')).toMatchObject({ rung: 'observed', confidence: 'verified' });
  });

  it.each<[string, Partial<Verification>, string]>([
    ['a client that is refused the second time', { tokens: [tried(), no({ purpose: 'again' })] }, 'person-renews'],
    [
      'a refresh token that works all the same',
      { tokens: [tried(), no({ purpose: 'again' }), tried({ purpose: 'refresh' })] },
      'renewable',
    ],
    ['no lifetime anywhere', { tokens: [tried({ expiresIn: null }), tried({ purpose: 'again' })] }, 'in-part'],
    ['a token that outlives its lifetime', { calls: [...verified().calls, called('expired', open)] }, 'in-part'],
  ])('token life: %s', (_name, over, rung) => {
    expect(signal(done(over), 'token-expiry')).toMatchObject({ rung, confidence: 'verified' });
  });

  it('take no lifetime from an answer where a document names one', () => {
    const given = { ...guardedApi, statements: [statement('expires', 'Tokens expire after an hour.')] };
    const found = done({ tokens: [tried({ expiresIn: null }), tried({ purpose: 'again' })] }, given);
    expect(signal(found, 'token-expiry')?.rung).toBe('renewable');
  });

  it('learn nothing from a refused client, but from a refused grant', () => {
    const before = judged(guardedApi);
    const wrong = done({ tokens: [no()], calls: [] });
    expect(signal(wrong, 'client-credentials')).toEqual(signal(before, 'client-credentials'));
    expect(wrong.journey.find(({ step }) => step === 'get-token')).toMatchObject({ status: 'unknown' });
    const denied = done({ tokens: [no({ code: 'unsupported_grant_type', status: 400 })], calls: [] });
    expect(denied.flows.find(({ id }) => id === 'client_credentials')).toMatchObject({
      offered: 'no',
      confidence: 'verified',
    });
  });
});

describe('what the handshake contradicts', () => {
  it.each<[string, Partial<Verification>, string]>([
    [
      'a damaged credential',
      { calls: [called('bare', refused), called('credential', open), called('damaged', open)] },
      'damaged-credential-accepted',
    ],
    ['its own token', { calls: [called('bare', refused), called('credential', refused)] }, 'own-token-refused'],
    ['a lifetime', { calls: [...verified().calls, called('expired', open)] }, 'expired-token-accepted'],
    ['a list of methods', { listedMethods: ['private_key_jwt'] }, 'client-authentication-unlisted'],
  ])('%s', (_name, over, id) => {
    expect(done(over).contradictions.map((one) => one.id)).toEqual([id]);
  });

  it('shuts the door where the API refuses its own token', () => {
    const found = done({ calls: [called('bare', refused), called('credential', refused)] });
    expect(found.answer).toMatchObject({ id: 'no', door: 'shut' });
    expect(found.verdict).toMatchObject({ kind: 'wall' });
    expect(found.journey.at(-1)).toMatchObject({ status: 'blocked', wall: 'token refused' });
  });

  it('does not take a missing path, a limit or less scope for a refusal', () => {
    for (const given of [{ status: 404 }, { status: 429 }, { status: 503 }, forbidden])
      expect(done({ calls: [called('bare', refused), called('credential', given)] }).answer?.door).not.toBe('shut');
  });
});

describe('the steps', () => {
  it('are none without a handshake, and one where a rule of ours forbade it', () => {
    expect(judged(guardedApi).handshake).toBeUndefined();
    const found = done({
      state: 'refused',
      refusal: { code: 'redirects', reason: 'It redirects.', evidence: [] },
      tokens: [],
      calls: [],
    });
    expect(found.handshake).toEqual([
      { id: 'allowed', status: 'failed', summary: 'No credential was sent. It redirects.', evidence: [] },
    ]);
  });

  it('each have a sentence, and all are known', () => {
    const found = done({
      demands: ['dpop'],
      tokens: [
        tried({ dpop: true, refreshToken: true }),
        tried({ purpose: 'resource', dpop: true }),
        tried({ purpose: 'again' }),
        tried({ purpose: 'refresh' }),
      ],
      calls: [
        called('bare', refused),
        called('credential', refused),
        called('resource', open),
        called('damaged', refused),
        called('query', open),
        called('narrow', open, 'pears:read'),
        called('expired', refused),
        called('revoked', refused),
      ],
      expectedAudience: 'https://api.orchard.example',
      revocations: [{ exchange: next(), status: 200 }],
    });
    expect(stepsOf(found)).toEqual({
      token: 'passed',
      'token-answer': 'passed',
      demands: 'passed',
      call: 'passed',
      audience: 'passed',
      damaged: 'passed',
      query: 'failed',
      scope: 'unknown',
      again: 'passed',
      refresh: 'passed',
      expiry: 'passed',
      revocation: 'passed',
    });
    expect(['allowed', ...Object.keys(stepsOf(found))]).toEqual([...handshakeStepIds]);
    for (const { summary } of found.handshake ?? []) expect(summary).toMatch(/^[A-Z“h].*\.$/s);
  });

  it('name mutual TLS, an answer with faults, and a token that lives on after it was taken back', () => {
    expect(stepsOf(done({ demands: ['mtls'], tokens: [no({ message: 'mTLS required' })], calls: [] }))).toMatchObject({
      token: 'failed',
      demands: 'unknown',
    });
    expect(stepsOf(done({ tokens: [tried({ faults: ['token_type is missing'] })] }))).toMatchObject({
      'token-answer': 'failed',
    });
    expect(
      stepsOf(done({ tokens: [tried({ faults: ['expires_in is missing, which is recommended'], expiresIn: null })] })),
    ).toMatchObject({ 'token-answer': 'passed' });
    expect(
      stepsOf(
        done({
          revocations: [{ exchange: next(), status: 200 }],
          calls: [...verified().calls, called('revoked', open)],
        }),
      ),
    ).toMatchObject({ revocation: 'unknown' });
    expect(stepsOf(done({ revocations: [{ exchange: next(), status: 400 }] }))).toMatchObject({ revocation: 'failed' });
  });

  it('stand in a case that nothing else was found for', () => {
    const found = done({}, { surface: { apiBases: [] } });
    expect(found.outcome).toBe('scored');
    expect(found.journey[0]).toMatchObject({ step: 'find', status: 'blocked', wall: 'no API' });
  });
});

/** What was done with the owner's own client and what came of it, one sentence for each step: for page, command line and readers of the JSON. */
import type { Report } from '../schema/report.ts';
import type { TokenTry, VerifiedCall, Verification } from '../types.ts';
import { isRefusal, readHandshake, tries, type Handshake } from './handshake.ts';
import { isOpen } from '../read/bare-answer.ts';

type Step = NonNullable<Report['handshake']>[number];
type Steps = Step | null;

const step = (id: Step['id'], status: Step['status'], summary: string, ...evidence: string[]): Step => ({
  id,
  status,
  summary,
  evidence,
});

const said = ({ answer, failure }: VerifiedCall): string =>
  answer === null
    ? `no answer (${failure ?? 'unknown'})`
    : `HTTP ${answer.status}${answer.error.envelope ? ' with an error inside' : ''}`;
const refusedAs = ({ status, code, message }: TokenTry): string =>
  [status === null ? 'no answer' : `HTTP ${status}`, code, message === code ? null : message]
    .filter((part) => part !== null)
    .join(', ');
const ids = (items: readonly { exchange: string }[]): string[] => items.map(({ exchange }) => exchange);
const credentialOf = ({ credential }: Verification): string => (credential === 'api-key' ? 'key' : 'token');
const named = ({ calls }: Verification, what: VerifiedCall['what']) => calls.filter((call) => call.what === what);

function token({ fact, token: given }: Handshake): Steps {
  if (fact.credential === 'api-key') return null;
  const asked = fact.tokens.filter(({ purpose }) => purpose === 'first' || purpose === 'contrast');
  const endpoint = fact.tokenEndpoint ?? 'The token endpoint';
  const last = asked.at(-1);
  if (!given)
    return step(
      'token',
      last?.outcome === 'refused' || last?.outcome === 'no-token' ? 'failed' : 'unknown',
      `${endpoint} gave your client no token: ${last ? refusedAs(last) : 'it was not asked'}.`,
      ...ids(asked),
    );
  const methods = (outcome: TokenTry['outcome']) =>
    [...new Set(asked.filter((t) => t.outcome === outcome).map(({ method }) => method))].join(' and ');
  const not = methods('refused');
  return step(
    'token',
    'passed',
    `${endpoint} gave your client a token with ${methods('token') || given.method}${not === '' ? '' : `; it did not accept ${not} from this client`}.`,
    ...ids(asked),
  );
}

function tokenAnswer({ token: given }: Handshake): Steps {
  if (!given) return null;
  const faults = given.faults.filter((fault) => !fault.includes('recommended'));
  const life = given.expiresIn === null ? ', but names no lifetime' : `, and the token lasts ${given.expiresIn} s`;
  return faults.length === 0
    ? step('token-answer', 'passed', `The answer is what RFC 6749 §5.1 asks for${life}.`, given.exchange)
    : step('token-answer', 'failed', `The answer departs from RFC 6749 §5.1: ${faults.join('; ')}.`, given.exchange);
}

function demands({ fact, token: given }: Handshake): Steps {
  const evidence = ids(fact.tokens.filter(({ purpose }) => purpose === 'first'));
  if (fact.demands.includes('mtls'))
    return step(
      'demands',
      'unknown',
      'The server wants a client certificate (mutual TLS, RFC 8705), and none was given.',
      ...evidence,
    );
  if (!fact.demands.includes('dpop')) return null;
  const got = given?.dpop === true;
  return step(
    'demands',
    got ? 'passed' : 'failed',
    `The server wants tokens that are bound to a key (DPoP, RFC 9449)${got ? ' and issued one' : ' and issued none'}.`,
    ...evidence,
  );
}

function again({ again: next }: Handshake): Steps {
  if (!next) return null;
  return next.outcome === 'token'
    ? step(
        'again',
        'passed',
        `The same request gets ${next.repeats ? 'the same token again' : 'another token'}.`,
        next.exchange,
      )
    : step(
        'again',
        next.outcome === 'unobserved' ? 'unknown' : 'failed',
        `The same client got no token the second time: ${refusedAs(next)}.`,
        next.exchange,
      );
}

function refresh({ fact }: Handshake): Steps {
  const asked = fact.tokens.find(({ purpose }) => purpose === 'refresh');
  if (!asked) return null;
  return asked.outcome === 'token'
    ? step('refresh', 'passed', 'The refresh token gets a new access token.', asked.exchange)
    : step('refresh', 'failed', `The refresh token gets no new access token: ${refusedAs(asked)}.`, asked.exchange);
}

function call({ fact, letIn, turnedAway, takesAnything, token: given }: Handshake): Steps {
  const { counts, anybody } = tries(fact);
  const what = credentialOf(fact);
  if (!counts)
    return given || fact.credential === 'api-key'
      ? step('call', 'unknown', 'There was no operation to call: no API description declares one, and you named none.')
      : null;
  const evidence = ids([...named(fact, 'credential'), ...named(fact, 'resource'), ...named(fact, 'audience')]);
  if (letIn) return step('call', 'passed', `${letIn.url} answers the ${what} with ${said(letIn)}.`, ...evidence);
  if (turnedAway) {
    const which = given ? 'the token that your own server has just given' : `your ${what}`;
    return step('call', 'failed', `${counts.url} refuses ${which}: ${said(counts)}.`, ...evidence);
  }
  if (takesAnything)
    return step('call', 'unknown', `${counts.url} answers the ${what}, and a damaged one as well.`, ...evidence);
  if (anybody)
    return step(
      'call',
      'unknown',
      `${counts.url} also answers without a credential, so it says nothing about one.`,
      ...evidence,
    );
  return step('call', 'unknown', `${counts.url} did not answer with data: ${said(counts)}.`, ...evidence);
}

function audience({ fact, turnedAway }: Handshake): Steps {
  const { counts } = tries(fact);
  const wanted = fact.expectedAudience;
  if (counts && isOpen(counts) && counts.what !== 'credential')
    return step(
      'audience',
      'passed',
      `The plain token is refused; one requested with ${counts.what}=${wanted ?? ''} is accepted.`,
      ...ids([...named(fact, 'credential'), counts]),
    );
  if (!turnedAway || (!fact.audience && wanted === null)) return null;
  const forWhom = fact.audience
    ? `The token is for ${fact.audience.join(', ')}`
    : 'The token does not say which API it is for';
  return step(
    'audience',
    'unknown',
    `${forWhom}${wanted === null ? '' : `; asking for ${wanted} did not help`}.`,
    turnedAway.exchange,
  );
}

/** How a damaged credential is refused: what the answer names, and where a token gets another status than the 401 of RFC 6750 §3.1. */
function refusal({ credential }: Verification, sent: VerifiedCall): string {
  const named = sent.answer?.error.identifier;
  const other = credential !== 'api-key' && isRefusal(sent) && sent.answer?.status !== 401;
  return `${said(sent)}${named ? `, which names ${named}` : ''}${other ? ', where RFC 6750 §3.1 wants 401' : ''}`;
}

function damaged({ fact }: Handshake): Steps {
  const [sent] = named(fact, 'damaged');
  if (!sent) return null;
  const what = `A ${credentialOf(fact)} with its last character changed`;
  return isOpen(sent)
    ? step('damaged', 'failed', `${what} is accepted as well.`, sent.exchange)
    : step('damaged', isRefusal(sent) ? 'passed' : 'unknown', `${what} gets ${refusal(fact, sent)}.`, sent.exchange);
}

function query({ fact }: Handshake): Steps {
  const [sent] = named(fact, 'query');
  if (!sent) return null;
  return isOpen(sent)
    ? step(
        'query',
        'failed',
        'A token in the address is accepted, and logs and histories keep addresses (RFC 6750 §5.3).',
        sent.exchange,
      )
    : step('query', sent.answer ? 'passed' : 'unknown', `A token in the address gets ${said(sent)}.`, sent.exchange);
}

function scope({ fact, limited }: Handshake): Steps {
  const narrow = named(fact, 'narrow');
  if (narrow.length === 0) return null;
  return limited
    ? step(
        'scope',
        'passed',
        `A token with only the scope ${limited.scope ?? ''} gets ${said(limited)}.`,
        ...ids(narrow),
      )
    : step(
        'scope',
        'unknown',
        `Tokens with a different or smaller scope (${narrow.map((one) => one.scope ?? '').join(', ')}) are accepted as well; perhaps the operation needs no more.`,
        ...ids(narrow),
      );
}

function expiry({ fact, outlived }: Handshake): Steps {
  const [sent] = named(fact, 'expired');
  if (!sent) return null;
  return outlived
    ? step('expiry', 'failed', 'The token is still accepted after it expired.', sent.exchange)
    : step(
        'expiry',
        isRefusal(sent) ? 'passed' : 'unknown',
        `After it expired, the token gets ${said(sent)}.`,
        sent.exchange,
      );
}

function revocation({ fact }: Handshake): Steps {
  if (fact.revocations.length === 0) return null;
  const [after] = named(fact, 'revoked');
  const evidence = ids([...fact.revocations, ...(after ? [after] : [])]);
  if (!fact.revocations.every(({ status }) => status === 200))
    return step('revocation', 'failed', 'Not every token could be revoked (RFC 7009).', ...evidence);
  if (after && isOpen(after))
    return step(
      'revocation',
      'unknown',
      'Tokens were revoked, but one was still accepted afterwards: a self-contained token works until it expires.',
      ...evidence,
    );
  return step(
    'revocation',
    'passed',
    `Every token was revoked${after ? `; one that was tried afterwards gets ${said(after)}` : ''}.`,
    ...evidence,
  );
}

const inOrder = [
  token,
  tokenAnswer,
  demands,
  call,
  audience,
  damaged,
  query,
  scope,
  again,
  refresh,
  expiry,
  revocation,
];

/** The steps in the order in which a reader follows them. A refusal of ours is one step. Pure. */
export function handshakeSteps(fact: Verification): Step[] {
  if (fact.refusal)
    return [step('allowed', 'failed', `No credential was sent. ${fact.refusal.reason}`, ...fact.refusal.evidence)];
  const handshake = readHandshake(fact);
  return handshake ? inOrder.flatMap((one) => one(handshake) ?? []) : [];
}

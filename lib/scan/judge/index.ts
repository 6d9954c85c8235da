/** The table of contents of judging: what is judged, in report order. Adding a signal is one file, one line here, one test. */
import type { AntiPatternResult, Outcome, SignalId } from '../schema/report.ts';
import { browserOnlyOauth } from './anti-patterns/browser-only-oauth.ts';
import { captchaBeforeToken } from './anti-patterns/captcha-before-token.ts';
import { manualKeyApproval } from './anti-patterns/manual-key-approval.ts';
import { sessionCookieOnly } from './anti-patterns/session-cookie-only.ts';
import { tokenRotationWithoutRefresh } from './anti-patterns/token-rotation-without-refresh.ts';
import { isLoopback } from '../loopback.ts';
import { urlOf } from '../text.ts';
import { confidences } from '../vocabulary.ts';
import { judgeAnswer } from './answer.ts';
import type { Case } from './case.ts';
import { checklist } from './checklist.ts';
import { findContradictions } from './contradictions.ts';
import { flows, judgeFlow } from './flows.ts';
import { handshakeSteps } from './handshake-steps.ts';
import { judgeJourney } from './journey.ts';
import { bearerToken } from './signals/bearer-token.ts';
import { clientCredentials } from './signals/client-credentials.ts';
import { oauthDiscovery } from './signals/oauth-discovery.ts';
import { scopeRestriction } from './signals/scope-restriction.ts';
import { selfServiceKeys } from './signals/self-service-keys.ts';
import { structured401 } from './signals/structured-401.ts';
import { tokenExpiry } from './signals/token-expiry.ts';
import { cite, notApplicable, type AntiPattern, type AnySignal, type Findings, type SignalFinding } from './types.ts';
import { judgeVerdict } from './verdict.ts';

export const signals: readonly AnySignal[] = [
  structured401,
  clientCredentials,
  bearerToken,
  oauthDiscovery,
  selfServiceKeys,
  tokenExpiry,
  scopeRestriction,
];
export const antiPatterns: readonly AntiPattern[] = [
  browserOnlyOauth,
  captchaBeforeToken,
  sessionCookieOnly,
  manualKeyApproval,
  tokenRotationWithoutRefresh,
];
export { checklist, flows };

/** Sentences are put together from parts that may already end one: `.”.` and `..` become what a reader expects. */
const tidy = (text: string): string =>
  text
    .replace(/([.!?…])([”"»)]?)\.(?=\s|$)/g, '$1$2')
    .replace(/^[a-z](?=[a-z ]{2,})(?!ttps?:)/, (first) => first.toUpperCase());
const tidied = <T extends { summary: string; evidence: string[] }>(finding: T): T => ({
  ...finding,
  summary: tidy(finding.summary),
  evidence: cite(finding.evidence),
});

/** Where tokens or credentials go over plain HTTP (RFC 6749 §3.2, RFC 6750 §5.3). Loopback stays inside the machine, so it is exempt. */
export function plainHttp({ surface, evidence }: Case): string | undefined {
  const asked = [...surface.tokenEndpoints, ...evidence.calls.filter((c) => c.bare?.status === 401)];
  return asked
    .map(({ url }) => url)
    .find((url) => {
      const address = urlOf(url);
      return address?.protocol === 'http:' && !isLoopback(address.hostname);
    });
}

/** Rungs on which nothing is offered: beside one of them, what could not be observed may still be the way in. */
const nothingOffered: readonly string[] = ['denied', 'refused'];

/** Whether the door was seen: how the API answers a bare call, and how it takes a credential (DESIGN §6). */
function doorSeen(findings: readonly SignalFinding[]): boolean {
  return [['structured-401'], ['client-credentials', 'bearer-token']].every((door) => {
    const found = findings.filter((finding) => door.includes(finding.id));
    return (
      found.some((f) => f.kind === 'rung' && !nothingOffered.includes(f.rung)) ||
      !found.some((f) => f.kind === 'unknown' && !f.silent)
    );
  });
}

function outcomeOf(
  { evidence: { reach, tokenEndpoints }, callable }: Case,
  findings: readonly SignalFinding[],
): Outcome {
  if (reach.optedOut) return 'refused';
  if (reach.unreachable) return 'unreachable';
  if (callable) return doorSeen(findings) ? 'scored' : 'blocked';
  const walled = reach.blocked > 0 && reach.blocked * 2 >= reach.probes;
  // Whoever gives out tokens has something that takes them.
  const givesTokens = tokenEndpoints.some(({ life }) => life === 'alive');
  return walled || givesTokens ? 'blocked' : 'no-api';
}

/** Traps that shut the only door that was seen: present, blocking, and more than prose says so. */
export function shutBy(found: readonly Pick<AntiPatternResult, 'id' | 'status' | 'confidence'>[]): AntiPattern[] {
  const shut = found.filter(
    (r) => r.status === 'present' && (r.confidence === 'observed' || r.confidence === 'declared'),
  );
  return antiPatterns.filter(({ meta }) => meta.blocking && shut.some((r) => r.id === meta.id));
}

/**
 * A finding that something contradicts is one step less sure, unless behaviour was seen. Rungs that are named after their confidence follow it.
 */
function doubted(finding: SignalFinding, contradictions: Findings['contradictions']): SignalFinding {
  const against = contradictions.some(({ about }) => about.includes(finding.id));
  if (!against || finding.kind !== 'rung' || confidences.indexOf(finding.confidence) < confidences.indexOf('declared'))
    return finding;
  const lower = confidences[confidences.indexOf(finding.confidence) + 1] ?? 'inferred';
  const rung = finding.rung === 'declared' ? 'documented' : finding.rung;
  return { ...finding, rung, confidence: lower, summary: `${finding.summary} Something else says otherwise.` };
}

/** Judges a case. Pure: the same case gives the same findings, byte for byte, without a request. */
export function judge(subject: Case): Findings {
  const contradictions = findContradictions(subject).map(tidied);
  const found = signals.map((signal): SignalFinding => {
    // What needs no credentials has an answer to a bare call, and nothing else that a signal asks for.
    const needless = subject.open && signal.meta.id !== 'structured-401';
    const finding = needless ? notApplicable('observed', 'The API needs no credentials.') : signal.judge(subject);
    return doubted(tidied({ id: signal.meta.id, ...finding }), contradictions);
  });
  const findingOf = (id: SignalId): SignalFinding => {
    const finding = found.find((signal) => signal.id === id);
    if (!finding) throw new Error(`No signal ${id} is registered.`);
    return finding;
  };
  const traps = antiPatterns.map(({ meta, judge: judgeTrap }): AntiPatternResult => {
    const finding = judgeTrap(subject, findingOf);
    return tidied({ id: meta.id, ...finding, fix: finding.status === 'present' ? meta.fix : null });
  });
  const outcome = outcomeOf(subject, found);
  const plain = plainHttp(subject);
  const journey = judgeJourney(subject, found, traps).map(tidied);
  return {
    outcome,
    answer: judgeAnswer(subject, outcome, { signals: found, antiPatterns: traps, journey }),
    verdict: judgeVerdict(subject, traps, outcome),
    flows: flows.map((flow) => tidied(judgeFlow(flow, subject))),
    signals: found,
    antiPatterns: traps,
    contradictions,
    checklist: checklist.map((item) => tidied({ id: item.meta.id, ...item.judge(subject) })),
    journey,
    ...(subject.evidence.verification && { handshake: handshakeSteps(subject.evidence.verification).map(tidied) }),
    caps: [
      ...(plain ? [{ id: 'plain-http' as const, reason: `${plain} is not encrypted` }] : []),
      ...shutBy(traps)
        .slice(0, 1)
        .map(({ meta }) => ({ id: 'blocking-anti-pattern' as const, reason: meta.title })),
    ],
  };
}

/** The table of contents of judging: what is judged, in report order. Adding a signal is one file, one line here, one test. */
import type { AntiPatternResult, FlowResult, Outcome, Report, SignalResult } from '../report/schema.ts';
import { computeScore, type ScoreInput } from '../score/index.ts';
import { groups, priceOf } from '../score/methodology.ts';
import type { Evidence, Surface, Target } from '../types.ts';
import { browserOnlyOauth } from './anti-patterns/browser-only-oauth.ts';
import { captchaBeforeToken } from './anti-patterns/captcha-before-token.ts';
import { manualKeyApproval } from './anti-patterns/manual-key-approval.ts';
import { sessionCookieOnly } from './anti-patterns/session-cookie-only.ts';
import { tokenRotationWithoutRefresh } from './anti-patterns/token-rotation-without-refresh.ts';
import { readCase, type Case } from './case.ts';
import { checklist } from './checklist.ts';
import { findContradictions } from './contradictions.ts';
import { authorizationCode } from './flows/authorization-code.ts';
import { authorizationCodePkce } from './flows/authorization-code-pkce.ts';
import { clientCredentials as clientCredentialsFlow } from './flows/client-credentials.ts';
import { deviceCode } from './flows/device-code.ts';
import { implicit } from './flows/implicit.ts';
import { jwtBearer } from './flows/jwt-bearer.ts';
import { password } from './flows/password.ts';
import { refreshToken } from './flows/refresh-token.ts';
import { tokenExchange } from './flows/token-exchange.ts';
import { judgeFlow, type Flow } from './flows/verdict.ts';
import { judgeJourney } from './journey.ts';
import { bearerToken } from './signals/bearer-token.ts';
import { clientCredentials } from './signals/client-credentials.ts';
import { oauthDiscovery } from './signals/oauth-discovery.ts';
import { scopeRestriction } from './signals/scope-restriction.ts';
import { selfServiceKeys } from './signals/self-service-keys.ts';
import { structured401 } from './signals/structured-401.ts';
import { tokenExpiry } from './signals/token-expiry.ts';
import type { AntiPattern, AnySignal } from './types.ts';
import { judgeVerdict } from './verdict.ts';

export const signals: readonly AnySignal[] = [structured401, clientCredentials, bearerToken, oauthDiscovery, selfServiceKeys, tokenExpiry, scopeRestriction];
export const antiPatterns: readonly AntiPattern[] = [browserOnlyOauth, captchaBeforeToken, sessionCookieOnly, manualKeyApproval, tokenRotationWithoutRefresh];
export const flows: readonly Flow[] = [clientCredentialsFlow, jwtBearer, authorizationCode, authorizationCodePkce, deviceCode, refreshToken, tokenExchange, password, implicit];
export { checklist };

export interface Judged {
  outcome: Outcome;
  verdict: Report['verdict'];
  flows: FlowResult[];
  signals: SignalResult[];
  antiPatterns: AntiPatternResult[];
  contradictions: Report['contradictions'];
  checklist: Report['checklist'];
  journey: Report['journey'];
  score: Report['score'];
  /** What the score was computed from; fixes ask it what would be if a signal passed. */
  scoreInput: ScoreInput;
}

function judgeSignal(signal: AnySignal, subject: Case): SignalResult {
  const group = groups.find((g) => g.id === signal.meta.group);
  const finding = signal.judge(subject);
  const common = { id: signal.meta.id, weight: group?.weight ?? 0, group: signal.meta.group, confidence: finding.confidence, summary: finding.summary, evidence: finding.evidence };
  if (finding.kind === 'n/a') return { ...common, status: 'n/a', rung: null, silent: false, value: null, fix: null };
  // DESIGN §6: silent counts zero in the sum, unobserved stays out of it.
  if (finding.kind === 'unknown') return { ...common, status: 'unknown', rung: null, silent: finding.silent, value: finding.silent ? 0 : null, fix: signal.meta.fix };
  const { status, value } = priceOf(signal.meta.id, finding.rung);
  return { ...common, status, rung: finding.rung, silent: false, value, fix: status === 'pass' ? null : signal.meta.fix };
}

/** Sentences are put together from parts that may already end one: `.”.` and `..` become what a reader expects. */
const tidy = (text: string): string => text.replace(/([.!?…])([”"»)]?)\.(?=\s|$)/g, '$1$2').replace(/\b1 (places|scopes|probes|requests|pages)\b/g, (_whole, noun: string) => `1 ${noun.slice(0, -1)}`).replace(/^[a-z](?=[a-z ]{2,})(?!ttps?:)/, (first) => first.toUpperCase());
const tidied = <T extends { summary: string }>(finding: T): T => ({ ...finding, summary: tidy(finding.summary) });

const loopback = (host: string) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);

/** Tokens or credentials over plain HTTP (RFC 6749 §3.2, RFC 6750 §5.3). Loopback stays inside the machine, so it is exempt. */
function plainHttp({ surface, evidence }: Case): { url: string } | undefined {
  const asked = [...surface.tokenEndpoints, ...evidence.calls.filter((c) => c.bare?.status === 401)];
  return asked.find(({ url }) => URL.canParse(url) && new URL(url).protocol === 'http:' && !loopback(new URL(url).hostname));
}

function outcomeOf(subject: Case, score: Report['score']): Outcome {
  const { reach } = subject.evidence;
  if (reach.optedOut) return 'refused';
  if (reach.unreachable) return 'unreachable';
  if (!subject.callable) return reach.blocked > 0 && reach.blocked * 2 >= reach.probes ? 'blocked' : 'no-api';
  return score.d7 === null ? 'blocked' : 'scored';
}

/** Judges surface and evidence. Pure: the same input gives the same output, byte for byte, without a request. */
export function judge(target: Target, surface: Surface, evidence: Evidence): Judged {
  const subject = readCase(surface, evidence);
  const signalResults = signals.map((signal) => tidied(judgeSignal(signal, subject)));
  const antiPatternResults = antiPatterns.map(({ meta, judge: judgeTrap }): AntiPatternResult => {
    const finding = judgeTrap(subject);
    return tidied({ id: meta.id, ...finding, fix: finding.status === 'present' ? meta.fix : null });
  });
  const checklistResults = checklist.map((item) => tidied({ id: item.meta.id, ...item.judge(subject) }));
  const capReasons: ScoreInput['caps'][number][] = [];
  const plain = plainHttp(subject);
  if (plain) capReasons.push({ id: 'plain-http', reason: `${plain.url} is not encrypted` });
  const blocking = antiPatterns.find((a) => a.meta.blocking && antiPatternResults.some((r) => r.id === a.meta.id && r.status === 'present' && (r.confidence === 'observed' || r.confidence === 'declared')));
  if (blocking) capReasons.push({ id: 'blocking-anti-pattern', reason: blocking.meta.title });
  const scoreInput: ScoreInput = {
    signals: signalResults,
    openapiSecurity: checklistResults.some((item) => item.id === 'openapi-security' && item.status === 'done'),
    callable: subject.callable,
    caps: capReasons,
  };
  const score = computeScore(scoreInput);
  const outcome = outcomeOf(subject, score);
  return {
    outcome,
    verdict: judgeVerdict(target, subject, antiPatternResults, outcome),
    flows: flows.map((flow) => tidied(judgeFlow(flow, subject))),
    signals: signalResults,
    antiPatterns: antiPatternResults,
    contradictions: findContradictions(subject).map(tidied),
    checklist: checklistResults,
    journey: judgeJourney(subject, signalResults, antiPatternResults).map(tidied),
    score: outcome === 'scored' ? score : { ...score, d7: null, tier: null, range: null, points: null },
    scoreInput,
  };
}

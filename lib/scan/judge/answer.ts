/** The answer in one word to the one question: can an AI agent let itself in? */
import type { Answer, AntiPatternResult, Outcome, Report } from '../schema/report.ts';
import { answerWords } from '../vocabulary.ts';
import { machineGrant, signIn, staticKey, type Case } from './case.ts';
import type { SignalFinding } from './types.ts';

/** Rungs of self-service on which a program makes its own credential. */
const byProgram: readonly string[] = ['agent-sign-up', 'open-registration'];

function word(
  subject: Case,
  signals: readonly SignalFinding[],
  present: ReadonlySet<AntiPatternResult['id']>,
): Answer['id'] {
  const { grants } = subject;
  if (subject.open) return 'yes';
  if (subject.handshake?.turnedAway && subject.handshake.token) return 'no';
  if (present.has('session-cookie-only') || present.has('manual-key-approval')) return 'no';
  const keys = signals.find((signal) => signal.id === 'self-service-keys');
  const rung = keys?.kind === 'rung' ? keys.rung : '';
  const machine = machineGrant(subject);
  // A workload brings its own token; a trust rule takes the place of the key that somebody else would make.
  if (rung === 'agent-sign-up' || (machine && byProgram.includes(rung))) return 'yes';
  if (machine || grants.password.offered === 'yes' || signIn(subject) || staticKey(subject)) return 'key';
  const asksOnce = [grants.authorization_code, grants.device_code, grants.jwt_bearer].some((g) => g.offered === 'yes');
  if (asksOnce && grants.refresh_token.offered === 'yes' && !subject.behindLogin) return 'person';
  if (present.has('browser-only-oauth')) return 'no';
  return 'unknown';
}

/** The door at the end of the walk: open when every station was seen to be passable, ajar while one is unknown, shut behind a wall. */
function doorOf(journey: Report['journey'], outcome: Outcome): Answer['door'] {
  if (journey.some((step) => step.status === 'blocked')) return 'shut';
  return outcome === 'scored' && journey.every((step) => step.status === 'ok') ? 'open' : 'ajar';
}

/** Pure. Without a score nothing was learned that would bear a word. */
export function judgeAnswer(
  subject: Case,
  outcome: Outcome,
  { signals, antiPatterns, journey }: Pick<Report, 'antiPatterns' | 'journey'> & { signals: readonly SignalFinding[] },
): Answer {
  const present = new Set(antiPatterns.filter((trap) => trap.status === 'present').map((trap) => trap.id));
  const id = outcome === 'scored' ? word(subject, signals, present) : 'unknown';
  return { id, ...answerWords[id], door: doorOf(journey, outcome) };
}

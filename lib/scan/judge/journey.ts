/** Where on the road of five steps the agent stops, and what stands there. */
import { counted } from '../counted.ts';
import type { AntiPatternResult, Report, SignalId } from '../schema/report.ts';
import type { Case } from './case.ts';
import { machineGrant, said, signIn, signUpCall, staticKey, wayOf } from './case.ts';
import { originOf } from './origin.ts';
import { viaWords } from '../vocabulary.ts';
import { type SignalFinding } from './types.ts';

type Step = Report['journey'][number];

const passed = (step: Step['step'], summary: string, evidence: string[] = []): Step => ({
  step,
  status: 'ok',
  summary,
  wall: null,
  evidence,
});
const stopped = (step: Step['step'], wall: string, summary: string, evidence: string[] = []): Step => ({
  ...passed(step, summary, evidence),
  status: 'blocked',
  wall,
});
const unclear = (step: Step['step'], summary: string, evidence: string[] = []): Step => ({
  ...passed(step, summary, evidence),
  status: 'unknown',
});

interface Judged {
  subject: Case;
  signals: readonly SignalFinding[];
  antiPatterns: readonly AntiPatternResult[];
}

const present = (judged: Judged, id: AntiPatternResult['id']) =>
  judged.antiPatterns.find((a) => a.id === id && a.status === 'present');
const signal = (judged: Judged, id: SignalId) => judged.signals.find((s) => s.id === id);

const rungOf = (finding: SignalFinding | undefined): string | null => (finding?.kind === 'rung' ? finding.rung : null);

function find({ subject }: Judged): Step {
  const base = subject.surface.apiBases[0] ?? subject.surface.mcp[0];
  if (base)
    return passed('find', `The API is at ${originOf(base.url)}, found through ${viaWords[base.via]}.`, base.evidence);
  const { reach } = subject.evidence;
  if (reach.unreachable) return unclear('find', `The site could not be reached: ${reach.unreachable.message}`);
  if (reach.blocked > 0)
    return {
      ...unclear(
        'find',
        `${reach.blocked} of ${counted(reach.probes, 'probe')} ${reach.blocked === 1 ? 'was' : 'were'} blocked.`,
        reach.walls.flatMap((w) => w.evidence),
      ),
      wall: 'bot wall',
    };
  return stopped('find', 'no API', 'Nothing leads an agent to an API.');
}

function understand(judged: Judged): Step {
  const { subject } = judged;
  const challenge = signal(judged, 'structured-401');
  const told = wayOf(subject, 'bearer') ?? subject.ways[0];
  const rung = rungOf(challenge);
  if (challenge && (rung === 'login-redirect' || rung === 'no-answer-for-programs'))
    return stopped(
      'understand',
      rung === 'login-redirect' ? 'login page' : 'unreadable refusal',
      challenge.summary,
      challenge.evidence,
    );
  if (told) return passed('understand', `An agent learns what to bring: ${told.because}.`, told.evidence);
  if (challenge && (rung === '401-names-error' || rung === 'success'))
    return passed('understand', challenge.summary, challenge.evidence);
  return unclear('understand', 'Nothing we saw says what to bring.', challenge?.evidence ?? []);
}

function getCredential(judged: Judged): Step {
  const { subject } = judged;
  if (subject.open) return passed('get-credential', 'None is needed.');
  const approval = present(judged, 'manual-key-approval');
  if (approval) return stopped('get-credential', 'approval form', approval.summary, approval.evidence);
  const cookies = present(judged, 'session-cookie-only');
  if (cookies) return stopped('get-credential', 'session cookie', cookies.summary, cookies.evidence);
  const captcha = present(judged, 'captcha-before-token');
  if (captcha) return stopped('get-credential', 'CAPTCHA', captcha.summary, captcha.evidence);
  const keys = signal(judged, 'self-service-keys');
  if (keys && ['agent-sign-up', 'open-registration', 'instant-keys'].includes(rungOf(keys) ?? ''))
    return passed('get-credential', keys.summary, keys.evidence);
  return unclear(
    'get-credential',
    keys?.summary ?? 'Nothing published says how to get a credential.',
    keys?.evidence ?? [],
  );
}

function getToken(judged: Judged): Step {
  const { subject } = judged;
  if (subject.open) return passed('get-token', 'None is needed.');
  const { token = null, fact } = subject.handshake ?? {};
  if (token) return passed('get-token', `${fact?.tokenEndpoint ?? ''} gave your client a token.`, [token.exchange]);
  const refused = fact?.tokens.at(-1);
  if (refused?.outcome === 'refused')
    return unclear(
      'get-token',
      `Your client was refused (${refused.code ?? `HTTP ${refused.status ?? ''}`}), so nothing was verified.`,
      [refused.exchange],
    );
  const browser = present(judged, 'browser-only-oauth');
  if (browser) return stopped('get-token', 'login page', browser.summary, browser.evidence);
  const machine = machineGrant(subject);
  if (machine) return passed('get-token', `One request gets a token: ${machine.because}.`, machine.evidence);
  const key = staticKey(subject);
  if (key) return passed('get-token', `The key itself is the token: ${key.because}.`, key.evidence);
  const signUp = signUpCall(subject);
  if (signUp) return passed('get-token', `The key that POST ${signUp.path} gives out is the token.`, signUp.evidence);
  const { password } = subject.grants;
  const signs = password.offered === 'yes' ? password : signIn(subject);
  if (signs) return passed('get-token', `A program signs in with one request: ${signs.because}.`, signs.evidence);
  return unclear(
    'get-token',
    'No way to a token without a person was seen, and none was denied.',
    subject.evidence.tokenEndpoints.flatMap((t) => t.evidence),
  );
}

function call(judged: Judged): Step {
  const { subject } = judged;
  const bearer = signal(judged, 'bearer-token');
  const open = subject.access.open[0];
  if (subject.open && open)
    return passed('call', `${open.call.url} answers without credentials.`, [open.answer.exchange]);
  if (present(judged, 'session-cookie-only'))
    return stopped('call', 'session cookie', 'Calls are answered only with the cookie of a signed-in browser.');
  const { letIn = null, turnedAway = null, fact } = subject.handshake ?? {};
  const what = fact?.credential === 'api-key' ? 'key' : 'token';
  if (letIn) return passed('call', `${letIn.url} let your ${what} in.`, [letIn.exchange]);
  if (turnedAway)
    return stopped('call', `${what} refused`, `${turnedAway.url} refused your ${what}.`, [turnedAway.exchange]);
  const way = wayOf(subject, 'bearer') ?? subject.ways.find((w) => w.id !== 'cookie');
  if (way)
    return passed(
      'call',
      `The credential goes into ${way.id === 'bearer' ? 'Authorization as a bearer token' : (way.name ?? way.id)}: ${way.because}.`,
      way.evidence,
    );
  return unclear(
    'call',
    bearer?.summary ?? 'Nobody could tell how the API takes a credential.',
    said(subject, 'no-tokens').flatMap((s) => s.evidence),
  );
}

/** The five steps in order. A step after a wall keeps its own status: the drawing dots the line, the reader still sees what is there. */
export function judgeJourney(
  subject: Case,
  signals: readonly SignalFinding[],
  antiPatterns: readonly AntiPatternResult[],
): Step[] {
  const judged = { subject, signals, antiPatterns };
  const first = find(judged);
  if (first.status !== 'ok')
    return [
      first,
      ...(['understand', 'get-credential', 'get-token', 'call'] as const).map((step) => unclear(step, 'Not reached.')),
    ];
  return [first, understand(judged), getCredential(judged), getToken(judged), call(judged)];
}

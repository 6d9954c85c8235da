/** Where on the road of five steps the agent stops, and what stands there. */
import type { AntiPatternResult, Report, SignalResult } from '../report/schema.ts';
import type { Via } from '../types.ts';
import type { Case } from './case.ts';
import { machineGrant, said, staticKey, wayOf } from './case.ts';
import { originOf } from './origin.ts';
import { cite } from './types.ts';

type Step = Report['journey'][number];

/** How something was found, for a sentence. */
const viaWords: Record<Via, string> = {
  target: 'the address that was typed', challenge: 'named by a challenge', metadata: 'named by metadata', description: 'named by the API description', 'api-catalog': 'named by the API catalogue',
  link: 'named by a link', 'docs-sample': 'shown in a code sample', 'docs-text': 'named in the documentation', 'llms-txt': 'named in llms.txt', 'page-script': 'named in a script of the site',
  'page-link': 'linked from the site', sitemap: 'listed in the sitemap', subdomain: 'found at a usual host name', convention: 'found at a usual path',
};

interface Judged {
  subject: Case;
  signals: readonly SignalResult[];
  antiPatterns: readonly AntiPatternResult[];
}

const present = (judged: Judged, id: AntiPatternResult['id']) => judged.antiPatterns.find((a) => a.id === id && a.status === 'present');
const signal = (judged: Judged, id: SignalResult['id']) => judged.signals.find((s) => s.id === id);

function find({ subject }: Judged): Step {
  const base = subject.surface.apiBases[0] ?? subject.surface.mcp[0];
  if (base) return { step: 'find', status: 'ok', wall: null, summary: `The API is at ${originOf(base.url)} (${viaWords[base.via]}).`, evidence: cite(base.evidence) };
  const { reach } = subject.evidence;
  if (reach.unreachable) return { step: 'find', status: 'unknown', wall: null, summary: `The site could not be reached: ${reach.unreachable.message}`, evidence: [] };
  if (reach.blocked > 0) return { step: 'find', status: 'unknown', wall: 'bot wall', summary: `${reach.blocked} of ${reach.probes} requests were blocked.`, evidence: cite(reach.walls.flatMap((w) => w.evidence)) };
  return { step: 'find', status: 'blocked', wall: 'no API', summary: 'Nothing leads an agent to an API.', evidence: [] };
}

function understand(judged: Judged): Step {
  const { subject } = judged;
  const challenge = signal(judged, 'structured-401');
  const told = wayOf(subject, 'bearer') ?? subject.ways[0];
  if (challenge?.status === 'fail') return { step: 'understand', status: 'blocked', wall: challenge.rung === 'login-redirect' ? 'login page' : 'unreadable refusal', summary: challenge.summary, evidence: challenge.evidence };
  if (told) return { step: 'understand', status: 'ok', wall: null, summary: `An agent learns what to bring: ${told.because}.`, evidence: cite(told.evidence) };
  if (challenge?.status === 'pass') return { step: 'understand', status: 'ok', wall: null, summary: challenge.summary, evidence: challenge.evidence };
  return { step: 'understand', status: 'unknown', wall: null, summary: 'Nothing that we saw says what to bring.', evidence: challenge?.evidence ?? [] };
}

function getCredential(judged: Judged): Step {
  const { subject } = judged;
  if (subject.open) return { step: 'get-credential', status: 'ok', wall: null, summary: 'None is needed.', evidence: [] };
  const approval = present(judged, 'manual-key-approval');
  if (approval) return { step: 'get-credential', status: 'blocked', wall: 'approval form', summary: approval.summary, evidence: approval.evidence };
  const cookies = present(judged, 'session-cookie-only');
  if (cookies) return { step: 'get-credential', status: 'blocked', wall: 'session cookie', summary: cookies.summary, evidence: cookies.evidence };
  const captcha = present(judged, 'captcha-before-token');
  if (captcha) return { step: 'get-credential', status: 'blocked', wall: 'CAPTCHA', summary: captcha.summary, evidence: captcha.evidence };
  const keys = signal(judged, 'self-service-keys');
  if (keys?.status === 'pass') return { step: 'get-credential', status: 'ok', wall: null, summary: keys.summary, evidence: keys.evidence };
  return { step: 'get-credential', status: 'unknown', wall: null, summary: keys?.summary ?? 'Nothing public says how to get a credential.', evidence: keys?.evidence ?? [] };
}

function getToken(judged: Judged): Step {
  const { subject } = judged;
  if (subject.open) return { step: 'get-token', status: 'ok', wall: null, summary: 'None is needed.', evidence: [] };
  const browser = present(judged, 'browser-only-oauth');
  if (browser) return { step: 'get-token', status: 'blocked', wall: 'login page', summary: browser.summary, evidence: browser.evidence };
  const machine = machineGrant(subject);
  if (machine) return { step: 'get-token', status: 'ok', wall: null, summary: `One request gets a token: ${machine.because}.`, evidence: cite(machine.evidence) };
  const key = staticKey(subject);
  if (key) return { step: 'get-token', status: 'ok', wall: null, summary: `The key itself is the token: ${key.because}.`, evidence: cite(key.evidence) };
  return { step: 'get-token', status: 'unknown', wall: null, summary: 'No way to a token without a person was seen, and none was denied.', evidence: cite(subject.evidence.tokenEndpoints.flatMap((t) => t.evidence)) };
}

function call(judged: Judged): Step {
  const { subject } = judged;
  const bearer = signal(judged, 'bearer-token');
  const open = subject.access.open[0];
  if (subject.open && open) return { step: 'call', status: 'ok', wall: null, summary: `${open.call.url} answers without credentials.`, evidence: [open.answer.exchange] };
  if (present(judged, 'session-cookie-only')) return { step: 'call', status: 'blocked', wall: 'session cookie', summary: 'Calls are answered only with the cookie of a signed-in browser.', evidence: [] };
  const way = wayOf(subject, 'bearer') ?? subject.ways.find((w) => w.id !== 'cookie');
  if (way) return { step: 'call', status: 'ok', wall: null, summary: `The credential goes into ${way.id === 'bearer' ? 'Authorization: Bearer' : (way.name ?? way.id)}: ${way.because}.`, evidence: cite(way.evidence) };
  return { step: 'call', status: 'unknown', wall: null, summary: bearer?.summary ?? 'How the API takes a credential is not known.', evidence: said(subject, 'no-tokens').flatMap((s) => s.evidence) };
}

/** The five steps in order. A step after a wall keeps its own status: the drawing dots the line, the reader still sees what is there. */
export function judgeJourney(subject: Case, signals: readonly SignalResult[], antiPatterns: readonly AntiPatternResult[]): Step[] {
  const judged = { subject, signals, antiPatterns };
  const first = find(judged);
  if (first.status !== 'ok') {
    const rest = (['understand', 'get-credential', 'get-token', 'call'] as const).map((step): Step => ({ step, status: 'unknown', wall: null, summary: 'Not reached.', evidence: [] }));
    return [first, ...rest];
  }
  return [first, understand(judged), getCredential(judged), getToken(judged), call(judged)];
}

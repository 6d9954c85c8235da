/**
 * Every number of the score, and nothing else. The methodology page is generated from this table; a change to any number
 * changes `methodology`, so that a stored report says by which numbers it was judged.
 * Source: DESIGN §6.
 */
import type { GroupId, SignalId, Tier } from '../report/schema.ts';

export const methodology = '2026-11';

/** Share of D7 Security in the Agent Readiness Score. */
export const d7Weight = 0.12;

type Status = 'pass' | 'partial' | 'fail';
interface Rung {
  value: number;
  status: Status;
  meaning: string;
}

/** The groups that make up D7, in report order. A group of several signals counts its best one. */
export const groups: readonly { id: GroupId; weight: number; title: string; signals: readonly SignalId[] }[] = [
  { id: 'challenge', weight: 30, title: 'Challenge', signals: ['structured-401'] },
  { id: 'credential', weight: 30, title: 'Credential', signals: ['client-credentials', 'bearer-token'] },
  { id: 'discovery', weight: 15, title: 'Discovery', signals: ['oauth-discovery'] },
  { id: 'self-service', weight: 12, title: 'Self-service', signals: ['self-service-keys'] },
  { id: 'token-life', weight: 8, title: 'Token life', signals: ['token-expiry'] },
  { id: 'scope', weight: 5, title: 'Scope', signals: ['scope-restriction'] },
];

/** What each rung of each ladder is worth. A signal names the rung; only this table prices it. */
export const ladders = {
  'structured-401': {
    'success': { value: 1, status: 'pass', meaning: '2xx JSON: verified with credentials, or open by design' },
    '401-names-error': { value: 0.87, status: 'pass', meaning: '401 with a JSON body that names the error' },
    '401-json': { value: 0.6, status: 'partial', meaning: '401 with JSON that names nothing' },
    '401-challenge': { value: 0.5, status: 'partial', meaning: '401 with WWW-Authenticate and no JSON' },
    'json-other-status': { value: 0.4, status: 'partial', meaning: 'a JSON error under 403, 400, 404 or in a 200 envelope' },
    '401-text': { value: 0.35, status: 'partial', meaning: '401 with HTML or text and no challenge' },
    'login-redirect': { value: 0.05, status: 'fail', meaning: 'a redirect to a login page' },
    'no-answer-for-programs': { value: 0, status: 'fail', meaning: 'HTML 403, 5xx or a challenge page' },
  },
  'client-credentials': {
    'observed': { value: 1, status: 'pass', meaning: 'the token endpoint knows the grant' },
    'declared': { value: 1, status: 'pass', meaning: 'metadata or the API description lists the grant' },
    'machine-grant': { value: 0.9, status: 'partial', meaning: 'JWT bearer or a machine grant of the vendor’s own' },
    'documented': { value: 0.8, status: 'pass', meaning: 'the documentation describes the grant' },
    'device-code-only': { value: 0.4, status: 'fail', meaning: 'device code is the nearest thing to a machine grant' },
    'authorization-code-only': { value: 0.2, status: 'fail', meaning: 'authorization code only' },
    'implicit-only': { value: 0.05, status: 'fail', meaning: 'implicit only' },
    'denied': { value: 0, status: 'fail', meaning: 'the grant is denied and nothing stands in for it' },
  },
  'bearer-token': {
    'observed': { value: 1, status: 'pass', meaning: 'the API reads Authorization: Bearer' },
    'declared': { value: 0.95, status: 'pass', meaning: 'the API description declares bearer tokens' },
    'documented': { value: 0.8, status: 'pass', meaning: 'the documentation shows Authorization: Bearer' },
    'other-scheme': { value: 0.6, status: 'partial', meaning: 'a token in Authorization under another scheme word' },
    'own-header': { value: 0.6, status: 'fail', meaning: 'a key in a header of the vendor’s own' },
    'basic': { value: 0.5, status: 'fail', meaning: 'HTTP Basic' },
    'query': { value: 0.3, status: 'fail', meaning: 'a key in the query string' },
    'cookie': { value: 0.1, status: 'fail', meaning: 'a session cookie' },
    'refused': { value: 0, status: 'fail', meaning: 'bearer tokens are refused' },
  },
  'oauth-discovery': {
    'valid': { value: 1, status: 'pass', meaning: 'valid metadata, found by the standards’ walk' },
    'faulty': { value: 0.4, status: 'partial', meaning: 'metadata with faults, or only at a place that no standard names' },
    'token-endpoint-only': { value: 0.5, status: 'fail', meaning: 'a token endpoint is known, but no metadata is published' },
    'none': { value: 0, status: 'fail', meaning: 'looked for, none published' },
  },
  'self-service-keys': {
    'open-registration': { value: 1, status: 'pass', meaning: 'open dynamic registration or client ID metadata documents' },
    'instant-keys': { value: 1, status: 'pass', meaning: 'documented keys at once, nobody approves' },
    'sign-up': { value: 0.5, status: 'partial', meaning: 'a person signs up; whether anybody approves is unclear' },
    'approval': { value: 0, status: 'fail', meaning: 'approval or sales first' },
  },
  'token-expiry': {
    'renewable': { value: 1, status: 'pass', meaning: 'tokens expire and a program can renew or re-issue them' },
    'in-part': { value: 0.3, status: 'partial', meaning: 'opt-in, some token types only, or eternal but revocable' },
    'person-renews': { value: 0, status: 'fail', meaning: 'they expire and only a person can get new ones' },
  },
  'scope-restriction': {
    'scoped': { value: 1, status: 'pass', meaning: 'scopes or per-key permissions' },
    'roles': { value: 0.5, status: 'partial', meaning: 'roles or read/write only' },
    'none': { value: 0, status: 'fail', meaning: 'none, and that is visible' },
  },
} as const satisfies Record<SignalId, Record<string, Rung>>;

export type Ladder = typeof ladders;
/** The rungs of one signal's ladder. */
export type RungOf<S extends SignalId> = Extract<keyof Ladder[S], string>;

/** Where no OAuth is offered, documented security schemes count this much for the discovery group (DESIGN §6). */
export const openapiSecurityValue = 1;

/** Limits on D7, whatever the sum says. */
export const caps = {
  'plain-http': { limit: 39, meaning: 'tokens or credentials are asked for over plain HTTP' },
  'blocking-anti-pattern': { limit: 49, meaning: 'a blocking anti-pattern and no other path found' },
} as const;

/** Lowest D7 of each tier, best first. */
export const tierFloors: readonly { tier: Tier; floor: number }[] = [
  { tier: 'platinum', floor: 90 },
  { tier: 'gold', floor: 75 },
  { tier: 'silver', floor: 60 },
  { tier: 'bronze', floor: 40 },
  { tier: 'not ready', floor: 0 },
];

/** Without a callable endpoint D7 is null, and any overall readiness score built on it is capped here. */
export const noApiOverallCap = 29;

/** What a rung is worth. */
export function priceOf(signal: SignalId, rung: string): Rung {
  const ladder: Record<string, Rung> = ladders[signal];
  const price = Object.hasOwn(ladder, rung) ? ladder[rung] : undefined;
  if (!price) throw new Error(`Signal ${signal} names the rung ${rung}, which its ladder does not hold.`);
  return price;
}

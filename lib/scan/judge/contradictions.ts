/** Where OpenAPI, metadata, documentation and live answers disagree. Behaviour wins, and the disagreement is told. */
import type { Report } from '../report/schema.ts';
import type { Case } from './case.ts';
import { wayOf } from './case.ts';
import { bearerContrast } from './ways.ts';
import { cite } from './types.ts';

type Contradiction = Report['contradictions'][number];

const sourceName: Record<string, string> = { verified: 'a verified call', observed: 'the server itself', declared: 'its metadata or description', documented: 'its documentation', inferred: 'a guess' };

/** Every disagreement, in a fixed order. */
export function findContradictions(subject: Case): Contradiction[] {
  const found: Contradiction[] = [];
  for (const view of Object.values(subject.grants)) {
    const yes = view.voices.filter((v) => v.says === 'yes');
    // Lists that belong to another issuer do not contradict this one.
    const n = view.voices.find((no) => no.says === 'no' && yes.some((y) => y.about === null || no.about === null || y.about === no.about));
    const [y] = yes;
    if (y && n && y.confidence !== n.confidence) {
      found.push({ id: `grant-${view.id}`, summary: `On ${view.id}, ${sourceName[y.confidence] ?? ''} says yes (${y.because}) and ${sourceName[n.confidence] ?? ''} says no (${n.because}).`, evidence: cite(y.evidence, n.evidence) });
    }
  }
  for (const { call, answer } of subject.access.open) {
    if (call.declaredProtected && call.via === 'description') found.push({ id: 'declared-protected-answers-open', summary: `The API description says that ${call.url} needs credentials, but it answers HTTP ${answer.status} without any.`, evidence: [answer.exchange] });
  }
  const guarded = subject.access.guarded.find((g) => g.call.via === 'description' && g.call.declaredProtected === false);
  if (guarded) found.push({ id: 'declared-open-asks-credentials', summary: `The API description says that ${guarded.call.url} is open, but it answers HTTP ${guarded.answer.status}.`, evidence: [guarded.answer.exchange] });
  for (const server of subject.evidence.authorizationServers) {
    const endpoint = subject.evidence.tokenEndpoints.find((t) => t.url === server.tokenEndpoint);
    if (endpoint?.life === 'dead') found.push({ id: 'metadata-names-dead-endpoint', summary: `${server.url} names the token endpoint ${endpoint.url}, which is none: ${endpoint.reason}.`, evidence: cite(server.evidence, endpoint.evidence) });
  }
  const bearer = wayOf(subject, 'bearer');
  const refused = subject.evidence.calls.find((c) => bearerContrast(c) === 'refused');
  if (bearer && bearer.confidence !== 'observed' && refused?.bearer) found.push({ id: 'bearer-declared-refused', summary: `${sourceName[bearer.confidence] ?? ''} says that bearer tokens are taken, but ${refused.url} refuses them.`, evidence: cite(bearer.evidence, [refused.bearer.exchange]) });
  return found;
}

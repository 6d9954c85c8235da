/** Where OpenAPI, metadata, documentation and live answers disagree. Behaviour wins, and the disagreement is told. */
import type { Report, SignalId } from '../schema/report.ts';
import type { GrantId } from '../types.ts';
import type { Case } from './case.ts';
import { wayOf } from './case.ts';
import { originOf } from './origin.ts';
import { deadChallenge } from './signals/oauth-discovery.ts';
import { confidenceWords } from '../vocabulary.ts';
import { bearerContrast } from './ways.ts';

type Contradiction = Report['contradictions'][number];

/** Signals that rest on what is said of a grant. */
const grantSignals: Partial<Record<GrantId, SignalId[]>> = {
  client_credentials: ['client-credentials'],
  jwt_bearer: ['client-credentials'],
  token_exchange: ['client-credentials'],
  refresh_token: ['token-expiry'],
};

/** Where sources disagree on a grant. */
function onGrants(subject: Case): Contradiction[] {
  const found: Contradiction[] = [];
  for (const view of Object.values(subject.grants)) {
    const yes = view.voices.filter((v) => v.says === 'yes');
    // Lists that belong to another issuer do not contradict this one.
    const n = view.voices.find(
      (no) => no.says === 'no' && yes.some((y) => y.about === null || no.about === null || y.about === no.about),
    );
    const [y] = yes;
    if (y && n && y.confidence !== n.confidence) {
      found.push({
        id: `grant-${view.id}`,
        about: grantSignals[view.id] ?? [],
        summary: `On ${view.id}, ${confidenceWords[y.confidence].source} says yes (${y.because}) and ${confidenceWords[n.confidence].source} says no (${n.because}).`,
        evidence: [...y.evidence, ...n.evidence],
      });
    }
  }
  return found;
}

/** Where a document disagrees with what was seen at the place that it speaks of. */
function onDocuments(subject: Case): Contradiction[] {
  const found: Contradiction[] = [];
  for (const { call, answer } of subject.access.open) {
    if (call.declaredProtected && call.via === 'description')
      found.push({
        id: 'declared-protected-answers-open',
        about: [],
        summary: `The API description says that ${call.url} needs credentials, but it answers HTTP ${answer.status} without any.`,
        evidence: [answer.exchange],
      });
  }
  const guarded = subject.access.guarded.find(
    (g) => g.call.via === 'description' && g.call.declaredProtected === false,
  );
  if (guarded)
    found.push({
      id: 'declared-open-asks-credentials',
      about: [],
      summary: `The API description says that ${guarded.call.url} is open, but it answers HTTP ${guarded.answer.status}.`,
      evidence: [guarded.answer.exchange],
    });
  for (const server of subject.evidence.authorizationServers) {
    const endpoint = subject.evidence.tokenEndpoints.find((t) => t.url === server.tokenEndpoint);
    if (endpoint?.life === 'dead')
      found.push({
        id: 'metadata-names-dead-endpoint',
        about: ['oauth-discovery'],
        summary: `${server.url} names the token endpoint ${endpoint.url}, which is none: ${endpoint.reason}.`,
        evidence: [...server.evidence, ...endpoint.evidence],
      });
  }
  for (const { description, scheme, endpoint } of subject.dismissed)
    found.push({
      id: 'described-oauth-unused',
      about: [],
      summary: endpoint
        ? `${description.url} declares the scheme “${scheme.name}” with the token endpoint ${endpoint.url}, which is none: ${endpoint.reason}.`
        : `${description.url} declares the scheme “${scheme.name}”, and none of its operations uses it.`,
      evidence: [...description.evidence, ...(endpoint?.evidence ?? [])],
    });
  return found;
}

/** Where the API disagrees with what is said of its credentials. */
function onCredentials(subject: Case): Contradiction[] {
  const found: Contradiction[] = [];
  const origins = new Set(subject.surface.apiBases.map(({ url }) => originOf(url)));
  const unclaimed = subject.unclaimed.find((s) => origins.has(originOf(s.url)));
  const [way] = subject.ways;
  if (unclaimed && way)
    found.push({
      id: 'metadata-over-key-api',
      about: [],
      summary: `${unclaimed.url} describes OAuth, but nothing shows that the API takes its tokens: ${way.because}.`,
      evidence: [...unclaimed.evidence, ...way.evidence],
    });
  const nowhere = deadChallenge(subject);
  if (nowhere)
    found.push({
      id: 'challenge-names-missing-metadata',
      about: ['oauth-discovery'],
      summary: `The challenge of ${nowhere.call} names ${nowhere.url}, but there is nothing there.`,
      evidence: nowhere.evidence,
    });
  const bearer = wayOf(subject, 'bearer');
  const refused = subject.evidence.calls.find((c) => bearerContrast(c) === 'refused');
  if (bearer && bearer.confidence !== 'observed' && refused?.bearer)
    found.push({
      id: 'bearer-declared-refused',
      about: ['bearer-token'],
      summary: `${confidenceWords[bearer.confidence].source} says that bearer tokens are taken, but ${refused.url} refuses them.`,
      evidence: [...bearer.evidence, refused.bearer.exchange],
    });
  return found;
}

/** Where the owner's own client met something else than what is said. */
function onHandshake({ handshake, evidence }: Case): Contradiction[] {
  if (!handshake) return [];
  const { fact, token, takesAnything, turnedAway, outlived } = handshake;
  const found: Contradiction[] = [];
  if (takesAnything)
    found.push({
      id: 'damaged-credential-accepted',
      about: ['structured-401', 'bearer-token'],
      summary: `${takesAnything.url} asks for a credential, and lets a damaged one in as well as the right one.`,
      evidence: [
        ...fact.calls.filter(({ what }) => what === 'credential').map(({ exchange }) => exchange),
        takesAnything.exchange,
      ],
    });
  if (turnedAway && token)
    found.push({
      id: 'own-token-refused',
      about: ['bearer-token'],
      summary: `${fact.tokenEndpoint ?? ''} gives a token, and ${turnedAway.url} refuses it.`,
      evidence: [token.exchange, turnedAway.exchange],
    });
  if (outlived && token)
    found.push({
      id: 'expired-token-accepted',
      about: ['token-expiry'],
      summary: `The token should have expired after ${token.expiresIn ?? 0} s, but ${outlived.url} still accepts it.`,
      evidence: [token.exchange, outlived.exchange],
    });
  const taken = fact.tokens.filter(
    ({ purpose, outcome }) => outcome === 'token' && (purpose === 'first' || purpose === 'contrast'),
  );
  const { listedMethods } = fact;
  if (token && listedMethods && taken.length > 0 && !taken.some(({ method }) => listedMethods.includes(method)))
    found.push({
      id: 'client-authentication-unlisted',
      about: [],
      summary: `The metadata lists ${listedMethods.join(', ')} for clients, and the token endpoint takes ${taken.map(({ method }) => method).join(', ')}.`,
      evidence: taken.map(({ exchange }) => exchange),
    });
  const query = fact.calls.find(({ what }) => what === 'query');
  const headerOnly = evidence.protectedResources.find(
    ({ bearerMethods }) => bearerMethods && !bearerMethods.includes('query'),
  );
  if (query?.answer && query.answer.status < 300 && !query.answer.error.envelope && headerOnly && handshake.letIn)
    found.push({
      id: 'query-token-accepted',
      about: [],
      summary: `${headerOnly.url} says that tokens go into the header only, and ${query.url} takes one in the address.`,
      evidence: [...headerOnly.evidence, query.exchange],
    });
  return found;
}

/** Every disagreement, in a fixed order. */
export const findContradictions = (subject: Case): Contradiction[] => [
  ...onGrants(subject),
  ...onDocuments(subject),
  ...onCredentials(subject),
  ...onHandshake(subject),
];

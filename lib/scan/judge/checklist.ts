/** The seven items of the thirty-minute checklist (DESIGN §8), each judged for this target. */
import { counted } from '../counted.ts';
import type { ChecklistItem } from './types.ts';
import { said, wayOf } from './case.ts';

type Item = ReturnType<ChecklistItem['judge']>;

const item = (status: Item['status'], summary: string, evidence: string[] = []): Item => ({
  status,
  summary,
  evidence,
});

const living = (t: { life: string }) => t.life !== 'dead';

export const checklist: readonly ChecklistItem[] = [
  {
    meta: {
      id: 'token-endpoint',
      title: 'POST token endpoint accepting grant_type=client_credentials',
      recommended: false,
    },
    judge: ({ grants, evidence }) => {
      const cc = grants.client_credentials;
      if (cc.offered === 'yes') return item('done', cc.because, cc.evidence);
      if (cc.offered === 'no') return item('todo', cc.because, cc.evidence);
      const asked = evidence.tokenEndpoints.filter(living);
      if (asked.length > 0)
        return item(
          'unknown',
          'The token endpoint does not reveal which grants it knows.',
          asked.flatMap((t) => t.evidence),
        );
      return evidence.reach.blocked > 0
        ? item('unknown', 'Not everything could be looked at.')
        : item('todo', 'No token endpoint was found.');
    },
  },
  {
    meta: {
      id: 'client-authentication',
      title: 'client_id and client_secret in the body or in Basic',
      recommended: false,
    },
    judge: ({ grants, evidence, issuers, handshake }) => {
      if (handshake?.token && handshake.token.method !== 'private_key_jwt')
        return item('done', `Your client was accepted with ${handshake.token.method}.`, [handshake.token.exchange]);
      const listed = issuers.find((s) =>
        s.authMethods?.some((m) => m === 'client_secret_basic' || m === 'client_secret_post'),
      );
      if (listed && grants.client_credentials.offered === 'yes')
        return item('done', `${listed.issuer} lists ${listed.authMethods?.join(', ') ?? ''}.`, listed.evidence);
      const answered = evidence.tokenEndpoints.find((t) => t.clientCredentials === 'supported');
      if (answered) return item('done', `${answered.url} went on to check the client.`, answered.evidence);
      if (grants.client_credentials.offered === 'no')
        return item('todo', 'There is no client_credentials grant to authenticate for.');
      return item(
        evidence.tokenEndpoints.some(living) || grants.client_credentials.offered === 'yes' ? 'unknown' : 'todo',
        'No token endpoint showed how it takes a client’s credentials.',
      );
    },
  },
  {
    meta: {
      id: 'token-response',
      title: 'JSON answer with access_token, token_type Bearer, expires_in',
      recommended: false,
    },
    judge: (subject) => {
      const token = subject.handshake?.token;
      if (token)
        return item(
          token.faults.length === 0 ? 'done' : 'todo',
          token.faults.length === 0
            ? 'The answer to your client is as the standard asks.'
            : `${token.faults.join('; ')}.`,
          [token.exchange],
        );
      const life = said(subject, 'expires')[0];
      if (life && subject.grants.client_credentials.offered === 'yes')
        return item('done', `Documented: “${life.quote}”`, life.evidence);
      if (subject.evidence.tokenEndpoints.some(living))
        return item('unknown', 'Only a client with credentials sees this answer, and a public scan has none.');
      return item('todo', 'No token endpoint was found.');
    },
  },
  {
    meta: { id: 'bearer-accepted', title: 'Authorization: Bearer on protected endpoints', recommended: false },
    judge: (subject) => {
      const bearer = wayOf(subject, 'bearer');
      if (bearer) return item('done', bearer.because, bearer.evidence);
      const other = subject.ways[0];
      if (other) return item('todo', other.because, other.evidence);
      return item(
        subject.access.guarded.some((g) => g.rung === 'login-redirect') ? 'todo' : 'unknown',
        'Nothing shows that bearer tokens are read.',
      );
    },
  },
  {
    meta: { id: 'structured-401', title: '401 with a JSON error on a missing or invalid token', recommended: false },
    judge: ({ access }) => {
      const best = access.guarded[0];
      if (!best) return item('unknown', 'No protected endpoint answered.');
      return item(
        best.rung === '401-names-error' ? 'done' : 'todo',
        `${best.call.url} answers HTTP ${best.answer.status}.`,
        [best.answer.exchange],
      );
    },
  },
  {
    meta: { id: 'metadata', title: '/.well-known document that points at the token endpoint', recommended: true },
    judge: ({ evidence, issuers }) => {
      const valid = issuers.find((s) => s.standardPlace && s.conformance !== 'non-conforming' && s.tokenEndpoint);
      if (valid) return item('done', `${valid.url} names ${valid.tokenEndpoint ?? ''}.`, valid.evidence);
      const absent = evidence.metadataLookups.filter((l) => l.outcome === 'absent');
      const wall = evidence.metadataLookups.find((l) => l.outcome === 'unobserved');
      if (wall && evidence.authorizationServers.length === 0)
        return item('unknown', `${wall.url} gave no answer of its own (${wall.problem}).`, wall.evidence);
      if (absent.length === 0 && evidence.authorizationServers.length === 0)
        return item('unknown', 'None of the addresses for metadata gave an answer of its own.');
      return item(
        'todo',
        issuers[0]
          ? 'The metadata has faults.'
          : evidence.authorizationServers[0]
            ? 'The metadata names a token endpoint that does not answer as one.'
            : `No metadata at ${counted(absent.length, 'address', 'addresses')}.`,
        [...evidence.authorizationServers.flatMap((s) => s.evidence), ...absent.flatMap((l) => l.evidence)],
      );
    },
  },
  {
    meta: { id: 'openapi-security', title: 'Security scheme documented under securitySchemes', recommended: false },
    judge: ({ evidence }) => {
      const documented = evidence.descriptions.find((d) => d.schemes.length > 0);
      if (documented)
        return item(
          'done',
          `${documented.url} declares ${documented.schemes
            .map((s) => s.name)
            .slice(0, 4)
            .join(', ')}.`,
          documented.evidence,
        );
      const bare = evidence.descriptions[0];
      return item(
        'todo',
        bare ? `${bare.url} declares no security scheme.` : 'No API description was found.',
        bare?.evidence ?? [],
      );
    },
  },
];

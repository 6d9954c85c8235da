/** The seven items of the thirty-minute checklist (DESIGN §8), each judged for this target. */
import { counted } from '../counted.ts';
import type { ChecklistItem } from './types.ts';
import { said, wayOf } from './case.ts';

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
      if (cc.offered === 'yes') return { status: 'done', summary: cc.because, evidence: cc.evidence };
      if (cc.offered === 'no') return { status: 'todo', summary: cc.because, evidence: cc.evidence };
      const asked = evidence.tokenEndpoints.filter(living);
      if (asked.length > 0)
        return {
          status: 'unknown',
          summary: 'The token endpoint does not reveal which grants it knows.',
          evidence: asked.flatMap((t) => t.evidence),
        };
      return evidence.reach.blocked > 0
        ? { status: 'unknown', summary: 'Not everything could be looked at.', evidence: [] }
        : { status: 'todo', summary: 'No token endpoint was found.', evidence: [] };
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
        return {
          status: 'done',
          summary: `Your client was accepted with ${handshake.token.method}.`,
          evidence: [handshake.token.exchange],
        };
      const listed = issuers.find((s) =>
        s.authMethods?.some((m) => m === 'client_secret_basic' || m === 'client_secret_post'),
      );
      if (listed && grants.client_credentials.offered === 'yes')
        return {
          status: 'done',
          summary: `${listed.issuer} lists ${listed.authMethods?.join(', ') ?? ''}.`,
          evidence: listed.evidence,
        };
      const answered = evidence.tokenEndpoints.find((t) => t.clientCredentials === 'supported');
      if (answered)
        return {
          status: 'done',
          summary: `${answered.url} went on to check the client.`,
          evidence: answered.evidence,
        };
      if (grants.client_credentials.offered === 'no')
        return { status: 'todo', summary: 'There is no client_credentials grant to authenticate for.', evidence: [] };
      return {
        status:
          evidence.tokenEndpoints.some(living) || grants.client_credentials.offered === 'yes' ? 'unknown' : 'todo',
        summary: 'No token endpoint showed how it takes a client’s credentials.',
        evidence: [],
      };
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
        return {
          status: token.faults.length === 0 ? 'done' : 'todo',
          summary:
            token.faults.length === 0
              ? 'The answer to your client is as the standard asks.'
              : `${token.faults.join('; ')}.`,
          evidence: [token.exchange],
        };
      const life = said(subject, 'expires')[0];
      if (life && subject.grants.client_credentials.offered === 'yes')
        return { status: 'done', summary: `Documented: “${life.quote}”`, evidence: life.evidence };
      if (subject.evidence.tokenEndpoints.some(living))
        return {
          status: 'unknown',
          summary: 'Only a client with credentials sees this answer, and a public scan has none.',
          evidence: [],
        };
      return { status: 'todo', summary: 'No token endpoint was found.', evidence: [] };
    },
  },
  {
    meta: { id: 'bearer-accepted', title: 'Authorization: Bearer on protected endpoints', recommended: false },
    judge: (subject) => {
      const bearer = wayOf(subject, 'bearer');
      if (bearer) return { status: 'done', summary: bearer.because, evidence: bearer.evidence };
      const other = subject.ways[0];
      if (other) return { status: 'todo', summary: other.because, evidence: other.evidence };
      return {
        status: subject.access.guarded.some((g) => g.rung === 'login-redirect') ? 'todo' : 'unknown',
        summary: 'Nothing shows that bearer tokens are read.',
        evidence: [],
      };
    },
  },
  {
    meta: { id: 'structured-401', title: '401 with a JSON error on a missing or invalid token', recommended: false },
    judge: ({ access }) => {
      const best = access.guarded[0];
      if (!best) return { status: 'unknown', summary: 'No protected endpoint answered.', evidence: [] };
      return {
        status: best.rung === '401-names-error' ? 'done' : 'todo',
        summary: `${best.call.url} answers HTTP ${best.answer.status}.`,
        evidence: [best.answer.exchange],
      };
    },
  },
  {
    meta: { id: 'metadata', title: '/.well-known document that points at the token endpoint', recommended: true },
    judge: ({ evidence, issuers }) => {
      const valid = issuers.find((s) => s.standardPlace && s.conformance !== 'non-conforming' && s.tokenEndpoint);
      if (valid)
        return {
          status: 'done',
          summary: `${valid.url} names ${valid.tokenEndpoint ?? ''}.`,
          evidence: valid.evidence,
        };
      const absent = evidence.metadataLookups.filter((l) => l.outcome === 'absent');
      const wall = evidence.metadataLookups.find((l) => l.outcome === 'unobserved');
      if (wall && evidence.authorizationServers.length === 0)
        return {
          status: 'unknown',
          summary: `${wall.url} gave no answer of its own (${wall.problem}).`,
          evidence: wall.evidence,
        };
      if (absent.length === 0 && evidence.authorizationServers.length === 0)
        return {
          status: 'unknown',
          summary: 'None of the addresses for metadata gave an answer of its own.',
          evidence: [],
        };
      return {
        status: 'todo',
        summary: issuers[0]
          ? 'The metadata has faults.'
          : evidence.authorizationServers[0]
            ? 'The metadata names a token endpoint that does not answer as one.'
            : `No metadata at ${counted(absent.length, 'address', 'addresses')}.`,
        evidence: [...evidence.authorizationServers.flatMap((s) => s.evidence), ...absent.flatMap((l) => l.evidence)],
      };
    },
  },
  {
    meta: { id: 'openapi-security', title: 'Security scheme documented under securitySchemes', recommended: false },
    judge: ({ evidence }) => {
      const documented = evidence.descriptions.find((d) => d.schemes.length > 0);
      if (documented)
        return {
          status: 'done',
          summary: `${documented.url} declares ${documented.schemes
            .map((s) => s.name)
            .slice(0, 4)
            .join(', ')}.`,
          evidence: documented.evidence,
        };
      const bare = evidence.descriptions[0];
      return {
        status: 'todo',
        summary: bare ? `${bare.url} declares no security scheme.` : 'No API description was found.',
        evidence: bare?.evidence ?? [],
      };
    },
  },
];

import { counted } from '../../counted.ts';
import type { AuthorizationServer, Surface } from '../../types.ts';
import { hostOf } from '../origin.ts';
import { couldRead, said } from '../case.ts';
import { onRung, rfc, unknown, type Signal } from '../types.ts';
import { identityScopes } from '../../vocabulary.ts';

/** Scopes that limit what a credential may do: those of OIDC Core §5.4 and §11 say only what an app learns about a person. */
export const limiting = (scopes: readonly string[] | null): string[] =>
  (scopes ?? []).filter((scope) => !identityScopes.has(scope));

/** Userinfo that stands among the API's resources and not at the login: there the scopes about a person limit what a token reads. */
const servesPeople = ({ issuer, userinfoEndpoint }: AuthorizationServer, { apiBases }: Surface): boolean =>
  userinfoEndpoint !== null &&
  hostOf(userinfoEndpoint) !== hostOf(issuer) &&
  apiBases.some(({ url }) => hostOf(url) === hostOf(userinfoEndpoint));

export const scopeRestriction: Signal<'scope-restriction'> = {
  meta: {
    id: 'scope-restriction',
    title: 'Scope restriction',
    question: 'Can a credential be limited to less than everything?',
    reads: 'scopes_supported, scopes in API descriptions and challenges, and permissions per key in the documentation.',
    blindSpot: 'Permissions that appear only after signing in.',
    spec: rfc(6749, '3.3'),
    fix: 'scope-restriction',
  },
  judge(subject) {
    const { evidence, surface, handshake } = subject;
    if (handshake?.limited && handshake.letIn)
      return onRung(
        'scoped',
        'verified',
        `A token with only the scope ${handshake.limited.scope ?? ''} is refused where one with more is accepted.`,
        [handshake.letIn.exchange, handshake.limited.exchange],
      );
    const resource = evidence.protectedResources
      .map((r) => ({ scopes: limiting(r.scopes), evidence: r.evidence }))
      .find((r) => r.scopes.length > 0);
    if (resource)
      return onRung(
        'scoped',
        'declared',
        `The protected resource lists ${counted(resource.scopes.length, 'scope')}, such as ${resource.scopes.slice(0, 3).join(', ')}.`,
        resource.evidence,
      );
    const described = evidence.descriptions
      .flatMap((d) =>
        d.schemes.flatMap((s) => s.flows.map((f) => ({ scopes: limiting(f.scopes), evidence: d.evidence }))),
      )
      .sort((a, b) => b.scopes.length - a.scopes.length)[0];
    if (described && described.scopes.length > 0)
      return onRung(
        'scoped',
        'declared',
        `The API description lists ${counted(described.scopes.length, 'scope')}, such as ${described.scopes.slice(0, 3).join(', ')}.`,
        described.evidence,
      );
    // RFC 8414 §2 lets a server leave scopes out of its metadata, so an absent list proves nothing.
    const server = subject.issuers
      .map((s) => ({ scopes: servesPeople(s, surface) ? (s.scopes ?? []) : limiting(s.scopes), evidence: s.evidence }))
      .sort((a, b) => b.scopes.length - a.scopes.length)[0];
    if (server && server.scopes.length > 0)
      return onRung(
        'scoped',
        'declared',
        `The issuer lists ${counted(server.scopes.length, 'scope')}, such as ${server.scopes.slice(0, 3).join(', ')}.`,
        server.evidence,
      );
    for (const call of evidence.calls) {
      const challenge = call.bare?.challenges.find((c) => limiting(c.parameters['scope']?.split(' ') ?? []).length > 0);
      if (call.bare && challenge)
        return onRung(
          'scoped',
          'observed',
          `The challenge of ${call.url} names the scope ${challenge.parameters['scope'] ?? ''}.`,
          [call.bare.exchange],
        );
    }
    const scopes = said(subject, 'scopes')[0];
    if (scopes)
      return onRung('scoped', 'documented', `A credential can be limited: “${scopes.quote}”`, scopes.evidence);
    const roles = said(subject, 'roles')[0];
    if (roles) return onRung('roles', 'documented', `Only by role: “${roles.quote}”`, roles.evidence);
    const none = said(subject, 'no-scopes')[0];
    if (none) return onRung('none', 'documented', `Every credential can do everything: “${none.quote}”`, none.evidence);
    return unknown(
      couldRead(subject),
      'inferred',
      'No scopes were seen, and nothing published says that a credential can be limited.',
    );
  },
};

import { conforming, describingResource, publishing } from './after.ts';
import { placeValues, bearerChallenge } from './challenge.ts';
import { resourceMetadata, serverMetadata, type Change } from './documents.ts';
import { document } from './expect.ts';
import type { FixContext, FixDefinition } from './types.ts';

/** Where nothing shows which grant works, the machine grant is what to build first: a document that lists nothing would only please scanners. */
function changeOf({ places, subject }: FixContext): Change {
  const faulty = subject.evidence.authorizationServers.length > 0;
  return {
    ...(faulty ? { issuer: places.slots.ISSUER.value, token_endpoint: places.slots.TOKEN_URL.value } : {}),
    ...(places.grants.length > 0 ? {} : { grant_types_supported: { add: ['client_credentials'] } }),
  };
}

export const metadata: FixDefinition = {
  id: 'metadata',
  title: 'Publish authorization server metadata',
  checklist: ['metadata'],
  // Where nothing shows any OAuth there is no token endpoint to point at.
  pointless: ({ subject, scored }) =>
    !subject.oauth && scored.signals.some((s) => s.id === 'oauth-discovery' && s.status === 'unknown'),
  details({ subject, places }) {
    // The signal's summary names the first fault already.
    const faults = (places.server?.faults ?? []).slice(1, 3).map((fault) => `${places.server?.url ?? ''}: ${fault}.`);
    const absent = subject.evidence.metadataLookups
      .filter((lookup) => lookup.outcome === 'absent')
      .slice(0, 2)
      .map((lookup) => lookup.url);
    return places.server !== undefined || absent.length === 0 ? faults : [`Looked for at ${absent.join(' and ')}.`];
  },
  after: (seen, { places }) =>
    publishing(describingResource(seen, places), places, {
      ...conforming,
      url: places.slots.SERVER_METADATA_URL.value,
      issuer: places.slots.ISSUER.value,
      tokenEndpoint: places.slots.TOKEN_URL.value,
      ...(places.grants.length > 0 ? {} : { grantTypes: ['client_credentials'] }),
    }),
  build(context) {
    const { subject } = context;
    const mended = subject.evidence.authorizationServers.length > 0;
    return {
      reason:
        'From the issuer an agent works out where the metadata is, and reads the token endpoint, the grants and the client authentication there. Without it, somebody has to read your documentation to the agent.',
      steps: [
        `${mended ? 'Correct' : 'Publish'} the metadata at {{SERVER_METADATA_URL}}: status 200, application/json, no redirect (RFC 8414 §3).`,
        'Set issuer to {{ISSUER}}, character for character, trailing slash included (RFC 8414 §3.3).',
        'List in grant_types_supported and token_endpoint_auth_methods_supported what {{TOKEN_URL}} really does, and nothing else.',
        'Publish the protected resource metadata at {{RESOURCE_METADATA_URL}}, so that the API points at its issuer (RFC 9728 §3).',
        'Only then name that document in the challenge of every 401: resource_metadata="…" (RFC 9728 §5.1).',
      ],
      keeps: mended
        ? [
            'Every other member of the document stays as it is: jwks_uri, userinfo_endpoint and the signing algorithms are what ID tokens are verified with.',
          ]
        : ['Nothing else changes; the documents are new.'],
      undo: 'Put the document back as it was, or remove it.',
      work: 'document',
      checks: [
        { command: 'curl -sS -i {{SERVER_METADATA_URL}}', expect: document('issuer', 'token_endpoint') },
        { command: 'curl -sS -i {{RESOURCE_METADATA_URL}}', expect: document('resource', 'authorization_servers') },
      ],
      artefacts: [...serverMetadata(context, changeOf(context)), resourceMetadata(context)],
      code: mended ? null : { kinds: ['metadata'], values: placeValues(context, bearerChallenge(context)) },
    };
  },
};

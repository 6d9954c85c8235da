import { resourceMetadata, serverMetadata } from './documents.ts';
import { challengeOf } from './middleware.ts';
import type { FixDefinition } from './types.ts';

export const metadata: FixDefinition = {
  id: 'metadata',
  title: 'Publish authorization server metadata',
  effort: 'minutes',
  checklist: ['metadata'],
  details({ subject, places }) {
    // The signal's summary names the first fault already.
    const faults = (places.server?.faults ?? []).slice(1, 3).map((fault) => `${places.server?.url ?? ''}: ${fault}.`);
    const absent = subject.evidence.metadataLookups.filter((lookup) => lookup.outcome === 'absent').slice(0, 2).map((lookup) => lookup.url);
    return places.server !== undefined || absent.length === 0 ? faults : [`Looked for at ${absent.join(' and ')}.`];
  },
  build(context) {
    const { subject, places } = context;
    const mended = subject.evidence.authorizationServers.length > 0;
    // A document that lists nothing that works would only please scanners; with no grant known, the machine grant is what to build first.
    const wanted = places.grants.length > 0 ? [] : ['client_credentials'];
    return {
      reason: 'An agent derives the place of the metadata from the issuer and reads the token endpoint, the grants and the client authentication there. Without it, somebody has to read your documentation to it.',
      steps: [
        `${mended ? 'Correct' : 'Publish'} the metadata at {{SERVER_METADATA_URL}}: status 200, application/json, no redirect (RFC 8414 §3).`,
        'Set issuer to {{ISSUER}}, character for character, also where the trailing slash is concerned (RFC 8414 §3.3).',
        'List in grant_types_supported and token_endpoint_auth_methods_supported what {{TOKEN_URL}} really does, and nothing else.',
        'Publish the protected resource metadata at {{RESOURCE_METADATA_URL}}, so that the API points at its issuer (RFC 9728 §3).',
        'Name that document in the challenge of every 401: resource_metadata="…" (RFC 9728 §5.1).',
      ],
      checks: [
        { command: 'curl -sS -i {{SERVER_METADATA_URL}}', expect: 'HTTP 200, application/json, the issuer and the token_endpoint' },
        { command: 'curl -sS -i {{RESOURCE_METADATA_URL}}', expect: 'HTTP 200, application/json, the resource and its authorization_servers' },
      ],
      artefacts: [
        serverMetadata(context, wanted),
        resourceMetadata(context),
        ...(subject.oauth ? [{ title: 'The challenge that points at it', language: 'http', text: `WWW-Authenticate: ${challengeOf(context)}` }] : []),
      ],
    };
  },
};

import { bareScheme } from '../read/openapi/bare-scheme.ts';
import { withEvidence } from './after.ts';
import { waysToday, securityOverlay } from './documents.ts';
import { words } from './expect.ts';
import type { FixDefinition } from './types.ts';

export const openapiSecurity: FixDefinition = {
  id: 'openapi-security',
  title: 'Declare the security schemes in the API description',
  checklist: ['openapi-security'],
  // An API that asks for no credentials has no scheme to declare.
  pointless: ({ subject }) => subject.open,
  after(seen, context) {
    const { subject, places } = context;
    const machine = subject.grants.client_credentials.offered === 'yes';
    const scheme = { ...bareScheme, name: 'declared', type: 'http' as const, used: true };
    const ways = waysToday(context).map(({ id, name }) => {
      if (id === 'own-header' || id === 'cookie' || id === 'query')
        return {
          ...scheme,
          type: 'apiKey' as const,
          in: id === 'own-header' ? ('header' as const) : id,
          parameter: name,
        };
      return { ...scheme, scheme: id === 'bearer' ? 'bearer' : (name ?? id).toLowerCase() };
    });
    const flow = {
      grant: 'client_credentials' as const,
      tokenUrl: places.slots.TOKEN_URL.value,
      ...{ authorizationUrl: null, refreshUrl: null, scopes: places.scopes },
    };
    const schemes = machine ? [{ ...scheme, type: 'oauth2' as const, flows: [flow] }, ...ways] : ways;
    const [known] = seen.evidence.descriptions;
    const declared = {
      url: places.slots.DESCRIPTION_URL.value,
      ...{ via: 'convention' as const, evidence: [], format: 'openapi-3.1' as const, title: '', servers: [] },
      ...{ counts: { operations: 0, secured: 0, open: 0, undeclared: 0 }, operations: [], issuing: [] },
      ...{ documents401: true, faults: [] },
      ...known,
      schemes: [...(known?.schemes ?? []), ...schemes],
    };
    return withEvidence(seen, { descriptions: [declared, ...seen.evidence.descriptions.slice(1)] });
  },
  build(context) {
    const { subject } = context;
    const exists = subject.evidence.descriptions.length > 0;
    return {
      reason:
        'An agent builds its calls from the API description. What securitySchemes does not say, it has to guess or find in prose.',
      steps: [
        exists
          ? 'Apply the overlay to {{DESCRIPTION_URL}}: it adds the schemes under components.securitySchemes (securityDefinitions in Swagger 2.0).'
          : 'Publish an OpenAPI description at {{DESCRIPTION_URL}} and link to it from your documentation.',
        'Require them with security at the root, and set security: [] on operations that are open.',
        'Document the 401 answer with its body and its WWW-Authenticate field.',
        ...(subject.oauth ? ['Give the clientCredentials flow its tokenUrl, {{TOKEN_URL}}, and its scopes.'] : []),
      ],
      keeps: ['The overlay only adds; operations that answered without credentials stay declared as open.'],
      undo: 'Publish the description without the overlay.',
      work: 'document',
      checks: [
        {
          command: 'curl -sS {{DESCRIPTION_URL}} | grep -cE \'"?(securitySchemes|securityDefinitions)"?\'',
          expect: words('1 or more'),
        },
      ],
      code: null,
      artefacts: [securityOverlay(context, waysToday(context), subject.grants.client_credentials.offered === 'yes')],
    };
  },
};

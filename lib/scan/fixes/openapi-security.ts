import { programWays, securityPatch } from './documents.ts';
import type { FixDefinition } from './types.ts';

export const openapiSecurity: FixDefinition = {
  id: 'openapi-security',
  title: 'Declare the security schemes in the API description',
  effort: 'minutes',
  checklist: ['openapi-security'],
  // An API that asks for no credentials has no scheme to declare.
  pointless: ({ subject }) => subject.open,
  build(context) {
    const { subject } = context;
    const exists = subject.evidence.descriptions.length > 0;
    return {
      reason: 'An agent builds its calls from the API description. What securitySchemes does not say, it has to guess or to find in prose.',
      steps: [
        exists ? 'Add the schemes to {{DESCRIPTION_URL}} under components.securitySchemes (securityDefinitions in Swagger 2.0).' : 'Publish an OpenAPI description at {{DESCRIPTION_URL}} and link to it from your documentation.',
        'Require them with security at the root, and set security: [] on operations that are open.',
        'Document the 401 answer with its body and its WWW-Authenticate field.',
        ...(subject.oauth ? ['Give the clientCredentials flow its tokenUrl, {{TOKEN_URL}}, and its scopes.'] : []),
      ],
      checks: [{ command: 'curl -sS {{DESCRIPTION_URL}} | grep -cE \'"?(securitySchemes|securityDefinitions)"?\'', expect: '1 or more' }],
      artefacts: [securityPatch(context, programWays(context), subject.grants.client_credentials.offered === 'yes')],
    };
  },
};

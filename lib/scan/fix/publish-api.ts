import { plain } from './documents.ts';
import { document, words } from './expect.ts';
import { json, yaml } from './quote.ts';
import type { FixDefinition } from './types.ts';

export const publishApi: FixDefinition = {
  id: 'publish-api',
  title: 'Publish an API, and say where it is',
  checklist: [],
  appliesTo: ({ findings }) => findings.outcome === 'no-api',
  build({ places }) {
    const { SITE_URL, API_URL, DOCS_URL, DESCRIPTION_URL, TOKEN_URL } = places.slots;
    const api = API_URL.value;
    const catalog = {
      linkset: [
        {
          anchor: api,
          'service-desc': [{ href: DESCRIPTION_URL.value, type: 'application/openapi+json' }],
          'service-doc': [{ href: DOCS_URL.value, type: 'text/html' }],
        },
      ],
    };
    const description = yaml({
      openapi: '3.1.1',
      info: { title: 'Your API', version: '1.0.0' },
      servers: [{ url: api }],
      security: [{ clientCredentials: [] }],
      components: {
        securitySchemes: {
          clientCredentials: {
            type: 'oauth2',
            flows: { clientCredentials: { tokenUrl: TOKEN_URL.value, scopes: { read: 'Read.' } } },
          },
        },
      },
      paths: {
        '/v1/items': {
          get: {
            summary: 'List items',
            responses: {
              '200': { description: 'The items.' },
              '401': { description: 'The token is missing or invalid.' },
            },
          },
        },
      },
    });
    return {
      reason:
        'Nothing that the scan saw leads to an API: no link, no description, no host. If you have one, an agent does not find it either; if you have none, an agent can only read your pages.',
      steps: [
        'Offer what your customers do on {{SITE_URL}} as an HTTP API that answers in JSON, beginning with reads.',
        'Serve it from a host of its own such as {{API_URL}}, with an OpenAPI description.',
        'Publish /.well-known/api-catalog on your site (RFC 9727) and link to the API and its documentation from the home page and /llms.txt.',
        'Offer client_credentials at a token endpoint, accept Authorization: Bearer, and answer 401 in JSON.',
        'Scan again: the score starts when there is something to call.',
      ],
      keeps: ['Your pages stay as they are; the API stands beside them.'],
      undo: 'Remove the links and the catalogue.',
      work: 'policy',
      checks: [
        {
          command: `curl -sS -i -H 'Accept: application/linkset+json' {{CATALOG_URL}}`,
          expect: document('linkset'),
        },
        { command: 'curl -sS -i {{DESCRIPTION_URL}}', expect: words('HTTP 200 and the OpenAPI description') },
      ],
      code: null,
      artefacts: [
        plain({
          title: '/.well-known/api-catalog (addresses assumed: put yours in)',
          language: 'json',
          file: 'api-catalog.json',
          text: json(catalog),
        }),
        plain({
          title: 'A description to start from',
          language: 'yaml',
          text: `# Addresses are assumed; put yours in.\n${description}`,
        }),
        plain({
          title: '/llms.txt',
          language: 'markdown',
          file: 'llms.txt',
          text: `# ${new URL(SITE_URL.value).host}\n\n## API\n\n- [API documentation](<${DOCS_URL.value}>): how to get a token and call the API\n- [OpenAPI description](<${DESCRIPTION_URL.value}>)`,
        }),
      ],
    };
  },
};

/** Which description a documentation viewer shows, and one that stands in the page itself. */
import { describe, expect, it } from 'vitest';
import { embeddedDescription, readViewer } from '../../../../../lib/scan/read/page/viewer.ts';

describe('documentation viewers', () => {
  it.each([
    [
      'Swagger UI',
      '<script src="swagger-ui-bundle.js"></script><script>SwaggerUIBundle({ url: "/v3/openapi.json", dom_id: "#x" })</script>',
      ['https://docs.orchard.example/v3/openapi.json'],
    ],
    [
      'Redoc',
      '<redoc spec-url="https://api.orchard.example/swagger.yaml"></redoc>',
      ['https://api.orchard.example/swagger.yaml'],
    ],
    [
      'Scalar',
      '<script id="api-reference" data-url="spec/openapi.yaml"></script><script src="scalar.js"></script>',
      ['https://docs.orchard.example/spec/openapi.yaml'],
    ],
    [
      'Stoplight Elements',
      '<elements-api apiDescriptionUrl="/oas/orchard.yaml"></elements-api>',
      ['https://docs.orchard.example/oas/orchard.yaml'],
    ],
    ['RapiDoc', '<rapi-doc spec-url="spec"></rapi-doc>', ['https://docs.orchard.example/spec']],
    [
      'Redoc by a call',
      '<script src="redoc.standalone.js"></script><script>Redoc.init("/v1/description", {})</script>',
      ['https://docs.orchard.example/v1/description'],
    ],
    [
      'a script of Swagger UI for Express',
      'var options = { "customOptions": { "url": "/spec" } }; SwaggerUIBundle({ url: url, dom_id: "#swagger-ui" })',
      ['https://docs.orchard.example/spec'],
    ],
  ])('%s is configured to load its description', (_name, page, urls) =>
    expect(readViewer(page, 'https://docs.orchard.example/').descriptions).toEqual(urls),
  );
  it('a page without a viewer names none', () =>
    expect(
      readViewer('<script>var url = "/openapi.json"</script>', 'https://docs.orchard.example/').descriptions,
    ).toEqual([]));
  it('a viewer that loads something else names none', () =>
    expect(
      readViewer('<script src="swagger-ui.js">url: "/logo.svg"</script>', 'https://docs.orchard.example/').descriptions,
    ).toEqual([]));
  it('a description that stands in the page is cut out by its braces, strings and escapes included', () => {
    const document = '{"openapi":"3.1.0","info":{"title":"a } \\" {"},"paths":{}}';
    expect(embeddedDescription(`<script>const spec = ${document}; start()</script>`)).toBe(document);
    expect(embeddedDescription(`<script>const spec = ${document.slice(0, -2)}</script>`)).toBeNull();
    expect(embeddedDescription('<p>{"pears": 3}</p>')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { placesIn } from '../../../lib/export/places.ts';

const yaml = `openapi: 3.1.0
info:
  title: Orchard
paths:
  /pears:
    parameters: []
    get:
      responses:
        '200': { description: ok }
        '401': { description: no }
components:
  securitySchemes:
    key:
      type: apiKey
      in: cookie
      name: session
    bearer:
      type: http
      scheme: Bearer
    main:
      type: oauth2
      flows:
        authorizationCode:
          authorizationUrl: https://id.orchard.example/authorize
          tokenUrl: https://id.orchard.example/token
          refreshUrl: https://id.orchard.example/refresh
          scopes:
            pears:read: Read
`;
const lineOf = (text: string, finding: string) => placesIn(text, 'x').lineOf(finding);

describe('the line of a finding', () => {
  it.each([
    ['structured-401', 10],
    ['bearer-token', 17],
    ['client-credentials', 22],
    ['oauth-discovery', 20],
    ['browser-only-oauth', 20],
    ['scope-restriction', 27],
    ['token-expiry', 26],
    ['session-cookie-only', 13],
    ['manual-key-approval', 2],
    ['constructor', 1],
  ])('%s is on line %i', (finding, line) => expect(lineOf(yaml, finding)).toBe(line));

  it('is found in JSON, indented by tabs or not, and in Swagger 2', () => {
    const json = JSON.stringify(
      { swagger: '2.0', paths: {}, securityDefinitions: { a: { type: 'oauth2', scopes: {} } } },
      null,
      '\t',
    );
    expect(json.split('\n')[lineOf(json, 'browser-only-oauth') - 1]).toContain('"a"');
    expect(json.split('\n')[lineOf(json, 'scope-restriction') - 1]).toContain('"scopes"');
    expect(json.split('\n')[lineOf(json, 'structured-401') - 1]).toContain('"paths"');
  });

  it.each([
    '',
    '[',
    'a: &x [*x, *x]',
    '- 1',
    '['.repeat(2000),
    '{"a": {"__proto__": 1}}',
    '\u0000',
    'x'.repeat(5_000_000),
  ])('is the first where the text holds none of it: %.20j', (text) => expect(lineOf(text, 'structured-401')).toBe(1));
});

/** Operations of a description that give out a credential: read, never called. */
import { describe, expect, it } from 'vitest';
import { readDescription } from '../../../../lib/scan/read/openapi/index.ts';

describe('operations that give out credentials', () => {
  const operation = (path: string, over: Record<string, unknown>, answer: Record<string, unknown>) =>
    JSON.stringify({
      openapi: '3.0.3',
      info: { title: 'Orchard', version: '1' },
      servers: [{ url: 'https://api.orchard.example' }],
      components: { securitySchemes: { b: { type: 'http', scheme: 'bearer' } } },
      security: [{ b: [] }],
      paths: {
        [path]: {
          post: {
            security: [],
            responses: {
              200: {
                description: 'ok',
                content: { 'application/json': { schema: { type: 'object', properties: answer } } },
              },
            },
            ...over,
          },
        },
      },
    });
  const body = (...names: string[]) => ({
    requestBody: {
      content: {
        'application/json': { schema: { properties: Object.fromEntries(names.map((n) => [n, { type: 'string' }])) } },
      },
    },
  });
  it.each<[string, string, string | null]>([
    ['signing in', operation('/login', body('username', 'password'), { token: {}, expiresIn: {} }), 'token expires'],
    [
      'signing in, with a life in words',
      operation('/auth', { summary: 'Valid for 15 minutes.' }, { jwt: {} }),
      'token expires',
    ],
    ['signing in, without a word on its life', operation('/session', {}, { accessToken: {} }), 'token'],
    ['an answer that wraps its token', operation('/login', {}, { data: { properties: { token: {} } } }), 'token'],
    ['a key for an address', operation('/keys', body('email'), { api_key: {} }), 'key'],
    [
      'an account with a password that one chooses',
      operation('/signup', body('email', 'password'), { token: {} }),
      'key',
    ],
    ['a login that only sets a cookie', operation('/login', body('username', 'password'), { user: {} }), null],
    ['a key for who has a key', operation('/keys', { security: [{ b: [] }] }, { api_key: {} }), null],
  ])('%s', (_name, text, expected) => {
    const read = readDescription({
      text,
      url: 'https://api.orchard.example/openapi.json',
      via: 'convention',
      evidence: [],
    });
    const [found] = read.kind === 'present' ? read.value.issuing : [];
    expect(found ? `${found.issues}${found.expires ? ' expires' : ''}` : null).toBe(expected);
  });
});

/** What a GraphQL schema gives to ask, and what its answers tell. */
import { describe, expect, it } from 'vitest';
import { answersField, readGraphqlSchema } from '../../../../lib/scan/read/graphql.ts';

const scalar = { kind: 'SCALAR', name: 'String' };
const listOf = (name: string) => ({
  kind: 'NON_NULL',
  name: null,
  ofType: { kind: 'LIST', name: null, ofType: { kind: 'OBJECT', name } },
});
const field = (name: string, type: object, args: object[] = []) => ({ name, type, args });
const needed = { name: 'id', type: { kind: 'NON_NULL' } };
const schema = (fields: object[], mutations: string[] = []) =>
  JSON.stringify({
    data: {
      __schema: {
        queryType: { name: 'Query', fields },
        mutationType: mutations.length === 0 ? null : { fields: mutations.map((name) => ({ name })) },
      },
    },
  });
const asked = (text: string) =>
  readGraphqlSchema(text)?.questions.map(({ body }) => (JSON.parse(body) as { query: string }).query);

describe('the fields to ask for', () => {
  it('need no argument and are not about the server; the caller leads', () => {
    const fields = [
      field('version', scalar),
      field('node', listOf('Node'), [needed]),
      field('query', { kind: 'OBJECT', name: 'Query' }),
      field('books', listOf('Book'), [{ name: 'first', type: { kind: 'SCALAR' } }]),
      field('motto', scalar),
      field('me', { kind: 'OBJECT', name: 'User' }),
    ];
    expect(asked(schema(fields))).toEqual(['{me{__typename}}', '{books{__typename}}', '{motto}']);
    expect(asked(schema(fields.slice(0, 5)))).toEqual(['{books{__typename}}', '{motto}']);
  });
  it('are none where there is no schema', () => {
    for (const text of ['', '{', '[]', '{"errors":[{"message":"introspection is off"}]}', '{"data":{"__schema":{}}}'])
      expect(readGraphqlSchema(text)).toBeNull();
  });
});

describe('a schema that knows who calls', () => {
  it.each<[string, string, boolean]>([
    ['a field about the caller', schema([field('viewer', scalar)]), true],
    ['a mutation to sign in', schema([field('books', listOf('Book'))], ['signIn']), true],
    ['neither', schema([field('books', listOf('Book'))], ['addBook']), false],
  ])('%s', (_name, text, knows) => expect(readGraphqlSchema(text)?.knowsCallers).toBe(knows));
});

it.each<[string, boolean]>([
  ['{"data":{"books":[{"__typename":"Book"}]}}', true],
  ['{"data":{"books":0}}', true],
  ['{"data":{"books":[]}}', false],
  ['{"data":{"books":null},"errors":[{"message":"no"}]}', false],
  ['not JSON', false],
])('%s holds data: %s', (text, holds) => expect(answersField(text, 'books')).toBe(holds));

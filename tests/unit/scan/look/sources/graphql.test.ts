/** What a GraphQL server that answers strangers is asked, and what comes of it. */
import { describe, expect, it } from 'vitest';
import { runSources } from '../../../../../lib/scan/look/scheduler.ts';
import { graphql, graphqlFields } from '../../../../../lib/scan/look/sources/graphql.ts';
import { impersonate, json } from '../../web.ts';

const field = (name: string) => ({ name, args: [], type: { kind: 'SCALAR', name: 'String' } });
const refusal = { errors: [{ message: 'Not signed in', extensions: { code: 'UNAUTHENTICATED' } }], data: null };

async function asked(fields: string[], answers: Record<string, unknown>) {
  const made = impersonate(({ body = '' }) => {
    const { query } = body === '' ? { query: '' } : (JSON.parse(body) as { query: string });
    if (query === '{__typename}') return json(200, { data: { __typename: 'Query' } });
    if (query.includes('__schema'))
      return json(200, {
        data: { __schema: { queryType: { name: 'Query', fields: fields.map(field) }, mutationType: null } },
      });
    return json(200, answers[query] ?? refusal);
  });
  made.known.roots.push({ url: 'https://orchard.example/graphql', via: 'target', evidence: ['x1'], kind: 'graphql' });
  await runSources([graphql, graphqlFields], made.crawl);
  const questions = made.asked.flatMap(({ body }) =>
    body === undefined ? [] : [(JSON.parse(body) as { query: string }).query],
  );
  return { questions: questions.filter((query) => !query.includes('__')), calls: made.known.calls };
}

describe('fields of a GraphQL server', () => {
  it('are two, none of them an order, and each is a call of its own', async () => {
    const { questions, calls: made } = await asked(['deleteAll', 'pears', 'plums', 'figs'], {
      '{pears}': { data: { pears: 'Conference' } },
      '{plums}': { data: { plums: 'Mirabelle' } },
    });
    expect(questions).toEqual(['{pears}', '{plums}']);
    expect(made.map(({ bare }) => bare?.index)).toEqual([true, false, false]);
  });
  it('tell nothing by data where the schema knows who calls, but refuse all the same', async () => {
    const { calls: made } = await asked(['pears', 'me'], { '{pears}': { data: { pears: 'Conference' } } });
    expect(made).toHaveLength(2);
    expect(made[1]?.bare?.error.identifier).toBe('UNAUTHENTICATED');
  });
});

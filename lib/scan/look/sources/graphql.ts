/**
 * GraphQL endpoints, asked for the name of their own root. One that answers strangers is asked for two of its fields, as one would ask two
 * resources: queries have no side effects (GraphQL §6.2.1), and of objects only the names of their types are asked for.
 */
import { startsWithOrder } from '../../http/effects.ts';
import { readBareAnswer } from '../../read/bare-answer.ts';
import { readCallAnswer } from '../../read/call-answer.ts';
import { answersField, introspection, readGraphqlSchema, type GraphqlQuestion } from '../../read/graphql.ts';
import { isTemplate } from '../affiliation.ts';
import { baseOf, basesToTry } from '../bases.ts';
import { candidateAt, graphqlBody, type Candidate } from '../call-candidates.ts';
import { source } from '../source.ts';
import { callBare, callsOf, enterCall, isGuarded, type Called } from './calls.ts';

export const graphql = callsOf('GraphQL', (crawl) =>
  basesToTry(crawl)
    .filter(({ kind, url }) => kind === 'graphql' && !isTemplate(url))
    .slice(0, 1)
    .flatMap(({ url: base, via }) => {
      const named = [...crawl.known.mentions, ...crawl.known.roots].find(
        (one) => one.kind === 'graphql' && baseOf(one.url) === base,
      );
      return candidateAt(named?.url ?? base, via, {
        method: 'POST',
        base: new URL(base).origin,
        kind: 'graphql',
        body: graphqlBody,
      });
    }),
);

interface Answers {
  knowsCallers: boolean;
  asked: { question: GraphqlQuestion; candidate: Candidate; called: Called }[];
}

export const graphqlFields = source<Candidate, Answers>({
  id: 'GraphQL fields',
  needs: ['home'],
  due: ({ known }) =>
    known.calls
      .filter((call) => call.kind === 'graphql' && call.bare?.status === 200 && !isGuarded(call))
      .slice(0, 1)
      .flatMap((call) => known.called.get(call) ?? []),
  key: ({ url }) => url,
  async ask(crawl, candidate) {
    const { bare } = await callBare(crawl, { ...candidate, body: introspection });
    const schema = bare.kind === 'response' ? readGraphqlSchema(bare.text) : null;
    const harmless = (schema?.questions ?? []).filter(({ field }) => !startsWithOrder(field)).slice(0, 2);
    const asked = harmless.map(async (question) => {
      const one = { ...candidate, body: question.body };
      return { question, candidate: one, called: await callBare(crawl, one) };
    });
    return { knowsCallers: schema?.knowsCallers ?? false, asked: await Promise.all(asked) };
  },
  read(crawl, _candidate, { knowsCallers, asked }) {
    for (const { question, candidate, called } of asked) {
      const { bare } = called;
      if (bare.kind !== 'response') continue;
      const refuses = readBareAnswer(readCallAnswer(bare, crawl.wallOf(bare)), null).kind === 'protected';
      // Where the schema knows who calls, data that anybody may read say nothing of the rest.
      if (refuses || (!knowsCallers && answersField(bare.text, question.field))) enterCall(crawl, candidate, called);
    }
  },
});

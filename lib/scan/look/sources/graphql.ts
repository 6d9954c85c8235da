/** GraphQL endpoints, asked for the name of their own root: every server knows it, and it reads nothing (GraphQL §4.1). */
import { isTemplate } from '../affiliation.ts';
import { baseOf, basesToTry } from '../bases.ts';
import { candidateAt } from '../call-candidates.ts';
import { callsOf } from './calls.ts';

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
        body: '{"query":"{__typename}"}',
      });
    }),
);

/** Where the API is, from what was read. */
import { describe, expect, it } from 'vitest';
import type { Mention } from '../../../../lib/scan/look/mentions.ts';
import { baseOf, findBases } from '../../../../lib/scan/look/bases.ts';
import { description } from '../judge/facts.ts';
import { impersonate, missing, type Impersonation } from '../web.ts';

it.each([
  ['https://api.orchard.example/v1/pears/7', 'https://api.orchard.example/v1'],
  ['https://orchard.example/api/v2/pears', 'https://orchard.example/api/v2'],
  ['https://orchard.example/rest/api/3/issue', 'https://orchard.example/rest/api'],
  ['https://api.orchard.example/pears', 'https://api.orchard.example'],
  ['https://orchard.example/wp-json/wp/v2/users', 'https://orchard.example/wp-json/wp/v2'],
  ['https://orchard.example/admin/api/2026-10/pears.json', 'https://orchard.example/admin/api/2026-10'],
  ['https://orchard.example/services/data/v60.0/sobjects', 'https://orchard.example/services/data/v60.0'],
  ['https://api.orchard.example/2.3/pears', 'https://api.orchard.example/2.3'],
  ['https://orchard.example/odata.json', 'https://orchard.example/odata.json'],
  // A word deep in a path is a resource of that name, not a version.
  ['https://api.orchard.example/a/b/c/d/v9/x', 'https://api.orchard.example'],
  ['https://api.orchard.example:8443/v1/x?y#z', 'https://api.orchard.example:8443/v1'],
])('the base of %s is %s', (url, base) => expect(baseOf(url)).toBe(base));

const mention = (url: string, over: Partial<Mention> = {}): Mention => ({
  kind: 'api',
  url,
  method: 'GET',
  via: 'docs-sample',
  evidence: ['x5'],
  strong: true,
  guarded: true,
  accept: null,
  ...over,
});
function bases(fill: (known: Impersonation['known']) => void) {
  const { crawl, known } = impersonate(() => missing);
  fill(known);
  return findBases(crawl);
}
const urls = (found: ReturnType<typeof bases>) => found.map((base) => base.url);

describe('findBases', () => {
  it('takes what samples call, with where it was found', () => {
    expect(bases((book) => book.mentions.push(mention('https://api.orchard.example/v1/pears')))).toEqual([
      { url: 'https://api.orchard.example/v1', via: 'docs-sample', evidence: ['x5'], kind: 'rest' },
    ]);
  });
  it('puts a description before samples, and samples before a host that only answered', () => {
    expect(
      urls(
        bases((book) => {
          book.apiOrigins.push({
            origin: 'https://gateway.orchard.example',
            via: 'subdomain',
            evidence: ['x6'],
            sample: {
              kind: 'response',
              id: 'x6',
              chain: [],
              url: 'https://gateway.orchard.example/',
              status: 401,
              headers: new Map(),
              setCookies: [],
              contentType: null,
              text: '',
              truncated: false,
            },
          });
          book.mentions.push(mention('https://api.orchard.example/v1/pears'));
          book.descriptions.push(description([], { servers: ['https://core.orchard.example/v3'] }));
        }),
      ),
    ).toEqual(['https://core.orchard.example/v3', 'https://api.orchard.example/v1', 'https://gateway.orchard.example']);
  });
  it('keeps the deeper of two bases of one origin', () => {
    expect(
      urls(
        bases((book) =>
          book.mentions.push(mention('https://api.orchard.example/'), mention('https://api.orchard.example/v2/pears')),
        ),
      ),
    ).toEqual(['https://api.orchard.example/v2']);
  });
  it('knows a GraphQL endpoint', () =>
    expect(
      bases((book) => book.mentions.push(mention('https://api.orchard.example/graphql', { kind: 'graphql' })))[0]?.kind,
    ).toBe('graphql'));
  it('leaves placeholders out', () =>
    expect(
      urls(
        bases((book) =>
          book.mentions.push(
            mention('https://api.example.com/v1/pears'),
            mention('https://your-domain.com/api/x'),
            mention('http://localhost:3000/api/x'),
          ),
        ),
      ),
    ).toEqual([]));
  it('takes a foreign host only where the documentation names it as the base', () => {
    expect(urls(bases((book) => book.mentions.push(mention('https://api.rival.com/v1/x', { strong: false }))))).toEqual(
      [],
    );
    expect(urls(bases((book) => book.mentions.push(mention('https://api.harvest.io/v1/x'))))).toEqual([
      'https://api.harvest.io/v1',
    ]);
    expect(
      urls(
        bases((book) =>
          book.mentions.push(mention('https://api.harvest.io/v1/x'), mention('https://api.orchard.example/v1/x')),
        ),
      ),
    ).toEqual(['https://api.orchard.example/v1']);
  });
  it('believes the scripts of a page only about hosts of its own', () => {
    expect(
      urls(
        bases((book) =>
          book.mentions.push(
            mention('https://api.tracker.io/v1/x', { via: 'page-script' }),
            mention('https://api.orchard.example/v1/x', { via: 'page-script' }),
          ),
        ),
      ),
    ).toEqual(['https://api.orchard.example/v1']);
  });
  it('puts a template behind hosts that can be asked', () => {
    const found = urls(
      bases((book) =>
        book.mentions.push(
          mention('https://mytenant.orchard.example/api/v1/x'),
          mention('https://api.orchard.example/v1/x', { via: 'docs-text' }),
        ),
      ),
    );
    expect(found).toEqual(['https://api.orchard.example/v1', 'https://mytenant.orchard.example/api/v1']);
  });
  it('gives eight at most, the same whatever the order of mentions', () => {
    const many = Array.from({ length: 12 }, (_, index) => mention(`https://api${index}.orchard.example/v1/x`));
    const found = urls(bases((book) => book.mentions.push(...many)));
    expect(found).toHaveLength(8);
    expect(urls(bases((book) => book.mentions.push(...many.toReversed())))).toEqual(found);
  });
  it('leaves other protocols out', () =>
    expect(
      urls(
        bases((book) =>
          book.mentions.push(mention('ftp://api.orchard.example/v1/x'), mention('wss://api.orchard.example/v1/x')),
        ),
      ),
    ).toEqual([]));
});

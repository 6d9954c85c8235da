/** The links still to be read: best first, each once, foreign hosts only as documentation. */
import { describe, expect, it } from 'vitest';
import { createAffiliation } from '../../../../lib/scan/look/affiliation.ts';
import { createLinkQueue } from '../../../../lib/scan/look/link-queue.ts';
import { readPage } from '../../../../lib/scan/read/page/index.ts';

const page = (links: [string, string][], url = 'https://orchard.com/', title = 'Orchard') =>
  readPage({
    text: `<title>${title}</title><main>${links.map(([text, href]) => `<p><a href="${href}">${text}</a></p>`).join('')}</main>`,
    contentType: 'text/html',
    url,
    evidence: ['x1'],
  });
function queueOf(...pages: [ReturnType<typeof page>, boolean][]) {
  const affiliation = createAffiliation('orchard.com', 'orchard.com');
  const links = createLinkQueue(affiliation);
  const queue = {
    ...links,
    take(...wanted: Parameters<typeof links.best>) {
      const best = links.best(...wanted);
      for (const link of best) links.take(link);
      return best;
    },
  };
  for (const [read, inDocs] of pages) queue.add(read, inDocs);
  return {
    affiliation,
    queue,
    take: (...kinds: Parameters<typeof queue.take>[1]) => queue.take(20, kinds).map((link) => link.url),
  };
}

describe('taking', () => {
  it('gives the best first, and each once', () => {
    const { queue } = queueOf([
      page(
        [
          ['Errors', '/p/a'],
          ['Authentication', '/p/b'],
          ['Overview', '/p/c'],
        ],
        'https://orchard.com/docs',
      ),
      true,
    ]);
    expect(queue.take(2, ['docs']).map((link) => link.text)).toEqual(['Authentication', 'Overview']);
    expect(queue.take(2, ['docs']).map((link) => link.text)).toEqual(['Errors']);
    expect(queue.take(2, ['docs'])).toEqual([]);
  });
  it('gives only the kinds and the worth that were asked for', () => {
    const { queue } = queueOf([
      page(
        [
          ['Sign up', '/signup'],
          ['Authentication', '/p/b'],
          ['Pricing and plans', '/p/c'],
        ],
        'https://orchard.com/docs',
      ),
      true,
    ]);
    expect(queue.take(5, ['sign-up']).map((link) => link.url)).toEqual(['https://orchard.com/signup']);
    expect(queue.take(5, ['docs'], 10).map((link) => link.text)).toEqual(['Authentication']);
  });
  it('counts the spellings of one page as one', () => {
    const { take } = queueOf([
      page([
        ['Authentication', '/docs/auth'],
        ['Authentication', '/docs/auth/'],
        ['Authentication', '/docs/auth.md'],
        ['Authentication', '/docs/auth?ref=nav'],
        ['Authentication', '/docs/Auth#x'],
        ['Authentication', '/docs/auth/index'],
      ]),
      true,
    ]);
    expect(take('docs')).toHaveLength(1);
  });
  it('does not give again what was given, in any spelling', () => {
    const { queue, take } = queueOf([page([['Authentication', '/docs/auth']]), true]);
    expect(take('docs')).toHaveLength(1);
    queue.reached('https://orchard.com/docs/overview');
    queue.add(page([['Overview', '/docs/overview']]), true);
    expect(take('docs')).toEqual([]);
    queue.add(page([['Authentication', '/docs/auth.html']]), true);
    expect(take('docs')).toEqual([]);
  });
  it('keeps descriptions of different queries apart', () => {
    const { take } = queueOf([
      page([
        ['v1', '/openapi.json?v=1'],
        ['v2', '/openapi.json?v=2'],
      ]),
      true,
    ]);
    expect(take('description')).toHaveLength(2);
  });
  it('is the same whatever the order of links', () => {
    const links: [string, string][] = [
      ['Scopes', '/docs/b'],
      ['Scopes', '/docs/a'],
      ['Tokens', '/docs/c'],
    ];
    expect(queueOf([page(links), true]).take('docs')).toEqual(queueOf([page(links.toReversed()), true]).take('docs'));
  });
});

describe('foreign hosts', () => {
  it('are followed where they are called documentation, and adopted', () => {
    const { affiliation, take } = queueOf([
      page([['API documentation', 'https://orchardhelp.readme.net/docs/start']]),
      false,
    ]);
    expect(take('docs')).toEqual(['https://orchardhelp.readme.net/docs/start']);
    expect(affiliation.readable('https://orchardhelp.readme.net/docs/auth')).toBe(true);
  });
  it('are not followed for a passing mention', () => {
    const { affiliation, take } = queueOf([
      page([
        ['RFC 6749: OAuth 2.0', 'https://tools.net/rfc6749'],
        ['Sign up', 'https://partner.net/signup'],
        ['JWT', 'https://jwt.net/'],
      ]),
      true,
    ]);
    expect(take('docs', 'sign-up', 'keys', 'log-in')).toEqual([]);
    expect(affiliation.readable('https://tools.net/rfc6749')).toBe(false);
  });
  it('may hold the description that an own page links to', () => {
    expect(
      queueOf([page([['OpenAPI', 'https://raw.code.net/orchard/openapi.yaml']]), true]).take('description'),
    ).toEqual(['https://raw.code.net/orchard/openapi.yaml']);
    expect(
      queueOf([page([['Our OpenAPI description', 'https://code.net/orchard/spec']]), true]).take('description'),
    ).toEqual(['https://code.net/orchard/spec']);
  });
});

it('takes every JSON file of a page about OpenAPI for a description', () => {
  const { take } = queueOf([
    page([['Download', '/files/orchard.json']], 'https://orchard.com/docs/openapi', 'OpenAPI'),
    true,
  ]);
  expect(take('description')).toEqual(['https://orchard.com/files/orchard.json']);
});

it('asks for the page first, and for its Markdown twin only when the page could not be read', () => {
  const { queue, take } = queueOf([
    page([
      ['Authentication', '/docs/auth.md'],
      ['Scopes', '/docs/scopes'],
    ]),
    true,
  ]);
  const [auth, scopes] = queue.take(5, ['docs']);
  expect([auth?.url, scopes?.url]).toEqual(['https://orchard.com/docs/auth', 'https://orchard.com/docs/scopes']);
  for (const link of [auth, scopes]) if (link) queue.putMarkdown(link);
  expect(take('docs')).toEqual(['https://orchard.com/docs/auth.md']);
});

it('gives the Markdown twins in place of the pages of a host once that host is known for empty pages', () => {
  const { queue, take } = queueOf([page([['Authentication', '/docs/auth.md']]), true]);
  queue.preferMarkdown('orchard.com');
  queue.add(
    page([
      ['Scopes', '/docs/scopes.md'],
      ['Tokens', '/docs/tokens'],
      ['Scopes', 'https://docs.orchard.com/scopes.md'],
    ]),
    true,
  );
  expect(take('docs').toSorted()).toEqual([
    'https://docs.orchard.com/scopes',
    'https://orchard.com/docs/auth.md',
    'https://orchard.com/docs/scopes.md',
    'https://orchard.com/docs/tokens',
  ]);
});

import { describe, expect, it } from 'vitest';
import { readLinkHeader } from '../../../../../lib/scan/look/sources/link-relations.ts';
import type { Crawl } from '../../../../../lib/scan/look/crawl.ts';
import type { HttpResponse } from '../../../../../lib/scan/types.ts';

function namedBy(link: string): { links: string[]; roots: string[] } {
  const links: string[] = [];
  const roots: { url: string }[] = [];
  const known = { links: { put: ({ url }: { url: string }) => links.push(url) }, roots };
  const crawl = { known, affiliation: { adopt: () => undefined } } as unknown as Crawl;
  readLinkHeader(crawl, {
    url: 'https://acme.example/',
    id: 'x1',
    headers: new Map([['link', link]]),
  } as unknown as HttpResponse);
  return { links, roots: roots.map(({ url }) => url) };
}

describe('a Link field', () => {
  it.each([
    ['</openapi.json>; rel="service-desc"', ['https://acme.example/openapi.json'], []],
    ['</a>; rel=service-desc, </b>; rel="service-doc next"', ['https://acme.example/a', 'https://acme.example/b'], []],
    ['<https://acme.example/wp-json/>; rel="https://api.w.org/"', [], ['https://acme.example/wp-json/']],
    ['</no-relation>', [], []],
    ['</no-relation>; title="x"', [], []],
    ['<; rel=', [], []],
    ['', [], []],
  ])('%s', (field, links, roots) => {
    expect(namedBy(field)).toEqual({ links, roots });
  });
});

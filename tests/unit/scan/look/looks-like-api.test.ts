/** Which answers a program wrote for programs. */
import { expect, it } from 'vitest';
import { looksLikeApi } from '../../../../lib/scan/look/crawl.ts';

it.each<[string, number, string, string, boolean]>([
  ['a bucket', 200, 'application/xml', '<?xml version="1.0"?><ListBucketResult/>', true],
  ['a description of a web service', 200, 'text/xml', '<definitions name="Hello"/>', true],
  ['a word in JSON', 400, 'application/json', '"argument missing"', true],
  ['a feed', 200, 'application/rss+xml', '<?xml version="1.0"?><rss version="2.0"/>', false],
  ['a site map', 200, 'application/xml', '<?xml version="1.0"?>\n<urlset/>', false],
  ['a page in XML', 200, 'application/xhtml+xml', '<html/>', false],
  ['a page', 200, 'text/html', '<html/>', false],
])('%s', (_name, status, contentType, text, like) =>
  expect(
    looksLikeApi({
      kind: 'response',
      id: 'x1',
      chain: ['x1'],
      url: 'https://orchard.example/',
      status,
      headers: new Map(),
      setCookies: [],
      contentType,
      text,
      truncated: false,
    }),
  ).toBe(like),
);

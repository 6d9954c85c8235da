import { describe, expect, it } from 'vitest';
import { isJson, senderOf } from '../../../app/sender.ts';

const rows: [what: string, headers: Record<string, string>, sender: ReturnType<typeof senderOf>][] = [
  ['no browser', {}, 'program'],
  ['no browser, with a host', { host: 'site.example' }, 'program'],
  ['a page of ours', { host: 'site.example', origin: 'https://site.example', 'sec-fetch-site': 'same-origin' }, 'here'],
  ['a page of ours in an old browser', { host: 'site.example', origin: 'https://site.example' }, 'here'],
  ['a page of ours, by the browser’s word alone', { host: 'site.example', 'sec-fetch-site': 'same-origin' }, 'here'],
  ['a page of ours on a port', { host: 'site.example:8080', origin: 'http://site.example:8080' }, 'here'],
  ['another site', { host: 'site.example', origin: 'https://evil.example' }, 'elsewhere'],
  ['another port', { host: 'site.example', origin: 'https://site.example:8443' }, 'elsewhere'],
  ['a sub-domain', { host: 'site.example', origin: 'https://x.site.example' }, 'elsewhere'],
  ['a name that ends like ours', { host: 'site.example', origin: 'https://evilsite.example' }, 'elsewhere'],
  ['a sandbox', { host: 'site.example', origin: 'null' }, 'elsewhere'],
  ['an empty origin', { host: 'site.example', origin: '' }, 'elsewhere'],
  ['junk', { host: 'site.example', origin: '//' }, 'elsewhere'],
  ['another site, by the browser’s word', { host: 'site.example', 'sec-fetch-site': 'cross-site' }, 'elsewhere'],
  ['a neighbour, by the browser’s word', { host: 'site.example', 'sec-fetch-site': 'same-site' }, 'elsewhere'],
  ['nobody, by the browser’s word', { host: 'site.example', 'sec-fetch-site': 'none' }, 'elsewhere'],
  [
    'a name that its owner leads here',
    { host: 'evil.com', origin: 'http://evil.com', 'sec-fetch-site': 'same-origin' },
    'elsewhere',
  ],
  ['the same on our port', { host: 'a.evil.com:3000', origin: 'http://a.evil.com:3000' }, 'elsewhere'],
  ['a name that ends in a dot', { host: 'evil.com.', origin: 'http://evil.com.' }, 'elsewhere'],
  ['an address', { host: '192.0.2.7:3000', origin: 'http://192.0.2.7:3000' }, 'here'],
  ['an IPv6 address', { host: '[::1]:3000', origin: 'http://[::1]:3000' }, 'here'],
  ['this machine by name', { host: 'localhost:3000', origin: 'http://localhost:3000' }, 'here'],
  ['a machine of the network by name', { host: 'box.local:3000', origin: 'http://box.local:3000' }, 'here'],
  ['the public address behind a proxy', { host: 'inside:3000', origin: 'http://127.0.0.1:3000' }, 'here'],
];

describe('senderOf', () => {
  it.each(rows)('%s', (_, headers, sender) => {
    expect(senderOf(new Headers(headers))).toBe(sender);
  });
});

describe('isJson', () => {
  it.each([
    ['application/json', true],
    ['Application/JSON; charset=utf-8', true],
    ['application/jsonp', false],
    ['text/plain; application/json', false],
    ['text/plain', false],
    ['', false],
  ])('%j: %s', (type, json) => {
    expect(isJson(new Headers({ 'content-type': type }))).toBe(json);
  });
});

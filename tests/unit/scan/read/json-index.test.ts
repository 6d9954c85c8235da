/** An index leads on and a greeting says that the service runs: neither is data that an open API gives out. */
import { expect, it } from 'vitest';
import { isIndex } from '../../../../lib/scan/read/json-index.ts';

it.each<[string, boolean, unknown]>([
  ['a list of addresses', true, { apples: 'https://api.orchard.example/apples', pears: '/pears' }],
  [
    'a service that names itself, its API and its token endpoint',
    true,
    { name: 'o', api: '/api', token: '/oauth/token' },
  ],
  [
    'versions with their links',
    true,
    { versions: [{ id: 'v3', status: 'stable', links: [{ href: 'https://o.example/v3/' }] }] },
  ],
  ['HAL with nothing but links', true, { _links: { self: { href: '/' }, apples: { href: '/apples' } } }],
  ['a greeting', true, { message: 'Welcome to the Orchard API' }],
  ['a sign of life', true, { status: 'ok', version: '1.2.3', uptime: 12 }],
  ['an empty object', true, {}],
  ['a record', false, { id: 1, name: 'Cox', sort: 'dessert' }],
  ['a figure', false, { frost: false }],
  ['a list of records, each with its address', false, [{ id: 1, name: 'Cox', colour: 'red', self: '/apples/1' }]],
  ['an empty list: there is a resource, with nothing in it', false, []],
])('%s: %s', (_name, index, body) => expect(isIndex(JSON.stringify(body))).toBe(index));

it.each([
  ['a page', '<html></html>'],
  ['text', 'ok'],
  ['broken', '{"a":'],
  ['empty', ''],
])('what is no JSON object or list is none: %s', (_name, text) => expect(isIndex(text)).toBe(false));

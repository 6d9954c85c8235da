import { describe, expect, test } from 'vitest';
import { readDescription } from '../../../lib/scan/read/openapi/index.ts';
import { rowOf, surveyTable, tally, unread, type Row } from '../../../lib/survey/tally.ts';

const flow = { tokenUrl: 'https://as.example/token', authorizationUrl: 'https://as.example/authorize', scopes: {} };
const oauth = (...names: string[]) => ({
  type: 'oauth2',
  flows: Object.fromEntries(names.map((name) => [name, flow])),
});
const row = (provider: string, schemes: Record<string, unknown>): Row => {
  const reading = readDescription({
    text: JSON.stringify({ openapi: '3.0.0', paths: {}, components: { securitySchemes: schemes } }),
    url: 'https://x.example',
    via: 'convention',
    evidence: [],
  });
  if (reading.kind !== 'present') throw new Error(reading.kind);
  return rowOf(provider, reading.value);
};
const header = { type: 'apiKey', in: 'header', name: 'X-Key' };
const cookie = { type: 'apiKey', in: 'cookie', name: 'sid' };
const groups = (...rows: Row[]) =>
  tally(
    rows.map((one, index) => [`${index}.json`, one]),
    { package: 'p', version: '1' },
    '2026-11-23',
  ).oauth;

describe('tally', () => {
  test.each<
    [name: string, schemes: Record<string, unknown>, total: number, without: number, browser: number, nothing: number]
  >([
    ['client credentials', { o: oauth('clientCredentials') }, 1, 0, 0, 0],
    ['client credentials beside the browser', { o: oauth('authorizationCode', 'clientCredentials') }, 1, 0, 0, 0],
    ['two schemes, one for programs', { a: oauth('implicit'), b: oauth('clientCredentials') }, 1, 0, 0, 0],
    ['code and implicit', { o: oauth('authorizationCode', 'implicit') }, 1, 1, 1, 1],
    ['password needs a person’s secret but no browser', { o: oauth('authorizationCode', 'password') }, 1, 1, 0, 0],
    ['browser beside a key', { o: oauth('implicit'), k: header }, 1, 1, 1, 0],
    ['browser beside Basic', { o: oauth('implicit'), k: { type: 'http', scheme: 'basic' } }, 1, 1, 1, 0],
    ['a cookie is no way for programs', { o: oauth('implicit'), k: cookie }, 1, 1, 1, 1],
    ['no OAuth', { k: header }, 0, 0, 0, 0],
    ['OAuth without a flow', { o: { type: 'oauth2', flows: {} } }, 0, 0, 0, 0],
  ])('%s', (_name, schemes, total, withoutClientCredentials, browserOnly, nothingElse) => {
    expect(groups(row('a', schemes)).byDocument).toEqual({ total, withoutClientCredentials, browserOnly, nothingElse });
  });

  test('a provider counts when all of its documents do', () => {
    const browser = row('a', { o: oauth('implicit') });
    const open = row('a', { o: oauth('clientCredentials') });
    expect(groups(browser, browser, open).byProvider).toEqual({
      total: 1,
      withoutClientCredentials: 0,
      browserOnly: 0,
      nothingElse: 0,
    });
    expect(groups(browser, { ...open, provider: 'b' }).byProvider).toEqual({
      total: 2,
      withoutClientCredentials: 1,
      browserOnly: 1,
      nothingElse: 1,
    });
    expect(groups(browser, row('a', { k: header })).byProvider).toEqual({
      total: 1,
      withoutClientCredentials: 1,
      browserOnly: 1,
      nothingElse: 1,
    });
  });

  test('what was not read is counted and named', () => {
    const table = tally(
      [
        ['a.json', unread('a', 'malformed', 'broken')],
        ['b.json', unread('b', 'crashed', 'memory')],
        ['c.json', row('c', { o: oauth('implicit', 'password') })],
        ['d.json', row('d', { o: { type: 'oauth2', flows: {} } })],
      ],
      { package: 'p', version: '1' },
      '2026-11-23',
    );
    expect(surveyTable.parse(table)).toMatchObject({
      documents: { found: 4, read: 2, malformed: 1, absent: 0, crashed: 1 },
      providers: 4,
      oauthWithoutFlow: 1,
      withSecurity: 2,
      grants: { implicit: 1, password: 1 },
      largest: [{ provider: 'c', documents: 1 }],
      formats: { 'openapi-3.0': 2 },
      problems: [
        { document: 'a.json', outcome: 'malformed', problem: 'broken' },
        { document: 'b.json', outcome: 'crashed', problem: 'memory' },
      ],
    });
  });
});

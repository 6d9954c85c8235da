import { describe, expect, it } from 'vitest';
import { csvDocument, leaderboardToCsv } from '../../../lib/export/csv.ts';

describe('csvDocument', () => {
  it.each([
    ['plain', '"plain"'],
    ['with "quotes", and commas', '"with ""quotes"", and commas"'],
    ['=1+1', `"'=1+1"`],
    ["=cmd|' /C calc'!A0", `"'=cmd|' /C calc'!A0"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['|x', `"'|x"`],
    ['%0A=1', `"'%0A=1"`],
    ['  =1', `"'=1"`],
    ['\t=1', `"'=1"`],
    ['\r\n=1', `"'=1"`],
    ['"=1', `"'""=1"`],
    ["'=1", `"''=1"`],
    ['\u200b=1', '"�=1"'],
    ['＝1', `"'＝1"`],
    ['−1', `"'−1"`],
    ['a\nb,c', '"a b,c"'],
    ['a;b\tc', '"a;b c"'],
    ['\u202e\u001b[31m', '"��[31m"'],
    [7, '7'],
    [-7, '-7'],
    [Number.NaN, ''],
    [null, ''],
    [true, 'true'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
  ])('%j', (cell, expected) => {
    expect(csvDocument(['a', 'b'], [[cell, 1]])).toBe(`"a","b"\r\n${expected},1\r\n`);
  });
});

describe('leaderboardToCsv', () => {
  it('has a column for each member', () => {
    expect(
      leaderboardToCsv([
        {
          rank: 1,
          domain: 'acme.example',
          score: 91,
          tier: 'platinum',
          provisional: false,
          industry: '=payments',
          pinned: true,
          hidden: false,
          flows: ['client_credentials', 'device_code'],
          antiPatterns: [],
          methodology: '2026-11',
          finishedAt: new Date(0),
          reportUrl: 'https://latchkey.example/report/acme.example',
        },
      ]),
    ).toBe(
      `"rank","domain","score","tier","provisional","industry","pinned","hidden","flows","anti_patterns","methodology","finished_at","report"\r\n1,"acme.example",91,"platinum",false,"'=payments",true,false,"client_credentials device_code","","2026-11",1970-01-01T00:00:00.000Z,"https://latchkey.example/report/acme.example"\r\n`,
    );
  });
});

import { expect, test } from 'vitest';
import { readPage } from '../../../../../lib/scan/discover/page.ts';
import { readStatements, RULES } from '../../../../../lib/scan/probe/prose/index.ts';
import { Sieve } from '../../../../../lib/scan/probe/prose/sieve.ts';
import type { Unit } from '../../../../../lib/scan/probe/prose/units.ts';
import { accepts } from '../../../../corpus/accepts.ts';
import { credentials } from '../../../../corpus/credentials.ts';
import { grants } from '../../../../corpus/grants.ts';
import { heldOut2 } from '../../../../corpus/held-out-2.ts';
import { heldOut } from '../../../../corpus/held-out.ts';
import { languages } from '../../../../corpus/languages.ts';
import { life } from '../../../../corpus/life.ts';
import { limits } from '../../../../corpus/limits.ts';
import { manners } from '../../../../corpus/manners.ts';

const texts = [...accepts, ...credentials, ...grants, ...heldOut, ...heldOut2, ...languages, ...life, ...limits, ...manners].map((one) => one.text);
const sieve = new Sieve(RULES);

test('no rule that matches is left out', () => {
  const matching = [...texts, ...texts.map((text) => text.toUpperCase())].flatMap((text) => RULES.flatMap((rule) => {
    rule.pattern.lastIndex = 0;
    if (!rule.pattern.test(text) || rule.needs?.test(text) === false || rule.when?.test(text) === false) return [];
    return (rule.where ?? []).map((kind) => ({ kept: sieve.rulesFor(kind, text).includes(rule), rule: rule.pattern.source.slice(0, 80), text }));
  }));
  expect(matching.length).toBeGreaterThan(1_000);
  expect(matching.filter((one) => !one.kept)).toEqual([]);
}, 60_000);

test('pages say the same with and without it', () => {
  const every = (unit: Unit) => RULES.filter((rule) => rule.where?.includes(unit.kind));
  for (const text of texts) {
    const page = readPage({ text, contentType: 'text/markdown', url: 'https://docs.acme.com/page.md', evidence: ['x1'] });
    expect(readStatements(page)).toEqual(readStatements(page, every));
  }
  // Every rule on every text is what the sieve saves.
}, 60_000);

test('most rules are left out of a sentence on another matter', () => {
  expect(sieve.rulesFor('sentence', 'Tall trees grow behind old houses.')).toEqual([]);
  expect(sieve.rulesFor('sentence', 'API keys never expire.').length).toBeLessThan(RULES.length / 4);
});

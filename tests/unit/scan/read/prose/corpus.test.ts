import { describe, expect, test } from 'vitest';
import { passages, type Passage } from '../../../../corpus/index.ts';
import { measure, precision, recall, type Measure } from '../../../../corpus/measure.ts';

type Kind = 'our own' | 'providers’' | 'gathered';
const kindOf = ({ set, real }: Passage): Kind =>
  set.startsWith('gathered') ? 'gathered' : real ? 'providers’' : 'our own';
const of = (part: 'training' | 'test', kind: Kind) =>
  passages.filter((one) => one.part === part && kindOf(one) === kind);

function print(name: string, count: number, { total }: Measure): void {
  console.log(
    `${name}: ${count} passages, precision ${precision(total).toFixed(3)}, recall ${recall(total).toFixed(3)} (${total.right} right, ${total.wrong} wrong, ${total.missed} missed)`,
  );
}

describe('the prose reader on labelled passages', { timeout: 60_000 }, () => {
  test('no passage is labelled in two ways, and a fifth of our own is the test part', () => {
    const labelled = new Map(passages.map(({ text, expect: label }) => [text, label]));
    for (const { text, expect: label } of passages) expect([text, label]).toEqual([text, labelled.get(text)]);
    const share = of('test', 'our own').length / passages.filter((one) => !one.real).length;
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.25);
  });

  // Floors against regression; the printed figures are what counts.
  test.each([
    ['training', 'our own', 0.95, 0.92],
    ['test', 'our own', 0.92, 0.87],
    ['training', 'providers’', 0.89, 0.75],
    ['test', 'providers’', 0.9, 0.75],
    ['training', 'gathered', 0.8, 0.6],
    ['test', 'gathered', 0.7, 0.5],
  ] as const)('%s part, %s passages', (part, kind, leastPrecision, leastRecall) => {
    const some = of(part, kind);
    const result = measure(some);
    print(`${part}, ${kind}`, some.length, result);
    expect(precision(result.total)).toBeGreaterThanOrEqual(leastPrecision);
    expect(recall(result.total)).toBeGreaterThanOrEqual(leastRecall);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../app/globals.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--color-([a-z]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe.each(['light', 'dark'] as const)('colours in the %s theme', (theme) => {
  const colour = (name: string) => tokens.get(name)?.[theme] ?? '';

  it.each(
    ['ink', 'soft', 'unknown', 'open', 'wall', 'partly'].flatMap((text) =>
      ['paper', 'sheet'].map((ground) => [text, ground]),
    ),
  )('%s on %s can be read (4.5:1)', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it('draws the edges of fields so that they can be recognised (WCAG 1.4.11, 3:1)', () => {
    expect(contrast(colour('unknown'), colour('paper'))).toBeGreaterThanOrEqual(3);
  });
});

it('defines every colour for both themes', () => {
  expect([...tokens.keys()].toSorted()).toEqual([
    'hair',
    'ink',
    'open',
    'paper',
    'partly',
    'rule',
    'sheet',
    'soft',
    'unknown',
    'wall',
  ]);
});

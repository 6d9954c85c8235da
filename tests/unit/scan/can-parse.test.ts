import '../../../lib/scan/can-parse.ts';
import { expect, it } from 'vitest';

const parses = (text: string, base?: string): boolean => {
  try {
    return new URL(text, base).href !== '';
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
};

// The built-in one of Node 20 changes its answer in the course of such a loop.
it.each([
  ['https://bücher.example/ä', undefined],
  ['//mcp.pace\u00e4\u00b8\u0081/mcp', 'https://acme.example/x'],
  ['/é', 'https://acme.example'],
  ['https://acme.example', undefined],
  ['https://[::1]:99999', undefined],
  ['no', undefined],
  ['http://\u00ad/', undefined],
])('%j is a URL or none, however often one asks', (text, base) => {
  const right = parses(text, base);
  let wrong = 0;
  for (let i = 0; i < 20_000; i += 1) if (URL.canParse(text, base) !== right) wrong += 1;
  expect(wrong).toBe(0);
});

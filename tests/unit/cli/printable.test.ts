import { expect, it } from 'vitest';
import { printable } from '../../../lib/cli/printable.ts';

it.each([
  ['plain text, ünïcödé, 日本語, العربية', 'plain text, ünïcödé, 日本語, العربية'],
  ['👩‍💻 ক্‍ষ', '👩‍💻 ক্‍ষ'],
  ['\u001b[2J\u009b31m\u0007\u0008', '�[2J�31m��'],
  ['a\nb\rc\td', 'a�b�c�d'],
  ['\u2028\u2029\u0085', '���'],
  ['\u200e\u200f\u061c\u202a\u202e\u2066\u2069', '�'.repeat(7)],
  ['pay\u200bpal\ufeff\u00ad\u2060', 'pay�pal���'],
  ['\u200dx', '�x'],
  ['\u{e0041}\u{e007f}', '��'],
  ['\ud800', '�'],
  ['a ##[set-output name=x]1 ##VSO[task] ## [b]', 'a �[set-output name=x]1 �VSO[task] ## [b]'],
  [' ::error::a ::b', '�error::a ::b'],
])('%j', (text, shown) => expect(printable(text)).toBe(shown));

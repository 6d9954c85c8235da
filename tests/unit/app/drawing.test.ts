import { describe, expect, it } from 'vitest';
import { Drawing } from '../../../app/drawing.ts';

/** Something that is made when it is told to. */
function slow(text: string) {
  let made = 0;
  let finish = () => {};
  const gate = new Promise<void>((resolve) => (finish = resolve));
  const make = async () => {
    made += 1;
    await gate;
    return Buffer.from(text);
  };
  return { make, finish: () => finish(), made: () => made };
}

describe('a drawing', () => {
  it('is made once, for all who ask while it is made and after', async () => {
    const drawing = new Drawing();
    const picture = slow('a');
    const asked = Array.from({ length: 50 }, () => drawing.of('a', picture.make));
    picture.finish();
    expect(new Set((await Promise.all(asked)).map(String))).toEqual(new Set(['a']));
    expect(String(await drawing.of('a', picture.make))).toBe('a');
    expect(picture.made()).toBe(1);
  });

  it('keeps a bounded line: what is too much is refused at once, and the line goes on', async () => {
    const drawing = new Drawing();
    const first = slow('0');
    const asked = Array.from({ length: 100 }, (_, index) =>
      drawing.of(String(index), index === 0 ? first.make : () => Promise.resolve(Buffer.from(String(index)))),
    );
    const settled = Promise.allSettled(asked);
    first.finish();
    const outcomes = await settled;
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.length).toBeGreaterThan(70);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'busy', status: 503, retryAfterSeconds: 5 });
    expect(String(await drawing.of('99', () => Promise.resolve(Buffer.from('99'))))).toBe('99');
  });

  it('that failed is tried again', async () => {
    const drawing = new Drawing();
    await expect(drawing.of('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(String(await drawing.of('a', () => Promise.resolve(Buffer.from('a'))))).toBe('a');
  });
});

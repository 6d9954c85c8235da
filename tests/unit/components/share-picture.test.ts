import { describe, expect, it } from 'vitest';
import { drawable } from '../../../components/share-picture.tsx';

describe('text of the picture', () => {
  it('has only letters that the fonts at hand have, since others would be fetched', () => {
    expect(drawable('Grüße “aus” Köln – ✓ 日本 😀', 100)).toBe('Grüße “aus” Köln – ? ?? ??');
  });
  it('is cut at its length, and loses the marks of code', () => {
    expect(drawable('`/oauth/authorize` is the only way', 12)).toBe('/oauth/auth…');
  });
});

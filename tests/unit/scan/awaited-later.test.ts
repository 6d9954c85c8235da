import { expect, it } from 'vitest';
import { awaitedLater } from '../../../lib/scan/awaited-later.ts';

it('fails for whoever awaits it, and for nobody before', async () => {
  const unhandled: unknown[] = [];
  const hear = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', hear);
  const failing = awaitedLater(Promise.reject(new Error('later')));
  await new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
  await expect(failing).rejects.toThrow('later');
  process.off('unhandledRejection', hear);
  expect(unhandled).toEqual([]);
});

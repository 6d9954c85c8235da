/** The figures of one family of attacks, for `npm run hostile`. */
import { afterAll, afterEach } from 'vitest';
import { tally } from '../../setup/tally.ts';

export const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/**
 * Counts each test of the file as an attack, by how it ended, and tells the figures after the last one. `held`: what it is called when an
 * attack comes to nothing. `more`: figures of this family alone, read at the end.
 */
export function account(
  family: string,
  held: 'refused' | 'survived',
  more: () => Record<string, number | string> = () => ({}),
): void {
  let attacks = 0;
  let failures = 0;
  afterEach(({ task }) => {
    attacks += 1;
    if (task.result?.state === 'fail') failures += 1;
  });
  afterAll(() => tally(family, { attacks, [held]: attacks - failures, failures, ...more() }));
}

import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../../app/refusals.ts';
import { ScanError } from '../../../lib/scan/errors.ts';
import { LimitReached, ServiceUnavailable } from '../../../lib/scans.ts';

describe('a refusal', () => {
  it.each<[what: string, error: unknown, told: ReturnType<typeof refusalOf>]>([
    [
      'what a visitor did',
      new ScanError('bad-scheme', 'No.'),
      { code: 'bad-scheme', message: 'No.', status: 400, retryAfterSeconds: null },
    ],
    [
      'the limit of a visitor',
      new LimitReached('too-many-requests', 'Enough.', { retryAfterSeconds: 7.2 }),
      { code: 'too-many-requests', message: 'Enough.', status: 429, retryAfterSeconds: 8 },
    ],
    [
      'a full queue',
      new LimitReached('busy', 'Full.', { retryAfterSeconds: 20, position: 4 }),
      { code: 'busy', message: 'Full.', status: 503, retryAfterSeconds: 20 },
    ],
    [
      'an outage',
      new ServiceUnavailable('The database cannot be reached right now.'),
      {
        code: 'unavailable',
        message: 'Scans cannot be taken right now. Please try again in 10 seconds.',
        status: 503,
        retryAfterSeconds: 10,
      },
    ],
    ['a fault of ours', new TypeError('x is not a function'), null],
    ['no error at all', 'ftp', null],
  ])('for %s', (_, error, told) => expect(refusalOf(error)).toEqual(told));
});

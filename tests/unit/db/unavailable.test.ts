import { describe, expect, it } from 'vitest';
import { isUnreachable, reaching, ServiceUnavailable } from '../../../lib/db/unavailable.ts';

const withCode = (code: string, message = 'x') => Object.assign(new Error(message), { code });
const rawQuery = (originalCode: string) =>
  Object.assign(new Error('Raw query failed'), {
    code: 'P2010',
    meta: { driverAdapterError: { cause: { originalCode } } },
  });

const rawKind = (kind: string) =>
  Object.assign(new Error('Raw query failed'), { code: 'P2010', meta: { driverAdapterError: { cause: { kind } } } });

describe('isUnreachable', () => {
  it.each([
    ['server not reachable', withCode('P1001'), true],
    ['no transaction in time', withCode('P2028'), true],
    ['socket refused', withCode('ECONNREFUSED'), true],
    ['server shuts down', rawQuery('57P01'), true],
    ['too many connections', rawQuery('53300'), true],
    ['raw query, server not reachable', rawKind('DatabaseNotReachable'), true],
    ['raw query, unique violation', rawKind('UniqueConstraintViolation'), false],
    ['pool exhausted', new Error('timeout exceeded when trying to connect'), true],
    ['wrapped', new Error('outer', { cause: withCode('ECONNRESET') }), true],
    ['unique violation', withCode('P2002'), false],
    ['bad input', rawQuery('22P02'), false],
    ['a fault of ours', new TypeError('x is undefined'), false],
    ['not an error', 'P1001', false],
  ])('%s', (_, error, expected) => {
    expect(isUnreachable(error)).toBe(expected);
  });
});

describe('reaching', () => {
  it('turns an outage into ServiceUnavailable with its cause and a hint when to come back', async () => {
    const cause = withCode('P1001', 'at 10.0.0.5:5432');
    const error: unknown = await reaching(() => Promise.reject(cause)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ServiceUnavailable);
    expect(error).toMatchObject({ cause, retryAfterSeconds: 10 });
    expect(String(error)).not.toContain('10.0.0.5');
  });

  it('lets other errors pass unchanged', async () => {
    const error = withCode('P2002');
    await expect(reaching(() => Promise.reject(error))).rejects.toBe(error);
  });
});

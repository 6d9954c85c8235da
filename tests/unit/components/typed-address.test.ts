import { describe, expect, it } from 'vitest';
import { reading } from '../../../components/typed-address.ts';

describe('what is said while an address is typed', () => {
  it.each([
    ['', null],
    ['   ', null],
    ['api', null],
    ['api.', null],
    ['hello world.com', null],
    ['api.example.com', 'Scans api.example.com'],
    [' https://API.example.com/v1 ', 'Scans api.example.com/v1'],
    ['http://example.com:8080', 'Scans http://example.com:8080'],
    ['ftp://example.com', 'Only http and https can be scanned, not ftp.'],
    ['https://[::1]/', 'Scans [::1]'],
    ['https://%', null],
  ])('%j: %j', (typed, said) => expect(reading(typed)).toBe(said));
});

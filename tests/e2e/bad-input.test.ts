import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendTarget, startSite, type Site } from './site.ts';
import { websiteTarget, type ScanTarget } from './targets.ts';

let site: Site;
let target: ScanTarget;

beforeAll(async () => {
  target = await websiteTarget();
  // Loopback is closed here, as on a public site.
  site = await startSite({ env: { SCAN_ALLOW_NETS: '' } });
});

afterAll(async () => {
  await site.stop();
  await target.stop();
});

const port = () => new URL(target.url).port;

const refused: [what: string, typed: () => string, code: string][] = [
  ['nothing', () => '', 'empty-target'],
  ['spaces', () => '   \t ', 'empty-target'],
  ['two words', () => 'hello world', 'not-an-address'],
  ['10 kB of text', () => 'lorem '.repeat(1700), 'too-long'],
  ['10 kB without a space', () => 'x'.repeat(10_000), 'too-long'],
  ['another scheme', () => 'ftp://example.com/', 'bad-scheme'],
  ['a script', () => 'javascript:alert(1)', 'bad-scheme'],
  ['a user and a password', () => 'https://admin:hunter2@example.com/', 'userinfo'],
  ['a key in the query', () => 'https://example.com/v1?api_key=4f9a8b7c6d5e', 'secret-in-address'],
  ['an odd port', () => 'https://example.com:22/', 'bad-port'],
  ['an inside address', () => `http://127.0.0.1:${port()}/`, 'private-address'],
  ['the address of a cloud’s metadata', () => 'http://169.254.169.254/latest/meta-data/', 'private-address'],
  ['an inside address in disguise', () => `http://2130706433:${port()}/`, 'private-address'],
  ['an inside IPv6 address', () => 'http://[::1]/', 'private-address'],
  ['an inside name', () => 'http://localhost/', 'reserved-name'],
  ['a single word', () => 'intranet', 'single-label'],
];

describe.each(refused)('%s', (_, typed, code) => {
  it(`is refused with ${code} by form and API alike, keeps what was typed, and sends nothing`, async () => {
    const before = target.requests.length;
    const answer = await site.post('/api/v1/scans', { target: typed() });
    expect(answer.status).toBe(400);
    const { error } = (await answer.json()) as { error: { code: string; message: string } };
    expect(error.code).toBe(code);
    expect(error.message.length).toBeLessThan(400);

    const { page, faults } = await site.look('/');
    await sendTarget(page, typed());
    const alert = page.locator('form [role=alert][data-code]');
    await alert.waitFor();
    expect(await alert.getAttribute('data-code')).toBe(code);
    // The page sets code in a typeface of its own where the sentence has backticks.
    expect(await alert.textContent()).toBe(error.message.replaceAll('`', ''));
    const field = page.getByLabel('Address of a site or an API');
    // A field of one line holds tabs and spaces, but no line breaks.
    expect(await field.inputValue()).toBe(typed());
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(new URL(page.url()).pathname).toBe('/');
    expect(target.requests.length).toBe(before);
    expect(faults).toEqual([]);
  });

  it('is refused under its status by the form alone, for browsers without script', async () => {
    const answer = await site.get('/scan', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ target: typed() }).toString(),
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('location')).toBeNull();
    expect(await answer.text()).toContain(`role="alert" data-code="${code}"`);
  });
});

describe('what nobody has scanned', () => {
  it.each([
    ['a domain', '/report/never-scanned.example', 'No report about never-scanned.example yet', 'never-scanned.example'],
    ['a scan id', '/scan/3f2c1a90-0d4e-4f6b-9a51-6c1a2b3c4d5e', 'There is no such scan', ''],
    ['a scan id that is none', '/scan/x', 'There is no such scan', ''],
    [
      'a report of a scan',
      '/report/example.com/3f2c1a90-0d4e-4f6b-9a51-6c1a2b3c4d5e',
      'No report about example.com yet',
      'example.com',
    ],
    ['an address that is not UTF-8', '/report/%ff', 'There is nothing at this address', ''],
    ['an address of nothing', '/nothing/here', 'There is nothing at this address', ''],
  ])('%s is 404 and offers to scan it', async (_, path, heading, typed) => {
    expect((await site.get(path)).status).toBe(404);
    const { page } = await site.look(path);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(heading);
    expect(await page.getByLabel('Address of a site or an API').inputValue()).toBe(typed);
  });

  it('is scanned from the form of the page that says so, which says what it reads while one types', async () => {
    const { page, faults } = await site.look('/report/never-scanned.example');
    await page.getByText('Scans never-scanned.example', { exact: true }).waitFor();
    await sendTarget(page, 'ftp://example.com');
    await page.locator('form [role=alert][data-code=bad-scheme]').waitFor();
    expect(await page.getByLabel('Address of a site or an API').inputValue()).toBe('ftp://example.com');
    expect(faults).toEqual([]);
  });

  it('shows a hostile domain as text', async () => {
    const { page, faults } = await site.look(`/report/${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('main img').count()).toBe(0);
    expect(faults).toEqual([]);
  });
});

describe('the API', () => {
  it.each([
    ['POST', '/api/v1/scans', 'not json', 400, 'bad-request'],
    ['POST', '/api/v1/scans', '[]', 400, 'bad-request'],
    ['POST', '/api/v1/scans', '{"target": 7}', 400, 'bad-request'],
    ['POST', '/api/v1/scans', '{}', 400, 'empty-target'],
    ['POST', '/api/v1/scans', JSON.stringify({ target: 'x'.repeat(70_000) }), 413, 'too-long'],
    ['GET', '/api/v1/scans/x', null, 404, 'unknown-scan'],
    ['GET', '/api/v1/scans/3f2c1a90-0d4e-4f6b-9a51-6c1a2b3c4d5e', null, 404, 'unknown-scan'],
    ['GET', '/api/v1/scans/x/events', null, 404, 'unknown-scan'],
    ['POST', '/api/v1/scans/x/retry', null, 404, 'unknown-scan'],
    ['GET', '/api/v1/reports/never-scanned.example', null, 404, 'unknown-domain'],
    ['GET', '/api/nothing', null, 404, 'unknown-address'],
    ['DELETE', '/api/v1/nothing/at/all', null, 404, 'unknown-address'],
  ])('%s %s answers an error in JSON', async (method, path, body, status, code) => {
    const answer = await site.get(path, {
      method,
      ...(body !== null && { body, headers: { 'content-type': 'application/json' } }),
    });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ status, error: { code, message: expect.any(String) as string } });
  });

  it.each([
    ['PUT', '/api/v1/scans', 'GET, POST, HEAD, OPTIONS'],
    ['GET', '/api/v1/scans/x/retry', 'POST, OPTIONS'],
    ['POST', '/api/v1/reports/example.com', 'GET, HEAD, OPTIONS'],
    ['PUT', '/api/v1/scans/x', 'GET, DELETE, HEAD, OPTIONS'],
    ['POST', '/api/v1/openapi.json', 'GET, HEAD, OPTIONS'],
  ])('%s %s is 405 with Allow', async (method, path, allow) => {
    const answer = await site.get(path, { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe(allow);
    expect(await answer.json()).toMatchObject({ error: { code: 'method-not-allowed' } });
  });

  it('describes itself', async () => {
    const { paths } = (await (await site.get('/api/v1/openapi.json')).json()) as { paths: Record<string, object> };
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/scans',
        '/api/v1/reports/{domain}',
        '/oauth/token',
        '/openapi.json',
        '/api/health',
      ]),
    );
    expect(await (await site.get('/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' });
  });
});

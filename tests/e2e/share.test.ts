import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../lib/scan/schema/report.ts';
import { briefFor } from '../../lib/scan/fix/brief.ts';
import { checkTitle, wholeFix } from '../../lib/scan/fix/whole.ts';
import { expectAccessible, startSite, type Site } from './site.ts';
import { loginTarget, oidcTarget, serveTarget, websiteTarget, type ScanTarget } from './targets.ts';

let site: Site;
let open: ScanTarget;
let report: Report;
const targets: ScanTarget[] = [];

beforeAll(async () => {
  site = await startSite({ env: { COOLDOWN_S: '0' } });
  open = await oidcTarget({ clientCredentials: true });
  targets.push(open);
  ({ report } = await site.scan(`${open.url}/api/orders`));
});

afterAll(async () => {
  await site.stop();
  await Promise.all(targets.map((target) => target.stop()));
});

/** What its report is kept under: a port of an address stands alone. */
const name = () => new URL(open.url).host;
const path = () => `/report/127.0.0.1/${report.scan.id}`;

describe('the files of a report', () => {
  it.each(['reports/127.0.0.1', 'scans/'])(
    'are the same facts as JSON, Markdown, SARIF and CSV under /api/v1/%s',
    async (place) => {
      const base = `/api/v1/${place === 'scans/' ? `scans/${report.scan.id}` : place}`;
      const json = await site.get(`${base}/report.json`);
      expect(json.headers.get('content-type')).toBe('application/json');
      expect(json.headers.get('content-disposition')).toMatch(
        /^inline; filename="127\.0\.0\.1-\d+-\d{4}-\d\d-\d\d\.json"$/,
      );
      expect(await json.json()).toEqual(report);

      const markdown = await site.get(`${base}/report.md`);
      expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
      expect(await markdown.text()).toContain(`**D7 Security ${String(report.score.d7)}/100**`);

      const sarif = await site.get(`${base}/report.sarif`);
      expect(sarif.headers.get('content-type')).toBe('application/sarif+json');
      expect(await sarif.json()).toMatchObject({
        version: '2.1.0',
        runs: [{ properties: { score: report.score.d7 } }],
      });
      const csv = await site.get(`${base}/report.csv`);
      expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      const [head, ...rows] = (await csv.text()).trimEnd().split('\r\n');
      expect(head).toBe('"kind","id","status","confidence","summary","exchanges"');
      expect(rows.length).toBe(
        report.signals.length +
          report.flows.length +
          report.antiPatterns.length +
          report.checklist.length +
          report.contradictions.length,
      );
      const again = await site.get(`${base}/report.sarif`, {
        headers: { 'if-none-match': sarif.headers.get('etag') ?? '' },
      });
      expect(again.status).toBe(304);
    },
  );

  it.each([
    ['/api/v1/reports/never-scanned.example/report.md', 'unknown-domain'],
    ['/api/v1/scans/3f2c1a90-0d4e-4f6b-9a51-6c1a2b3c4d5e/report.json', 'unknown-scan'],
    ['/api/v1/reports/127.0.0.1/report.exe', 'unknown-file'],
    ['/api/v1/reports/127.0.0.1/__proto__', 'unknown-file'],
  ])('%s is 404', async (address, code) => {
    const answer = await site.get(address);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: { code } });
  });
});

describe('the badge', () => {
  it('shows answer and score of the newest listed report, as an image that allows nothing', async () => {
    const answer = await site.get('/badge/127.0.0.1.svg');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    });
    expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=\d+/);
    const svg = await answer.text();
    expect(svg).toContain(`>${report.answer?.word.toLowerCase() ?? ''}, ${String(report.score.d7)}</text>`);
    expect(
      (await site.get('/badge/127.0.0.1.svg', { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } }))
        .status,
    ).toBe(304);
  });

  it('of a domain that nobody has scanned says so and is an image still', async () => {
    const answer = await site.get('/badge/never-scanned.example.svg');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('>not scanned</text>');
  });

  it.each(['/badge/x', '/badge/%3Cscript%3E.svg', '/badge/.svg'])('%s is 404', async (address) => {
    expect((await site.get(address)).status).toBe(404);
  });
});

describe('the preview', () => {
  it('names title, description, address and picture, and the picture is one', async () => {
    const { page } = await site.look(path());
    const meta = (name: string) =>
      page.locator(`meta[property="${name}"], meta[name="${name}"]`).getAttribute('content');
    expect(await meta('og:title')).toContain(`${String(report.score.d7)} of 100`);
    expect(await meta('description')).toBe(report.verdict.sentence);
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(`${site.product.url}/report/${name()}`);
    const address = (await meta('og:image')) ?? '';
    expect(address).toBe(`${site.product.url}/og/${report.scan.id}.png`);
    const picture = await fetch(address);
    expect(picture.headers.get('content-type')).toBe('image/png');
    const bytes = Buffer.from(await picture.arrayBuffer());
    // The size stands in the first chunk of a PNG.
    expect([bytes.toString('latin1', 1, 4), bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([
      'PNG',
      1200,
      630,
    ]);
  });

  it('has a picture for reports without a score, too', async () => {
    const website = await websiteTarget();
    targets.push(website);
    const { id } = await site.scan(website.url, { unlisted: true });
    expect((await site.get(`/og/${id}.png`)).status).toBe(200);
    expect((await site.get('/og/nothing.png')).status).toBe(404);
  });
});

describe('the share menu', () => {
  it('copies address and badge, closes with Escape, and is free of violations', async () => {
    const { page, context, faults } = await site.open();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/report/127.0.0.1');
    const menu = page.locator('details[data-menu]');
    await menu.locator('summary').click();
    await expectAccessible(page);
    await menu.getByRole('button', { name: 'Copy the address' }).click();
    // Nothing on the default port speaks for the address, so the first port that was scanned does, under the name that was asked for.
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.product.url}/report/127.0.0.1`);
    expect(await menu.locator('pre').first().innerText()).toBe(
      `[![Agent access of 127.0.0.1](${site.product.url}/badge/127.0.0.1.svg)](${site.product.url}/report/127.0.0.1)`,
    );
    await page.keyboard.press('Escape');
    expect(await menu.getAttribute('open')).toBeNull();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      menu
        .locator('summary')
        .click()
        .then(() => menu.getByRole('link', { name: 'SARIF' }).click()),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.sarif$/);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('a score', () => {
  it('is not replaced by a scan that got none, nor by another port of the address', async () => {
    const own = await oidcTarget({ clientCredentials: true });
    const first = await site.scan(`${own.url}/api/orders`);
    const kept = `/badge/${new URL(own.url).host}.svg`;
    const before = [await (await site.get(kept)).text(), await (await site.get('/badge/127.0.0.1.svg')).text()];
    await own.stop();
    const failed = await site.scan(`${own.url}/api/orders`, { again: true });
    expect(failed.report.score.d7).toBeNull();
    expect([await (await site.get(kept)).text(), await (await site.get('/badge/127.0.0.1.svg')).text()]).toEqual(
      before,
    );
    const { page } = await site.look(`/report/${new URL(own.url).host}`);
    expect(await page.locator('article header').innerText()).toContain(
      'A later scan got no score, so the last score stands.',
    );
    expect(await page.getByRole('link', { name: 'later scan' }).getAttribute('href')).toContain(failed.id);
    expect(await page.locator('#other-hosts').getByRole('link').allInnerTexts()).toContain(name());
    await expectAccessible(page);
    await page.goto(`/report/127.0.0.1/${failed.id}`);
    expect(await page.locator('article header').innerText()).toMatch(
      /The report that stands for 127\.0\.0\.1:\d+ is another one\./,
    );
    await page.goto(`/report/127.0.0.1/${first.id}`);
    expect(await page.locator('article header').innerText()).not.toMatch(/stands|newer/);
  });
});

describe('a report that is not listed', () => {
  it('stays out of badge, site map and the domain’s page, and offers no badge', async () => {
    const own = await loginTarget();
    targets.push(own);
    const before = await (await site.get('/badge/127.0.0.1.svg')).text();
    const { id } = await site.scan(own.url, { unlisted: true });
    expect(await (await site.get('/badge/127.0.0.1.svg')).text()).toBe(before);
    expect(await (await site.get('/sitemap.xml')).text()).not.toContain(id);
    for (const file of ['', '/report.json', '/report.md', '/report.sarif'])
      expect((await site.get(`/api/v1/scans/${id}${file}`)).headers.get('x-robots-tag')).toBe('noindex');
    expect(await (await site.get('/report/127.0.0.1')).text()).not.toContain(id);
    const { page } = await site.look(`/report/127.0.0.1/${id}`);
    await page.locator('details[data-menu] summary').click();
    expect(await page.locator('details[data-menu]').innerText()).not.toContain('Badge');
  });
});

describe('for search engines', () => {
  it('robots.txt and the site map name our pages', async () => {
    const robots = await (await site.get('/robots.txt')).text();
    expect(robots).toContain(`Sitemap: ${site.product.url}/sitemap.xml`);
    expect(robots).toMatch(/^Disallow: \/admin$/m);
    const map = await site.get('/sitemap.xml');
    expect(map.headers.get('content-type')).toMatch(/xml/);
    const text = await map.text();
    expect(text).toContain(`<loc>${site.product.url}/methodology</loc>`);
    // An address of this machine is no report for others.
    expect(text).not.toContain('127.0.0.1</loc>');
  });
});

describe('a report that is sent again', () => {
  it('is the same document, whoever asks, under a policy without inline code; a reader who has it gets 304', async () => {
    const [first, second] = [await site.get(path()), await site.get(path())];
    expect(first.headers.get('content-security-policy')).toBe(second.headers.get('content-security-policy'));
    expect(first.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
    );
    const html = await first.text();
    expect(await second.text()).toBe(html);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toMatch(/nonce=| style="|\son\w+="/);
    expect((await site.get(path(), { headers: { 'if-none-match': second.headers.get('etag') ?? '' } })).status).toBe(
      304,
    );
    const plain = await site.get(path(), { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(html);
    const dark = await (await site.get(path(), { headers: { cookie: 'theme=dark' } })).text();
    expect(dark).toMatch(/<html[^>]* data-theme="dark"/);
    expect((await site.get(path(), { method: 'HEAD' })).status).toBe(200);
  });

  it('answers a crowd that comes before it was drawn', async () => {
    const target = await oidcTarget({ clientCredentials: false });
    targets.push(target);
    const { id } = await site.scan(`${target.url}/api/orders`, { unlisted: true });
    const answers = await Promise.all(Array.from({ length: 30 }, () => site.get(`/report/127.0.0.1/${id}`)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  });

  it('tells its time from the moment at which it is read', async () => {
    const { page } = await site.open();
    await page.clock.install({ time: Date.parse(report.scan.finishedAt) + 3 * 3_600_000 });
    await page.goto(path());
    expect(await page.locator('header time').first().innerText()).toBe('3 hours ago');
    await page.clock.fastForward('01:00:00');
    expect(await page.locator('header time').first().innerText()).toBe('4 hours ago');
    await page.context().close();
  });
});

describe('a second scan', () => {
  it('shows what changed since the first one, and both in the chart', async () => {
    let fixed = false;
    const changing = await serveTarget((origin) => {
      const app = (
        request: { url?: string },
        response: { writeHead(status: number, fields?: Record<string, string>): { end(body?: string): void } },
      ) => {
        const asked = request.url ?? '/';
        if (asked === '/openapi.json') {
          response.writeHead(200, { 'content-type': 'application/json' }).end(
            JSON.stringify({
              openapi: '3.0.3',
              info: { title: 'Orders', version: '1' },
              servers: [{ url: `${origin}/api` }],
              components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
              security: [{ bearer: [] }],
              paths: { '/orders': { get: { responses: { 200: { description: 'Orders' } } } } },
            }),
          );
        } else if (asked.startsWith('/api/orders')) {
          if (fixed)
            response
              .writeHead(401, { 'content-type': 'application/json', 'www-authenticate': 'Bearer realm="orders"' })
              .end('{"error":"unauthorized","message":"This endpoint needs a bearer token."}');
          else response.writeHead(403, { 'content-type': 'text/html' }).end('<title>Forbidden</title>');
        } else response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"not_found"}');
      };
      return app as never;
    });
    targets.push(changing);
    const target = `${changing.url}/api/orders`;
    const first = await site.scan(target);
    fixed = true;
    const second = await site.scan(target, { again: true });
    expect(second.report.score.d7 ?? 0).toBeGreaterThan(first.report.score.d7 ?? 0);
    const { page } = await site.look(`/report/${new URL(changing.url).host}`);
    const section = page.locator('#changed');
    expect(await section.innerText()).toContain(
      `The score went from ${String(first.report.score.d7)} to ${String(second.report.score.d7)}`,
    );
    expect(await section.getByRole('listitem').first().innerText()).toMatch(/^Better/);
    await page.locator('#history summary').click();
    expect(await page.locator('#history').getByRole('img').getAttribute('aria-label')).toMatch(
      /^The score over 2 scans, from \d+ on .* to \d+ on /,
    );
    await expectAccessible(page);
  });
});

describe('the fixes', () => {
  /** A report with code for frameworks, of which Express gave itself away, and the fold of its first such fix laid open. */
  const opened = async (javaScriptEnabled: boolean) => {
    const login = await loginTarget();
    targets.push(login);
    const { id, report: walled } = await site.scan(login.url, { unlisted: true });
    const { page, context } = await site.open({ javaScriptEnabled });
    await page.goto(`/report/127.0.0.1/${id}`);
    const files = page.locator('[data-files]').first();
    await page.locator('details', { has: files }).first().locator('> summary').click();
    const fix = walled.fixes.find((one) => one.id === 'client-credentials');
    if (!fix) throw new Error('A login without a token endpoint gets no client_credentials.');
    return { at: `/report/127.0.0.1/${id}`, fix, page, context, files };
  };

  it('leave the files of a framework to a page of the fix, without script', async () => {
    const { page, at, files, fix } = await opened(false);
    expect(fix.code?.recognised).toBe('Express');
    expect(await files.locator('[aria-current=true]').allInnerTexts()).toEqual(['Express']);
    await files.getByRole('link', { name: 'Hono', exact: true }).click();
    expect(new URL(page.url()).pathname).toBe(`${at}/${(await files.getAttribute('data-files')) ?? ''}/hono`);
    expect(await page.locator('[aria-current=true]').innerText()).toBe('Hono');
    await page.goto(`${at}/${fix.id}/express`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(fix.title);
    const texts = await page.locator('[data-files] pre').allInnerTexts();
    const wanted = wholeFix(fix, 'Express').artefacts.filter(({ frameworks }) => frameworks.length > 0);
    expect(texts.map((text) => text.trim())).toEqual(wanted.map(({ text }) => text.trim()));
    expect(wanted.length).toBeGreaterThan(3);
    await page.getByRole('link', { name: /^The report on / }).click();
    expect(new URL(page.url()).pathname).toBe(at);
    expect((await site.get(`${at}/${fix.id}/cobol`)).status).toBe(404);
    expect((await site.get(`${at}/${fix.id}/express/more`)).status).toBe(404);
    expect((await site.get(`${at}/no-such-fix`)).status).toBe(404);
    const brief = await site.get(`${at}/${fix.id}/express.md`);
    expect(brief.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(await brief.text()).toBe(briefFor(fix, 'Express'));
    await page.context().close();
  });

  it('show the files of a framework in place, chosen with the keyboard, with script', async () => {
    const { page, context, at, files } = await opened(true);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const id = (await files.getAttribute('data-files')) ?? '';
    await files.getByRole('link', { name: 'FastAPI', exact: true }).press('Enter');
    await files.locator('[aria-current=true]', { hasText: /^FastAPI$/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe(at);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('FastAPI');
    await files.getByRole('button', { name: 'Copy for your coding agent, with these files' }).click();
    const stored = (await (await site.get(`/api/v1/scans/${at.split('/').at(-1) ?? ''}/report.json`)).json()) as Report;
    const fix = stored.fixes.find((one) => one.id === id);
    await files.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    for (const text of [
      fix?.agentText ?? '',
      ...(fix ? wholeFix(fix, 'FastAPI').artefacts.filter(({ title }) => title !== checkTitle) : []).map(
        ({ text }) => text,
      ),
    ])
      expect(copied).toContain(text.trim());
    await files.getByRole('link', { name: 'Go', exact: true }).click();
    await files.locator('[aria-current=true]', { hasText: /^Go$/ }).waitFor();
    expect(await files.locator('[aria-current=true]').count()).toBe(1);
    await expectAccessible(page);
    await page.goto(`${at}/${id}/go`);
    await expectAccessible(page);
    await page.goto('/example/client-credentials/rails');
    await expectAccessible(page);
    await context.close();
  });

  it('can be copied all at once for a coding agent', async () => {
    const { page, context } = await site.open();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const login = await loginTarget();
    targets.push(login);
    const scanned = await site.scan(login.url, { unlisted: true });
    await page.goto(`/report/127.0.0.1/${scanned.id}`);
    await page.getByRole('button', { name: /^Copy all \d+ for your coding agent$/ }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(scanned.report.fixes.map(({ agentText }) => agentText).join('\n\n'));
    await context.close();
  });
});

/** How many pages a browser prints of a page of ours; Chromium writes each as an object of its own. */
async function pagesOnPaper(address: string): Promise<number> {
  const { page } = await site.look(address);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

describe('paper', () => {
  it('gets three pages at most: every finding and fix as one line, no evidence, no buttons', async () => {
    const { page } = await site.look(path());
    await page.emulateMedia({ media: 'print' });
    expect(
      await page.locator('#measured').getByRole('link', { name: 'Its findings as CSV' }).getAttribute('href'),
    ).toBe(`/api/v1/scans/${report.scan.id}/report.csv`);
    expect(await page.getByRole('button').count()).toBe(0);
    const unseen = await page
      .locator('#fixes summary h3, #findings [data-row] > summary, #flows [data-row] > summary')
      .evaluateAll((lines) =>
        lines.filter((line) => !line.checkVisibility({ contentVisibilityAuto: true })).map((line) => line.textContent),
      );
    expect(unseen).toEqual([]);
    expect(await page.locator('#evidence').isVisible()).toBe(false);
    const walled = await oidcTarget({ clientCredentials: false });
    const login = await loginTarget();
    targets.push(walled, login);
    const more = [await site.scan(`${walled.url}/api/orders`), await site.scan(login.url)];
    for (const scanned of [report, ...more.map((one) => one.report)]) {
      expect(scanned.outcome).toBe('scored');
      expect(await pagesOnPaper(`/report/127.0.0.1/${scanned.scan.id}`), scanned.answer?.word).toBeLessThanOrEqual(3);
    }
  });
});

describe('an owner', () => {
  it('asks to have reports taken down, with and without script, and is told what to put right', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page } = await site.open({ javaScriptEnabled });
      await page.goto(path());
      await page.getByRole('link', { name: 'Ask to have reports taken down' }).click();
      expect(await page.getByLabel('Domain').inputValue()).toBe('127.0.0.1');
      await page.getByLabel('Your email address').fill('nobody');
      await page.getByLabel('Why').fill('It is an internal system.');
      await page.getByRole('button', { name: 'Send the request' }).click();
      await page.locator('form [role=alert]').waitFor();
      expect(await page.getByLabel('Why').inputValue()).toBe('It is an internal system.');
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel('Your email address').fill('ops@example.com');
      await page.getByRole('button', { name: 'Send the request' }).click();
      await page.getByRole('heading', { level: 1, name: 'Show that the domain is yours' }).waitFor();
      if (javaScriptEnabled) await expectAccessible(page);
      expect(await page.locator('pre').innerText()).toMatch(/^latchkey-removal=[\w-]{24}$/);
      await page.getByRole('button', { name: 'Look for it now' }).click();
      await page.getByText('We are going to look.').waitFor();
      await page.context().close();
    }
  });
});

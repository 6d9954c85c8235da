/**
 * `npm run lighthouse`: what Google's Lighthouse says about the home page, a report and the page for the API, of the built product, on a simulated
 * phone: for each page the run with the median performance of five.
 * The last column is Lighthouse's figure for the machine: below about 1,000 the machine is slower than the simulation assumes, and so is
 * the page. Exits 1 when a category is below the floor. `-- --failing` also names the audits that cost points.
 */
import lighthouse, { type Result } from 'lighthouse';
import { startSite } from '../tests/e2e/site.ts';
import { oidcTarget } from '../tests/e2e/targets.ts';
import { launchBrowser } from '../tests/setup/browser.ts';
import { freePort } from './processes.mjs';

const floor = 95;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const runs = 5;
const failing = process.argv.includes('--failing');

const scoreOf = (result: Result, category: (typeof categories)[number]) =>
  Math.round((result.categories[category]?.score ?? 0) * 100);

/** The run with the median performance; one whose trace the browser lost is taken again. @throws when that happens as often as it does not. */
async function measure(url: string, port: number): Promise<Result> {
  const results: Result[] = [];
  for (let lost = 0; results.length < runs;) {
    const lhr = (await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: [...categories] }))
      ?.lhr;
    if (lhr && !lhr.runtimeError) results.push(lhr);
    else if (++lost >= runs)
      throw new Error(`Lighthouse could not measure ${url}: ${lhr?.runtimeError?.message ?? 'no result'}`);
  }
  const median = results.toSorted((a, b) => scoreOf(a, 'performance') - scoreOf(b, 'performance'))[runs >> 1];
  if (!median) throw new Error(`Lighthouse was not run on ${url}`);
  return median;
}

/** The audits that keep a category below 100, with their own words for it. */
function losses(result: Result): string[] {
  return categories.flatMap((category) =>
    (result.categories[category]?.auditRefs ?? [])
      .filter(({ weight }) => weight > 0)
      .map(({ id }) => result.audits[id])
      .filter((audit) => audit && audit.score !== null && audit.score < 1)
      .map((audit) => `  ${category}: ${audit?.id ?? ''} ${audit?.displayValue ?? ''}`.trimEnd()),
  );
}

console.log('Starting the product and a server to scan');
const port = await freePort(0);
const [site, target, browser] = await Promise.all([
  startSite(),
  oidcTarget({ clientCredentials: true }),
  launchBrowser([`--remote-debugging-port=${port}`]),
]);
let low = false;
try {
  await site.scan(`${target.url}/api/orders`);
  console.log(
    `\n${'page'.padEnd(10)}${categories.map((category) => category.padStart(16)).join('')}${'machine'.padStart(10)}`,
  );
  for (const [name, path] of [
    ['home', '/'],
    ['report', '/report/127.0.0.1'],
    ['API', '/developers'],
  ] as const) {
    const result = await measure(site.product.url + path, port);
    const scores = categories.map((category) => scoreOf(result, category));
    low ||= scores.some((score) => score < floor);
    console.log(
      name.padEnd(10) +
        scores.map((score) => String(score).padStart(16)).join('') +
        String(Math.round(result.environment.benchmarkIndex)).padStart(10),
    );
    if (failing) for (const line of losses(result)) console.log(line);
  }
} finally {
  await browser.close();
  await site.stop();
  await target.stop();
}
console.log(low ? `\nA score is below ${floor}.` : `\nEvery score is ${floor} or more.`);
process.exitCode = low ? 1 : 0;

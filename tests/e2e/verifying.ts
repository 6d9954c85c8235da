/** How an owner verifies in a browser, for the test of it and for its pictures. */
import type { Page } from 'playwright-core';
import { until } from '../integration/workers.ts';
import type { Handshaker } from '../servers/handshake/api.ts';

export type Verifiable = Awaited<ReturnType<Handshaker['start']>>;

/** Loads the page again until it says so. */
export async function reloaded(page: Page, what: () => Promise<string | null>, text: string): Promise<void> {
  await until(
    `the page to say ${text}`,
    async () => {
      await page.reload();
      return (await what())?.includes(text);
    },
    40_000,
  );
}

/** Begins at the form, publishes what it asks for, and goes on once that is found. `look`: what is looked at while the proof is wanted. */
export async function prove(page: Page, running: Verifiable, look = async () => undefined as void): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click();
  const proof = (await page.getByRole('group', { name: 'Value of the record' }).textContent()) ?? '';
  await look();
  running.publish(proof.trim());
  await page.getByRole('button', { name: 'Look for it now' }).click();
  await reloaded(page, () => page.getByRole('heading', { level: 1 }).textContent(), 'It is yours');
}

/** Fills the form of a proved request, confirms its host, and waits for the report. */
export async function verifyWith(
  page: Page,
  running: Verifiable,
  { clientId, secret, scope, publish }: { clientId: string; secret: string; scope?: string; publish: boolean },
): Promise<void> {
  await page.getByLabel('Client id').fill(clientId);
  await page.getByLabel('Client secret').fill(secret);
  if (scope !== undefined) {
    await page.getByText('What to ask for').click();
    await page.getByLabel('Scope').fill(scope);
  }
  await page.getByLabel(`Send it to ${new URL(running.url).host}`).check();
  if (publish) await page.getByLabel('Everybody, among the reports of your domain').check();
  await page.getByRole('button', { name: 'Verify', exact: true }).click();
  await page.waitForURL(/\/report\//, { timeout: 60_000 });
}

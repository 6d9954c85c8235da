/** A real Chromium for end-to-end tests. */
import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../lib/browser.ts';

/** Starts Chromium, headless, with further arguments if any. @throws when this machine has none: end-to-end tests are not optional. */
export async function launchBrowser(further: readonly string[] = []): Promise<Browser> {
  const reasons: string[] = [];
  const found = await findBrowser((reason) => reasons.push(reason));
  if (!found) throw new Error(`No Chromium that runs was found. ${reasons.join(' ')}`.trim());
  return chromium.launch({
    executablePath: found.executablePath,
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--no-pings', ...further],
  });
}

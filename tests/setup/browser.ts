/** A real Chromium for end-to-end tests. */
import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../lib/browser.ts';

/** The Chromium that tests use. @throws when this machine has none: such tests are not optional. */
export async function chromiumForTests(): Promise<{ executablePath: string }> {
  const reasons: string[] = [];
  const found = await findBrowser({ why: (reason) => reasons.push(reason) });
  if (!found) throw new Error(`No Chromium that runs was found. ${reasons.join(' ')}`.trim());
  return found;
}

/** Starts Chromium, headless, with further arguments if any. */
export async function launchBrowser(further: readonly string[] = []): Promise<Browser> {
  const { executablePath } = await chromiumForTests();
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--no-pings',
      ...further,
    ],
  });
}

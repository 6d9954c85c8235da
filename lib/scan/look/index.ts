/** Looks: walks from the address that was typed to everything an agent could find there, and knocks at each door without credentials. */
import type { Looked } from '../types.ts';
import type { Crawl } from './crawl.ts';
import { runSources } from './scheduler.ts';
import { sources } from './sources/index.ts';
import type { Browser } from './sources/rendering.ts';
import { gather } from './surface.ts';

/** Never throws for what the target does. `renderer` as for `sources`. */
export async function look(crawl: Crawl, renderer: Browser | null | 'off'): Promise<Looked> {
  await runSources(sources(renderer), crawl);
  return gather(crawl);
}

/** Ninth set: four businesses, one file each, written from documentation after the engine had been mended for the seventh and eighth. */
import type { World } from '../../lib/world.ts';
import { apify } from './apify.ts';
import { commercetools } from './commercetools.ts';
import { deutscheBahn } from './deutsche-bahn.ts';
import { medplum } from './medplum.ts';

export const ninthWorlds: readonly World[] = [deutscheBahn, commercetools, medplum, apify];

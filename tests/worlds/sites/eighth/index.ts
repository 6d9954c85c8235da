/** Eighth set: five businesses, one file each, written from documentation before a look at the engine. */
import type { World } from '../../lib/world.ts';
import { baselinker } from './baselinker.ts';
import { bigcommerce } from './bigcommerce.ts';
import { deepgram } from './deepgram.ts';
import { mixpanel } from './mixpanel.ts';
import { toss } from './toss.ts';

export const eighthWorlds: readonly World[] = [deepgram, bigcommerce, mixpanel, toss, baselinker];

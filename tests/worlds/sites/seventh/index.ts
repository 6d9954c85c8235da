/** Seventh set: ten businesses of ten kinds, one file each, written from documentation before a look at the engine. */
import type { World } from '../../lib/world.ts';
import { bunq } from './bunq.ts';
import { dataGouv } from './data-gouv.ts';
import { infobip } from './infobip.ts';
import { lineworks } from './lineworks.ts';
import { neon } from './neon.ts';
import { nhs } from './nhs.ts';
import { noaa } from './noaa.ts';
import { sendcloud } from './sendcloud.ts';
import { sevdesk } from './sevdesk.ts';
import { workos } from './workos.ts';

export const seventhWorlds: readonly World[] = [
  bunq,
  infobip,
  sendcloud,
  nhs,
  noaa,
  lineworks,
  sevdesk,
  dataGouv,
  workos,
  neon,
];

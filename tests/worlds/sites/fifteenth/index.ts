/**
 * Ten targets written from source code and documentation by a writer who has opened neither the engine nor a report: four pieces of software
 * as organisations run them, four businesses with manuals in Romanian, Polish, Spanish and English, a municipal utility without an API, and
 * one API whose manual is a text for language models.
 */
import type { World } from '../../lib/world.ts';
import { aemet } from './aemet.ts';
import { dataverse } from './dataverse.ts';
import { erste } from './erste.ts';
import { harbor } from './harbor.ts';
import { inpost } from './inpost.ts';
import { jina } from './jina.ts';
import { moodleWorld } from './moodle.ts';
import { oblio } from './oblio.ts';
import { stadtwerke } from './stadtwerke.ts';
import { zammad } from './zammad.ts';

export const fifteenth: readonly World[] = [
  moodleWorld,
  zammad,
  harbor,
  dataverse,
  oblio,
  inpost,
  aemet,
  erste,
  stadtwerke,
  jina,
];

/**
 * Ten organisations written from documentation by a writer who has opened neither the engine nor a report: a telecom group with CIBA, Czech
 * invoices, claims of Medicare in bulk, blockchain nodes, OpenProject as a federation runs it, a Chinese suite, a network of professionals,
 * a city's open data, a maker of drug substances with no API, African payments.
 */
import type { World } from '../../lib/world.ts';
import { alchemy } from './alchemy.ts';
import { bcda } from './bcda.ts';
import { chicago } from './chicago.ts';
import { fakturoid } from './fakturoid.ts';
import { feishu } from './feishu.ts';
import { flutterwave } from './flutterwave.ts';
import { linkedin } from './linkedin.ts';
import { openproject } from './openproject.ts';
import { orange } from './orange.ts';
import { tapi } from './tapi.ts';

export const thirteenth: readonly World[] = [
  orange,
  fakturoid,
  bcda,
  alchemy,
  openproject,
  feishu,
  linkedin,
  chicago,
  tapi,
  flutterwave,
];

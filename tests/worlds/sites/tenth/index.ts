/**
 * Fourteen businesses written from documentation by a writer who has not opened the engine nor scanned one of them: a first look at all of
 * them says what to expect of a business that nobody has seen.
 */
import type { World } from '../../lib/world.ts';
import { booking } from './booking.ts';
import { buildkite } from './buildkite.ts';
import { cdse } from './cdse.ts';
import { crossref } from './crossref.ts';
import { darwin } from './darwin.ts';
import { eia } from './eia.ts';
import { inter } from './inter.ts';
import { moysklad } from './moysklad.ts';
import { namecheap } from './namecheap.ts';
import { posthog } from './posthog.ts';
import { samsara } from './samsara.ts';
import { soundcloud } from './soundcloud.ts';
import { wechatpay } from './wechatpay.ts';
import { whoop } from './whoop.ts';

export const tenth: readonly World[] = [
  inter,
  whoop,
  buildkite,
  eia,
  booking,
  crossref,
  cdse,
  posthog,
  namecheap,
  wechatpay,
  samsara,
  soundcloud,
  moysklad,
  darwin,
];

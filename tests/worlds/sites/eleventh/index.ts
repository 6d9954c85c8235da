/**
 * Eight businesses written from documentation by a writer who has not opened the engine nor scanned one of them: payments, a museum, mobile
 * money, a property portal, a marketplace, a club's archive behind a login portal, e-signatures, open banking.
 */
import type { World } from '../../lib/world.ts';
import { daraja } from './daraja.ts';
import { dropboxSign } from './dropboxsign.ts';
import { harvard } from './harvard.ts';
import { idealista } from './idealista.ts';
import { mercadopago } from './mercadopago.ts';
import { paperless } from './paperless.ts';
import { trendyol } from './trendyol.ts';
import { truelayer } from './truelayer.ts';

export const eleventh: readonly World[] = [
  mercadopago,
  harvard,
  daraja,
  idealista,
  trendyol,
  paperless,
  dropboxSign,
  truelayer,
];

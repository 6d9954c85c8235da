/**
 * Ten businesses written from documentation by a writer who has opened neither the engine nor a report: restaurant middleware with partners
 * only, a time tracker, Grafana as it comes, a bank behind certificates, a Dutch marketplace, a Brazilian ERP, open weather, an MCP server,
 * shared inboxes on three domains, a Korean supervisor.
 */
import type { World } from '../../lib/world.ts';
import { bling } from './bling.ts';
import { bol } from './bol.ts';
import { clockify } from './clockify.ts';
import { deliverect } from './deliverect.ts';
import { front } from './front.ts';
import { grafana } from './grafana.ts';
import { ing } from './ing.ts';
import { openMeteo } from './open-meteo.ts';
import { opendart } from './opendart.ts';
import { webflowMcp } from './webflow.ts';

export const twelfth: readonly World[] = [
  deliverect,
  clockify,
  grafana,
  ing,
  bol,
  bling,
  openMeteo,
  webflowMcp,
  front,
  opendart,
];

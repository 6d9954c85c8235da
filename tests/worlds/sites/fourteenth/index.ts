/**
 * Twelve targets written from source code and documentation by a writer who has opened neither the engine nor a report: six pieces of software
 * as organisations run them, and six small services behind the default guard of a framework or a gateway.
 */
import type { World } from '../../lib/world.ts';
import { cloudflareAccess } from './access.ts';
import { apiplatform } from './apiplatform.ts';
import { echo } from './echo.ts';
import { frappe } from './frappe.ts';
import { mattermost } from './mattermost.ts';
import { netbox } from './netbox.ts';
import { ory } from './ory.ts';
import { postgrest } from './postgrest.ts';
import { redmine } from './redmine.ts';
import { tyk } from './tyk.ts';
import { vaultWorld } from './vault.ts';
import { zabbix } from './zabbix.ts';

export const fourteenth: readonly World[] = [
  redmine,
  mattermost,
  zabbix,
  netbox,
  frappe,
  vaultWorld,
  postgrest,
  apiplatform,
  tyk,
  echo,
  ory,
  cloudflareAccess,
];

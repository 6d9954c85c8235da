/** Every product that is recognised: authorization servers first, then gateways, servers and walls. */
import { authorizationServers } from './authorization-servers.ts';
import { gateways } from './gateways.ts';
import { published, type Product } from './product.ts';

export const rows: readonly Product[] = [
  ...authorizationServers.map((row) =>
    row.publishes === false ? row : { ...row, advice: { metadata: published(row.name), ...row.advice } },
  ),
  ...gateways,
];

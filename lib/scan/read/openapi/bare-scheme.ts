/** What every security scheme has, before its document says anything of it. */
import type { DescribedScheme } from '../../types.ts';

export const bareScheme: Omit<DescribedScheme, 'name' | 'type'> = {
  description: '',
  scheme: null,
  in: null,
  parameter: null,
  bearerFormat: null,
  flows: [],
  openIdConnectUrl: null,
  metadataUrl: null,
  used: false,
};

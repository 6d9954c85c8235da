/** node-oidc-provider: the grant of programs beside those of people, whose clients and settings stay as they are. */
import type { Configuration } from 'oidc-provider';

export function withMachines(before: Configuration): Configuration {
  const secret = process.env['BILLING_EXPORT_SECRET'];
  if (!secret) throw new Error('BILLING_EXPORT_SECRET is not set.');
  const machine = {
    client_id: 'billing-export',
    client_secret: secret,
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
  };
  return {
    ...before,
    features: { ...before.features, clientCredentials: { enabled: true } },
    clients: [...(before.clients ?? []), machine],
  };
}

/** Host names that businesses commonly give to the parts of an API. Candidates only: each one is resolved, then asked. */

export type HostRole = 'api' | 'docs' | 'auth' | 'mcp' | 'help' | 'app';

/** First labels by role, most common first. */
const labels: Record<HostRole, readonly string[]> = {
  api: ['api', 'rest', 'gateway', 'graphql', 'api-gateway', 'sandbox'],
  docs: [
    'docs',
    'developer',
    'developers',
    'dev',
    'apidocs',
    'api-docs',
    'doc',
    'documentation',
    'reference',
    'partners',
  ],
  auth: [
    'auth',
    'login',
    'accounts',
    'account',
    'id',
    'oauth',
    'sso',
    'identity',
    'connect',
    'signin',
    'secure',
    'idp',
    'iam',
  ],
  mcp: ['mcp'],
  help: ['help', 'support', 'learn', 'kb'],
  app: ['app', 'dashboard', 'console', 'portal', 'platform', 'my'],
};

/** Every candidate host of a registrable domain, without the ones already known. */
export function candidateHosts(domain: string, known: ReadonlySet<string>): { host: string; role: HostRole }[] {
  return (Object.entries(labels) as [HostRole, readonly string[]][])
    .flatMap(([role, names]) => names.map((name) => ({ host: `${name}.${domain}`, role })))
    .filter(({ host }) => !known.has(host));
}

/** The role that a host's own labels suggest, or null. `api.eu.example.com` and `eu.api.example.com` are both API hosts. */
export function roleOf(host: string, domain: string): HostRole | null {
  const own = host.endsWith(`.${domain}`) ? host.slice(0, -domain.length - 1).split('.') : [];
  for (const [role, names] of Object.entries(labels) as [HostRole, readonly string[]][]) {
    if (own.some((label) => names.includes(label) || names.includes(label.replace(/[-\d]+$/, '')))) return role;
  }
  return null;
}

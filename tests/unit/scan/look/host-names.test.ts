import { describe, expect, it } from 'vitest';
import { candidateHosts, roleOf, type HostRole } from '../../../../lib/scan/look/host-names.ts';

describe('candidate hosts', () => {
  const hosts = candidateHosts('orchard.com', new Set(['api.orchard.com']));
  it('are names under the domain, each once, without the known ones', () => {
    expect(hosts.every(({ host }) => host.endsWith('.orchard.com'))).toBe(true);
    expect(new Set(hosts.map(({ host }) => host)).size).toBe(hosts.length);
    expect(hosts.map(({ host }) => host)).not.toContain('api.orchard.com');
  });
  it('hold the names of DESIGN §4', () => {
    const all = candidateHosts('orchard.com', new Set()).map(({ host }) => host);
    for (const label of ['api', 'developer', 'developers', 'docs', 'auth', 'login', 'accounts', 'connect', 'id', 'mcp'])
      expect(all).toContain(`${label}.orchard.com`);
  });
  it('are few enough to be resolved at once', () => expect(hosts.length).toBeLessThan(60));
});

it.each<[string, HostRole | null]>([
  ['api.orchard.com', 'api'],
  ['api.eu.orchard.com', 'api'],
  ['eu.api.orchard.com', 'api'],
  ['api2.orchard.com', 'api'],
  ['api-3.orchard.com', 'api'],
  ['docs.orchard.com', 'docs'],
  ['developers.orchard.com', 'docs'],
  ['login.orchard.com', 'auth'],
  ['id.orchard.com', 'auth'],
  ['mcp.orchard.com', 'mcp'],
  ['support.orchard.com', 'help'],
  ['dashboard.orchard.com', 'app'],
  ['orchard.com', null],
  ['www.orchard.com', null],
  ['pears.orchard.com', null],
  ['api.rival.com', null],
])('%s has the role %s', (host, role) => expect(roleOf(host, 'orchard.com')).toBe(role));

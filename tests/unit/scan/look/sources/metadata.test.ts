/** Where metadata is looked for, and what is entered of the answers. */
import { describe, expect, it } from 'vitest';
import { runSources } from '../../../../../lib/scan/look/scheduler.ts';
import {
  askLookup,
  issuerLookups,
  issuersAbove,
  metadata,
  readLookup,
  resourceLookups,
  rootLookups,
} from '../../../../../lib/scan/look/sources/metadata.ts';
import { html, impersonate, json, missing, type Web } from '../../web.ts';

describe('issuers above an endpoint', () => {
  it.each([
    ['GitHub', 'https://github.com/login/oauth/access_token', 'https://github.com/login/oauth'],
    [
      'Keycloak',
      'https://id.orchard.com/realms/main/protocol/openid-connect/token',
      'https://id.orchard.com/realms/main',
    ],
    [
      'Keycloak under a path',
      'https://orchard.com/auth/realms/main/protocol/openid-connect/auth',
      'https://orchard.com/auth/realms/main',
    ],
    ['Okta', 'https://orchard.okta.com/oauth2/default/v1/token', 'https://orchard.okta.com/oauth2/default'],
    ['Okta’s own server', 'https://orchard.okta.com/oauth2/v1/token', 'https://orchard.okta.com'],
    [
      'Entra',
      'https://login.microsoftonline.com/common/oauth2/v2.0/token',
      'https://login.microsoftonline.com/common/v2.0',
    ],
    ['LinkedIn', 'https://www.linkedin.com/oauth/v2/accessToken', 'https://www.linkedin.com/oauth'],
    ['Auth0', 'https://orchard.auth0.com/oauth/token', 'https://orchard.auth0.com'],
    ['PingFederate', 'https://sso.orchard.com/as/token.oauth2', 'https://sso.orchard.com'],
    ['the root', 'https://id.orchard.com/token', 'https://id.orchard.com'],
  ])('%s', (_name, endpoint, issuer) => expect(issuersAbove(endpoint)).toContain(issuer));

  it('are at most four, each once, and all of them above the endpoint’s own origin', () => {
    for (const endpoint of [
      'https://a.example/x/y/z/oauth2/v2.0/token',
      'https://a.example/',
      'https://a.example/token?x=/y/z',
      'https://a.example//oauth//token',
    ]) {
      const issuers = issuersAbove(endpoint);
      expect(issuers.length).toBeLessThanOrEqual(4);
      expect(new Set(issuers).size).toBe(issuers.length);
      for (const issuer of issuers) expect(new URL(issuer).origin).toBe('https://a.example');
    }
  });
});

describe('places', () => {
  it('of a root: RFC 8414 §3.1, OIDC Discovery §4, RFC 9728 §3.1', () => {
    expect(
      rootLookups('https://a.example', 'target', ['oauth', 'oidc', 'resource']).map(({ url, what, expected }) => [
        what,
        url,
        expected,
      ]),
    ).toEqual([
      ['oauth', 'https://a.example/.well-known/oauth-authorization-server', 'https://a.example'],
      ['oidc', 'https://a.example/.well-known/openid-configuration', 'https://a.example'],
      ['resource', 'https://a.example/.well-known/oauth-protected-resource', 'https://a.example'],
    ]);
    expect(rootLookups('https://a.example', 'target', ['oidc'])).toHaveLength(1);
  });
  it('of an issuer without a path', () =>
    expect(
      issuerLookups('https://id.example', 'metadata', true)
        .map(({ url }) => url)
        .sort(),
    ).toEqual([
      'https://id.example/.well-known/oauth-authorization-server',
      'https://id.example/.well-known/openid-configuration',
    ]));
  it('of an issuer with a path: inserted for OAuth, appended for OpenID Connect', () => {
    expect(issuerLookups('https://id.example/t1', 'metadata', true).map(({ what, url }) => [what, url])).toEqual([
      ['oauth', 'https://id.example/.well-known/oauth-authorization-server/t1'],
      ['oidc', 'https://id.example/t1/.well-known/openid-configuration'],
    ]);
  });
  it('of a resource with a path: inserted (RFC 9728 §3.1)', () =>
    expect(resourceLookups('https://mcp.example/mcp', 'metadata')[0]?.url).toBe(
      'https://mcp.example/.well-known/oauth-protected-resource/mcp',
    ));
  it('carry what they expect to find', () =>
    expect(
      issuerLookups('https://id.example/t1', 'challenge', false).every(
        (lookup) => lookup.expected === 'https://id.example/t1' && lookup.via === 'challenge' && !lookup.standardPlace,
      ),
    ).toBe(true));
});

const issuer = 'https://id.orchard.example';
const document = {
  issuer,
  authorization_endpoint: `${issuer}/a`,
  token_endpoint: `${issuer}/t`,
  response_types_supported: ['code'],
  grant_types_supported: ['client_credentials'],
};
const [oauth] = rootLookups(issuer, 'metadata', ['oauth']);
const [resource] = rootLookups('https://api.orchard.example', 'target', ['resource']);

describe('looking up', () => {
  async function looked(web: Web, ...lookups: (typeof oauth)[]) {
    const { crawl, known, asked } = impersonate(web);
    for (const lookup of lookups) if (lookup) readLookup(crawl, lookup, await askLookup(crawl, lookup));
    return { ...known, asked };
  }

  it('enters an issuer with its exchange', async () => {
    const { servers, lookups } = await looked(() => json(200, document), oauth);
    expect(servers).toMatchObject([
      {
        issuer,
        tokenEndpoint: `${issuer}/t`,
        grantTypes: ['client_credentials'],
        conformance: 'conforming',
        standardPlace: true,
        evidence: ['x1'],
      },
    ]);
    expect(lookups).toMatchObject([{ outcome: 'present', evidence: ['x1'] }]);
  });
  it('enters a protected resource', async () => {
    const { resources } = await looked(
      () => json(200, { resource: 'https://api.orchard.example', authorization_servers: [issuer] }),
      resource,
    );
    expect(resources).toMatchObject([{ resource: 'https://api.orchard.example', authorizationServers: [issuer] }]);
  });

  it.each([
    ['a page of the business', 'https://developers.orchard.example/guide', true],
    ['a hired page that carries its name', 'https://orchard.readme.io/docs', true],
    ['the manual of packaged software', 'https://gluu.org/docs', false],
  ])('follows what the metadata calls its documentation: %s', async (_name, manual, followed) => {
    const named = [
      await looked(() => json(200, { ...document, service_documentation: manual }), oauth),
      await looked(
        () => json(200, { resource: 'https://api.orchard.example', resource_documentation: manual }),
        resource,
      ),
    ];
    for (const { links } of named)
      expect(links.best(5, ['docs']).map(({ url }) => url)).toEqual(followed ? [manual] : []);
  });

  it.each<[string, 'absent' | 'malformed' | 'unobserved', Web]>([
    ['404', 'absent', () => missing],
    ['410', 'absent', () => json(410, {})],
    ['HTML under the JSON path', 'absent', () => html(200, '<!doctype html><p>Welcome')],
    [
      'broken JSON',
      'malformed',
      () => ({ status: 200, headers: { 'content-type': 'application/json' }, body: '{"issuer": ' }),
    ],
    ['a lost connection', 'unobserved', () => null],
    ['503', 'unobserved', () => html(503, 'later')],
    ['500', 'unobserved', () => html(500, 'oops')],
    ['429', 'unobserved', () => json(429, {})],
    [
      'a bot wall',
      'unobserved',
      () => html(403, '<title>Just a moment...</title>', { 'cf-mitigated': 'challenge', server: 'cloudflare' }),
    ],
  ])('%s is %s', async (_name, outcome, web) => {
    const { servers, lookups } = await looked(web, oauth);
    expect(servers).toEqual([]);
    expect(lookups.map((lookup) => lookup.outcome)).toEqual([outcome]);
  });

  it('enters one issuer once, although two places describe it', async () => {
    const { servers, lookups } = await looked(
      () => json(200, document),
      oauth,
      oauth && { ...oauth, url: `${issuer}/.well-known/oauth-authorization-server/again` },
    );
    expect(servers).toHaveLength(1);
    expect(lookups).toHaveLength(2);
  });

  it('asks one place once', async () => {
    const { crawl, known, asked } = impersonate(() => missing);
    known.sites = [issuer, issuer];
    await runSources([metadata, metadata], crawl);
    expect(asked.map(({ url }) => url)).toHaveLength(new Set(asked.map(({ url }) => url)).size);
    expect(asked).toHaveLength(3);
  });
});

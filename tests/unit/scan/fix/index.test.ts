import { wholeFix } from '../../../../lib/scan/fix/whole.ts';
import { load } from 'js-yaml';
import { overlaid } from '../../../fixes/documents.ts';
import { describe, expect, it } from 'vitest';
import { securityOverlay } from '../../../../lib/scan/fix/documents.ts';
import { frameworks } from '../../../../lib/scan/fix/frameworks.ts';
import { fixes, proposeFixes } from '../../../../lib/scan/fix/index.ts';
import { readPlaces } from '../../../../lib/scan/fix/places.ts';
import { fixIds } from '../../../../lib/scan/fix/types.ts';
import { antiPatterns, checklist, signals } from '../../../../lib/scan/judge/index.ts';
import { fix as fixSchema, type Fix } from '../../../../lib/scan/schema/report.ts';
import { answer, call, description, judgeSite, scheme, server, sites, statement, type Site } from './sites.ts';

function propose(site: Site): Fix[] {
  const { subject, findings, scored } = judgeSite(site);
  return proposeFixes(subject, findings, scored).map((fix) => wholeFix(fix));
}

function theFix(site: Site, id: string): Fix {
  const found = propose(site).find((f) => f.id === id);
  if (!found) throw new Error(`${id} was not proposed`);
  return found;
}

const artefact = (fix: Fix, title: string): string => {
  const found = fix.artefacts.find((a) => a.title.startsWith(title));
  if (!found) throw new Error(`${fix.id} has no artefact ${title}: ${fix.artefacts.map((a) => a.title).join(', ')}`);
  return found.text;
};

describe('the registry', () => {
  it('holds every fix once', () => expect(fixes.map((f) => f.id)).toEqual([...fixIds]));

  it('holds every fix that a signal or an anti-pattern names', () => {
    for (const { meta } of [...signals, ...antiPatterns]) expect(fixIds).toContain(meta.fix);
  });

  it('closes every checklist item with exactly one fix', () => {
    for (const { meta } of checklist)
      expect(fixes.filter((f) => f.checklist.includes(meta.id)).map((f) => f.id)).toHaveLength(1);
  });
});

describe('which fixes are proposed', () => {
  it.each<[keyof typeof sites, string[]]>([
    // What takes away the wall that the walk draws first comes first, whatever it gains; then by points.
    [
      'browserOnly',
      [
        'structured-401',
        'client-credentials',
        'self-service-keys',
        'token-expiry',
        'scope-restriction',
        'openapi-security',
      ],
    ],
    // No token endpoint and no metadata for an API with static keys, although the checklist has both to do.
    ['staticKey', ['self-service-keys', 'bearer-token', 'openapi-security', 'structured-401', 'scope-restriction']],
    [
      'cookieOnly',
      [
        'client-credentials',
        'bearer-token',
        'structured-401',
        'openapi-security',
        'self-service-keys',
        'token-expiry',
        'scope-restriction',
      ],
    ],
    [
      'captcha',
      ['captcha', 'client-credentials', 'self-service-keys', 'openapi-security', 'token-expiry', 'scope-restriction'],
    ],
    ['silent', ['client-credentials', 'token-expiry', 'scope-restriction', 'openapi-security']],
    ['plainHttp', ['https', 'metadata', 'openapi-security', 'self-service-keys', 'scope-restriction']],
    ['expiring', ['client-credentials', 'openapi-security', 'self-service-keys', 'token-expiry', 'scope-restriction']],
    ['perfect', []],
    ['open', []],
    ['noApi', ['publish-api']],
    ['unreachable', []],
  ])('%s: %j', (name, expected) => expect(propose(sites[name]).map((f) => f.id)).toEqual(expected));

  it('none for what could not be observed', () => {
    const proposed = propose(sites.blocked).map((f) => f.id);
    expect(proposed[0]).toBe('allow-scanner');
    // The challenge, the way of credentials and self-service were behind the wall.
    expect(proposed).not.toContain('structured-401');
    expect(proposed).not.toContain('bearer-token');
    expect(proposed).not.toContain('self-service-keys');
  });

  it('none for a target that asked to be left alone', () => {
    const evidence = judgeSite(sites.browserOnly).evidence;
    expect(propose({ evidence: { ...evidence, reach: { ...evidence.reach, optedOut: true } } })).toEqual([]);
  });
});

describe('each fix', () => {
  const table: [string, Site, { why: RegExp; step: RegExp; effort: Fix['effort'] }][] = [
    [
      'structured-401',
      sites.browserOnly,
      {
        why: /HTTP 302 \(exchange x7\)|HTTP 302\) \(exchange x7\)/,
        step: /Wrap the guard of https:\/\/api\.acme\.example\/v1 as below/,
        effort: 'hours',
      },
    ],
    [
      'client-credentials',
      sites.browserOnly,
      {
        why: /authorization code grant.*exchange x9/,
        step: /Switch the grant on in the authorization server behind https:\/\/login\.acme\.example\/oauth2\/token/,
        effort: 'hours',
      },
    ],
    [
      'bearer-token',
      sites.staticKey,
      { why: /X-API-Key.*exchange x7/, step: /accept there the same keys as in X-API-Key/, effort: 'hours' },
    ],
    [
      'metadata',
      sites.faultyMetadata,
      {
        why: /the issuer is https:\/\/other\.example/,
        step: /Correct the metadata at https:\/\/login\.acme\.example\/\.well-known\/oauth-authorization-server/,
        effort: 'minutes',
      },
    ],
    [
      'openapi-security',
      sites.captcha,
      {
        why: /No API description was found/,
        step: /https:\/\/api\.acme\.example\/openapi\.json \(assumed\)/,
        effort: 'minutes',
      },
    ],
    [
      'self-service-keys',
      sites.staticKey,
      {
        why: /“We will review your application\.”/,
        step: /https:\/\/acme\.example\/developers\/keys \(assumed\)/,
        effort: 'days',
      },
    ],
    [
      'token-expiry',
      sites.expiring,
      { why: /Log in again every 30 days/, step: /expires_in, in seconds/, effort: 'hours' },
    ],
    [
      'scope-restriction',
      sites.staticKey,
      {
        why: /nothing published says that a credential can be limited/,
        step: /choose what a key may do/,
        effort: 'days',
      },
    ],
    [
      'captcha',
      sites.captcha,
      {
        why: /Turnstile asks for a visible challenge on https:\/\/acme\.example\/signup \(exchange x6\)/,
        step: /https:\/\/acme\.example\/signup first/,
        effort: 'hours',
      },
    ],
    [
      'https',
      sites.plainHttp,
      {
        why: /http:\/\/login\.acme\.example\/oauth2\/token is not encrypted/,
        step: /Serve http:\/\/login\.acme\.example\/oauth2\/token over HTTPS/,
        effort: 'hours',
      },
    ],
    [
      'publish-api',
      sites.noApi,
      { why: /no API was found at acme\.example/, step: /https:\/\/api\.acme\.example \(assumed\)/, effort: 'days' },
    ],
    [
      'allow-scanner',
      sites.blocked,
      {
        why: /Cloudflare answered at https:\/\/api\.acme\.example\/v1\/orders \(exchange x7\)/,
        step: /User-Agent holds Latchkey/,
        effort: 'minutes',
      },
    ],
  ];

  it('has a row in this table', () => expect(table.map(([id]) => id).sort()).toEqual([...fixIds].sort()));

  it.each(table)('%s is tailored to its target', (id, site, { why, step, effort }) => {
    const fix = theFix(site, id);
    expect(fix.why).toMatch(why);
    expect(fix.steps.join('\n')).toMatch(step);
    expect(fix.effort).toBe(effort);
    expect(fix.steps.length).toBeGreaterThanOrEqual(2);
    expect(fix.keeps.length).toBeGreaterThan(0);
    expect(fix.undo).not.toBe('');
    expect(fix.checks.length).toBeGreaterThan(0);
    expect(fix.steps.length).toBeLessThanOrEqual(6);
    expect(fix.artefacts.at(-1)?.title).toBe('Check by hand');
    expect(fixSchema.parse(fix)).toEqual(fix);
    for (const text of [fix.why, ...fix.steps, fix.agentText, ...fix.artefacts.map((a) => a.text)])
      expect(text).not.toMatch(/\{\{|\[object|NaN/);
    expect(fix.agentText.length).toBeLessThan(12_000);
  });

  it('comes out the same twice', () => {
    for (const site of Object.values(sites)) expect(JSON.stringify(propose(site))).toBe(JSON.stringify(propose(site)));
  });
});

describe('structured-401', () => {
  it('says which challenge was sent, or that none was', () => {
    expect(theFix(sites.browserOnly, 'structured-401').why).toContain(
      'It sent no WWW-Authenticate field and led to https://acme.example/login?next=%2F',
    );
    const empty = propose({
      evidence: {
        calls: [
          call(
            answer({
              contentType: null,
              challenges: [{ scheme: 'Bearer', parameters: { realm: 'acme' }, token68: null, faults: [] }],
            }),
          ),
        ],
      },
    });
    expect(empty.find((f) => f.id === 'structured-401')?.why).toContain(
      'It sent WWW-Authenticate: Bearer realm="acme"',
    );
  });

  it('brings files and lines for every framework, and nothing that has to be written first', () => {
    const { artefacts } = theFix(sites.cookieOnly, 'bearer-token');
    for (const { name } of frameworks) {
      const mine = artefacts.filter((one) => one.frameworks.includes(name));
      const files = mine.flatMap(({ file }) => file ?? []);
      expect(mine.some(({ file, title }) => file === null && title.startsWith('The lines in your app'))).toBe(true);
      const wanted = mine.flatMap(({ text }) =>
        [...text.matchAll(/ from '\.\/([\w.-]+)'/g)].map((match) => match[1] ?? ''),
      );
      expect(wanted.filter((file) => !files.includes(file))).toEqual([]);
    }
  });

  it('points at the protected resource metadata only where it is there', () => {
    const named = /resource_metadata="https:\/\/api\.acme\.example\/\.well-known\/oauth-protected-resource"/;
    expect(artefact(theFix(sites.browserOnly, 'structured-401'), 'refusal.ts')).toMatch(named);
    expect(artefact(theFix(sites.staticKey, 'structured-401'), 'refusal.ts')).not.toContain('resource_metadata');
  });

  it('names what the API takes today, not what other fixes propose', () => {
    const challenge = (site: Site) => artefact(theFix(site, 'structured-401'), 'The answer').split('\n')[1];
    expect(challenge(sites.staticKey)).toBe(
      'WWW-Authenticate: ApiKey realm="api.acme.example", type="header", name="X-API-Key"',
    );
    expect(challenge(sites.cookieOnly)).toBe('WWW-Authenticate: Cookie realm="api.acme.example"');
  });

  it('calls an MCP server the way it is called', () => {
    const mcp = propose({
      evidence: {
        calls: [
          call(answer({ contentType: 'text/plain' }), {
            method: 'POST',
            kind: 'mcp',
            url: 'https://mcp.acme.example/mcp',
          }),
        ],
      },
    });
    const check = artefact(mcp.find((f) => f.id === 'structured-401') ?? theFix(sites.noApi, 'none'), 'Check by hand');
    expect(check).toContain(`"method":"ping"`);
    expect(check).toContain(`'https://mcp.acme.example/mcp'`);
  });
});

describe('documents', () => {
  it('metadata that was not recorded as a whole is changed by a patch, never written anew', () => {
    const fix = theFix(sites.browserOnly, 'client-credentials');
    expect(JSON.parse(artefact(fix, 'The change to your metadata'))).toEqual([
      { op: 'add', path: '/grant_types_supported/-', value: 'client_credentials' },
      { op: 'add', path: '/token_endpoint_auth_methods_supported/-', value: 'client_secret_basic' },
      { op: 'add', path: '/token_endpoint_auth_methods_supported/-', value: 'client_secret_post' },
    ]);
    expect(fix.artefacts.map(({ file }) => file)).not.toContain('authorization-server.json');
  });

  it('metadata of a machine-only server lists no response type but none, and marks what is assumed', () => {
    const fix = theFix(sites.cookieOnly, 'client-credentials');
    expect(fix.artefacts.map((a) => a.title)).toContain(
      'Authorization server metadata, /.well-known/oauth-authorization-server (addresses assumed: put yours in)',
    );
    expect(JSON.parse(artefact(fix, 'Authorization server metadata'))).toMatchObject({
      token_endpoint: 'https://auth.acme.example/oauth/token',
      response_types_supported: ['none'],
    });
    expect(fix.steps[0]).toContain('https://auth.acme.example/oauth/token (assumed)');
  });

  it('plain http becomes https in everything that is proposed', () => {
    const fix = theFix(sites.plainHttp, 'metadata');
    expect(JSON.parse(artefact(fix, 'Authorization server metadata'))).toMatchObject({
      issuer: 'https://login.acme.example',
      token_endpoint: 'https://login.acme.example/oauth2/token',
    });
  });

  it('well-known segments go between host and path (RFC 8414 §3.1)', () => {
    const site: Site = {
      evidence: {
        ...sites.faultyMetadata.evidence,
        authorizationServers: [
          server({ issuer: 'https://login.acme.example/tenant/', conformance: 'non-conforming', faults: ['broken'] }),
        ],
      },
    };
    expect(theFix(site, 'metadata').steps[0]).toContain(
      'https://login.acme.example/.well-known/oauth-authorization-server/tenant:',
    );
  });

  it('an MCP server is its whole URL (RFC 9728 §3.1)', () => {
    const site: Site = {
      surface: {
        apiBases: [{ url: 'https://mcp.acme.example/mcp', via: 'convention', evidence: ['x2'], kind: 'mcp' }],
      },
      evidence: { ...sites.faultyMetadata.evidence },
    };
    expect(theFix(site, 'metadata').steps.join('\n')).toContain(
      'https://mcp.acme.example/.well-known/oauth-protected-resource/mcp',
    );
    expect(JSON.parse(artefact(theFix(site, 'metadata'), 'Protected resource metadata'))).toMatchObject({
      resource: 'https://mcp.acme.example/mcp',
    });
  });

  it('the overlay speaks the dialect of the description, and applies to it', () => {
    const site = (format: 'swagger-2.0' | 'openapi-3.1'): Site => ({
      evidence: { ...sites.staticKey.evidence, descriptions: [description([], { format })] },
    });
    const apply = (format: 'swagger-2.0' | 'openapi-3.1', document: object) =>
      overlaid(document, artefact(theFix(site(format), 'openapi-security'), 'Overlay'));
    const apiKey = { type: 'apiKey', in: 'header', name: 'X-API-Key' };
    const paths = { '/orders': { get: { summary: 'stays' } } };
    expect(apply('openapi-3.1', { paths, components: { schemas: { Order: {} } } })).toMatchObject({
      paths,
      components: { schemas: { Order: {} }, securitySchemes: { apiKey } },
      security: [{ apiKey: [] }],
    });
    expect(apply('swagger-2.0', { paths })).toMatchObject({
      paths,
      securityDefinitions: { apiKey },
      security: [{ apiKey: [] }],
    });
    const overlay = load(artefact(theFix(site('openapi-3.1'), 'openapi-security'), 'Overlay'));
    expect(overlay).toMatchObject({ overlay: '1.0.0', extends: 'https://api.acme.example/openapi.yaml' });
  });

  it('the overlay gives a scheme no name that is taken', () => {
    const taken = scheme({ name: 'apiKey', type: 'apiKey', in: 'cookie', parameter: 'sid', used: false });
    const site: Site = { evidence: { ...sites.staticKey.evidence, descriptions: [description([taken])] } };
    const { subject, findings, scored } = judgeSite(site);
    const context = {
      subject,
      findings,
      scored,
      places: readPlaces(subject),
      exchanges: [],
      products: [],
      framework: null,
    };
    const { text } = securityOverlay(context, [{ id: 'own-header', name: 'X-API-Key' }], false);
    expect(load(text)).toMatchObject({
      actions: [{ update: { components: { securitySchemes: { apiKeyForPrograms: {} } } } }],
    });
  });

  it('the overlay of a client credentials API holds its token endpoint and scopes', () => {
    const site: Site = { evidence: { ...sites.perfect.evidence, descriptions: [] } };
    const flow = {
      tokenUrl: 'https://login.acme.example/oauth2/token',
      scopes: { 'orders:read': 'What orders:read allows.' },
    };
    expect(overlaid({}, artefact(theFix(site, 'openapi-security'), 'Overlay'))).toMatchObject({
      components: { securitySchemes: { clientCredentials: { type: 'oauth2', flows: { clientCredentials: flow } } } },
    });
  });
});

describe('addresses', () => {
  it('a target without a domain is guessed at its own origin', () => {
    const site: Site = {
      target: { input: '10.0.0.7:8443', url: 'https://10.0.0.7:8443/', host: '10.0.0.7', domain: '10.0.0.7' },
      surface: { apiBases: [] },
    };
    expect(theFix(site, 'publish-api').steps.join('\n')).toContain('https://10.0.0.7:8443 (assumed)');
  });

  it('a token endpoint that is dead is not named', () => {
    const described = scheme({
      flows: [
        {
          grant: 'authorization_code',
          tokenUrl: 'https://old.acme.example/token',
          authorizationUrl: null,
          refreshUrl: null,
          scopes: [],
        },
      ],
    });
    const site: Site = {
      evidence: {
        ...sites.browserOnly.evidence,
        authorizationServers: [],
        descriptions: [description([described])],
        tokenEndpoints: [
          {
            url: 'https://old.acme.example/token',
            via: 'description',
            evidence: ['x1'],
            basic: null,
            body: null,
            bogus: null,
            json: null,
            row: 15,
            clientCredentials: 'unknown',
            tokenExchange: 'unknown',
            jwtBearer: 'unknown',
            life: 'dead',
            reason: '404',
          },
        ],
      },
    };
    expect(theFix(site, 'client-credentials').steps[0]).not.toContain('old.acme.example');
  });
});

describe('the wall of a blocked scan', () => {
  it('leads with the rule for the product that was seen, and allows by the name Latchkey', () => {
    const evidence = judgeSite(sites.blocked).evidence;
    const of = (product: string) =>
      theFix(
        {
          evidence: {
            ...evidence,
            reach: { ...evidence.reach, walls: [{ product, url: 'https://api.acme.example/', evidence: [] }] },
          },
        },
        'allow-scanner',
      );
    expect(of('Cloudflare').artefacts[0]?.title).toContain('Cloudflare');
    expect(of('AWS WAF').artefacts[0]?.title).toContain('AWS WAF');
    expect(of('DataDome').artefacts[0]?.title).toBe('robots.txt');
    for (const { title, text } of of('Cloudflare').artefacts) expect(title + text).toContain('Latchkey');
  });
});

describe('token-expiry', () => {
  it('speaks of refresh tokens only where people authorise', () => {
    expect(theFix(sites.browserOnly, 'token-expiry').steps.join(' ')).toContain('refresh tokens');
    expect(theFix(sites.expiring, 'token-expiry').steps.join(' ')).not.toContain('refresh tokens');
  });
});

it('tells a statement in the words of the target, cited', () => {
  const site: Site = {
    evidence: {
      ...sites.staticKey.evidence,
      statements: [
        statement('approval', 'Apply for API access; allow 3-5 business days.', { evidence: ['x21', 'x22'] }),
      ],
    },
  };
  expect(theFix(site, 'self-service-keys').why).toContain(
    '“Apply for API access; allow 3-5 business days.” (exchanges x21, x22).',
  );
});

/** Products are recognised by what they send, and by nothing less. */
import { describe, expect, it } from 'vitest';
import { proposeFixes } from '../../../../lib/scan/fix/index.ts';
import { rows } from '../../../../lib/scan/fix/product-rows.ts';
import { ownTraces, recognise, recogniseFramework } from '../../../../lib/scan/fix/products.ts';
import { frameworkNamed, wholeFix } from '../../../../lib/scan/fix/whole.ts';
import type { Fix } from '../../../../lib/scan/schema/report.ts';
import type { Exchange } from '../../../../lib/scan/types.ts';
import { judgeSite, sites, type Site } from './sites.ts';

const login = 'https://login.acme.example';
const exchange = (url: string, headers: [string, string][] = [], body = '', status = 400): Exchange => ({
  ...{ id: 'x3', purpose: '', error: null, ms: 1 },
  request: { method: 'GET', url, headers: [], body: null },
  response: { status, headers, body, bodyBytes: body.length, truncated: false },
});
const at = (path: string, body = '') => exchange(login + path, [], body);
const sent = (...headers: [string, string][]) => exchange(`${login}/`, headers);
const from = (host: string) => exchange(`https://${host}/`);

/** What each product really sends; where its own hosts tell, such a host. */
const signs: Record<string, Exchange> = {
  keycloak: at(
    '/.well-known/openid-configuration',
    `{"token_endpoint":"${login}/realms/acme/protocol/openid-connect/token"}`,
  ),
  auth0: sent(['x-auth0-requestid', 'f3a9']),
  okta: sent(['x-okta-request-id', 'aVb']),
  'entra-id': at(
    '/token',
    '{"error":"unauthorized_client","error_description":"AADSTS700016: Application was not found."}',
  ),
  cognito: from('acme.auth.eu-west-1.amazoncognito.com'),
  ping: sent(['set-cookie', 'PF=a1; Path=/; Secure']),
  forgerock: sent(['set-cookie', 'iPlanetDirectoryPro=a; Path=/']),
  curity: at('/oauth/v2/oauth-token'),
  hydra: at(
    '/oauth2/token',
    '{"error":"invalid_client","error_description":"Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method)."}',
  ),
  zitadel: at(
    '/.well-known/openid-configuration',
    `{"token_endpoint":"${login}/oauth/v2/token","userinfo_endpoint":"${login}/oidc/v1/userinfo"}`,
  ),
  authentik: sent(['x-powered-by', 'authentik']),
  fusionauth: sent(['set-cookie', 'fusionauth.locale=en; Path=/']),
  supabase: sent(['sb-project-ref', 'abc']),
  clerk: sent(['x-clerk-auth-status', 'signed-out']),
  workos: from('acme.authkit.app'),
  stytch: from('acme.customers.stytch.com'),
  'better-auth': sent(['set-cookie', 'better-auth.session_token=a.b; Path=/; HttpOnly']),
  'oidc-provider': at(
    '/token',
    '{"error":"unsupported_grant_type","error_description":"unsupported grant_type requested"}',
  ),
  doorkeeper: at(
    '/oauth/token',
    '{"error":"invalid_client","error_description":"Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method."}',
  ),
  'django-oauth-toolkit': at('/o/token/', '{"error":"invalid_client"}'),
  'laravel-passport': at(
    '/oauth/token',
    '{"error":"unsupported_grant_type","hint":"Check that all required parameters have been provided","message":"…"}',
  ),
  'spring-authorization-server': at(
    '/oauth2/token',
    '{"error_description":"OAuth 2.0 Parameter: grant_type","error":"unsupported_grant_type"}',
  ),
  openiddict: at(
    '/connect/token',
    '{"error":"invalid_request","error_uri":"https://documentation.openiddict.com/errors/ID2077"}',
  ),
  identityserver: at('/.well-known/openid-configuration', `{"check_session_iframe":"${login}/connect/checksession"}`),
  wordpress: sent(['link', '<https://acme.example/wp-json/>; rel="https://api.w.org/"']),
  kong: sent(['via', '1.1 kong/3.9.0']),
  apigee: at('/token', '{"fault":{"detail":{"errorcode":"oauth.v2.InvalidAccessToken"}}}'),
  'aws-api-gateway': sent(['x-amz-apigw-id', 'AbC=']),
  'azure-api-management': at(
    '/',
    '{ "statusCode": 401, "message": "Access denied due to missing subscription key. Make sure to include it." }',
  ),
  cloudflare: sent(['server', 'cloudflare'], ['cf-ray', '8f0']),
  envoy: sent(['server', 'envoy']),
  traefik: sent(['server', 'Traefik']),
  nginx: sent(['server', 'nginx/1.27.3']),
  apache: sent(['server', 'Apache/2.4.66 (Debian)']),
};

const siteOf = (found: Exchange): Site => {
  const url = found.request.url;
  const issuer = new URL(url).origin;
  return {
    surface: {
      authorizationServers: [{ url, issuer, via: 'metadata', evidence: [] }],
      tokenEndpoints: [{ url, via: 'metadata', evidence: [] }],
    },
    evidence: sites.browserOnly.evidence,
  };
};
const place = ({ request: { url } }: Exchange) => ({ url, via: 'metadata' as const, evidence: [] });
const productsOf = (found: Exchange) => recognise(ownTraces([found], judgeSite(siteOf(found)).subject));

describe('recognition', () => {
  it('has a sign for every row', () => expect(Object.keys(signs).sort()).toEqual(rows.map(({ id }) => id).sort()));

  it.each(Object.entries(signs))('%s by what it sends, and says what gave it away', (id, found) => {
    const [first, ...others] = productsOf(found);
    expect([first?.product.id, others]).toEqual([id, []]);
    expect(first?.because).toMatch(/\(exchange x3\)$/);
  });

  it.each([
    [
      'nothing in particular',
      exchange(`${login}/oauth2/token`, [['content-type', 'application/json']], '{"error":"invalid_client"}'),
    ],
    ['a path that is not there', exchange(`${login}/o/token/`, [], '', 404)],
    ['a foreign host', from('status.elsewhere.example')],
  ])('none by %s', (_name, found) =>
    expect(recognise(ownTraces([found], judgeSite(sites.browserOnly).subject))).toEqual([]),
  );

  it('never what a host sends that is not the business’s own', () => {
    const foreign = exchange('https://cdn.elsewhere.example/', [['server', 'nginx']]);
    expect(recognise(ownTraces([foreign], judgeSite(sites.browserOnly).subject))).toEqual([]);
  });
});

describe('advice', () => {
  it.each(Object.entries(signs))('of %s has no place left open, and links to a manual', (_id, found) => {
    const { subject, findings, scored } = judgeSite(siteOf(found));
    for (const fix of proposeFixes(subject, findings, scored, [found])) {
      const { product, steps, artefacts } = wholeFix(fix);
      expect(steps.join(' ')).not.toContain('{{');
      for (const { text } of artefacts) expect(text).not.toMatch(/\{\{[A-Z]/);
      if (product) expect(product.manual).toMatch(/^https:\/\//);
    }
  });

  it('of an authorization server is its own switch: no code stands in its place', () => {
    const found = signs['oidc-provider'];
    if (!found) throw new Error('there is a sign');
    const { subject, findings, scored } = judgeSite(siteOf(found));
    const grant = proposeFixes(subject, findings, scored, [found]).find(({ id }) => id === 'client-credentials');
    expect(grant).toMatchObject({ effort: 'minutes', product: { name: 'node-oidc-provider' } });
    expect(grant?.code).toBeNull();
    expect(grant?.artefacts.map(({ file }) => file)).toContain('with-machines.ts');
    expect(grant?.steps[0]).toContain('features.clientCredentials.enabled');
  });

  it('of a product that has no such switch keeps the code', () => {
    const found = signs['supabase'];
    if (!found) throw new Error('there is a sign');
    const { subject, findings, scored } = judgeSite(siteOf(found));
    const grant = proposeFixes(subject, findings, scored, [found]).find(({ id }) => id === 'client-credentials');
    expect(grant?.code?.kinds).toEqual(['token-branch', 'beside']);
  });

  it('of a product that publishes no metadata brings the document, and what serves it in its framework', () => {
    const found = signs['django-oauth-toolkit'];
    if (!found) throw new Error('there is a sign');
    const { subject, findings, scored } = judgeSite({
      surface: { tokenEndpoints: [place(found)] },
      evidence: { ...sites.browserOnly.evidence, authorizationServers: [] },
    });
    const grant = proposeFixes(subject, findings, scored, [found]).find(({ id }) => id === 'client-credentials');
    expect(grant?.code).toMatchObject({
      kinds: ['metadata'],
      frameworks: [{ name: 'Django', files: ['metadata.py'] }],
    });
    expect(grant?.artefacts.map(({ title }) => title)).toContain('Command line');
  });
});

describe('frameworks', () => {
  const api = 'https://api.acme.example/v1/orders';
  const named = (...answers: Exchange[]) => recogniseFramework(ownTraces(answers, judgeSite(sites.staticKey).subject));
  it.each<[string | null, Exchange[]]>([
    ['Express', [exchange(api, [['x-powered-by', 'Express']])]],
    ['NestJS', [exchange(api, [['x-powered-by', 'Express']], '{"message":"Cannot GET /none","statusCode":404}', 404)]],
    ['Next.js', [exchange(api, [['x-powered-by', 'Next.js']])]],
    [
      'Fastify',
      [exchange(api, [], '{"message":"Route GET:/none not found","error":"Not Found","statusCode":404}', 404)],
    ],
    ['FastAPI', [exchange(api, [['server', 'uvicorn']], '{"detail":"Not Found"}', 404)]],
    ['Flask', [exchange(api, [['server', 'Werkzeug/2.2.2 Python/3.11.2']])]],
    ['Django', [exchange(api, [['set-cookie', 'csrftoken=a; Path=/']])]],
    ['Rails', [exchange(api, [['x-runtime', '0.004']])]],
    ['Laravel', [exchange(api, [['set-cookie', 'laravel_session=a; Path=/']])]],
    ['Go', [exchange(api, [], '404 page not found\n', 404)]],
    [
      'Spring',
      [exchange(api, [], '{"timestamp":"2026-11-29T07:00:00Z","status":404,"error":"Not Found","path":"/none"}', 404)],
    ],
    ['ASP.NET Core', [exchange(api, [['server', 'Kestrel']])]],
    [null, [exchange(api, [['server', 'nginx']])]],
    // Two of them: which one the code belongs into cannot be told.
    [null, [exchange(api, [['server', 'Kestrel']]), exchange(api, [['x-runtime', '0.004']])]],
    // A host that is not the business's own.
    [null, [exchange('https://cdn.elsewhere.example/', [['x-powered-by', 'Express']])]],
  ])('%s by what it sends', (name, answers) => expect(named(...answers)).toBe(name));

  it('bring their files into the report; those of the others are named, and can be had', () => {
    const { subject, findings, scored } = judgeSite(sites.staticKey);
    const [before, after] = [[], [exchange(api, [['x-powered-by', 'Express']])]].map((answers) =>
      proposeFixes(subject, findings, scored, answers).find(({ id }) => id === 'bearer-token'),
    );
    if (!before || !after) throw new Error('it is proposed');
    const filesIn = (fix: Fix) =>
      fix.artefacts.filter(({ frameworks }) => frameworks.length > 0).map(({ file }) => file);
    expect(filesIn(before)).toEqual([]);
    expect(filesIn(after)).toContain('beside.ts');
    expect(after.code?.recognised).toBe('Express');
    expect(frameworkNamed(before, 'fastapi')).toBe('FastAPI');
    expect(filesIn(wholeFix(before, 'FastAPI'))).toContain('beside.py');
    expect(new Set(wholeFix(before).artefacts.flatMap(({ frameworks }) => frameworks)).size).toBe(13);
  });

  it('cost a report little: the code of thirteen frameworks is not in it', () => {
    const { subject, findings, scored } = judgeSite(sites.staticKey);
    expect(JSON.stringify(proposeFixes(subject, findings, scored)).length).toBeLessThan(60_000);
  });

  it('of a report from before stay as they were stored', () => {
    const { subject, findings, scored } = judgeSite(sites.staticKey);
    const fix = proposeFixes(subject, findings, scored).find(({ id }) => id === 'bearer-token');
    if (!fix) throw new Error('it is proposed');
    const stored = { ...wholeFix(fix), code: null };
    expect(wholeFix(stored)).toBe(stored);
    expect(wholeFix(stored, 'Express').artefacts.flatMap(({ frameworks }) => frameworks)).not.toContain('Flask');
    // A place that this version has and the stored values have not: no code, and no error.
    const short = { ...fix, code: fix.code && { ...fix.code, values: {} } };
    expect(wholeFix(short).artefacts.some(({ text }) => text.includes('{{'))).toBe(false);
  });
});

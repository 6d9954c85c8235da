/** A business that says something of the test's choosing in every place that a scan reads, and a whole scan of it. */
import { parseTarget, scan, type Report, type ScanEvent } from '../../../lib/scan/index.ts';
import { html, json, redirect, text } from '../../worlds/lib/answers.ts';
import { serve, type Logged } from '../../worlds/lib/serve.ts';
import type { Incoming, Site } from '../../worlds/lib/world.ts';

const api = 'https://api.acme-widgets.com';
const inline = (written: string): string => written.replaceAll('\n', ' ');
/** As a field value may carry it: its UTF-8 bytes, without those that end a field or that no sender lets through, at most 2,000. */
const field = (written: string): string =>
  Buffer.from(inline(written))
    .toString('latin1')
    .replace(/[\x00-\x08\x0a-\x1f\x7f]/g, '')
    .trim()
    .slice(0, 2000);
/** Inside a quoted-string (RFC 9110 §5.6.4). */
const quoted = (written: string): string => field(written).replace(/["\\]/g, String.raw`\$&`);

/**
 * The hosts of the business. `plant` says what stands in a place that a reader quotes (titles, sentences, scopes), `body` what stands elsewhere in
 * the answers (samples, forms, headers, errors, URLs); `cookie` is the value of its session cookie. An API that echoes what it is sent.
 */
export function plantedHosts(
  plant: (place: string) => string,
  body: (place: string) => string,
  cookie: string,
): Record<string, Site> {
  const asUrl = (place: string): string => encodeURI(inline(body(place)).toWellFormed()).slice(0, 900);
  const description = {
    openapi: '3.1.0',
    info: { title: `Acme API ${inline(plant('openapi title'))}`.slice(0, 190), version: '1' },
    servers: [{ url: api }],
    security: [{ key: [] }],
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: inline(plant('openapi scheme')) },
        oauth: {
          type: 'oauth2',
          flows: {
            clientCredentials: { tokenUrl: `${api}/oauth/token`, scopes: { [inline(plant('openapi scope'))]: 'x' } },
          },
        },
      },
    },
    paths: { '/v1/users': { get: {} }, '/v1/orders': { get: {} } },
  };
  const docs = (
    path: string,
  ): string => `<html><head><title>Authentication ${inline(plant(`${path} title`))}</title></head><body><main><h1>Authentication ${plant(`${path} heading`)}</h1>
    <p>Every request needs an API key in the Authorization header as a bearer token. ${plant(`${path} prose`)}</p><p>Create an API key in the dashboard and use it right away, for example ${plant(`${path} example`)}.</p>
    <p>Access tokens expire after 3600 seconds: ${plant(`${path} expiry`)}</p><p>We review each application manually (${plant(`${path} approval`)}) and approve it within five working days.</p><pre>${body(`${path} sample`)}\ncurl ${api}/v1/users</pre><form>${body(`${path} form`)}<input name="email"></form><a href="/docs/tokens">API tokens ${plant(`${path} link`)}</a><a href="/openapi.json">OpenAPI</a></main></body></html>`;
  const site: Site = {
    routes: {
      '/': html(
        200,
        `<title>Acme ${inline(plant('home title'))}</title><main><p>${body('home')}</p><a href="/docs/auth">API authentication</a><a href="/signup">Sign up</a></main>`,
        { 'set-cookie': `session=${cookie}; Path=/`, 'x-debug': field(body('home header')) },
      ),
      '/docs/auth': html(200, docs('docs')),
      '/docs/tokens': html(200, docs('tokens')),
      '/signup': html(
        200,
        `<title>Sign up</title><form action="/signup">${body('sign-up form')}<input type="email"><input type="password"><div class="g-recaptcha" data-sitekey="x"></div></form>`,
      ),
      '/llms.txt': text(200, `# Acme\n\n- [Docs](https://acme-widgets.com/docs/auth): ${inline(plant('llms'))}\n`),
      '/openapi.json': json(200, description),
      '/.well-known/api-catalog': redirect(302, `/catalog?${asUrl('redirect')}`),
    },
  };
  const echo = (request: Incoming): string =>
    JSON.stringify({
      error: 'invalid_token',
      message: `${inline(plant('error message'))} You sent ${request.headers['authorization'] ?? 'nothing'} and ${request.body}`,
      hint: body('error hint'),
      received: request.headers,
    });
  return {
    'acme-widgets.com': site,
    'api.acme-widgets.com': {
      routes: {
        'POST /oauth/token': (request) => ({
          status: 401,
          headers: {
            'content-type': 'application/json',
            'www-authenticate': `Basic realm="${quoted(body('token realm'))}"`,
          },
          body: JSON.stringify({
            error: 'invalid_client',
            error_description: `Unknown client ${request.body} ${request.headers['authorization'] ?? ''} ${inline(body('token error'))}`,
          }),
        }),
        '/openapi.json': json(404, { error: 'not_found' }),
        '/.well-known/oauth-authorization-server': json(200, {
          issuer: api,
          token_endpoint: `${api}/oauth/token`,
          grant_types_supported: ['client_credentials'],
          scopes_supported: ['read', inline(body('metadata scope'))],
          service_documentation: `https://acme-widgets.com/docs/auth?${asUrl('metadata url')}`,
        }),
        '*': (request) => ({
          status: 401,
          headers: {
            'content-type': 'application/json',
            'www-authenticate': `Bearer error="invalid_token", error_description="${quoted(body('challenge'))} ${request.authorization.value}"`,
            'x-echo': request.headers['authorization'] ?? '',
          },
          body: echo(request),
        }),
      },
    },
  };
}

/** Scans it to the end. `log` holds what reached it. */
export async function scanPlanted(
  hosts: Record<string, Site>,
): Promise<{ report: Report; events: ScanEvent[]; log: Logged[] }> {
  const served = await serve({ hosts });
  try {
    const steps = scan(parseTarget('acme-widgets.com', { allowNets: [] }), {
      ...served.options,
      budget: { requests: 60, totalMs: 10_000 },
    });
    const events: ScanEvent[] = [];
    for (;;) {
      const step = await steps.next();
      if (step.done) return { report: step.value, events, log: served.log };
      events.push(step.value);
    }
  } finally {
    await served.stop();
  }
}

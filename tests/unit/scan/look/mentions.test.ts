/** What the URLs of documentation are: written as pages write them, read by the page reader. */
import { describe, expect, it } from 'vitest';
import { classifyMention, readMentions, type MentionKind } from '../../../../lib/scan/look/mentions.ts';
import { readPage } from '../../../../lib/scan/read/page/index.ts';

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const inPage = (body: string, url = 'https://docs.orchard.example/auth') =>
  readMentions(
    readPage({
      text: `<html><body><main>${body}</main></body></html>`,
      contentType: 'text/html',
      url,
      evidence: ['x7'],
    }),
  );
const sample = (code: string, url?: string) => inPage(`<pre><code>${escape(code)}</code></pre>`, url);
const prose = (text: string) => inPage(`<p>${text}</p>`);
const kinds = (mentions: ReturnType<typeof inPage>) => mentions.map(({ kind, url }) => [kind, url]);

describe('samples', () => {
  it.each<[string, string, [MentionKind, string][]]>([
    [
      'a token request',
      'curl -X POST https://id.orchard.example/oauth2/token \\\n  -d grant_type=client_credentials',
      [['token', 'https://id.orchard.example/oauth2/token']],
    ],
    [
      'a grant_type that stands on another line than its URL',
      'curl https://orchard.example/api/auth/session \\\n  --data "client_id=x" \\\n  --data "grant_type=client_credentials"',
      [['token', 'https://orchard.example/api/auth/session']],
    ],
    [
      'a grant_type in the query, whatever the path is called',
      "curl --request GET 'https://orchard.example/oauth/v1/generate?grant_type=client_credentials'",
      [['token', 'https://orchard.example/oauth/v1/generate?grant_type=client_credentials']],
    ],
    [
      'GitHub’s form',
      'POST https://github.example/login/oauth/access_token?client_id=a&client_secret=b',
      [['token', 'https://github.example/login/oauth/access_token?client_id=a&client_secret=b']],
    ],
    [
      'Slack’s form',
      'curl https://orchard.example/api/oauth.v2.access -F client_id=1 -F client_secret=2',
      [['token', 'https://orchard.example/api/oauth.v2.access']],
    ],
    [
      'a call',
      'curl https://api.orchard.example/v1/pears \\\n  -H "Authorization: Bearer $TOKEN"',
      [['api', 'https://api.orchard.example/v1/pears']],
    ],
    [
      'a call on a plain host',
      'GET https://orchard.example/api/v2/pears.json\nAuthorization: Bearer x',
      [['api', 'https://orchard.example/api/v2/pears.json']],
    ],
    [
      'POST /v1/tokens of a payment API makes card tokens',
      'curl https://api.orchard.example/v1/tokens \\\n  -u sk_test_x: \\\n  -d "card[number]"=4242424242424242',
      [['api', 'https://api.orchard.example/v1/tokens']],
    ],
    [
      'the same path with a grant_type makes access tokens',
      'curl https://api.orchard.example/v1/tokens -d grant_type=client_credentials',
      [['token', 'https://api.orchard.example/v1/tokens']],
    ],
    [
      'an authorization request',
      'https://orchard.example/oauth/authorize?response_type=code&client_id=x&redirect_uri=y',
      [['authorization', 'https://orchard.example/oauth/authorize?response_type=code&client_id=x&redirect_uri=y']],
    ],
    [
      'a device authorization',
      'curl -X POST https://id.orchard.example/oauth/device/code -d client_id=x',
      [['device', 'https://id.orchard.example/oauth/device/code']],
    ],
    [
      'metadata',
      'curl https://id.orchard.example/.well-known/openid-configuration',
      [['metadata', 'https://id.orchard.example/.well-known/openid-configuration']],
    ],
    ['another well-known file is no API', 'curl https://api.orchard.example/.well-known/security.txt', []],
    [
      'a description',
      'wget https://api.orchard.example/openapi.yaml',
      [['description', 'https://api.orchard.example/openapi.yaml']],
    ],
    [
      'an MCP server',
      '{ "mcpServers": { "orchard": { "url": "https://mcp.orchard.example/mcp" } } }',
      [['mcp', 'https://mcp.orchard.example/mcp']],
    ],
    [
      'an MCP server at the root of its host',
      '"url": "https://mcp.orchard.example/"',
      [['mcp', 'https://mcp.orchard.example/']],
    ],
    [
      'GraphQL',
      'POST https://orchard.example/graphql\nAuthorization: Bearer x',
      [['graphql', 'https://orchard.example/graphql']],
    ],
    ['a picture', 'curl -O https://cdn.orchard.example/logo.png', []],
  ])('%s', (_name, code, expected) => expect(kinds(sample(code))).toEqual(expected));

  it('a page of the documentation itself is no API, whatever its path', () => {
    expect(kinds(sample('https://docs.orchard.example/v1/pears', 'https://docs.orchard.example/auth'))).toEqual([]);
    expect(kinds(sample('https://docs.orchard.example/api/token', 'https://docs.orchard.example/auth'))).toEqual([]);
  });
});

describe('prose', () => {
  it.each<[string, string, [MentionKind, string][]]>([
    [
      'a base URL',
      'The base URL is <code>https://orchard.example/rest</code>.',
      [['api', 'https://orchard.example/rest']],
    ],
    [
      'a base address without a hint in itself',
      'The base URL of all requests is <code>https://data.orchard.example</code>',
      [['api', 'https://data.orchard.example']],
    ],
    [
      'a token endpoint',
      'The token endpoint is <code>https://login.orchard.example/token</code>.',
      [['token', 'https://login.orchard.example/token']],
    ],
    ['a host named api', 'Everything lives on https://api.orchard.example.', [['api', 'https://api.orchard.example']]],
    ['a page about something else', 'See <code>https://orchard.example/pears</code>.', []],
  ])('%s', (_name, text, expected) =>
    expect(kinds(prose(text)).map(([kind, url]) => [kind, url?.replace(/\/$/, '')])).toEqual(expected),
  );
});

describe('what is told beside the kind', () => {
  it('where it stands, and the exchange', () => {
    expect(sample('curl https://api.orchard.example/v1/pears')[0]).toMatchObject({
      via: 'docs-sample',
      evidence: ['x7'],
    });
    expect(prose('The API is at <code>https://api.orchard.example</code>')[0]?.via).toBe('docs-text');
    expect(inPage('<script>const base = "https://api.orchard.example/v1/pears";</script>')[0]?.via).toBe('page-script');
  });
  it('the method', () => {
    expect(sample('curl -X DELETE https://api.orchard.example/v1/pears')[0]?.method).toBe('DELETE');
    expect(sample('GET https://api.orchard.example/v1/pears')[0]?.method).toBe('GET');
  });
  it('whether a credential is sent to it, or it is called the base', () => {
    expect(sample('curl https://api.orchard.example/v1/pears -H "X-Api-Key: 1"')[0]?.strong).toBe(true);
    expect(prose('The base URL is <code>https://api.orchard.example</code>')[0]?.strong).toBe(true);
    expect(sample('curl https://api.orchard.example/v1/pears')[0]?.strong).toBe(false);
  });
  it('whether its page speaks of credentials', () => {
    expect(
      inPage('<p>Send your access token.</p><pre><code>curl https://api.orchard.example/v1/pears</code></pre>')[0]
        ?.guarded,
    ).toBe(true);
    expect(
      inPage('<p>Pears are sweet.</p><pre><code>curl https://api.orchard.example/v1/pears</code></pre>')[0]?.guarded,
    ).toBe(false);
  });
  it('each once', () =>
    expect(sample('curl https://api.orchard.example/v1/pears\ncurl https://api.orchard.example/v1/pears')).toHaveLength(
      1,
    ));
});

it('reads a template as what it stands for, and text that is no address as nothing', () => {
  expect(classifyMention('https://{domain}.orchard.example/oauth/token', 'POST grant_type', '', 'POST', false)).toBe(
    'token',
  );
  expect(classifyMention('https://', '', '', null, false)).toBeNull();
  const program = 'https://api.orchard.example/connector.php';
  expect(classifyMention(program, `Every request is a POST to ${program}`, '', 'POST', false)).toBe('api');
  expect(classifyMention(program, `curl ${program} -H 'X-OrchardToken: 1'`, '', null, false)).toBe('api');
  expect(classifyMention(program, `See ${program}`, '', null, false)).toBeNull();
});

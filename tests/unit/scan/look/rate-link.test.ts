/** Which links lead towards authentication. Points are an order, not a promise: the tests compare, and name kinds. */
import { describe, expect, it } from 'vitest';
import { rateLink, type LinkKind } from '../../../../lib/scan/look/rate-link.ts';

const link = (text: string, url = 'https://orchard.example/x', rel: string[] = []) => ({
  url,
  text,
  rel,
  region: 'main' as const,
});
const rate = (text: string, url?: string, inDocs = false, rel?: string[]) => rateLink(link(text, url, rel), inDocs);
const points = (...of: Parameters<typeof rate>) => rate(...of)?.points ?? -Infinity;

describe('the kind of a link', () => {
  it.each<[LinkKind, string, string]>([
    ['docs', 'Authentication', 'https://docs.orchard.example/authentication'],
    ['docs', 'API reference', 'https://orchard.example/api-reference'],
    ['docs', '', 'https://docs.orchard.example/oauth'],
    ['docs', 'Developers', 'https://orchard.example/developers'],
    ['docs', '開発者', 'https://orchard.example/ja'],
    ['docs', 'Documentation', 'https://orchard.readme.example/'],
    ['docs', 'Programadores', 'https://orchard.example/programadores'],
    ['docs', 'Dla programistów', 'https://orchard.example/pl'],
    ['docs', 'Разработчикам', 'https://orchard.example/ru'],
    ['sign-up', 'Sign up', 'https://app.orchard.example/signup'],
    ['sign-up', 'Start free', 'https://app.orchard.example/x'],
    ['sign-up', '', 'https://orchard.example/register'],
    ['sign-up', 'Registrieren', 'https://orchard.example/de/konto'],
    ['log-in', 'Log in', 'https://app.orchard.example/login'],
    ['log-in', 'Anmelden', 'https://app.orchard.example/x'],
    ['keys', 'API keys', 'https://dashboard.orchard.example/settings'],
    ['keys', 'My apps', 'https://console.orchard.example/apps'],
    ['description', 'Download', 'https://orchard.example/openapi.json'],
    ['description', 'Spec', 'https://orchard.example/v2/swagger.yaml'],
    ['description', 'Download the specification', 'https://orchard.example/files/pears_v3.json'],
    ['description', 'Download', 'https://orchard.example/files/apidoc_specs/pears.yaml'],
    ['docs', '/pears', 'https://orchard.example/pears'],
    ['description', 'x', 'https://orchard.example/orchard-openapi-3.1.yml'],
    ['llms', 'For models', 'https://orchard.example/llms.txt'],
    ['llms', '', 'https://docs.orchard.example/llms-full.txt'],
  ])('%s: %s %s', (kind, text, url) => expect(rate(text, url)?.kind).toBe(kind));

  it('is documentation on a login where documentation links it, and the login elsewhere', () => {
    const link = ['Log in with authorisation code', 'https://orchard.example/guides/login-authorisation'] as const;
    expect(rate(...link, true)?.kind).toBe('docs');
    expect(rate(...link)?.kind).toBe('log-in');
    expect(rate('Log in', 'https://orchard.example/login', true)?.kind).toBe('log-in');
  });

  it('is a description wherever the relation says so (RFC 8631)', () =>
    expect(rate('x', 'https://orchard.example/machine', false, ['service-desc'])?.kind).toBe('description'));

  it.each(['manifest', 'stylesheet', 'icon', 'preload'])(
    'is none where a browser draws or installs the page: rel=%s',
    (rel) => expect(rate('API', 'https://docs.orchard.example/api', true, [rel])).toBeNull(),
  );

  it.each([
    ['a web manifest', 'API', 'https://orchard.example/api.webmanifest'],
    ['a picture', 'Authentication', 'https://docs.orchard.example/auth.png'],
    ['a script', 'API', 'https://orchard.example/api.js'],
    ['mail', 'API', 'mailto:api@orchard.example'],
    ['a script address', 'API', 'javascript:alert(1)'],
    ['no address', 'API', 'https://['],
    ['a press page', 'Press', 'https://orchard.example/press'],
    ['jobs', 'Careers', 'https://orchard.example/careers'],
    ['a cookie notice', 'Cookies', 'https://orchard.example/cookies'],
    ['nothing of interest', 'Pears', 'https://orchard.example/pears'],
  ])('is none for %s', (_name, text, url) => expect(rate(text, url)).toBeNull());
});

describe('the order of links', () => {
  const before = (first: Parameters<typeof rate>, second: Parameters<typeof rate>) =>
    expect(points(...first)).toBeGreaterThan(points(...second));
  it('authentication comes before introductions, these before errors, these before prices', () => {
    const inDocs = (text: string) => points(text, 'https://docs.orchard.example/p', true);
    const order = [
      'Authentication',
      'Client credentials',
      'Scopes',
      'Getting started',
      'Overview',
      'Errors',
      'Pricing',
    ].map(inDocs);
    expect(order).toEqual(order.toSorted((a, b) => b - a));
    expect(order[0]).toBeGreaterThan(order.at(-1) ?? 0);
  });
  it('the best word counts, so a long title gains nothing', () =>
    expect(points('Tokens, scopes, errors and guides', 'https://docs.orchard.example/p', true)).toBe(
      points('Tokens', 'https://docs.orchard.example/p', true),
    ));
  it.each(['Access', 'Keys'])('a page called “%s” comes before one that says nothing', (text) =>
    before([text, 'https://docs.orchard.example/p', true], ['Pears', 'https://docs.orchard.example/q', true]),
  );
  it('words count for more inside documentation', () =>
    before(
      ['Authentication', 'https://orchard.example/p', true],
      ['Authentication', 'https://orchard.example/p', false],
    ));
  it('a host named docs counts on a marketing page', () =>
    before(['Documentation', 'https://docs.orchard.example/'], ['Documentation', 'https://www.orchard.example/']));
  it('the path speaks where the text does not', () =>
    before(
      ['Read more', 'https://docs.orchard.example/guides/authentication', true],
      ['Read more', 'https://docs.orchard.example/guides/colours', true],
    ));
  it.each([
    'How to create access keys',
    '获取访问凭证',
    '接口鉴权',
    '开发流程',
    '权限',
    'アクセストークン',
    '액세스 토큰',
    'Авторизация запросов: аутентификация',
    'Uwierzytelnianie',
    'Kimlik doğrulama',
  ])('words for credentials come before an overview in any language: %s', (text) =>
    before([text, 'https://docs.orchard.example/p', true], ['Overview', 'https://docs.orchard.example/q', true]),
  );
  it('the changelog goes behind every page about tokens', () =>
    before(
      ['Access tokens', 'https://docs.orchard.example/p', true],
      ['Changelog', 'https://docs.orchard.example/changelog', true],
    ));
});

it('leaves the fragment out, for it names the same page', () =>
  expect(rate('Authentication', 'https://docs.orchard.example/auth#bearer')?.url).toBe(
    'https://docs.orchard.example/auth',
  ));
it('survives a stray percent sign', () =>
  expect(rate('', 'https://docs.orchard.example/%E0%A4%A/authentication', true)?.kind).toBe('docs'));
it('keeps at most 200 characters of the text', () =>
  expect(rate('Authentication '.repeat(100), 'https://docs.orchard.example/')?.text.length).toBeLessThanOrEqual(200));

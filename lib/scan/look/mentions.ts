/** What the URLs written in documentation are: that is where real APIs name their real hosts and token endpoints. */
import { anyOf, Names } from '../names.ts';
import type { HttpResponse, Page, Via } from '../types.ts';
import { withoutSlash } from '../text.ts';

export type MentionKind =
  | 'token'
  | 'authorization'
  | 'device'
  | 'metadata'
  | 'description'
  | 'mcp'
  | 'graphql'
  | 'api'
  | 'docs';

export interface Mention {
  kind: MentionKind;
  url: string;
  method: string | null;
  via: Via;
  evidence: string[];
  /** Names its host as the base of the API ("Base URL", "base address"), or sends a credential to it. */
  strong: boolean;
  /** The page that holds it speaks of credentials, so the endpoint is documented as one that needs them. */
  guarded: boolean;
  /** A media type of the vendor's own that the sample asks for: some APIs hide every path from clients that ask for another. */
  accept: string | null;
  /** Written as a path: `url` is where it would stand on the host of its page. */
  relative?: boolean;
}

/** What a member of a JSON document names. */
export const linked = (kind: MentionKind, url: string, { id }: HttpResponse): Mention => ({
  kind,
  url,
  method: null,
  via: 'link',
  evidence: [id],
  strong: kind !== 'api',
  guarded: false,
  accept: null,
});

const tokenSegment = new Names(
  'token tokens accesstoken access-token access_token accesstokens access-tokens access_tokens authtoken auth-token auth_token authtokens ' +
    'auth-tokens auth_tokens oauthtoken oauth-token oauth_token oauthtokens oauth-tokens oauth_tokens gettoken get-token get_token ' +
    'getaccesstoken get-access-token get_access_token getaccess-token getaccess_token get-accesstoken get_accesstoken generatetoken ' +
    'generate-token generate_token requesttoken request-token request_token token.oauth2 token.php token.json token.do token.srf ' +
    'oauth.access oauth2.access oauth.user.access oauth2.user.access *.token jwt',
);
/** Slack's: `oauth.v2.access`. */
const versionedAccess = /^oauth2?\.v\d\.(?:user\.)?access$/i;
const authorizeSegment = new Names(
  'authorize authorise authorization oauth oauth2 auth authorize.* consent oauthauthorize login',
);
const oauthish = new Names(
  '*openid* *connect* *auth* *security* *identity* *token* *login* *sso* *iam* *realms* *protocol*',
);
const tokenTalk =
  /grant[_ ]type|client[_ -](id|secret|credentials)|access[_ -]token|token endpoint|token url|bearer|exchange/i;
const apiHost = /(^|[.-])(api|apis|rest|graph|graphql|gateway|services?|ws)\d*([.-]|$)/i;
const apiPath = /(^|\/)(api|apis|rest|services?|v\d+(\.\d+)?|\d{4}-\d{2}(-\d{2})?|wp-json|odata|jsonapi)(\/|$|\.)/i;
/** What is said of the base of an API. */
const baseTalk = anyOf([
  'base[ _-]?(ur[li]|address|path|endpoint)',
  'requests? (go|are (sent|made)|(should|must) be (sent|made)) to',
  '(send|make) (your |all |api )*(requests|calls) to',
  '(available|hosted|served|reachable) (at|from|under)',
  String.raw`\bapis? (is|are|lives?) (at|under|on)`,
  'api (server|host|endpoint|url)',
  'basis-?url',
  'url de base',
  'url base',
  'endpoint',
  'root url',
  'ベースurl',
  '基础',
  '(all|every|each) (api )?(requests?|calls?)',
]);
const credentialTalk =
  /authorization:|[?&](api[-_]?key|key|appid|app_id|token|auth)=|client[-_]?id|secret|access[-_]token|-u\s|--user\s|api[-_]?key|\bx-[\w-]{0,40}(key|token|auth|secret)\b|bearer|\$\w*(key|token)/i;
const consentTalk = new Names('*authoriz* *authoris* *response_type* *redirect_uri* *consent* *client_id*');
const staticFile = new Names(
  '*.png *.jpg *.jpeg *.gif *.svg *.webp *.ico *.css *.js *.mjs *.map *.zip *.gz *.pdf *.mp4 *.woff *.woff2 *.htm *.html *.php *.asp *.aspx ' +
    '*.txt *.md',
);
const programFile = new Names('*.php *.asp *.aspx');
const called = (talk: string, method: string | null): boolean =>
  method !== null || (/\bcurl\b/.test(talk) && credentialTalk.test(talk));
const docsHost = new Names(
  'doc.* docs.* developer.* developers.* dev.* help.* support.* learn.* apidocs.* api-docs.* reference.*',
);
const otherEndpoints = new Names(
  'revoke revocation introspect introspection register registration userinfo jwks par logout end_session endsession',
);
const methods = new Names('get post put patch delete');

/** A path below one that is called an API or a version of one: `/api/pears`, `/v2/pears`. */
export const namesApi = (path: string): boolean => apiPath.test(path);

/** One URL in its surroundings. */
interface Written {
  url: string;
  host: string;
  path: string;
  /** The last segment of the path. */
  last: string;
  line: string;
  sample: string;
  /** Line and sample. */
  talk: string;
  method: string | null;
  docsHost: boolean;
}

/** The kinds in the order in which they are tried. */
const kinds: readonly [MentionKind | null, (written: Written) => boolean][] = [
  ['metadata', ({ path }) => /\/\.well-known\/(oauth|openid)[-_]/.test(path)],
  [null, ({ path }) => path.includes('/.well-known/')],
  ['description', ({ last }) => /(openapi|swagger)[\w.-]*\.(json|ya?ml)$/i.test(last)],
  // Other endpoints of an authorization server are no place for a token request: it must never revoke, introspect or register.
  [null, ({ last }) => otherEndpoints.has(last)],
  ['device', ({ path }) => /device[/_-]?(code|authorization)|device_authorization/i.test(path)],
  ['authorization', (written) => !isTokenSegment(written.last) && authorizes(written)],
  // RFC 6749 §4: whatever the path is called, this parameter asks for a token.
  ['token', ({ url }) => /[?&]grant_type=/.test(url)],
  // "POST /v1/tokens" of a payment or push API makes something else than an access token.
  ['api', (written) => givesTokens(written) && makesOtherTokens(written)],
  ['token', (written) => givesTokens(written) || postsGrant(written)],
  ['mcp', ({ host, path }) => /(^|\/)mcp$/i.test(path) || (/^mcp\./i.test(host) && /^$|sse$/i.test(path))],
  ['graphql', ({ host, path }) => /(^|\/)graphql$/i.test(path) || (/(^|\.)graphql\./i.test(host) && path === '')],
  // A program on the server is an endpoint where its method or a credential stands beside it; alone it is a page.
  [null, ({ path, talk, method }) => staticFile.has(path) && !(programFile.has(path) && called(talk, method))],
  ['api', isApi],
];

const isTokenSegment = (segment: string): boolean => tokenSegment.has(segment) || versionedAccess.test(segment);

const authorizes = ({ url, path, last, talk, method }: Written): boolean =>
  /[?&]response_type=/.test(url) ||
  (authorizeSegment.has(last) && oauthish.has(path) && method !== 'POST' && consentTalk.has(talk + path));

const givesTokens = ({ host, path, last, talk, method, docsHost: inDocs }: Written): boolean =>
  isTokenSegment(last) && (tokenTalk.test(talk) || (oauthish.has(host + path) && !(inDocs && method === null)));

const makesOtherTokens = ({ path, last, talk }: Written): boolean =>
  last.toLowerCase().endsWith('tokens') &&
  !/grant_type|client_secret|client credentials/i.test(talk) &&
  !path.toLowerCase().includes('oauth');

const postsGrant = ({ host, path, line, sample, method }: Written): boolean =>
  sample.includes('grant_type') &&
  (method === 'POST' || /-d\b|--data|grant_type/.test(line)) &&
  oauthish.has(host + path);

function isApi({ host, path, line, talk, method, docsHost: inDocs }: Written): boolean {
  if (apiHost.test(host)) return true;
  if (inDocs) return false;
  if (apiPath.test(path) || (baseTalk.test(line) && !host.includes('doc'))) return true;
  return credentialTalk.test(talk) && methods.has(method ?? '');
}

/** The URL with its placeholders filled; null when it is none. */
function filled(url: string): URL | null {
  const plain = url.replace(/[{}<>]/g, '');
  return URL.canParse(plain) ? new URL(plain) : null;
}

/**
 * Classifies one written URL. `sample` is the whole code block that holds it, since a grant_type stands on another line than the
 * URL that it is posted to.
 */
export function classifyMention(
  url: string,
  line: string,
  sample: string,
  method: string | null,
  inDocs: boolean,
): MentionKind | null {
  const parsed = filled(url);
  if (parsed === null) return null;
  const path = withoutSlash(parsed.pathname);
  const last = path.split('/').pop() ?? '';
  const talk = `${line}\n${sample}`;
  const written = { url, host: parsed.hostname, path, last, line, sample, talk, method, docsHost: inDocs };
  return kinds.find(([, is]) => is(written))?.[0] ?? null;
}

/** Every classified URL of one page, in document order, each once per kind. */
export function readMentions(page: Page): Mention[] {
  const samples = page.blocks.filter((block) => block.kind === 'code').map((block) => block.text);
  const pageHost = new URL(page.url).hostname;
  const inDocs = docsHost.has(pageHost);
  const guarded = page.blocks.some(
    (block) =>
      block.region !== 'nav' &&
      block.region !== 'footer' &&
      (credentialTalk.test(block.text) || /\b(access token|password|client[ _]secret|credentials)\b/i.test(block.text)),
  );
  const seen = new Set<string>();
  const mentions: Mention[] = [];
  for (const { url, line, kind, method, relative } of page.urls) {
    const sample = kind === 'code' ? (samples.find((text) => text.includes(line.trim())) ?? '') : '';
    const here = inDocs && !relative && filled(url)?.hostname === pageHost;
    const found = classifyMention(url, line, sample, method, here);
    if (!found || seen.has(`${found} ${method ?? ''} ${url}`)) continue;
    seen.add(`${found} ${method ?? ''} ${url}`);
    mentions.push({
      kind: found,
      url,
      method,
      evidence: page.evidence,
      ...(relative && { relative }),
      via: kind === 'code' ? 'docs-sample' : kind === 'script' ? 'page-script' : 'docs-text',
      guarded,
      accept:
        /\baccept['"]?\s{0,4}[:=]\s{0,4}['"]?\s{0,4}(application\/vnd\.[\w.+-]{1,80}(?:\s*;\s*\w{1,20}=[\w.-]{1,20})?)/i.exec(
          sample,
        )?.[1] ?? null,
      strong: baseTalk.test(line) || credentialTalk.test(`${line}\n${sample}`),
    });
  }
  return mentions;
}

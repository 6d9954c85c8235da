/** What the URLs written in documentation are: that is where real APIs name their real hosts and token endpoints. */
import type { Page, Via } from '../types.ts';

export type MentionKind = 'token' | 'authorization' | 'device' | 'metadata' | 'description' | 'mcp' | 'graphql' | 'api' | 'docs';

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
}

const tokenSegment = /^(tokens?|access[-_]?tokens?|o?auth[-_]?tokens?|get[-_]?(access[-_]?)?token|generate[-_]?token|request[-_]?token|token\.(oauth2|php|json|do|srf)|oauth2?\.(v\d\.)?(user\.)?access|[\w.]*\.token|jwt)$/i;
const authorizeSegment = /^(authorize|authorise|authorization|oauth2?|auth|authorize\.\w+|consent|oauthauthorize|login)$/i;
const oauthish = /oauth|openid|connect|auth|security|identity|token|login|sso|iam|realms|protocol/i;
const tokenTalk = /grant[_ ]type|client[_ -](id|secret|credentials)|access[_ -]token|token endpoint|token url|bearer|exchange/i;
const apiHost = /(^|[.-])(api|apis|rest|graph|graphql|gateway|services?|ws)\d*([.-]|$)/i;
const apiPath = /(^|\/)(api|apis|rest|services?|v\d+(\.\d+)?|\d{4}-\d{2}(-\d{2})?|wp-json|odata|jsonapi)(\/|$|\.)/i;
const baseTalk = /base[ _-]?(ur[li]|address|path|endpoint)|requests? (go|are (sent|made)|(should|must) be (sent|made)) to|(send|make) (your |all |api )*(requests|calls) to|(available|hosted|served|reachable) (at|from|under)|\bapis? (is|are|lives?) (at|under|on)|api (server|host|endpoint|url)|basis-?url|url de base|url base|endpoint|root url|ベースurl|基础|all (api )?(requests|calls)/i;
const credentialTalk = /authorization:|[?&](api[-_]?key|key|appid|app_id|token|auth)=|client[-_]?id|secret|access[-_]token|-u\s|--user\s|x-api-key|api[-_]?key|bearer|\$\w*(key|token)/i;
const staticFile = /\.(png|jpe?g|gif|svg|webp|ico|css|m?js|map|zip|gz|pdf|mp4|woff2?|html?|php|aspx?|txt|md)$/i;

/**
 * Classifies one written URL. `sample` is the whole code block that holds it, since a grant_type stands on another line than the
 * URL that it is posted to.
 */
export function classifyMention(url: string, line: string, sample: string, method: string | null, docsHost: boolean): MentionKind | null {
  if (!URL.canParse(url.replace(/[{}<>]/g, ''))) return null;
  const parsed = new URL(url.replace(/[{}<>]/g, ''));
  const path = parsed.pathname.replace(/\/+$/, '');
  const last = path.split('/').pop() ?? '';
  if (/\/\.well-known\/(oauth|openid)[-_]/.test(path)) return 'metadata';
  if (path.includes('/.well-known/')) return null;
  if (/(openapi|swagger)[\w.-]*\.(json|ya?ml)$/i.test(last)) return 'description';
  const talk = `${line}\n${sample}`;
  if (/device[/_-]?(code|authorization)|device_authorization/i.test(path)) return 'device';
  if (/[?&]response_type=/.test(url) || (authorizeSegment.test(last) && oauthish.test(path) && /authoriz|authoris|response_type|redirect_uri|consent|client_id/i.test(talk + path) && method !== 'POST')) {
    if (!tokenSegment.test(last)) return 'authorization';
  }
  if (tokenSegment.test(last) && (oauthish.test(parsed.hostname + path) || tokenTalk.test(talk)) && !(docsHost && method === null && !tokenTalk.test(talk))) {
    // "POST /v1/tokens" of a payment or push API makes something else than an access token.
    if (/tokens$/i.test(last) && !/grant_type|client_secret|client credentials/i.test(talk) && !/oauth/i.test(path)) return 'api';
    return 'token';
  }
  if (/grant_type/.test(sample) && (method === 'POST' || /-d\b|--data|grant_type/.test(line)) && oauthish.test(parsed.hostname + path)) return 'token';
  if (/(^|\/)mcp$/i.test(path) || (/^mcp\./i.test(parsed.hostname) && (path === '' || /sse$/i.test(path)))) return 'mcp';
  if (/(^|\/)graphql$/i.test(path) || (/(^|\.)graphql\./i.test(parsed.hostname) && path === '')) return 'graphql';
  if (staticFile.test(path)) return null;
  if (apiHost.test(parsed.hostname) || (apiPath.test(path) && !docsHost) || (baseTalk.test(line) && !docsHost && !/doc/i.test(parsed.hostname))) return 'api';
  if (!docsHost && credentialTalk.test(talk) && /^(get|post|put|patch|delete)$/i.test(method ?? '')) return 'api';
  return null;
}

/** Every classified URL of one page, in document order, each once per kind. */
export function readMentions(page: Page): Mention[] {
  const samples = page.blocks.filter((block) => block.kind === 'code').map((block) => block.text);
  const docsHost = /^(docs?|developers?|dev|help|support|learn|apidocs|api-docs|reference)\./i.test(new URL(page.url).hostname);
  const guarded = page.blocks.some((block) => block.region !== 'nav' && block.region !== 'footer' && (credentialTalk.test(block.text) || /\b(access token|password|client[ _]secret|credentials)\b/i.test(block.text)));
  const seen = new Set<string>();
  const mentions: Mention[] = [];
  for (const { url, line, kind, method } of page.urls) {
    const sample = kind === 'code' ? (samples.find((text) => text.includes(line.trim())) ?? '') : '';
    const pageHost = new URL(page.url).hostname;
    const host = URL.canParse(url.replace(/[{}<>]/g, '')) ? new URL(url.replace(/[{}<>]/g, '')).hostname : '';
    const found = classifyMention(url, line, sample, method, docsHost && host === pageHost);
    if (!found || seen.has(`${found} ${method ?? ''} ${url}`)) continue;
    seen.add(`${found} ${method ?? ''} ${url}`);
    mentions.push({
      kind: found, url, method, evidence: page.evidence,
      via: kind === 'code' ? 'docs-sample' : kind === 'script' ? 'page-script' : 'docs-text',
      guarded,
      accept: /\baccept['"]?\s{0,4}[:=]\s{0,4}['"]?\s{0,4}(application\/vnd\.[\w.+-]{1,80}(?:\s*;\s*\w{1,20}=[\w.-]{1,20})?)/i.exec(sample)?.[1] ?? null,
      strong: baseTalk.test(line) || credentialTalk.test(`${line}\n${sample}`),
    });
  }
  return mentions;
}

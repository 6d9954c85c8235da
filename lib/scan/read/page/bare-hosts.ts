/** Hosts that documentation writes down without a scheme (`api.example.com/v1`). */
import { parse as parseDomain } from 'tldts';
import { anyOf, Names } from '../../names.ts';

const HOST =
  /(?<![\w@./:<-])((?:[a-z0-9{][a-z0-9{}_-]{0,62}\.){1,8}[a-z]{2,24})(:\d{2,5})?(\/[^\s"'`<>|,;\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]{0,500})?(?![\w@-])/gi;
const CONTEXT = anyOf([
  String.raw`\b(?:base|root|service|server|api|request|rest|token|authori[sz]ation|sandbox|production|test|live|staging)?[ -]?(?:ur[li]s?|uris?|address|endpoints?|hosts?|hostnames?|servers?|domains?|base ?path|environments?)\b`,
  String.raw`\b(?:sandbox|production|endpunkt|basis-url|point d['’]accès|エンドポイント|端点|接口地址|域名)`,
  'requests? (?:go|are sent|must be sent)',
  'send (?:all |your )?requests',
]);
/** Words of labels: `api`, `rest-eu`, `api2`. */
const API_LABEL = new Names(
  'api apis rest graph graphql gateway gw oauth oauth2 sandbox openapi webservice webservices ws service services connect auth login accounts ' +
    'id identity mcp platform partnerapi data',
);
const isApiLabel = (label: string): boolean =>
  label.split('-').some((word) => API_LABEL.has(word)) ||
  API_LABEL.has(
    label
      .split('-')
      .at(-1)
      ?.replace(/\d{1,2}$/, '') ?? '',
  );
const API_PATH = /^\/(?:api|apis|rest|v\d|graphql|oauth|oauth2|services|mcp|connect)(?:[/.?]|\d|$)/i;

/** Hosts written without a scheme, as https URLs, when the line speaks of a base URL or the name itself is that of an API. At most 12. */
export function bareHosts(line: string): { url: string; index: number }[] {
  if (line.length > 4_000 || !line.includes('.')) return [];
  const spoken = CONTEXT.test(line);
  const out: { url: string; index: number }[] = [];
  for (const found of line.matchAll(HOST)) {
    if (out.length >= 12) break;
    const host = (found[1] ?? '').toLowerCase();
    const path = (found[3] ?? '').replace(/[.,;:!?)\]]+$/, '');
    const labels = host.split('.');
    const apiName = labels.length >= 3 && labels.slice(0, -2).some((label) => isApiLabel(label));
    const apiPath = API_PATH.test(path);
    if (!(spoken ? apiName || apiPath : apiName && apiPath)) continue;
    if (!registrable(host)) continue;
    out.push({ url: `https://${found[1] ?? ''}${found[2] ?? ''}${path}`, index: found.index });
  }
  return out;
}

/** The last label is a public suffix, or `.test` (RFC 6761), so `users.list` and `config.json` are no hosts. */
function registrable(host: string): boolean {
  const parsed = parseDomain(host.replace(/\{[^{}]{0,80}\}/g, 'x'), { allowPrivateDomains: false });
  return parsed.domain !== null && (parsed.isIcann === true || parsed.publicSuffix === 'test');
}

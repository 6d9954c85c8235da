/** Which links of a page lead an agent towards authentication. Vocabulary, never hosts. */
import type { PageLink } from '../types.ts';

/** [pattern over link text and last path segments, points]. The best match counts, so that long titles gain nothing. */
const worth: readonly [RegExp, number][] = [
  [/\b(authenticat\w*|authoriz\w*|authoris\w*|authentifi\w*|autenti\w*|auth)\b|認証|认证|인증/i, 20],
  [/\boauth[\s-]?(2(\.0)?)?\b|\bopenid\b|\boidc\b|\b(server[- ]to[- ]server|machine[- ]to[- ]machine|m2m|service accounts?)\b/i, 19],
  [/\bapi[\s_-]?(keys?|tokens?|credentials?|access)\b|\b(get|request|obtain|create|order)[\s-](a|an|your)[\s-](free[\s-])?(key|token)\b|api[- ]?schlüssel|cl(é|e)s?[- ]?(d['’]?)?api|clave|chave|apiキー|密钥|api 키/i, 19],
  [/\b(personal[\s-])?access[\s-]tokens?\b|\bclient[\s-]credentials\b|\brefresh(ing)?[\s-](user[\s-])?(access[\s-])?tokens?\b|\btoken[\s-](rotation|endpoint|exchange)\b/i, 18],
  [/\b(credentials?|secrets?|tokens?|jwt)\b/i, 14],
  [/\b(scopes?|permissions?)\b/i, 13],
  [/\b(api[\s-](reference|docs?|documentation|guides?)|rest[\s-]?api|web[\s-]?api|http[\s-]?api|reference|endpoints?)\b/i, 12],
  [/\b(how[\s-]to[\s-](start|use|call|connect)|get(ting)?[\s-]started|quick[\s-]?starts?|introduction|first[\s-](steps|call|request)|make.*(api )?(request|call)s?|requests?[\s-]to|erste schritte|premiers pas|primeros pasos)\b|入門|快速/i, 12],
  [/\b(openapi|swagger|postman|api[\s-]?(description|specification|spec))\b/i, 11],
  [/\b(mcp|model[\s-]context[\s-]protocol|agents?)\b/i, 10],
  [/\b(developers?|documentation|docs|api|apis|entwickler|développeurs|desarrolladores|desenvolvedores|sviluppatori|ontwikkelaars|schnittstellen?|api-schnittstelle)\b|schnittstelle|開発者|开发者|개발자|interfaz|interface de programmation/i, 11],
  [/^access\b|^keys\b|\b(request[\s-]access|apply|access[\s-]levels?|app[\s-]review|products?[\s-]catalog(ue)?|quotas?|api[\s-]access|partner[\s-]program)\b/i, 8],
  [/\b(overview|basics|concepts|usage|guides?|integrations?|interfaces?|psd2|xs2a|create[\s-]an?[\s-]app(lication)?|register(ing)?[\s-]an?[\s-]app(lication)?)\b/i, 7],
  [/\b(errors?|rate[\s-]?limits?|status[\s-]codes?|security)\b/i, 5],
  [/\b(help|support|knowledge|hilfe|aide|ayuda|faq)\b/i, 3],
  [/\b(pricing|plans)\b/i, 1],
];
const worthless = /\b(blog|careers?|jobs|press|news(room)?|events?|webinars?|customers?|case[\s-]stud\w+|legal|privacy|terms|cookies?|status|about|investors?|changelog|release[\s-]notes|community|forum|contact|brand|sitemap|podcast|videos?|imprint|impressum|datenschutz|shop|store|cart|subprocessors|dpa)\b/i;
const credentialParameter = /^(api[-_]?key|key|app_?id|token|access[-_]?token|auth|secret|client[-_]?secret|sig|signature|password|pwd)$/i;
const binary = /\.(png|jpe?g|gif|svg|webp|ico|css|js|mjs|map|zip|gz|tgz|pdf|mp4|webm|mp3|woff2?|ttf|dmg|exe|msi|apk|rss|atom)$/i;
const signUpWords = /\b(sign[\s-]?up|register|create (an |your |a free )?account|start (for )?free|free trial|try[\s-](it|for|now|free|\w+)|get started( for)? free|join( now)?|get[\s-]started|start now|registrieren|konto erstellen|s['’]inscrire|inscription|regístrate|crear cuenta|cadastr\w+)\b|新規登録|注册|회원가입/i;
const logInWords = /\b(log[\s-]?in|sign[\s-]?in|anmelden|connexion|se connecter|iniciar sesión|entrar)\b/i;
const keyWords = /\b(api[\s-]?(keys?|tokens?)|developer[\s-](dashboard|console|portal)|my[\s-]apps|manage (your )?apps|create (an |your )?app)\b/i;

/** What a link leads to, judged by its words and path. */
export type LinkKind = 'docs' | 'sign-up' | 'log-in' | 'keys' | 'description' | 'llms' | 'other';

export interface RatedLink {
  url: string;
  text: string;
  kind: LinkKind;
  /** Higher is read first; 0 or less is not read. */
  points: number;
  /** The Markdown twin, read when the page itself is missing or empty without JavaScript. */
  markdown?: string;
}

const words = (url: URL): string => decodeSafe(url.pathname.split('/').filter(Boolean).slice(-2).join(' ')).replace(/\.(html?|md|mdx|php|aspx?)$/i, '').replace(/[-_.+]/g, ' ');

function decodeSafe(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign: the raw text serves as well for matching words.
    return text;
  }
}

const configuredDescription = /(?:\burl|\bspec-?url|\bdata-url|\bapiDescriptionUrl|\bopenapi\w*|\bspec)["']?\s*[:=]\s*["']([^"'\s<>]{1,500})["']/gi;

const viewer = /swagger-ui|redoc|scalar|elements-api|rapidoc/i;
const viewerScript = /<script[^>]{0,300}\bsrc\s*=\s*["']([^"'<>]{1,300}(?:swagger-initializer|swagger-ui-init|redoc-init|init-?(?:swagger|redoc))[^"'<>]{0,100}\.js)/gi;

/** Scripts of a viewer that hold its configuration, when the page itself does not. */
export function viewerScripts(html: string, base: string): string[] {
  if (!viewer.test(html.slice(0, 400_000))) return [];
  return [...html.slice(0, 400_000).matchAll(viewerScript)].flatMap((match) => (match[1] && URL.canParse(match[1], base) ? [new URL(match[1], base).href] : [])).slice(0, 2);
}

/** A description that a page carries as a script variable: the outermost object that starts with a version key, cut out by its braces. */
export function embeddedDescription(html: string): string | null {
  const start = /\{\s*"(?:openapi"\s*:\s*"3\.|swagger"\s*:\s*"2\.)/.exec(html)?.index;
  if (start === undefined) return null;
  let depth = 0;
  let quoted = false;
  for (let at = start; at < html.length; at += 1) {
    const char = html[at];
    if (quoted) {
      if (char === '\\') at += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{') depth += 1;
    else if (char === '}') {
      depth -= 1;
      if (depth === 0) return html.slice(start, at + 1);
    }
  }
  return null;
}

/** Descriptions that a documentation viewer in the page (Swagger UI, Redoc, Scalar, Elements) is configured to load. */
export function viewerDescriptions(html: string, base: string): string[] {
  if (!viewer.test(html.slice(0, 400_000)) && !/SwaggerUIBundle|Redoc\./.test(html)) return [];
  return [...html.slice(0, 400_000).matchAll(configuredDescription)]
    .map((match) => match[1] ?? '')
    .filter((path) => /\.(json|ya?ml)(\?|$)|openapi|swagger|api-docs/i.test(path) && URL.canParse(path, base))
    .map((path) => new URL(path, base).href)
    .slice(0, 4);
}

/** Rates one link. `inDocs`: the page that holds it is documentation, where every word counts for more than on a marketing page. */
export function rateLink(link: PageLink, inDocs: boolean): RatedLink | null {
  if (!URL.canParse(link.url)) return null;
  const url = new URL(link.url);
  if (!/^https?:$/.test(url.protocol) || binary.test(url.pathname)) return null;
  url.hash = '';
  // A key that a page prints into its links, even a demonstration key, is not ours to use (STANDARDS G6).
  for (const name of [...url.searchParams.keys()]) if (credentialParameter.test(name)) url.searchParams.delete(name);
  const text = link.text.slice(0, 200);
  const both = `${text} ${words(url)}`;
  const file = url.pathname.split('/').pop() ?? '';
  const rated = (kind: LinkKind, points: number): RatedLink => ({ url: url.href, text, kind, points });
  if (link.rel.some((rel) => /^(service-desc)$/i.test(rel)) || /(openapi|swagger|api-?docs|(^|[-_.])(spec\d?|schema|oas\d?))[\w.-]*\.(json|ya?ml)$/i.test(file) || (/\.(json|ya?ml)$/i.test(file) && /openapi|swagger/i.test(url.pathname + text))) return rated('description', 30);
  if (/^llms(-full)?\.txt$/i.test(file)) return rated('llms', 16);
  const here = `${text} ${file.replace(/[-_]/g, ' ')}`;
  if (signUpWords.test(here) && !/docs?\b/i.test(url.hostname)) return rated('sign-up', 6);
  if (logInWords.test(here)) return rated('log-in', 2);
  // An API may stand at a path of its own on a plain website; "contact" and the like never lead to it.
  const hostWords = url.hostname.split('.')[0] ?? '';
  let points = 0;
  for (const [pattern, value] of worth) if (value > points && pattern.test(both)) points = value;
  const hostPoints = /^(docs?|developers?|dev|api|apidocs|api-docs|reference)$|doku|xs2a|psd2/i.test(hostWords) ? 8 : 0;
  if (worthless.test(both) && points < 18) return points + hostPoints > 0 && inDocs ? rated('docs', 1) : null;
  if (keyWords.test(text) && /^(dashboard|console|app|portal|admin|manage|platform)$/i.test(hostWords)) return rated('keys', 9);
  if (points === 0 && hostPoints === 0 && !inDocs) return null;
  return rated('docs', inDocs ? Math.max(points, 2) : Math.max(points * 0.6, hostPoints + points * 0.4));
}

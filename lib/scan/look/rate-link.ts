/** Which links of a page lead an agent towards authentication. Vocabulary, never hosts. */
import { Names } from '../names.ts';
import type { PageLink } from '../types.ts';
import { spaced } from '../text.ts';

/** Alternatives that stand as words, and others that may be parts of words; a space is a space or a hyphen. */
const phrases = (words: string, parts?: string): RegExp =>
  new RegExp(
    [String.raw`\b(?:${words})\b`, ...(parts ? [parts] : [])].join('|').replaceAll(' ', String.raw`[\s-]`),
    'i',
  );

/** What link text and last path segments are worth: whole words, and parts of words. The best row counts, so that long titles gain nothing. */
const worth = (
  [
    [
      20,
      'authenticat[a-z_]*|authoriz[a-z_]*|authoris[a-z_]*|authentifi[a-z_]*|autenti[a-z_]*|auth',
      '認証|认证|인증|鉴权|аутентификац|авторизац|uwierzytelni|kimlik doğrulama',
    ],
    [19, 'oauth ?(2([.]0)?)?|openid|oidc|server to server|machine to machine|m2m|service accounts?'],
    [
      19,
      'api( |_)?(keys?|tokens?|credentials?|access)' +
        '|(get|request|obtain|create|order) (a|an|your) (free )?(key|token)',
      "api ?schlüssel|cl(é|e)s? ?(d['’]?)?api|clave|chave|apiキー|密钥|api 키",
    ],
    [
      18,
      '(personal )?access (tokens?|keys?)|client credentials|refresh(ing)? (user )?(access )?tokens?' +
        '|token (rotation|endpoint|exchange)',
      '访问凭证|访问令牌|访问密钥|アクセストークン|アクセスキー|액세스 토큰|токены? доступа',
    ],
    [14, 'credentials?|secrets?|tokens?|jwt', '凭证|凭据|令牌|資格情報|トークン|토큰|токен'],
    [13, 'scopes?|permissions?', '权限|スコープ|권한'],
    [12, 'api (reference|docs?|documentation|guides?)|rest ?api|web ?api|http ?api|reference|endpoints?'],
    [
      12,
      'how to (start|use|call|connect)|get(ting)? started|quick ?starts?|introduction' +
        '|first (steps|call|request)|make.*(api )?(request|call)s?|requests? to|erste schritte|premiers pas' +
        '|primeros pasos',
      '入門|入门|快速|开发流程|はじめに|クイックスタート|시작하기',
    ],
    [11, 'openapi|swagger|postman|api ?(description|specification|spec)'],
    [10, 'mcp|model context protocol|agents?'],
    [
      11,
      'web[- ]?services?|soap|wsdl|xml-?rpc|webdienste?|developers?|documentation|docs|api|apis|entwickler|développeurs|desarrolladores|desenvolvedores' +
        '|programadores|sviluppatori|programmatori|ontwikkelaars|utvecklare|udviklere|utviklere|schnittstellen?|api-schnittstelle',
      'schnittstelle|開発者|开发者|개발자|interfaz|interface de programmation|dla (programist|deweloper)|vývojář|geliştirici|разработчик',
    ],
    [
      8,
      'request access|apply|access levels?|app review|products? catalog(ue)?|quotas?|api access|partner program',
      '^access(?![a-z_])|^keys(?![a-z_])',
    ],
    [
      7,
      'overview|basics|concepts|usage|guides?|integrations?|interfaces?|psd2|xs2a|create an? app(lication)?' +
        '|register(ing)? an? app(lication)?',
      '流程|指南|概述|概要|ガイド|가이드|개요',
    ],
    [5, 'errors?|rate ?limits?|status codes?|security', '错误码|エラー|오류'],
    [3, 'help|support|knowledge|hilfe|aide|ayuda|faq'],
    [1, 'pricing|plans'],
  ] as [points: number, words: string, parts?: string][]
).map(([points, words, parts]) => ({ points, pattern: phrases(words, parts) }));
const worthless = phrases(
  'blog|careers?|jobs|press|news(room)?|events?|webinars?|customers?|case stud[a-z]+|legal|privacy' +
    '|terms|cookies?|status|about|investors?|changelog|release notes|community|forum|contact|brand' +
    '|sitemap|podcast|videos?|imprint|impressum|datenschutz|kontakt|contacto|contato|contatti|karriere' +
    '|presse|agb|privacidad|actualit[a-z]+|shop|store|cart|subprocessors|dpa',
);
/** Relations of what a browser fetches for a page (HTML §4.6.7): it draws or installs the page, and is none of the API. */
const forBrowsers = new Names(
  'manifest stylesheet icon apple-touch-icon mask-icon preload modulepreload prefetch dns-prefetch preconnect search',
);
const credentialParameter = new Names(
  'key apikey api-key api_key appid app_id token accesstoken access-token access_token auth secret clientsecret client-secret client_secret ' +
    'sig signature password pwd',
);
const binary = new Names(
  '*.png *.jpg *.jpeg *.gif *.svg *.webp *.ico *.css *.js *.mjs *.map *.zip *.gz *.tgz *.pdf *.mp4 *.webm *.mp3 *.woff *.woff2 *.ttf *.dmg ' +
    '*.exe *.msi *.apk *.rss *.atom *.webmanifest',
);
const docsHosts = new Names('doc docs developer developers dev api apidocs api-docs reference');
const keyHosts = new Names('dashboard console app portal admin manage platform');
const signUpWords = phrases(
  'sign ?up|register|create (an |your |a free )?account|start (for )?free|free trial' +
    '|try (it|for|now|free|[a-z]+)|get started( for)? free|join( now)?|get started|start now|registrieren' +
    "|konto erstellen|s['’]inscrire|inscription|regístrate|crear cuenta|cadastr[a-z]+",
  '新規登録|注册|회원가입',
);
const logInWords = phrases('log ?in|sign ?in|anmelden|connexion|se connecter|iniciar sesión|entrar');
const keyWords = phrases(
  'api ?(keys?|tokens?)|developer (dashboard|console|portal)|my apps|manage (your )?apps|create (an |your )?app',
);

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
  /** This is the twin of a page that was missing or empty. */
  twin?: true;
}

const words = (url: URL): string =>
  decodeSafe(url.pathname.split('/').filter(Boolean).slice(-2).join(' '))
    .replace(/\.(html?|md|mdx|php|aspx?)$/i, '')
    .replace(/[-_.+]/g, ' ');

function decodeSafe(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign: the raw text serves as well for matching words.
    return text;
  }
}

const isDescription = (link: PageLink, url: URL, file: string): boolean =>
  link.rel.some((rel) => rel.toLowerCase() === 'service-desc') ||
  /(openapi|swagger|api-?docs|(^|[-_.])(spec\d?|schema|oas\d?))[\w.-]*\.(json|ya?ml)$/i.test(file) ||
  (/\.(json|ya?ml)$/i.test(file) &&
    /openapi|swagger|api-?docs?|_specs?\b|\bspec(s|ification)?\b/i.test(`${url.pathname} ${link.text.slice(0, 200)}`));

/** Rates one link. `inDocs`: the page that holds it is documentation, where every word counts for more than on a marketing page. */
export function rateLink(link: PageLink, inDocs: boolean): RatedLink | null {
  if (!URL.canParse(link.url)) return null;
  const url = new URL(link.url);
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || binary.has(url.pathname)) return null;
  if (link.rel.some((rel) => forBrowsers.has(rel))) return null;
  url.hash = '';
  // A key that a page prints into its links, even a demonstration key, is not ours to use (STANDARDS G6).
  for (const name of [...url.searchParams.keys()]) if (credentialParameter.has(name)) url.searchParams.delete(name);
  const text = link.text.slice(0, 200);
  const file = url.pathname.split('/').pop() ?? '';
  const rated = ([kind, points]: Rate): RatedLink => ({ url: url.href, text, kind, points });
  if (isDescription(link, url, file)) return rated(['description', 30]);
  if (/^llms(-full)?\.txt$/i.test(file)) return rated(['llms', 16]);
  const here = `${text} ${spaced(file)}`;
  if (signUpWords.test(here) && !/docs?\b/i.test(url.hostname)) return rated(['sign-up', 6]);
  // In documentation a page that names authentication beside the login explains it; it is not the login.
  const explained = inDocs && worthOf(`${text} ${words(url)}`) >= 18;
  if (logInWords.test(here) && !explained) return rated(['log-in', 2]);
  // Written as its own path: what a server lists of itself, and no sentence for people.
  if (url.pathname !== '/' && text.trim() === url.pathname) return rated(['docs', 12]);
  const rate = rateWords(link, url, inDocs);
  return rate && rated(rate);
}

type Rate = [kind: LinkKind, points: number];

const worthOf = (text: string): number =>
  Math.max(0, ...worth.filter(({ pattern }) => pattern.test(text)).map(({ points }) => points));

/** What the words of a link and of its path promise. */
function rateWords(link: PageLink, url: URL, inDocs: boolean): Rate | null {
  const text = link.text.slice(0, 200);
  const both = `${text} ${words(url)}`;
  const host = url.hostname.split('.')[0] ?? '';
  const points = worthOf(both);
  // An API may stand at a path of its own on a plain website; "contact" and the like never lead to it.
  const hostPoints = docsHosts.has(host) || /doku|xs2a|psd2/i.test(host) ? 8 : 0;
  if (worthless.test(both) && points < 18) return points + hostPoints > 0 && inDocs ? ['docs', 1] : null;
  if (keyWords.test(text) && keyHosts.has(host)) return ['keys', 9];
  // A menu names the parts of a business in words of every language: what it leads to may be read when nothing better is left.
  if (points === 0 && hostPoints === 0 && !inDocs) return link.region === 'nav' ? ['other', 1] : null;
  return ['docs', inDocs ? Math.max(points, 2) : Math.max(points * 0.6, hostPoints + points * 0.4)];
}

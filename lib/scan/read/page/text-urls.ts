/** URLs that documentation writes down instead of linking: in samples, sentences and inline configuration. That is where APIs name their hosts. */
import type { TextBlock, TextUrl } from '../../types.ts';
import { webScheme } from '../../text.ts';
import { bareHosts } from './bare-hosts.ts';
import { curlCommands } from './curl.ts';
import { setOf } from '../../names.ts';

const MAX_URLS = 1_500;
const MAX_SCRIPT_URLS = 400;
const METHODS = 'GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS';
/** Placeholders in angle or square brackets, or shell variables, may stand inside a URL; so may braces. */
const URL_PATTERN =
  /https?:\/\/(?:<[\w .:-]{1,60}>|\{[\w .:-]{1,60}\}|\[[A-Za-z][\w-]{0,60}\]|[^\s"'`<>\\^|\u2018-\u201f\u2026\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]){1,2048}/gi;

/** Collects URLs of blocks and scripts, each with its line and the HTTP method that goes with it. At most 1,500, in document order. */
export function readTextUrls(blocks: readonly TextBlock[], scripts: readonly string[], base: string): TextUrl[] {
  const out: TextUrl[] = [];
  const seen = new Map<string, TextUrl>();
  const add: Add = (url, line, kind, method, relative = false) => {
    if (url === null) return;
    const plain = `${kind} ${url}`;
    const first = seen.get(plain);
    // The same address under another method is another operation.
    const key = first?.method && method && first.method !== method ? `${plain} ${method}` : plain;
    const before = seen.get(key);
    if (before !== undefined) {
      // A sample that shows the method says more than one that only names the URL.
      before.method ??= method;
      return;
    }
    if (out.length >= MAX_URLS) return;
    const entry: TextUrl = { url, line: line.trim().slice(0, 300), kind, method, ...(relative && { relative }) };
    seen.set(key, entry);
    out.push(entry);
  };
  for (const block of blocks) {
    if (block.region === 'head') continue;
    if (block.kind === 'code') readCode(block.text, add);
    else readProse(block.text, add);
    // A message that names its host means that one, not the page's (RFC 9112 §3.2).
    if (block.region === 'main' && httpMessages(block.text).length === 0) readPaths(block, base, add);
  }
  for (const script of scripts) {
    if (out.length >= MAX_URLS) break;
    readScript(script, (url, line) => add(url, line, 'script', null));
  }
  return out;
}

type Add = (url: string | null, line: string, kind: TextUrl['kind'], method: string | null, relative?: boolean) => void;

const PATH = /(?<![^\s"'`(>:,])\/[\w{][\w.~{}:-]{0,80}(?:\/[\w.~{}:-]{1,80}){0,8}/g;
/** First or later words of paths that belong to an API or to an authorization server. */
const API_SEGMENTS = setOf(
  'api apis rest graphql oauth oauth2 auth token tokens session sessions connect jsonrpc fhir wp-json services',
);
const apiSegment = (segment: string): boolean => API_SEGMENTS.has(segment.toLowerCase()) || /^v\d/.test(segment);

/** Paths that a document writes down (`POST /oauth/token`), when a method stands before them or their words are those of an API. */
function readPaths({ text, kind }: TextBlock, base: string, add: Add): void {
  for (const line of text.split('\n', 2_000))
    for (const found of line.matchAll(PATH)) {
      const path = found[0].replace(/[.:]+$/, '');
      const method = methodBefore(line, found.index);
      if (method === null && !path.split('/').some(apiSegment)) continue;
      if (URL.canParse(path, base))
        add(new URL(path, base).href, around(line, found.index), kind === 'code' ? 'code' : 'prose', method, true);
    }
}

function readProse(text: string, add: Add): void {
  for (const line of text.split('\n')) {
    for (const found of line.matchAll(URL_PATTERN))
      add(clean(found[0]), around(line, found.index), 'prose', methodBefore(line, found.index));
    for (const host of bareHosts(line))
      add(clean(host.url), around(line, host.index), 'prose', methodBefore(line, host.index));
  }
}

function readCode(text: string, add: Add): void {
  for (const message of httpMessages(text)) add(message.url, message.line, 'code', message.method);
  const commands = curlCommands(text);
  for (const command of commands) for (const url of command.urls) add(clean(url), command.line, 'code', command.method);
  let offset = 0;
  for (const line of text.split('\n')) {
    for (const found of line.matchAll(URL_PATTERN)) {
      const at = offset + found.index;
      // Within a curl command the command's own reading holds; URLs in its headers and data are named without a method.
      const method = commands.some((command) => at >= command.start && at < command.end)
        ? null
        : (methodBefore(line, found.index) ?? callBefore(text, at));
      add(clean(found[0]), line, 'code', method);
    }
    // A Host field was read together with its request line.
    if (!/^\s{0,20}>?\s{0,4}host:/i.test(line))
      for (const host of bareHosts(line)) add(clean(host.url), line, 'code', methodBefore(line, host.index));
    offset += line.length + 1;
  }
}

function readScript(source: string, add: (url: string | null, line: string) => void): void {
  const text = source.replace(/\\u002[fF]/g, '/').replace(/\\\//g, '/');
  let count = 0;
  for (const found of text.matchAll(URL_PATTERN)) {
    if (count >= MAX_SCRIPT_URLS) break;
    count += 1;
    add(clean(found[0]), text.slice(Math.max(0, found.index - 60), found.index + found[0].length + 20));
  }
}

/** Trailing punctuation of the sentence goes, placeholders become `{name}`; null when what remains is no http(s) URL. */
function clean(raw: string): string | null {
  const url = withoutTail(withTemplates(raw));
  const scheme = webScheme(url);
  if (url.length <= scheme.length || url.length > 2_048) return null;
  if (url.includes('{') || url.includes('}')) return isTemplate(url) ? url : null;
  const name = hostOf(url);
  if (name === null || /^(?:https?|\.+)$/.test(name)) return null;
  return name.includes('.') || name.startsWith('[') || name === 'localhost' ? url : null;
}

/** `<name>`, `${name}`, `{{ name }}`, `$NAME`, and in the host `[name]`, all as `{name}`. */
function withTemplates(raw: string): string {
  const url = raw
    .replace(
      /<([\w .:-]{1,60})>|\{([\w .:-]{1,60})\}/g,
      (_whole, angled: string | undefined, braced: string | undefined) =>
        `{${(angled ?? braced ?? '').replace(/[ .:]/g, '_')}}`,
    )
    .replace(
      /\$\{([^{}]{1,60})\}|\{\{\s{0,4}([^{}]{1,60}?)\s{0,4}\}\}/g,
      (_whole, one?: string, two?: string) => `{${one ?? two ?? ''}}`,
    )
    .replace(/\$([A-Z_][A-Z0-9_]{1,40})/g, '{$1}');
  const scheme = webScheme(url);
  const [host = ''] = url.slice(scheme.length).split('/', 1);
  const path = url.slice(scheme.length + host.length);
  return scheme.toLowerCase() + host.replace(/\[([A-Za-z][\w-]{0,60})\]/g, '{$1}') + path;
}

const OPENS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

function withoutTail(text: string): string {
  let url = text;
  for (let last = url.at(-1); last !== undefined; last = url.at(-1)) {
    const open = OPENS[last];
    const belongs =
      open === undefined
        ? !'.,;:!?*_\'"&='.includes(last) || (last === '=' && url.includes('?')) || (last === '_' && url.includes('{'))
        : count(url, last) <= count(url, open);
    if (belongs) break;
    url = url.slice(0, -1);
  }
  return url;
}

/** Whether it would be a URL once filled in; a host that is nothing but a placeholder stands for each customer's own. */
function isTemplate(url: string): boolean {
  const filled = url.replace(/\{[^{}]{0,80}\}/g, 'x');
  const host = /[{}]/.test(filled) ? null : hostOf(filled);
  return host !== null && (host.includes('.') || /^https?:\/\/\{[^{}]{1,80}\}(?:[/:?]|$)/i.test(url));
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname : null;
}

function count(text: string, char: string): number {
  let sum = 0;
  for (const one of text) if (one === char) sum += 1;
  return sum;
}

function around(line: string, index: number): string {
  return line.length <= 300 ? line : line.slice(Math.max(0, index - 140), index + 160);
}

const METHOD_BEFORE = new RegExp(
  `\\b(${METHODS})\\b(?:\\s{1,4}(?:requests?|calls?|it|them|this))?(?:\\s{1,4}(?:to|from|at|against|on))?[\\s\`'":|]{0,6}$`,
);

/** `POST https://…`, `POST | https://…`, "a POST request to https://…". */
function methodBefore(line: string, index: number): string | null {
  return METHOD_BEFORE.exec(line.slice(Math.max(0, index - 48), index))?.[1] ?? null;
}

/** `requests.post("https://…`, `fetch('https://…', { method: 'POST'`. */
function callBefore(text: string, index: number): string | null {
  const before = text.slice(Math.max(0, index - 60), index);
  const named =
    /(?:\.|\b)(get|post|put|patch|delete)(?:Async|JsonAsync)?\(\s{0,12}(?:url\s{0,4}=\s{0,4})?(?:new URI\(\s{0,4})?[rbf$@]{0,2}["'`]{1,3}$/i.exec(
      before,
    )?.[1];
  if (named !== undefined) return named.toUpperCase();
  if (!/\b(?:fetch|axios|request|ajax|\$http)\(\s{0,12}\{?(?:\s{0,12}(?:url|uri):)?\s{0,4}["'`]$/i.test(before))
    return null;
  const method = /\bmethod\s{0,4}:\s{0,4}["'`](\w{3,7})["'`]/i.exec(text.slice(index, index + 260))?.[1];
  return method === undefined ? 'GET' : method.toUpperCase();
}

const MESSAGE = new RegExp(
  `^\\s{0,20}[>$#]?\\s{0,4}(${METHODS})\\s{1,8}(https?://\\S{1,2048}|/\\S{0,2048})(?:\\s{1,4}HTTP/\\d(?:\\.\\d)?)?\\s{0,8}$`,
  'i',
);

/** HTTP messages spelled out over lines: a request line and a Host field (RFC 9112 §3.2). */
function httpMessages(text: string): { url: string | null; line: string; method: string }[] {
  const lines = text.split('\n', 2_000);
  const out: { url: string | null; line: string; method: string }[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const found = MESSAGE.exec(line);
    if (found === null) continue;
    const method = (found[1] ?? '').toUpperCase();
    const target = found[2] ?? '';
    if (!target.startsWith('/')) {
      out.push({ url: clean(target), line, method });
      continue;
    }
    for (const field of lines.slice(index + 1, index + 16)) {
      if (field.trim() === '') break;
      const host = /^\s{0,20}>?\s{0,4}host:\s{0,8}(?:https?:\/\/)?([^\s/]{3,253})/i.exec(field)?.[1];
      if (host !== undefined) {
        out.push({ url: clean(`https://${host}${target}`), line: `${line.trim()} (Host: ${host})`, method });
        break;
      }
    }
  }
  return out;
}

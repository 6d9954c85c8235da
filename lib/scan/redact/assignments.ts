/**
 * Names with their values, read the way the text is built: members of JSON and YAML, parameters, header fields, cookies, variables, attributes and
 * elements. Every format says "name, sign, value", so one lenient reader finds them in all of these, whole or cut off, and in what mixes them.
 */
import { withoutLoose } from './loose.ts';
import { kindOfName, privateKeyMembers, type NameKind } from './names.ts';
import { matches, without, type Range } from './range.ts';
import { hides, isKeyish, looksRandom, redacted } from './values.ts';
import { hasDigit, hasSpace } from '../text.ts';
import { behind } from '../schemes.ts';
import { setOf } from '../names.ts';

interface Found {
  kind: NameKind;
  name: string;
  /** Where the name begins. */
  at: number;
  /** The quotation mark before the name that is not closed behind it: `"X-Api-Key: 4f9a"`. */
  opener: string;
  sign: string;
  /** Where the value begins, and whether on another line than its name. */
  value: number;
  below: boolean;
  /** Characters that were looked at for it. */
  cost: number;
}

/** A name whose value stands in a member of its own: `{"name": "token", "value": "…"}`, `"token": {"example": "…"}`. */
interface Pending {
  kind: NameKind;
  name: string;
  from: number;
}

const longest = 8192;
const quotes = String.raw`'''|"""|\\{0,15}["'\x60]`;
/** Blanks, and the tags with which documentation colours its samples. */
const tag = String.raw`<\/?(?:span|code|strong|b|i|em|a|u|s|td|th|tr|dd|dt|div|p|li|pre|mark|font|small|br|label|var|kbd|samp)\b[^<>]{0,160}>`;
const gap = String.raw`(?:\s|${tag}){0,40}`;
const signs = String.raw`=>|:=|:(?!\/\/)|=`;
/** Found by its sign and read backwards from there: signs are rarer than words. */
const assignment = new RegExp(
  String.raw`(?=[:=])(?<=(?<![\w$.-])([\w$@-][\w.$-]{0,119})((?:${quotes}|\*{1,2}|\]){0,3}\??${gap}?))(${signs})(${gap})`,
  'g',
);
const quoteHere = new RegExp(quotes, 'iy');

const pairNames = setOf('name key field header id variable property param parameter attribute type env http-equiv');
const valueNames = setOf(
  'value val v content data example default const current initialvalue stringvalue plaintext text string',
);

/** Text between quotation marks at `at`, to the end of the text or of the line where it is cut off. */
function quotedAt(text: string, at: number): { start: number; end: number; next: number } | null {
  quoteHere.lastIndex = at;
  const mark = quoteHere.exec(text)?.[0];
  if (mark === undefined) return null;
  const start = at + mark.length;
  const rest = text.slice(start, start + longest);
  for (let end = rest.indexOf(mark); end !== -1; end = rest.indexOf(mark, end + 1))
    if (rest[end - 1] !== '\\') return { start, end: start + end, next: start + end + mark.length };
  const line = rest.search(/[\r\n]/);
  const end = start + (line === -1 ? rest.length : line);
  return { start, end, next: end };
}

const schemed = /^(\s*[A-Za-z][\w-]{1,30}(?:\s|%20|\+)+)(\S.*)$/s;
const parameter = /^[\w-]{1,40}=\\{0,3}"/;

/** The part of an Authorization value (RFC 9110 §11.4) that is secret: what follows the scheme. */
function credentialsIn(text: string, start: number, end: number, bare: boolean): Range {
  const match = schemed.exec(text.slice(start, end));
  const word = match?.[1]?.trim().replace(/(?:%20|\+)+$/, '') ?? '';
  // A word before parameters is a scheme, whoever made it up.
  const follows = behind(word) ?? (parameter.test(match?.[2] ?? '') && !looksRandom(word) ? 'parameters' : null);
  if (match === null || follows === null) return [start, end];
  const from = start + (match[1]?.length ?? 0);
  const first = /^[^\s"'`]+/.exec(match[2] ?? '')?.[0].length ?? 0;
  return [from, bare && follows === 'token' ? from + first : end];
}

/** The value at the end of the line: without the comment or the comma that may follow. */
function lineValue(text: string, found: Found): Range {
  let end = text.slice(found.value, found.value + longest).search(/[\r\n]|\\[rn]/);
  end = end === -1 ? Math.min(text.length, found.value + longest) : found.value + end;
  if (found.opener !== '') {
    const close = text.slice(found.value, end).indexOf(found.opener);
    if (close !== -1) end = found.value + close;
  }
  const line = text.slice(found.value, end);
  found.cost += line.length;
  const comment = line.search(/\s#/);
  if (comment !== -1) return [found.value, found.value + comment];
  while (end > found.value && /[;,\s]/.test(text[end - 1] ?? '')) end -= 1;
  return [found.value, end];
}

const lineStart =
  /(?:^|[\r\n>]|\\[rn])(?:[\s>*|]|- |export |set |setx |ENV |ARG |let |const |var |final |\$env:|\$|String )*$/;

/** Whether the name begins its line or its string, as in files of settings. */
const beginsLine = (text: string, found: Found): boolean =>
  found.opener !== '' || lineStart.test(text.slice(Math.max(0, found.at - 48), found.at));

/** The value without quotation marks: the rest of the line in files of settings, one word elsewhere. */
function bareValue(text: string, found: Found): Range {
  const [start, end] = lineValue(text, found);
  const line = text.slice(start, end);
  const flow = /^[^\n]*[{(]\s*$|[{,(]\s*$/.test(text.slice(Math.max(0, found.at - 160), found.at));
  const inList = /[?&#]$/.test(text.slice(0, found.at).slice(-1)) || /[&;]\s*[\w.-]+=/.test(line) || flow;
  if (/authorization$/i.test(found.name)) {
    const range = credentialsIn(text, start, end, true);
    if (range[0] !== start) return range;
    // Whatever the scheme is called, its token stands behind it.
    const [both = '', token = ''] = /^[\w-]{2,30}\s([^\s"'<>`,;&\\]{6,})/.exec(line) ?? [];
    if (isKeyish(token)) return [start, start + both.length];
  }
  if (!inList && beginsLine(text, found) && !/[<`]/.test(line)) return [start, end];
  const word = /^(?:[^\s"'<>;,&`)}\]|\\]|\\(?![nrtu"'\\])|&(?!\w+[=;]|amp;))+/.exec(line)?.[0] ?? '';
  return [start, start + word.length];
}

/** Whether prose is the likelier reading: `The password: at least eight` names no password. */
const isProse = (text: string, found: Found, value: string): boolean =>
  found.sign === ':' && /^\W?[A-Z]?[a-z]+$/.test(found.name) && !hasDigit(value) && !beginsLine(text, found);

/** Strings of an array, or items of a list, under one name. */
function itemsAt(text: string, found: Found): Range[] {
  const items: Range[] = [];
  let at = found.value + 1;
  for (let count = 0; count < 50; count += 1) {
    const blank = /^(?:[\s,]|<[^<>]{0,160}>)*/.exec(text.slice(at, at + 400))?.[0].length ?? 0;
    const item = quotedAt(text, at + blank);
    if (item === null) break;
    items.push([item.start, item.end]);
    at = item.next;
  }
  return items;
}

/** How far a name stands from the beginning of its line; tags before it take no place on screen. */
const columnOf = (text: string, at: number): number =>
  text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 400), at).replace(/<[^<>]*>/g, '').length;

/** Lines that stand deeper than their name: the text of a block scalar (YAML 1.2.2 §8.1) or the items of a list. */
function deeperLines(text: string, found: Found, from: number): Range[] {
  const column = columnOf(text, found.at);
  const lines: Range[] = [];
  let at = text.indexOf('\n', from);
  for (let count = 0; at !== -1 && count < 200; count += 1) {
    const end = text.indexOf('\n', at + 1);
    const line = text.slice(at + 1, end === -1 ? text.length : end);
    const indent = line.search(/\S/);
    if (indent !== -1 && indent <= column && !(indent === column && line.startsWith('- ', indent))) break;
    if (indent !== -1) lines.push([at + 1 + indent, at + 1 + line.trimEnd().length]);
    at = end;
  }
  return lines;
}

/** Reads one text. */
class Reader {
  readonly #text: string;
  readonly #hidden: Range[] = [];
  #pending: Pending | null = null;
  /** The last value that may belong to a name behind it. */
  #waiting: { range: Range; from: number; bare: boolean } | null = null;
  #done = 0;
  /** Characters that may still be looked at. A text that asks for more was built to take long: the rest of it is hidden unread. */
  #left: number;

  constructor(text: string) {
    this.#text = text;
    this.#left = 200_000 + 20 * text.length;
  }

  read(): Range[] {
    for (const match of matches(this.#text, assignment)) {
      const [all, name = '', closing = '', sign = '', after = ''] = match;
      const at = match.index - closing.length - name.length;
      if (at < this.#done) continue;
      const mark = this.#text[at - 1] ?? '';
      this.#take({
        kind: this.#kindOf(name, at),
        name,
        at,
        opener: /["'`]/.test(mark) && !closing.includes(mark) ? mark : '',
        sign,
        value: match.index + all.length,
        below: after.includes('\n'),
        cost: all.length,
      });
      if (this.#left < 0) {
        this.#hide([at, this.#text.length]);
        break;
      }
    }
    return this.#hidden;
  }

  /** `read:token: Read tokens` is a scope with its description. */
  #kindOf(name: string, at: number): NameKind {
    const kind = kindOfName(name);
    return kind === 'secret' && /\w:$/.test(this.#text.slice(at - 2, at)) && !/[A-Z_-]/.test(name) ? 'maybe' : kind;
  }

  #take(found: Found): void {
    this.#read(found);
    this.#left -= found.cost;
  }

  #read(found: Found): void {
    const quoted = quotedAt(this.#text, found.value);
    if (quoted !== null) found.cost += quoted.next === quoted.end ? longest : quoted.end - quoted.start;
    const lower = found.name.toLowerCase();
    const isPair = pairNames.has(lower);
    if (isPair || valueNames.has(lower)) {
      const range: Range = quoted === null ? bareValue(this.#text, found) : [quoted.start, quoted.end];
      if (isPair) this.#name(found, range, quoted === null);
      else this.#valueOfPair(found, range, quoted === null);
      return;
    }
    if (found.kind === 'plain') {
      this.#member(found, quoted);
      return;
    }
    if (quoted === null) this.#unquoted(found);
    else if (/^\s{0,8}:/.test(this.#text.slice(quoted.next, quoted.next + 9)) && found.below)
      this.#pending = { ...found, from: found.value };
    else this.#judge(found, [quoted.start, quoted.end], false);
  }

  #unquoted(found: Found): void {
    const next = this.#text[found.value] ?? '';
    if (next === '[' && !/^\[\s{0,20}\{/.test(this.#text.slice(found.value, found.value + 22)))
      for (const item of itemsAt(this.#text, found)) this.#judge(found, item, false);
    else if (
      /^(?:!\S{1,40} )?[|>][+-]?\d?[+-]?[ \t]*(?:#.*)?\r?\n/.test(this.#text.slice(found.value, found.value + 80))
    )
      for (const line of deeperLines(this.#text, found, found.value)) this.#hide(line);
    else if (found.below) this.#below(found);
    else if (next === '{' || next === '[') this.#pending = { ...found, from: found.value };
    else if (next !== '') {
      const range = bareValue(this.#text, found);
      if (!isProse(this.#text, found, this.#text.slice(...range))) this.#judge(found, range, true);
    }
  }

  /** What stands under the name in lines of its own: items of a list, or members of a mapping. */
  #below(found: Found): void {
    const items = deeperLines(this.#text, found, this.#text.lastIndexOf('\n', found.value - 1));
    const [first] = items;
    if (first !== undefined && !/^- |^[^\n]*:(?:\s|$)/.test(this.#text.slice(...first)))
      this.#judge(found, first, true);
    for (const [start, end] of items) {
      const item = /^- (["']?)([^\n:]*)\1$/.exec(this.#text.slice(start, end));
      if (item === null) break;
      const from = start + 2 + (item[1]?.length ?? 0);
      this.#judge(found, [from, from + (item[2]?.length ?? 0)], true);
    }
    this.#pending = { ...found, from: found.value };
  }

  /** A member that names another one. The name may come first or last, and the text of an element may be its value. */
  #name(found: Found, range: Range, bare: boolean): void {
    const named = this.#text.slice(...range);
    const kind = named.length > 120 || hasSpace(named.trim()) ? 'plain' : kindOfName(named.trim());
    if (kind === 'plain') {
      if (!/^(?:type|in)$/i.test(found.name) && !(this.#pending && this.#isNear(this.#pending.from, found.at)))
        this.#pending = null;
      return;
    }
    const waiting = this.#waiting;
    if (waiting !== null && this.#isNear(waiting.from, found.at))
      this.#judge({ ...found, kind, name: named }, waiting.range, waiting.bare);
    this.#pending = { kind, name: named, from: range[1] };
    if (found.sign === '=' && !bare) this.#content({ ...found, kind, name: named }, range[1]);
  }

  /** The text of an element, or the part of a form, whose attribute ends at `from`. */
  #content(found: Found, from: number): void {
    const after = this.#text.slice(from, from + 4096);
    const [all, , content] =
      /^["'](?:(?!\b(?:value|content)\s*=)[^<>]){0,400}(?<!\/)>(?:<!\[CDATA\[)?()([^<]{1,2000})/.exec(after) ??
      /^["'][^\n]{0,200}(?:\r?\n[^\r\n]{1,200}){0,3}(\r?\n\r?\n)([^\r\n]{1,2000})/.exec(after) ??
      [];
    const value = content?.trim() ?? '';
    if (all === undefined || content === undefined || value === '') return;
    const start = from + all.length - content.length + content.indexOf(value);
    this.#judge(found, [start, start + value.length], false);
  }

  #valueOfPair(found: Found, range: Range, bare: boolean): void {
    const pending = this.#pending;
    if (pending !== null && this.#isNear(pending.from, found.at))
      this.#judge({ ...found, kind: pending.kind, name: pending.name }, range, bare);
    else if (range[1] > range[0]) this.#waiting = { range, from: range[1], bare };
  }

  /** Whether two members stand in one object, item or tag. */
  #isNear(from: number, to: number): boolean {
    const between = this.#text.slice(from, to);
    return between.length < 600 && !/[}>]|&gt;|%7D|\n\s*- |\n\s*\n/i.test(between);
  }

  /** A member that is secret by where it stands: in an object of secrets, or as the private part of a JSON Web Key. */
  #member(found: Found, quoted: { start: number; end: number } | null): void {
    if (quoted === null) return;
    const range: Range = [quoted.start, quoted.end];
    const value = this.#text.slice(...range);
    const pending = this.#pending;
    if (
      pending !== null &&
      /(?:words|secrets|tokens|keys)$/i.test(pending.name) &&
      this.#isNear(pending.from, found.at)
    )
      this.#judge({ ...found, kind: pending.kind, name: pending.name }, range, false);
    else if (privateKeyMembers.has(found.name) && /^[\w-]{22,}$/.test(value) && looksRandom(value)) this.#hide(range);
  }

  #judge(found: Found, range: Range, bare: boolean): void {
    const value = this.#text.slice(...range);
    const [start, end] = credentialsIn(this.#text, range[0], range[1], bare);
    if (hides(found.kind, found.name, start === range[0] ? value : this.#text.slice(start, end), bare))
      this.#hide([start, end]);
  }

  #hide(range: Range): void {
    if (range[1] <= range[0] || this.#text.slice(...range) === redacted) return;
    this.#hidden.push(range);
    this.#done = Math.max(this.#done, range[1]);
  }
}

/** Hides what stands under the names of secrets. `text` is read as it stands: what is encoded inside of it is another text. */
export function redactAssignments(text: string): string {
  return withoutLoose(/[:=]/.test(text) ? without(text, new Reader(text).read()) : text);
}

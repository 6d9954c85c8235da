/**
 * What only a generator makes, and a secret's name shortly before it: no format has to say that the two belong together. Programs write defaults,
 * types and calls between them, messages a few words, pages a heading: `ENV['API_KEY'] ||= "…"`, `variable "token" { default = "…" }`.
 */
import { kindOfName } from './names.ts';
import type { Range } from './range.ts';
import { digitsIn, isHarmless, isHexadecimal, isScrambled, turnsIn } from './values.ts';
import { hasDigit } from '../text.ts';
import { setOf } from '../names.ts';

const run = /[\w+/.-]{8,512}={0,2}/g;
/** A digit between letters or a run of them, or so many letters that case alone can tell. */
const mayBeKey = /\d[A-Za-z]|\d{4}|^.{20}/;
const path = /^\/[a-z]+\//i;
/** How far before a run its name is looked for. */
const reach = 120;
const word = /[A-Za-z][\w.-]{0,79}/g;
/** Another member, whose own value the run is; `${NAME:-…}` gives a value to the name before it. */
const signed = /^["'`\])?]{0,3}\s{0,4}(?:=>|[:=](?![-=]))/;
/** Names of members that hold the value of another one, and types, which a declaration puts before its value. */
const ofValue = setOf('value val default string str text type content data example body const env var char bytes');
/** Names that say little alone, and enough where a generator's work follows them. */
const enough = setOf('token tokens credentials creds');
/** The end of a sentence parts what belongs together; so does a value that is hidden already, and an address. */
const parted = /[.!?]\s+[A-Z]|\[redacted\]|\[random\]|:\/\//;

/** `long`: a secret wherever it stands; `short`: only where marks set it apart or nothing stands between. */
function keyKind(value: string, cut: boolean): 'long' | 'short' | null {
  if (path.test(value)) return null;
  if (isHexadecimal(value) || isScrambled(value)) return hasDigit(value) ? 'long' : 'short';
  if (/[./-]/.test(value)) return null;
  const [turns, digits] = [turnsIn(value), digitsIn(value)];
  const scattered = digits > (cut || value.length >= 20 ? 0 : 1) && /\d[A-Za-z]/.test(value);
  return (turns > (cut ? 2 : Math.max(2, Math.min(value.length, 24) / 4)) && scattered) || (turns > 1 && digits > 3)
    ? 'short'
    : null;
}
const isSetApart = (text: string, [start, end]: Range): boolean =>
  '"\'`>[({-'.includes(text[start - 1] ?? ' ') && (end === text.length || '"\'`<])}'.includes(text[end] ?? ' '));

/** A name, alone or with the word before it: `API Key`. */
const namesSecret = (name: string, prior: string): boolean =>
  kindOfName(name) === 'secret' || enough.has(name.toLowerCase()) || kindOfName(prior + name) === 'secret';

/** Whether the last name before the run is that of a secret; `apart`: words may stand between. */
function isNamed(before: string, apart: boolean): boolean {
  const words = [...before.matchAll(word)].reverse();
  for (const [at, { 0: name, index }] of words.entries()) {
    const between = before.slice(index + name.length);
    if (parted.test(between)) return false;
    const prior = words[at + 1];
    const isPhrase = prior !== undefined && prior.index + prior[0].length + 1 === index && before[index - 1] === ' ';
    if (namesSecret(name, isPhrase ? `${prior[0]} ` : '')) return apart || /^[\s"'`:=,\\]{1,8}$/.test(between);
    // The prefix of a tag is no member (`<saml:AttributeValue>`), nor is the end of a message (`Token not found: 4f9a…`).
    const isTag = before[index - 1] === '<' || before.startsWith('</', index - 2);
    const isMessage = isPhrase && name === name.toLowerCase() && between.startsWith(': ');
    if (signed.test(between) && !isTag && !isMessage && !ofValue.has(name.toLowerCase())) return false;
  }
  return false;
}

/** What is to be hidden in `text`. Linear: a run has at most `reach` characters before it looked at. */
export function secretsNear(text: string): Range[] {
  const hidden: Range[] = [];
  run.lastIndex = 0;
  for (let match = run.exec(text); match !== null; match = run.exec(text)) {
    if (!mayBeKey.test(match[0])) continue;
    const value = match[0].replace(/^-{1,3}|\.{1,3}$/g, '');
    const start = match.index + match[0].indexOf(value);
    const range: Range = [start, start + value.length];
    const kind = keyKind(value, range[1] === text.length);
    if (kind === null) continue;
    const before = text.slice(Math.max(0, start - reach), start);
    if (isNamed(before, kind === 'long' || isSetApart(text, range)) && !isHarmless(value)) hidden.push(range);
  }
  return hidden;
}

/**
 * robots.txt (RFC 9309): who asks us to stay away from what. A group that names us decides alone. Without one, the group for everybody (`*`)
 * holds where we come as a crawler would, by a link: on foreign hosts. The business that somebody typed is not crawled (docs/safety.md).
 */
import type { HttpAnswer } from '../types.ts';
import { isWebUrl } from '../text.ts';

/** The product token that groups name (RFC 9309 §2.2.1). */
const productToken = 'latchkey';
/** What is read of a file, in bytes; RFC 9309 §2.5 asks for at least this. */
export const robotsBytes = 500 * 1024;
/** Redirects on the way to a file (RFC 9309 §2.3.1.2). */
export const robotsHops = 5;
/** Rules of one group that are kept, each once. */
const maxRules = 10_000;

interface Rule {
  /** The literal parts between the wildcards. */
  parts: readonly string[];
  /** The pattern ends with `$`. */
  anchored: boolean;
  length: number;
  allow: boolean;
}

export interface Robots {
  /** Rules of the groups that name us; null when none does. */
  ours: readonly Rule[] | null;
  /** Rules of the groups for everybody. */
  everybodys: readonly Rule[];
}

/** Says no to everything, and is no file: the host could not tell (RFC 9309 §2.3.1.4). */
export const closed: Robots = { ours: [{ parts: ['/'], anchored: false, length: 1, allow: false }], everybodys: [] };
const open: Robots = { ours: null, everybodys: [] };

const unreserved = /[A-Za-z0-9._~-]/;

/** One spelling for each path (RFC 9309 §2.2.2): what needs no encoding has none, hexadecimal digits are upper case. */
function normal(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\x21-\x7e]+/g, (part) => encodeURIComponent(part))
    .replace(/%[0-9a-f]{2}/gi, (encoded) => {
      const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
      return unreserved.test(character) ? character : encoded.toUpperCase();
    });
}

function ruleOf(pattern: string, allow: boolean): Rule {
  const anchored = pattern.endsWith('$');
  const text = normal(anchored ? pattern.slice(0, -1) : pattern);
  return { parts: text.split(/\*+/), anchored, length: text.length + Number(anchored), allow };
}

/** Whether the pattern matches from the start of the path. Each part is taken where it stands first, so time is linear. */
function matches({ parts, anchored }: Rule, path: string): boolean {
  const [head = '', ...rest] = parts;
  if (!path.startsWith(head)) return false;
  let at = head.length;
  for (const [index, part] of rest.entries()) {
    if (anchored && index === rest.length - 1) return path.length - part.length >= at && path.endsWith(part);
    const found = path.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return !anchored || at === path.length;
}

/** Whether a URL is the address of a robots.txt (RFC 9309 §2.3). */
export const isRobots = (address: string): boolean =>
  isWebUrl(address) && new URL(address).href === `${new URL(address).origin}/robots.txt`;

/** Reads a file's text. What is no robots.txt has no rules. Time is linear in the text. */
export function parseRobots(text: string): Robots {
  const groups = { ours: new Map<string, Rule>(), everybodys: new Map<string, Rule>() };
  let named = false;
  let inOurs = false;
  let inEverybodys = false;
  let naming = false;
  for (const raw of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const line = raw.split('#', 1)[0] ?? '';
    const colon = line.indexOf(':');
    if (colon === -1) continue;
    const field = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (field === 'user-agent') {
      // User-agent lines that follow each other share the rules below them.
      if (!naming) inOurs = inEverybodys = false;
      naming = true;
      if (value.startsWith('*')) inEverybodys = true;
      else if (/^[a-z_-]+/i.exec(value)?.[0].toLowerCase() === productToken) inOurs = named = true;
    } else if (field === 'disallow' || field === 'allow') {
      // Records of other kinds stand between these without meaning (RFC 9309 §2.2.4).
      naming = false;
      if (value === '') continue;
      for (const rules of [inOurs ? groups.ours : null, inEverybodys ? groups.everybodys : null])
        if (rules !== null && rules.size < maxRules) rules.set(`${field} ${value}`, ruleOf(value, field === 'allow'));
    }
  }
  return { ours: named ? [...groups.ours.values()] : null, everybodys: [...groups.everybodys.values()] };
}

/**
 * What an answer to a request for robots.txt, at most five redirects away, comes to (RFC 9309 §2.3.1): a file; no file, which allows; or
 * no telling (5xx, 429, no answer), which forbids, as `closed`.
 */
export function readRobots(answer: HttpAnswer): Robots {
  // Redirects without end or to nowhere are no file (§2.3.1.2); everything else that fails is a host that cannot be reached.
  if (answer.kind === 'failure') return answer.failure.step === 'guard' ? open : closed;
  if (answer.status >= 500 || answer.status === 429) return closed;
  if (answer.status < 200 || answer.status >= 300) return open;
  // The last line of a file that was cut may be half a rule.
  return parseRobots(answer.truncated ? answer.text.slice(0, answer.text.lastIndexOf('\n') + 1) : answer.text);
}

/** Whether the rules forbid a URL of their host to us (RFC 9309 §2.2.2): the longest pattern decides, at a tie the one that allows. */
export function forbids({ ours, everybodys }: Robots, url: URL, foreign: boolean): boolean {
  const rules = ours ?? (foreign ? everybodys : []);
  if (rules.length === 0 || url.pathname === '/robots.txt') return false;
  const path = normal(url.pathname + url.search);
  let best: Rule | null = null;
  for (const rule of rules) {
    if (best !== null && (rule.length < best.length || (rule.length === best.length && !rule.allow))) continue;
    if (matches(rule, path)) best = rule;
  }
  return best !== null && !best.allow;
}

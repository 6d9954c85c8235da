/** Reads what a page of documentation says about authentication into statements. */
import type { Page, Statement } from '../../types.ts';
import { negatedNearby } from './negation.ts';
import type { Rule } from './rule.ts';
import { acceptRules } from './rules/accepts.ts';
import { approvalRules, gatesSelfService } from './rules/approval.ts';
import { exclusiveGrants, grantRules } from './rules/grants.ts';
import { languageRules } from './rules/languages.ts';
import { lifeRules } from './rules/life.ts';
import { limitRules } from './rules/limits.ts';
import { selfServiceRules } from './rules/self-service.ts';
import { Sieve } from './sieve.ts';
import { type Unit, unitsOf } from './units.ts';
import { walksToCredentials } from './walks.ts';

/** Documents of law and staff offices use the same words for other things. */
const ELSEWHERE = /\b(?:privacy(?: policy| notice)?|terms (?:of|and)|cookie (?:policy|notice)|imprint|impressum|careers?|jobs|datenschutz|agb|mentions légales)\b/i;
const ELSEWHERE_PATH = /\/(?:privacy|terms|legal|cookies?|cookie-policy|imprint|impressum|careers?|jobs|datenschutz|agb)(?:[/.-]|$)/i;
/** What such a page says was true once, or is true of the world: hints. */
const PAST = /\b(?:changelog|release notes?|what(?:'|’)?s new|blog|news|press release|what is oauth|oauth (?:explained|basics|101))\b/i;
const PAST_PATH = /\/(?:changelog|release-?notes?|whats-?new|blog|news|press|posts?)(?:[/.]|$)/i;
/** Headings under which keys, tokens and approvals are not those of the API. */
const ASIDE = /\bwebhooks?\b|\bpush\b|\bscim\b|\bsingle sign-?on\b|\bsaml\b|\bsso\b|\bcaptchas?\b|\binvitations?\b|\bcheckout\b|\bcoupons?\b|\bpayouts?\b|\bsmart contracts?\b/i;
/** Being listed is not being let in: what follows such a sentence or heading is about the listing. */
const LISTING = /\blist(?:ed|ing)s?\b|\bmarketplace\b|\bapp (?:store|directory|gallery)\b|\bpublish\w*/i;
const LETTING_IN = /\bkeys?\b|\bcredentials?\b|\baccess\b|\bproduction\b|\bsandbox\b|\bclient ids?\b/i;
/** Where signing in is a call of the API, a program signs in again by itself. */
const SIGN_IN_CALL = /\b(?:call|calls|calling|request|method|POST|endpoint)\b.{0,24}\b(?:sign|log)[ _-]?in\b|\b(?:sign|log)[ _-]?in (?:call|request|method|endpoint)\b|\/(?:sign_?in|log_?in|sessions?)\b/i;
const ASIDE_TOPICS = new Set(['self-service', 'sign-up', 'approval', 'expires', 'never-expires', 'renews', 'renews-by-person', 'revocable', 'static-keys']);

const MAX_STATEMENTS = 200;
/** Statements are gathered up to here, then told apart; a page that repeats itself needs no more. */
const MAX_FOUND = 1_000;
const MAX_QUOTE = 300;
const MAX_MATCHES = 6;

/** Characters of a page that rules read; what no rule can match is not counted. Beyond it a page repeats itself or means harm. */
const MAX_READ = 150_000;

/** Every rule, in the order in which they are tried. */
export const RULES: readonly Rule[] = [...grantRules, ...acceptRules, ...selfServiceRules, ...approvalRules, ...languageRules, ...lifeRules, ...limitRules];
let sieve: Sieve | undefined;
/** Built when the first page is read: a process that reads none does not pay for it. */
const rulesThatMayMatch = (unit: Unit): readonly Rule[] => (sieve ??= new Sieve(RULES)).rulesFor(unit.kind, unit.text);

interface Found extends Statement {
  unit: Unit;
}

/**
 * Statements of a page about authentication, in document order: at most 200, one per topic, polarity, value and quote. Documentation is
 * prose: every statement is worth `documented` at best, and its `strength` follows STANDARDS §9. Navigation and footers say nothing about
 * approval or self-service; a footer says nothing at all. Legal pages are not read; changelogs and blogs give hints only. `rulesFor` chooses the rules
 * that are tried on a unit.
 */
export function readStatements(page: Page, rulesFor: (unit: Unit) => readonly Rule[] = rulesThatMayMatch): Statement[] {
  const path = URL.canParse(page.url) ? new URL(page.url).pathname : '';
  if (ELSEWHERE.test(page.title) || ELSEWHERE_PATH.test(path)) return [];
  const past = PAST.test(page.title) || PAST_PATH.test(path);
  const found: Found[] = [];
  const units = unitsOf(page);
  const walks = new Set(walksToCredentials(units));
  for (const { unit, rules } of worthReading(units, rulesFor, walks)) {
    if (found.length >= MAX_FOUND) break;
    for (const statement of readUnit(unit, rules, walks.has(unit))) {
      if (unit.region === 'nav') {
        // A menu names pages: that a page on a grant exists is a hint, no more.
        if (!statement.topic.startsWith('grant:') || statement.polarity === 'deny') continue;
        statement.strength = 1;
      }
      if (ASIDE_TOPICS.has(statement.topic) && ASIDE.test(unit.heading)) continue;
      if (statement.topic === 'approval' && statement.polarity === 'affirm' && LISTING.test(`${unit.before}\n${unit.heading}`) && !LETTING_IN.test(unit.text)) statement.strength = 1;
      if (past) statement.strength = 1;
      found.push({ ...statement, quote: unit.quote.slice(0, MAX_QUOTE), url: page.url, evidence: page.evidence, unit });
    }
  }
  return distinct(settle(found, units)).slice(0, MAX_STATEMENTS);
}

/** Units that some rule may match, in document order, up to the limit: the page's own text first, menus with what is left. */
function worthReading(units: readonly Unit[], rulesFor: (unit: Unit) => readonly Rule[], walks: ReadonlySet<Unit>): { unit: Unit; rules: readonly Rule[] }[] {
  const candidates = units.filter((unit) => unit.region !== 'footer').map((unit) => ({ unit, rules: rulesFor(unit) })).filter(({ unit, rules }) => rules.length > 0 || walks.has(unit));
  const kept = new Set<Unit>();
  let read = 0;
  for (const region of ['main', 'nav'] as const) {
    for (const { unit } of candidates) {
      if ((unit.region === 'nav') !== (region === 'nav')) continue;
      if (read + unit.text.length > MAX_READ) break;
      read += unit.text.length;
      kept.add(unit);
    }
  }
  return kept.size === candidates.length ? candidates : candidates.filter(({ unit }) => kept.has(unit));
}

type Bare = Pick<Statement, 'topic' | 'polarity' | 'strength' | 'value'>;

function readUnit(unit: Unit, rules: readonly Rule[], walk: boolean): Bare[] {
  const out = new Map<string, Bare>();
  const add = (statement: Bare) => {
    const key = `${statement.topic} ${statement.value ?? ''}`;
    const before = out.get(key);
    // One sentence says one thing about a topic: the stronger reading, and denial before affirmation, for negation is the rarer word.
    if (before === undefined || statement.strength > before.strength || (statement.strength === before.strength && statement.polarity === 'deny')) out.set(key, statement);
  };
  if (walk) add({ topic: 'self-service', polarity: 'affirm', strength: 3, value: null });
  const tried = new Map<RegExp, boolean>();
  // Rules share their conditions: each is tried once on a unit.
  const matches = (pattern: RegExp): boolean => {
    const known = tried.get(pattern);
    if (known !== undefined) return known;
    const answer = pattern.test(unit.text);
    tried.set(pattern, answer);
    return answer;
  };
  for (const rule of rules) {
    if (rule.skip !== undefined && matches(rule.skip)) continue;
    if (rule.needs !== undefined && !matches(rule.needs)) continue;
    if (rule.when !== undefined && !matches(rule.when)) continue;
    if (rule.beside !== undefined && !rule.beside.test(`${unit.heading}\n${unit.before}`)) continue;
    rule.pattern.lastIndex = 0;
    let match = rule.pattern.exec(unit.text);
    if (match === null) continue;
    if (rule.unless !== undefined && [rule.unless].flat().some(matches)) continue;
    if (rule.context !== undefined && !matches(rule.context) && !rule.context.test(`${unit.heading}\n${unit.before}\n${unit.header}`)) continue;
    for (let count = 0; match !== null && count < MAX_MATCHES; count += 1) {
      if (match[0] === '') rule.pattern.lastIndex += 1;
      const value = rule.value === undefined ? null : rule.value(match, unit);
      const polarity = value === undefined || rule.unlessNear?.test(partAround(unit.text, match.index, match.index + match[0].length)) === true ? null : rule.polarity === undefined ? 'affirm' : rule.polarity(unit, match);
      if (polarity !== null && value !== undefined) add({ topic: rule.topic, polarity, strength: rule.weigh === undefined ? rule.strength : rule.weigh(unit, match), value });
      match = rule.pattern.exec(unit.text);
    }
  }
  const only = exclusiveGrants(unit.text);
  if (only !== null && unit.kind !== 'line' && unit.kind !== 'sample') {
    for (const topic of only.named) add({ topic, polarity: 'affirm', strength: 3, value: null });
    for (const topic of only.denied) out.set(`${topic} `, { topic, polarity: 'deny', strength: 3, value: null });
  }
  return withinSentence([...out.values()], unit);
}

/** What stands between the semicolons around a position. */
function partAround(text: string, start: number, end: number): string {
  const from = text.lastIndexOf('; ', start);
  const to = text.indexOf('; ', end);
  return text.slice(from < 0 ? 0 : from, to < 0 ? text.length : to);
}

/** What one statement of a sentence means for another. */
function withinSentence(statements: Bare[], unit: Unit): Bare[] {
  const has = (topic: Statement['topic'], polarity: Statement['polarity'] = 'affirm') => statements.some((one) => one.topic === topic && one.polarity === polarity);
  return statements.filter((one) => {
    // A life with a known end makes the vague "expires" beside it superfluous.
    if (one.topic === 'expires' && one.value === null && statements.some((other) => other.topic === 'expires' && other.value !== null)) return false;
    if (one.topic === 'expires' && has('never-expires') && one.value === null) return false;
    if (one.topic === 'never-expires' && one.strength === 1 && has('expires')) return false;
    if (one.topic === 'scopes' && has('no-scopes')) return false;
    // The approval that stands in the same sentence comes first (WD2).
    if (one.topic === 'self-service' && one.polarity === 'affirm' && has('approval')) return false;
    if (one.topic === 'sign-up' && has('approval')) return false;
    if (one.topic === 'renews' && one.polarity === 'affirm' && has('renews-by-person') && !negatedNearby(unit.text, 0, 0) && !/refresh/i.test(unit.text)) return false;
    if (one.topic === 'bearer' && one.polarity === 'affirm' && one.strength < 3 && has('grant:jwt_bearer') && !/authorization/i.test(unit.text)) return false;
    return true;
  });
}

/** What statements of a page mean for each other. */
function settle(found: readonly Found[], units: readonly Unit[]): Found[] {
  const vendorGrant = found.some((one) => one.topic === 'grant:vendor' && one.polarity === 'affirm' && one.value !== null);
  const explicit = found.some((one) => one.topic === 'grant:client_credentials' && one.strength === 3);
  const byCall = found.some((one) => one.topic === 'renews-by-person') && units.some((unit) => SIGN_IN_CALL.test(unit.text));
  let gate = -1;
  return found
    .map((one, index) => {
      if (byCall && one.topic === 'renews-by-person' && /\b(?:sign|log) ?in again\b/i.test(one.quote) && !/\b(?:user|browser|person|member|customer)s?\b/i.test(one.quote)) return { ...one, topic: 'renews' as const, strength: 2 };
      if (one.topic === 'approval' && one.polarity === 'affirm' && one.strength === 3 && gate < 0 && gatesSelfService(one.unit)) gate = index;
      // WD2: "generate a key" after an approval step on the same page is the step after it.
      if (one.topic === 'self-service' && one.polarity === 'affirm' && gate >= 0 && one.strength > 1 && !/self-?serv/i.test(one.quote)) return { ...one, strength: one.strength - 1 };
      return one;
    })
    // "Server-to-server OAuth" names the vendor's own grant where the page spells that grant out.
    .filter((one) => !(one.topic === 'grant:client_credentials' && one.polarity === 'affirm' && one.strength < 3 && vendorGrant && !explicit));
}

function distinct(found: readonly Found[]): Statement[] {
  const seen = new Map<string, Statement>();
  for (const { unit: _unit, ...statement } of found) {
    const key = JSON.stringify([statement.topic, statement.polarity, statement.value, statement.quote]);
    const before = seen.get(key);
    if (before === undefined) seen.set(key, statement);
    else if (statement.strength > before.strength) before.strength = statement.strength;
  }
  return [...seen.values()];
}

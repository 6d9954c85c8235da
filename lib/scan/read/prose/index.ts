/** Reads what a page of documentation says about authentication into statements. */
import type { Page, Statement } from '../../types.ts';
import { languageOf, type Language } from './lexicon/index.ts';
import type { Bare } from './qualify.ts';
import { readUnit, Reading } from './read.ts';
import { CLIENT_PAIR, UNNAMED_GRANT } from './sample.ts';
import { tokensOf } from './tokens.ts';
import { type Unit, unitsOf } from './units.ts';
import { walksToCredentials } from './walks.ts';

/** Documents of law and staff offices use the same words for other things. */
const ELSEWHERE =
  /\b(?:privacy(?: policy| notice)?|terms (?:of|and)|cookie (?:policy|notice)|imprint|impressum|careers?|jobs|datenschutz|agb|mentions légales)\b/i;
const PRIVACY_ABROAD =
  /polityka prywatności|politique de confidentialité|política de privacidade?|privacyverklaring|informativa (?:sulla )?privacy|конфиденциальност|プライバシー|隐私|개인정보/i;
const ELSEWHERE_PATH =
  /\/(?:privacy|terms|legal|cookies?|cookie-policy|imprint|impressum|careers?|jobs|datenschutz|agb)(?:[/.-]|$)/i;
/** What such a page says was true once, or is true of the world: hints. */
const PAST =
  /\b(?:changelog|release notes?|what(?:'|’)?s new|blog|news|press release|what is oauth|oauth (?:explained|basics|101)|glossary)\b/i;
const PAST_PATH = /\/(?:changelog|release-?notes?|whats-?new|blog|news|press|posts?|glossary)(?:[/.]|$)/i;
/** Lessons on the field: the title asks or explains, and the page stands where lessons stand or names a term of the protocol. */
const LESSON =
  /^(?:what (?:is|are)\b|understanding\b|introduction to\b)|\b(?:explained|101|demystified)\b|^how .{2,60} works?\b/i;
const LESSON_PATH = /\/(?:learn|academy|articles?|insights|resources|tutorials?|guides?|knowledge)(?:[/.]|$)/i;
const LESSON_TERM =
  /\b(?:oauth|openid|oidc|jwts?|json web tokens?|client credentials|authorization code|device (?:code|flow)|bearer tokens?|pkce|saml|api keys?)\b/i;

/** Whether a page speaks of the field, of what was once true, or of news: its words are hints, and addresses that it cites are examples. */
export function isArticle({ url, title }: Pick<Page, 'url' | 'title'>): boolean {
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  const lesson = LESSON.test(title.trim()) && (LESSON_PATH.test(path) || LESSON_TERM.test(title));
  return PAST.test(title) || PAST_PATH.test(path) || lesson;
}

/** Headings under which keys, tokens and approvals are not those of the API. */
const ASIDE =
  /\bwebhooks?\b|\bpush\b|\bscim\b|\bsingle sign-?on\b|\bsaml\b|\bsso\b|\bcaptchas?\b|\binvitations?\b|\bcheckout\b|\bcoupons?\b|\bpayouts?\b|\bsmart contracts?\b/i;
const SIGN_IN = /\b(?:sign|log) ?in again\b/i;
const SIGN_IN_CALL =
  /\b(?:calls?|calling|request|method|POST|endpoint)\b.{0,24}\b(?:sign|log)[ _-]?in\b|\b(?:sign|log)[ _-]?in (?:call|request|method|endpoint)\b|\/(?:sign_?in|log_?in|sessions?)\b/i;
const PERSON = /\b(?:user|browser|person|member|customer)s?\b/i;
const ASIDE_TOPICS = new Set<Statement['topic']>([
  'self-service',
  'sign-up',
  'approval',
  'expires',
  'never-expires',
  'renews',
  'renews-by-person',
  'revocable',
  'static-keys',
]);

const MAX_STATEMENTS = 200;
const MAX_FOUND = 1_000;
const MAX_QUOTE = 300;
/** Characters of a page that are read. Beyond it a page repeats itself or means harm. */
const MAX_READ = 150_000;

const LANGUAGES: Record<string, Language> = {
  de: 'german',
  fr: 'french',
  es: 'spanish',
  pt: 'portuguese',
  it: 'italian',
  nl: 'dutch',
  pl: 'polish',
  tr: 'turkish',
  ru: 'russian',
  ja: 'japanese',
  zh: 'chinese',
  ko: 'korean',
};

interface Found extends Bare {
  unit: Unit;
}

/**
 * Statements of a page about authentication, in document order: at most 200, one per topic, polarity, value and quote. Documentation is
 * prose: every statement is worth `documented` at best, and its `strength` follows STANDARDS §9. Navigation and footers say nothing about
 * approval or self-service; a footer says nothing at all. Legal pages are not read; change logs and blogs give hints only.
 */
export function readStatements(page: Page): Statement[] {
  const path = URL.canParse(page.url) ? new URL(page.url).pathname : '';
  if ([ELSEWHERE, PRIVACY_ABROAD].some((of) => of.test(page.title)) || ELSEWHERE_PATH.test(path)) return [];
  const past = isArticle(page);
  const units = worthReading(unitsOf(page));
  const reading = new Reading(
    LANGUAGES[(page.lang ?? '').slice(0, 2).toLowerCase()] ?? languageOfUnits(units),
    `${page.url} ${page.title}`.toLowerCase(),
    units.some(({ text }) => CLIENT_PAIR.test(text)),
  );
  const walks = new Set(walksToCredentials(units, reading));
  const links = new Set(page.links.map((link) => link.text.trim()));
  const found: Found[] = [];
  for (const unit of units) {
    if (found.length >= MAX_FOUND) break;
    const said = readUnit(unit, reading);
    if (walks.has(unit) && !said.some((one) => one.topic === 'self-service')) said.push(walked(unit, reading));
    for (const one of said) {
      if (isOfSomethingElse(one, unit)) continue;
      if (past || isHint(one, unit, reading, links)) one.strength = 1;
      found.push({ ...one, unit });
    }
  }
  return distinct(settle(found, units), page).slice(0, MAX_STATEMENTS);
}

/** The language of most sentences, where no attribute tells: Markdown and descriptions have none. Cells are too short to tell. */
const languageOfUnits = (units: readonly Unit[]): Language => {
  const text = units
    .flatMap(({ kind, text }) => (kind === 'sentence' || kind === 'item' ? [text] : []))
    .join(' ')
    .slice(0, 4_000);
  return languageOf(text, tokensOf(text), 'english');
};

/** A menu names pages: of a grant that is not there it says nothing. Under some headings, keys and approvals are not those of the API. */
const isOfSomethingElse = (one: Bare, unit: Unit): boolean =>
  (unit.region === 'nav' && (!one.topic.startsWith('grant:') || one.polarity === 'deny')) ||
  (ASIDE_TOPICS.has(one.topic) && ASIDE.test(unit.heading));

/** That a page on a grant exists, or that a link is called so, is no proof of what stands behind it. */
const isHint = (one: Bare, unit: Unit, reading: Reading, links: ReadonlySet<string>): boolean =>
  unit.region === 'nav' ||
  (one.topic === 'self-service' && unit.quote.split(/\s{0,3}[·•|]\s{0,3}/).every((part) => links.has(part.trim()))) ||
  (one.topic === 'approval' && ofListing(unit, reading));

/** Being listed is not being let in: what follows a sentence or heading on the listing is about the listing. */
const ofListing = (unit: Unit, reading: Reading): boolean =>
  [unit.heading, unit.before].some((text) => text !== '' && reading.sentence(text).has('listing')) &&
  !['key', 'client', 'production', 'test'].some((tag) => reading.sentence(unit.text).has(tag)) &&
  !/\baccess\b/i.test(unit.text);

const walked = (unit: Unit, reading: Reading): Bare => ({
  topic: 'self-service',
  polarity: 'affirm',
  strength: 3,
  value: null,
  subject: 'api',
  actor: null,
  condition: null,
  environment: null,
  credential: reading.sentence(unit.text).has('client') ? 'client' : 'key',
});

/** Units up to the limit, in document order: the page's own text first, menus with what is left. */
function worthReading(units: readonly Unit[]): Unit[] {
  const kept = new Set<Unit>();
  let read = 0;
  for (const menu of [false, true])
    for (const unit of units) {
      if (unit.region === 'footer' || (unit.region === 'nav') !== menu) continue;
      if (read + unit.text.length > MAX_READ) break;
      read += unit.text.length;
      kept.add(unit);
    }
  return units.filter((unit) => kept.has(unit));
}

/** What statements of a page mean for each other. */
function settle(found: readonly Found[], units: readonly Unit[]): Found[] {
  // Where signing in is a call of the API, a program signs in again by itself.
  const byCall =
    found.some((one) => one.topic === 'renews-by-person') && units.some((unit) => SIGN_IN_CALL.test(unit.text));
  const vendorGrant = found.some(
    (one) =>
      one.topic === 'grant:vendor' && one.polarity === 'affirm' && one.value !== null && one.value !== UNNAMED_GRANT,
  );
  const explicit = found.some((one) => one.topic === 'grant:client_credentials' && one.strength === 3);
  const gate = found.findIndex(
    (one) => one.topic === 'approval' && one.polarity === 'affirm' && one.strength === 3 && one.condition === null,
  );
  return (
    found
      // WD2: "generate a key" after an approval step on the same page is the step after it.
      .map((one, index) =>
        gate >= 0 &&
        index > gate &&
        one.topic === 'self-service' &&
        one.polarity === 'affirm' &&
        one.strength > 1 &&
        !/self-?serv/i.test(one.unit.text)
          ? { ...one, strength: one.strength - 1 }
          : one,
      )
      .map((one) =>
        byCall && one.topic === 'renews-by-person' && SIGN_IN.test(one.unit.text) && !PERSON.test(one.unit.text)
          ? { ...one, topic: 'renews' as const, actor: 'program' as const, strength: 2 }
          : one,
      )
      // "Server-to-server OAuth" names the vendor's own grant where the page spells that grant out.
      .filter(
        (one) =>
          !(
            one.topic === 'grant:client_credentials' &&
            one.polarity === 'affirm' &&
            one.strength < 3 &&
            vendorGrant &&
            !explicit
          ),
      )
  );
}

function distinct(found: readonly Found[], page: Page): Statement[] {
  const seen = new Map<string, Statement>();
  for (const { unit, ...bare } of found) {
    const quote = unit.quote.slice(0, MAX_QUOTE);
    const key = JSON.stringify([bare.topic, bare.polarity, bare.value, quote]);
    const before = seen.get(key);
    if (before === undefined) seen.set(key, { ...bare, quote, url: page.url, evidence: page.evidence });
    else if (bare.strength > before.strength) before.strength = bare.strength;
  }
  return [...seen.values()];
}

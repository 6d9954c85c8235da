/** A sentence with its words tagged, cut into clauses. */
import { hitsOf, languageOf, STRIDE, type Hit, type Language } from './lexicon/index.ts';
import { tokensOf, type Token } from './tokens.ts';
import { setOf } from '../../names.ts';

export interface Span {
  from: number;
  to: number;
}

export interface Duration extends Span {
  seconds: number;
}

/** A call of the API, as documentation writes it. */
const OPERATION = /\b(?:GET|POST|PUT|DELETE|PATCH)\s{1,3}["'`]?(?:https?:\/)?\//g;
const MAIL = /[\w.+-]{1,40}@[\w-]{1,60}\.\w{2,20}/g;
const AUTHORIZE = /https?:\/\/\S{3,200}\/(?:authori[sz]e|oauth2?\/auth|dialog\/oauth|authorization)\b/g;
/** A way through menus: "Settings > API". */
const MENU = /\p{L}["'*]{0,2}\s?[>→›»]\s?["'*]{0,2}\p{L}/gu;
/** The address of a page for people. */
const PAGE =
  /\b(?:https?:\/\/)?(?!api\.|docs\.)[\w-]{1,40}(?:\.[\w-]{1,40}){1,3}\/(?!v\d|api\/)[\w./-]{0,60}(?:account|settings|dashboard|console|keys|tokens|developers?|portal|profile|apps|credentials)\b/gu;
const DEVICE = /\/device\/(?:code|authorize|token)\b|\/device_authorization\b/g;
/** An address that a person opens in a browser. */
const ADDRESS = /https?:\/\/(?!api[.\d-]|localhost|\d)[\w.-]{3,80}(?:\/[\w./#?=&%~:-]{0,120})?/g;
/** A path of the API that hands out or takes sign-ins. */
const SIGN_IN_PATH =
  /(?<=^|[\s"'`(])\/(?:[\w-]{1,30}\/){0,4}(?:log_?in|sign_?in|auth\w{0,12}|oauth2?|tokens?|sessions?)\b/g;
const WRITTEN = [
  ['operation', OPERATION],
  ['authurl', AUTHORIZE],
  ['deviceurl', DEVICE],
  ['place', MENU],
  ['place', PAGE],
  ['address', ADDRESS],
  ['operation', SIGN_IN_PATH],
  ['mail', MAIL],
] as const;
/** The name of a header other than Authorization, up to its value. */
const OTHER_HEADER =
  /(?<![\w-])(?!(?:proxy-)?authorization\b)\w{1,30}(?:-\w{1,30}){1,5}["'`]?\s?:\s{0,2}["'`]?(?=bearer\b)/gi;
/** Without one of these characters none of them stands in a text. */
const SIGNS = /[/@>→›»]/;
/** "Under Settings", "from the dashboard": the place where something is. */
const LOCATIVE = /^(?:in|on|under|at|from|via|within|inside|through|using|to|into|[>→›»:])$/;
/** A description of a call begins with what the call does, in the third person. */
const DOING = setOf(
  'creates gets lists returns retrieves updates generates fetches adds issues registers provides shows finds obtains builds allows endpoint retrieve list get create',
);
const OPENING =
  /^\W{0,3}([A-Za-z]+) (?!started|your|an? (?:api|personal|new|app|application|integration)\b|the (?:api|client) )/i;
const describesCall = (text: string): boolean => DOING.has(OPENING.exec(text)?.[1]?.toLowerCase() ?? '');
/** Hits of one tag that are kept of a sentence. */
const MAX_HITS = 16;
const BREAK = /^[;|.!]$/;
const BUT = setOf(
  'but however whereas although though because aber jedoch sondern mais cependant pero sino mas porem ma pero maar ale lecz но однако',
);
/** After a comma these begin a thought of their own. */
const AFTER_COMMA = setOf('use while yet then so instead which where send please and dann puis luego depois poi dan');

const NONE: readonly Hit[] = [];

export class Sentence {
  readonly tokens: Token[];
  readonly language: Language;
  /** How far apart words may stand, in English ones. */
  readonly stride: number;
  readonly tags = new Map<string, Hit[]>();
  readonly durations: Duration[] = [];
  /** Tags of the first two words. */
  readonly opening = new Set<string>();
  /** What the model sees of the tags, once it has looked. */
  marks: readonly string[] | undefined;
  words: ReadonlySet<string> | undefined;
  /** The number of the clause that each word stands in. */
  private readonly clauses: number[] = [];
  /** The same, with what stands in parentheses apart: it negates nothing outside them. */
  private readonly asides: number[] = [];

  constructor(
    readonly text: string,
    fallback: Language,
  ) {
    this.tokens = tokensOf(text);
    this.language = languageOf(text, this.tokens, fallback);
    this.stride = STRIDE[this.language] ?? 1;
    for (const hit of hitsOf(this.tokens, this.language)) {
      if (hit.from <= 1) this.opening.add(hit.tag);
      const before = this.tags.get(hit.tag);
      if (before === undefined) this.tags.set(hit.tag, [hit]);
      // A sentence that repeats itself says nothing more, and must not cost more.
      else if (before.length < MAX_HITS) before.push(hit);
    }
    this.ofTheVendor('user', 'place');
    this.ofAuthorization();
    if (SIGNS.test(text)) this.readSigns();
    const places = this.of('place').filter(
      (hit) =>
        this.language !== 'english' ||
        this.tokens.slice(Math.max(0, hit.from - 4), hit.to).some(({ word }) => LOCATIVE.test(word)),
    );
    if (places.length > 0) this.tags.set('inplace', [...places]);
    if (this.language === 'english' && describesCall(text) && !this.has('place'))
      this.tags.set('operation', [...this.of('operation'), { tag: 'operation', from: 0, to: 1 }]);
    this.readConsent();
    if (/\d/.test(text) || [...this.tags.keys()].some((tag) => tag.startsWith('u:'))) this.readDurations();
  }

  /** What a person or an app's user agrees to is no gate before the API. */
  private readConsent(): void {
    // "The user approves": consent, not a vendor's approval.
    const consent = this.of('user').flatMap((user) =>
      this.of('consents').filter((act) => act.from >= user.to && act.from - user.to <= 5),
    );
    // "Approved by the member", "an app asks for access": the same, told from the other side.
    for (const act of this.of('approve', 'consents'))
      if (
        this.tokens[act.to]?.word === 'by' &&
        this.of('user').some((user) => user.from >= act.to && user.from - act.to <= 3)
      )
        consent.push(act);
    for (const ask of this.of('ask'))
      if (this.of('app').some((app) => app.to <= ask.from && ask.from - app.to <= 1)) consent.push(ask);
    if (consent.length > 0) this.tags.set('consent', consent);
  }

  /** Words of a role of the vendor mean nothing else: "your customer success manager" is no customer. */
  private ofTheVendor(...tags: string[]): void {
    const roles = this.of('vendor');
    const inside = ({ from, to }: Hit) =>
      roles.some((role) => role.from <= from && to <= role.to && role.to - role.from > to - from);
    for (const tag of tags) {
      const own = this.of(tag).filter((hit) => !inside(hit));
      if (own.length > 0) this.tags.set(tag, own);
      else this.tags.delete(tag);
    }
  }

  /** "Acme-API-Token: Bearer …": the word behind the name of another header is no bearer authentication. */
  private ofAuthorization(): void {
    if (!this.has('bearer')) return;
    const others = [...this.text.matchAll(OTHER_HEADER)].map(({ index, 0: { length } }) => index + length);
    if (others.length === 0) return;
    const own = this.of('bearer').filter((hit) => !others.includes(this.tokens[hit.from]?.start ?? -1));
    if (own.length > 0) this.tags.set('bearer', own);
    else this.tags.delete('bearer');
  }

  /** Cuts the sentence into clauses, when somebody asks. */
  private cut(): void {
    let clause = 0;
    this.tokens.forEach(({ word, start }, index) => {
      const previous = this.tokens[index - 1];
      if (
        (BREAK.test(word) && (word !== '.' || /^\.(?:\s|$)/.test(this.text.slice(start, start + 2)))) ||
        BUT.has(word) ||
        (previous?.word === ',' && AFTER_COMMA.has(word)) ||
        (previous !== undefined && /\s-\s/.test(this.text.slice(previous.end, start)))
      )
        clause += 1;
      this.clauses.push(clause);
    });
    let open = false;
    let count = 0;
    let commas = 0;
    this.tokens.forEach(({ word }, index) => {
      if (word === '(') count += 1;
      if (word === '(' || word === ')') open = word === '(';
      // In Chinese a comma ends a thought.
      if (word === ',' && this.language === 'chinese') commas += 1;
      this.asides.push(((this.clauses[index] ?? 0) + commas) * 1_000 + (open ? count : 0));
    });
  }

  /** Addresses, paths, calls and ways through menus, as they are written. */
  private readSigns(): void {
    for (const [tag, pattern] of WRITTEN)
      for (const found of this.text.matchAll(pattern)) {
        const from = this.tokens.findIndex((token) => token.end > found.index);
        if (from >= 0) this.tags.set(tag, [...this.of(tag), { tag, from, to: from + 1 }]);
      }
  }

  has(tag: string): boolean {
    return this.tags.has(tag);
  }

  of(...tags: string[]): readonly Hit[] {
    const [first, ...more] = tags;
    const hits = this.tags.get(first ?? '') ?? NONE;
    return more.length === 0
      ? hits
      : more.reduce<readonly Hit[]>((all, tag) => all.concat(this.tags.get(tag) ?? NONE), hits);
  }

  sameClause(a: Span, b: Span): boolean {
    if (this.clauses.length === 0) this.cut();
    return this.clauses[a.from] === this.clauses[b.from];
  }

  /** The hits of a tag in the clause of a span. */
  beside(span: Span, ...tags: string[]): readonly Hit[] {
    if (!tags.some((tag) => this.tags.has(tag))) return NONE;
    if (this.clauses.length === 0) this.cut();
    return this.of(...tags).filter((hit) => this.asides[hit.from] === this.asides[span.from]);
  }

  private readDurations(): void {
    const numbers = new Map<number, number>();
    for (const [tag, hits] of this.tags)
      if (tag.startsWith('n:')) for (const { to } of hits) numbers.set(to, Number(tag.slice(2)));
    const units = new Map<number, [number, number]>();
    for (const [tag, hits] of this.tags)
      if (tag.startsWith('u:')) for (const { from, to } of hits) units.set(from, [Number(tag.slice(2)), to]);
    this.tokens.forEach(({ word }, index) => {
      const joined = /^(\d{1,6})(s|sec|m|min|mins|h|hr|hrs|d)$/.exec(word);
      if (joined !== null)
        this.add({ from: index, to: index + 1, seconds: Number(joined[1]) * (UNIT[joined[2]?.[0] ?? ''] ?? 1) });
      const unit = units.get(index);
      if (unit === undefined || index === 0) return;
      const number = amount(this.tokens, index - 1) ?? numbers.get(index) ?? this.one(index);
      if (number !== undefined) this.add({ from: index - 1, to: unit[1], seconds: Math.round(number * unit[0]) });
    });
  }

  /** "Ważny rok", "действует час": without articles, a unit in the singular behind its verb counts one. */
  private one(unit: number): number | undefined {
    const { word = '' } = this.tokens[unit] ?? {};
    if (!SINGULAR.has(word) || /^\d/.test(this.tokens[unit + 1]?.word ?? '')) return undefined;
    const from = FOR.has(this.tokens[unit - 1]?.word ?? '') ? unit - 1 : unit;
    return this.of('life').some((hit) => hit.to === from) ? 1 : undefined;
  }

  private add(duration: Duration): void {
    if (this.durations.length < MAX_HITS && !this.isPast(duration) && !this.isRate(duration))
      this.durations.push(duration);
  }

  /** "Two months ago", "a day before it ends": from when on, not how long. */
  private isPast({ from, to }: Span): boolean {
    return this.of('ago').some((hit) => hit.from === to || hit.to === from);
  }

  /** "50 tokens in 12 hours": how many things in a span. */
  private isRate({ from }: Span): boolean {
    const before = this.tokens.slice(Math.max(0, from - 4), from);
    // "500 calls an hour": a number of things that neither live nor end, and how often.
    if (EACH.has(this.tokens[from]?.word ?? '') && COUNTED.has(before.at(-1)?.word ?? ''))
      return before.some(({ word }) => /^\d[\d,]*$/.test(word));
    if (!PER.has(before.at(-1)?.word ?? '')) return false;
    const number = before.slice(0, -1).findLastIndex(({ word }) => /^\d+$/.test(word));
    return number >= 0 && !this.of('life', 'ends').some((hit) => hit.from < from && from - hit.to <= 3);
  }
}

const PER = setOf('in per pro par por every within op на за w');
const EACH = setOf('a an every');
/** What an API lets one have so many of. */
const COUNTED = setOf('calls requests queries hits lookups messages records tokens keys points credits');
/** A unit of time in the singular, as it stands behind a verb of lasting or behind "for". */
const SINGULAR = setOf('rok miesiac tydzien dzien dobe godzine minute год месяц неделю сутки день час минуту');
const FOR = setOf('przez na через');
const UNIT: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86400 };

/** The number that ends at a word: `3,600` groups thousands, `1.5` and `1,5` are decimals. */
function amount(tokens: readonly Token[], index: number): number | null | undefined {
  const word = tokens[index]?.word ?? '';
  if (!/^[\d,]{1,12}$/.test(word) || word === ',') return undefined;
  const [point, whole] = [tokens[index - 1]?.word, tokens[index - 2]?.word];
  if ((point === '.' || point === ',') && whole !== undefined && /^\d{1,3}$/.test(whole) && word.length < 3)
    return Number(`${whole}.${word}`);
  return Number(word.replaceAll(',', ''));
}

/** The word that stands at a character of the text, or the first one after it. */
export const wordAt = (sentence: Sentence, at: number) => {
  const from = Math.max(
    0,
    sentence.tokens.findIndex((token) => token.end > at),
  );
  return { from, to: from + 1 };
};

/** Reads one unit of text into statements. */
import type { Topic } from '../../types.ts';
import { deniedTwice, negatedBefore, negatedNearby, supportPolarity, type Polarity } from './denial.ts';
import { fits, frames, type Frame } from './frames.ts';
import type { Hit, Language } from './lexicon/index.ts';
import { opinionsOf, type Opinion } from './model.ts';
import { livingIn, ofCredential } from './living.ts';
import { headersIn, named, queriesIn, row, rowVerdict, schemesIn } from './names.ts';
import { Sentence, wordAt } from './sentence.ts';
import { setOf } from '../../names.ts';
import { qualified, type Bare, type Said } from './qualify.ts';
import type { Unit } from './units.ts';
import { TOKEN_CALL, wholeSample } from './sample.ts';
import { readWire } from './wire.ts';

/** Sentences by their text: headings and lead-ins are looked at once for each unit below them. */
export class Reading {
  private readonly known = new Map<string, Sentence>();
  /** The last sentence that named something that lives and ends: what "it" means further down. */
  recent: Sentence | null = null;

  /** `own`: the page's host and title in lower case, to tell its own consoles from others. `ofClients`: the page speaks of a client id and its secret. */
  constructor(
    readonly fallback: Language,
    readonly own: string,
    readonly ofClients = false,
  ) {}

  sentence(text: string): Sentence {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const made = new Sentence(text, this.fallback);
    this.known.set(text, made);
    return made;
  }

  /** What stands around a unit: its heading, what leads into it, its table's header. */
  beside(unit: Unit): Sentence[] {
    return [unit.heading, unit.before, unit.header].filter((text) => text !== '').map((text) => this.sentence(text));
  }
}

const byHead = new Map<string, Frame[]>();
for (const frame of frames)
  for (const tag of frame.parts.find((part) => !part.around)?.items[0]?.tags ?? [])
    byHead.set(tag, [...(byHead.get(tag) ?? []), frame]);

const CARRIERS = setOf('bearer basic cookie key-query key-header scheme-word');
const isSupport = (topic: string) => topic.startsWith('grant:') || CARRIERS.has(topic);

/** "Only X is supported" denies the other ways to a first token; a refresh token is not one of them. */
const EXCLUSIVE: readonly (readonly [Topic, readonly string[]])[] = [
  ['grant:authorization_code', ['g:authorization_code', 'code']],
  ['grant:client_credentials', ['g:client_credentials', 'maybe-cc']],
  ['grant:implicit', ['g:implicit', 'maybe-implicit']],
  ['grant:password', ['g:password', 'maybe-password']],
  ['grant:device_code', ['g:device_code', 'maybe-device']],
];
const GRANT_TAGS = EXCLUSIVE.flatMap(([, tags]) => tags).filter((tag) => tag !== 'code');

/** What frames and patterns find in a unit, before the model and the rest of the sentence have their say. */
export interface Claims {
  sentence: Sentence;
  beside: readonly Sentence[];
  /** Neither code nor a question nor a heading: the model may judge. */
  plain: boolean;
  found: Said[];
  /** What stands there in so many words, or in the words of the protocol. */
  certain: ReadonlySet<string>;
}

/** "We issue a new one", in languages that have no word for "one": what is meant was named before. */
const leavesOut = (sentence: Sentence): boolean =>
  sentence.has('wegive') && sentence.has('again') && livingIn(sentence).length === 0;

export function claimsOf(unit: Unit, reading: Reading): Claims {
  const code = unit.kind === 'line' || unit.kind === 'sample';
  const sentence = reading.sentence(unit.text);
  const beside = reading.beside(unit);
  if (reading.recent !== null && (sentence.of('pronoun').some((hit) => hit.from === 0) || leavesOut(sentence)))
    beside.unshift(reading.recent);
  if (!code && livingIn(sentence).length > 0) reading.recent = sentence;
  const around = (tag: string) => beside.some((one) => one.has(tag));
  const asked = !code && /\?\W{0,3}$/.test(unit.text);
  const reads = !code && !asked;
  const found: Said[] = [];
  const certain = new Set<string>();
  if (reads) byFrames(unit, sentence, beside, found, certain);
  const plainly = wireIn(unit, sentence, code, reading.ofClients);
  if (reads)
    plainly.push(
      ...answer(unit, sentence, reading),
      ...headersIn(unit, sentence, around),
      ...schemesIn(unit, sentence, around),
      ...row(unit, sentence, beside),
      ...named(unit, sentence),
      ...queriesIn(unit, sentence),
    );
  for (const one of plainly) if (one.strength === 3) certain.add(one.topic);
  found.push(...plainly, ...(reads ? (exclusive(sentence) ?? []) : []));
  return { sentence, beside, plain: reads && unit.kind !== 'heading', found, certain };
}

function byFrames(
  unit: Unit,
  sentence: Sentence,
  beside: readonly Sentence[],
  found: Said[],
  certain: Set<string>,
): void {
  const around = (tag: string) => beside.some((one) => one.has(tag));
  for (const frame of framesFor(sentence)) {
    if (unit.kind === 'heading' && NOT_IN_HEADINGS.test(frame.topic)) continue;
    const hits = fits(frame, sentence, around);
    if (hits === null) continue;
    found.push(...said(frame, hits, sentence, beside));
    if (frame.certain) certain.add(frame.topic);
  }
}

/** What goes over the wire, as the unit spells it out. */
function wireIn(unit: Unit, sentence: Sentence, code: boolean, ofClients: boolean): Said[] {
  if (unit.kind === 'heading') return [];
  const wire = unit.kind === 'sample' ? wholeSample(unit.text, ofClients) : readWire(unit.text, code);
  return wire.flatMap(({ topic, strength, value, at }): Said[] => {
    const isGrant = topic.startsWith('grant:');
    if (isGrant ? sentence.has('error') && !code : sentence.has('outgoing')) return [];
    // An answer calls its token a bearer token by habit; the text beside says how it really travels.
    if (topic === 'bearer' && strength < 3 && /\bx-[\w-]{2,40}\b/i.test(`${unit.heading} ${unit.before}`)) return [];
    if (topic === 'basic' && isTokenCall(unit, sentence)) return [];
    return [{ topic, strength, value, polarity: code ? 'affirm' : supportPolarity(sentence, wordAt(sentence, at)) }];
  });
}

const isTokenCall = (unit: Unit, sentence: Sentence): boolean =>
  sentence.has('protocol') || sentence.has('client') || (unit.kind === 'line' && TOKEN_CALL.test(unit.header));

export function readUnit(unit: Unit, reading: Reading): Bare[] {
  const claims = claimsOf(unit, reading);
  return concluded(unit, claims, claims.plain ? opinionsOf({ kind: unit.kind, ...claims }) : [], reading);
}

/** What stands of the claims of a unit after the model's opinions and the rest of the sentence. */
function concluded(unit: Unit, claims: Claims, opinions: readonly Opinion[], reading: Reading): Bare[] {
  const { sentence, beside, certain } = claims;
  const around = (tag: string) => beside.some((one) => one.has(tag));
  const denied = new Set<string>(opinions.flatMap(({ topic, denies }) => (denies ? [topic] : [])));
  const dropped = claims.found.filter(
    ({ topic, polarity }) => polarity === 'affirm' && denied.has(topic) && !certain.has(topic),
  );
  // A weaker denial of what is dropped is no denial either.
  const found = claims.found.filter(
    (one) =>
      !dropped.includes(one) &&
      !(one.polarity === 'deny' && dropped.some((other) => other.topic === one.topic && other.strength > one.strength)),
  );
  found.push(...sureOf(found, opinions, sentence));
  const heading = reading.sentence(unit.heading);
  const setting = { beside, heading, own: reading.own };
  return within(found, { sentence, unit, around, heading }).map((one) => qualified(one, sentence, setting));
}

/** What a key may be limited to do or reach. */
const WHAT = ['permission', 'resource', 'role', 'readonly', 'accesskind'];

/** "Only from these addresses": a limit of where a key works from is none of what it may do. */
const onlyFromWhere = (sentence: Sentence): boolean =>
  sentence.has('wherefrom') &&
  !WHAT.some((tag) => sentence.has(tag)) &&
  // "Scoped to an address" is that limit itself.
  !sentence.of('scope').some(({ from }) => !sentence.of('limitverb').some((verb) => verb.from === from));

/** What bars the frames of a topic bars the model: a request for a token, a payment to approve, a sign-in that is a call. */
const BARRED: Partial<Record<Topic, readonly string[]>> = {
  'self-service': ['relogin', 'logincall', 'operation', 'error', 'paste', 'endusers'],
  approval: ['notapi', 'define', 'accesstoken', 'nogate'],
  scopes: ['personperm'],
};
const GATES = ['approve', 'ask', 'contact', 'wait', 'onrequest', 'partneronly'];
const GUARDED = ['key', 'client', 'token', 'door', 'app'];
const holdsGate = (sentence: Sentence): boolean =>
  (GATES.some((tag) => sentence.has(tag)) || (sentence.has('give') && sentence.has('vendor'))) &&
  GUARDED.some((tag) => sentence.has(tag));
/** Whether the model alone may claim a topic of a sentence. */
const mayBe = (topic: Topic, sentence: Sentence): boolean =>
  !(BARRED[topic] ?? []).some((tag) => sentence.has(tag)) &&
  (topic !== 'approval' || holdsGate(sentence)) &&
  (topic !== 'scopes' || !onlyFromWhere(sentence));

/** Who renews, a program or a person: of these the model alone does not claim one where a frame claims the other. */
const CONTRARY: Partial<Record<Topic, Topic>> = { renews: 'renews-by-person', 'renews-by-person': 'renews' };

/** What only the model is sure of. */
function sureOf(found: readonly Said[], opinions: readonly Opinion[], sentence: Sentence): Said[] {
  const [span, more] = sentence.durations;
  return opinions
    .filter(
      ({ topic, says }) =>
        says && !found.some((one) => one.topic === topic || one.topic === CONTRARY[topic]) && mayBe(topic, sentence),
    )
    .map(({ topic }) => ({
      topic,
      strength: 2,
      value: topic === 'expires' && span !== undefined && more === undefined ? String(span.seconds) : null,
      polarity: 'affirm',
    }));
}

/** Topics of which a heading says nothing: "Create an API key" stands over the text that tells how. */
const NOT_IN_HEADINGS =
  /^(?:self-service|sign-up|renews.*|revocable|roles|no-scopes|static-keys|never-expires|scopes)$/;

function framesFor(sentence: Sentence): Frame[] {
  const able = new Set<Frame>();
  for (const tag of sentence.tags.keys()) for (const frame of byHead.get(tag) ?? []) able.add(frame);
  if (sentence.durations.length > 0) for (const frame of byHead.get('DURATION') ?? []) able.add(frame);
  return [...able];
}

/** What a gate is before: "you cannot create a key" denies no gate. */
const OPENED = new Set(['key', 'door', 'client']);

function gateStands(sentence: Sentence, hits: readonly Hit[], head: Hit): Polarity {
  const until = sentence.of('until').some((hit) => hit.to <= head.from && head.from - hit.to < 6);
  if (
    until ||
    hits.some((hit) => hit.tag === 'until') ||
    sentence.of('approve').some((hit) => deniedTwice(sentence, hit))
  )
    return 'affirm';
  return hits.some((hit) => !OPENED.has(hit.tag) && negatedNearby(sentence, hit)) ? 'deny' : 'affirm';
}

/** "Request an API key", as a button or a title says it: what happens to the request is told elsewhere. */
const isLabel = (sentence: Sentence, hits: readonly Hit[]): boolean =>
  sentence.tokens.length <= 5 && hits.every(({ tag }) => tag === 'ask' || tag === 'key' || tag === 'client');

/** Seconds in words, null when no number is told, undefined when nothing of ours ends. */
function lifetime(
  sentence: Sentence,
  hits: readonly Hit[],
  head: Hit,
  beside: readonly Sentence[],
): string | null | undefined {
  // "When it has expired, your program makes another": what a program renews is a credential.
  if (!hits.some((hit) => hit.tag === 'program' || hit.tag === 'again') && !ofCredential(sentence, head, beside))
    return undefined;
  const duration = sentence.durations.find((span) => hits.some((hit) => hit.from === span.from && hit.to === span.to));
  // "Keys that were rotated keep working for an hour" tells when the old ones end, not how long a key lives.
  if (
    (sentence.has('never') && head.tag !== 'enddate') ||
    sentence.beside(head, 'revoke').some((hit) => hit.to <= head.from && head.from - hit.to <= 2) ||
    sentence.beside(head, 'neg').some((hit) => hit.from < head.from && head.from - hit.to <= 3)
  )
    return undefined;
  return duration === undefined ? null : String(duration.seconds);
}

function said(frame: Frame, hits: readonly Hit[], sentence: Sentence, beside: readonly Sentence[]): Said[] {
  const head = hits[0];
  if (head === undefined) return [];
  const one = (topic: Topic, polarity: Polarity, value: string | null = null): Said[] => [
    { topic, strength: frame.strength, value, polarity },
  ];
  const { topic } = frame;
  if (topic === 'nogate') return hits.some((hit) => deniedTwice(sentence, hit)) ? [] : one('approval', 'deny');
  if (isSupport(topic)) {
    const polarity = supportPolarity(sentence, head);
    // A denial counts for what the sentence names itself: without PKCE there may still be a code grant, without a user name no Basic is meant.
    const implied =
      (topic === 'basic' && head.tag !== 'basic') ||
      (topic === 'grant:authorization_code' && head.tag === 'g:authorization_code_pkce');
    return polarity === 'deny' && implied ? [] : one(topic, polarity);
  }
  const judged = JUDGED[topic];
  return judged === undefined ? one(topic, 'affirm') : judged(one, head, hits, sentence, beside);
}

type Judge = (
  one: (topic: Topic, polarity: Polarity, value?: string | null) => Said[],
  head: Hit,
  hits: readonly Hit[],
  sentence: Sentence,
  beside: readonly Sentence[],
) => Said[];

/** "It cannot be revoked": what the sentence says cannot be is denied. */
const orNot =
  (topic: 'renews' | 'revocable'): Judge =>
  (one, head, _, sentence) =>
    one(topic, sentence.has('can') && negatedBefore(sentence, head) ? 'deny' : 'affirm');

/** A negation takes it back, and denies nothing. */
const unlessNegated =
  (topic: Topic): Judge =>
  (one, head, _, sentence) =>
    negatedBefore(sentence, head) ? [] : one(topic, 'affirm');

/** "Users with the Delegate role can manage credentials": a role that lets people handle keys limits those people, not the keys. */
function ofKeepers(sentence: Sentence, role: Hit): boolean {
  const people = sentence.of('user').some(
    (one) =>
      one.to <= role.from &&
      role.from - one.to <= 6 &&
      // "Users choose a role", "create a user with the role": those come with a key.
      !sentence.of('click', 'make').some((hit) => hit.to <= role.from) &&
      !sentence.of('restrict', 'give').some((hit) => hit.from >= one.to && hit.to <= role.from),
  );
  if (!people) return false;
  return sentence
    .of('make', 'find', 'get', 'revoke')
    .some(
      (verb) =>
        verb.from >= role.to &&
        verb.from - role.to <= 4 &&
        !sentence.of('if').some((hit) => hit.from >= role.to && hit.to <= verb.from) &&
        sentence.of('key', 'token', 'client').some((hit) => hit.from >= verb.to && hit.from - verb.to <= 4),
    );
}

const CREDENTIALS = setOf('key keys token tokens secret secrets credential credentials');

/** What the rest of the sentence makes of a topic that a frame found. */
const JUDGED: Partial<Record<Frame['topic'], Judge>> = {
  'self-service': (one, head, hits, sentence) => {
    if (!hits.some((hit) => lacks(sentence, hit)) && sentence.beside(head, 'denied').length === 0)
      return one('self-service', 'affirm');
    // What cannot be seen again can still be made.
    const unseen = sentence
      .of('find')
      .some((find) => hits.some((hit) => hit.from === find.from && lacks(sentence, hit)));
    return sentence.has('can') && !unseen ? one('self-service', 'deny') : [];
  },
  approval: (one, head, hits, sentence) =>
    isLabel(sentence, hits) ? [] : one('approval', gateStands(sentence, hits, head)),
  // "Refresh tokens last two weeks, access tokens three days": each life has its own noun.
  expires: (one, head, hits, sentence, beside) => {
    const value = lifetime(sentence, hits, head, beside);
    if (value !== undefined) return one('expires', 'affirm', value);
    const [first] = sentence.durations;
    return sentence.of(head.tag).flatMap((life) => {
      const span = sentence.durations.find((other) => other !== first && other.from >= life.to);
      if (span === undefined || life.from <= head.from || span.from - life.to > 6) return [];
      const other = lifetime(sentence, [life, { tag: 'DURATION', ...span }], life, beside);
      return other === undefined ? [] : one('expires', 'affirm', other);
    });
  },
  'never-expires': (one, head, _, sentence, beside) =>
    ofCredential(sentence, head, beside) && !sentence.beside(head, 'if').some((hit) => hit.from < head.from)
      ? one('never-expires', 'affirm')
      : [],
  renews: orNot('renews'),
  revocable: orNot('revocable'),
  scopes: (one, head, _, sentence) => {
    if (onlyFromWhere(sentence)) return [];
    return supportPolarity(sentence, head) === 'deny' ? one('no-scopes', 'affirm') : one('scopes', 'affirm');
  },
  // "Keys cannot be limited to an address": they may well be limited to a task.
  'no-scopes': (one, head, _, sentence) =>
    head.tag === 'noscope' && onlyFromWhere(sentence) ? [] : one('no-scopes', 'affirm'),
  'no-tokens': (one, head, _, sentence) =>
    CREDENTIALS.has(sentence.tokens[head.to]?.word ?? '') ? [] : one('no-tokens', 'affirm'),
  roles: (one, head, _, sentence) =>
    negatedBefore(sentence, head) || (head.tag === 'role' && ofKeepers(sentence, head)) ? [] : one('roles', 'affirm'),
  'static-keys': unlessNegated('static-keys'),
  'sign-up': unlessNegated('sign-up'),
  'renews-by-person': unlessNegated('renews-by-person'),
};

/** Negated, but not by "if you do not have a key yet". */
const lacks = (sentence: Sentence, hit: Hit): boolean =>
  negatedBefore(sentence, hit) && !sentence.of('if').some((one) => one.to <= hit.from && hit.from - one.to <= 6);

/** What a short answer says of the question above it. */
function answer(unit: Unit, sentence: Sentence, reading: Reading): Said[] {
  const span = sentence.durations.find((one) => one.from <= 3);
  const asking = [unit.before, unit.heading].find((text) => text.includes('?'));
  if (span !== undefined && asking !== undefined) {
    const about = reading.sentence(asking);
    if ((about.has('life') || about.has('ends')) && about.of('key', 'token').length > 0 && !about.has('refresh'))
      return [{ topic: 'expires', strength: 3, value: String(span.seconds), polarity: 'affirm' }];
  }
  const first = sentence.of('nay', 'yes').find((hit) => hit.from === 0);
  if (first === undefined) return [];
  const question = [unit.before, unit.heading].find((text) => /\?\W{0,3}$/.test(text));
  if (question === undefined) return [];
  const asked = reading.sentence(question);
  const no = sentence.of('nay').some((hit) => hit.from === 0);
  return framesFor(asked).flatMap((frame) => {
    if (frame.topic === 'nogate' || !(isSupport(frame.topic) || frame.topic === 'approval')) return [];
    const hits = fits(frame, asked, () => false);
    return hits === null
      ? []
      : [{ topic: frame.topic, strength: 3, value: null, polarity: no ? ('deny' as const) : ('affirm' as const) }];
  });
}

function exclusive(sentence: Sentence): Said[] | null {
  const [only] = sentence.of('only');
  if (only === undefined || sentence.has('error') || sentence.of('if').length > 0) return null;
  // The list after "only" may go on in a clause of its own: "only two: X for servers, and Y for apps".
  const named = EXCLUSIVE.filter(([, tags]) =>
    sentence.of(...tags).some((hit) => supportPolarity(sentence, hit) === 'affirm'),
  ).map(([topic]) => topic);
  if (named.length === 0 || !(sentence.has('flow') || sentence.has('grantword')) || sentence.has('refresh'))
    return null;
  const next = sentence.tokens[only.to]?.word ?? '';
  if (/^(?:app|application|read|write)$/.test(sentence.tokens[only.from - 1]?.word ?? '')) return null;
  if (/^(?:for|when|if|to|in|on|with|be|refresh)$/.test(next) || sentence.of('neg').some((hit) => hit.to === only.from))
    return null;
  const grant = sentence
    .of(...GRANT_TAGS, 'g:authorization_code', 'code')
    .some((hit) => Math.abs(hit.from - only.to) <= 9);
  if (
    !grant ||
    !(sentence.beside(only, 'passive', 'avail').length > 0 || sentence.tokens.some(({ word }) => word === '|'))
  )
    return null;
  return EXCLUSIVE.map(([topic]) => ({
    topic,
    strength: 3,
    value: null,
    polarity: named.includes(topic) ? ('affirm' as const) : ('deny' as const),
  }));
}

/** "Creates a key": what an operation does, which itself takes a key (STANDARDS WD2). */
const OPERATION =
  /^\W{0,3}(?:Creates|Gets|Lists|Updates|Returns|Retrieves|Generates|Mints|Issues|Deletes|Adds|Fetches|Shows|Used to)\b/;

/** One sentence says one thing about a topic: the stronger reading, and denial before affirmation, for negation is the rarer word. */
function within(found: readonly Said[], where: Omit<Company, 'all' | 'has'>): Said[] {
  const { unit } = where;
  const best = new Map<string, Said>();
  const verdict = unit.kind === 'row' ? rowVerdict(unit) : null;
  for (const one of found) {
    const said = verdict !== null && isSupport(one.topic) ? { ...one, polarity: verdict } : one;
    const key = `${said.topic} ${said.value ?? ''}`;
    const before = best.get(key);
    if (
      before === undefined ||
      said.strength > before.strength ||
      (said.strength === before.strength && said.polarity === 'deny')
    )
      best.set(key, said);
  }
  const all = [...best.values()];
  const has = (topic: Topic) => all.some((one) => one.topic === topic && one.polarity === 'affirm');
  const company = { all, has, ...where };
  return all.filter((one) => !(YIELDS[one.topic]?.(one, company) ?? false));
}

const FLOW_OF_ITS_OWN = /\b(?:this|that) (?:flow|grant)\b|dans ce flux|este flujo|neste fluxo|diesem (?:flow|ablauf)/i;
/** Beside one of these, "no refresh token" is about that flow. */
const FLOWS = ['g:client_credentials', 'maybe-cc', 'maybe-implicit', 'g:implicit', 'g:password'];
const FLOWS_AROUND = ['g:client_credentials', 'maybe-cc', 'maybe-implicit'];

interface Company {
  all: readonly Said[];
  has: (topic: Topic) => boolean;
  sentence: Sentence;
  unit: Unit;
  around: (tag: string) => boolean;
  heading: Sentence;
}

const isVague = (one: Said, all: readonly Said[]): boolean =>
  one.value === null && all.some((other) => other.topic === one.topic && other.value !== null);

/** Of revoking, and of nothing that somebody makes or gets. */
const onlyTakesAway = (sentence: Sentence): boolean =>
  sentence.has('revoke') && !['make', 'find', 'get'].some((tag) => sentence.has(tag));

/** What a statement does not stand beside. */
const YIELDS: Partial<Record<Topic, (one: Said, company: Company) => boolean>> = {
  // A life with a known end makes the vague "expires" beside it superfluous, and so does the name of a parameter.
  expires: (one, { all, has }) => isVague(one, all) || (one.value === null && has('never-expires')),
  'key-query': (one, { all }) => isVague(one, all),
  scopes: (_, { has }) => has('no-scopes'),
  // The approval that stands in the same sentence comes first (WD2).
  'self-service': ({ polarity }, { has, unit, heading, sentence }) =>
    polarity === 'affirm' && (has('approval') || OPERATION.test(unit.text) || [heading, sentence].some(onlyTakesAway)),
  'sign-up': (_, { has }) => has('approval'),
  // To use a refresh token is no sign-in, whatever the verb.
  'renews-by-person': (_, { has, sentence }) =>
    has('renews') && sentence.has('refresh') && !sentence.has('user') && !sentence.has('personact'),
  renews: ({ polarity }, { has, sentence }) =>
    polarity === 'affirm' && has('renews-by-person') && !sentence.has('refresh'),
  // The name of a column ("PKCE needed") asks what its cells answer: it implies no grant.
  'grant:authorization_code': ({ strength }, { unit }) =>
    strength < 3 && unit.kind === 'row' && unit.text === unit.header,
  // "403 | the role of the key does not suffice": a row of errors tells of a call that failed.
  roles: (_, { unit, sentence }) => unit.kind === 'row' && sentence.has('error'),
  approval: ({ polarity }, { unit, around }) => polarity === 'affirm' && unit.kind === 'row' && around('scope'),
  // One flow that returns no refresh token says nothing about the others.
  'grant:refresh_token': ({ polarity }, { sentence, unit, around }) =>
    polarity === 'deny' && ofOneFlow(sentence, unit, around),
};

const ofOneFlow = (sentence: Sentence, unit: Unit, around: (tag: string) => boolean): boolean =>
  FLOW_OF_ITS_OWN.test(unit.text) || FLOWS_AROUND.some(around) || FLOWS.some((tag) => sentence.has(tag));

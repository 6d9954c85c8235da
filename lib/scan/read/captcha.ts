/** CAPTCHA products on a page, tied to the form that they guard (STANDARDS §7, first table, CP1-CP4). */
import { getDomain } from 'tldts';
import type { Captcha } from '../types.ts';
import { callAt, PRODUCTS, type Product, sourceAt } from './captcha-products.ts';
import { type FormPurpose, formPurpose } from './form-purpose.ts';
import type { MarkupHandler } from './markup.ts';
import { holds, Names, setOf } from '../names.ts';
import { oneLine, wordsOf } from '../text.ts';

interface CaptchaInput {
  url: string;
  evidence: string[];
}

/** CP3: a notice that a site uses a CAPTCHA is no widget. */
const NOTICE = new Names(
  '*terms* *notice* *privacy* *policy* *disclaimer* *legal* *badge* *tooltip* *docs* *help* *info* *branding* *logo*',
);
const GENERIC = new Names('*captcha*');
const VENDOR = new Names('*captcha* *arkose*');
const isCaptcha = (word: string): boolean => GENERIC.has(word) && !NOTICE.has(word);

interface OpenForm {
  action: string | null;
  fields: { name: string; type: string }[];
  text: string;
}

interface Hit {
  product: string;
  how: 'widget' | 'field' | 'source' | 'call';
  invisible: boolean;
  form: OpenForm | null;
  quote: string;
}

const MAX_HITS = 60;
/** Elements that say something about a page and are no widget. */
const WORDS = setOf('a p h1 h2 h3 h4 h5 h6 small noscript li em strong');
const isHeading = (name: string): boolean => name === 'h1' || name === 'h2' || name === 'h3';
const isSample = (name: string): boolean => name === 'pre' || name === 'code';

type Attributes = ReadonlyMap<string, string>;

/** What one start tag shows of a CAPTCHA. */
interface Clues {
  /** Address of the script or frame that it loads, else empty. */
  source: string;
  /** Its classes, its id and itself. */
  names: string[];
  /** Name of the form field that it is, else empty. */
  field: string;
}

const cluesOf = (name: string, attributes: Attributes): Clues => ({
  source: name === 'script' || name === 'iframe' || name === 'frame' ? (attributes.get('src') ?? '') : '',
  names: wordsOf(`${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''} ${name}`.slice(0, 600)),
  field: name === 'input' || name === 'textarea' ? (attributes.get('name') ?? attributes.get('id') ?? '') : '',
});

/**
 * Finds CAPTCHAs while the markup of a page goes by: by script or frame URL, widget element or answer field, never by free text (CP3). Says
 * which form each one guards. A script without a widget is tied to the page's one main form; with no form it is only `present`. At most one entry per
 * product and form purpose. Absence means "none seen": a widget may appear only after a form is sent (CP4).
 */
export class CaptchaFinder implements MarkupHandler {
  readonly #input: CaptchaInput;
  readonly hits: Hit[] = [];
  readonly forms: OpenForm[] = [];
  /** Fields outside of any form. */
  readonly orphans: OpenForm = { action: null, fields: [], text: '' };
  title = '';
  heading = '';
  readonly #ownDomain: string | null;
  #form: OpenForm | null = null;
  /** The element whose content is no text of the page. */
  #hidden: string | null = null;
  #script: string | null = null;
  #into: 'title' | 'heading' | null = null;
  /** Depth of samples: they are text, but some pages forget to escape them. */
  #quoted = 0;

  constructor(input: CaptchaInput) {
    this.#input = input;
    this.#ownDomain = getDomain(input.url);
  }

  /** What was found, once all of the page has gone by. */
  found(): Captcha[] {
    const { hits, forms, orphans, heading } = this;
    if (hits.length === 0) return [];
    if (orphans.fields.some((field) => field.type === 'password' || field.type === 'email'))
      forms.push({ ...orphans, text: heading });
    return conclude(hits, forms, this.title, this.#input);
  }

  open(name: string, attributes: Attributes): void {
    if (this.#hidden !== null) return;
    if (name === 'style' || name === 'template') {
      this.#hidden = name;
      return;
    }
    if (isSample(name)) this.#quoted += 1;
    this.#begin(name, attributes);
    if (this.#quoted > 0) return;
    const clues = cluesOf(name, attributes);
    const source = clues.source.toLowerCase();
    const product = PRODUCTS.find(
      (one) =>
        (source !== '' && sourceAt(source, one.sources) >= 0) ||
        clues.names.some((word) => one.widgets.has(word)) ||
        (clues.field !== '' && one.fields.has(clues.field)),
    );
    if (product !== undefined) this.#known(product, name, attributes, clues);
    else this.#unknown(name, attributes, clues);
  }

  close(name: string): void {
    if (this.#hidden !== null) {
      if (name === this.#hidden) this.#reveal();
      return;
    }
    if (isSample(name)) this.#quoted = Math.max(0, this.#quoted - 1);
    if (name === 'form') this.#form = null;
    if (name === 'title' || isHeading(name)) this.#into = null;
  }

  text(data: string): void {
    if (this.#hidden !== null) {
      if (this.#script !== null && this.#script.length < 100_000) this.#script += data;
      return;
    }
    if (this.#into === 'title') this.title = (this.title + data).slice(0, 300);
    else if (this.#into === 'heading') this.heading = (this.heading + data).slice(0, 300);
    if (this.#form !== null && this.#form.text.length < 1_000) this.#form.text += ` ${data.trim().slice(0, 200)}`;
  }

  #hit(product: string, how: Hit['how'], invisible: boolean, quote: string): void {
    if (this.hits.length < MAX_HITS)
      this.hits.push({ product, how, invisible, form: this.#form, quote: quote.slice(0, 300) });
  }

  /** What the tag begins: a script, the title, a heading, a form, a field. */
  #begin(name: string, attributes: Attributes): void {
    if (name === 'script') {
      this.#hidden = name;
      const type = attributes.get('type') ?? '';
      if (!attributes.has('src') && (type === '' || holds(type.toLowerCase(), 'javascript', 'module')))
        this.#script = '';
    } else if (name === 'title') this.#into = 'title';
    else if (isHeading(name)) {
      this.#into = 'heading';
      this.heading = '';
    } else if (name === 'form') {
      this.#form = { action: attributes.get('action') ?? null, fields: [], text: this.heading };
      if (this.forms.length < 60) this.forms.push(this.#form);
    } else if (name === 'input' || name === 'textarea' || name === 'select') this.#field(name, attributes);
  }

  #field(name: string, attributes: Attributes): void {
    const type = name === 'input' ? (attributes.get('type') ?? 'text').toLowerCase() : name;
    const target = this.#form ?? this.orphans;
    if (target.fields.length < 80)
      target.fields.push({ name: (attributes.get('name') ?? attributes.get('id') ?? '').slice(0, 120), type });
    const says = type === 'submit' ? attributes.get('value') : attributes.get('placeholder');
    if (says !== undefined && target.text.length < 1_000) target.text += ` ${says.slice(0, 120)}`;
  }

  #known(product: Product, name: string, attributes: Attributes, { source, field }: Clues): void {
    const quote = tagText(name, attributes);
    if (source !== '') {
      const render = /[?&]render=([^&#]*)/i.exec(source)?.[1];
      const scores = (render !== undefined && render !== 'explicit') || /[?&]size=invisible/i.test(source);
      this.#hit(product.name, name === 'script' ? 'source' : 'widget', name === 'script' || scores, quote);
    } else if (field !== '' && product.fields.has(field)) this.#hit(product.name, 'field', true, quote);
    // CP1: on a button the widget only scores; data-size="invisible" says so itself.
    else {
      const scores = name === 'button' || name === 'input' || attributes.get('data-size') === 'invisible';
      this.#hit(product.name, 'widget', scores, quote);
    }
  }

  /** Of no product in the table: a script of a vendor, or an element in a form that is called a CAPTCHA. */
  #unknown(name: string, attributes: Attributes, { source, names, field }: Clues): void {
    if (source !== '') {
      const word = captchaWord(source, this.#ownDomain);
      if (word !== null && !holds(word, 'recaptcha', 'hcaptcha'))
        this.#hit(word, name === 'script' ? 'source' : 'widget', name === 'script', tagText(name, attributes));
      return;
    }
    if (this.#form === null || WORDS.has(name)) return;
    const marked = [...names, field, ...[...attributes.keys()].filter((key) => key.startsWith('data-'))].some(
      isCaptcha,
    );
    if (marked) this.#hit('CAPTCHA', 'widget', false, tagText(name, attributes));
  }

  /** A hidden element ends; an inline script may have called a product. */
  #reveal(): void {
    this.#hidden = null;
    const script = this.#script;
    this.#script = null;
    if (script === null || this.#quoted > 0) return;
    const lower = script.toLowerCase();
    const product =
      PRODUCTS.find((one) => callAt(script, one.calls) >= 0) ??
      PRODUCTS.find((one) => sourceAt(lower, one.sources) >= 0);
    if (product !== undefined) this.#hit(product.name, 'call', true, callQuote(script, product));
  }
}

function conclude(hits: readonly Hit[], forms: readonly OpenForm[], title: string, input: CaptchaInput): Captcha[] {
  const purpose = (form: OpenForm) => formPurpose({ ...form, title, url: input.url });
  const main = mainForm(forms, purpose);
  const enterprise = hits.some((hit) => hit.product === 'reCAPTCHA Enterprise');
  const specific = new Set(hits.map((hit) => hit.product).filter((name) => name !== 'CAPTCHA'));
  const [first] = specific;
  const nameOf = (hit: Hit): string => {
    if (hit.product === 'CAPTCHA') return first ?? 'CAPTCHA';
    if (hit.product !== 'reCAPTCHA') return hit.product;
    if (enterprise) return 'reCAPTCHA Enterprise';
    // hCaptcha answers to reCAPTCHA's names for compatibility.
    return specific.has('hCaptcha') && (hit.how === 'field' || hit.how === 'call') ? 'hCaptcha' : 'reCAPTCHA';
  };
  const stands = (hit: Hit): boolean => hit.how === 'widget' || hit.how === 'field';
  const best = new Map<string, Captcha>();
  for (const hit of hits) {
    // The script of a widget that stands elsewhere on the page says nothing of its own.
    if (!stands(hit) && hits.some((other) => other.product === hit.product && stands(other))) continue;
    const product = nameOf(hit);
    const form = hit.form ?? main;
    const guards: Captcha['guards'] = form !== null ? purpose(form) : pagePurpose(title, input.url);
    const shown = hit.invisible ? 'invisible' : 'visible';
    const mode: Captcha['mode'] = form === null && hit.how !== 'widget' ? 'present' : shown;
    const key = `${product} ${guards}`;
    const before = best.get(key);
    if (before === undefined || rank(mode) > rank(before.mode))
      best.set(key, { product, mode, guards, quote: hit.quote, url: input.url, evidence: input.evidence });
  }
  return [...best.values()].slice(0, 20);
}

function rank(mode: Captcha['mode']): number {
  return ['present', 'invisible', 'visible'].indexOf(mode);
}

/** The form that a loaded script most likely serves: the one that creates an account or key, else the log-in, else the only one. */
function mainForm(forms: readonly OpenForm[], purpose: (form: OpenForm) => FormPurpose): OpenForm | null {
  const filled = forms.filter((form) =>
    form.fields.some((field) => field.type !== 'hidden' && field.type !== 'submit'),
  );
  for (const wanted of ['sign-up', 'key', 'token', 'log-in'] as const) {
    const found = filled.find((form) => purpose(form) === wanted);
    if (found !== undefined) return found;
  }
  return filled[0] ?? null;
}

/** What a page without forms is for, when its title or address says so: an application shell draws its form by script. */
function pagePurpose(title: string, url: string): Captcha['guards'] {
  const guess = formPurpose({ action: null, fields: [], text: '', title, url });
  return guess === 'other' ? 'none' : guess;
}

/** The part of a script or frame URL's host or path that names a CAPTCHA, else null. */
function captchaWord(source: string, ownDomain: string | null): string | null {
  const url = source.startsWith('//') ? `https:${source}` : source;
  const parsed = URL.canParse(url, 'https://relative.invalid/') ? new URL(url, 'https://relative.invalid/') : null;
  if (parsed === null) return null;
  const label = parsed.hostname.split('.').find((part) => VENDOR.has(part));
  // A vendor of CAPTCHAs loads all its scripts from a host of that name (CP3).
  if (label !== undefined) return getDomain(parsed.hostname) === ownDomain ? null : label.toLowerCase();
  const file = parsed.pathname.split('/').find(isCaptcha);
  return file === undefined ? null : 'CAPTCHA';
}

/** Attributes that a quoted tag shows. */
const SHOWN = new Names('src* class* id* name* data-*');

function tagText(name: string, attributes: ReadonlyMap<string, string>): string {
  let out = `<${name}`;
  for (const [key, value] of attributes) {
    if (out.length > 280) break;
    if (SHOWN.has(key)) out += ` ${key}="${value.slice(0, 160)}"`;
  }
  return `${out}>`;
}

function callQuote(text: string, product: Product): string {
  const call = callAt(text, product.calls);
  const at = call < 0 ? sourceAt(text.toLowerCase(), product.sources) : call;
  return oneLine(text.slice(Math.max(0, at - 20), at + 160));
}

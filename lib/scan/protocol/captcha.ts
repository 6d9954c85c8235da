/** CAPTCHA products on a page, tied to the form that they guard (STANDARDS §7, first table, CP1-CP4). */
import { getDomain } from 'tldts';
import type { Captcha } from '../types.ts';
import { type FormPurpose, formPurpose } from './form-purpose.ts';
import { readMarkup } from './markup.ts';

export interface CaptchaInput {
  /** HTML. */
  text: string;
  url: string;
  evidence: string[];
}

interface Product {
  name: string;
  /** The script or frame URL that loads it. */
  source: RegExp;
  /** Class, id or custom element of its widget, each name on its own. */
  widget: RegExp;
  /** Form field that carries its answer. */
  field: RegExp;
  /** What an inline script of a page calls. */
  call: RegExp;
}

const NEVER = /(?!)/;
const PRODUCTS: readonly Product[] = [
  { name: 'reCAPTCHA Enterprise', source: /\/\/(?:www\.)?(?:google\.com|recaptcha\.net|gstatic\.com)\/recaptcha\/enterprise/i, widget: NEVER, field: NEVER, call: /\bgrecaptcha\.enterprise\.(?:execute|render|ready)\(/ },
  { name: 'reCAPTCHA', source: /\/\/(?:www\.)?(?:google\.com|recaptcha\.net|gstatic\.com|gstatic\.cn)\/recaptcha\//i, widget: /^g-recaptcha$/i, field: /^g-recaptcha-response/i, call: /\bgrecaptcha\.(?:execute|render|ready)\(/ },
  { name: 'hCaptcha', source: /\/\/(?:[\w-]+\.)?hcaptcha\.com\/(?:1\/)?(?:api\.js|captcha)/i, widget: /^h-captcha$/i, field: /^h-captcha-response$/i, call: /\bhcaptcha\.(?:execute|render)\(/ },
  { name: 'Turnstile', source: /\/\/challenges\.cloudflare\.com\/turnstile\//i, widget: /^cf-turnstile$/i, field: /^cf-turnstile-response$/i, call: /\bturnstile\.(?:render|execute|ready)\(/ },
  { name: 'Arkose', source: /\/\/[\w.-]*(?:arkoselabs\.com|funcaptcha\.com)\//i, widget: /^(?:arkose|funcaptcha)(?:-[\w-]*)?$/i, field: /^(?:fc-token|arkose[_-]?token|fun-?captcha-token)$/i, call: /\b(?:setupEnforcement|setupDetection|new ArkoseEnforcement)\(?/ },
  { name: 'GeeTest', source: /\/\/(?:static|api|gcaptcha4|api-na)\.geetest\.com\/|\/gt4?\.js(?:\?|$)/i, widget: /^geetest(?:[_-][\w-]*)?$/i, field: /^geetest_/i, call: /\binitGeetest4?\(/ },
  { name: 'AWS WAF CAPTCHA', source: /\/\/[\w.-]+\.(?:captcha|captcha-sdk)\.awswaf\.com\//i, widget: NEVER, field: NEVER, call: /\bAwsWafCaptcha\.renderCaptcha\(/ },
  { name: 'Friendly Captcha', source: /friendly-challenge(?:@|\/|\.)|\/\/[\w.-]*(?:friendlycaptcha\.com|frcapi\.com)\//i, widget: /^frc-captcha$/i, field: /^frc-captcha-(?:solution|response)$/i, call: NEVER },
  { name: 'MTCaptcha', source: /\/\/service2?\.mtcaptcha\.com\//i, widget: /^mtcaptcha$/i, field: /^mtcaptcha-verifiedtoken/i, call: /\bmtcaptchaConfig\s{0,4}=/ },
  { name: 'ALTCHA', source: /\/altcha(?:@[\w.]+)?(?:\/dist)?(?:\/altcha)?(?:\.min)?\.js/i, widget: /^altcha-widget$/i, field: /^altcha$/i, call: NEVER },
  { name: 'mCaptcha', source: /\/\/[\w.-]*mcaptcha\.org\//i, widget: /^mcaptcha__[\w-]+$/i, field: /^mcaptcha__token$/i, call: NEVER },
  { name: 'SmartCaptcha', source: /\/\/smartcaptcha\.(?:yandexcloud\.net|cloud\.yandex\.ru)\//i, widget: /^smart-captcha$/i, field: /^smart-token$/i, call: /\bsmartCaptcha\.render\(/ },
  { name: 'Tencent Captcha', source: /\/TCaptcha(?:-global)?\.js/i, widget: /^TencentCaptcha$/i, field: NEVER, call: /\bnew TencentCaptcha\(/ },
];

/** CP3: a notice that a site uses a CAPTCHA is no widget. */
const NOTICE = /terms|notice|privacy|policy|disclaimer|legal|badge|tooltip|docs|help|info|branding|logo/i;
const GENERIC = /captcha/i;

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

/**
 * Finds CAPTCHAs in HTML by script or frame URL, widget element or answer field, never by free text (CP3), and says which form each one
 * guards. A script without a widget is tied to the page's one main form; with no form it is only `present`. At most one entry per
 * product and form purpose. Absence means "none seen": a widget may appear only after a form is sent (CP4).
 */
export function findCaptchas(input: CaptchaInput): Captcha[] {
  const hits: Hit[] = [];
  const forms: OpenForm[] = [];
  const orphans: OpenForm = { action: null, fields: [], text: '' };
  const ownDomain = getDomain(input.url);
  let form: OpenForm | null = null;
  let hidden: string | null = null;
  let script: { text: string } | null = null;
  let title = '';
  let heading = '';
  let into: 'title' | 'heading' | null = null;
  let quoted = 0;

  const hit = (product: string, how: Hit['how'], invisible: boolean, quote: string) => {
    if (hits.length < MAX_HITS) hits.push({ product, how, invisible, form, quote: quote.slice(0, 300) });
  };
  readMarkup(input.text, {
    open(name, attributes) {
      if (hidden !== null) return;
      if (name === 'style' || name === 'template') {
        hidden = name;
        return;
      }
      // Samples of code are text, but some pages forget to escape them.
      if (name === 'pre' || name === 'code') quoted += 1;
      if (name === 'script') {
        hidden = name;
        const type = attributes.get('type') ?? '';
        if (!attributes.has('src') && (type === '' || /javascript|module/i.test(type))) script = { text: '' };
      }
      if (name === 'title') into = 'title';
      if (/^h[1-3]$/.test(name)) {
        into = 'heading';
        heading = '';
      }
      if (name === 'form') {
        form = { action: attributes.get('action') ?? null, fields: [], text: heading };
        if (forms.length < 60) forms.push(form);
      }
      if (name === 'input' || name === 'textarea' || name === 'select') {
        const type = name === 'input' ? (attributes.get('type') ?? 'text').toLowerCase() : name;
        const target: OpenForm = form ?? orphans;
        if (target.fields.length < 80) target.fields.push({ name: (attributes.get('name') ?? attributes.get('id') ?? '').slice(0, 120), type });
        const says = type === 'submit' ? attributes.get('value') : attributes.get('placeholder');
        if (says !== undefined && target.text.length < 1_000) target.text += ` ${says.slice(0, 120)}`;
      }
      if (quoted > 0) return;
      const source = name === 'script' || name === 'iframe' || name === 'frame' ? (attributes.get('src') ?? '') : '';
      const names = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''} ${name}`.slice(0, 600).split(/\s+/);
      const field = name === 'input' || name === 'textarea' ? (attributes.get('name') ?? attributes.get('id') ?? '') : '';
      const product = PRODUCTS.find((one) => (source !== '' && one.source.test(source)) || names.some((word) => one.widget.test(word)) || (field !== '' && one.field.test(field)));
      const quote = tagText(name, attributes);
      if (product !== undefined) {
        const size = attributes.get('data-size') ?? '';
        if (source !== '') {
          const key = /[?&]render=([^&#]*)/i.exec(source)?.[1];
          hit(product.name, name === 'script' ? 'source' : 'widget', name === 'script' || (key !== undefined && key !== 'explicit') || /[?&]size=invisible/i.test(source), quote);
        } else if (field !== '' && product.field.test(field)) hit(product.name, 'field', true, quote);
        // CP1: on a button the widget only scores; data-size="invisible" says so itself.
        else hit(product.name, 'widget', name === 'button' || name === 'input' || size === 'invisible', quote);
        return;
      }
      if (source !== '') {
        const word = captchaWord(source, ownDomain);
        if (word !== null && !/recaptcha|hcaptcha/i.test(word)) hit(word, name === 'script' ? 'source' : 'widget', name === 'script', quote);
        return;
      }
      if (form === null || /^(?:a|p|h[1-6]|small|noscript|li|em|strong)$/.test(name)) return;
      const marked = [...names, field, ...[...attributes.keys()].filter((key) => key.startsWith('data-'))].find((word) => GENERIC.test(word) && !NOTICE.test(word));
      if (marked !== undefined) hit('CAPTCHA', 'widget', false, quote);
    },
    close(name) {
      if (hidden !== null) {
        if (name !== hidden) return;
        hidden = null;
        if (script !== null) {
          const text = script.text;
          script = null;
          const product = PRODUCTS.find((one) => one.call.test(text)) ?? PRODUCTS.find((one) => one.source.test(text));
          if (product !== undefined && quoted === 0) hit(product.name, 'call', true, callQuote(text, product));
        }
        return;
      }
      if (name === 'pre' || name === 'code') quoted = Math.max(0, quoted - 1);
      if (name === 'form') form = null;
      if (name === 'title' || /^h[1-3]$/.test(name)) into = null;
    },
    text(data) {
      if (hidden !== null) {
        if (script !== null && script.text.length < 100_000) script.text += data;
        return;
      }
      if (into === 'title') title = (title + data).slice(0, 300);
      else if (into === 'heading') heading = (heading + data).slice(0, 300);
      const target: OpenForm = form ?? orphans;
      if (form !== null && target.text.length < 1_000) target.text += ` ${data.trim().slice(0, 200)}`;
    },
  });
  if (hits.length === 0) return [];
  if (orphans.fields.some((field) => field.type === 'password' || field.type === 'email')) forms.push({ ...orphans, text: heading });
  return conclude(hits, forms, title, input);
}

function conclude(hits: readonly Hit[], forms: readonly OpenForm[], title: string, input: CaptchaInput): Captcha[] {
  const purpose = (form: OpenForm) => formPurpose({ ...form, title, url: input.url });
  const main = mainForm(forms, purpose);
  const enterprise = hits.some((hit) => hit.product === 'reCAPTCHA Enterprise');
  const specific = new Set(hits.map((hit) => hit.product).filter((name) => name !== 'CAPTCHA'));
  const best = new Map<string, Captcha>();
  for (const hit of hits) {
    let product = hit.product;
    if (product === 'reCAPTCHA' && enterprise) product = 'reCAPTCHA Enterprise';
    // hCaptcha answers to reCAPTCHA's names for compatibility.
    if (product === 'reCAPTCHA' && specific.has('hCaptcha') && (hit.how === 'field' || hit.how === 'call')) product = 'hCaptcha';
    if (product === 'CAPTCHA' && specific.size > 0) product = [...specific][0] ?? product;
    const placed = hits.some((other) => other.product === hit.product && (other.how === 'widget' || other.how === 'field'));
    // The script of a widget that stands elsewhere on the page says nothing of its own.
    if ((hit.how === 'source' || hit.how === 'call') && placed) continue;
    const form = hit.form ?? main;
    const guards: Captcha['guards'] = form !== null ? purpose(form) : pagePurpose(title, input.url);
    const mode: Captcha['mode'] = form === null && hit.how !== 'widget' ? 'present' : hit.invisible ? 'invisible' : 'visible';
    const key = `${product} ${guards}`;
    const before = best.get(key);
    if (before === undefined || rank(mode) > rank(before.mode)) best.set(key, { product, mode, guards, quote: hit.quote, url: input.url, evidence: input.evidence });
  }
  return [...best.values()].slice(0, 20);
}

function rank(mode: Captcha['mode']): number {
  return ['present', 'invisible', 'visible'].indexOf(mode);
}

/** The form that a loaded script most likely serves: the one that creates an account or key, else the log-in, else the only one. */
function mainForm(forms: readonly OpenForm[], purpose: (form: OpenForm) => FormPurpose): OpenForm | null {
  const filled = forms.filter((form) => form.fields.some((field) => field.type !== 'hidden' && field.type !== 'submit'));
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
  const label = parsed.hostname.split('.').find((part) => GENERIC.test(part) || /arkose/i.test(part));
  // A vendor of CAPTCHAs loads all its scripts from a host of that name (CP3).
  if (label !== undefined) return getDomain(parsed.hostname) === ownDomain ? null : label.toLowerCase();
  const file = parsed.pathname.split('/').find((part) => GENERIC.test(part) && !NOTICE.test(part));
  return file === undefined ? null : 'CAPTCHA';
}

function tagText(name: string, attributes: ReadonlyMap<string, string>): string {
  let out = `<${name}`;
  for (const [key, value] of attributes) {
    if (out.length > 280) break;
    if (/^(?:src|class|id|name|data-)/.test(key)) out += ` ${key}="${value.slice(0, 160)}"`;
  }
  return `${out}>`;
}

function callQuote(text: string, product: Product): string {
  const found = product.call.exec(text) ?? product.source.exec(text);
  const at = found?.index ?? 0;
  return text.slice(Math.max(0, at - 20), at + 160).replace(/\s+/g, ' ').trim();
}

/** Reads HTML into a draft: links, blocks of text, forms and inline scripts, in one pass over the tags. */
import { readMarkup, type MarkupHandler } from '../markup.ts';
import type { PageForm, Region, TextBlock } from '../../types.ts';
import { holds, Names, setOf } from '../../names.ts';
import { type Draft, MAX_BLOCK, MAX_CODE, squeeze } from './draft.ts';
import { Regions } from './regions.ts';
import { wordsOf } from '../../text.ts';

const HEADING = setOf('h1 h2 h3 h4 h5 h6');
/** Elements that end the text before them and start anew. */
const BLOCK = setOf(
  'address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure footer form header ' +
    'hgroup hr label legend li main menu nav ol option p section select summary table tbody textarea tfoot thead ul',
);
const ITEM = setOf('li dt dd option button label legend summary');
/** In a cell, paragraphs and lists are part of the row; one of these in it means a table used for layout. */
const ENDS_ROW = setOf('h1 h2 h3 h4 h5 h6 pre table tr form');
const LABEL = setOf('label button legend');
const HOLDS_APP = setOf('div main section');
/** Ids of the element into which an application draws itself, and names of elements that are one. */
const MOUNT = new Names(
  '__next __nuxt root app main application react-root app-root ember-app svelte gatsby-___gatsby ___gatsby mount ui-view container q-app ' +
    'shell page content',
);
const APP_ELEMENT = new Names('app-* my-* ng-* root-* main-* *-app *-root *-shell');
const DATA_URL = /api|url|endpoint|base|host|server/;
const REFRESH = /^\s{0,20}[\d.]{0,10}\s{0,20}[;,]\s{0,20}(?:url\s{0,20}=\s{0,20})?["']?([^"']{1,2048})/i;
const GOES_TO =
  /(?:\blocation(?:\.href)?\s{0,5}=\s{0,5}|\blocation\.(?:replace|assign)\(\s{0,5})["'`]([^"'`\s]{1,2048})["'`]\s{0,5}(?:[);]|$|[\n}])/m;

type Attributes = ReadonlyMap<string, string>;

interface OpenForm extends PageForm {
  parts: string[];
}

/** Reads an HTML document; `others` are shown the same markup. Cost is linear in its length; what exceeds the draft's limits is left out. */
export function readHtml(text: string, draft: Draft, ...others: readonly MarkupHandler[]): void {
  const reader = new HtmlReader(draft);
  readMarkup(text, reader, ...others);
  reader.end();
}

/** What is open while the tags of a page go by. */
class HtmlReader {
  readonly #draft: Draft;
  readonly #regions = new Regions();
  #inHead = true;
  /** The element whose content is not shown. */
  #hidden: string | null = null;
  #script = '';
  #keepScript = false;
  #inTitle = false;
  #title = '';
  #svg = 0;
  #noscript = false;
  #noscriptText = '';
  #pre = false;
  #buffer = '';
  #kind: TextBlock['kind'] = 'prose';
  #row: string[] | null = null;
  #anchor: { href: string; rel: string[]; text: string; label: string; region: Region } | null = null;
  #form: OpenForm | null = null;
  #inLabel = false;
  #heading = '';
  #baseSeen = false;
  #mainText = 0;
  #anyText = 0;
  #scriptFiles = 0;
  #mount = false;
  #justMounted = false;
  #customElement = false;
  /** Fields outside of any form. */
  readonly #orphans: PageForm['fields'] = [];
  readonly #inlineScripts: string[] = [];

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#hidden !== null) return;
    if (name !== 'script' && name !== 'noscript') this.#justMounted = false;
    if (name === 'script' || name === 'style' || name === 'template') return this.#hide(name, attributes);
    if (this.#metadata(name, attributes)) return;
    this.#inHead = false;
    for (const [key, value] of attributes)
      if (key.startsWith('data-') && DATA_URL.test(key) && /^(?:https?:)?\/\//i.test(value))
        this.#draft.script(`${key}="${value.slice(0, 500)}"`);
    if (name === 'br') {
      this.#buffer += '\n';
      return;
    }
    // Text that precedes the element belongs to the region outside it.
    if (HEADING.has(name) || BLOCK.has(name) || name === 'pre' || name === 'tr') this.#breakBefore(name);
    this.#regions.open(name, attributes);
    this.#beginText(name);
    this.#beginPart(name, attributes);
    this.#noteApplication(name, attributes);
  }

  close(name: string): void {
    if (this.#hidden !== null) {
      if (name === this.#hidden) this.#reveal();
      return;
    }
    if (name === 'svg') this.#svg = Math.max(0, this.#svg - 1);
    if (name === 'title' && this.#inTitle) {
      this.#inTitle = false;
      if (this.#draft.title === '') this.#draft.title = squeeze(this.#title).slice(0, 300);
      return;
    }
    if (name === 'head') this.#inHead = false;
    if (name === 'noscript') this.#noscript = false;
    if (name === 'a') this.#closeAnchor();
    if (name === 'pre') {
      this.#flush();
      this.#pre = false;
      this.#kind = 'prose';
      return;
    }
    if (name === 'td' || name === 'th') {
      if (this.#row !== null && !this.#pre) this.#cell(this.#row);
    } else this.#endBlock(name);
    if (LABEL.has(name)) this.#inLabel = false;
    if (name === 'form') this.#closeForm();
    this.#regions.close(name);
  }

  text(data: string): void {
    if (this.#hidden !== null) {
      if (this.#keepScript && this.#script.length < 400_000) this.#script += data;
    } else if (this.#inTitle) {
      if (this.#title.length < 600) this.#title += data;
    } else if (this.#noscript) {
      if (this.#noscriptText.length < 2_000) this.#noscriptText += data;
    } else {
      const visible = data.trim();
      if (this.#inHead && visible === '') return;
      this.#inHead = false;
      this.#visible(data, visible);
    }
  }

  /** Ends what is still open, and says what the page is as a whole. */
  end(): void {
    const draft = this.#draft;
    if (this.#inTitle && draft.title === '') draft.title = squeeze(this.#title).slice(0, 300);
    this.#closeRow();
    this.#closeAnchor();
    this.#flush();
    this.#closeForm();
    if (this.#orphans.some((field) => field.type === 'password'))
      draft.form({ action: null, method: 'post', fields: this.#orphans, text: this.#heading });

    const fields = draft.forms.some((one) => one.fields.some((field) => field.type !== 'hidden'));
    const asksForScript = /javascript|\bjs\b|scripts?\b/i.test(this.#noscriptText);
    const shell = this.#mount || this.#customElement || asksForScript || this.#anyText === 0;
    draft.needsScript =
      this.#mainText < 150 && !fields && ((this.#scriptFiles > 0 && shell) || (asksForScript && this.#anyText < 150));
    if (draft.refresh !== null || this.#mainText >= 300) return;
    for (const source of this.#inlineScripts) this.#goTo(GOES_TO, source);
  }

  /** The first address that the page sends its reader on to. */
  #goTo(pattern: RegExp, text = ''): void {
    const target = pattern.exec(text)?.[1];
    if (target !== undefined) this.#draft.refresh ??= this.#draft.resolve(target);
  }

  get #region(): Region {
    return this.#inHead ? 'head' : this.#regions.current;
  }

  #hide(name: string, attributes: Attributes): void {
    this.#hidden = name;
    this.#script = '';
    const file = attributes.has('src');
    const data = holds((attributes.get('type') ?? '').toLowerCase(), 'importmap', 'speculationrules', 'ld+json');
    this.#keepScript = name === 'script' && !file && !data;
    if (name === 'script' && file) this.#scriptFiles += 1;
  }

  #reveal(): void {
    if (this.#hidden === 'script' && this.#keepScript) {
      this.#draft.script(this.#script);
      if (this.#inlineScripts.length < 40) this.#inlineScripts.push(this.#script.slice(0, 5_000));
    }
    this.#hidden = null;
    this.#script = '';
  }

  /** Elements about the page that hold none of its text; true when this is one. */
  #metadata(name: string, attributes: Attributes): boolean {
    const draft = this.#draft;
    const href = attributes.get('href');
    switch (name) {
      case 'svg':
        this.#svg += 1;
        return false;
      case 'html':
        draft.lang ??= attributes.get('lang')?.trim().slice(0, 35) || null;
        return true;
      case 'head':
        return true;
      case 'title':
        // The title of a drawing is text of the page.
        if (this.#svg === 0) this.#inTitle = true;
        return this.#inTitle;
      case 'base':
        return href !== undefined && this.#base(href);
      case 'link':
        if (href !== undefined) this.#link(href, attributes);
        return true;
      case 'meta':
        if (attributes.get('http-equiv')?.toLowerCase() === 'refresh') this.#goTo(REFRESH, attributes.get('content'));
        return true;
      case 'noscript':
        this.#noscript = true;
        return true;
      default:
        return false;
    }
  }

  #link(href: string, attributes: Attributes): void {
    this.#draft.link(href, attributes.get('title') ?? '', relationsOf(attributes.get('rel')), this.#region);
  }

  /** The first base that can be resolved counts (HTML §4.2.3). */
  #base(href: string): boolean {
    if (this.#baseSeen) return false;
    const base = this.#draft.resolve(href);
    if (base !== null) {
      this.#draft.base = base;
      this.#baseSeen = true;
    }
    return true;
  }

  #breakBefore(name: string): void {
    if (this.#row !== null && !this.#pre) {
      if (ENDS_ROW.has(name)) this.#closeRow();
      else this.#buffer += ' ';
    } else if (this.#pre) this.#endLine();
    else this.#flush();
  }

  #breakAfter(name: string): void {
    if (this.#row !== null && !this.#pre) this.#buffer += ' ';
    else if (this.#pre) this.#endLine();
    else {
      this.#flush();
      if (HEADING.has(name) || ITEM.has(name)) this.#kind = 'prose';
    }
  }

  #endBlock(name: string): void {
    if (name === 'tr' || name === 'table') this.#closeRow();
    if (HEADING.has(name) || BLOCK.has(name)) this.#breakAfter(name);
    if (!HOLDS_APP.has(name) || !this.#justMounted) return;
    // An element for an application, with nothing in it.
    this.#mount = true;
    this.#justMounted = false;
  }

  #endLine(): void {
    if (this.#buffer !== '' && !this.#buffer.endsWith('\n')) this.#buffer += '\n';
  }

  /** What kind of text follows. */
  #beginText(name: string): void {
    if (HEADING.has(name)) this.#kind = 'heading';
    else if (ITEM.has(name) && this.#kind !== 'heading' && this.#row === null) this.#kind = 'item';
    else if (name === 'p' && this.#row === null && this.#kind !== 'item') this.#kind = 'prose';
    else if (name === 'pre') {
      if (this.#pre) this.#flush();
      this.#pre = true;
      this.#kind = 'code';
    } else if (name === 'tr') {
      this.#closeRow();
      this.#row = [];
    } else if ((name === 'td' || name === 'th') && this.#row !== null && squeeze(this.#buffer) !== '')
      this.#cell(this.#row);
  }

  #beginPart(name: string, attributes: Attributes): void {
    if (name === 'a' || name === 'area') {
      this.#openAnchor(attributes);
      if (name === 'area') this.#closeAnchor();
    } else if (name === 'form') this.#openForm(attributes);
    else if (name === 'input' || name === 'textarea' || name === 'select') this.#field(name, attributes);
    else if (LABEL.has(name)) this.#inLabel = true;
  }

  /** Signs of an application that draws the page by script. */
  #noteApplication(name: string, attributes: Attributes): void {
    if (HOLDS_APP.has(name)) {
      const named = MOUNT.has(attributes.get('id') ?? '');
      if (named || attributes.has('data-reactroot') || attributes.has('ng-app')) this.#justMounted = true;
    } else if (name.includes('-') && APP_ELEMENT.has(name)) this.#customElement = true;
  }

  #openAnchor(attributes: Attributes): void {
    this.#closeAnchor();
    const href = attributes.get('href');
    if (href !== undefined)
      this.#anchor = {
        href,
        rel: relationsOf(attributes.get('rel')),
        text: '',
        label: attributes.get('aria-label') ?? attributes.get('title') ?? '',
        region: this.#region,
      };
  }

  #closeAnchor(): void {
    if (this.#anchor === null) return;
    const { href, text, label, rel, region } = this.#anchor;
    this.#draft.link(href, text.trim() === '' ? label : text, rel, region);
    this.#anchor = null;
  }

  #openForm(attributes: Attributes): void {
    this.#closeForm();
    const action = attributes.get('action') ?? '';
    this.#form = {
      action: action.trim() === '' ? null : this.#draft.resolve(action),
      method: attributes.get('method')?.toLowerCase() === 'post' ? 'post' : 'get',
      fields: [],
      text: '',
      parts: this.#heading === '' ? [] : [this.#heading],
    };
  }

  #closeForm(): void {
    if (this.#form === null) return;
    const { parts, ...rest } = this.#form;
    this.#draft.form({ ...rest, text: parts.join(' ') });
    this.#form = null;
  }

  #field(name: string, attributes: Attributes): void {
    const type = name === 'input' ? (attributes.get('type') ?? 'text').toLowerCase().slice(0, 30) : name;
    const called = attributes.get('name') ?? attributes.get('id') ?? attributes.get('autocomplete') ?? '';
    const form = this.#form;
    const fields = form === null ? this.#orphans : form.fields;
    if (fields.length < 80) fields.push({ name: called.slice(0, 120), type });
    if (form === null || form.parts.length >= 200) return;
    const button = type === 'submit' || type === 'button';
    const says = button ? attributes.get('value') : (attributes.get('placeholder') ?? attributes.get('aria-label'));
    if (says !== undefined) form.parts.push(says.slice(0, 200));
  }

  #visible(data: string, visible: string): void {
    if (visible !== '') {
      this.#justMounted = false;
      this.#anyText += visible.length;
      if (this.#regions.current === 'main') this.#mainText += visible.length;
    }
    // What a program cannot use in full it need not hold: the draft cuts blocks at the same length.
    if (this.#buffer.length < (this.#pre ? MAX_CODE : MAX_BLOCK))
      this.#buffer += this.#pre || !data.includes('\n') ? data : data.replace(/\s+/g, ' ');
    if (this.#anchor !== null && this.#anchor.text.length < 300) this.#anchor.text += data;
    const parts = this.#form?.parts;
    if (parts === undefined || visible === '' || parts.length >= 200) return;
    if (this.#inLabel || this.#kind === 'heading' || parts.length < 40) parts.push(visible.slice(0, 200));
  }

  /** Hands on the text that was gathered. */
  #flush(): void {
    const done = this.#buffer;
    this.#buffer = '';
    if (done === '') return;
    if (this.#pre) {
      this.#draft.block(done, 'code', this.#region);
      return;
    }
    const line = squeeze(done);
    if (this.#kind === 'heading') {
      if (line !== '') this.#heading = line;
      // A lone sign between elements is layout.
    } else if (line.length < 2) return;
    this.#draft.block(done, this.#kind, this.#region);
  }

  #cell(row: string[]): void {
    row.push(squeeze(this.#buffer));
    this.#buffer = '';
  }

  #closeRow(): void {
    const cells = this.#row;
    if (cells === null) return;
    this.#cell(cells);
    this.#row = null;
    while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop();
    if (cells.some((cell) => cell !== '')) this.#draft.block(cells.join(' | '), 'row', this.#region);
  }
}

const relationsOf = (list = ''): string[] => wordsOf(list.toLowerCase()).slice(0, 12);

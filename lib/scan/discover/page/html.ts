/** Reads HTML into a draft: links, blocks of text, forms and inline scripts, in one pass over the tags. */
import { readMarkup } from '../../protocol/markup.ts';
import type { PageForm, Region, TextBlock } from '../../types.ts';
import { type Draft, MAX_BLOCK, MAX_CODE, squeeze } from './draft.ts';
import { Regions } from './regions.ts';

const HEADING = /^h[1-6]$/;
/** Elements that end the text before them and start anew. */
const BLOCK = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'button', 'caption', 'center', 'dd', 'details', 'dialog', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer',
  'form', 'header', 'hgroup', 'hr', 'label', 'legend', 'li', 'main', 'menu', 'nav', 'ol', 'option', 'p', 'section', 'select', 'summary', 'table', 'tbody', 'textarea', 'tfoot', 'thead', 'ul',
]);
const ITEM = new Set(['li', 'dt', 'dd', 'option', 'button', 'label', 'legend', 'summary']);
const MOUNT = /^(?:__next|__nuxt|root|app|main|application|react-root|app-root|ember-app|svelte|gatsby-___gatsby|___gatsby|mount|ui-view|container|q-app|shell|page|content)$/i;
const DATA_URL = /api|url|endpoint|base|host|server/i;

interface OpenForm extends PageForm {
  parts: string[];
}

/** Reads an HTML document. Cost is linear in its length; what exceeds the draft's limits is left out. */
export function readHtml(text: string, draft: Draft): void {
  const regions = new Regions();
  let inHead = true;
  let hidden: string | null = null;
  let script = '';
  let keepScript = false;
  let inTitle = false;
  let title = '';
  let svg = 0;
  let noscript = false;
  let noscriptText = '';
  let pre = false;
  let buffer = '';
  let kind: TextBlock['kind'] = 'prose';
  let row: string[] | null = null;
  let anchor: { href: string; rel: string[]; text: string; label: string; region: Region } | null = null;
  let form: OpenForm | null = null;
  let inLabel = false;
  let heading = '';
  let baseSeen = false;
  let mainText = 0;
  let anyText = 0;
  let scriptFiles = 0;
  let mount = false;
  let justMounted = false;
  let customElement = false;
  const orphans: PageForm['fields'] = [];
  const inlineScripts: string[] = [];

  const region = (): Region => (inHead ? 'head' : regions.current);
  const flush = () => {
    const done = buffer;
    buffer = '';
    if (done === '') return;
    if (pre) {
      draft.block(done, 'code', region());
      return;
    }
    if (kind === 'heading') {
      const words = squeeze(done);
      if (words !== '') heading = words;
    }
    // A lone sign between elements is layout.
    if (kind !== 'heading' && squeeze(done).length < 2) return;
    draft.block(done, kind, region());
  };
  const closeRow = () => {
    if (row === null) return;
    row.push(squeeze(buffer));
    buffer = '';
    const cells = row;
    row = null;
    while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop();
    if (cells.some((cell) => cell !== '')) draft.block(cells.join(' | '), 'row', region());
  };
  const closeAnchor = () => {
    if (anchor === null) return;
    draft.link(anchor.href, anchor.text.trim() === '' ? anchor.label : anchor.text, anchor.rel, anchor.region);
    anchor = null;
  };
  const closeForm = () => {
    if (form === null) return;
    const { parts, ...rest } = form;
    draft.form({ ...rest, text: parts.join(' ') });
    form = null;
  };

  readMarkup(text, {
    open(name, attributes) {
      if (hidden !== null) return;
      if (justMounted && name !== 'script' && name !== 'noscript') justMounted = false;
      if (name === 'script' || name === 'style' || name === 'template') {
        hidden = name;
        script = '';
        const type = attributes.get('type') ?? '';
        keepScript = name === 'script' && !attributes.has('src') && !/importmap|speculationrules|ld\+json/i.test(type);
        if (name === 'script' && attributes.has('src')) scriptFiles += 1;
        return;
      }
      if (name === 'svg') svg += 1;
      if (name === 'html') draft.lang ??= (attributes.get('lang') ?? '').trim().slice(0, 35) || null;
      if (name === 'title' && svg === 0) {
        inTitle = true;
        return;
      }
      if (name === 'base' && !baseSeen && attributes.has('href')) {
        const base = draft.resolve(attributes.get('href') ?? '');
        if (base !== null) {
          draft.base = base;
          baseSeen = true;
        }
        return;
      }
      if (name === 'link') {
        const href = attributes.get('href');
        if (href !== undefined) draft.link(href, attributes.get('title') ?? '', words(attributes.get('rel')), inHead ? 'head' : regions.current);
        return;
      }
      if (name === 'meta') {
        if (/^refresh$/i.test(attributes.get('http-equiv') ?? '')) {
          const target = /^\s{0,20}[\d.]{0,10}\s{0,20}[;,]\s{0,20}(?:url\s{0,20}=\s{0,20})?["']?([^"']{1,2048})/i.exec(attributes.get('content') ?? '')?.[1];
          if (target !== undefined) draft.refresh ??= draft.resolve(target);
        }
        return;
      }
      if (name === 'head' || name === 'html') return;
      if (name === 'noscript') {
        noscript = true;
        return;
      }
      inHead = false;

      for (const [key, value] of attributes) {
        if (key.startsWith('data-') && DATA_URL.test(key) && /^(?:https?:)?\/\//i.test(value)) draft.script(`${key}="${value.slice(0, 500)}"`);
      }
      // Text that precedes the element belongs to the region outside it.
      if (HEADING.test(name) || BLOCK.has(name) || name === 'pre' || name === 'tr' || name === 'br') {
        if (name === 'br') {
          buffer += '\n';
          return;
        }
        if (row !== null && !pre) {
          // In a cell, paragraphs and lists are part of the row; a heading, a sample or a table in it means a table used for layout.
          if (HEADING.test(name) || name === 'pre' || name === 'table' || name === 'tr' || name === 'form') closeRow();
          else buffer += ' ';
        } else if (pre) {
          if (buffer !== '' && !buffer.endsWith('\n')) buffer += '\n';
        } else flush();
      }
      regions.open(name, attributes);
      if (HEADING.test(name)) kind = 'heading';
      else if (ITEM.has(name) && kind !== 'heading' && row === null) kind = 'item';
      else if (name === 'p' && row === null && kind !== 'item') kind = 'prose';
      if (name === 'pre') {
        if (pre) flush();
        pre = true;
        kind = 'code';
      }
      if (name === 'tr') {
        closeRow();
        row = [];
      }
      if ((name === 'td' || name === 'th') && row !== null && squeeze(buffer) !== '') {
        row.push(squeeze(buffer));
        buffer = '';
      }
      if (name === 'a' || name === 'area') {
        closeAnchor();
        const href = attributes.get('href');
        if (href !== undefined) anchor = { href, rel: words(attributes.get('rel')), text: '', label: attributes.get('aria-label') ?? attributes.get('title') ?? '', region: region() };
        if (name === 'area') closeAnchor();
      }
      if (name === 'form') {
        closeForm();
        const action = attributes.get('action');
        form = {
          action: action === undefined || action.trim() === '' ? null : draft.resolve(action),
          method: /^post$/i.test(attributes.get('method') ?? '') ? 'post' : 'get',
          fields: [],
          text: '',
          parts: heading === '' ? [] : [heading],
        };
      }
      if (name === 'input' || name === 'textarea' || name === 'select') {
        const type = name === 'input' ? (attributes.get('type') ?? 'text').toLowerCase().slice(0, 30) : name;
        const field = { name: (attributes.get('name') ?? attributes.get('id') ?? attributes.get('autocomplete') ?? '').slice(0, 120), type };
        const fields = form === null ? orphans : form.fields;
        if (fields.length < 80) fields.push(field);
        if (form !== null && form.parts.length < 200) {
          const says = type === 'submit' || type === 'button' ? attributes.get('value') : (attributes.get('placeholder') ?? attributes.get('aria-label'));
          if (says !== undefined) form.parts.push(says.slice(0, 200));
        }
      }
      if (name === 'label' || name === 'button' || name === 'legend') inLabel = true;
      if (name === 'div' || name === 'main' || name === 'section') {
        const id = attributes.get('id') ?? '';
        if (MOUNT.test(id) || attributes.has('data-reactroot') || attributes.has('ng-app')) justMounted = true;
      }
      if (name.includes('-') && /^(?:app|my|ng|root|main)-|-(?:app|root|shell)$/.test(name)) customElement = true;
    },
    close(name) {
      if (hidden !== null) {
        if (name !== hidden) return;
        if (hidden === 'script') {
          if (keepScript) {
            draft.script(script);
            if (inlineScripts.length < 40) inlineScripts.push(script.slice(0, 5_000));
          }
        }
        hidden = null;
        script = '';
        return;
      }
      if (name === 'svg') svg = Math.max(0, svg - 1);
      if (name === 'title' && inTitle) {
        inTitle = false;
        if (draft.title === '') draft.title = squeeze(title).slice(0, 300);
        return;
      }
      if (name === 'head') inHead = false;
      if (name === 'noscript') noscript = false;
      if (name === 'a') closeAnchor();
      if (name === 'pre') {
        flush();
        pre = false;
        kind = 'prose';
        return;
      }
      if (name === 'td' || name === 'th') {
        if (row !== null && !pre) {
          row.push(squeeze(buffer));
          buffer = '';
        }
        regions.close(name);
        return;
      }
      if (name === 'tr' || name === 'table') closeRow();
      if (HEADING.test(name) || BLOCK.has(name)) {
        if (row !== null && !pre) buffer += ' ';
        else if (pre) {
          if (buffer !== '' && !buffer.endsWith('\n')) buffer += '\n';
        } else {
          flush();
          if (HEADING.test(name) || ITEM.has(name)) kind = 'prose';
        }
      }
      if ((name === 'div' || name === 'main' || name === 'section') && justMounted) {
        mount = true;
        justMounted = false;
      }
      if (name === 'label' || name === 'button' || name === 'legend') inLabel = false;
      if (name === 'form') closeForm();
      regions.close(name);
    },
    text(data) {
      if (hidden !== null) {
        if (keepScript && script.length < 400_000) script += data;
        return;
      }
      if (inTitle) {
        if (title.length < 600) title += data;
        return;
      }
      if (noscript) {
        if (noscriptText.length < 2_000) noscriptText += data;
        return;
      }
      if (inHead) {
        if (data.trim() === '') return;
        inHead = false;
      }
      const visible = data.trim();
      if (visible !== '') {
        justMounted = false;
        anyText += visible.length;
        if (regions.current === 'main') mainText += visible.length;
      }
      // What a program cannot use in full it need not hold: the draft cuts blocks at the same length.
      if (buffer.length < (pre ? MAX_CODE : MAX_BLOCK)) buffer += pre || !data.includes('\n') ? data : data.replace(/\s+/g, ' ');
      if (anchor !== null && anchor.text.length < 300) anchor.text += data;
      if (form !== null && visible !== '' && form.parts.length < 200 && (inLabel || kind === 'heading' || form.parts.length < 40)) form.parts.push(visible.slice(0, 200));
    },
  });
  if (inTitle && draft.title === '') draft.title = squeeze(title).slice(0, 300);
  closeRow();
  closeAnchor();
  flush();
  closeForm();
  if (orphans.some((field) => field.type === 'password')) draft.form({ action: null, method: 'post', fields: orphans, text: heading });

  const fields = draft.forms.some((one) => one.fields.some((field) => field.type !== 'hidden'));
  const asksForScript = /javascript|\bjs\b|scripts?\b/i.test(noscriptText);
  draft.needsScript = mainText < 150 && !fields && ((scriptFiles > 0 && (mount || customElement || asksForScript || anyText === 0)) || (asksForScript && anyText < 150));
  if (draft.refresh === null && mainText < 300) {
    for (const source of inlineScripts) {
      const target = /(?:\blocation(?:\.href)?\s{0,5}=\s{0,5}|\blocation\.(?:replace|assign)\(\s{0,5})["'`]([^"'`\s]{1,2048})["'`]\s{0,5}(?:[);]|$|[\n}])/m.exec(source)?.[1];
      if (target !== undefined) draft.refresh ??= draft.resolve(target);
    }
  }
}

function words(list: string | undefined): string[] {
  return (list ?? '').toLowerCase().split(/\s+/).filter((word) => word !== '').slice(0, 12);
}

/** Cuts a page into the pieces that rules read: sentences, headings, list items, table rows, and samples line by line. */
import type { Page, Region } from '../../types.ts';

export type UnitKind = 'sentence' | 'heading' | 'item' | 'row' | 'line' | 'sample';

/** One piece of text with what stands around it. */
export interface Unit {
  kind: UnitKind;
  /** As written. */
  quote: string;
  /** The same characters, one for one, with typographic quotes, dashes and spaces made plain, so that positions agree with `quote`. */
  text: string;
  region: Region;
  /** The nearest heading above, or the page's title. */
  heading: string;
  /** The sentence before it in the same section, or what leads into its list or sample; empty when there is none. */
  before: string;
  /** For a row: the first row of its table. For a line: the whole sample. Else empty. */
  header: string;
}

const MAX_UNIT = 1_000;
const MAX_UNITS = 6_000;

/** Units of a page in document order, at most 6,000, each at most 1,000 characters (a whole sample: 4,000). */
export function unitsOf(page: Page): Unit[] {
  const units: Unit[] = [];
  let heading = page.title;
  let before = '';
  let header = '';
  let lastKind = '';
  const push = (kind: UnitKind, quote: string, region: Region, limit = MAX_UNIT) => {
    const cut = quote.slice(0, limit);
    if (units.length < MAX_UNITS && /[\p{L}\d]{2}/u.test(cut))
      units.push({ kind, quote: cut, text: plain(cut), region, heading: plain(heading), before, header });
  };
  for (const block of page.blocks) {
    if (block.region === 'head') continue;
    switch (block.kind) {
      case 'heading':
        push('heading', block.text, block.region);
        if (block.region === 'main') heading = block.text.slice(0, 300);
        before = '';
        break;
      case 'row':
        if (lastKind !== 'row') header = plain(block.text.slice(0, MAX_UNIT));
        push('row', block.text, block.region);
        break;
      case 'code':
        push('sample', block.text, block.region, 4_000);
        header = block.text.slice(0, 4_000);
        for (const line of block.text.split('\n', 400)) push('line', line.trim(), block.region);
        break;
      case 'prose':
      case 'item': {
        const sentences = sentencesOf(block.text);
        for (const sentence of sentences) {
          push(block.kind === 'item' && sentences.length === 1 ? 'item' : 'sentence', sentence, block.region);
          // Items share the sentence that leads into their list.
          if (block.kind === 'prose' || sentences.length > 1) before = plain(sentence.slice(0, MAX_UNIT));
        }
        break;
      }
    }
    if (block.kind !== 'row') header = '';
    lastKind = block.kind;
  }
  return units;
}

const ABBREVIATION =
  /(?:\b(?:e\.g|i\.e|etc|vs|inc|ltd|corp|approx|no|nos|fig|cf|resp|ca|bzw|usw|evtl|ggf|inkl|z\. ?b|d\. ?h|p\. ?ex|ej|núm|sr|sra|dr|mr|mrs|ms|st|art|al|sec|min|max|ver)|(?:^|[\s(])[a-z\d])$/i;

/** Sentences of a paragraph. A full stop ends one only before a space and a capital, digit or quote, and not after an abbreviation; CJK marks always do. */
export function sentencesOf(text: string): string[] {
  const out: string[] = [];
  for (const line of text.split('\n')) {
    let start = 0;
    const boundary = /[.!?]["'”’)\]]{0,3}\s{1,4}(?=["'“‘([]?[\p{Lu}\p{Lo}\d$<{`/_-])|[。！？]["”』」]?/gu;
    for (let found = boundary.exec(line); found !== null; found = boundary.exec(line)) {
      if (line[found.index] === '.' && ABBREVIATION.test(line.slice(Math.max(start, found.index - 12), found.index)))
        continue;
      out.push(line.slice(start, found.index + found[0].length).trim());
      start = found.index + found[0].length;
    }
    out.push(line.slice(start).trim());
  }
  return out.filter((sentence) => sentence !== '');
}

/** One character for one, so that a match can be found again in the original. */
function plain(text: string): string {
  return text
    .replace(/[‘’‚‛′´]/g, "'")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‐‑‒–—―]/g, '-')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/[Ａ-Ｚａ-ｚ０-９：；，（）]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

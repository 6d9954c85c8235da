/** HTML as a flat stream of tags and text. There is no element stack here, so a document cannot make reading cost more than its length. */
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

export interface MarkupHandler {
  /** A start tag. Attribute names are lower case; entities in values are decoded; the first of two equal names wins (HTML §13.2.5.33). */
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  /** An end tag. Void elements have none. */
  close(name: string): void;
  /** Text with entities decoded, in pieces; also the raw content of script and style. */
  text(data: string): void;
}

const MAX_ATTRIBUTES = 100;
const MAX_ATTRIBUTE = 8_192;

/**
 * Reads HTML text and reports tags and text in document order, to each handler in turn: a page is gone through once, whatever is looked for. Malformed markup is reported as far as the HTML tokenizer recovers it.
 * Only the tokenizer of the parsing library is used: its tree builder keeps the open elements in an array whose front moves,
 * which 100,000 nested elements turn into seconds.
 */
export function readMarkup(html: string, ...handlers: readonly MarkupHandler[]): void {
  let name = '';
  let attribute = '';
  let value = '';
  let attributes = new Map<string, string>();
  const finish = () => {
    for (const handler of handlers) handler.open(name, attributes);
    attributes = new Map();
  };
  const text = (data: string) => {
    for (const handler of handlers) handler.text(data);
  };
  const callbacks: TokenizerCallbacks = {
    onopentagname(start, end) {
      name = html.slice(start, end).toLowerCase();
    },
    onattribname(start, end) {
      attribute = html.slice(start, Math.min(end, start + 200)).toLowerCase();
      value = '';
    },
    onattribdata(start, end) {
      if (value.length < MAX_ATTRIBUTE) value += html.slice(start, Math.min(end, start + MAX_ATTRIBUTE));
    },
    onattribentity(codepoint) {
      if (value.length < MAX_ATTRIBUTE) value += fromCodePoint(codepoint);
    },
    onattribend() {
      if (attributes.size < MAX_ATTRIBUTES && !attributes.has(attribute)) attributes.set(attribute, value);
    },
    onopentagend: finish,
    onselfclosingtag: finish,
    onclosetag(start, end) {
      const closed = html.slice(start, end).toLowerCase();
      for (const handler of handlers) handler.close(closed);
    },
    ontext(start, end) {
      text(html.slice(start, end));
    },
    ontextentity(codepoint) {
      text(fromCodePoint(codepoint));
    },
    oncdata() {},
    oncomment() {},
    ondeclaration() {},
    onprocessinginstruction() {},
    onend() {},
  };
  const tokenizer = new Tokenizer({ decodeEntities: true }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
}

function fromCodePoint(codepoint: number): string {
  return codepoint >= 0 && codepoint <= 0x10ffff ? String.fromCodePoint(codepoint) : '\ufffd';
}

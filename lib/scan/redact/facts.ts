/**
 * Hides secrets in the facts of a scan, and spells out control characters, before they are judged and stored. Exchanges are made safe as they are
 * recorded; facts are read from the answers as they came, since a digest or a URL to call must not be a redacted one.
 */
import type { Evidence, ScanEvent, Surface } from '../types.ts';
import { escapeControls } from '../http/exchange.ts';
import { markRandoms, redactQuote, redactUrl } from './index.ts';

/** Members that hold one address. Everything else is text, in which addresses may stand. */
const urlLike = /^[a-z][a-z0-9+.-]{0,20}:\/\/\S*$/i;
/** Depth of the facts' schema, and more: facts are made by our own code, a document never decides how deep they are. */
const maxDepth = 12;

function concealText(text: string, randoms: readonly string[]): string {
  const marked = escapeControls(markRandoms(text, randoms));
  return urlLike.test(marked) ? redactUrl(marked) : redactQuote(marked);
}

function concealed(value: unknown, hide: (text: string) => string, depth: number): unknown {
  if (typeof value === 'string') return hide(value);
  if (typeof value !== 'object' || value === null || depth > maxDepth) return value;
  if (Array.isArray(value)) return value.map((item) => concealed(item, hide, depth + 1));
  // Parameters of a challenge are named by the target; fromEntries makes own members of any name, `__proto__` too.
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [hide(key), concealed(item, hide, depth + 1)]));
}

/**
 * Surface and evidence with every credential hidden, the target's and ours. `randoms`: the random strings that this scan made up. The shape stays,
 * and so does everything that is compared: equal texts stay equal.
 */
export function concealFacts(
  facts: { surface: Surface; evidence: Evidence },
  randoms: readonly string[],
): { surface: Surface; evidence: Evidence } {
  // Names of members, ids and addresses repeat a hundred times over.
  const done = new Map<string, string>();
  const hide = (text: string): string => {
    const hidden = done.get(text) ?? concealText(text, randoms);
    done.set(text, hidden);
    return hidden;
  };
  return concealed(facts, hide, 0) as { surface: Surface; evidence: Evidence };
}

/** The same for what a scan tells while it runs. */
export function concealEvent(event: ScanEvent, randoms: readonly string[]): ScanEvent {
  const text = concealText(event.text, randoms);
  return event.type === 'stage'
    ? { ...event, text }
    : { ...event, text, url: event.url === null ? null : concealText(event.url, randoms) };
}

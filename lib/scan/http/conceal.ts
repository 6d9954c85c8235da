/**
 * Hides secrets in the facts of a scan, and spells out control characters, before they are judged and stored. Exchanges are made safe as they are
 * recorded; facts are read from the answers as they came, since a digest or a URL to call must not be a redacted one.
 */
import type { Evidence, ScanEvent, Surface } from '../types.ts';
import { escapeControls } from './exchange.ts';
import { markRandoms, redactQuote, redactUrl } from './redact.ts';

/** Members that hold one address. Everything else is text, in which addresses may stand. */
const urlLike = /^[a-z][a-z0-9+.-]{0,20}:\/\/\S*$/i;
/** Depth of the facts' schema, and more: facts are made by our own code, a document never decides how deep they are. */
const maxDepth = 12;

function concealText(text: string, randoms: readonly string[]): string {
  const marked = escapeControls(markRandoms(text, randoms));
  return urlLike.test(marked) ? redactUrl(marked) : redactQuote(marked);
}

function concealed(value: unknown, randoms: readonly string[], depth: number): unknown {
  if (typeof value === 'string') return concealText(value, randoms);
  if (typeof value !== 'object' || value === null || depth > maxDepth) return value;
  if (Array.isArray(value)) return value.map((item) => concealed(item, randoms, depth + 1));
  // Parameters of a challenge are named by the target; fromEntries makes own members of any name, `__proto__` too.
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [concealText(key, randoms), concealed(item, randoms, depth + 1)]));
}

/**
 * Surface and evidence with every credential hidden, the target's and ours. `randoms`: the random strings that this scan made up. The shape stays,
 * and so does everything that is compared: equal texts stay equal.
 */
export function concealFacts(facts: { surface: Surface; evidence: Evidence }, randoms: readonly string[]): { surface: Surface; evidence: Evidence } {
  return concealed(facts, randoms, 0) as { surface: Surface; evidence: Evidence };
}

/** The same for what a scan tells while it runs. */
export function concealEvent(event: ScanEvent, randoms: readonly string[]): ScanEvent {
  const text = concealText(event.text, randoms);
  return event.type === 'stage' ? { ...event, text } : { ...event, text, url: event.url === null ? null : concealText(event.url, randoms) };
}

/** Keeps what is stored of a scan small, whatever a target wrote: facts and exchanges that are too much together are cut, and judged as cut. */
import type { Evidence, Exchange, Surface } from '../types.ts';

/** Bytes of JSON that surface and evidence may have together, and the exchanges; a scan of a real business stays below half of each. */
export const mostFacts = 384 * 1024;
export const mostExchanges = 512 * 1024;

/**
 * How much is left at each step, until it fits: characters of a text, and items of a list. Never less than 300 characters, so that a URL
 * keeps its host (253 at most, RFC 1035 §2.3.4).
 */
const steps = [
  { text: 1000, items: 200 },
  { text: 500, items: 100 },
  { text: 300, items: 40 },
  { text: 300, items: 15 },
  { text: 300, items: 2 },
] as const;

type Step = (typeof steps)[number];

/** Members of a record whose names a target chose; no record of the schema has as many. */
const mostMembers = 60;

const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** A copy in which texts, lists and records are cut. */
function cut(value: unknown, step: Step): unknown {
  if (typeof value === 'string')
    return value.length > step.text ? `${value.slice(0, step.text - 1).toWellFormed()}…` : value;
  if (Array.isArray(value)) return value.slice(0, step.items).map((item: unknown) => cut(item, step));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).slice(0, mostMembers);
  return Object.fromEntries(members.map(([name, member]) => [name, cut(member, step)]));
}

/** The value cut step by step until it fits. What it is stays the same: only texts, lists and records of names become shorter. */
function fit<T>(value: T, most: number): T {
  let fitting = value;
  for (const step of steps) {
    if (sizeOf(fitting) <= most) break;
    fitting = cut(value, step) as T;
  }
  return fitting;
}

function fitExchange(exchange: Exchange, most: number): Exchange {
  const fitting = fit(exchange, most);
  const { response } = fitting;
  if (response === null || response.body === exchange.response?.body) return fitting;
  return { ...fitting, response: { ...response, truncated: true } };
}

/** Facts and exchanges as they are stored: untouched when they fit, which they do already when they were cut before. Pure. */
export function fitStored<T extends { surface: Surface; evidence: Evidence; exchanges: Exchange[] }>(stored: T): T {
  const { surface, evidence } = fit({ surface: stored.surface, evidence: stored.evidence }, mostFacts);
  const tooMany = sizeOf(stored.exchanges) > mostExchanges;
  const share = Math.floor(mostExchanges / Math.max(1, stored.exchanges.length)) - 2;
  const exchanges = tooMany ? stored.exchanges.map((one) => fitExchange(one, share)) : stored.exchanges;
  return { ...stored, surface, evidence, exchanges };
}

/**
 * The badge: the walk in miniature and the score, as an SVG that stands beside others in a README. Its words are ours; of the target it
 * carries only the host, escaped. Letters are drawn to a computed width, so that it looks alike wherever its typeface is missing.
 */
import type { ReportHead } from '../lib/listed.ts';
import { shownTier } from '../lib/scan/schema/scores.ts';
import { endOf, sentenceOf, stationsOf, type StationState } from './journey.ts';
import { answerStatus, tierName } from './words.ts';

/** What there is to say about a domain; `none`: nobody has scanned it. */
export type BadgeHead = Pick<ReportHead, 'outcome' | 'answer' | 'd7' | 'tier' | 'provisional' | 'journey'>;

interface Message {
  text: string;
  /** Colour of the right half; white on each is at least 4.5:1. */
  ground: string;
}

const ink = '#1c1b18';
const paper = '#fbfaf7';
const open = '#0b6e4f';
const partly = '#8a5a00';
const wall = '#b4432d';
const unknown = '#676358';

/**
 * The answer in one word, then the score. A score that could still move says so; without a score there is no figure. Reports of methodology
 * 2026-11 have no answer: they show their tier where it may be shown.
 */
export function badgeMessage(head: BadgeHead | null): Message {
  if (!head) return { text: 'not scanned', ground: unknown };
  if (head.d7 === null || head.tier === null) {
    const words: Record<string, string> = {
      'no-api': 'no API found',
      blocked: 'could not tell',
      unreachable: 'not reached',
      refused: 'opted out',
    };
    return { text: words[head.outcome ?? ''] ?? 'no score', ground: unknown };
  }
  const provisional = head.provisional ? ', provisional' : '';
  if (head.answer !== null) {
    const { word, tone } = answerStatus[head.answer];
    return { text: `${word.toLowerCase()}, ${head.d7}${provisional}`, ground: { open, partly, wall, unknown }[tone] };
  }
  const tier = shownTier(head.tier, head);
  const ground = tier === 'platinum' || tier === 'gold' ? open : tier === 'not ready' ? wall : partly;
  return {
    text: `${head.d7} ${head.provisional ? 'provisional' : tier === null ? 'of 100' : tierName[tier].toLowerCase()}`,
    ground,
  };
}

/** Widths of Verdana's letters at 11 px, in tenths of a pixel; what is not listed is as wide as a digit. */
const widths: Readonly<Record<string, number>> = {
  ' ': 39,
  A: 75,
  ',': 40,
  I: 46,
  P: 66,
  a: 66,
  b: 69,
  c: 57,
  d: 69,
  e: 66,
  f: 39,
  g: 69,
  h: 70,
  i: 30,
  k: 65,
  l: 30,
  m: 107,
  n: 70,
  o: 67,
  p: 69,
  r: 47,
  s: 57,
  t: 43,
  u: 70,
  v: 65,
  w: 90,
  z: 58,
  y: 65,
};
const widthOf = (text: string): number =>
  Math.ceil([...text].reduce((sum, letter) => sum + (widths[letter] ?? 70), 0) / 10);

/** Text for the inside of an element or a quoted attribute. Signs that XML 1.0 forbids become U+FFFD. */
export function xmlText(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (sign) => names[sign] ?? sign);
}

const step = 13;
const ground = 10;

function disc(state: StationState, x: number): string {
  if (state === 'ok') return `<circle cx="${x}" cy="${ground}" r="2.6" fill="${paper}"/>`;
  if (state === 'blocked')
    return `<circle cx="${x}" cy="${ground}" r="3" fill="#f0836b"/><rect x="${x + 5}" y="3" width="2.5" height="14" fill="#f0836b"/>`;
  return `<circle cx="${x}" cy="${ground}" r="2.1" fill="${ink}" stroke="#a8a294" stroke-width="1.1"/>`;
}

/** The walk in white on ink, 76 px wide; without a journey only its five rings. */
function walk(head: BadgeHead | null, left: number): string {
  const stations = stationsOf(head?.journey ?? []);
  const at = (index: number) => left + 4 + index * step;
  const legs = stations
    .slice(0, 4)
    .map(({ state }, index) =>
      state === 'ok'
        ? `<path d="M${at(index)} ${ground}h${step}" stroke="${paper}" stroke-width="1.4"/>`
        : `<path d="M${at(index) + 4} ${ground}h${step - 4}" stroke="#a8a294" stroke-width="1.2" stroke-dasharray="1 2.2"/>`,
    );
  const doorAt = at(4) + 6;
  const end = head === null ? 'running' : endOf(stations);
  const door =
    end === 'open'
      ? `<path d="M${doorAt} 15V4.5h6V15" fill="none" stroke="#4cc29a" stroke-width="1.3"/><path d="M${doorAt + 6} 4.5l3 1.6v10.6l-3-1.7z" fill="#4cc29a"/>`
      : end === 'unknown'
        ? `<path d="M${doorAt} 15V4.5h6V15" fill="none" stroke="#e0b152" stroke-width="1.3"/><path d="M${doorAt} 4.5l4 1.4v10.4l-4-1.3z" fill="#e0b152"/>`
        : `<path d="M${doorAt} 15V4.5h6V15z" fill="none" stroke="#a8a294" stroke-width="1.2"/>`;
  return legs.join('') + stations.map(({ state }, index) => disc(state, at(index))).join('') + door;
}

/** The badge of a host as an SVG document, 20 px high. `head`: its newest listed report, or null when there is none. */
export function badgeSvg(host: string, head: BadgeHead | null): string {
  const { text, ground: colour } = badgeMessage(head);
  const label = 'agent access';
  const labelWidth = widthOf(label);
  const walkAt = 8 + labelWidth + 5;
  const left = walkAt + 4 + 4 * step + 21;
  const messageWidth = widthOf(text);
  const width = left + messageWidth + 16;
  const said = `${host}: agent access, ${text}.${head ? ` ${sentenceOf(stationsOf(head.journey))}` : ''}`;
  const letters = (x: number, length: number, content: string) =>
    `<text x="${x}" y="14" textLength="${length}" fill="${paper}">${xmlText(content)}</text>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" viewBox="0 0 ${width} 20" role="img" aria-label="${xmlText(said)}"><title>${xmlText(said)}</title>` +
    `<clipPath id="r"><rect width="${width}" height="20" rx="2"/></clipPath><g clip-path="url(#r)"><rect width="${left}" height="20" fill="${ink}"/><rect x="${left}" width="${width - left}" height="20" fill="${colour}"/></g>` +
    `<g font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">${letters(8, labelWidth, label)}${letters(left + 8, messageWidth, text)}</g>${walk(head, walkAt)}</svg>\n`
  );
}

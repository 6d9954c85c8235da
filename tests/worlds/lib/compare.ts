/** Marks a report against the expectation of a world, item by item. */
import type { Report } from '../../../lib/scan/schema/report.ts';
import type { Expectation } from './world.ts';

/** One item. `decided`: only the right answer counts. Not decided: a guard, where `unknown` is fine too and only a wrong claim counts. */
export interface Item {
  part: 'surface' | 'flow' | 'signal' | 'anti-pattern' | 'outcome';
  id: string;
  expected: readonly string[];
  got: string;
  right: boolean;
  decided: boolean;
}

/** The members of a report that are marked. */
export type Marked = Pick<Report, 'outcome' | 'surface' | 'flows' | 'signals' | 'antiPatterns'>;

const asList = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url.replace(/\/+$/, '');
}

function plainUrl(url: string): string {
  if (!URL.canParse(url)) return url;
  const { origin, pathname } = new URL(url);
  return (origin + decodeURIComponent(pathname)).replace(/\/+$/, '').toLowerCase();
}

function judged(
  part: Item['part'],
  expected: Readonly<Record<string, string | readonly string[] | undefined>>,
  got: ReadonlyMap<string, string>,
): Item[] {
  return Object.entries(expected).flatMap(([id, right]): Item[] => {
    if (right === undefined) return [];
    const answers = asList<string>(right);
    const answer = got.get(id) ?? 'missing';
    return [
      {
        part,
        id,
        expected: answers,
        got: answer,
        right: answers.includes(answer),
        decided: !answers.includes('unknown'),
      },
    ];
  });
}

/** Compares. Extra API bases and token endpoints cost nothing unless the truth is that there are none. */
export function compare(expect: Expectation, report: Marked): Item[] {
  const items: Item[] = [];
  const bases = report.surface.apiBases.map((base) => base.url);
  const endpoints = report.surface.tokenEndpoints.map((endpoint) => endpoint.url);
  const shown = (urls: readonly string[]) => urls.join(' ') || '(none)';
  if (expect.apiBases) {
    if (expect.apiBases.length === 0)
      items.push({
        part: 'surface',
        id: 'apiBases',
        expected: ['(none)'],
        got: shown(bases),
        right: bases.length === 0,
        decided: false,
      });
    for (const base of expect.apiBases) {
      const origins = asList<string>(base).map(originOf);
      items.push({
        part: 'surface',
        id: 'apiBases',
        expected: origins,
        got: shown(bases),
        right: bases.some((url) => origins.includes(originOf(url))),
        decided: true,
      });
    }
  }
  if (expect.tokenEndpoint !== undefined) {
    const right = asList<string | null>(expect.tokenEndpoint);
    const urls = right.filter((url) => url !== null);
    const noneIsRight = right.includes(null);
    const hit = endpoints.some((url) => urls.map(plainUrl).includes(plainUrl(url)));
    items.push({
      part: 'surface',
      id: 'tokenEndpoint',
      expected: urls.length > 0 ? urls : ['(none)'],
      got: shown(endpoints),
      right: hit || (noneIsRight && endpoints.length === 0),
      decided: !noneIsRight,
    });
  }
  const map = <T extends { id: string }>(list: readonly T[], value: (item: T) => string) =>
    new Map(list.map((item) => [item.id, value(item)]));
  items.push(
    ...judged(
      'flow',
      expect.flows,
      map(report.flows, (flow) => flow.offered),
    ),
  );
  items.push(
    ...judged(
      'signal',
      expect.signals,
      map(report.signals, (signal) => signal.status),
    ),
  );
  items.push(
    ...judged(
      'anti-pattern',
      expect.antiPatterns,
      map(report.antiPatterns, (trap) => trap.status),
    ),
  );
  if (expect.outcome !== undefined)
    items.push(...judged('outcome', { outcome: expect.outcome }, new Map([['outcome', report.outcome]])));
  return items;
}

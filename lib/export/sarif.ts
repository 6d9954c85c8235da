/** A report as SARIF 2.1.0 (OASIS), for code scanning and for whatever else collects findings. */
import { printable } from '../cli/printable.ts';
import { groups } from '../scan/dimensions/index.ts';
import { antiPatterns, signals } from '../scan/judge/index.ts';
import { hasFindings, type Report } from '../scan/schema/report.ts';
import { headlineOf, scoresOf } from '../scan/schema/scores.ts';
import type { Exchange } from '../scan/types.ts';
import type { PlacesOf } from './places.ts';

type Level = 'error' | 'warning' | 'note' | 'none';
type Kind = 'fail' | 'pass' | 'open' | 'notApplicable';

/**
 * A plain text message: braces doubled because single ones are placeholders (§3.11.5), brackets and backslashes escaped because
 * `[text](target)` is a link (§3.11.6).
 */
function message(text: string): { text: string } {
  return {
    text: printable(text.replace(/\s+/g, ' ').trim())
      .replace(/[[\]\\]/g, String.raw`\$&`)
      .replace(/[{}]/g, '$&$&'),
  };
}

/** A location is a web address or nothing: a viewer may make a link of it. */
function location(url: string): object | null {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return null;
  return { physicalLocation: { artifactLocation: { uri: new URL(url).href } } };
}

type Signal = Report['signals'][number];
type Trap = Report['antiPatterns'][number];

/** Points of the score that a signal can win or lose. */
const pointsOf = (id: string): number => groups.find((group) => group.signals.some((one) => one === id))?.weight ?? 0;

/** How bad it is to lose so many points of a hundred. */
const levelOf = (points: number): Exclude<Level, 'none'> => (points >= 10 ? 'error' : points >= 3 ? 'warning' : 'note');

/** §3.27.10: a result whose kind is not "fail" has level "none". */
function signalKind({ id, status, value }: Signal): { level: Level; kind: Kind } {
  if (status === 'partial' || status === 'fail')
    return { level: levelOf(Math.round(pointsOf(id) * (1 - (value ?? 0)) * 100) / 100), kind: 'fail' };
  return { level: 'none', kind: status === 'pass' ? 'pass' : status === 'unknown' ? 'open' : 'notApplicable' };
}

function trapKind({ id, status }: Trap): { level: Level; kind: Kind } {
  if (status === 'present')
    return {
      level: antiPatterns.find(({ meta }) => meta.id === id)?.meta.blocking ? 'error' : 'warning',
      kind: 'fail',
    };
  return { level: 'none', kind: status === 'absent' ? 'pass' : 'open' };
}

/** Header names come from the target: one that is called `__proto__` is a member like any other (own properties only). */
const headersOf = (fields: readonly (readonly [string, string])[]): object =>
  Object.fromEntries(fields.map(([name, value]) => [printable(name), printable(value)]));

function webRequest({ request }: Exchange): object {
  return {
    protocol: 'HTTP',
    method: printable(request.method),
    target: printable(request.url),
    headers: headersOf(request.headers),
    ...(request.body === null ? {} : { body: { text: request.body.toWellFormed() } }),
  };
}

function webResponse({ response }: Exchange): object {
  if (response === null) return { noResponseReceived: true };
  return {
    protocol: 'HTTP',
    statusCode: response.status,
    headers: headersOf(response.headers),
    body: { text: response.body.toWellFormed() },
  };
}

/** §3.14.20, §3.14.21: the items of both arrays are unique, so that equal requests share one. `at`: the place of each exchange's own. */
function shared(items: readonly object[]): { list: object[]; at: number[] } {
  const places = new Map<string, number>();
  const list: object[] = [];
  const at = items.map((item) => {
    const key = JSON.stringify(item);
    const known = places.get(key) ?? list.push(item) - 1;
    places.set(key, known);
    return known;
  });
  return { list, at };
}

export interface SarifOptions {
  toolName?: string;
  /** Where the methodology is explained, absolute, when there is such a page. */
  helpUri?: string | null;
  /** The description that a report was made of, where it was a file: its results point at the file's lines. */
  placesOf?: PlacesOf;
}

/** §3.49: the same for every run, so that a viewer can explain what passed too. */
function rulesFor(helpUri: string | null): { id: string }[] {
  const rule = (
    { id, title, fix }: { id: string; title: string; fix: string },
    texts: { short: string; full: string; help: string },
    level: Level,
    uri: string | null,
    properties: object,
  ) => ({
    id,
    name: title,
    shortDescription: message(texts.short),
    fullDescription: message(texts.full),
    help: message(texts.help),
    ...(uri === null ? {} : { helpUri: uri }),
    defaultConfiguration: { level },
    properties: { tags: ['agent-readiness', 'authentication'], fix, ...properties },
  });
  return [
    ...signals.map(({ meta }) => {
      const points = pointsOf(meta.id);
      const help = `${meta.question} Worth ${points} points of 100. Reads: ${meta.reads} Cannot be seen: ${meta.blindSpot} Specification: ${meta.spec.label}.`;
      const texts = { short: meta.question, full: `${meta.question} Reads: ${meta.reads}`, help };
      return rule(meta, texts, levelOf(points), meta.spec.url, { kind: 'signal', points });
    }),
    ...antiPatterns.map(({ meta }) => {
      const texts = { short: meta.trap, full: `${meta.trap} ${meta.cure}`, help: `${meta.trap} ${meta.cure}` };
      return rule(meta, texts, meta.blocking ? 'error' : 'warning', helpUri, {
        kind: 'anti-pattern',
        blocking: meta.blocking,
      });
    }),
  ];
}

/** Where a result is: on a line of the description it was read from, else at the exchanges that it rests on. */
function locator(report: Report, placesOf: PlacesOf, requests: readonly number[], responses: readonly number[]) {
  const at = new Map(report.exchanges.map((exchange, index) => [exchange.id, index]));
  const place = location(report.target.url);
  const places = placesOf(report);
  return (finding: string, ids: readonly string[]): object => {
    const indexes = ids.flatMap((id) => at.get(id) ?? []);
    const [first] = indexes;
    const exchanges = indexes.flatMap((index) => location(report.exchanges[index]?.request.url ?? '') ?? []);
    const line = places && {
      physicalLocation: {
        artifactLocation: { uri: encodeURI(places.uri) },
        region: { startLine: places.lineOf(finding) },
      },
    };
    const [main = place, ...related] = line === null ? exchanges : [line, ...exchanges];
    return {
      locations: main === null ? [] : [main],
      ...(related.length > 0 ? { relatedLocations: related.map((one, id) => ({ id: id + 1, ...one })) } : {}),
      ...(first === undefined
        ? {}
        : { webRequest: { index: requests[first] }, webResponse: { index: responses[first] } }),
    };
  };
}

function resultsOf(report: Report, rules: readonly { id: string }[], locate: ReturnType<typeof locator>): object[] {
  if (!hasFindings(report)) return [];
  const result = (finding: Signal | Trap, kind: { level: Level; kind: Kind }, text: string) => ({
    ruleId: finding.id,
    ruleIndex: rules.findIndex(({ id }) => id === finding.id),
    ...kind,
    message: message(text),
    ...locate(finding.id, finding.evidence),
    partialFingerprints: { 'target/v1': printable(`${report.target.host} ${finding.id}`) },
    properties: { confidence: finding.confidence, status: finding.status },
  });
  return [
    ...report.signals.map((signal) => result(signal, signalKind(signal), signal.summary)),
    ...report.antiPatterns.map((trap) =>
      result(trap, trapKind(trap), trap.quote === null ? trap.summary : `${trap.summary} “${trap.quote}”`),
    ),
  ];
}

function runOf(report: Report, { toolName = 'Latchkey', helpUri = null, placesOf = () => null }: SarifOptions): object {
  const rules = rulesFor(helpUri);
  const requests = shared(report.exchanges.map(webRequest));
  const responses = shared(report.exchanges.map(webResponse));
  return {
    tool: {
      driver: {
        name: toolName,
        semanticVersion: report.engine.version,
        ...(helpUri === null ? {} : { informationUri: helpUri }),
        rules,
      },
    },
    automationDetails: { id: printable(`latchkey/${report.target.host}`) },
    // What was met at the target is an outcome, not a fault of the tool: the run itself succeeded.
    invocations: [
      { executionSuccessful: true, startTimeUtc: report.scan.startedAt, endTimeUtc: report.scan.finishedAt },
    ],
    properties: {
      outcome: report.outcome,
      score: headlineOf(report)?.value ?? null,
      tier: headlineOf(report)?.tier ?? null,
      scores: scoresOf(report).map(({ id, value, tier, confidence }) => ({ id, value, tier, confidence })),
      methodology: report.engine.methodology,
    },
    webRequests: requests.list,
    webResponses: responses.list,
    results: resultsOf(report, rules, locator(report, placesOf, requests.at, responses.at)),
  };
}

/** Reports as one SARIF log, a run for each, ready for JSON.stringify: a rule and a result for each signal and anti-pattern. */
export function reportsToSarif(reports: readonly Report[], options: SarifOptions = {}): object {
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: reports.map((report) => runOf(report, options)),
  };
}

/** One report as a SARIF log. */
export const reportToSarif = (report: Report, options: SarifOptions = {}): object => reportsToSarif([report], options);

/** A report as SARIF 2.1.0 (OASIS), for code scanning and for whatever else collects findings. */
import { printable } from '../cli/printable.ts';
import { antiPatterns, signals } from '../scan/judge/index.ts';
import type { Report } from '../scan/report/schema.ts';
import type { Exchange } from '../scan/types.ts';

type Level = 'error' | 'warning' | 'note' | 'none';
type Kind = 'fail' | 'pass' | 'open' | 'notApplicable';

/**
 * A plain text message: braces doubled because single ones are placeholders (§3.11.5), brackets and backslashes escaped because
 * `[text](target)` is a link (§3.11.6).
 */
function message(text: string): { text: string } {
  return { text: printable(text.replace(/\s+/g, ' ').trim()).replace(/[[\]\\]/g, String.raw`\$&`).replace(/[{}]/g, '$&$&') };
}

/** A location is a web address or nothing: a viewer may make a link of it. */
function location(url: string): object | null {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return null;
  return { physicalLocation: { artifactLocation: { uri: new URL(url).href } } };
}

const statusKind: Record<Report['signals'][number]['status'], { level: Level; kind: Kind }> = {
  // §3.27.10: a result whose kind is not "fail" has level "none".
  pass: { level: 'none', kind: 'pass' },
  partial: { level: 'warning', kind: 'fail' },
  fail: { level: 'error', kind: 'fail' },
  unknown: { level: 'none', kind: 'open' },
  'n/a': { level: 'none', kind: 'notApplicable' },
};

const trapKind: Record<Report['antiPatterns'][number]['status'], { level: Level; kind: Kind }> = {
  present: { level: 'error', kind: 'fail' },
  absent: { level: 'none', kind: 'pass' },
  unknown: { level: 'none', kind: 'open' },
};

/** Header names come from the target: one that is called `__proto__` is a member like any other (own properties only). */
const headersOf = (fields: readonly (readonly [string, string])[]): object => Object.fromEntries(fields.map(([name, value]) => [printable(name), printable(value)]));

function webRequest({ request }: Exchange): object {
  return { protocol: 'HTTP', method: printable(request.method), target: printable(request.url), headers: headersOf(request.headers), ...(request.body === null ? {} : { body: { text: request.body.toWellFormed() } }) };
}

function webResponse({ response }: Exchange): object {
  if (response === null) return { noResponseReceived: true };
  return { protocol: 'HTTP', statusCode: response.status, headers: headersOf(response.headers), body: { text: response.body.toWellFormed() } };
}

/**
 * The report as a SARIF log, ready for JSON.stringify. One rule for each signal and anti-pattern; one result for each of them, with the
 * exchange that it rests on first. `helpUri`: where the methodology is explained, absolute, when there is such a page.
 */
export function reportToSarif(report: Report, { toolName = 'Latchkey', helpUri = null }: { toolName?: string; helpUri?: string | null } = {}): object {
  const { exchanges } = report;
  const at = new Map(exchanges.map((exchange, index) => [exchange.id, index]));
  const place = location(report.target.url);
  const evidenceOf = (ids: readonly string[]): object => {
    const indexes = ids.flatMap((id) => at.get(id) ?? []);
    const [first] = indexes;
    const places = indexes.flatMap((index) => location(exchanges[index]?.request.url ?? '') ?? []);
    const main = places[0] ?? place;
    return {
      locations: main === null ? [] : [main],
      ...(places.length > 1 ? { relatedLocations: places.slice(1).map((one, id) => ({ id: id + 1, ...one })) } : {}),
      ...(first === undefined ? {} : { webRequest: { index: first }, webResponse: { index: first } }),
    };
  };
  const fingerprint = (id: string): object => ({ partialFingerprints: { 'target/v1': printable(`${report.target.host} ${id}`) } });
  const rules = [
    ...signals.map(({ meta }) => ({ id: meta.id, name: meta.title, shortDescription: message(meta.question), fullDescription: message(`${meta.question} Reads: ${meta.reads}`), helpUri: meta.spec.url })),
    ...antiPatterns.map(({ meta }) => ({ id: meta.id, name: meta.title, shortDescription: message(meta.trap), fullDescription: message(`${meta.trap} ${meta.cure}`), ...(helpUri === null ? {} : { helpUri }) })),
  ];
  const ruleIndex = (id: string): number => rules.findIndex((rule) => rule.id === id);
  const judged = report.outcome === 'scored' || report.outcome === 'blocked';
  const results = !judged ? [] : [
    ...report.signals.map((signal) => ({
      ruleId: signal.id, ruleIndex: ruleIndex(signal.id), ...statusKind[signal.status], message: message(signal.summary), ...evidenceOf(signal.evidence), ...fingerprint(signal.id),
      properties: { confidence: signal.confidence, status: signal.status },
    })),
    ...report.antiPatterns.map((trap) => ({
      ruleId: trap.id, ruleIndex: ruleIndex(trap.id), ...trapKind[trap.status], message: message(trap.quote === null ? trap.summary : `${trap.summary} “${trap.quote}”`), ...evidenceOf(trap.evidence), ...fingerprint(trap.id),
      properties: { confidence: trap.confidence, status: trap.status },
    })),
  ];
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: toolName, semanticVersion: report.engine.version, ...(helpUri === null ? {} : { informationUri: helpUri }), rules } },
      automationDetails: { id: printable(`latchkey/${report.target.host}`) },
      // What was met at the target is an outcome, not a fault of the tool: the run itself succeeded.
      invocations: [{ executionSuccessful: true, startTimeUtc: report.scan.startedAt, endTimeUtc: report.scan.finishedAt }],
      properties: { outcome: report.outcome, score: report.score.d7, tier: report.score.tier, methodology: report.engine.methodology },
      webRequests: exchanges.map(webRequest),
      webResponses: exchanges.map(webResponse),
      results,
    }],
  };
}

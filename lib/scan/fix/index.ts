/** The fixes: which ones apply to a target, what each is worth, and the ready text for it. */
import type { Case } from '../judge/case.ts';
import { signals } from '../judge/index.ts';
import type { Findings } from '../judge/types.ts';
import type { Fix } from '../schema/report.ts';
import type { Scored } from '../score/index.ts';
import type { Exchange } from '../types.ts';
import { allowScanner } from './allow-scanner.ts';
import { bearerToken } from './bearer-token.ts';
import { captcha } from './captcha.ts';
import { clientCredentials } from './client-credentials.ts';
import { foresee, opens, pointsBetween, together } from './gain.ts';
import { https } from './https.ts';
import { metadata } from './metadata.ts';
import { openapiSecurity } from './openapi-security.ts';
import { readPlaces } from './places.ts';
import { adviceFor, ownTraces, recognise, recogniseFramework } from './products.ts';
import { publishApi } from './publish-api.ts';
import { clean } from './quote.ts';
import { toFix } from './render.ts';
import { scopeRestriction } from './scope-restriction.ts';
import { selfServiceKeys } from './self-service-keys.ts';
import { structured401 } from './structured-401.ts';
import { tokenExpiry } from './token-expiry.ts';
import type { FixContext, FixDefinition } from './types.ts';

/** In the order in which fixes of equal gain are told. */
export const fixes: readonly FixDefinition[] = [
  publishApi,
  allowScanner,
  https,
  structured401,
  clientCredentials,
  bearerToken,
  metadata,
  openapiSecurity,
  selfServiceKeys,
  tokenExpiry,
  scopeRestriction,
  captcha,
];

interface Cause {
  summary: string;
  evidence: readonly string[];
}

/**
 * What calls for a fix: a signal that is partial, failing or silent, an anti-pattern that is present, a checklist item that is to do.
 * A checklist item does not call for it where the signal does not apply (an API with static keys needs no token endpoint), and what could
 * not be observed calls for nothing.
 */
function causesOf({ id, checklist, appliesTo, pointless }: FixDefinition, context: FixContext): Cause[] {
  const { findings, scored } = context;
  if (pointless?.(context)) return [];
  const own = signals.filter((s) => s.meta.fix === id).map((s): string => s.meta.id);
  const results = scored.signals.filter((s) => own.includes(s.id));
  const failing = results.filter(
    (s) => s.status === 'partial' || s.status === 'fail' || (s.status === 'unknown' && s.silent),
  );
  const traps = findings.antiPatterns.filter((a) => a.status === 'present' && a.fix === id);
  const todo = results.some((s) => s.status === 'n/a')
    ? []
    : findings.checklist.filter((item) => checklist.includes(item.id) && item.status === 'todo');
  if (appliesTo?.(context)) return outcomeCauses(id, context);
  // Trap, signal and checklist item often say the same; the most telling of them speaks.
  return [traps, failing, todo].find((causes) => causes.length > 0) ?? [];
}

/** Causes that are neither signal nor trap: the verdict speaks for an outcome, the cap's reason for plain HTTP. */
function outcomeCauses(id: FixDefinition['id'], { findings, subject }: FixContext): Cause[] {
  if (id === 'https')
    return findings.caps
      .filter((cap) => cap.id === 'plain-http')
      .map((cap) => ({ summary: `${cap.reason}.`, evidence: [] }));
  const walls =
    id === 'allow-scanner'
      ? subject.evidence.reach.walls
          .slice(0, 2)
          .map((wall) => ({ summary: `${wall.product} answered at ${wall.url}.`, evidence: wall.evidence }))
      : [];
  return [{ summary: findings.verdict.sentence, evidence: [] }, ...walls];
}

/** One finding per cause, once each, with the exchanges it rests on: at most four, and two details, of 400 characters each. */
function tell(causes: readonly Cause[], details: readonly string[]): string[] {
  const told = new Map<string, string>();
  for (const { summary, evidence } of causes) {
    const text = clean(summary, 340).replace(/^[a-z](?=[a-z ])(?!ttps?:)/, (first) => first.toUpperCase());
    const ids = evidence.filter((exchange) => /^[\w-]{1,20}$/.test(exchange)).slice(0, 3);
    // One sentence may serve several checklist items; the first one keeps its exchanges.
    if (!told.has(text))
      told.set(
        text,
        ids.length > 0
          ? `${text.replace(/\.$/, '')} (${ids.length === 1 ? 'exchange' : 'exchanges'} ${ids.join(', ')}).`
          : text,
      );
  }
  return [...[...told.values()].slice(0, 4), ...details.slice(0, 2).map((detail) => clean(detail, 400))];
}

/** Nothing to build on: what could not be reached or asked us to stay out gets no advice, and without an API there is one thing to do. */
function inPlay({ id }: FixDefinition, { findings: { outcome }, subject }: FixContext): boolean {
  if (outcome === 'unreachable' || outcome === 'refused') return false;
  // Behind a wall that hid everything there is nothing to advise on but the wall.
  if (outcome === 'blocked' && !subject.callable) return id === 'allow-scanner';
  return outcome !== 'no-api' || id === 'publish-api';
}

/** One fix for this target, with what it gains, what it opens, and what it needs beside it. */
function propose(definition: FixDefinition, due: readonly FixDefinition[], seen: string[], context: FixContext): Fix {
  const then = foresee([definition], context);
  const { built, product } = adviceFor(definition.id, definition.build(context), context);
  return toFix(definition, built, context.places, {
    seen,
    gain: pointsBetween(context.scored, then.scored),
    wall: opens(context.findings, then.findings),
    together: together(definition, then, due, context),
    product,
    framework: context.framework,
  });
}

/**
 * The fixes for a target: what takes away the wall that the walk draws first, then the rest, each by what it gains, then in registry order.
 * `exchanges` are the record of the scan, from which products and documents are read. Pure: no I/O, no clock. Every text is for the report:
 * values from the target stand inside the quotes of their language, and only http and https addresses are used.
 */
export function proposeFixes(
  subject: Case,
  findings: Findings,
  scored: Scored,
  exchanges: readonly Exchange[] = [],
): Fix[] {
  const traces = ownTraces(exchanges, subject);
  const products = recognise(traces);
  const framework = recogniseFramework(traces);
  const context: FixContext = {
    subject,
    findings,
    scored,
    places: readPlaces(subject),
    exchanges,
    products,
    framework,
  };
  const due = fixes
    .filter((definition) => inPlay(definition, context))
    .map((definition) => ({ definition, causes: causesOf(definition, context) }))
    .filter(({ causes }) => causes.length > 0);
  const all = due.map(({ definition }) => definition);
  return due
    .map(({ definition, causes }) =>
      propose(definition, all, tell(causes, definition.details?.(context) ?? []), context),
    )
    .sort((a, b) => Number(b.wall) - Number(a.wall) || b.gain - a.gain);
}

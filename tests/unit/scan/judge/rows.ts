/** Turns a table into tests: one per row, and one that the table leaves no rung of the ladder out. */
import { describe, expect, it } from 'vitest';
import { antiPatterns, signals } from '../../../../lib/scan/judge/index.ts';
import type { AntiPatternId, FlowResult, SignalId } from '../../../../lib/scan/schema/report.ts';
import { ladders, priceOf, type RungOf } from '../../../../lib/scan/dimensions/index.ts';
import type { Confidence, GrantId } from '../../../../lib/scan/types.ts';
import { facts, judged, type Given } from './facts.ts';

/** `silent`: looked and nothing published says it; `unobserved`: could not look (DESIGN §6). */
type Unpriced = 'silent' | 'unobserved' | 'n/a';

interface SignalRow<S extends SignalId> {
  name: string;
  given: Given;
  expect: RungOf<S> | Unpriced;
  confidence?: Confidence;
  cites?: string[];
  says?: RegExp;
}

/** Exchange ids that the row's facts speak of: no finding may cite another. */
function idsIn(given: Given): Set<string> {
  return new Set(
    JSON.stringify(facts(given))
      .match(/"x\d+"/g)
      ?.map((id) => id.slice(1, -1)),
  );
}

function checkWords({ summary, evidence }: { summary: string; evidence: string[] }, given: Given): void {
  expect(summary).toMatch(/^\S.*[.”]$/s);
  expect(summary).not.toMatch(/undefined|null|\[object|NaN/);
  expect([...idsIn(given)]).toEqual(expect.arrayContaining(evidence));
  expect(new Set(evidence).size).toBe(evidence.length);
}

/**
 * A table for one signal.
 * @param impossible the unpriced findings that this signal never gives, each with the reason
 */
export function signalTable<S extends SignalId>(
  id: S,
  rows: readonly SignalRow<S>[],
  impossible: Partial<Record<Unpriced, string>> = {},
): void {
  describe(`signal ${id}`, () => {
    it.each(rows.map((row) => [row.expect, row.name, row] as const))(
      '%s: %s',
      (expected, _name, { given, confidence, cites, says }) => {
        const found = judged(given).signals.find((s) => s.id === id);
        const meta = signals.find((s) => s.meta.id === id)?.meta;
        if (expected === 'n/a')
          expect(found).toMatchObject({ status: 'n/a', rung: null, silent: false, value: null, fix: null });
        else if (expected === 'silent')
          expect(found).toMatchObject({ status: 'unknown', rung: null, silent: true, value: 0, fix: meta?.fix });
        else if (expected === 'unobserved')
          expect(found).toMatchObject({ status: 'unknown', rung: null, silent: false, value: null, fix: meta?.fix });
        else {
          const { status, value } = priceOf(id, expected);
          expect(found).toMatchObject({
            status,
            rung: expected,
            silent: false,
            value,
            fix: status === 'pass' ? null : meta?.fix,
          });
        }
        if (!found) return;
        checkWords(found, given);
        if (confidence) expect(found.confidence).toBe(confidence);
        if (cites) expect(found.evidence).toEqual(cites);
        if (says) expect(found.summary).toMatch(says);
      },
    );

    it('has a row for every rung, and for every way of not knowing that it has', () => {
      const unpriced = (['silent', 'unobserved', 'n/a'] as const).filter((kind) => impossible[kind] === undefined);
      const wanted: string[] = [...Object.keys(ladders[id]), ...unpriced];
      expect([...new Set<string>(rows.map((row) => row.expect))].sort()).toEqual(wanted.sort());
    });

    it('asks in words that the methodology page can print', () => {
      const meta = signals.find((s) => s.meta.id === id)?.meta;
      expect(meta?.question).toMatch(/\?$/);
      expect(meta?.reads).toMatch(/\.$/);
      expect(meta?.blindSpot).toMatch(/\.$/);
      expect(meta?.spec.url).toMatch(/^https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d+\.html#/);
    });
  });
}

interface TrapRow {
  name: string;
  given: Given;
  expect: 'present' | 'absent' | 'unknown';
  confidence?: Confidence;
  cites?: string[];
  says?: RegExp;
  /** The words of the target that the finding shows. */
  quote?: string | null;
}

/** A table for one anti-pattern. A present trap shows its place: cited exchanges, or words of the target. */
export function trapTable(id: AntiPatternId, rows: readonly TrapRow[]): void {
  describe(`anti-pattern ${id}`, () => {
    it.each(rows.map((row) => [row.expect, row.name, row] as const))(
      '%s: %s',
      (expected, _name, { given, confidence, cites, says, quote }) => {
        const found = judged(given).antiPatterns.find((a) => a.id === id);
        const meta = antiPatterns.find((a) => a.meta.id === id)?.meta;
        expect(found).toMatchObject({ status: expected, fix: expected === 'present' ? meta?.fix : null });
        if (!found) return;
        checkWords(found, given);
        if (expected === 'present') expect(found.evidence).not.toEqual([]);
        if (confidence) expect(found.confidence).toBe(confidence);
        if (cites) expect(found.evidence).toEqual(cites);
        if (says) expect(found.summary).toMatch(says);
        if (quote !== undefined) expect(found.quote).toBe(quote);
      },
    );

    it('has rows for present, absent and unknown', () => {
      expect([...new Set(rows.map((row) => row.expect))].sort()).toEqual(['absent', 'present', 'unknown']);
    });
  });
}

interface FlowRow {
  name: string;
  given: Given;
  expect: FlowResult['offered'];
  verdict?: FlowResult['verdict'];
  confidence?: Confidence;
  cites?: string[];
  says?: RegExp;
}

/** A table for one grant. */
export function flowTable(id: GrantId, verdict: FlowResult['verdict'], rows: readonly FlowRow[]): void {
  describe(`flow ${id}`, () => {
    it.each(rows.map((row) => [row.expect, row.name, row] as const))(
      '%s: %s',
      (expected, _name, { given, verdict: own, confidence, cites, says }) => {
        const found = judged(given).flows.find((f) => f.id === id);
        expect(found).toMatchObject({ offered: expected, verdict: own ?? verdict });
        if (!found) return;
        checkWords(found, given);
        if (confidence) expect(found.confidence).toBe(confidence);
        if (cites) expect(found.evidence).toEqual(cites);
        if (says) expect(found.summary).toMatch(says);
      },
    );

    it('has rows for yes, no and unknown', () => {
      expect([...new Set(rows.map((row) => row.expect))].sort()).toEqual(['no', 'unknown', 'yes']);
    });
  });
}

/** A report: the answer on the first screen, everything that it rests on below (docs/design.md gives the order). */
import type { ReactNode } from 'react';
import type { Report } from '../../lib/scan/report/schema.ts';
import { stationsOf } from '../journey.ts';
import { Walk } from '../walk.tsx';
import { KeptWhen } from '../when.tsx';
import { AntiPatterns } from './anti-patterns.tsx';
import { Checklist } from './checklist.tsx';
import { Contradictions } from './contradictions.tsx';
import { Evidence } from './evidence.tsx';
import { Fixes } from './fixes.tsx';
import { Flows } from './flows.tsx';
import { Found, Measured } from './measured.tsx';
import { OutcomeAdvice } from './outcome.tsx';
import { ScoreFigure } from './score-figure.tsx';
import { Signals } from './signals.tsx';

interface ReportPageProps {
  report: Report;
  permalink: string;
  /** What reports are kept under, for its owner's request to take them down. */
  domain: string;
  /** The button that asks for another scan. */
  again: ReactNode;
  /** Said above the verdict when this is not the newest report. */
  notice?: ReactNode;
  history?: ReactNode;
}

export function ReportPage({ report, permalink, domain, again, notice, history }: ReportPageProps) {
  const scored = report.outcome === 'scored';
  const walked = report.outcome === 'scored' || report.outcome === 'blocked' || report.outcome === 'no-api';
  return (
    <article>
      <header className="pt-8 pb-12 sm:pt-12">
        <div className="grid items-center gap-x-6 gap-y-3 sm:grid-cols-[minmax(0,1fr)_auto]">
          <p className="flex flex-wrap items-baseline gap-x-4 text-sm text-soft">
            <span className="font-mono text-base break-all text-ink">{new URL(report.target.url).host}</span>
            <span>
              scanned <KeptWhen at={report.scan.finishedAt} />
            </span>
          </p>
          {again}
        </div>
        {notice}
        <div className="mt-6 grid gap-x-16 gap-y-9 lg:grid-cols-[minmax(0,1fr)_340px]">
          <h1 className="max-w-[28ch] text-2xl break-words sm:text-3xl">{report.verdict.sentence}</h1>
          <ScoreFigure score={report.score} />
        </div>
        {walked && (
          <div className="mt-12">
            <Walk stations={stationsOf(report.journey)} />
          </div>
        )}
      </header>
      <OutcomeAdvice report={report} />
      {scored && (
        <>
          <Fixes fixes={report.fixes} />
          <Signals signals={report.signals} />
          <Flows flows={report.flows} />
          <AntiPatterns antiPatterns={report.antiPatterns} />
          <Checklist items={report.checklist} />
          <Contradictions items={report.contradictions} />
          <Found report={report} />
        </>
      )}
      <Evidence report={report} />
      {history}
      <Measured report={report} permalink={permalink} domain={domain} />
    </article>
  );
}

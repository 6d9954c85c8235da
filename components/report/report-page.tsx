/** A report: the answer on the first screen, everything that it rests on below (docs/design.md gives the order). */
import type { ReactNode } from 'react';
import { hasFindings, type Report } from '../../lib/scan/schema/report.ts';
import { stationsOf } from '../journey.ts';
import type { DisputeMark } from '../../lib/admin/disputes.ts';
import { scoresOf, tierShown } from '../../lib/scan/schema/scores.ts';
import { Walk } from '../walk.tsx';
import { KeptWhen } from '../when.tsx';
import { AnswerWord } from './answer-word.tsx';
import { DisputeMarkOf } from './dispute.tsx';
import { Evidence } from './evidence.tsx';
import { Findings } from './findings.tsx';
import { Fixes } from './fixes.tsx';
import { Flows } from './flows.tsx';
import { Handshake } from './handshake.tsx';
import { Measured } from './measured.tsx';
import { OutcomeAdvice } from './outcome.tsx';
import { ReportNav } from './report-nav.tsx';
import { ScoreFigure } from './score-figure.tsx';

interface ReportPageProps {
  report: Report;
  permalink: string;
  /** What reports are kept under, for its owner's request to take them down. */
  domain: string;
  /** The buttons beside the name: share, scan again. */
  again: ReactNode;
  /** Said above the verdict when this is not the newest report. */
  notice?: ReactNode;
  /** What changed, earlier scans and other hosts, and how the navigation names them (`SectionLinks`). */
  history?: ReactNode;
  laterSections?: ReactNode;
  /** What readers say is wrong, by finding. */
  disputes?: readonly DisputeMark[];
}

const handshakeSection: readonly [string, string][] = [['handshake', 'The handshake']];

export function ReportPage({
  report,
  permalink,
  domain,
  again,
  notice,
  history,
  laterSections,
  disputes = [],
}: ReportPageProps) {
  const scored = report.outcome === 'scored';
  const walked = hasFindings(report) || report.outcome === 'no-api';
  const sections: [string, string][] = scored
    ? [
        ['fixes', 'What to fix first'],
        ['findings', 'Findings'],
        ['flows', 'Flows'],
      ]
    : [['advice', 'What to do']];
  return (
    <article className="report">
      <header className="pt-6 pb-8 sm:pt-8">
        <div className="grid items-center gap-x-6 gap-y-3 sm:grid-cols-[minmax(0,1fr)_auto]">
          <p className="flex flex-wrap items-baseline gap-x-4 text-sm text-soft">
            <span className="font-mono text-base break-all text-ink">{new URL(report.target.url).host}</span>
            {/* A line of its own on a phone: the script puts shorter words there, and nothing below may move. */}
            <span className="max-sm:w-full">
              scanned <KeptWhen at={report.scan.finishedAt} />
            </span>
          </p>
          {again}
        </div>
        {notice}
        <div className="mt-7 grid gap-x-16 gap-y-7 lg:grid-cols-[minmax(0,1fr)_340px]">
          <div>
            {report.answer && (
              <div className="flex flex-wrap items-end gap-x-3">
                <AnswerWord id={report.answer.id} />
                <span className="mb-4">
                  <DisputeMarkOf finding="answer" disputes={disputes} />
                </span>
              </div>
            )}
            <h1 className="max-w-[34ch] text-xl break-words sm:text-2xl">{report.verdict.sentence}</h1>
          </div>
          {scoresOf(report).map((score) => (
            <ScoreFigure key={score.id} score={score} tier={tierShown(report, score.tier)} />
          ))}
        </div>
        {walked && (
          <div className="mt-8">
            <Walk stations={stationsOf(report.journey)} />
          </div>
        )}
      </header>
      <ReportNav
        sections={[...(report.handshake ? handshakeSection : []), ...sections, ['evidence', 'Evidence']]}
        later={laterSections}
        last={['measured', 'How this was measured']}
      />
      <OutcomeAdvice report={report} at={permalink} />
      {report.handshake && <Handshake steps={report.handshake} />}
      {scored && (
        <>
          <Fixes fixes={report.fixes} at={permalink} />
          <Findings report={report} disputes={disputes} />
          <Flows report={report} disputes={disputes} />
        </>
      )}
      {history}
      <Evidence report={report} at={permalink} />
      <Measured report={report} permalink={permalink} domain={domain} />
    </article>
  );
}

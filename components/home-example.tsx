/** The first screen of the example report, drawn from the report itself. */
import type { Report } from '../lib/scan/schema/report.ts';
import { scoresOf, tierShown } from '../lib/scan/schema/scores.ts';
import { captionOf, stationsOf } from './journey.ts';
import { AnswerWord } from './report/answer-word.tsx';
import { ScoreFigure } from './report/score-figure.tsx';
import { Walk } from './walk.tsx';
import { count, effortWord } from './words.ts';

export function HomeExample({ report, href }: { report: Report; href: string }) {
  const [fix] = report.fixes;
  const stations = stationsOf(report.journey);
  return (
    <section aria-labelledby="example" className="pb-16">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id="example" className="text-xl">
          What a report looks like
        </h2>
        <p className="text-sm">
          <a href={href} className="link inline-block py-1">
            Open the whole example
          </a>
        </p>
      </div>
      <div className="rounded-sm border border-rule p-5 sm:p-8">
        <p className="flex flex-wrap items-baseline gap-x-4 text-sm text-soft">
          <span className="font-mono text-base break-all text-ink">{report.target.host}</span>
          <span>an invented business, really scanned</span>
        </p>
        <div className="mt-5 grid gap-x-16 gap-y-7 lg:grid-cols-[minmax(0,1fr)_340px]">
          <div>
            {report.answer && <AnswerWord id={report.answer.id} />}
            <p className="max-w-[34ch] font-serif text-xl sm:text-2xl">{report.verdict.sentence}</p>
          </div>
          {scoresOf(report).map((score) => (
            <ScoreFigure key={score.id} score={score} tier={tierShown(report, score.tier)} />
          ))}
        </div>
        <div className="mt-8">
          <Walk stations={stations} draw="once">
            <figcaption className="mt-5 max-w-prose text-sm text-soft">{captionOf(stations)}</figcaption>
          </Walk>
        </div>
        {fix && (
          <p className="mt-8 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-t border-hair pt-4">
            <span>
              <span className="text-soft">What to fix first: </span>
              <a href={`${href}#fix-${fix.id}`} className="link font-medium">
                {fix.title}
              </a>
            </span>
            <span className="num text-sm">
              {fix.gain > 0 && <span className="font-medium text-open">+{count(fix.gain, 'point')}</span>}
              {fix.gain > 0 && <span className="text-rule"> · </span>}
              <span className="text-soft">{effortWord[fix.effort]}</span>
            </span>
          </p>
        )}
      </div>
    </section>
  );
}

/** One fix of a report by itself, to hand to whoever makes it: what changes, and the files for their framework. */
import type { Report } from '../../lib/scan/schema/report.ts';
import { PageHead } from '../knowledge/page-head.tsx';
import { Prose } from '../prose.tsx';
import { KeptWhen } from '../when.tsx';
import { count, effortWord } from '../words.ts';
import { FixBody, ForAgent, type Placed } from './fix.tsx';

/** `report`: the one that the fix is of. */
export function FixPage({ report, ...placed }: Placed & { report: Report }) {
  const { fix, at } = placed;
  const { host } = new URL(report.target.url);
  return (
    <article className="max-w-4xl">
      <PageHead up={{ href: at, name: `The report on ${host}` }} title={fix.title} lead={<Prose text={fix.why} />}>
        {fix.gain > 0 && <span className="num font-medium text-open">+{count(fix.gain, 'point')}</span>}
        <span>{effortWord[fix.effort]}</span>
        <span>
          scanned <KeptWhen at={report.scan.finishedAt} />
        </span>
      </PageHead>
      <FixBody {...placed} />
      <ForAgent fix={fix} />
    </article>
  );
}

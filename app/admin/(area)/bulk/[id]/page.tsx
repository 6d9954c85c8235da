import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BulkBar, overOf, progressWords, standOf } from '@/components/admin/bulk-progress.tsx';
import { Confirm } from '@/components/admin/confirm.tsx';
import { Fresh } from '@/components/admin/fresh.tsx';
import { Pager } from '@/components/admin/pager.tsx';
import { Prose } from '@/components/prose.tsx';
import { Status, type Shape, type Tone } from '@/components/status.tsx';
import { When } from '@/components/when.tsx';
import { outcomeWord } from '@/components/words.ts';
import { bulkLines, bulkRun, type BulkLine } from '@/lib/admin/bulk.ts';
import { answerWords, answerIds } from '@/lib/scan/vocabulary.ts';
import { changeList, deleteList } from '../../../actions.ts';
import { requireOperator } from '../../../session.ts';
import { HeadRow } from '@/components/head-row.tsx';

export const metadata: Metadata = { title: 'List' };

const perPage = 100;

const words: Record<string, { shape: Shape; tone: Tone; word: string }> = {
  waiting: { shape: 'ring', tone: 'unknown', word: 'To come' },
  queued: { shape: 'ring', tone: 'unknown', word: 'In line' },
  running: { shape: 'half', tone: 'partly', word: 'Running' },
  done: { shape: 'full', tone: 'open', word: 'Done' },
  failed: { shape: 'barred', tone: 'wall', word: 'Failed' },
  refused: { shape: 'dash', tone: 'unknown', word: 'Refused' },
  gone: { shape: 'dash', tone: 'unknown', word: 'Deleted' },
};

/** What came of a line, in a few words. */
function result({ status, outcome, answer, problem }: BulkLine): string {
  if (status !== 'done') return problem ?? '';
  const id = answerIds.find((one) => one === answer);
  return outcome === 'scored' && id ? answerWords[id].word : outcomeWord(outcome);
}

export default async function List({ params, searchParams }: PageProps<'/admin/bulk/[id]'>) {
  await requireOperator();
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const run = await bulkRun(id);
  if (!run) notFound();
  const last = Math.max(1, Math.ceil(run.total / perPage));
  const page = Math.min(last, Math.max(1, Number.parseInt(String(search['page'] ?? '1'), 10) || 1));
  const lines = await bulkLines(run.id, { limit: perPage, skip: (page - 1) * perPage });
  const now = new Date();
  const over = run.waiting + run.underWay === 0;
  return (
    <div className="pt-8">
      {!over && <Fresh />}
      <p className="text-sm">
        <a href="/admin/bulk" className="link">
          All lists
        </a>
      </p>
      <h1 className="mt-3 text-2xl break-words">{run.name}</h1>
      <p className="num mt-3" role="status">
        {standOf(run)}: {overOf(run).toLocaleString('en')} of {run.total.toLocaleString('en')}
      </p>
      <div className="mt-2 max-w-3xl">
        <BulkBar run={run} />
      </div>
      <p className="mt-2 text-sm text-soft">
        {progressWords(run)} · {run.atOnce === 1 ? 'one scan at a time' : `${run.atOnce} scans at once`}
        {run.unlisted && ', unlisted'} · {run.createdBy}, <When at={run.createdAt} now={now} />
      </p>
      <div className="mt-5 flex flex-wrap items-start gap-2">
        <a href={`/api/admin/bulk/${run.id}`} download className="button-quiet">
          JSON lines
        </a>
        <a href={`/api/admin/bulk/${run.id}?format=csv`} download className="button-quiet">
          CSV
        </a>
        {!over && (
          <form action={changeList}>
            <input type="hidden" name="id" value={run.id} />
            <button type="submit" name="do" value={run.paused ? 'resume' : 'pause'} className="button-quiet">
              {run.paused ? 'Go on' : 'Pause'}
            </button>
          </form>
        )}
        <Confirm
          name="Delete"
          question="Delete this list? Reports that it has made stay; what has not been scanned will not be."
          yes="Delete it"
          action={deleteList}
        >
          <input type="hidden" name="id" value={run.id} />
        </Confirm>
      </div>
      <div
        className="relative -mx-5 mt-8 overflow-x-auto px-5 sm:mx-0 sm:px-0"
        tabIndex={0}
        role="region"
        aria-label="Lines of the list"
      >
        <table className="w-full text-left text-sm">
          <HeadRow
            columns={[{ name: 'Line', right: true }, 'Address', 'Status', 'Result', { name: 'D7', right: true }]}
          />
          <tbody>
            {lines.map((line) => (
              <tr key={line.line} className="border-b border-hair align-baseline">
                <td className="num py-2 pr-6 text-right text-soft">{line.line}</td>
                <th scope="row" className="max-w-96 min-w-44 py-2 pr-6 text-left font-normal [overflow-wrap:anywhere]">
                  {line.scanId === null ? (
                    line.input
                  ) : (
                    <a href={`/admin/scans/${line.scanId}`} className="link">
                      {line.input.replace(/^https:\/\//, '').replace(/\/$/, '')}
                    </a>
                  )}
                </th>
                <td className="py-2 pr-6 whitespace-nowrap">
                  <Status {...(words[line.status] ?? { shape: 'ring', tone: 'unknown', word: line.status })} />
                </td>
                <td className="max-w-80 min-w-28 py-2 pr-6 break-words text-soft">
                  <Prose text={result(line) || '–'} />
                </td>
                <td className="num py-2 text-right">{line.score ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager
        page={page}
        perPage={perPage}
        total={run.total}
        href={(to) => `/admin/bulk/${run.id}${to > 1 ? `?page=${to}` : ''}`}
        label="Pages of the list"
      />
    </div>
  );
}

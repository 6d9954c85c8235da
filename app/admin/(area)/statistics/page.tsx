import type { Metadata } from 'next';
import { HeadRow } from '@/components/head-row.tsx';
import { count, duration, size } from '@/components/words.ts';
import { Section } from '@/components/report/section.tsx';
import { dailyNumbers, enoughForMedian, recentTroubles, totals } from '@/lib/admin/statistics.ts';
import { requireOperator } from '../../session.ts';

export const metadata: Metadata = { title: 'Statistics' };

const days = 14;
const dayName = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
const whole = (value: number | null) => (value === null ? '–' : Math.round(value).toLocaleString('en'));
const took = (value: number | null) => (value === null ? '–' : duration(value));

/** What a median rests on. */
const basis = (scans: number, more = '') =>
  scans < enoughForMedian ? `from ${enoughForMedian} scans on, ${scans} so far` : `of ${count(scans, 'scan')}${more}`;

function Figure({ name, value, note }: { name: string; value: string; note?: string }) {
  return (
    <div>
      <dt className="text-xs text-soft">{name}</dt>
      <dd className="num mt-1 font-serif text-2xl">{value}</dd>
      {note && <dd className="text-xs text-soft">{note}</dd>}
    </div>
  );
}

/** A full bar stands for at least so many scans, so that a day with one does not look like a busy one. */
const leastFullBar = 10;

/** Asked and failed as one bar, nothing on a day without scans; the numbers beside it say the same. */
function Bar({ asked, failed, full }: { asked: number; failed: number; full: number }) {
  const of = (value: number) => `${(100 * value) / full}%`;
  return (
    <svg aria-hidden="true" width="100%" height={12} className="block">
      <rect width={of(asked)} height={12} className="fill-rule" />
      <rect width={of(failed)} height={12} className="fill-wall" />
    </svg>
  );
}

export default async function Statistics() {
  await requireOperator();
  const [rows, all, troubles] = await Promise.all([dailyNumbers(days), totals(), recentTroubles()]);
  const today = rows[0];
  const full = Math.max(leastFullBar, ...rows.map(({ asked }) => asked));
  return (
    <div className="pt-8">
      <h1 className="text-3xl">Statistics</h1>
      {today && (
        <dl className="mt-6 flex flex-wrap gap-x-12 gap-y-4">
          <Figure
            name="Scans today"
            value={today.asked.toLocaleString('en')}
            note={`${today.done.toLocaleString('en')} done`}
          />
          <Figure name="Failed today" value={today.failed.toLocaleString('en')} />
          <Figure
            name="Median time"
            value={took(today.medianMs)}
            note={basis(today.done, today.medianWaitMs === null ? '' : `, after ${took(today.medianWaitMs)} in line`)}
          />
          <Figure name="Median requests" value={whole(today.medianRequests)} note={basis(today.done)} />
          <Figure name="Median D7" value={whole(today.medianScore)} note={basis(today.scored)} />
        </dl>
      )}
      <div className="mt-10">
        <Section
          id="days"
          title="Two weeks"
          note={`Days in UTC, by when a scan was asked for. A full bar is ${full.toLocaleString('en')} scans. Time, wait and D7 are medians, shown from ${enoughForMedian} scans on; the numbers of scans behind them stand beside them.`}
        >
          <div
            className="relative -mx-5 overflow-x-auto px-5 sm:mx-0 sm:px-0"
            tabIndex={0}
            role="region"
            aria-label="Day by day"
          >
            <table className="-mt-2 w-full text-left text-sm">
              <HeadRow
                columns={[
                  'Day',
                  { name: 'As a bar', unseen: true },
                  ...['Scans', 'Failed', 'Done', 'Time', 'In line', 'Scored', 'D7'].map(
                    (name) => ({ name, right: true }) as const,
                  ),
                ]}
                gap="pr-6"
              />
              <tbody className="num">
                {rows.map((row) => (
                  <tr key={row.day} className="border-b border-hair">
                    <th scope="row" className="py-2 pr-6 text-left font-normal whitespace-nowrap">
                      <time dateTime={row.day}>{dayName.format(new Date(row.day))}</time>
                    </th>
                    <td className="w-1/3 min-w-32 py-2 pr-6">
                      <Bar asked={row.asked} failed={row.failed} full={full} />
                    </td>
                    <td className="py-2 pr-6 text-right">{row.asked.toLocaleString('en')}</td>
                    <td className={`py-2 pr-6 text-right ${row.failed > 0 ? 'text-wall' : 'text-soft'}`}>
                      {row.failed.toLocaleString('en')}
                    </td>
                    <td className="py-2 pr-6 text-right">{row.done.toLocaleString('en')}</td>
                    <td className="py-2 pr-6 text-right whitespace-nowrap text-soft">{took(row.medianMs)}</td>
                    <td className="py-2 pr-6 text-right whitespace-nowrap text-soft">{took(row.medianWaitMs)}</td>
                    <td className="py-2 pr-6 text-right">{row.scored.toLocaleString('en')}</td>
                    <td className="py-2 text-right text-soft">{whole(row.medianScore)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Section>
        <Section id="troubles" title="Without a score" note="Scans that ended this way in the last 24 hours.">
          {troubles.length === 0 ? (
            <p className="text-soft">None.</p>
          ) : (
            <ul className="-mt-2 text-sm">
              {troubles.map(({ what, count: times }) => (
                <li key={what} className="flex justify-between gap-6 border-b border-hair py-2">
                  <code className="text-xs leading-6">{what}</code>
                  <span className="num">{times.toLocaleString('en')}</span>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section id="stored" title="Stored">
          <dl className="flex flex-wrap gap-x-12 gap-y-4">
            <Figure name="Sites" value={all.sites.toLocaleString('en')} note={count(all.hidden, 'hidden site')} />
            <Figure
              name="Scans"
              value={all.scans.toLocaleString('en')}
              note={`${all.unlisted.toLocaleString('en')} unlisted`}
            />
            <Figure name="On disk" value={size(all.bytes)} />
          </dl>
        </Section>
      </div>
    </div>
  );
}

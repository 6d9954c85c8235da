/** Scans in rows, with what may be done to each. */
import type { AdminScan } from '../../lib/admin/scans.ts';
import { When } from '../when.tsx';
import { duration } from '../words.ts';
import { ActionForm, type AnsweringAction } from './action-form.tsx';
import { endOfScan, ScanStatus } from './scan-status.tsx';
import { HeadRow } from '../head-row.tsx';

type Action = AnsweringAction;

function Do({
  id,
  what,
  name,
  about,
  action,
}: {
  id: string;
  what: 'retry' | 'cancel';
  name: string;
  about: string;
  action: Action;
}) {
  return (
    <ActionForm action={action}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="do" value={what} />
      <button type="submit" className="button-quiet">
        {name}
        <span className="sr-only"> {about}</span>
      </button>
    </ActionForm>
  );
}

/** Retry or cancel, whichever fits. A verified scan cannot be retried: its credential is gone. */
export function ScanActions({
  scan,
  action,
}: {
  scan: Pick<AdminScan, 'id' | 'status' | 'domain' | 'mode'>;
  action: Action;
}) {
  const about = `the scan of ${scan.domain}`;
  if (scan.status === 'failed' && scan.mode === 'verified') return null;
  if (scan.status === 'failed') return <Do id={scan.id} what="retry" name="Retry" about={about} action={action} />;
  return scan.status === 'done' ? null : <Do id={scan.id} what="cancel" name="Cancel" about={about} action={action} />;
}

const short = (url: string) => url.replace(/^https?:\/\//, '').replace(/\/$/, '');

export function ScanTable({
  rows,
  now,
  action,
  label,
}: {
  rows: readonly AdminScan[];
  now: Date;
  action: Action;
  label: string;
}) {
  return (
    <div
      className="relative -mx-5 mt-4 overflow-x-auto px-5 sm:mx-0 sm:px-0"
      tabIndex={0}
      role="region"
      aria-label={`${label}, table`}
    >
      <table className="w-full text-left text-sm">
        <HeadRow
          columns={[
            'Target',
            'Status',
            'Result',
            { name: 'D7', right: true },
            { name: 'Took', right: true },
            { name: 'Tries', right: true },
            'Asked',
            'Actions',
          ]}
        />
        <tbody>
          {rows.map((scan) => (
            <tr key={scan.id} className="border-b border-hair align-middle">
              <th scope="row" className="max-w-80 min-w-44 py-2.5 pr-6 text-left font-normal">
                <a
                  href={`/admin/scans/${scan.id}`}
                  className="link line-clamp-2 font-medium break-all"
                  title={scan.targetUrl}
                >
                  {short(scan.targetUrl)}
                </a>
                {scan.unlisted && <span className="block text-xs text-soft">Unlisted</span>}
              </th>
              <td className="py-2.5 pr-6">
                <ScanStatus scan={scan} />
              </td>
              <td className="max-w-48 min-w-28 py-2.5 pr-6 text-soft">{endOfScan(scan) || '–'}</td>
              <td className="num py-2.5 pr-6 text-right">{scan.d7 ?? '–'}</td>
              <td className="num py-2.5 pr-6 text-right whitespace-nowrap text-soft">
                {scan.durationMs === null ? '–' : duration(scan.durationMs)}
              </td>
              <td className="num py-2.5 pr-6 text-right text-soft">{scan.attempts}</td>
              <td className="py-2.5 pr-6 whitespace-nowrap text-soft">
                <When at={scan.createdAt} now={now} />
              </td>
              <td className="py-1.5">
                <ScanActions scan={scan} action={action} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import type { Metadata } from 'next';
import { Pager } from '@/components/admin/pager.tsx';
import { stamp } from '@/components/times.ts';
import { auditActions, auditLog, type AuditAction, type AuditRow } from '@/lib/admin/audit.ts';
import { requireOperator } from '../../session.ts';
import { HeadRow } from '@/components/head-row.tsx';

export const metadata: Metadata = { title: 'Audit log' };

const perPage = 100;

/** What was done, as the end of a sentence that begins with who did it. */
function deed({ action, subject, actor }: AuditRow): string {
  const verb = Object.hasOwn(auditActions, action) ? auditActions[action as AuditAction] : action;
  return subject === actor && /^(login|logout)/.test(action) ? verb : `${verb} ${subject}`;
}

const details = (detail: AuditRow['detail']) =>
  detail !== null && typeof detail === 'object' && !Array.isArray(detail)
    ? Object.entries(detail)
        .filter(([, value]) => value !== '')
        .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join(', ')
    : '';

export default async function AuditLog({ searchParams }: PageProps<'/admin/audit'>) {
  await requireOperator();
  const given = Number((await searchParams).page);
  const page = Number.isInteger(given) && given >= 1 && given <= 100_000 ? given : 1;
  const { rows, total } = await auditLog({ page, perPage });
  return (
    <div className="pt-8">
      <h1 className="text-3xl">Audit log</h1>
      <p className="mt-3 max-w-prose text-soft">
        Who did what, when, on what. Nothing here can be changed from the site.
      </p>
      <div
        className="relative -mx-5 mt-6 overflow-x-auto px-5 sm:mx-0 sm:px-0"
        tabIndex={0}
        role="region"
        aria-label="Audit log"
      >
        <table className="w-full text-left text-sm">
          <HeadRow columns={['When', 'Who', 'What']} />
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className="border-b border-hair align-baseline">
                <td className="num py-2 pr-6 whitespace-nowrap text-soft">
                  <time dateTime={row.at.toISOString()}>{stamp(row.at)}</time>
                </td>
                <td className="max-w-56 py-2 pr-6 break-all">{row.actor}</td>
                <td className="min-w-56 py-2 break-words">
                  {deed(row)}
                  {details(row.detail) !== '' && <span className="text-soft"> ({details(row.detail)})</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager
        page={page}
        perPage={perPage}
        total={total}
        href={(to) => `/admin/audit?page=${to}`}
        label="Pages of the audit log"
      />
    </div>
  );
}

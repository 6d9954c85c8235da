'use client';
/** The operator's pages, as a line of links under the site's own header. */
import { usePathname } from 'next/navigation';

const pages = [
  ['/admin/leaderboard', 'Leaderboard'],
  ['/admin/scans', 'Scans'],
  ['/admin/bulk', 'Bulk'],
  ['/admin/disputes', 'Disputes'],
  ['/admin/statistics', 'Statistics'],
  ['/admin/blocklist', 'Blocklist'],
  ['/admin/limits', 'Limits'],
  ['/admin/settings', 'Site'],
  ['/admin/operators', 'Operators'],
  ['/admin/audit', 'Audit log'],
] as const;

/** `waiting`: what waits for an operator, by page: how many, and what they are. */
export function AreaNav({ waiting }: { waiting: Readonly<Record<string, { count: number; what: string }>> }) {
  const here = usePathname() ?? '';
  return (
    <nav aria-label="Operator" className="min-w-0">
      <ul className="flex flex-wrap gap-x-6">
        {pages.map(([href, name]) => {
          const current = here === href || here.startsWith(`${href}/`);
          return (
            <li key={href}>
              <a
                href={href}
                aria-current={current ? 'page' : undefined}
                className={`-mb-px block border-b-2 py-2 text-sm ${current ? 'border-ink font-medium' : 'border-transparent text-soft hover:text-ink'}`}
              >
                {name}
                {(waiting[href]?.count ?? 0) > 0 && (
                  <span className="num ml-1.5 rounded-sm bg-ink px-1.5 py-px text-xs text-paper">
                    {waiting[href]?.count}
                    <span className="sr-only"> {waiting[href]?.what}</span>
                  </span>
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

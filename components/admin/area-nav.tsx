'use client';
/** The operator's pages, as a line of links under the site's own header. */
import { usePathname } from 'next/navigation';

const pages = [
  ['/admin/leaderboard', 'Leaderboard'],
  ['/admin/scans', 'Scans'],
  ['/admin/statistics', 'Statistics'],
  ['/admin/blocklist', 'Blocklist'],
  ['/admin/limits', 'Limits'],
  ['/admin/settings', 'Site'],
  ['/admin/operators', 'Operators'],
  ['/admin/audit', 'Audit log'],
] as const;

export function AreaNav() {
  const here = usePathname() ?? '';
  return (
    <nav aria-label="Operator" className="min-w-0">
      <ul className="flex flex-wrap gap-x-6">
        {pages.map(([href, name]) => {
          const current = here === href || here.startsWith(`${href}/`);
          return (
            <li key={href}>
              <a href={href} aria-current={current ? 'page' : undefined} className={`-mb-px block border-b-2 py-2 text-sm ${current ? 'border-ink font-medium' : 'border-transparent text-soft hover:text-ink'}`}>{name}</a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

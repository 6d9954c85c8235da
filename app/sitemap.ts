import type { MetadataRoute } from 'next';
import { paths } from '@/components/knowledge/catalogue.ts';
import { guidePaths } from '@/components/knowledge/fix-guide.tsx';
import { namePath } from '@/lib/addresses.ts';
import { listedDomains } from '@/lib/listed.ts';
import { siteOrigin } from './site-origin.ts';

// Made on request: the build has no database.
export const dynamic = 'force-dynamic';

/** sitemaps.org: at most 50,000 addresses in one file. */
const mostReports = 45_000;

const pages = ['/', '/bot', '/developers', '/keys', ...paths, ...guidePaths()];

/** Our own pages, and the newest report of each domain that is listed. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = siteOrigin();
  const reports = await listedDomains(mostReports);
  return [
    ...pages.map((path) => ({ url: origin + path })),
    ...reports.map(({ domain, finishedAt }) => ({
      url: origin + namePath(domain),
      lastModified: finishedAt,
    })),
  ];
}

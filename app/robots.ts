import type { MetadataRoute } from 'next';
import { siteOrigin } from './site-origin.ts';

// SITE_URL is known when the server runs, not when it is built.
export const dynamic = 'force-dynamic';

/** Running scans and the operator's area lead nowhere; reports that are not listed say so themselves, and listing them here would name them. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/admin', '/scan/', '/removal'] },
    sitemap: `${siteOrigin()}/sitemap.xml`,
  };
}

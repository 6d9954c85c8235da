import { settings } from '@/lib/settings.ts';

/** The site's public origin, without a slash at the end; without SITE_URL the local address, as its meaning says. */
export function siteOrigin(): string {
  const { siteUrl, port } = settings();
  return siteUrl ?? `http://127.0.0.1:${port}`;
}

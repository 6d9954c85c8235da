/**
 * Addresses in sentences, shortened to what differs: those of the scanned host to their path, others by the scheme. The whole one is on
 * hover, in every copied line of curl and in the report's JSON.
 */
import { originOf } from '../../lib/scan/judge/origin.ts';
import type { Report } from '../../lib/scan/schema/report.ts';
import { Prose } from '../prose.tsx';

/** The origin that most addresses of a report have in common: that of its API, else of the site. */
export function homeOf({ surface, target }: Pick<Report, 'surface' | 'target'>): string {
  return originOf(surface.apiBases[0]?.url ?? target.url);
}

const address = /(https?:\/\/[^\s"'<>`]*[^\s"'<>`.,;:!?)\]}])/;

/** `https://api.example.com/oauth/token` as `/oauth/token` where `home` is that host, else as `login.example.com/oauth/token`. */
export function shortAddress(url: string, home: string): string {
  const path = url.startsWith(`${home}/`) ? url.slice(home.length) : '';
  return path.length > 1 ? path : url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

/** A sentence of a report. */
export function Short({ text, home }: { text: string; home: string }) {
  return text.split(address).map((part, index) => {
    const key = `${index}${part}`;
    // Every second part is an address.
    if (index % 2 === 0) return <Prose key={key} text={part} />;
    return (
      <span key={key} title={part} className="font-mono text-[0.88em] [overflow-wrap:anywhere]">
        {shortAddress(part, home)}
      </span>
    );
  });
}

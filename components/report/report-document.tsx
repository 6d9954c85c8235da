/** What the head of a document without the framework's scripts says. */
import type { Fix, Report } from '../../lib/scan/schema/report.ts';
import { headlineOf } from '../../lib/scan/schema/scores.ts';
import type { ShownReport } from './report-body.tsx';

export interface DocumentHead {
  title: string;
  description: string;
  /** Absolute addresses of the page and of its picture. */
  address: string;
  picture: string;
  indexed: boolean;
  /** The site's own page: its title names the site, and it is no article. */
  front?: boolean;
}

/** Title and description for tabs, search engines and previews. */
export function aboutReport(report: Report): Pick<DocumentHead, 'title' | 'description'> {
  const headline = headlineOf(report);
  const { host } = new URL(report.target.url);
  if (report.scan.mode === 'example')
    return {
      title: 'An example report',
      description: `What a report looks like, of an invented business. ${report.verdict.sentence}`,
    };
  return {
    title: headline === null ? host : `${host}: ${headline.value} of 100`,
    description: report.verdict.sentence,
  };
}

const pictureOf = (origin: string, { mode, id }: Pick<Report['scan'], 'mode' | 'id'>): string =>
  `${origin}/og/${mode === 'example' ? mode : id}.png`;

/** What the head says of a report. */
export function headOf({ summary, origin, canonical, indexed }: ShownReport): DocumentHead {
  const { title, description } = summary;
  return { title, description, address: origin + canonical, picture: pictureOf(origin, summary), indexed };
}

/** What the head says of a page below a report, which is for whoever was given its address. `at`: the address of the report. */
export function headBelow(
  { target, scan }: Report,
  at: string,
  path: string,
  { title, why }: Pick<Fix, 'title' | 'why'>,
): DocumentHead {
  return {
    title: `${title} · ${target.host}`,
    description: why,
    address: `${at}/${path}`,
    picture: pictureOf(new URL(at).origin, scan),
    indexed: false,
  };
}

/** What search engines and messengers show of a report. */
function ShareTags({
  head: { title, description, address, picture, front },
  siteName,
}: {
  head: DocumentHead;
  siteName: string;
}) {
  const properties = {
    'og:title': title,
    'og:description': description,
    'og:type': front ? 'website' : 'article',
    'og:site_name': siteName,
    'og:url': address,
    'og:image': picture,
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': description,
  };
  return (
    <>
      <meta name="description" content={description} />
      {Object.entries(properties).map(([property, content]) => (
        <meta key={property} property={property} content={content} />
      ))}
      <link rel="canonical" href={address} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

/** What the head of one document says; `head` is null while the database cannot be reached. */
export function HeadTags({ head, siteName }: { head: DocumentHead | null; siteName: string }) {
  return (
    <>
      <title>{head?.front ? head.title : `${head?.title ?? 'Back in a moment'} · ${siteName}`}</title>
      <meta name="robots" content={head?.indexed ? 'index, follow' : 'noindex'} />
      {head && <ShareTags head={head} siteName={siteName} />}
    </>
  );
}

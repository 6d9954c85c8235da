/** A report as a whole document: what its head says, and the page that its body goes into. */
import Head from 'next/head';
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
}

/** Title and description for tabs, search engines and previews. */
function aboutReport(report: Report): Pick<DocumentHead, 'title' | 'description'> {
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

const pictureOf = (origin: string, { mode, id }: Report['scan']): string =>
  `${origin}/og/${mode === 'example' ? mode : id}.png`;

/** What the head says of a report. */
export function headOf({ report, origin, canonical, indexed }: ShownReport): DocumentHead {
  return {
    ...aboutReport(report),
    address: origin + canonical,
    picture: pictureOf(origin, report.scan),
    indexed,
  };
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
  head: { title, description, address, picture },
  siteName,
}: {
  head: DocumentHead;
  siteName: string;
}) {
  const properties = {
    'og:title': title,
    'og:description': description,
    'og:type': 'article',
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
      <title>{`${head?.title ?? 'Back in a moment'} · ${siteName}`}</title>
      <meta name="robots" content={head?.indexed ? 'index, follow' : 'noindex'} />
      {head && <ShareTags head={head} siteName={siteName} />}
    </>
  );
}

/** Where the head and the body of a document go in what Next draws around it. */
export const headMark = 'head of the document';
export const bodyMark = '<!--body of the document-->';

/** The page around documents, the same for all; app/report-cache.ts puts each into it. */
export function ReportDocument() {
  return (
    <>
      <Head>
        <title>{headMark}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta key="light" name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf7" />
        <meta key="dark" name="theme-color" media="(prefers-color-scheme: dark)" content="#15140f" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" sizes="any" />
      </Head>
      {/* Markup that React has made: whatever a target sent is escaped in it. */}
      <div className="contents" dangerouslySetInnerHTML={{ __html: bodyMark }} />
    </>
  );
}

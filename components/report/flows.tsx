/** Each OAuth grant: whether the target offers it, and what it asks of people. */
import type { FlowResult } from '../../lib/scan/report/schema.ts';
import { Status, type Tone } from '../status.tsx';
import { flowName, flowVerdict, offered } from '../words.ts';
import { Basis } from './cite.tsx';
import { Section } from './section.tsx';

const tone: Record<Tone, string> = { open: 'text-open', partly: 'text-partly', wall: 'text-wall', unknown: 'text-unknown' };

const order = { yes: 0, no: 1, unknown: 2 };

export function Flows({ flows }: { flows: readonly FlowResult[] }) {
  const sorted = flows.toSorted((a, b) => order[a.offered] - order[b.offered]);
  return (
    <Section id="flows" title="Flows" note="The OAuth grants that an agent could meet, and what each one asks of people.">
      <table className="-mt-3 w-full text-left max-md:block">
        <thead className="max-md:sr-only">
          <tr className="border-b border-rule text-xs text-soft">
            <th scope="col" className="py-2 pr-5 font-normal">Grant</th>
            <th scope="col" className="py-2 pr-5 font-normal">Here</th>
            <th scope="col" className="py-2 pr-5 font-normal">For an agent</th>
            <th scope="col" className="py-2 font-normal">What was seen</th>
          </tr>
        </thead>
        <tbody className="max-md:block">
          {sorted.map((flow) => {
            const verdict = flowVerdict[flow.verdict];
            const shown = flow.offered === 'yes' ? tone[verdict.tone] : 'text-soft';
            return (
              <tr key={flow.id} id={`flow-${flow.id}`} className="border-b border-hair align-top max-md:block max-md:py-4 max-md:align-baseline">
                <th scope="row" className="py-3.5 pr-5 font-medium max-md:block max-md:p-0">
                  {flowName[flow.id]}
                  <code className="block text-xs font-normal text-soft">{flow.id}</code>
                </th>
                <td className="py-3.5 pr-5 max-md:mt-1 max-md:inline-block max-md:p-0 max-md:pr-4"><Status {...offered[flow.offered]} /></td>
                <td className={`py-3.5 pr-5 text-sm whitespace-nowrap max-md:inline-block max-md:p-0 ${shown}`}>{verdict.word}</td>
                <td className="max-w-[26rem] py-3.5 text-sm text-soft max-md:mt-1 max-md:block max-md:p-0">
                  {flow.offered === 'unknown' && flow.evidence.length === 0 ? 'Nothing seen.' : flow.summary}
                  {(flow.offered !== 'unknown' || flow.evidence.length > 0) && <Basis confidence={flow.confidence} evidence={flow.evidence} />}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}

/** Each OAuth grant on one line: whether the target offers it, and what it asks of people. Those not offered are folded. */
import type { FlowResult, Report } from '../../lib/scan/schema/report.ts';
import type { DisputeMark } from '../../lib/admin/disputes.ts';
import { count, flowName, flowVerdict, offered } from '../words.ts';
import type { Tone } from '../status.tsx';
import { Basis } from './cite.tsx';
import { DisputeFoot, DisputeMarkOf } from './dispute.tsx';
import { Folded, Row } from './row.tsx';
import { Section } from './section.tsx';
import { homeOf, Short } from './short.tsx';

const tone: Record<Tone, string> = {
  open: 'text-open',
  partly: 'text-partly',
  wall: 'text-wall',
  unknown: 'text-unknown',
};

interface Parts {
  report: Report;
  /** What readers say is wrong, by finding. */
  disputes: readonly DisputeMark[];
}

function FlowRow({ flow, report, disputes }: Parts & { flow: FlowResult }) {
  const home = homeOf(report);
  const id = `flow-${flow.id}`;
  const verdict = flowVerdict[flow.verdict];
  const seen = flow.offered !== 'unknown' || flow.evidence.length > 0;
  return (
    <Row
      id={id}
      status={offered[flow.offered]}
      title={
        <>
          {flowName[flow.id]} <code className="ml-1 text-xs text-soft max-sm:hidden">{flow.id}</code>
          <DisputeMarkOf finding={id} disputes={disputes} />
        </>
      }
      end={<span className={flow.offered === 'yes' ? tone[verdict.tone] : 'text-soft'}>{verdict.word}</span>}
    >
      <p>{seen ? <Short text={flow.summary} home={home} /> : 'Nothing seen.'}</p>
      {seen && <Basis confidence={flow.confidence} evidence={flow.evidence} />}
      <DisputeFoot finding={id} scan={report.scan} disputes={disputes} />
    </Row>
  );
}

export function Flows(parts: Parts) {
  const { report } = parts;
  const those = (state: FlowResult['offered']) => report.flows.filter((flow) => flow.offered === state);
  const rows = (flows: readonly FlowResult[]) => flows.map((flow) => <FlowRow key={flow.id} flow={flow} {...parts} />);
  const [yes, no, unknown] = [those('yes'), those('no'), those('unknown')];
  return (
    <Section id="flows" title="Flows" note="The OAuth grants, and what each one asks of people.">
      <div className="border-t border-hair">
        {rows(yes)}
        {no.length > 0 && <Folded label={`${count(no.length, 'grant')} not offered`}>{rows(no)}</Folded>}
        {unknown.length > 0 && (
          <Folded label={`${count(unknown.length, 'grant')} about which nothing is published`}>{rows(unknown)}</Folded>
        )}
      </div>
    </Section>
  );
}

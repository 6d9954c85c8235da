/** What a flow asks of people, in the words and colours of reports. */
import { verdictsOf } from '../../content/example.ts';
import type { Flow } from '../../lib/scan/judge/flows.ts';
import { flowVerdict } from '../words.ts';
import type { Tone } from '../status.tsx';

const tone: Record<Tone, string> = {
  open: 'text-open',
  partly: 'text-partly',
  wall: 'text-wall',
  unknown: 'text-unknown',
};

/** One verdict, or two where it depends on what the server offers beside it. */
export function Asks({ flow }: { flow: Flow }) {
  return verdictsOf(flow).map((verdict, index) => (
    <span key={verdict}>
      {index > 0 && <span className="text-soft"> or </span>}
      <span className={`font-medium ${tone[flowVerdict[verdict].tone]}`}>
        {index === 0 ? flowVerdict[verdict].word : lowered(flowVerdict[verdict].word)}
      </span>
    </span>
  ));
}

const lowered = (word: string) => word[0]?.toLowerCase() + word.slice(1);

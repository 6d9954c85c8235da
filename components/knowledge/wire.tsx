/** Messages and commands, set as they are typed or sent. */
import type { Sample } from '../../content/types.ts';
import { StatusShape, type Shape } from '../status.tsx';

const look: Record<Sample['tone'], { className: string; shape: Shape | null }> = {
  open: { className: 'text-open', shape: 'full' },
  partly: { className: 'text-partly', shape: 'half' },
  wall: { className: 'text-wall', shape: 'barred' },
  plain: { className: 'text-soft', shape: null },
};

const mark = '» ';

/** A message with its margin marks. What carries a mark is what the text beside it is about. */
export function Wire({ sample }: { sample: Sample }) {
  const { className, shape } = look[sample.tone];
  const lines = sample.text
    .split('\n')
    .map((line) => ({ marked: line.startsWith(mark), text: line.startsWith(mark) ? line.slice(mark.length) : line }));
  return (
    <div className="min-w-0">
      <p className={`mb-1.5 flex items-center gap-2 text-sm font-medium ${className}`}>
        {shape && <StatusShape shape={shape} />}
        {sample.label}
      </p>
      <div className="wire">
        <pre aria-hidden="true" className="numbers">
          {lines.map((_, index) => index + 1).join('\n')}
        </pre>
        <pre aria-hidden="true" className="marks">
          {lines.map(({ marked }) => (marked ? '|' : ' ')).join('\n')}
        </pre>
        {/* Long lines scroll sideways; the keyboard has to reach that too. */}
        <pre className="text" tabIndex={0} role="group" aria-label={sample.label}>
          {lines.map(({ text }) => text).join('\n')}
        </pre>
      </div>
    </div>
  );
}

/** Letters that fit into half of the page. */
const halfWidth = 42;

/** Messages one above the other; two short ones side by side, where there is room. */
export function Wires({ samples }: { samples: readonly Sample[] }) {
  const beside =
    samples.length === 2 && samples.every(({ text }) => text.split('\n').every((line) => line.length <= halfWidth));
  return (
    <div className={`grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-6 ${beside ? 'xl:grid-cols-2' : 'max-w-[46rem]'}`}>
      {samples.map((sample) => (
        <Wire key={sample.label} sample={sample} />
      ))}
    </div>
  );
}

/** Something to paste, with its button. Commands wrap, so that none is cut off; code and files keep their lines. A fold above code names it. */
export function Copyable({
  title,
  text,
  kind = 'command',
}: {
  title: string;
  text: string;
  kind?: 'command' | 'code' | 'file';
}) {
  return (
    <div className="min-w-0" data-copied="">
      <div className="mb-1.5 flex items-end justify-between gap-4">
        <p className="text-xs text-soft">{kind !== 'code' && title}</p>
        <button type="button" data-copy="" aria-label={`Copy: ${title}`} className="button-quiet">
          Copy
        </button>
      </div>
      <pre
        tabIndex={0}
        role="group"
        aria-label={title}
        className={`overflow-auto rounded-sm border border-hair bg-sheet p-3 text-xs leading-relaxed ${kind === 'command' ? 'wrap-anywhere whitespace-pre-wrap' : 'max-h-[32rem]'}`}
      >
        {text}
      </pre>
    </div>
  );
}

/**
 * A flow as messages between lanes, in the manner of the walk: the agent's lane is solid while it acts, has a wall where a person is needed,
 * and is dotted while it can only wait. Coordinates are per cent of the width and pixels of height, so that letters keep their size.
 */
import type { FlowArticle } from '../../content/types.ts';

const top = 44;
const row = 46;
const reach = 6;

const centreOf = (lane: number, lanes: number) => ((lane + 0.5) / lanes) * 100;

export function FlowDrawing({ flow, name }: { flow: FlowArticle; name: string }) {
  const { lanes, steps, agent, waits } = flow;
  const at = (lane: number) => centreOf(lane, lanes.length);
  const y = (step: number) => top + 34 + step * row;
  const bottom = y(steps.length - 1) + 26;
  // The agent acts until the message that asks for a person has gone out, and again from the first one that reaches it afterwards.
  const wallAt = waits ? y(waits[0]) + 16 : null;
  const goesOn = waits ? y(waits[1]) : null;
  return (
    <figure className="my-0">
      <svg
        role="img"
        aria-label={altOf(flow, name)}
        width="100%"
        height={bottom + 6}
        className="max-w-2xl overflow-visible"
      >
        {lanes.map((lane, index) => (
          <g key={lane.name}>
            <text
              x={`${at(index)}%`}
              y={18}
              textAnchor="middle"
              className={`text-sm font-medium ${lane.person ? 'fill-wall' : 'fill-ink'}`}
            >
              {lane.name}
            </text>
            {index !== agent && (
              <line
                x1={`${at(index)}%`}
                x2={`${at(index)}%`}
                y1={top - 12}
                y2={bottom}
                strokeWidth={1}
                className={lane.person ? 'stroke-wall' : 'stroke-rule'}
              />
            )}
          </g>
        ))}
        <AgentLane x={at(agent)} from={top - 12} wallAt={wallAt} goesOn={goesOn} bottom={bottom} />
        {steps.map((step, index) => (
          <Arrow
            key={step.says}
            from={at(step.from)}
            to={at(step.to)}
            y={y(index)}
            label={step.label}
            person={Boolean(lanes[step.from]?.person) || Boolean(lanes[step.to]?.person)}
            last={index === steps.length - 1 && step.to === agent}
          />
        ))}
      </svg>
    </figure>
  );
}

function AgentLane({
  x,
  from,
  wallAt,
  goesOn,
  bottom,
}: {
  x: number;
  from: number;
  wallAt: number | null;
  goesOn: number | null;
  bottom: number;
}) {
  const place = { x1: `${x}%`, x2: `${x}%` };
  if (wallAt === null || goesOn === null)
    return <line {...place} y1={from} y2={bottom} strokeWidth={2.5} className="stroke-ink" />;
  return (
    <>
      <line {...place} y1={from} y2={wallAt} strokeWidth={2.5} className="stroke-ink" />
      <line
        {...place}
        y1={wallAt + 12}
        y2={goesOn}
        strokeWidth={2.5}
        strokeDasharray="0.1 8"
        strokeLinecap="round"
        className="stroke-rule"
      />
      <line {...place} y1={goesOn} y2={bottom} strokeWidth={2.5} className="stroke-ink" />
      <svg x={`${x}%`} y={wallAt} className="overflow-visible">
        <rect x={-17} y={0} width={34} height={7} className="fill-wall" />
      </svg>
    </>
  );
}

interface ArrowProps {
  from: number;
  to: number;
  y: number;
  label: string;
  person: boolean;
  last: boolean;
}

function Arrow({ from, to, y, label, person, last }: ArrowProps) {
  const right = to > from;
  const colour = person ? 'stroke-wall' : last ? 'stroke-open' : 'stroke-ink';
  const fill = person ? 'fill-wall' : last ? 'fill-open' : 'fill-ink';
  // An arrow that crosses a lane carries its label at its tail, where that lane does not run through the words.
  const crosses = Math.abs(to - from) > 40;
  const words = crosses
    ? { x: `${from}%`, dx: right ? 8 : -8, textAnchor: right ? ('start' as const) : ('end' as const) }
    : { x: `${(from + to) / 2}%`, textAnchor: 'middle' as const };
  return (
    <g>
      <line x1={`${from}%`} x2={`${to}%`} y1={y} y2={y} strokeWidth={1.5} className={colour} />
      <svg x={`${to}%`} y={y} className="overflow-visible">
        <path
          d={right ? `M0 0L-${reach + 3} -${reach - 1}V${reach - 1}Z` : `M0 0L${reach + 3} -${reach - 1}V${reach - 1}Z`}
          className={fill}
        />
      </svg>
      <text
        {...words}
        y={y - 8}
        strokeWidth={4}
        strokeLinejoin="round"
        className={`stroke-paper text-xs [paint-order:stroke] ${person ? 'fill-wall' : 'fill-ink'}`}
      >
        {label}
      </text>
    </g>
  );
}

/** What the drawing shows, in short: each message stands as a sentence in the list below it. */
function altOf({ lanes, steps, waits }: FlowArticle, name: string): string {
  const between = lanes.map((lane) => lane.name.toLowerCase()).join(', ');
  return `${name}: ${steps.length} messages between ${between}. ${waits ? 'The agent’s line has a wall where it can only wait for a person.' : 'No person takes part.'}`;
}

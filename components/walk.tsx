/**
 * The walk: five stations on one line, solid as far as an agent gets, a wall where it stops, dotted behind, and a door at the end.
 * Wide: one drawing above five columns. Narrow: the line runs down beside the steps. Coordinates are per cent of the width and
 * pixels of height, so that the drawing follows any width and its letters keep their size.
 */
import { Fragment, type ReactNode } from 'react';
import type { JourneyStep } from '../lib/scan/types.ts';
import { endOf, inBrief, sentenceOf, type End, type Station, type StationState } from './journey.ts';

const ground = 62;

/** How the line leaves a station. */
type Leg = 'walked' | 'unsure' | 'unwalked' | 'behind';

const legOf: Record<StationState, Leg> = {
  ok: 'walked',
  blocked: 'behind',
  unknown: 'unsure',
  pending: 'unwalked',
  active: 'unwalked',
  beyond: 'behind',
};

const stroke: Record<Leg, { className: string; strokeWidth: number; strokeDasharray?: string }> = {
  walked: { className: 'stroke-ink', strokeWidth: 2.5 },
  unsure: { className: 'stroke-unknown', strokeWidth: 2, strokeDasharray: '7 6' },
  unwalked: { className: 'stroke-hair', strokeWidth: 2 },
  behind: { className: 'stroke-rule', strokeWidth: 2.5, strokeDasharray: '0.1 8' },
};

// Classes, because the content security policy allows no style attributes.
const delays = [
  '',
  '[animation-delay:450ms]',
  '[animation-delay:900ms]',
  '[animation-delay:1350ms]',
  '[animation-delay:1800ms]',
];

const thick = 2.5;
const across = 'origin-left animate-draw-across [transform-box:fill-box] ';
const down = 'origin-top animate-draw-down [transform-box:fill-box] ';

interface Piece {
  leg: Leg;
  draw: Draw;
  order: number;
  /** Where the piece begins and how long it is: per cent of the width lying, pixels and per cent of the height standing. */
  from: string | number;
  length: string;
  standing?: boolean;
}

/** One piece of the line. What has been walked is a rectangle, which can be drawn by scaling; the rest is dashed and stays still. */
function Line({ leg, draw, order, from, length, standing = false }: Piece) {
  if (leg === 'walked') {
    // `growing` draws each piece as it arrives; `once` draws them one after the other.
    const moves = draw === 'still' ? '' : `${standing ? down : across}${draw === 'once' ? (delays[order] ?? '') : ''}`;
    const place = standing
      ? { x: 8 - thick / 2, width: thick, y: from, height: length }
      : { y: ground - thick / 2, height: thick, x: from, width: length };
    return <rect {...place} className={`fill-ink ${moves}`} />;
  }
  const { className, ...look } = stroke[leg];
  const end = standing ? length : `${Number.parseFloat(String(from)) + Number.parseFloat(length)}%`;
  const ends = standing ? { x1: 8, x2: 8, y1: from, y2: end } : { x1: from, x2: end, y1: ground, y2: ground };
  return <line {...ends} {...look} className={className} strokeLinecap="round" />;
}

function Disc({ state, cy }: { state: StationState; cy: number }) {
  const at = { cx: 8, cy };
  if (state === 'ok') return <circle {...at} r={6.5} className="fill-ink" />;
  if (state === 'blocked') {
    return (
      <>
        <circle {...at} r={7.5} className="fill-wall" />
        <line x1={3.5} x2={12.5} y1={cy} y2={cy} strokeWidth={2.5} className="stroke-paper" />
      </>
    );
  }
  const ring = { unknown: 'stroke-unknown', active: 'stroke-ink', pending: 'stroke-rule', beyond: 'stroke-rule' }[
    state
  ];
  return <circle {...at} r={6} strokeWidth={2} className={`fill-paper ${ring}`} />;
}

/**
 * Stands with its sill on y = 0 and its opening from x = -48 to -18. Open when every station was passed, ajar while one is unknown, else
 * shut.
 */
function Door({ end }: { end: End }) {
  if (end === 'open' || end === 'unknown') {
    const ajar = end === 'unknown';
    return (
      <g strokeLinejoin="round" strokeWidth={ajar ? 2 : 2.5} className={ajar ? 'stroke-partly' : 'stroke-open'}>
        <path d="M-46 0V-48H-18V0" className={ajar ? 'fill-partly' : 'fill-open'} fillOpacity={ajar ? 0.1 : 0.14} />
        {/* The leaf: turned all the way out, or only a hand’s breadth off its frame. */}
        <path d={ajar ? 'M-46 0V-48L-26 -43V5Z' : 'M-18 -48L-2 -41V8L-18 0Z'} className="fill-paper" />
        <circle cx={ajar ? -30 : -6.5} cy={ajar ? -20 : -15} r={1} className={ajar ? 'fill-partly' : 'fill-open'} />
      </g>
    );
  }
  return (
    <g className="fill-paper stroke-rule" strokeWidth={2}>
      <path d="M-46 0V-48H-18V0Z" strokeLinejoin="round" />
      <circle cx={-23.5} cy={-22} r={1.2} />
    </g>
  );
}

export type Draw = 'still' | 'once' | 'growing';

interface WalkProps {
  stations: readonly Station[];
  /** `still` for documents, `once` for the first look, `growing` while a scan adds to it. */
  draw?: Draw;
  /** More below a station's note, by step. */
  found?: Partial<Record<JourneyStep, ReactNode>>;
  /** Goes below the drawing. */
  children?: ReactNode;
}

export function Walk({ stations, draw = 'still', found = {}, children }: WalkProps) {
  const end = endOf(stations);
  return (
    <figure className="my-0">
      <svg
        role="img"
        aria-label={sentenceOf(stations)}
        width="100%"
        height={88}
        className="hidden overflow-visible md:block"
      >
        {stations.map(({ step, state }, index) => (
          <Line
            key={step}
            leg={legOf[state]}
            draw={draw}
            order={index}
            from={`${index * 20 + 0.7}%`}
            length={`${index === 4 ? 16.3 : 20}%`}
          />
        ))}
        {stations.map((station, index) => (
          <svg key={station.step} x={`${index * 20}%`} className="overflow-visible">
            {station.wall !== null && <WallAcross reason={station.wall} last={index === stations.length - 1} />}
            <Disc state={station.state} cy={ground} />
          </svg>
        ))}
        <svg x="100%" y={ground} className="overflow-visible">
          <Door end={end} />
        </svg>
      </svg>
      <ol className="grid md:mt-1 md:grid-cols-5" aria-label="The agent’s five steps">
        {stations.map((station, index) => (
          <li key={station.step} className="relative pl-8 md:pr-5 md:pl-0">
            <svg
              aria-hidden="true"
              width={28}
              height="100%"
              className="absolute inset-y-0 left-0 overflow-visible md:hidden"
            >
              <Line
                leg={station.state === 'blocked' ? 'walked' : legOf[station.state]}
                draw={draw}
                order={index}
                standing
                from={13}
                length="100%"
              />
              {station.wall !== null && (
                <svg y="100%" className="overflow-visible">
                  {/* Per cent minus pixels is no coordinate: the way behind the wall is painted over what was drawn too far. */}
                  <rect x={4} y={-38} width={8} height={54} className="fill-paper" />
                  <Line leg="behind" draw="still" order={0} standing from={-26} length="6" />
                  <rect x={-4} y={-41} width={24} height={7} className="fill-wall" />
                </svg>
              )}
              <Disc state={station.state} cy={13} />
            </svg>
            <div
              className={`pb-6 md:pb-0 ${station.state === 'beyond' || station.state === 'pending' ? 'text-unknown' : ''}`}
            >
              <p className="font-medium">
                {station.name}
                <span className="sr-only">: {spoken[station.state]}</span>
              </p>
              {station.note !== '' && (
                <p className={`mt-0.5 text-sm ${station.state === 'beyond' ? '' : 'text-soft'}`}>
                  <Breakable text={inBrief(station.note)} />
                </p>
              )}
              {found[station.step]}
              {station.wall !== null && (
                <p className="mt-1 font-serif text-base leading-6 text-wall md:hidden">{station.wall}</p>
              )}
            </div>
          </li>
        ))}
        <li aria-hidden="true" className="md:hidden">
          <svg width={28} height={62} className="overflow-visible">
            <svg x={40} y={52} className="overflow-visible">
              <Door end={end} />
            </svg>
          </svg>
        </li>
      </ol>
      {children}
    </figure>
  );
}

/** A column is narrower than many addresses: they may break behind a slash, before they break inside a word. */
export function Breakable({ text }: { text: string }) {
  return text.split(/(?<=\/)/).map((part, index) => (
    <Fragment key={`${index}${part}`}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

const spoken: Record<StationState, string> = {
  ok: 'done',
  blocked: 'stopped here',
  unknown: 'unknown',
  pending: 'not reached yet',
  active: 'looking',
  beyond: 'behind the wall',
};

function WallAcross({ reason, last }: { reason: string; last: boolean }) {
  const lines = twoLines(reason);
  return (
    <>
      <line x1={8} x2={24} y1={ground} y2={ground} strokeWidth={2.5} className="stroke-ink" />
      <rect x={23} y={6} width={8} height={76} className="fill-wall" />
      {/* Behind the last station there is no room on the right. */}
      <text
        x={last ? 12 : 42}
        y={lines.length > 1 ? 22 : 36}
        textAnchor={last ? 'end' : 'start'}
        className="fill-wall font-serif text-base"
      >
        {lines.map((line, index) => (
          <tspan key={line} x={last ? 12 : 42} dy={index * 20}>
            {line}
          </tspan>
        ))}
      </text>
    </>
  );
}

/** Breaks a reason of more than 20 letters at the space nearest to its middle. */
function twoLines(text: string): string[] {
  if (text.length <= 20) return [text];
  const spaces = [...text].flatMap((letter, index) => (letter === ' ' ? [index] : []));
  const middle = spaces.toSorted((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2))[0];
  return middle === undefined ? [text] : [text.slice(0, middle), text.slice(middle + 1)];
}

/** The walk in the height of a line of text, for tables and lists. */
export function WalkMini({ stations }: { stations: readonly Station[] }) {
  const end = endOf(stations);
  return (
    <svg role="img" aria-label={sentenceOf(stations)} width={124} height={22} viewBox="0 0 124 22" className="block">
      {stations.map(({ step, state }, index) => {
        const { className, ...look } = stroke[legOf[state]];
        return (
          <line
            key={step}
            x1={6 + index * 22}
            x2={index === 4 ? 110 : 28 + index * 22}
            y1={15}
            y2={15}
            {...look}
            strokeWidth={1.5}
            strokeDasharray={look.strokeDasharray && (state === 'unknown' ? '4 3' : '0.1 4')}
            strokeLinecap="round"
            className={className}
          />
        );
      })}
      {stations.map(({ step, state, wall }, index) => (
        <g key={step}>
          {wall !== null && <rect x={14 + index * 22} y={4} width={4} height={16} className="fill-wall" />}
          <circle
            cx={6 + index * 22}
            cy={15}
            r={3}
            strokeWidth={1.3}
            className={
              state === 'ok'
                ? 'fill-ink'
                : state === 'blocked'
                  ? 'fill-wall'
                  : `fill-paper ${state === 'active' ? 'stroke-ink' : 'stroke-rule'}`
            }
          />
        </g>
      ))}
      <g transform="translate(122 15) scale(0.28)">
        <Door end={end} />
      </g>
    </svg>
  );
}

/** The rungs of a signal's ladder with what each is worth, straight from the scoring table. */
import type { SignalId } from '../../lib/scan/schema/report.ts';
import { ladders } from '../../lib/scan/dimensions/index.ts';
import type { Rung } from '../../lib/scan/dimensions/types.ts';
import { Status } from '../status.tsx';
import { signalStatus } from '../words.ts';

const fill = { open: 'fill-open', partly: 'fill-partly', wall: 'fill-wall', unknown: 'fill-unknown' };

export function Ladder({ signal }: { signal: SignalId }) {
  const rungs: [string, Rung][] = Object.entries(ladders[signal]);
  return (
    <table className="-mt-2 w-full max-w-[46rem] text-left text-sm">
      <thead>
        <tr className="border-b border-rule text-xs text-soft">
          <th scope="col" className="py-2 pr-4 font-normal">
            What is seen
          </th>
          <th scope="col" className="py-2 pr-4 font-normal">
            Status
          </th>
          <th scope="col" colSpan={2} className="py-2 font-normal">
            Worth
          </th>
        </tr>
      </thead>
      <tbody>
        {rungs.map(([rung, { meaning, status, value, because }]) => (
          <tr key={rung} className="border-b border-hair">
            <td className="py-2 pr-4">
              {meaning}
              {because && <span className="block max-w-prose text-soft">{because}</span>}
            </td>
            <td className="py-2 pr-4">
              <Status {...signalStatus[status]} />
            </td>
            <td className="py-2 pr-3 text-right whitespace-nowrap">{Math.round(value * 100)} %</td>
            <td aria-hidden="true" className="w-28 max-sm:hidden">
              <svg aria-hidden="true" width="100%" height={8} className="block">
                <rect width="100%" height={1} y={4} className="fill-hair" />
                <rect width={`${value * 100}%`} height={8} className={fill[signalStatus[status].tone]} />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

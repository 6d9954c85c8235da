/** A point in time on a page. */
import { ago, stamp } from './times.ts';

export function When({ at, now }: { at: Date | string; now: Date }) {
  const date = new Date(at);
  return (
    <time dateTime={date.toISOString()} title={stamp(date)}>
      {ago(date, now)}
    </time>
  );
}

/** The absolute time, which components/enhance.ts turns into a relative one: for documents that are kept and sent again later. */
export function KeptWhen({ at }: { at: Date | string }) {
  const date = new Date(at);
  return (
    <time dateTime={date.toISOString()} data-relative="">
      {stamp(date)}
    </time>
  );
}

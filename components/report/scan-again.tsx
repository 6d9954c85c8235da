'use client';
/** Asks for a new scan of the same address, once the pause after the last one is over. */
import { useActionState, useEffect, useState } from 'react';
import type { ScanFormState } from '../../app/actions.ts';
import { clock } from '../live/clock.ts';

type Action = (state: ScanFormState, data: FormData) => Promise<ScanFormState>;

/** `readyAt`: ISO time before which no new scan starts. Without script the button works at once and the scan waits in line. */
export function ScanAgain({ action, target, unlisted, readyAt }: { action: Action; target: string; unlisted: boolean; readyAt: string }) {
  const [state, formAction, pending] = useActionState(action, { typed: target, error: null });
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const tick = () => setLeft(Math.max(0, Math.ceil((Date.parse(readyAt) - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [readyAt]);
  return (
    <form action={formAction} className="no-print">
      <input type="hidden" name="target" value={target} />
      <input type="hidden" name="again" value="yes" />
      {unlisted && <input type="hidden" name="unlisted" value="yes" />}
      <button type="submit" disabled={pending || left > 0} className="button-quiet num disabled:text-soft disabled:hover:border-rule">{left > 0 ? `Scan again in ${clock(left)}` : 'Scan again'}</button>
      {state.error !== null && <p role="alert" className="mt-1 text-sm text-wall">{state.error.message}</p>}
    </form>
  );
}

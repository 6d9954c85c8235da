'use client';
/** Says that a finding of a report is wrong. A server action, so that it works without script. */
import type { DisputeProblem } from '../lib/disputes.ts';
import { useActionState } from 'react';
import { useFields } from './form-fields.tsx';

export interface DisputeState {
  /** What stands in the fields. */
  typed: { finding: string; expected: string; reason: string; exchange: string };
  problem: DisputeProblem | null;
}

type Action = (state: DisputeState, data: FormData) => Promise<DisputeState>;

interface DisputeFormProps {
  action: Action;
  scan: string;
  /** Anchor and name of every finding of the report. */
  findings: readonly (readonly [id: string, name: string])[];
  exchanges: readonly string[];
  finding: string;
  exchange: string;
}

const input = 'w-full rounded-sm border border-unknown bg-paper px-3 py-2 aria-invalid:border-wall';

export function DisputeForm({ action, scan, findings, exchanges, finding, exchange }: DisputeFormProps) {
  const [state, formAction, pending] = useActionState(action, {
    typed: { finding, expected: '', reason: '', exchange },
    problem: null,
  });
  const { typed, problem } = state;
  const { about, said, label } = useFields<keyof typeof typed>(problem);
  return (
    // The form is reset after each action; the key draws it anew with what was typed.
    <form action={formAction} noValidate key={JSON.stringify(state)} className="grid max-w-xl gap-5">
      <input type="hidden" name="scan" value={scan} />
      <div>
        {label('finding', 'Which finding')}
        <select {...about('finding')} defaultValue={typed.finding} className={input}>
          <option value="">Choose one</option>
          {findings.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
        {said('finding')}
      </div>
      <div>
        {label('expected', 'What it should say')}
        <textarea {...about('expected')} defaultValue={typed.expected} rows={2} className={input} />
        {said('expected')}
      </div>
      <div>
        {label('reason', 'Why')}
        <textarea {...about('reason')} defaultValue={typed.reason} rows={4} className={input} />
        {said('reason')}
      </div>
      <div>
        {label('exchange', 'The exchange that shows it, if there is one')}
        <select {...about('exchange')} defaultValue={typed.exchange} className={`${input} font-mono`}>
          <option value="">None</option>
          {exchanges.map((value) => (
            <option key={value} value={value}>
              {value}
            </option>
          ))}
        </select>
        {said('exchange')}
      </div>
      <p>
        <button type="submit" disabled={pending} className="button">
          Send
        </button>
      </p>
    </form>
  );
}

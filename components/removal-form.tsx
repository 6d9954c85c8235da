'use client';
/** Asks the operator to take reports down. A server action, so that it works without script. */
import type { RemovalProblem } from '../lib/removals.ts';
import { useActionState } from 'react';
import { useFields } from './form-fields.tsx';

export interface RemovalState {
  /** What stands in the fields. */
  typed: { domain: string; email: string; reason: string };
  problem: RemovalProblem | null;
}

type Action = (state: RemovalState, data: FormData) => Promise<RemovalState>;

const input = 'w-full rounded-sm border border-unknown bg-transparent px-3 py-2 aria-invalid:border-wall';

export function RemovalForm({ action, domain }: { action: Action; domain: string }) {
  const [state, formAction, pending] = useActionState(action, {
    typed: { domain, email: '', reason: '' },
    problem: null,
  });
  const { typed, problem } = state;
  const { about, said, label } = useFields<keyof typeof typed>(problem);
  return (
    // The form is reset after each action; the key draws it anew with what was typed.
    <form action={formAction} noValidate key={JSON.stringify(state)} className="grid max-w-xl gap-5">
      <div>
        {label('domain', 'Domain')}
        <input
          {...about('domain')}
          defaultValue={typed.domain}
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
          className={`${input} font-mono`}
        />
        {said('domain')}
      </div>
      <div>
        {label('email', 'Your email address')}
        <p className="mb-1.5 text-sm text-soft">
          Preferably one under the same domain: it shows that you speak for it.
        </p>
        <input {...about('email')} defaultValue={typed.email} type="email" autoComplete="email" className={input} />
        {said('email')}
      </div>
      <div>
        {label('reason', 'Why')}
        <textarea {...about('reason')} defaultValue={typed.reason} rows={4} className={input} />
        {said('reason')}
      </div>
      <p>
        <button type="submit" disabled={pending} className="button">
          Send the request
        </button>
      </p>
    </form>
  );
}

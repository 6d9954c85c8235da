'use client';
/** Begins a verification. A server action, so that it works without script. */
import { useActionState, useId } from 'react';
import { Prose } from '../prose.tsx';

export interface BeginState {
  typed: string;
  problem: string | null;
}

type Action = (state: BeginState, data: FormData) => Promise<BeginState>;

export function BeginForm({ action, target }: { action: Action; target: string }) {
  const [state, formAction, pending] = useActionState(action, { typed: target, problem: null });
  const id = useId();
  return (
    <form action={formAction} noValidate key={JSON.stringify(state)} className="grid max-w-xl gap-4">
      <div>
        <label htmlFor={id} className="mb-1 block text-sm font-medium">
          Address of the API
        </label>
        <input
          id={id}
          name="target"
          defaultValue={state.typed}
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={state.problem !== null}
          aria-describedby={state.problem === null ? undefined : `${id}-problem`}
          className="w-full rounded-sm border border-unknown bg-transparent px-3 py-2 font-mono aria-invalid:border-wall"
        />
        {state.problem !== null && (
          <p id={`${id}-problem`} role="alert" className="mt-1.5 text-sm text-wall">
            <Prose text={state.problem} />
          </p>
        )}
      </div>
      <p>
        <button type="submit" disabled={pending} className="button">
          Continue
        </button>
      </p>
    </form>
  );
}

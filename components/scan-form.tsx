'use client';
/** The one field. A server action, so that it works before and without any script. */
import { useActionState, useId } from 'react';
import type { ScanFormState } from '../app/actions.ts';
import { Prose } from './prose.tsx';

type Action = (state: ScanFormState, data: FormData) => Promise<ScanFormState>;

export function ScanForm({ action, typed = '', label = 'Address of a site or an API', autoFocus = false }: { action: Action; typed?: string; label?: string; autoFocus?: boolean }) {
  const [state, formAction, pending] = useActionState(action, { typed, error: null });
  const id = useId();
  return (
    <form action={formAction} noValidate className="max-w-2xl">
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">{label}</label>
      <div className="flex flex-col gap-2.5 sm:flex-row">
        <input
          id={id}
          name="target"
          type="text"
          inputMode="url"
          autoComplete="url"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          placeholder="api.example.com"
          // The form is reset after each action; without a key the field would keep the value it was first drawn with.
          key={state.typed}
          defaultValue={state.typed}
          autoFocus={autoFocus}
          aria-invalid={state.error !== null}
          aria-describedby={state.error ? `${id}-error` : undefined}
          className="min-w-0 grow rounded-sm border border-unknown bg-transparent px-3.5 py-2.5 font-mono text-base placeholder:text-unknown aria-invalid:border-wall"
        />
        <button type="submit" disabled={pending} className="button px-8">{pending ? 'Setting out' : 'Scan'}</button>
      </div>
      <p id={`${id}-error`} role="alert" data-code={state.error?.code} className="mt-2 min-h-6 text-sm text-wall">{state.error && <Prose text={state.error.message} />}</p>
    </form>
  );
}

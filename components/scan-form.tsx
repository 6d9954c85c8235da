'use client';
/** The one field. A server action, so that it works before and without any script. */
import { useActionState, useId, useState } from 'react';
import { Prose } from './prose.tsx';

export interface ScanFormState {
  /** What stands in the field. */
  typed: string;
  /** The report is to be found by its address alone. */
  unlisted: boolean;
  error: { code: string; message: string } | null;
}

type Action = (state: ScanFormState, data: FormData) => Promise<ScanFormState>;

/**
 * What will be scanned, said while it is typed; null where that is not clear yet. Only a reading of the address: what is refused, and why,
 * the server says.
 */
export function reading(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https')
    return `Only http and https can be scanned, not ${scheme}.`;
  const address = scheme === undefined ? `https://${text}` : text;
  if (!URL.canParse(address)) return null;
  const { protocol, host, pathname } = new URL(address);
  if (!/[^.]\.[^.]/.test(host) && !host.startsWith('[')) return null;
  return `Scans ${protocol === 'http:' ? 'http://' : ''}${host}${pathname === '/' ? '' : pathname}`;
}

export function ScanForm({
  action,
  typed = '',
  label = 'Address of a site or an API',
  autoFocus = false,
}: {
  action: Action;
  typed?: string;
  label?: string;
  autoFocus?: boolean;
}) {
  const [state, formAction, pending] = useActionState(action, { typed, unlisted: false, error: null });
  const [typing, setTyping] = useState(typed);
  const hint = reading(typing);
  const id = useId();
  return (
    <form action={formAction} noValidate className="max-w-2xl">
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
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
          onInput={({ currentTarget }) => setTyping(currentTarget.value)}
          aria-invalid={state.error !== null}
          aria-describedby={state.error ? `${id}-error` : hint === null ? undefined : `${id}-hint`}
          className="min-w-0 grow rounded-sm border border-unknown bg-transparent px-3.5 py-2.5 font-mono text-base placeholder:text-unknown aria-invalid:border-wall"
        />
        <button type="submit" disabled={pending} className="button px-8">
          {pending ? 'Setting out' : 'Scan'}
        </button>
      </div>
      <div className="relative">
        {hint !== null && !state.error && (
          <p id={`${id}-hint`} className="absolute inset-x-0 top-0 truncate text-sm text-soft">
            {hint}
          </p>
        )}
        <p id={`${id}-error`} role="alert" data-code={state.error?.code} className="mt-2 min-h-6 text-sm text-wall">
          {state.error && <Prose text={state.error.message} />}
        </p>
      </div>
      <label key={String(state.unlisted)} className="mt-1 flex w-fit items-center gap-2 text-sm text-soft">
        <input
          type="checkbox"
          name="unlisted"
          value="yes"
          defaultChecked={state.unlisted}
          className="size-4 accent-ink"
        />
        Keep the report unlisted: only people with its address can read it
      </label>
    </form>
  );
}

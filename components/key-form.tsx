'use client';
/** Makes an API key. A server action, so that it works without script. */
import { useActionState, useId } from 'react';

export interface KeyState {
  /** Shown only once; it is in no address and no cookie. */
  key: string | null;
  problem: string | null;
}

type Action = (state: KeyState, data: FormData) => Promise<KeyState>;

export function KeyForm({ action }: { action: Action }) {
  const [{ key, problem }, formAction, pending] = useActionState(action, { key: null, problem: null });
  const id = useId();
  if (key)
    return (
      <div role="status" className="max-w-xl">
        <p className="mb-2">Your key. It is shown only once; keep it where you keep passwords.</p>
        <pre
          tabIndex={0}
          role="group"
          aria-label="API key"
          className="overflow-x-auto rounded-sm border border-open p-3 text-sm"
        >
          {key}
        </pre>
      </div>
    );
  return (
    <form action={formAction} className="grid max-w-xl gap-4">
      <div>
        <label htmlFor={id} className="mb-1 block text-sm font-medium">
          What it is for
        </label>
        <input
          id={id}
          name="name"
          maxLength={100}
          autoComplete="off"
          aria-describedby={problem ? `${id}-problem` : undefined}
          className="w-full rounded-sm border border-unknown bg-transparent px-3 py-2"
        />
        {problem && (
          <p id={`${id}-problem`} role="alert" className="mt-1.5 text-sm text-wall">
            {problem}
          </p>
        )}
      </div>
      <p>
        <button type="submit" disabled={pending} className="button">
          Make a key
        </button>
      </p>
    </form>
  );
}

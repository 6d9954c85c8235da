'use client';
/** Puts a failed scan back in line. A server action, so that it works without script. */
import { useActionState } from 'react';

export type RetryAction = (state: { error: string | null }, data: FormData) => Promise<{ error: string | null }>;

export function RetryForm({ id, action }: { id: string; action: RetryAction }) {
  const [state, formAction, pending] = useActionState(action, { error: null });
  return (
    <form action={formAction} className="mt-6">
      <input type="hidden" name="id" value={id} />
      <button type="submit" disabled={pending} className="button">
        Try again
      </button>
      {state.error !== null && (
        <p role="alert" className="mt-2 text-sm text-wall">
          {state.error}
        </p>
      )}
    </form>
  );
}

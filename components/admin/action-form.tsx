'use client';
/** A form whose action may refuse with a sentence, or answer with one. It works without script. */
import { useActionState, type ReactNode } from 'react';
import { Prose } from '../prose.tsx';

export interface ActionAnswer {
  error: string | null;
  said: string | null;
}
export type AnsweringAction = (state: ActionAnswer, data: FormData) => Promise<ActionAnswer>;

export function ActionForm({
  action,
  className,
  children,
}: {
  action: AnsweringAction;
  className?: string;
  children: ReactNode;
}) {
  const [state, formAction, pending] = useActionState(action, { error: null, said: null });
  return (
    <form action={formAction} className={className} aria-busy={pending}>
      {children}
      <p role="alert" className="basis-full text-sm text-wall empty:hidden">
        {state.error !== null && <Prose text={state.error} />}
      </p>
      <p role="status" className="basis-full text-sm break-all empty:hidden">
        {state.said}
      </p>
    </form>
  );
}

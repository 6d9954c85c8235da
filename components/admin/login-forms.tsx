'use client';
/** The two forms by which operators come in. Server actions, so that they work without script. */
import { startTransition, useActionState, useState, type ComponentProps, type FormEvent } from 'react';
import { Prose } from '../prose.tsx';
import { solveWork } from './solve-work.ts';

export interface LoginState {
  /** What stands in the field. */
  email: string;
  error: string | null;
  /** What the browser has to solve before the next try is looked at. */
  challenge: string | null;
}

function Field({ label, hint, ...input }: ComponentProps<'input'> & { label: string; hint?: string; id: string }) {
  return (
    <div>
      <label htmlFor={input.id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      <input
        {...input}
        aria-describedby={hint === undefined ? undefined : `${input.id}-hint`}
        className="w-full rounded-sm border border-unknown bg-transparent px-3 py-2"
      />
      {hint !== undefined && (
        <p id={`${input.id}-hint`} className="mt-1 text-xs text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}

function Problem({ text }: { text: string | null }) {
  return (
    <p role="alert" className="min-h-6 text-sm text-wall">
      {text !== null && <Prose text={text} />}
    </p>
  );
}

export function LoginForm({
  action,
  next,
}: {
  action: (state: LoginState, data: FormData) => Promise<LoginState>;
  next: string;
}) {
  const [state, formAction, pending] = useActionState(action, { email: '', error: null, challenge: null });
  const [working, setWorking] = useState(false);
  const work = async (data: FormData, challenge: string) => {
    setWorking(true);
    data.set('challenge', challenge);
    data.set('answer', await solveWork(challenge));
    setWorking(false);
    startTransition(() => formAction(data));
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    if (state.challenge === null) return;
    event.preventDefault();
    if (!working) void work(new FormData(event.currentTarget), state.challenge);
  };
  return (
    <form action={formAction} onSubmit={onSubmit} className="mt-8 flex max-w-sm flex-col gap-5">
      <input type="hidden" name="next" value={next} />
      <Field
        id="email"
        name="email"
        type="email"
        label="Email address"
        autoComplete="username"
        required
        key={state.email}
        defaultValue={state.email}
        autoFocus
      />
      <Field
        id="password"
        name="password"
        type="password"
        label="Password"
        autoComplete="current-password"
        required
        maxLength={128}
      />
      <button type="submit" disabled={pending || working} className="button self-start px-8">
        {working ? 'Working …' : 'Sign in'}
      </button>
      <Problem text={state.error} />
    </form>
  );
}

export function PasswordForm({
  action,
  token,
  email,
  minLength,
}: {
  action: (state: { error: string | null }, data: FormData) => Promise<{ error: string | null }>;
  token: string;
  email: string;
  minLength: number;
}) {
  const [state, formAction, pending] = useActionState(action, { error: null });
  return (
    <form action={formAction} className="mt-8 flex max-w-sm flex-col gap-5">
      <input type="hidden" name="token" value={token} />
      {/* Password managers file the new password under this. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Field
        id="password"
        name="password"
        type="password"
        label="New password"
        hint={`At least ${minLength} characters. A sentence works well.`}
        autoComplete="new-password"
        required
        maxLength={128}
        autoFocus
      />
      <Field
        id="again"
        name="again"
        type="password"
        label="The same again"
        autoComplete="new-password"
        required
        maxLength={128}
      />
      <button type="submit" disabled={pending} className="button self-start px-8">
        Set password
      </button>
      <Problem text={state.error} />
    </form>
  );
}

'use client';
/** Takes a list of addresses, typed or as a file. Works without script; what was typed stays when it cannot be taken. */
import { useActionState } from 'react';
import { Prose } from '../prose.tsx';
import { SmallInput } from './fields.tsx';

export interface BulkFormState {
  typed: { text: string; name: string; atOnce: string; unlisted: boolean };
  problem: string | null;
}

export function BulkForm({
  action,
  most,
  mostAtOnce,
}: {
  action: (state: BulkFormState, data: FormData) => Promise<BulkFormState>;
  most: number;
  mostAtOnce: number;
}) {
  const [{ typed, problem }, formAction, pending] = useActionState(action, {
    typed: { text: '', name: '', atOnce: '4', unlisted: false },
    problem: null,
  });
  return (
    // The form is reset after each action; the key draws it anew with what was typed.
    <form action={formAction} noValidate key={`${problem ?? ''} ${typed.text.length}`} className="grid max-w-2xl gap-4">
      {problem !== null && (
        <p role="alert" className="border-l-2 border-wall pl-4 text-sm text-wall">
          <Prose text={problem} />
        </p>
      )}
      <div>
        <label htmlFor="text" className="mb-0.5 block text-xs text-soft">
          Addresses, one a line, or a table whose first column holds them; at most {most.toLocaleString('en')}
        </label>
        <textarea
          id="text"
          name="text"
          rows={8}
          spellCheck={false}
          autoCapitalize="none"
          defaultValue={typed.text}
          className="w-full rounded-sm border border-unknown bg-paper px-2 py-1.5 font-mono text-sm"
        />
      </div>
      <div>
        <label htmlFor="file" className="mb-0.5 block text-xs text-soft">
          Or a file of them
        </label>
        <input
          id="file"
          name="file"
          type="file"
          accept=".txt,.csv,.tsv,text/plain,text/csv"
          className="text-sm file:mr-3 file:cursor-pointer file:rounded-sm file:border file:border-solid file:border-unknown file:bg-transparent file:px-3 file:py-1"
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
        <SmallInput
          id="name"
          name="name"
          defaultValue={typed.name}
          label="Name of the list"
          maxLength={80}
          autoComplete="off"
        />
        <SmallInput
          id="atOnce"
          name="atOnce"
          type="number"
          min={1}
          max={mostAtOnce}
          defaultValue={typed.atOnce}
          label={`Scans at once, up to ${mostAtOnce}`}
        />
      </div>
      <label className="flex items-baseline gap-2.5 text-sm">
        <input type="checkbox" name="unlisted" value="yes" defaultChecked={typed.unlisted} />
        Keep the reports out of every list
      </label>
      <p>
        <button type="submit" disabled={pending} className="button-quiet h-9 px-5">
          Scan the list
        </button>
      </p>
    </form>
  );
}

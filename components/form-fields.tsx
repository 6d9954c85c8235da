'use client';
/** What the fields of a form share: ids, the sentence of a problem beside the field that it is about, and labels. */
import { useId } from 'react';
import { Prose } from './prose.tsx';

/**
 * `about`: the attributes of a field; `said`: the problem, below the field that it names; `label`: the label of a field.
 * @param problem what the action said of one field; null: nothing
 */
export function useFields<Field extends string>(problem: { field: string | null; message: string } | null) {
  const id = useId();
  return {
    about: (field: Field) => ({
      id: `${id}-${field}`,
      name: field,
      'aria-invalid': problem?.field === field,
      'aria-describedby': problem?.field === field ? `${id}-problem` : undefined,
    }),
    said: (field: string) =>
      problem?.field === field && (
        <p id={`${id}-problem`} role="alert" className="mt-1.5 text-sm text-wall">
          <Prose text={problem.message} />
        </p>
      ),
    label: (field: Field, text: string) => (
      <label htmlFor={`${id}-${field}`} className="mb-1 block text-sm font-medium">
        {text}
      </label>
    ),
  };
}

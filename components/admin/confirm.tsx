/** A button for what cannot be undone: it opens the question first. Without script, too. */
import type { ReactNode } from 'react';

export function Confirm({
  name,
  question,
  action,
  yes,
  children,
}: {
  name: string;
  question: string;
  action: (data: FormData) => Promise<void>;
  yes: string;
  children: ReactNode;
}) {
  return (
    <details className="inline-block open:block open:basis-full">
      <summary className="button-quiet inline-flex list-none [&::-webkit-details-marker]:hidden">{name}</summary>
      <form
        action={action}
        className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 border-l-2 border-wall pl-3 text-sm"
      >
        {children}
        <p>{question}</p>
        <button type="submit" className="button-quiet border-wall text-wall">
          {yes}
        </button>
      </form>
    </details>
  );
}

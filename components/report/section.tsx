/** One section of the report: its name and a line about it in the margin, its content beside them. */
import type { ReactNode } from 'react';

export function Section({
  id,
  title,
  note,
  children,
}: {
  id: string;
  title: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="section">
      <div>
        <h2 id={`${id}-title`} className="text-xl">
          {title}
        </h2>
        {note !== undefined && <div className="mt-2 max-w-prose text-sm text-soft">{note}</div>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}

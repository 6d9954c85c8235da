/** The head of a page of knowledge: where it belongs, its title, and what it says in one sentence. */
import type { ReactNode } from 'react';

interface PageHeadProps {
  /** The page above, with its name. */
  up?: { href: string; name: string };
  title: string;
  lead: ReactNode;
  /** One quiet line of facts below. */
  children?: ReactNode;
}

export function PageHead({ up, title, lead, children }: PageHeadProps) {
  return (
    <div className="pt-8 pb-10 sm:pt-12 sm:pb-12">
      {up && (
        <nav aria-label="Breadcrumb" className="eyebrow mb-2">
          <a href={up.href} className="link">
            {up.name}
          </a>
        </nav>
      )}
      <h1 className="max-w-[22ch] text-3xl sm:text-4xl">{title}</h1>
      <p className="mt-4 max-w-prose text-lg text-soft">{lead}</p>
      {children !== undefined && (
        <div className="mt-5 flex flex-wrap items-baseline gap-x-6 gap-y-1.5 text-sm text-soft">{children}</div>
      )}
    </div>
  );
}

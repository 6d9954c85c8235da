/** The sections of a report, on a line that stays at the top while it is read. */
import type { ReactNode } from 'react';

export type SectionName = readonly [id: string, name: string];

export function SectionLinks({ sections }: { sections: readonly SectionName[] }) {
  return sections.map(([id, name]) => (
    <li key={id}>
      <a href={`#${id}`} className="inline-flex min-h-10 items-center hover:underline">
        {name}
      </a>
    </li>
  ));
}

/** `later`: links to sections that stand between those and the last one. */
export function ReportNav({
  sections,
  later,
  last,
}: {
  sections: readonly SectionName[];
  later: ReactNode;
  last: SectionName;
}) {
  return (
    <nav
      aria-label="Sections of the report"
      className="no-print sticky top-0 z-[5] -mx-5 overflow-x-auto border-y border-hair bg-paper px-5 sm:-mx-8 sm:px-8"
    >
      <ul className="flex gap-x-5 text-sm whitespace-nowrap">
        <SectionLinks sections={sections} />
        {later}
        <SectionLinks sections={[last]} />
      </ul>
    </nav>
  );
}

/** The sections of a report, on a line that stays at the top while it is read. */

export function ReportNav({ sections }: { sections: readonly (readonly [id: string, name: string])[] }) {
  return (
    <nav
      aria-label="Sections of the report"
      className="no-print sticky top-0 z-[5] -mx-5 overflow-x-auto border-y border-hair bg-paper px-5 sm:-mx-8 sm:px-8"
    >
      <ul className="flex gap-x-5 text-sm whitespace-nowrap">
        {sections.map(([id, name]) => (
          <li key={id}>
            <a href={`#${id}`} className="inline-flex min-h-10 items-center hover:underline">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The first row of a table: names of columns in small, soft type over one rule. */
export type Column = string | { name: string; right: true };

export function HeadRow({ columns, gap = 'pr-6' }: { columns: readonly Column[]; gap?: 'pr-5' | 'pr-6' }) {
  return (
    <thead>
      <tr className="border-b border-rule text-xs text-soft">
        {columns.map((column, index) => {
          const { name, right } = typeof column === 'string' ? { name: column, right: false } : column;
          return (
            <th
              key={name}
              scope="col"
              className={`py-2 font-normal ${index < columns.length - 1 ? gap : ''} ${right ? 'text-right' : ''}`}
            >
              {name}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

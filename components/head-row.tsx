/** The first row of a table: names of columns in small, soft type over one rule. */
export type Column =
  | string
  | {
      name: string;
      /** Above figures. */
      right?: true;
      /** Said to readers who do not see the column, which needs no name for the others. */
      unseen?: true;
      /** Left out on a phone. */
      wide?: true;
    };

export function HeadRow({ columns, gap = 'pr-6' }: { columns: readonly Column[]; gap?: 'pr-4' | 'pr-5' | 'pr-6' }) {
  return (
    <thead>
      <tr className="border-b border-rule text-xs text-soft">
        {columns.map((column, index) => {
          const { name, right, unseen, wide } = typeof column === 'string' ? { name: column } : column;
          const classes = [
            'py-2 font-normal',
            index < columns.length - 1 && gap,
            right && 'text-right',
            wide && 'max-sm:hidden',
          ];
          return (
            <th key={name} scope="col" className={classes.filter(Boolean).join(' ')}>
              {unseen ? <span className="sr-only">{name}</span> : name}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

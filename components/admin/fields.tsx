/** Small fields for forms above tables. The label stands above, as everywhere. */
import type { ComponentProps, ReactNode } from 'react';

const look = 'h-9 w-full rounded-sm border border-unknown bg-paper px-2 text-sm';

export function SmallInput({ label, ...input }: ComponentProps<'input'> & { label: string; id: string }) {
  return (
    <div className="min-w-0">
      <label htmlFor={input.id} className="mb-0.5 block text-xs text-soft">
        {label}
      </label>
      <input {...input} className={look} />
    </div>
  );
}

export function SmallSelect({
  label,
  children,
  ...select
}: ComponentProps<'select'> & { label: string; id: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={select.id} className="mb-0.5 block text-xs text-soft">
        {label}
      </label>
      <select {...select} className={look}>
        {children}
      </select>
    </div>
  );
}

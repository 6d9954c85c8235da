/** Where documents and behaviour disagree; behaviour counts. */
import type { Report } from '../../lib/scan/report/schema.ts';
import { Cites } from './cite.tsx';
import { Section } from './section.tsx';

/** Nothing at all where nothing contradicts: an empty section would only be noise. */
export function Contradictions({ items }: { items: Report['contradictions'] }) {
  if (items.length === 0) return null;
  return (
    <Section id="contradictions" title="Contradictions" note="Declared in one place, refused in another. What the server does is what counts.">
      <ul className="-mt-5 divide-y divide-hair">
        {items.map((item) => (
          <li key={item.id + item.summary} className="max-w-prose py-5">
            {item.summary} <Cites evidence={item.evidence} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

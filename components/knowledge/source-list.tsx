/** Standards by section, with what each one says about the matter. */
import type { Source } from '../../content/types.ts';
import { Rich } from './rich.tsx';

export function SourceList({ sources }: { sources: readonly Source[] }) {
  return (
    <dl className="-mt-2 max-w-prose">
      {sources.map(({ label, url, says }) => (
        <div key={url} className="grid gap-x-6 border-b border-hair py-2 sm:grid-cols-[11rem_minmax(0,1fr)]">
          <dt>
            <a href={url} className="link">
              {label}
            </a>
          </dt>
          <dd className="text-soft">
            <Rich text={says} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

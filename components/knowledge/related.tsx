/** Pages that go on from here. */
import { pageAt } from './catalogue.ts';

export function Related({ paths }: { paths: readonly string[] }) {
  return (
    <ul className="-mt-2 max-w-prose">
      {paths.map(pageAt).map(({ path, title, says }) => (
        <li key={path} className="border-b border-hair py-2.5">
          <a href={path} className="link font-medium">
            {title}
          </a>
          <p className="text-sm text-soft">{says}</p>
        </li>
      ))}
    </ul>
  );
}

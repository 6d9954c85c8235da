/** The one field. A plain form, sent to /scan; components/enhance.ts says what will be scanned while one types, and that the form is on its way. */
import { Prose } from './prose.tsx';
import { reading } from './typed-address.ts';

export interface ScanFormState {
  /** What stands in the field. */
  typed: string;
  /** The report is to be found by its address alone. */
  unlisted: boolean;
  /** Why what was typed is not scanned. */
  error: { code: string; message: string } | null;
}

export function ScanForm({ typed = '', unlisted = false, error = null }: Partial<ScanFormState>) {
  return (
    <form action="/scan" method="post" noValidate className="max-w-2xl">
      <label htmlFor="target" className="mb-1.5 block text-sm font-medium">
        Address of a site or an API
      </label>
      <div className="flex flex-col gap-2.5 sm:flex-row">
        <input
          id="target"
          name="target"
          type="text"
          inputMode="url"
          autoComplete="url"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          placeholder="api.example.com"
          defaultValue={typed}
          // A page that comes back with a reason is a new one: the field, and with it the reason, is what readers who hear pages are taken to.
          autoFocus={error !== null}
          aria-invalid={error !== null}
          aria-describedby={error ? 'target-error' : 'target-hint'}
          className="min-w-0 grow rounded-sm border border-unknown bg-transparent px-3.5 py-2.5 font-mono text-base placeholder:text-unknown aria-invalid:border-wall"
        />
        {/* The script changes these words, on the page for what is not found before React has seen them. */}
        <button type="submit" data-sending="Setting out" suppressHydrationWarning className="button px-8">
          Scan
        </button>
      </div>
      {error ? (
        <p id="target-error" role="alert" data-code={error.code} className="mt-2 min-h-6 text-sm text-wall">
          <Prose text={error.message} />
        </p>
      ) : (
        <p id="target-hint" data-reading suppressHydrationWarning className="mt-2 min-h-6 truncate text-sm text-soft">
          {reading(typed) ?? ''}
        </p>
      )}
      <label className="mt-2 flex w-fit items-center gap-2 text-sm text-soft">
        <input
          type="checkbox"
          name="unlisted"
          value="yes"
          defaultChecked={unlisted}
          className="size-4 shrink-0 accent-ink"
        />
        Keep the report unlisted: only people with its address can read it
      </label>
    </form>
  );
}

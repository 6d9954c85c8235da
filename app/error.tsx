'use client';
/** A fault of ours in one page. The text stays general: what went wrong is in the log under the number. */
export default function PageError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <div className="pt-10 sm:pt-16">
      <p className="eyebrow">500</p>
      <h1 className="mt-2 max-w-[22ch] text-3xl sm:text-4xl">Something went wrong on our side</h1>
      <p className="mt-4 max-w-prose text-lg text-soft">
        It is not about the site you looked at. Trying again often helps.
        {error.digest && ` If it does not, tell us this number: ${error.digest}.`}
      </p>
      <p className="mt-8">
        <button type="button" onClick={retry} className="button">
          Try again
        </button>
      </p>
    </div>
  );
}

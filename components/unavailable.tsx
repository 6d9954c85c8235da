/** In place of a page whose database cannot be reached, under status 503. */
export function Unavailable() {
  return (
    <div className="pt-10 sm:pt-16">
      <p className="eyebrow">503</p>
      <h1 className="mt-2 max-w-[22ch] text-3xl sm:text-4xl">Reports cannot be read right now</h1>
      <p className="mt-4 max-w-prose text-lg text-soft">
        Our database does not answer. Scans that were accepted are not lost. Try again in ten seconds.
      </p>
      <p className="mt-8">
        <a href="?" className="button">
          Try again
        </a>
      </p>
    </div>
  );
}

'use client';
/** The last resort, when the frame of the page itself fails: no fonts, no colours of ours, only the words. */
export default function GlobalError({ retry }: { error: Error; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong</title>
        <h1>Something went wrong on our side</h1>
        <p>Trying again often helps.</p>
        <button type="button" onClick={retry}>
          Try again
        </button>
      </body>
    </html>
  );
}

/**
 * Asks for a new scan of the same address, once the pause after the last one is over. `readyAt`: ISO time of that; components/enhance.ts
 * counts down to it. Without script the button works at once, and the scan waits in line.
 */
export function ScanAgain({ target, unlisted, readyAt }: { target: string; unlisted: boolean; readyAt: string }) {
  return (
    <form method="post" action="/scan" className="no-print">
      <input type="hidden" name="target" value={target} />
      <input type="hidden" name="again" value="yes" />
      {unlisted && <input type="hidden" name="unlisted" value="yes" />}
      <button
        type="submit"
        data-ready-at={readyAt}
        className="button-quiet num disabled:text-soft disabled:hover:border-rule"
      >
        Scan again
      </button>
    </form>
  );
}

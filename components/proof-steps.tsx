/** How somebody shows that a domain is theirs: what to publish, where, and the button by which they say that it is done. */
import type { ReactNode } from 'react';
import { When } from './when.tsx';

export interface ProofStepsProps {
  /** Of the request, for the button. */
  id: string;
  proof: Record<'recordName' | 'recordValue' | 'fileUrl', string>;
  /** When the owner said that it is published, and when it was last looked for. */
  lookAt: Date | null;
  lookedAt: Date | null;
  now: Date;
  lookNow: (data: FormData) => Promise<void>;
  /** How soon it is looked for, such as `a few seconds`. */
  soon: string;
}

function Step({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      <div className="min-w-0 max-w-prose">{children}</div>
    </section>
  );
}

export function ProofSteps({ id, proof, lookAt, lookedAt, now, lookNow, soon }: ProofStepsProps) {
  const waiting = lookAt !== null && (lookedAt === null || lookedAt < lookAt);
  return (
    <>
      <Step id="record" title="A DNS record">
        <p>
          A TXT record called <code className="text-sm break-all">{proof.recordName}</code> that says:
        </p>
        <pre
          tabIndex={0}
          role="group"
          aria-label="Value of the record"
          className="mt-2 overflow-x-auto rounded-sm border border-hair bg-sheet p-3 text-xs leading-relaxed"
        >
          {proof.recordValue}
        </pre>
      </Step>
      <Step id="file" title="Or a file">
        <p>
          The same line as plain text at <code className="text-sm break-all">{proof.fileUrl}</code>, without a redirect.
        </p>
      </Step>
      <Step id="look" title="Published?">
        <p role="status" className="mb-4 empty:hidden">
          {waiting && `We are going to look. Load this page again in ${soon}.`}
          {!waiting && lookedAt && (
            <>
              We looked <When at={lookedAt} now={now} /> and found neither. New DNS records can take a while.
            </>
          )}
        </p>
        <form action={lookNow}>
          <input type="hidden" name="id" value={id} />
          <button type="submit" className="button">
            Look for it now
          </button>
        </form>
      </Step>
    </>
  );
}

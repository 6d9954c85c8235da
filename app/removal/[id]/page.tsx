import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ProofSteps } from '@/components/proof-steps.tsx';
import { proofOf } from '@/lib/proof.ts';
import { proofOfRequest } from '@/lib/removals.ts';
import { lookNow } from '../actions.ts';

export const metadata: Metadata = { title: 'Your request', robots: { index: false } };

/** What the owner publishes, and whether it has been found. Its address is known to who sent the request. */
export default async function RemovalRequest({ params }: PageProps<'/removal/[id]'>) {
  const { id } = await params;
  const request = await proofOfRequest(id);
  if (!request) notFound();
  const { domain, token, lookAt, lookedAt, provedAt } = request;
  if (provedAt)
    return (
      <div className="pt-8 sm:pt-12">
        <h1 className="text-3xl sm:text-4xl">Your request is with the operator</h1>
        <p className="mt-4 max-w-prose text-lg text-soft">
          The proof was found under <span className="font-mono text-[0.92em] break-all">{domain}</span>. A person reads
          your request and answers by mail. You can take the record or the file away again.
        </p>
      </div>
    );
  return (
    <>
      <div className="pt-8 pb-10 sm:pt-12">
        <h1 className="max-w-[24ch] text-3xl sm:text-4xl">Show that the domain is yours</h1>
        <p className="mt-4 max-w-prose text-lg text-soft">
          Publish one of the two below, then press the button. Keep the address of this page: only you have it. A
          request that is not proved within 14 days is forgotten.
        </p>
      </div>
      <ProofSteps
        {...{ id, lookAt, lookedAt, lookNow }}
        proof={proofOf(domain, token)}
        now={new Date()}
        soon="a minute or two"
      />
    </>
  );
}

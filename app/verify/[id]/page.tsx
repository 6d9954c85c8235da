import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { visitorOf } from '@/app/visitor.ts';
import { ProofSteps } from '@/components/proof-steps.tsx';
import { FaceForm, FaceHint } from '@/components/verify/face-form.tsx';
import { NoCredentials } from '@/components/verify/no-credentials.tsx';
import { SecretsPromise } from '@/components/verify/secrets-promise.tsx';
import { VerifyForm } from '@/components/verify/verify-form.tsx';
import { choiceDays, verifiedDays } from '@/lib/db/faces.ts';
import { faceOffer } from '@/lib/faces.ts';
import { canSeal, verificationOf } from '@/lib/verification.ts';
import { choose, lookNow, submit } from '../actions.ts';

export const metadata: Metadata = { title: 'Verify with your own client', robots: { index: false } };

/** One verification, for the visitor who began it and for nobody else. */
export default async function VerifyRequest({ params }: PageProps<'/verify/[id]'>) {
  const { id } = await params;
  const visitor = visitorOf(await headers());
  const [verification, face] = await Promise.all([verificationOf(id, visitor), faceOffer(id, visitor)]);
  if (!verification) notFound();
  const now = new Date();
  const { targetUrl, provedAt, scanned, problem, hosts, tokenEndpoint, operations } = verification;
  const address = <span className="font-mono text-[0.92em] break-all">{targetUrl}</span>;
  if (!provedAt)
    return (
      <>
        <div className="pt-8 pb-10 sm:pt-12">
          <h1 className="max-w-[24ch] text-3xl sm:text-4xl">Show that it is yours</h1>
          <p className="mt-4 max-w-prose text-lg text-soft">
            Publish one of the two below for {address}, then press the button. Leave it until the report is there: it is
            looked for once more before a credential is used. This page is yours for a day, from this network.
          </p>
        </div>
        <ProofSteps {...verification} now={now} lookNow={lookNow} soon="a few seconds" />
      </>
    );
  return (
    <>
      <div className="pt-8 pb-10 sm:pt-12">
        <h1 className="max-w-[24ch] text-3xl sm:text-4xl">It is yours. Now the handshake</h1>
        <p className="mt-4 max-w-prose text-lg text-soft">
          The proof for {address} was found. Give a credential that may be used once.
        </p>
      </div>
      <section className="section" aria-labelledby="credential">
        <div>
          <h2 id="credential" className="text-xl">
            The client
          </h2>
          {problem !== null && <p className="mt-2 text-sm text-partly">{problem}</p>}
        </div>
        {!canSeal() ? (
          <NoCredentials />
        ) : scanned ? (
          <VerifyForm action={submit} id={id} hosts={hosts} tokenEndpoint={tokenEndpoint} operations={operations} />
        ) : (
          <p className="max-w-prose">
            There is no report of {address} yet.{' '}
            <a className="link" href="/">
              Scan it first
            </a>
            , then load this page again: the report says where a credential would go.
          </p>
        )}
      </section>
      <SecretsPromise />
      {!face && <FaceHint domain={verification.domain} />}
      {face && (
        <FaceForm {...face} {...{ id, now, verifiedDays, choiceDays }} chosen={face.chosen !== null} action={choose} />
      )}
    </>
  );
}

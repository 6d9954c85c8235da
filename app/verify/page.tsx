import type { Metadata } from 'next';
import { SecretsPromise } from '@/components/verify/secrets-promise.tsx';
import { BeginForm } from '@/components/verify/begin-form.tsx';
import { NoCredentials } from '@/components/verify/no-credentials.tsx';
import { canSeal } from '@/lib/verification.ts';
import { begin } from './actions.ts';

export const metadata: Metadata = {
  title: 'Verify with your own client',
  description: 'For owners: have the handshake done with a client of your own, so that the report is verified.',
  alternates: { canonical: '/verify' },
  robots: { index: false },
};

// Whether a credential can be taken is a setting of the running process, not of the build.
export const dynamic = 'force-dynamic';

const longestTarget = 2000;

export default async function Verify({ searchParams }: PageProps<'/verify'>) {
  const { target } = await searchParams;
  return (
    <>
      <div className="pt-8 pb-10 sm:pt-12">
        <h1 className="max-w-[22ch] text-3xl sm:text-4xl">Verify with your own client</h1>
        <p className="mt-4 max-w-prose text-lg text-soft">
          A scan judges from outside. With a client of yours the last steps are taken too: a token from your token
          endpoint, a call with it, and the same call with a damaged one. Once the domain is proved you may also choose
          which report stands for it.
        </p>
      </div>
      <section className="section" aria-labelledby="address">
        <div>
          <h2 id="address" className="text-xl">
            Your API
          </h2>
          <p className="mt-2 text-sm text-soft">The next page says how you show that it is yours.</p>
        </div>
        <div>
          <BeginForm action={begin} target={typeof target === 'string' ? target.slice(0, longestTarget) : ''} />
          {!canSeal() && <NoCredentials />}
        </div>
      </section>
      <SecretsPromise />
    </>
  );
}

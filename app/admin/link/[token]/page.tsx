import type { Metadata } from 'next';
import { PasswordForm } from '@/components/admin/login-forms.tsx';
import { passwordLength } from '@/lib/auth/index.ts';
import { addressOfLink } from '@/lib/auth/operators.ts';
import { choosePassword } from '../../login/actions.ts';

// The address is a secret: it must not travel on in a Referer.
export const metadata: Metadata = { title: 'Choose a password', referrer: 'no-referrer' };

export default async function OneTimeLink({ params }: PageProps<'/admin/link/[token]'>) {
  const { token } = await params;
  const email = await addressOfLink(token);
  return (
    <div className="pt-10 sm:pt-16">
      <p className="eyebrow">One-time link</p>
      {email === null ? (
        <>
          <h1 className="mt-2 max-w-[22ch] text-3xl sm:text-4xl">This link does not work any more</h1>
          <p className="mt-4 max-w-prose text-lg text-soft">
            It has been used or replaced, or is more than a day old. An operator can make a new one, or{' '}
            <code className="text-[0.92em]">npm run admin -- link</code> on the server.
          </p>
        </>
      ) : (
        <>
          <h1 className="mt-2 text-3xl sm:text-4xl">Choose a password</h1>
          <p className="mt-4 max-w-prose text-soft">
            For <span className="font-medium break-all text-ink">{email}</span>. Sessions that this operator has
            elsewhere will end.
          </p>
          <PasswordForm action={choosePassword} token={token} email={email} minLength={passwordLength.min} />
        </>
      )}
    </div>
  );
}

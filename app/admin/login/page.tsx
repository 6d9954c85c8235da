import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { LoginForm } from '@/components/admin/login-forms.tsx';
import { hasOperators } from '@/lib/auth/operators.ts';
import { areaPath, currentOperator } from '../session.ts';
import { logIn } from './actions.ts';

export const metadata: Metadata = { title: 'Sign in' };

export default async function Login({ searchParams }: PageProps<'/admin/login'>) {
  const { next } = await searchParams;
  const target = areaPath(typeof next === 'string' ? next : null);
  if (await currentOperator()) redirect(target);
  const open = await hasOperators();
  return (
    <div className="pt-10 sm:pt-16">
      <p className="eyebrow">For operators of this site</p>
      <h1 className="mt-2 text-3xl sm:text-4xl">Sign in</h1>
      {open ? (
        <LoginForm action={logIn} next={target} />
      ) : (
        <div className="mt-5 max-w-prose text-soft">
          <p>This installation has no operator yet. On its server, run</p>
          <pre
            className="my-4 overflow-x-auto rounded-sm border border-hair bg-sheet px-4 py-3 text-sm text-ink"
            tabIndex={0}
          >
            npm run -s admin -- create you@example.com
          </pre>
          <p>and open the link that it prints. There is no default password.</p>
        </div>
      )}
    </div>
  );
}

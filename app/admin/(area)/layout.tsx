import type { ReactNode } from 'react';
import { AreaNav } from '@/components/admin/area-nav.tsx';
import { waitingWork } from '@/lib/admin/waiting.ts';
import { logOut } from '../login/actions.ts';
import { requireOperator } from '../session.ts';

export default async function AreaLayout({ children }: { children: ReactNode }) {
  const operator = await requireOperator();
  const waiting = await waitingWork();
  return (
    <>
      <div className="no-print flex flex-wrap-reverse items-end justify-between gap-x-8 border-b border-hair">
        <AreaNav waiting={waiting} />
        <form action={logOut} className="flex items-center gap-3 py-1.5 text-xs text-soft">
          <span className="max-w-[16rem] truncate">{operator.email}</span>
          <button type="submit" className="link py-1">
            Sign out
          </button>
        </form>
      </div>
      {children}
    </>
  );
}

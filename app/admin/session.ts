import 'server-only';
/** Who is signed in, for pages and actions of the operator's area. Each of them asks for itself: a layout guards nothing that is below it. */
import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { operatorOf, type Operator } from '@/lib/auth/index.ts';

/** The operator of this request, or null; asked once per request. */
export const currentOperator = cache(async (): Promise<Operator | null> => operatorOf(await headers()));

/** A path of the operator's area as it was given, or its front page: a login must not lead anywhere else. */
export function areaPath(given: string | null | undefined): Route {
  const fits =
    typeof given === 'string' &&
    given.length <= 500 &&
    /^\/admin(?:\/[\w./%-]*)?$/.test(given) &&
    !given.includes('..') &&
    !/^\/admin\/(?:login|link)/.test(given);
  return (fits ? given : '/admin/leaderboard') as Route;
}

/** The operator of this request; everybody else is sent to the login page, which leads back. */
export async function requireOperator(): Promise<Operator> {
  const operator = await currentOperator();
  if (operator) return operator;
  const path = (await headers()).get('x-pathname');
  redirect(`/admin/login?next=${encodeURIComponent(areaPath(path))}` as Route);
}

import { redirect } from 'next/navigation';
import { requireOperator } from './session.ts';

export default async function Front() {
  await requireOperator();
  redirect('/admin/leaderboard');
}

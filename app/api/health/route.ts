import { json, otherMethods, problem } from '@/app/api/answers.ts';
import { reachable } from '@/app/reachable.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

/** 200 when this process can serve reports, 503 when its database does not answer. */
export async function GET(): Promise<Response> {
  if (await reachable()) return json({ status: 'ok' });
  return problem(503, 'unavailable', 'The database cannot be reached right now.', { 'retry-after': '10' });
}

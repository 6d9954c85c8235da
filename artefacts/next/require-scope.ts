/** Next.js 16, in a route handler: a scope that a machine client must have. People are not limited by it. */
import { callerOf } from '../node/machine-clients.ts';

/** A refusal for a program whose token lacks the scope, else null. People are not limited by it. */
export async function requireScope(request: Request, scope: string): Promise<Response | null> {
  const caller = await callerOf(request.headers.get('authorization'));
  if (!caller || caller.scopes.includes(scope)) return null;
  const error_description = `This token lacks the scope ${scope}.`;
  return Response.json(
    { error: 'insufficient_scope', error_description, scope },
    { status: 403, headers: { 'WWW-Authenticate': `Bearer error="insufficient_scope", scope="${scope}"` } },
  );
}

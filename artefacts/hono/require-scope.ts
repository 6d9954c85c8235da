/** Hono 4, behind `beside`: a scope that a machine client must have. People are not limited by it. */
import type { MiddlewareHandler } from 'hono';
import './beside.ts';

export function requireScope(scope: string): MiddlewareHandler {
  return async (c, next) => {
    const caller = c.get('caller');
    if (!caller || caller.scopes.includes(scope)) return next();
    const error_description = `This token lacks the scope ${scope}.`;
    return c.json({ error: 'insufficient_scope', error_description, scope }, 403, {
      'WWW-Authenticate': `Bearer error="insufficient_scope", scope="${scope}"`,
    });
  };
}

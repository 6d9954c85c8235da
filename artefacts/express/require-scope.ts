/** Express 5, behind `beside`: a scope that a machine client must have. People are not limited by it. */
import type { RequestHandler } from 'express';
import type { Caller } from '../node/machine-clients.ts';

export function requireScope(scope: string): RequestHandler {
  return (_request, response, next) => {
    const caller = response.locals['caller'] as Caller | undefined;
    if (!caller || caller.scopes.includes(scope)) return next();
    response
      .status(403)
      .set('WWW-Authenticate', `Bearer error="insufficient_scope", scope="${scope}"`)
      .json({ error: 'insufficient_scope', error_description: `This token lacks the scope ${scope}.`, scope });
  };
}

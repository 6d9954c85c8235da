/** NestJS on Express, after `Beside`: a scope that a machine client must have. People are not limited by it. */
import { HttpException, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Caller } from '../node/machine-clients.ts';

export class RequireScope implements CanActivate {
  private readonly scope: string;

  constructor(scope: string) {
    this.scope = scope;
  }

  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    const { caller } = http.getRequest<Request & { caller?: Caller }>();
    if (!caller || caller.scopes.includes(this.scope)) return true;
    http.getResponse<Response>().set('WWW-Authenticate', `Bearer error="insufficient_scope", scope="${this.scope}"`);
    const error_description = `This token lacks the scope ${this.scope}.`;
    throw new HttpException({ error: 'insufficient_scope', error_description, scope: this.scope }, 403);
  }
}

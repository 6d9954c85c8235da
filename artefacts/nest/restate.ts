/** NestJS on Express: what a guard refuses, told so that a program understands it. */
import { HttpException, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import { mustRestate, refusal } from '../node/refusal.ts';

/** Asks your guard. Its answers to browsers stay; what it lets through is answered as before. */
export class Restate implements CanActivate {
  private readonly guard: { canActivate(context: ExecutionContext): unknown };

  constructor(guard: { canActivate(context: ExecutionContext): unknown }) {
    this.guard = guard;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const response = context.switchToHttp().getResponse<Response>();
    const request = context.switchToHttp().getRequest<Request>();
    const field = (name: string) => request.get(name);
    const said = await this.ask(context);
    // A guard that says false is answered with 403 by Nest; one that answered by itself has nothing left to be told.
    const status = said instanceof HttpException ? said.getStatus() : 403;
    if (said === true || response.headersSent) return said === true;
    if (!mustRestate(status, field)) {
      if (said instanceof Error) throw said;
      return false;
    }
    const { headers, body } = refusal(field, said instanceof HttpException ? JSON.stringify(said.getResponse()) : '');
    response.removeHeader('Location');
    response.set(headers);
    throw new HttpException(JSON.parse(body) as Record<string, unknown>, 401);
  }

  /** What the guard says, or the HTTP error that it threw. */
  private async ask(context: ExecutionContext): Promise<unknown> {
    try {
      return await this.guard.canActivate(context);
    } catch (failure) {
      if (failure instanceof HttpException) return failure;
      throw failure;
    }
  }
}

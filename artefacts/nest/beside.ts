/** NestJS on Express: a token beside your guard. */
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { callerOf, type Caller } from '../node/machine-clients.ts';
import { Restate } from './restate.ts';

/** Who holds a known token goes on, as `request.caller`; everybody else is the guard's, as before. */
export class Beside extends Restate {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request & { caller?: Caller }>();
    const caller = await callerOf(request.get('Authorization'));
    if (!caller) return super.canActivate(context);
    request.caller = caller;
    return true;
  }
}

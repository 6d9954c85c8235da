/** Hono 4: programs register themselves. */
import type { Handler } from 'hono';
import { registrationAnswer } from '../node/registration-answer.ts';

export const registration: Handler = async (c) => {
  // Behind a proxy of your own, take the address that it vouches for.
  const address = c.req.header('x-real-ip') ?? '';
  const { status, headers, body } = await registrationAnswer(await c.req.text(), address);
  return new Response(body, { status, headers });
};

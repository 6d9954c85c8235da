/** Next.js 16: programs register themselves. */
import { registrationAnswer } from '../node/registration-answer.ts';

export async function registration(request: Request): Promise<Response> {
  // Set by the platform or by your own proxy; what a client writes there itself must not reach this.
  const address = request.headers.get('x-real-ip') ?? '';
  const { status, headers, body } = await registrationAnswer(await request.text(), address);
  return new Response(body, { status, headers });
}

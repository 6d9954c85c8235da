/** Next.js 16: client_credentials at a token endpoint. */
import { ours, tokenAnswer } from '../node/token-answer.ts';

type Handler = (request: Request) => Response | Promise<Response>;

/** `before` is the handler that answers there today, if any: other grants go on to it. */
export function tokenEndpoint(before?: Handler): Handler {
  return async (request) => {
    const form = new URLSearchParams(await request.clone().text());
    if (!ours(form) && before) return before(request);
    const { status, headers, body } = await tokenAnswer(form, request.headers.get('authorization'));
    return new Response(body, { status, headers });
  };
}

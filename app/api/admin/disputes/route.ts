/** Answered disputes for operators, one JSON object a line: what the engine's next test cases are written from. */
import { answering, otherMethods, problem } from '../../answers.ts';
import { permalink } from '@/lib/addresses.ts';
import { siteOrigin } from '../../../site-origin.ts';
import { answeredDisputes } from '@/lib/admin/disputes.ts';
import { operatorOfApi } from '@/lib/auth/index.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    if (!(await operatorOfApi(request.headers)))
      return problem(
        401,
        'unauthorized',
        'This address is for operators. Sign in at /admin/login, or send a token as `Authorization: Bearer`.',
        { 'www-authenticate': 'Bearer realm="operator"' },
      );
    const rows = await answeredDisputes();
    const lines = rows.map(({ scan, scanId, finding, expected, reason, exchange, ruling, answer, resolvedAt }) =>
      JSON.stringify({
        target: scan.targetUrl,
        finding,
        expected,
        reason,
        exchange,
        reportIsWrong: ruling === 'right',
        answer,
        answeredAt: resolvedAt,
        methodology: scan.methodology,
        engine: scan.engineVersion,
        report: siteOrigin() + permalink({ id: scanId, domain: scan.domain }),
      }),
    );
    return new Response(lines.map((line) => `${line}\n`).join(''), {
      headers: {
        'cache-control': 'private, no-store',
        vary: 'cookie, authorization',
        'content-type': 'application/x-ndjson; charset=utf-8',
      },
    });
  });
}

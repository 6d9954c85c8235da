import { z } from 'zod';
import { answering, json, otherMethods, problem } from '@/app/api/answers.ts';
import { bodyWithin } from '@/app/body.ts';
import { scanJson } from '@/app/scan-view.ts';
import { visitorOf } from '@/app/visitor.ts';
import { requestScan } from '@/lib/scans.ts';

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['POST']);

// Room for the longest address and for being told that it is too long.
const largestBody = 64 * 1024;
const example = 'Send JSON such as {"target": "api.example.com"}.';

const body = z
  .object({ target: z.string().optional(), url: z.string().optional(), unlisted: z.boolean().default(false), again: z.boolean().default(false) })
  .transform(({ target, url, ...options }) => ({ ...options, target: target ?? url ?? '' }));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Asks for a scan: 202 while it waits or runs, 200 when a scan of this address has just finished and is handed out instead. */
export function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const sent = await bodyWithin(request, largestBody);
    if (sent === null) return problem(413, 'too-long', `The body is larger than 64 kB. ${example}`);
    const input = body.safeParse(parsed(sent.toString()));
    if (!input.success) return problem(400, 'bad-request', `The body is not what was expected. ${example}`);
    const { target, unlisted, again } = input.data;
    const { scan, joined } = await requestScan(target, { unlisted, again, visitor: visitorOf(request.headers) });
    const status = scan.status === 'done' ? 200 : 202;
    return json({ ...scanJson(scan), joined }, status, { location: `/api/v1/scans/${scan.id}` });
  });
}

import { answering, json, otherMethods, problem, unknownScan } from '@/app/api/answers.ts';
import { scanJson } from '@/lib/present.ts';
import { notFromHere, senderOf } from '@/app/sender.ts';
import { visitorOf } from '@/app/visitor.ts';
import { retryScan } from '@/lib/scans.ts';

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['POST']);

/** Puts a failed scan back in line (202); a scan in any other state is given back as it is (200). */
export function POST(request: Request, context: RouteContext<'/api/v1/scans/[id]/retry'>): Promise<Response> {
  return answering(async () => {
    if (senderOf(request.headers) === 'elsewhere') return problem(403, 'foreign-origin', notFromHere);
    const scan = await retryScan((await context.params).id, { visitor: visitorOf(request.headers) });
    return scan ? json(scanJson(scan), scan.status === 'queued' ? 202 : 200) : unknownScan();
  });
}

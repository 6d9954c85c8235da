import { answering, json, otherMethods, unknownScan } from '@/app/api/answers.ts';
import { scanJson, scanState, stepOf } from '@/app/scan-view.ts';
import { eventsSince, queueState, scanById } from '@/lib/scans.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

/** A scan with its state, its steps after number `after` (default: all), and its report once it is done. */
export function GET(request: Request, context: RouteContext<'/api/v1/scans/[id]'>): Promise<Response> {
  return answering(async () => {
    const { id } = await context.params;
    const scan = await scanById(id);
    if (!scan) return unknownScan();
    const after = Number(new URL(request.url).searchParams.get('after') ?? 0);
    const [queue, events] = await Promise.all([scan.status === 'queued' ? queueState(id) : null, eventsSince(id, Number.isSafeInteger(after) && after > 0 ? after : 0)]);
    return json({ ...scanJson(scan), state: scanState(scan, queue), steps: events.map(stepOf), report: scan.report });
  });
}

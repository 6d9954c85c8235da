import { answering, json, otherMethods, unknownScan } from '@/app/api/answers.ts';
import { scanJson, scanState, stepNumber, stepOf } from '@/app/scan-view.ts';
import { eventsSince, queueState, scanById } from '@/lib/scans.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

/** A scan with its state, its steps after number `after` (default: all), and its report once it is done. */
export function GET(request: Request, context: RouteContext<'/api/v1/scans/[id]'>): Promise<Response> {
  return answering(async () => {
    const { id } = await context.params;
    const scan = await scanById(id);
    if (!scan) return unknownScan();
    const after = stepNumber(new URL(request.url).searchParams.get('after'));
    const [queue, events] = await Promise.all([scan.status === 'queued' ? queueState(id) : null, eventsSince(id, after)]);
    return json({ ...scanJson(scan), state: scanState(scan, queue), steps: events.map(stepOf), report: scan.report });
  });
}

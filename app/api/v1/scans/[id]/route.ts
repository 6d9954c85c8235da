import { callerWith } from '@/app/api/caller.ts';
import { answering, json, otherMethods, problem, unknownScan } from '@/app/api/answers.ts';
import { stepNumber } from '@/app/segments.ts';
import { scanJson, scanState, stepOf } from '@/lib/present.ts';
import { cancelScan, eventsSince, queueState, scanById } from '@/lib/scans.ts';

export const { POST, PUT, PATCH, OPTIONS } = otherMethods(['GET', 'DELETE']);

type Context = RouteContext<'/api/v1/scans/[id]'>;

/** A scan with its state, its steps after number `after` (default: all), and its report once it is done. */
export function GET(request: Request, context: Context): Promise<Response> {
  return answering(async () => {
    const { id } = await context.params;
    const scan = await scanById(id);
    if (!scan) return unknownScan();
    const after = stepNumber(new URL(request.url).searchParams.get('after'));
    const [queue, events] = await Promise.all([
      scan.status === 'queued' ? queueState(id) : null,
      eventsSince(id, after),
    ]);
    return json({ ...scanJson(scan), state: scanState(scan, queue), steps: events.map(stepOf), report: scan.report });
  });
}

/** Stops a scan of one's own that waits or runs, unless somebody has joined it: then it goes on and is nobody's own. */
export function DELETE(request: Request, context: Context): Promise<Response> {
  return answering(async () => {
    const { client } = await callerWith('scans:write', request);
    const { id } = await context.params;
    const known = await scanById(id);
    if (!known) return unknownScan();
    const scan = await cancelScan(id, client.id);
    if (scan) return json(scanJson(scan));
    return problem(
      409,
      'not-cancellable',
      'Only a scan that your own client asked for, and that has not ended, can be cancelled.',
    );
  });
}

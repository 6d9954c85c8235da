import { answering, json, otherMethods, unknownScan } from '@/app/api/answers.ts';
import { scanJson } from '@/app/scan-view.ts';
import { retryScan } from '@/lib/scans.ts';

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['POST']);

/** Puts a failed scan back in line (202); a scan in any other state is given back as it is (200). */
export function POST(_: Request, context: RouteContext<'/api/v1/scans/[id]/retry'>): Promise<Response> {
  return answering(async () => {
    const scan = await retryScan((await context.params).id);
    return scan ? json(scanJson(scan), scan.status === 'queued' ? 202 : 200) : unknownScan();
  });
}

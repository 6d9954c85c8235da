/** The form of plain pages: asks for a scan and goes to it. The home page's own form is a server action, which keeps what was typed. */
import { formWithin } from '@/app/body.ts';
import { unavailablePage } from '@/app/unavailable-page.ts';
import { ScanError } from '@/lib/scan/errors.ts';
import { redactUrl } from '@/lib/scan/redact/index.ts';
import { refusedPage } from '@/app/refused-page.ts';
import { notFromHere, senderOf } from '@/app/sender.ts';
import { visitorOf } from '@/app/visitor.ts';
import { LimitReached, requestScan, ServiceUnavailable } from '@/lib/scans.ts';

/** The form has three fields; the longest address that is taken is far shorter. */
const largestForm = 64 * 1024;

const to = (location: string) => new Response(null, { status: 303, headers: { location } });

export function GET(): Response {
  return to('/');
}

export async function POST(request: Request): Promise<Response> {
  // Programs have an API.
  if (senderOf(request.headers) !== 'here')
    return new Response(`${notFromHere}\n`, { status: 403, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  const data = await formWithin(request, largestForm);
  if (data === null) return to('/');
  const typed = data.get('target');
  const target = typeof typed === 'string' ? typed : '';
  try {
    const { scan } = await requestScan(target, {
      again: data.get('again') === 'yes',
      unlisted: data.get('unlisted') === 'yes',
      visitor: visitorOf(request.headers),
    });
    return to(`/scan/${scan.id}`);
  } catch (error) {
    // Addresses of pages stand in histories and logs: a secret that was typed goes no further.
    if (error instanceof ScanError) return to(`/?target=${encodeURIComponent(redactUrl(target.slice(0, 2000)))}`);
    if (error instanceof LimitReached) return refusedPage(error, request.headers.get('cookie') ?? '');
    if (error instanceof ServiceUnavailable) return unavailablePage(request.headers.get('cookie') ?? '');
    throw error;
  }
}

import { answering, otherMethods, unknownScan } from '@/app/api/answers.ts';
import { shutdown } from '@/app/shutdown.ts';
import { stepNumber } from '@/app/segments.ts';
import { scanState, stepOf } from '@/lib/present.ts';
import { visitorOf } from '@/app/visitor.ts';
import { openStream } from '@/lib/limits/streams.ts';
import { eventsSince, queueState, scanById, ServiceUnavailable } from '@/lib/scans.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

/** The table is the truth: the stream reads it, so that any web process can serve any scan. */
const readEvery = 400;
const pingEvery = 15_000;
/** A stream is ended after this long; the browser connects again where it stopped. */
const longest = 10 * 60_000;

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}

/**
 * Server-sent events of one scan: `step` for each request, thing found and stage (its id is the step's number, so that Last-Event-ID resumes), `state`
 * whenever the scan's state changes, `ping` in between. Ends after the state `done` or `failed`.
 */
export function GET(request: Request, context: RouteContext<'/api/v1/scans/[id]/events'>): Promise<Response> {
  return answering(async () => {
    const { id } = await context.params;
    const first = await scanById(id);
    if (!first) return unknownScan();
    const { domain, targetUrl, unlisted } = first;
    const ended = openStream(visitorOf(request.headers));
    let last = Math.max(
      stepNumber(request.headers.get('last-event-id')),
      stepNumber(new URL(request.url).searchParams.get('after')),
    );
    // Only the request's signal fires when a visitor leaves; the stream's own `cancel` does not.
    const signal = AbortSignal.any([request.signal, shutdown(), AbortSignal.timeout(longest)]);
    const encoder = new TextEncoder();

    const stream = new ReadableStream<Uint8Array>({
      async start(controller) {
        const send = (event: string, data: unknown, number?: number) =>
          controller.enqueue(
            encoder.encode(
              `${number === undefined ? '' : `id: ${number}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
            ),
          );
        let told = '';
        let pinged = Date.now();
        try {
          while (!signal.aborted) {
            // State before steps: a scan that is done by now has stored all its steps, so none is missed.
            const queue = await queueState(id);
            for (const event of await eventsSince(id, last)) {
              send('step', stepOf(event), event.seq);
              last = event.seq;
            }
            if (!queue) break;
            const over = queue.status === 'done' || queue.status === 'failed';
            const scan = over ? await scanById(id) : null;
            const state = scan
              ? scanState(scan, null)
              : scanState({ id, domain, targetUrl, unlisted, ...queue, errorCode: null, errorMessage: null }, queue);
            const text = JSON.stringify(state);
            if (text !== told) send('state', state);
            told = text;
            if (over) break;
            if (Date.now() - pinged > pingEvery) {
              send('ping', null);
              pinged = Date.now();
            }
            await pause(readEvery, signal);
          }
        } catch (error) {
          // The database went away: the browser connects again, and is told 503 as long as that lasts.
          if (!(error instanceof ServiceUnavailable) && !signal.aborted) throw error;
        } finally {
          ended();
          // A stream whose visitor has left is closed already.
          if (!request.signal.aborted) controller.close();
        }
      },
    });
    return new Response(stream, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
        'access-control-allow-origin': '*',
      },
    });
  });
}

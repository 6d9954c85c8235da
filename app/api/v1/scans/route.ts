import { accountOf, callerWith, optionalCaller, permitted } from '@/app/api/caller.ts';
import { answering, json, otherMethods, problem } from '@/app/api/answers.ts';
import { nextLink, pageOf, paged } from '@/app/api/cursor.ts';
import { scanRequestSchema } from '@/app/api/schemas.ts';
import { bodyWithin, jsonIn } from '@/app/body.ts';
import { isJson, notFromHere, senderOf } from '@/app/sender.ts';
import { scanJson } from '@/lib/present.ts';
import { visitorOf } from '@/app/visitor.ts';
import { once } from '@/lib/idempotency.ts';
import { ownScans, requestScan, scanById, scansLeft, type ScanSummary } from '@/lib/scans.ts';

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET', 'POST']);

const largestBody = 64_000;
const example = 'Send JSON such as {"target": "api.example.com"}.';

/** The scans that the caller's client has asked for, newest first, those that are not listed included. */
export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const { client } = await callerWith('reports:read', request);
    const page = pageOf(request.url);
    if (!page)
      return problem(
        400,
        'bad-cursor',
        'This cursor did not come from here. Take `next` from the page before, or leave it out.',
      );
    const { rows, next } = paged(
      await ownScans(client.id, page.limit + 1, page.after),
      page.limit,
      ({ createdAt, id }) => ({ at: createdAt, id }),
    );
    return json({ scans: rows.map(scanJson), next }, 200, nextLink(request.url, next));
  });
}

/** RateLimit fields as the IETF draft has them: what there is in all, and what is left. */
async function limitFields(account: { client: string } | { visitor: string | null }): Promise<Record<string, string>> {
  const { limit, seconds, remaining, resetSeconds } = await scansLeft(account);
  return {
    'ratelimit-policy': `"scans";q=${limit};w=${seconds}`,
    ratelimit: `"scans";r=${remaining};t=${resetSeconds}`,
  };
}

/** Asks for a scan: 202 while it waits or runs, 200 when a scan of this address has just finished and is handed out instead. */
export function POST(request: Request): Promise<Response> {
  return answering(async () => {
    if (senderOf(request.headers) === 'elsewhere') return problem(403, 'foreign-origin', notFromHere);
    if (!isJson(request.headers))
      return problem(415, 'not-json', `The body must be sent as Content-Type: application/json. ${example}`);
    const caller = await optionalCaller(request);
    if (caller) permitted(caller, 'scans:write');
    const sent = await bodyWithin(request, largestBody);
    if (sent === null) return problem(413, 'too-long', `The body is larger than 64 kB. ${example}`);
    const input = scanRequestSchema.safeParse(jsonIn(sent));
    if (!input.success) return problem(400, 'bad-request', `The body is not what was expected. ${example}`);
    const { target, url, unlisted, again } = input.data;
    const account = accountOf(caller, request);
    const ask = async () => {
      const options = {
        unlisted,
        again,
        visitor: visitorOf(request.headers),
        ...(caller && { client: caller.client.id }),
      };
      const { scan, joined } = await requestScan(target ?? url ?? '', options);
      return { id: scan.id, scan, joined };
    };
    const answer = async ({ scan, joined }: { scan: ScanSummary; joined: boolean }) =>
      json({ ...scanJson(scan), joined }, scan.status === 'done' ? 200 : 202, {
        location: `/api/v1/scans/${scan.id}`,
        ...(await limitFields(account)),
      });
    const key = request.headers.get('idempotency-key');
    if (key === null) return answer(await ask());
    if (key === '' || key.length > 200)
      return problem(400, 'bad-idempotency-key', 'An Idempotency-Key has 1 to 200 characters, such as a UUID.');
    // Behind one address stand several visitors who know nothing of each other's keys: there the body belongs to what tells requests apart.
    const sender = JSON.stringify(caller ? account : [account, sent.toString()]);
    const outcome = await once(sender, key, sent.toString(), ask);
    if (outcome.kind === 'done') return answer(outcome.result);
    if (outcome.kind === 'other-body')
      return problem(
        422,
        'idempotency-key-reused',
        'This Idempotency-Key was sent with another body. Take a new key for another request.',
      );
    const scan = outcome.kind === 'again' ? await scanById(outcome.scanId) : null;
    if (scan) return answer({ scan, joined: true });
    return problem(
      409,
      'idempotent-request-under-way',
      'The first request with this Idempotency-Key is not answered yet. Try again in a second.',
      { 'retry-after': '1' },
    );
  });
}

import { answering, json, otherMethods, problem, unknownScan } from '@/app/api/answers.ts';
import { disputeRequestSchema } from '@/app/api/schemas.ts';
import { bodyWithin, jsonIn } from '@/app/body.ts';
import { isJson, notFromHere, senderOf } from '@/app/sender.ts';
import { visitorOf } from '@/app/visitor.ts';
import { dispute } from '@/lib/disputes.ts';

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['POST']);

const largestBody = 16_000;
const example =
  'Send JSON such as {"finding": "signal-structured-401", "expected": "Pass", "reason": "x4 is a 401 with a JSON body."}.';

/** Says that a finding of this scan's report is wrong: 201 with the id of the dispute. */
export function POST(request: Request, context: RouteContext<'/api/v1/scans/[id]/disputes'>): Promise<Response> {
  return answering(async () => {
    if (senderOf(request.headers) === 'elsewhere') return problem(403, 'foreign-origin', notFromHere);
    if (!isJson(request.headers))
      return problem(415, 'not-json', `The body must be sent as Content-Type: application/json. ${example}`);
    const sent = await bodyWithin(request, largestBody);
    if (sent === null) return problem(413, 'too-long', `The body is larger than 16 kB. ${example}`);
    const input = disputeRequestSchema.safeParse(jsonIn(sent));
    if (!input.success) return problem(400, 'bad-request', `The body is not what was expected. ${example}`);
    const { id } = await context.params;
    const result = await dispute(id, input.data, visitorOf(request.headers));
    if (result === null) return unknownScan();
    if (!('id' in result)) return problem(400, 'bad-request', result.message);
    return json({ id: result.id, finding: input.data.finding, status: 'open' }, 201);
  });
}

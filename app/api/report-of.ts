/** Which report a path of the API names, and the answer where there is none. */
import { decodedSegment } from '@/app/segments.ts';
import { headById, latestHead, type ReportHead } from '@/lib/listed.ts';
import { queueState } from '@/lib/scans.ts';
import { problem, unknownDomain, unknownScan } from './answers.ts';

type Answering = (head: ReportHead) => Response | Promise<Response>;

/** The answer with the report that stands for a name (lib/db/faces.ts), as it stands in the path. @throws {ServiceUnavailable} */
export async function withReportOf(segment: string, answer: Answering): Promise<Response> {
  const name = decodedSegment(segment);
  const head = name === null ? null : await latestHead(name);
  return head ? answer(head) : unknownDomain();
}

/** The answer with the report of one scan, also of one that is not listed. @throws {ServiceUnavailable} */
export async function withReportOfScan(id: string, answer: Answering): Promise<Response> {
  const head = await headById(id);
  if (head) return answer(head);
  const state = await queueState(id);
  return state ? problem(404, 'no-report-yet', `This scan has no report yet: it is ${state.status}.`) : unknownScan();
}

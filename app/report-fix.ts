/** One fix of a report, whole: with the files of every framework, or of the one that the query names. */
import { json, problem } from '@/app/api/answers.ts';
import { codeNames, frameworkNamed, wholeFix } from '@/lib/scan/fix/whole.ts';
import { scanById } from '@/lib/scans.ts';

export async function reportFix(scan: string, id: string, request: Request): Promise<Response> {
  const fixes = (await scanById(scan))?.report?.fixes ?? [];
  const fix = fixes.find((one) => one.id === id);
  if (!fix)
    return problem(
      404,
      'unknown-fix',
      fixes.length === 0
        ? 'This report has no fixes.'
        : `This report has no fix of that name. It has: ${fixes.map((one) => one.id).join(', ')}.`,
    );
  const word = new URL(request.url).searchParams.get('framework');
  if (word === null) return json(wholeFix(fix));
  const framework = frameworkNamed(fix, word);
  return framework === undefined
    ? problem(
        404,
        'unknown-framework',
        `There is no code for it. There is for: ${codeNames(fix).join(', ') || 'none'}.`,
      )
    : json(wholeFix(fix, framework));
}

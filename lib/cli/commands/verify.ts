/** `latchkey verify <url>`: a scan, and then the handshake with the owner's own client. */
import type { Report } from '../../scan/schema/report.ts';
import { exitCodes, Refusal, type ExitCode } from '../exit.ts';
import type { ReportFlags } from '../finish.ts';
import { worst, type Verdict } from '../gates.ts';
import type { Outputs } from '../outputs.ts';
import { printable } from '../printable.ts';
import type { ScanFlags, Surroundings } from '../scanner.ts';
import { confirmHosts, readVerifyRequest, type VerifyFlags } from '../verify.ts';
import { runScan } from './scan.ts';

/** Whether the client got in, as the report judges it: a call that a damaged credential opens too proves nothing. */
export function handshakeVerdict({
  evidence: { verification },
  handshake = [],
}: Pick<Report, 'evidence' | 'handshake'>): Verdict {
  const told = (code: Verdict['code'], sentence: string): Verdict => ({ code, sentences: [sentence] });
  const untold = exitCodes.notRun.code;
  if (!verification) return told(untold, 'The scan ended before the handshake.');
  const step = handshake.find(({ id }) => id === 'call') ?? handshake[0];
  if (!step) return told(untold, 'The handshake got no answer, so nobody can say whether your client gets in.');
  if (step.id === 'call' && step.status === 'passed') return { code: exitCodes.passed.code, sentences: [] };
  const refusedByRule = step.id === 'allowed';
  return told(step.status === 'failed' && !refusedByRule ? exitCodes.gateFailed.code : untold, step.summary);
}

export async function runVerify(
  url: string,
  outputs: Outputs,
  flags: ScanFlags & ReportFlags & VerifyFlags,
  surroundings: Surroundings,
): Promise<ExitCode> {
  if (flags.server !== undefined)
    throw new Refusal('verify works only from this machine: your credential is never sent to an instance.');
  const { code, reports } = await runScan([url], outputs, flags, surroundings, async (target) => ({
    verify: await readVerifyRequest(flags, target),
    confirmHosts: (hosts) => confirmHosts(hosts),
  }));
  const handshake = worst(reports.map(handshakeVerdict));
  for (const sentence of handshake.sentences) process.stderr.write(`${printable(sentence)}\n`);
  return handshake.code > code ? handshake.code : code;
}

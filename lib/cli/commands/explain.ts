/** `latchkey explain <finding>`: what it asks, what it is worth, what cannot be seen of it, and how to fix it. */
import { groups, ladders } from '../../scan/dimensions/index.ts';
import { antiPatterns, flows, signals } from '../../scan/judge/index.ts';
import { exitCodes, type ExitCode } from '../exit.ts';
import { writeOut } from '../files.ts';
import { findingIds, knownId } from '../findings.ts';
import { printJson } from '../print.ts';
import { coloursOf, styleFor } from '../style.ts';

interface Rung {
  rung: string;
  points: number;
  status: string;
  meaning: string;
}

interface Facts {
  kind: string;
  id: string;
  title: string;
  rungs?: Rung[];
  [more: string]: string | number | boolean | Rung[] | undefined;
}

/** Everything that the program knows of a finding, as data. */
export function factsOf(id: string): Facts {
  const signal = signals.find(({ meta }) => meta.id === id);
  if (signal) {
    const { title, question, reads, blindSpot, spec, fix } = signal.meta;
    const points = groups.find((group) => group.signals.some((one) => one === id))?.weight ?? 0;
    const rungs = Object.entries(ladders[signal.meta.id]).map(([rung, { value, status, meaning }]) => ({
      rung,
      points: Math.round(value * points * 100) / 100,
      status,
      meaning,
    }));
    return {
      kind: 'signal',
      id,
      title,
      question,
      reads,
      blindSpot,
      specification: spec.label,
      url: spec.url,
      fix,
      points,
      rungs,
    };
  }
  const trap = antiPatterns.find(({ meta }) => meta.id === id);
  if (trap) {
    const { title, trap: text, cure, fix, blocking } = trap.meta;
    return { kind: 'anti-pattern', id, title, trap: text, cure, fix, blocking };
  }
  const flow = flows.find(({ meta }) => meta.id === id);
  if (!flow) throw new Error(`The finding ${id} is in no registry.`);
  const { title, about, spec } = flow.meta;
  return { kind: 'flow', id, title, about, specification: spec.label, url: spec.url };
}

const labels: Record<string, string> = {
  question: 'Question',
  trap: 'Trap',
  about: 'What it is',
  cure: 'Cure',
  points: 'Points',
  reads: 'Reads',
  blindSpot: 'Cannot see',
  blocking: 'Blocks an agent',
  specification: 'Specification',
  url: 'Address',
  fix: 'Fix',
};

export async function runExplain(
  given: string,
  { json = false, plain = false }: { json?: boolean; plain?: boolean },
): Promise<ExitCode> {
  const facts = factsOf(knownId(given, findingIds));
  if (json) {
    await writeOut(printJson(facts));
    return exitCodes.passed.code;
  }
  const style = styleFor(process.stdout, { plain });
  const pc = coloursOf(style);
  const lines = [`${pc.bold(facts.title)}, ${facts.kind} ${given}`, ''];
  for (const [name, label] of Object.entries(labels)) {
    const value = facts[name];
    if (value === undefined || Array.isArray(value)) continue;
    const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
    lines.push(plain ? `${label}: ${text}` : `${pc.dim(label.padEnd(16))} ${text}`);
  }
  const { rungs } = facts;
  if (Array.isArray(rungs)) {
    lines.push('', 'Rungs:');
    for (const { rung, points, status, meaning } of rungs)
      lines.push(
        plain
          ? `${rung}: ${points} points, ${status}, ${meaning}.`
          : `  ${String(points).padStart(6)}  ${status.padEnd(7)} ${rung.padEnd(24)} ${pc.dim(meaning)}`,
      );
  }
  await writeOut(`${lines.join('\n')}\n`);
  return exitCodes.passed.code;
}

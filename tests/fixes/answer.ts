/** Holds an answer to what a fix promises of it. */
import { readErrorShape } from '../../lib/scan/read/error-shape.ts';
import type { Fix } from '../../lib/scan/schema/report.ts';

/** One answer as `curl -i` prints it. */
function readAnswer(text: string): { status: number; headers: Map<string, string>; body: string } {
  const [head = '', ...rest] = text.replaceAll('\r\n', '\n').split('\n\n');
  const [line = '', ...fields] = head.split('\n');
  return {
    status: Number(/^HTTP\/[\d.]+ (\d+)/.exec(line)?.[1] ?? 0),
    headers: new Map(
      fields.map((field): [string, string] => [
        field.slice(0, field.indexOf(':')).toLowerCase(),
        field.slice(field.indexOf(':') + 1).trim(),
      ]),
    ),
    body: rest.join('\n\n'),
  };
}

const membersOf = (body: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
};

/** What is wrong with an answer, or null. The engine itself says whether a body names an error. */
export function fault(text: string, wanted: NonNullable<Fix['checks'][number]['answer']>): string | null {
  const { status, headers, body } = readAnswer(text);
  const members = membersOf(body);
  if (!wanted.status.includes(status)) return `HTTP ${status}: ${body.slice(0, 200)}`;
  for (const [name, value] of Object.entries(wanted.headers))
    if (!headers.get(name.toLowerCase())?.toLowerCase().includes(value.toLowerCase()))
      return `${name} is ${headers.get(name.toLowerCase()) ?? 'not there'}`;
  for (const name of wanted.members) if (members[name] === undefined) return `the body has no ${name}`;
  if (wanted.error.length > 0 && !wanted.error.includes(String(members['error'])))
    return `the error is ${String(members['error'])}`;
  if (wanted.names && readErrorShape(body, headers.get('content-type') ?? null, status).level !== 'names')
    return 'the body names no error';
  return null;
}

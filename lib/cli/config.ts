/** `latchkey.config.json`: what a project asks each time. Flags win over it. */
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { Refusal } from './exit.ts';
import { readJson } from './files.ts';
import { formatNames, type FormatName } from './formats.ts';
import type { Output } from './outputs.ts';

const text = z.string().min(1);

export const configSchema = z
  .strictObject({
    $schema: z.string().optional().describe('Address of this schema, for editors.'),
    url: z
      .union([text, z.array(text).min(1)])
      .optional()
      .describe('Addresses for `scan` when none is given.'),
    openapi: text.optional().describe('File or address for `openapi` when none is given.'),
    failUnder: z.number().min(0).max(100).optional().describe('Lowest score that passes.'),
    failOn: z.array(text).optional().describe('Findings that must not be present; `latchkey list` names them all.'),
    baseline: text.optional().describe('An earlier report, as JSON: nothing may be worse than in it.'),
    outputs: z
      .array(z.strictObject({ format: z.enum(formatNames as [FormatName, ...FormatName[]]), file: text }))
      .optional()
      .describe('What to write, and where.'),
    maxRequests: z.number().int().positive().optional().describe('How many requests one scan may send.'),
    timeout: z.number().positive().optional().describe('How many seconds one scan may take.'),
    browser: z.union([z.boolean(), text]).optional().describe('Path to a Chromium, or false to render nothing.'),
    allowPrivate: z.boolean().optional().describe('Allow addresses inside your own network.'),
    userAgent: text.optional().describe('User-Agent of the requests.'),
    headers: z
      .record(z.string(), z.string())
      .optional()
      .describe('Fields sent with each request to the target’s own hosts.'),
    resolve: z.array(text).optional().describe('host:port:address, as for the flag.'),
    ca: text.optional().describe('File with extra certificate authorities, as PEM.'),
  })
  .meta({
    title: 'latchkey.config.json',
    description: 'Settings for the latchkey command. Paths are relative to this file.',
  });
export type Config = z.infer<typeof configSchema>;

/** The schema as JSON Schema 2020-12. */
export const configJsonSchema = (): object => z.toJSONSchema(configSchema);

/**
 * Reads a configuration; paths in it come back absolute. Without a file: nothing is set.
 * @throws Refusal when it cannot be read, or says something that is not known
 */
export async function readConfig(file: string | undefined): Promise<Config> {
  if (file === undefined) return {};
  const parsed = configSchema.safeParse(await readJson(file, 'The configuration'));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') ?? '';
    throw new Refusal(
      `The configuration ${file} is not valid${where ? ` at ${where}` : ''}: ${issue?.message ?? 'it does not match its schema'}. \`latchkey list config\` prints its schema.`,
      { cause: parsed.error },
    );
  }
  const { baseline, ca, openapi, outputs, ...rest } = parsed.data;
  const here = (path: string) => resolve(dirname(file), path);
  return {
    ...rest,
    ...(baseline === undefined ? {} : { baseline: here(baseline) }),
    ...(ca === undefined ? {} : { ca: here(ca) }),
    ...(openapi === undefined ? {} : { openapi: /^https?:/i.test(openapi) ? openapi : here(openapi) }),
    ...(outputs === undefined
      ? {}
      : { outputs: outputs.map((one): Output => ({ ...one, file: here(one.file) })) as never }),
  };
}

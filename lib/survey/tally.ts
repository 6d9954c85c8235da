/** Counts what published API descriptions declare about OAuth. The methodology page reads the table; `npm run survey` writes it. */
import { z } from 'zod';
import type { Description } from '../scan/types.ts';

/** What the survey keeps of one document. */
export interface Row {
  provider: string;
  outcome: 'read' | 'malformed' | 'absent' | 'crashed';
  /** Why it was not read, else ''. */
  problem: string;
  format: Description['format'] | null;
  /** Distinct OAuth grants that the document declares a flow for. */
  grants: Description['schemes'][number]['flows'][number]['grant'][];
  /** It declares an oauth2 scheme, with or without a flow. */
  oauth: boolean;
  /** Something else that a program can use: apiKey in header or query, any http scheme, mutualTLS (STANDARDS OA7). */
  otherWay: boolean;
  /** It declares any security scheme. */
  security: boolean;
  documents401: boolean;
}

/** Reduces one description to its row. */
export function rowOf(provider: string, description: Description): Row {
  const { schemes } = description;
  return {
    provider,
    outcome: 'read',
    problem: '',
    format: description.format,
    grants: [...new Set(schemes.flatMap((scheme) => scheme.flows.map((flow) => flow.grant)))],
    oauth: schemes.some((scheme) => scheme.type === 'oauth2'),
    otherWay: schemes.some(
      (scheme) =>
        (scheme.type === 'apiKey' && (scheme.in === 'header' || scheme.in === 'query')) ||
        scheme.type === 'http' ||
        scheme.type === 'mutualTLS',
    ),
    security: schemes.length > 0,
    documents401: description.documents401,
  };
}

/**
 * How many of those that declare an OAuth flow lock programs out. `withoutClientCredentials`: no flow is client_credentials.
 * `browserOnly`: every flow is authorization_code or implicit. `nothingElse`: browser-only, and no key, http scheme or certificate
 * is declared beside it.
 */
const group = z.object({
  total: z.number().int(),
  withoutClientCredentials: z.number().int(),
  browserOnly: z.number().int(),
  nothingElse: z.number().int(),
});

export const surveyTable = z.object({
  source: z.object({ package: z.string(), version: z.string() }),
  /** Day of the run, ISO 8601. */
  date: z.string(),
  documents: z.object({
    found: z.number().int(),
    read: z.number().int(),
    malformed: z.number().int(),
    absent: z.number().int(),
    crashed: z.number().int(),
  }),
  formats: z.record(z.string(), z.number().int()),
  withSecurity: z.number().int(),
  documenting401: z.number().int(),
  /** Documents with an oauth2 scheme that declares no flow; they are in no group below. */
  oauthWithoutFlow: z.number().int(),
  /** Documents that declare each grant. */
  grants: z.record(z.string(), z.number().int()),
  /** By document, and by provider: a provider counts when all of its documents with OAuth do. */
  oauth: z.object({ byDocument: group, byProvider: group }),
  /** The providers with the most documents with OAuth: a few large ones carry the figures by document. */
  largest: z.array(z.object({ provider: z.string(), documents: z.number().int() })),
  providers: z.number().int(),
  problems: z.array(z.object({ document: z.string(), outcome: z.string(), problem: z.string() })),
});
export type SurveyTable = z.infer<typeof surveyTable>;

const BROWSER_GRANTS = new Set(['authorization_code', 'implicit']);
const withoutClientCredentials = (row: Row): boolean => !row.grants.includes('client_credentials');
const browserOnly = (row: Row): boolean => row.grants.every((grant) => BROWSER_GRANTS.has(grant));

/** Adds the rows up. `rows` pairs each document's path with its row; `date` is the day of the run. */
export function tally(
  rows: readonly (readonly [document: string, row: Row])[],
  source: SurveyTable['source'],
  date: string,
): SurveyTable {
  const all = rows.map(([, row]) => row);
  const count = (test: (row: Row) => boolean): number => all.filter(test).length;
  const countBy = (names: (row: Row) => readonly string[]): Record<string, number> => {
    const counts = new Map<string, number>();
    for (const name of all.flatMap(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
    return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  const flowing = all.filter((row) => row.grants.length > 0);
  const byProvider = new Map<string, Row[]>();
  for (const row of flowing) byProvider.set(row.provider, [...(byProvider.get(row.provider) ?? []), row]);
  const groupOf = <T>(
    members: readonly T[],
    holds: (member: T, test: (row: Row) => boolean) => boolean,
  ): z.infer<typeof group> => ({
    total: members.length,
    withoutClientCredentials: members.filter((member) => holds(member, withoutClientCredentials)).length,
    browserOnly: members.filter((member) => holds(member, browserOnly)).length,
    nothingElse: members.filter((member) => holds(member, (row) => browserOnly(row) && !row.otherWay)).length,
  });
  return {
    source,
    date,
    documents: {
      found: all.length,
      read: count((r) => r.outcome === 'read'),
      malformed: count((r) => r.outcome === 'malformed'),
      absent: count((r) => r.outcome === 'absent'),
      crashed: count((r) => r.outcome === 'crashed'),
    },
    formats: countBy((row) => (row.format === null ? [] : [row.format])),
    withSecurity: count((row) => row.security),
    documenting401: count((row) => row.documents401),
    oauthWithoutFlow: count((row) => row.oauth && row.grants.length === 0),
    grants: countBy((row) => row.grants),
    oauth: {
      byDocument: groupOf(flowing, (row, test) => test(row)),
      byProvider: groupOf([...byProvider.values()], (documents, test) => documents.every(test)),
    },
    largest: [...byProvider]
      .map(([provider, documents]) => ({ provider, documents: documents.length }))
      .sort((a, b) => b.documents - a.documents || (a.provider < b.provider ? -1 : 1))
      .slice(0, 5),
    providers: new Set(all.map((row) => row.provider)).size,
    problems: rows
      .filter(([, row]) => row.outcome !== 'read')
      .map(([document, row]) => ({ document, outcome: row.outcome, problem: row.problem })),
  };
}

/** The row of a document that was not read. */
export const unread = (provider: string, outcome: Exclude<Row['outcome'], 'read'>, problem: string): Row => ({
  provider,
  outcome,
  problem,
  format: null,
  grants: [],
  oauth: false,
  otherWay: false,
  security: false,
  documents401: false,
});

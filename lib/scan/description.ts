/** Mode `spec`: an API description judged alone, without a call of the API that it describes. */
import './can-parse.ts';
import { randomUUID } from 'node:crypto';
import { createReadApart } from './apart/index.ts';
import { readDescription, type DescriptionReading, type DescriptionSource } from './read/openapi/index.ts';
import { readPage } from './read/page/index.ts';
import { readStatements } from './read/prose/index.ts';
import { ScanError } from './errors.ts';
import { createHttpClient, defaultBudget } from './http/client.ts';
import { conclude } from './conclude.ts';
import { concealFacts } from './redact/facts.ts';
import { redactQuote } from './redact/index.ts';
import type { Report } from './schema/report.ts';
import { parseTarget } from './target/index.ts';
import type { Description, Evidence, Exchange, Statement, Surface, Target } from './types.ts';
import { userAgent } from './user-agent.ts';
import { webScheme } from './text.ts';

/** Larger descriptions than any that is published; the reader is bounded in time and memory below it. */
const largestDescription = 64 * 1024 * 1024;
/** A file of the caller's own may be larger than what a stranger sends. In characters. */
const largestOwnYaml = 16 * 1024 * 1024;
/** Stands for the host of a file's description until its `servers` name one; RFC 2606 §2 keeps the name from existing. */
const nowhere = 'description.invalid';

interface Source {
  text: string;
  target: Target;
  exchanges: readonly Exchange[];
  bytes: number;
}

/** Fetches through the same guard as a scan. */
async function fetched(url: string, allowNets: string[]): Promise<Source> {
  const target = parseTarget(url, { allowNets });
  const http = createHttpClient({
    budget: { ...defaultBudget, totalBytes: largestDescription, requestMs: 30_000 },
    allowNets,
    userAgent,
  });
  try {
    const answer = await http.request({
      url: target.url,
      purpose: 'API description',
      follow: 5,
      maxBytes: largestDescription,
      headers: { accept: 'application/json, application/yaml, text/yaml;q=0.9, */*;q=0.5' },
    });
    if (answer.kind === 'failure')
      throw new ScanError('bad-description', `The API description could not be fetched: ${answer.failure.message}`);
    if (answer.status !== 200)
      throw new ScanError('bad-description', `The API description could not be fetched: HTTP ${answer.status}.`);
    return { text: answer.text, target, exchanges: http.exchanges, bytes: http.spent.bytes };
  } finally {
    await http.close();
  }
}

/** A fetched document is a stranger's, so it is read apart. */
async function readFetched(input: DescriptionSource): Promise<DescriptionReading> {
  const read = await createReadApart()('description', input);
  return read.ok ? read.reading : { kind: 'malformed', problem: read.problem };
}

/** A file belongs to the first host that its servers name; relative ones name none. */
function targetOfFile(input: string, description: Description): Target {
  const base = description.servers.find((server) => URL.canParse(server) && new URL(server).hostname !== nowhere);
  const { hostname, href } = new URL(base ?? `https://${nowhere}/`);
  return { input, url: href, host: hostname, domain: hostname };
}

const unique = (urls: readonly (string | null)[]): string[] => [...new Set(urls.filter((url) => url !== null))];

function surfaceOf(description: Description): Surface {
  const { url, via, evidence, title, servers, schemes } = description;
  const flows = schemes.flatMap((scheme) => scheme.flows);
  const asFound = (found: string) => ({ url: found, via: 'description' as const, evidence });
  return {
    apiBases: servers
      .filter((server) => URL.canParse(server))
      .slice(0, 8)
      .map((server) => ({ ...asFound(server), kind: 'rest' as const })),
    tokenEndpoints: unique(flows.map((flow) => flow.tokenUrl)).map(asFound),
    authorizationEndpoints: unique(flows.map((flow) => flow.authorizationUrl)).map(asFound),
    descriptions: [{ url, via, evidence, title }],
    authorizationServers: [],
    protectedResources: [],
    docs: [],
    keyPages: [],
    mcp: [],
    agentCards: [],
    graphql: [],
  };
}

/** Nothing was asked but the description, so it is all the evidence there is. */
const evidenceOf = (description: Description): Evidence => ({
  descriptions: [description],
  calls: [],
  tokenEndpoints: [],
  authorizationServers: [],
  protectedResources: [],
  registrations: [],
  statements: [],
  captchas: [],
  pages: [],
  mcp: [],
  announced: [],
  metadataLookups: [],
  reach: { home: [], probes: 0, blocked: 0, failed: 0, walls: [], unreachable: null, optedOut: false, browser: 'off' },
});

/** What the description says in prose of its API. A stranger's words are read apart. */
async function statementsOf(
  { words, value: { url, evidence, title } }: Extract<DescriptionReading, { kind: 'present' }>,
  apart: boolean,
): Promise<Statement[]> {
  const input = { text: words, contentType: 'text/markdown', url, evidence };
  if (!apart) return readStatements({ ...readPage(input), title });
  const reader = createReadApart();
  const page = await reader('page', input);
  const statements = page.ok ? await reader('statements', { ...page.reading.page, title }) : null;
  return statements?.ok ? statements.reading : [];
}

/**
 * Judges an API description alone (mode `spec`): nothing of the target is called, every finding is at most `declared`.
 * @param source path of a file, or an http(s) URL, which is fetched through the same guard as a scan
 * @throws ScanError `bad-description` when it cannot be fetched or is not an OpenAPI document
 */
export async function scanDescription(
  source: string,
  { allowNets = [], readFile }: { allowNets?: string[]; readFile: (path: string) => Promise<string> },
): Promise<Report> {
  const started = Date.now();
  const remote = webScheme(source) !== '' ? await fetched(source, allowNets) : null;
  const { text, exchanges, bytes } = remote ?? { text: await readFile(source), exchanges: [], bytes: 0 };
  const evidence = exchanges.map((e) => e.id);
  const read = remote
    ? await readFetched({ text, url: remote.target.url, via: 'target', evidence })
    : readDescription({ text, url: `https://${nowhere}/`, via: 'target', evidence, mostYaml: largestOwnYaml });
  if (read.kind !== 'present')
    throw new ScanError(
      'bad-description',
      `This is not an OpenAPI document: ${redactQuote(read.kind === 'malformed' ? read.problem : read.reason)}. Give an OpenAPI 2.0 or 3.x file in JSON or YAML.`,
    );
  const description = read.value;
  const statements = await statementsOf(read, remote !== null);
  const finished = Date.now();
  return conclude({
    target: remote?.target ?? targetOfFile(source, description),
    ...concealFacts({ surface: surfaceOf(description), evidence: { ...evidenceOf(description), statements } }, []),
    exchanges,
    scan: {
      id: randomUUID(),
      startedAt: new Date(started).toISOString(),
      finishedAt: new Date(finished).toISOString(),
      durationMs: finished - started,
      requests: exchanges.length,
      bytes,
      mode: 'spec',
    },
  });
}

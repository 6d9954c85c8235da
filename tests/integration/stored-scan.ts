/** Finished scans as rows, for tests of what is shown of them. */
import { db } from '../../lib/db/index.ts';
import { parseTarget } from '../../lib/scan/target/index.ts';

export interface Stored {
  url: string;
  d7?: number | null;
  /** Days ago. */
  ago: number;
  provisional?: boolean;
  unlisted?: boolean;
  /** `verified`: with its owner's own client. Default: from outside. */
  mode?: 'public' | 'verified';
  /** Signals that are decided, by what they rest on. */
  observed?: number;
  documented?: number;
}

export async function store({
  url,
  d7 = 60,
  ago,
  provisional = false,
  unlisted = false,
  mode = 'public',
  ...signals
}: Stored): Promise<string> {
  const target = parseTarget(url, { allowNets: ['127.0.0.0/8'] });
  const at = new Date(Date.now() - ago * 86_400_000);
  const decided = [
    ...Array.from({ length: signals.observed ?? 3 }, () => 'observed'),
    ...Array.from({ length: signals.documented ?? 0 }, () => 'documented'),
  ];
  const { id } = await db().scan.create({
    data: {
      site: { connectOrCreate: { where: { domain: target.domain }, create: { domain: target.domain } } },
      status: 'done',
      input: target.input,
      targetUrl: target.url,
      host: target.host,
      domain: target.domain,
      createdAt: at,
      startedAt: at,
      finishedAt: at,
      attempts: 1,
      unlisted,
      mode,
      outcome: d7 === null ? 'unreachable' : 'scored',
      d7,
      tier: d7 === null ? null : 'silver',
      provisional,
      report: {},
      signals: {
        create: decided.map((confidence, index) => ({ signalId: `s${index}`, status: 'pass', confidence })),
      },
    },
    select: { id: true },
  });
  return id;
}

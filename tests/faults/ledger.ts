/** What became of every scan that was accepted, kept by the database itself: a trigger writes down each time that one ends. */
import pg from 'pg';

/** How the scans of a database stand. */
export interface Account {
  accepted: number;
  /** Ended once, as done or as failed. */
  ended: number;
  done: number;
  failed: number;
  /** Ended more than once. */
  twice: number;
  /** Neither ended nor waiting nor running: not there any more. */
  lost: number;
  waiting: number;
  running: number;
  /** Done with other than one report's worth of result rows. */
  torn: number;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  // A server that goes down in the middle is reported by the query itself.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Begins to write down the ends of scans in the database. */
export function openLedger(url: string): Promise<void> {
  return withClient(url, async (client) => {
    await client.query(`
      CREATE SCHEMA ledger;
      CREATE TABLE ledger.ended (scan_id uuid NOT NULL, status text NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp());
      CREATE FUNCTION ledger.note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO ledger.ended (scan_id, status) VALUES (NEW.id, NEW.status); RETURN NEW; END';
      CREATE TRIGGER note AFTER UPDATE ON public.scan FOR EACH ROW WHEN (NEW.status IN ('done', 'failed') AND OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION ledger.note();
    `);
  });
}

/** How the scans with these ids stand now. */
export function readLedger(url: string, ids: readonly string[]): Promise<Account> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<Account>(
      `WITH accepted AS (SELECT unnest($1::uuid[]) AS id),
        state AS (
          SELECT accepted.id, scan.status::text AS status, (SELECT count(*) FROM ledger.ended WHERE scan_id = accepted.id) AS ends,
            jsonb_array_length(scan.report -> 'signals') AS signals, (SELECT count(*) FROM signal_result WHERE scan_id = accepted.id) AS rows
          FROM accepted LEFT JOIN scan ON scan.id = accepted.id)
      SELECT count(*)::int AS accepted, count(*) FILTER (WHERE ends = 1 AND status IN ('done', 'failed'))::int AS ended,
        count(*) FILTER (WHERE status = 'done')::int AS done, count(*) FILTER (WHERE status = 'failed')::int AS failed,
        count(*) FILTER (WHERE ends > 1)::int AS twice, count(*) FILTER (WHERE status IS NULL)::int AS lost,
        count(*) FILTER (WHERE status = 'queued')::int AS waiting, count(*) FILTER (WHERE status = 'running')::int AS running,
        count(*) FILTER (WHERE status = 'done' AND (signals IS NULL OR signals <> rows) OR status = 'failed' AND rows > 0)::int AS torn
      FROM state`,
      [ids],
    );
    const [account] = rows;
    if (!account) throw new Error('The ledger gave no row.');
    return account;
  });
}

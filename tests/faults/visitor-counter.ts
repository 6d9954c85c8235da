/** A process of its own that counts scans of visitors as a web process does: gets `{ address, times }` over IPC, sends back how many were allowed. */
import { LimitReached } from '../../lib/limits/reached.ts';
import { closeVisitors, countScan } from '../../lib/limits/visitors.ts';

async function allowed(address: string, times: number): Promise<number> {
  const outcomes = await Promise.allSettled(Array.from({ length: times }, () => countScan({ visitor: address })));
  for (const outcome of outcomes)
    if (outcome.status === 'rejected' && !(outcome.reason instanceof LimitReached)) throw outcome.reason;
  return outcomes.filter(({ status }) => status === 'fulfilled').length;
}

process.on('message', ({ address, times }: { address: string; times: number }) => {
  allowed(address, times).then(
    (count) => process.send?.({ count }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => void closeVisitors().then(() => process.exit(0)));
process.send?.({ ready: true });

/** Who asks that reports be taken down: floods of strangers, and owners who prove that the domain is theirs. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pruneRemovals, removals } from '../../lib/admin/removals.ts';
import { db } from '../../lib/db/index.ts';
import { closeVisitors } from '../../lib/limits/visitors.ts';
import { proofOf } from '../../lib/proof.ts';
import { lookForProof, proofOfRequest, requestRemoval } from '../../lib/removals.ts';
import { LimitReached } from '../../lib/scans.ts';
import { startNameServer, type NameServer } from '../setup/name-server.ts';
import { tally } from '../setup/tally.ts';
import { lookOnce } from '../../worker/proofs.ts';

let names: NameServer;

beforeAll(async () => {
  names = await startNameServer();
});

afterEach(async () => {
  await db().removalRequest.deleteMany();
  names.records.clear();
  names.questions.length = 0;
});

afterAll(async () => {
  names.close();
  await closeVisitors();
});

const form = (domain: string) => ({ domain, email: 'ops@example.com', reason: 'It is ours.' });
const look = () => lookOnce({ allowNets: [], dnsServers: [names.address], userAgent: 'test' });

async function send(domain: string, visitor: string): Promise<string | null> {
  try {
    const result = await requestRemoval(form(domain), visitor);
    return 'id' in result ? result.id : expect.unreachable(result.message);
  } catch (error) {
    if (error instanceof LimitReached) return null;
    throw error;
  }
}

/** Publishes what the page of a request asks for. */
async function publish(id: string): Promise<void> {
  const { domain = '', token = '' } = (await proofOfRequest(id)) ?? {};
  const { recordName, recordValue } = proofOf(domain, token);
  names.records.set(recordName, [...(names.records.get(recordName) ?? []), recordValue]);
}

describe('500 posts to the form', () => {
  const floods: [what: string, address: (number: number) => string][] = [
    ['one address', () => '198.51.100.7'],
    ['one IPv4 /24', (number) => `198.51.100.${number & 255}`],
    ['one IPv6 /48', (number) => `2001:db8:7:${number.toString(16)}::1`],
    ['500 networks', (number) => `198.${number >> 8}.${number & 255}.7`],
  ];
  it.each(floods)(
    'from %s flood nobody’s list and take no owner’s place',
    { timeout: 180_000 },
    async (what, address) => {
      let accepted = 0;
      for (let number = 0; number < 500; number++)
        if ((await send(number % 2 ? 'owner.com' : `victim-${number}.com`, address(number))) !== null) accepted += 1;
      expect(await removals()).toEqual([]);
      const id = (await send('owner.com', '203.0.113.9')) ?? expect.unreachable('the owner was refused');
      await publish(id);
      await lookForProof(id);
      expect(await look()).toBe(true);
      expect((await removals()).map((request) => request.id)).toEqual([id]);
      // Nothing was sent to anybody whom a stranger named.
      expect(names.questions.filter((name) => name.includes('victim'))).toEqual([]);
      tally(`500 posts to the removal form from ${what}`, {
        accepted,
        'on the operator’s list': (await removals()).length - 1,
        'owners refused': 0,
      });
    },
  );
});

describe('a proof', () => {
  it('is found when it is published, and not before', async () => {
    const id = (await send('owner.com', '203.0.113.9')) ?? '';
    expect(await look()).toBe(false);
    await lookForProof(id);
    expect(await look()).toBe(true);
    expect((await proofOfRequest(id))?.provedAt).toBeNull();
    await publish(id);
    await lookForProof(id);
    expect(await look(), 'a domain is left in peace for a minute').toBe(false);
    await db().$executeRaw`UPDATE removal_request SET looked_at = looked_at - interval '2 minutes'`;
    expect(await look()).toBe(true);
    expect((await proofOfRequest(id))?.provedAt).not.toBeNull();
  });

  it('of one request proves no other, and one look serves all requests of a domain', async () => {
    const [mine, theirs] = [
      (await send('owner.com', '203.0.113.9')) ?? '',
      (await send('owner.com', '198.51.100.1')) ?? '',
    ];
    await publish(mine);
    await Promise.all([lookForProof(mine), lookForProof(theirs)]);
    expect([await look(), await look()]).toEqual([true, false]);
    expect(names.questions.filter((name) => name === '_latchkey.owner.com')).toHaveLength(1);
    expect((await removals()).map(({ id }) => id)).toEqual([mine]);
  });

  it.each(['', 'latchkey-removal=', 'latchkey-removal=x', 'v=spf1 -all', 'latchkey-removal=\\0'])(
    'is not %j',
    async (text) => {
      const id = (await send('owner.com', '203.0.113.9')) ?? '';
      names.records.set('_latchkey.owner.com', [text]);
      await lookForProof(id);
      await look();
      expect(await removals()).toEqual([]);
    },
  );

  it.each(['', 'nope', '3f2c1a90-0d4e-4f6b-9a51-6c1a2b3c4d5e', "'; DROP TABLE removal_request; --"])(
    'of %j is none',
    async (id) => {
      await lookForProof(id);
      expect(await proofOfRequest(id)).toBeNull();
    },
  );
});

describe('who asked', () => {
  it('is forgotten, and requests that nobody proved with them', async () => {
    const id = (await send('owner.com', '203.0.113.9')) ?? '';
    expect(JSON.stringify(await db().removalRequest.findMany())).not.toContain('203.0.113');
    await db().$executeRaw`UPDATE removal_request SET created_at = now() - interval '3 days'`;
    await pruneRemovals();
    expect(await db().removalRequest.findUnique({ where: { id } })).toMatchObject({ visitor: null, network: null });
    await db().$executeRaw`UPDATE removal_request SET created_at = now() - interval '15 days'`;
    await pruneRemovals();
    expect(await db().removalRequest.count()).toBe(0);
  });
});

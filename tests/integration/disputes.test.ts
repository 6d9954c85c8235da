/** What readers say is wrong: checked, limited, answered, and forgotten who said it. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answerDispute, answeredDisputes, openDisputes, pruneDisputes } from '../../lib/admin/disputes.ts';
import { db } from '../../lib/db/index.ts';
import { dispute } from '../../lib/disputes.ts';
import { headById } from '../../lib/listed.ts';
import { closeVisitors } from '../../lib/limits/visitors.ts';
import { LimitReached } from '../../lib/scans.ts';
import { openReport } from '../unit/components/sample-report.ts';

let scanId: string;
const said = { finding: 'signal-structured-401', expected: 'Fail', reason: 'The body is HTML.', exchange: 'x4' };

beforeAll(async () => {
  const report = openReport();
  const site = await db().site.create({ data: { domain: 'rosterly.example' } });
  const scan = await db().scan.create({
    data: {
      siteId: site.id,
      status: 'done',
      input: 'api.rosterly.example',
      targetUrl: report.target.url,
      host: report.target.host,
      domain: report.target.domain,
      report: JSON.parse(JSON.stringify(report)) as object,
      finishedAt: new Date(),
    },
  });
  scanId = scan.id;
});

afterEach(async () => {
  await db().dispute.deleteMany();
});

afterAll(closeVisitors);

const marks = async () => (await headById(scanId))?.disputes;

const send = (text: Partial<typeof said> = {}, visitor = '198.51.100.7') =>
  dispute(scanId, { ...said, ...text }, visitor);

describe('a dispute', () => {
  it.each([
    ['a finding that the report has not', { finding: 'signal-nothing' }, 'finding'],
    ['an exchange that the report has not', { exchange: 'x999' }, 'exchange'],
    ['nothing expected', { expected: '  ' }, 'expected'],
    ['no reason', { reason: '' }, 'reason'],
    ['a reason without end', { reason: 'x'.repeat(2001) }, 'reason'],
  ])('with %s comes back with a sentence, and nothing is stored', async (_, text, field) => {
    expect(await send(text)).toMatchObject({ field, message: expect.stringMatching(/\w/) as string });
    expect(await openDisputes()).toEqual([]);
  });

  it('about a scan that is not there is none', async () => {
    expect(await dispute('00000000-0000-4000-8000-000000000000', said, null)).toBeNull();
    expect(await dispute('nothing', said, null)).toBeNull();
  });

  it('is open once for each finding and visitor, also when two arrive at once', async () => {
    const results = await Promise.all([send(), send()]);
    expect(results.filter((result) => result && 'id' in result)).toHaveLength(1);
    expect(await send({}, '203.0.113.9')).toHaveProperty('id');
    expect(await send({ finding: 'flow-client_credentials' })).toHaveProperty('id');
    expect(await openDisputes()).toHaveLength(3);
  });

  it('is limited by the day, without a word lost of those that were taken', async () => {
    const findings = ['answer', ...openReport().signals.map(({ id }) => `signal-${id}`)].concat(
      openReport().flows.map(({ id }) => `flow-${id}`),
    );
    const ten = findings.slice(0, 10);
    for (const finding of ten) expect(await send({ finding })).toHaveProperty('id');
    await expect(send({ finding: findings[10] ?? '' })).rejects.toThrow(LimitReached);
    expect(await openDisputes()).toHaveLength(10);
  });

  it('is marked on its finding, answered once, and may then be opened again', async () => {
    const result = await send();
    const id = result && 'id' in result ? result.id : expect.unreachable('not stored');
    expect(await marks()).toEqual([{ finding: said.finding, open: true, ruling: null, answer: null }]);
    expect(await answerDispute(id, 'right', 'Indeed.', 'op@example.com')).toBe(true);
    expect(await answerDispute(id, 'wrong', 'No.', 'op@example.com')).toBe(false);
    expect(await marks()).toEqual([{ finding: said.finding, open: false, ruling: 'right', answer: 'Indeed.' }]);
    const [answered] = await answeredDisputes();
    expect(answered).toMatchObject({ ...said, ruling: 'right', scan: { domain: 'rosterly.example' } });
    expect(await db().auditEntry.count({ where: { action: 'dispute.answer', subject: 'rosterly.example' } })).toBe(1);
    expect(await send()).toHaveProperty('id');
    expect((await marks())?.[0]).toMatchObject({ open: true });
  });

  it('keeps no trace of who sent it beyond two days', async () => {
    await send();
    await db().dispute.updateMany({ data: { createdAt: new Date(Date.now() - 3 * 86_400_000) } });
    await pruneDisputes();
    expect(await db().dispute.findFirst({ select: { visitor: true, network: true } })).toEqual({
      visitor: null,
      network: null,
    });
  });
});

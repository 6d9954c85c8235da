import { describe, expect, it } from 'vitest';
import { flows } from '../../../../lib/scan/judge/index.ts';
import { judgeFlow, onceIfRenewed } from '../../../../lib/scan/judge/flows.ts';
import { authorizationServer, caseOf, guardedApi } from './facts.ts';

const lists = (...grantTypes: string[]) => caseOf({ authorizationServers: [authorizationServer({ grantTypes })] });

describe('what a grant asks of a person', () => {
  it('is once when a refresh token carries on, or when nothing denies one', () => {
    expect(onceIfRenewed(lists('authorization_code', 'refresh_token'))).toBe('human-once');
    expect(onceIfRenewed(caseOf(guardedApi))).toBe('human-once');
  });
  it('is each time when a refresh token is denied', () =>
    expect(onceIfRenewed(lists('authorization_code'))).toBe('human-each-time'));
  it('is nothing for client_credentials and JWT bearer alone (DESIGN §5)', () => {
    const subject = caseOf(guardedApi);
    expect(
      flows
        .filter((flow) => flow.verdict(subject) === 'agent-friendly')
        .map((flow) => flow.meta.id)
        .sort(),
    ).toEqual(['client_credentials', 'jwt_bearer']);
  });
});

it('says in the summary whether the grant is offered, and who says so', () => {
  const subject = lists('authorization_code', 'refresh_token');
  const summaries = flows.map((flow) => judgeFlow(flow, subject).summary);
  expect(summaries.filter((text) => /^(Offered|Not offered|Not known): .+\.$/.test(text))).toHaveLength(flows.length);
  const code = flows.find((flow) => flow.meta.id === 'authorization_code');
  expect(code && judgeFlow(code, subject).summary).toMatch(/^Offered: the metadata lists authorization_code/);
});

/**
 * What the commands of a fix are to answer, as data: the sentence for people and the test for programs are made of the same row, and a unit
 * test holds each row to what the engine itself accepts.
 */
import type { Expectation } from './types.ts';

/**
 * Codes by which a token endpoint may refuse a grant that does not exist, when the client does not exist either: RFC 6749 §5.2 names a code for
 * each and no order, so a server that checks the client first is as right as one that checks the grant first.
 */
export const grantRefusals = ['unsupported_grant_type', 'invalid_client'] as const;
/** The code for a client that does not exist (RFC 6749 §5.2), under 401 or, without HTTP authentication, under 400. */
export const clientRefusals = ['invalid_client'] as const;

const list = (words: readonly (string | number)[]) => words.join(' or ');

function sentence({ status, headers, members, error, names }: Omit<Expectation, 'says'>): string {
  return [
    `HTTP ${list(status)}`,
    ...Object.entries(headers).map(([name, value]) => `${name} with “${value}”`),
    ...(error.length > 0 ? [`JSON whose error is ${list(error)}`] : []),
    ...(error.length === 0 && names ? ['a JSON body that names the error'] : []),
    ...(members.length > 0 ? [`JSON with ${members.join(', ')}`] : []),
  ].join(', ');
}

function expectation(row: Partial<Omit<Expectation, 'says'>> & { status: number[] }): Expectation {
  const whole = { headers: {}, members: [], error: [], names: false, ...row };
  return { ...whole, says: sentence(whole) };
}

/** RFC 6749 §5.1: the answer to a client that may have a token. */
export const token = expectation({
  status: [200],
  headers: { 'Cache-Control': 'no-store' },
  members: ['access_token', 'token_type', 'expires_in'],
});
export const unknownClient = expectation({ status: [400, 401], error: [...clientRefusals] });
export const unknownGrant = expectation({ status: [400, 401], error: [...grantRefusals] });
/** The best rung of the ladder for a refusal that a fix can reach. */
export const refused = (challenge: string): Expectation =>
  expectation({ status: [401], headers: { 'WWW-Authenticate': challenge }, names: true });
export const letIn = expectation({ status: [200] });
/** RFC 7591 §3.2: the client that was made, and the refusal of a body that describes none. */
export const registered = expectation({ status: [201], members: ['client_id', 'client_secret'] });
export const notRegistered = expectation({ status: [400], error: ['invalid_client_metadata'] });
export const lacksScope = expectation({
  status: [403],
  headers: { 'WWW-Authenticate': 'insufficient_scope' },
  error: ['insufficient_scope'],
});
export const document = (...members: string[]): Expectation => expectation({ status: [200], members });
/** Anything else, in words alone. */
export const words = (says: string): Expectation => ({
  ...{ status: [], headers: {}, members: [], error: [], names: false },
  says,
});

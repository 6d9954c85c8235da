/** Examples of the API page. A test runs each of them, in this order, against a running product; `$SITE` is its address. */

import type { ScanErrorCode } from '../lib/scan/errors.ts';

export interface ApiExample {
  id: string;
  title: string;
  says: string;
  command: string;
  /** Names that the answer gives to later commands: variable to member of the JSON. */
  gives?: Readonly<Record<string, string>>;
}

/** `origin`: address of the site; `target`: what the examples scan. */
export function apiExamples(origin: string, target = 'api.example.com'): readonly ApiExample[] {
  return [
    {
      id: 'scan',
      title: 'Ask for a scan',
      says: 'Needs no credentials. 202 while it waits or runs; 200 when a scan of this address has just finished, which you get instead.',
      command: `curl -s -X POST ${origin}/api/v1/scans -H 'content-type: application/json' -d '{"target": "${target}"}'`,
      gives: { SCAN: 'id' },
    },
    {
      id: 'follow',
      title: 'Follow it',
      says: 'Server-sent events: each step as it happens, until the scan is done. A reader that was cut off sends Last-Event-ID and picks up where it left off.',
      command: `curl -s -N ${origin}/api/v1/scans/$SCAN/events`,
    },
    {
      id: 'poll',
      title: 'Or poll',
      says: 'Every second or two is enough. `status` ends as `done` or `failed`; `report` is there when it is done.',
      command: `curl -s ${origin}/api/v1/scans/$SCAN`,
      gives: { DOMAIN: 'target.domain' },
    },
    {
      id: 'report',
      title: 'Read the report of a domain',
      says: 'As JSON, Markdown, SARIF or CSV, by `Accept` or by the name of a file: `report.json`, `report.md`, `report.sarif`, `report.csv`.',
      command: `curl -s ${origin}/api/v1/reports/$DOMAIN -H 'accept: text/markdown'`,
    },
    {
      id: 'register',
      title: 'Register a client',
      says: 'At once, and nobody approves it. The secret is shown only once.',
      command: `curl -s -X POST ${origin}/oauth/register -H 'content-type: application/json' -d '{"client_name": "my agent"}'`,
      gives: { CLIENT_ID: 'client_id', CLIENT_SECRET: 'client_secret' },
    },
    {
      id: 'token',
      title: 'Get a token',
      says: 'Valid for 15 minutes; ask for another in the same way.',
      command: `curl -s -X POST ${origin}/oauth/token -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials`,
      gives: { TOKEN: 'access_token' },
    },
    {
      id: 'own',
      title: 'Call the API with it',
      says: 'Scans that you ask for with a token are your own: you can list and cancel them.',
      command: `curl -s ${origin}/api/v1/scans -H "authorization: Bearer $TOKEN"`,
    },
    {
      id: 'badge',
      title: 'Show the badge',
      says: 'It always shows the newest score.',
      command: `curl -s ${origin}/badge/$DOMAIN.svg`,
    },
  ];
}

/** Why an address is not scanned. */
const refusedTargets: Record<
  Exclude<
    ScanErrorCode,
    'too-long' | 'bad-description' | 'bad-report' | 'bad-credentials' | 'credentials-gone' | 'proof-gone'
  >,
  string
> = {
  'empty-target': 'No address was given.',
  'not-an-address': 'The target is not a web address. Send one like `api.example.com`.',
  'bad-scheme': 'Only http and https are scanned.',
  userinfo: 'Send the address without a user name and password.',
  'secret-in-address': 'The address holds what looks like a secret, and reports are public. Take it out.',
  'bad-port': 'Ports 80, 443 and those above 1023 are scanned.',
  'bad-host': 'The host of the address is misspelt.',
  'private-address': 'The address is not on the public internet. Scan it with the command line.',
  'reserved-name': 'The name is reserved for tests and private networks.',
  'single-label': 'A public name has a dot.',
  'opted-out': 'The site’s robots.txt asks this scanner to stay away.',
  'blocked-target': 'The operator of this site has closed this host to scans.',
};

/** Every code of an error that the API answers with, and what to do. `error.code` has it, and `type` leads here. */
export const apiErrors: readonly { code: string; status: number; means: string }[] = [
  { code: 'bad-request', status: 400, means: 'The body is not what was expected. The detail shows an example.' },
  ...Object.entries(refusedTargets).map(([code, means]) => ({ code, status: 400, means })),
  { code: 'bad-cursor', status: 400, means: 'Use `next` from the previous page, or leave `cursor` out.' },
  { code: 'bad-idempotency-key', status: 400, means: 'An `Idempotency-Key` has 1 to 200 characters.' },
  {
    code: 'unauthorized',
    status: 401,
    means: 'This needs a token or a key. Getting one takes two requests and no person.',
  },
  {
    code: 'invalid_token',
    status: 401,
    means: 'The token is unknown, expired, revoked or for another resource. Ask for a new one.',
  },
  { code: 'insufficient_scope', status: 403, means: 'Ask for a token with the scope that the detail names.' },
  {
    code: 'foreign-origin',
    status: 403,
    means: 'A page of another site sent this. Call from a program, or from a page of this site.',
  },
  { code: 'unknown-scan', status: 404, means: 'No scan has this id.' },
  { code: 'unknown-domain', status: 404, means: 'Nobody has scanned this domain yet, or its report was taken down.' },
  { code: 'unknown-file', status: 404, means: 'The detail lists the names that exist.' },
  { code: 'unknown-fix', status: 404, means: 'The report has no such fix; the detail lists the ones it has.' },
  {
    code: 'unknown-framework',
    status: 404,
    means: 'There is no code for it; the detail lists the frameworks that have some.',
  },
  {
    code: 'no-report-yet',
    status: 404,
    means: 'The scan is not done. Follow it, or ask again. Comparing answers 409.',
  },
  { code: 'no-leaderboard', status: 404, means: 'The operator of this site publishes none.' },
  { code: 'method-not-allowed', status: 405, means: '`Allow` lists what the address answers.' },
  { code: 'not-acceptable', status: 406, means: '`Accept` names no format that is offered.' },
  { code: 'not-cancellable', status: 409, means: 'The scan is not your own, or has ended.' },
  {
    code: 'idempotent-request-under-way',
    status: 409,
    means: 'The first request with this key is not answered yet. Try again in a second.',
  },
  { code: 'too-long', status: 413, means: 'The body is too large; the detail says how large it may be.' },
  { code: 'not-json', status: 415, means: 'Send the body as `Content-Type: application/json`.' },
  { code: 'idempotency-key-reused', status: 422, means: 'Use a new key for a different request.' },
  { code: 'too-many-requests', status: 429, means: 'Wait as long as `Retry-After` says. A token raises the limit.' },
  {
    code: 'target-busy',
    status: 429,
    means: 'Scans of one domain run one after the other. Wait as long as `Retry-After` says.',
  },
  { code: 'busy', status: 503, means: 'The queue is full. Wait as long as `Retry-After` says.' },
  { code: 'unavailable', status: 503, means: 'Part of this site is down. Wait as long as `Retry-After` says.' },
  { code: 'internal', status: 500, means: 'Our fault. Send us the `x-request-id` of the answer.' },
];

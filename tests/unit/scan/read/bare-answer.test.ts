/** Is the endpoint protected, open, or silent about it? Every rung of the response ladder, and what says nothing. */
import { expect, it } from 'vitest';
import { readBareAnswer } from '../../../../lib/scan/read/bare-answer.ts';
import { ladders } from '../../../../lib/scan/dimensions/index.ts';
import type { CallAnswer } from '../../../../lib/scan/types.ts';
import { answer, challenge, data, named, nameless, page, toLogin } from '../judge/facts.ts';

const off = (over = {}) => named('page must be positive', { speaksOfCredentials: false, ...over });
/** Answer, whether a document says that the operation is protected, and what is read from it. */
const rows: [string, Partial<CallAnswer> | null, boolean | null, string][] = [
  ['401 + JSON that names the error', { error: named() }, null, '401-names-error'],
  ['401 + JSON that names nothing', { error: nameless }, null, '401-json'],
  ['401 + challenge + HTML', { error: page, challenges: [challenge('Bearer')] }, null, '401-challenge'],
  ['401 + empty body', {}, null, '401-text'],
  ['401 + JSON that holds no error at all', { error: data }, null, '401-text'],
  ['403 + JSON that speaks of credentials', { status: 403, error: named() }, null, 'json-other-status'],
  ['403 + JSON about something else', { status: 403, error: off() }, null, 'nothing'],
  ['403 + JSON about something else, declared protected', { status: 403, error: off() }, true, 'json-other-status'],
  ['403 + HTML, declared protected', { status: 403, error: page }, true, 'no-answer-for-programs'],
  ['403 + HTML on a guess', { status: 403, error: page }, null, 'nothing'],
  ['403 + HTML, declared open', { status: 403, error: page }, false, 'nothing'],
  ['400 that names the missing credential', { status: 400, error: named() }, null, 'json-other-status'],
  [
    '404 that names the missing credential (RFC 9110 §15.5.4)',
    { status: 404, error: named() },
    null,
    'json-other-status',
  ],
  ['422 about a parameter (STANDARDS T6)', { status: 422, error: off() }, true, 'nothing'],
  ['404 page', { status: 404, error: page }, true, 'nothing'],
  [
    '200 + error envelope about credentials (E5)',
    { status: 200, error: named('not_authed', { envelope: true }) },
    null,
    'json-other-status',
  ],
  ['200 + error envelope about something else', { status: 200, error: off({ envelope: true }) }, null, 'nothing'],
  ['200 + JSON', { status: 200, error: data }, null, 'open'],
  ['201 + JSON', { status: 201, error: data }, null, 'open'],
  ['200 + HTML', { status: 200, error: page }, true, 'nothing'],
  ['200 + a login page, declared protected', { status: 200, error: page, loginPage: true }, true, 'login-redirect'],
  ['200 + a login page on a guess', { status: 200, error: page, loginPage: true }, null, 'nothing'],
  ['302 to a login page', toLogin, null, 'login-redirect'],
  ['301 to somewhere else', { status: 301, location: 'https://orchard.example/x' }, true, 'nothing'],
  ['500 page, declared protected', { status: 500, error: page }, true, 'no-answer-for-programs'],
  ['500 page on a guess', { status: 500, error: page }, null, 'nothing'],
  ['500 + JSON', { status: 500, error: off() }, true, 'nothing'],
  ['502', { status: 502, error: page }, true, 'unobserved'],
  ['503', { status: 503, error: named() }, true, 'unobserved'],
  ['504', { status: 504 }, true, 'unobserved'],
  ['429', { status: 429, error: named() }, true, 'unobserved'],
  ['407 speaks for a proxy (H4)', { status: 407, challenges: [challenge('Basic')] }, true, 'unobserved'],
  ['a wall, whatever it looks like', { error: named(), wall: 'Cloudflare' }, true, 'unobserved'],
  ['no answer', null, true, 'unobserved'],
];

it.each(rows)('%s', (_name, given, declared, expected) => {
  const reading = readBareAnswer(given && answer(given), declared);
  expect(reading.kind === 'protected' ? reading.shape : reading.kind).toBe(expected);
});

it('meets every rung that a bare call can show', () => {
  const rungs = Object.keys(ladders['structured-401']).filter((rung) => rung !== 'success');
  expect(rows.map(([, , , expected]) => expected)).toEqual(expect.arrayContaining(rungs));
});

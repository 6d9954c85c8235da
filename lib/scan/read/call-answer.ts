/** Reduces an HTTP answer to the facts that judges read. */
import { createHash } from 'node:crypto';
import { parseChallenges } from './challenge.ts';
import { readErrorShape } from './error-shape.ts';
import { isIndex } from './json-index.ts';
import { isHtml, Names } from '../names.ts';
import { looksLikeLogin, sessionCookieNames } from './session-cookie.ts';
import type { CallAnswer, HttpResponse } from '../types.ts';

/** Letters and digits only, with a digit before the last seven: an id, not a word. Told by position, since a pattern for it would try every digit again. */
function isVolatile(word: string): boolean {
  const digit = word.search(/\d/);
  return digit !== -1 && digit <= word.length - 8 && !word.includes('_');
}

/** Volatile parts (ids, times, echoed credentials) are taken out, so that two answers of one kind hash alike. */
function digestOf(text: string, echoes: readonly string[]): string {
  let stable = text.slice(0, 20_000);
  for (const echo of echoes) if (echo.length >= 6) stable = stable.split(echo).join('');
  stable = stable
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '')
    .replace(
      /"(request[-_]?id|req_id|trace[-_]?id|correlation[-_]?id|x-request-id|timestamp|time|date|path|uri|url|instance|fbtrace_id|error_id|ray[-_]?id|nonce|csrf\w*)"\s*:\s*("[^"]*"|[\d.]+)/gi,
      '',
    )
    .replace(/\w{8,}/g, (word) => (isVolatile(word) ? '' : word))
    .replace(/\d+/g, '0');
  return createHash('sha256').update(stable).digest('hex').slice(0, 16);
}

const credentialHeader = new Names(
  'x-auth-token x-api-key x-apikey api-key apikey x-access-token x-auth-key x-api-token',
);

const passwordForm = /<input[^>]{0,300}type\s*=\s*["']?password/i;

/** The facts of one answer. `wall`: the product whose challenge page it is; `echoes`: random values of ours that the target may repeat. */
export function readCallAnswer(answer: HttpResponse, wall: string | null, echoes: readonly string[] = []): CallAnswer {
  const target = answer.headers.get('location');
  const location = target && URL.canParse(target, answer.url) ? new URL(target, answer.url).href : null;
  const html = isHtml(answer.contentType);
  return {
    exchange: answer.id,
    status: answer.status,
    contentType: answer.contentType,
    challenges: parseChallenges(answer.headers.get('www-authenticate') ?? ''),
    error: readErrorShape(answer.text, answer.contentType, answer.status),
    location,
    loginPage:
      (location !== null && looksLikeLogin(location)) || (html && passwordForm.test(answer.text.slice(0, 200_000))),
    sessionCookies: sessionCookieNames(answer.setCookies),
    wall,
    index: isIndex(answer.text),
    variesBy: (answer.headers.get('vary') ?? '').split(/[\s,]+/).find((name) => credentialHeader.has(name)) ?? null,
    digest: digestOf(answer.text, echoes),
  };
}

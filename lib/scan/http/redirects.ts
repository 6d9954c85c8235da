/** Where an answer redirects to, and whether one may go there (STANDARDS §10 U3). */
import { isCredentialHeader } from '../redact/index.ts';
import type { Failure, HttpAnswer } from '../types.ts';
import { failureOf } from './failures.ts';

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** The absolute target of a redirect without fragment, or null when the answer is none. A Location that cannot be read stays as it is and fails the guard. */
export function redirectTarget(status: number, location: string | undefined, base: string): string | null {
  if (location === undefined || location === '' || !redirectStatuses.has(status)) return null;
  if (!URL.canParse(location, base)) return location;
  const url = new URL(location, base);
  url.hash = '';
  return url.href;
}

/** Why a redirect is not followed, or null. `seen`: the addresses that have been asked; `last`: no further hop is left. */
export function redirectProblem(from: string, to: string, seen: ReadonlySet<string>, last: boolean): Failure | null {
  if (seen.has(to)) return failureOf('guard', 'redirect-loop', 'The redirects lead back to where they came from.');
  if (last) return failureOf('guard', 'too-many-redirects', 'The redirects do not end.');
  if (!URL.canParse(to))
    return failureOf('guard', 'bad-redirect', 'The redirect leads to something that is not a URL.');
  if (from.startsWith('https:') && to.startsWith('http:'))
    return failureOf('guard', 'downgrade', 'The redirect leads from https to http.');
  return null;
}

type Headers = Readonly<Record<string, string>>;

/** Asks for `start` and follows redirects for up to `hops` steps. Credentials stay on their origin. */
export async function followRedirects(
  start: string,
  fields: Headers,
  hops: number,
  ask: (url: string, headers: Headers) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  const chain: string[] = [];
  const seen = new Set<string>();
  let url = start;
  let headers = fields;
  for (let followed = 0; ; followed += 1) {
    const answer = await ask(url, headers);
    if (chain.at(-1) !== answer.id) chain.push(answer.id);
    if (answer.kind === 'failure') return { ...answer, chain };
    const next = hops > 0 ? redirectTarget(answer.status, answer.headers.get('location'), answer.url) : null;
    if (next === null) return { ...answer, chain };
    seen.add(answer.url);
    const problem = redirectProblem(answer.url, next, seen, followed === hops);
    if (problem !== null) return { kind: 'failure', id: answer.id, chain, url: next, failure: problem };
    const sameOrigin = new URL(next).origin === new URL(answer.url).origin;
    if (!sameOrigin)
      headers = Object.fromEntries(Object.entries(headers).filter(([name]) => !isCredentialHeader(name)));
    url = next;
  }
}

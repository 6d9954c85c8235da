/** Where server software puts documentation and issuers by default: guesses, made only where nothing led to either. */
import { redirectTarget } from '../http/redirects.ts';
import type { HttpAnswer } from '../types.ts';
import type { Frontier } from './frontier.ts';
import { lookUp, type Lookup } from './metadata.ts';
import type { HostRole } from './names.ts';
import type { Notebook } from './notebook.ts';
import { descriptionBytes, descriptionFirst, enterDescription, enterPage } from './reading.ts';
import { controlPath, htmlFirst, looksLikeApi, plain, type Scout } from './scout.ts';

/** Issuer paths that server software uses by default; asked only when nothing named an issuer. */
const conventionalIssuers = ['/oauth', '/oauth2', '/oidc', '/oauth2/default', '/auth', '/api/auth'];

/** Where server software puts its documentation by default, and what to ask for there; tried only when no link led to any (G1 applies: they must differ from the control). */
const conventionalDocs: readonly { path: string; holds: 'page' | 'description' }[] = [
  ...['/docs', '/developers', '/api', '/api/docs', '/api-docs'].map((path) => ({ path, holds: 'page' as const })),
  ...['/swagger.json', '/v3/api-docs', '/openapi.yaml', '/documentation/json', '/swagger/v1/swagger.json'].map((path) => ({ path, holds: 'description' as const })),
];

/** Where an answer redirects to, else null. */
function redirectOf(answer: HttpAnswer): string | null {
  const to = answer.kind === 'response' ? redirectTarget(answer.status, answer.headers.get('location'), answer.url) : null;
  return to !== null && URL.canParse(to) ? to : null;
}

/** Asks for documentation where software puts it, beside a path that cannot exist. */
export async function guessDocs(scout: Scout, notebook: Notebook, frontier: Frontier, site: string, seed: string): Promise<void> {
  const asking = ({ holds }: (typeof conventionalDocs)[number]) => ({ purpose: 'documentation by convention', ...(holds === 'page' ? { headers: { accept: htmlFirst } } : { maxBytes: descriptionBytes, headers: { accept: descriptionFirst } }) });
  const [control, ...firsts] = await Promise.all([
    scout.ask({ url: `${site}${controlPath(seed)}`, purpose: 'control', follow: 0, headers: { accept: htmlFirst } }),
    ...conventionalDocs.map((place) => scout.ask({ url: `${site}${place.path}`, follow: 0, ...asking(place) })),
  ]);
  // Where every path leads to one page, such as a login, ten walks to it would show nothing.
  const answers = await Promise.all(conventionalDocs.map((place, index) => {
    const first = firsts[index] ?? control;
    const to = redirectOf(first);
    if (to === null || redirectOf(control)?.split('?')[0] === to.split('?')[0]) return Promise.resolve(first);
    return scout.ask({ url: to, follow: 2, ...asking(place) });
  }));
  const catchAll = control.kind === 'response' && control.status === 200 ? control.text.length : null;
  for (const [index, raw] of answers.entries()) {
    const answer = plain(scout, raw);
    // A refusal that other paths do not get shows an API behind this one.
    if (answer && (answer.status === 401 || (answer.status === 403 && looksLikeApi(answer))) && !(control.kind === 'response' && control.status === answer.status)) {
      notebook.roots.push({ url: answer.url, via: 'convention', evidence: [answer.id] });
      continue;
    }
    if (answer?.status !== 200) continue;
    if (enterDescription(scout, notebook, answer, 'convention')) continue;
    const same = catchAll !== null && Math.abs(catchAll - answer.text.length) <= catchAll * 0.05 + 64;
    if (same || !scout.affiliation.readable(answer.url) || !/html|markdown/.test(answer.contentType ?? '') || conventionalDocs[index]?.holds === 'description') continue;
    enterPage(scout, notebook, frontier, answer, 'docs', 'convention', true);
  }
}

/** Looks for an issuer where server software puts it: on the site, and on a host whose name says that people sign in there. */
export async function guessIssuers(scout: Scout, notebook: Notebook, sites: readonly string[], hosts: readonly { host: string; role: HostRole }[]): Promise<void> {
  const authHost = hosts.find((h) => h.role === 'auth');
  const places = [...sites.slice(0, 1).map((origin) => ({ origin, most: 6 })), ...(authHost ? [{ origin: `https://${authHost.host}`, most: 2 }] : [])];
  await lookUp(scout, notebook, places.flatMap(({ origin, most }) => conventionalIssuers.slice(0, most).map((path): Lookup => ({ url: `${origin}${path}/.well-known/openid-configuration`, what: 'oidc', expected: `${origin}${path}`, via: 'convention', standardPlace: false }))));
}

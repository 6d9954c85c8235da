/** Asks registration endpoints whether they are open, with a body that cannot create anything (STANDARDS Z2c, Z3). */
import type { Notebook } from '../discover/notebook.ts';
import { plain, type Scout } from '../discover/scout.ts';
import { readRegistrationAnswer } from '../protocol/registration.ts';
import type { Registration } from '../types.ts';

/** One POST of `{` to each registration endpoint of usable metadata that was not asked before, at most two. */
export async function askRegistrations(scout: Scout, notebook: Notebook, known: readonly Registration[]): Promise<Registration[]> {
  const urls = [...new Set(notebook.servers.filter((s) => s.conformance !== 'non-conforming').flatMap((s) => (s.registrationEndpoint && URL.canParse(s.registrationEndpoint) ? [s.registrationEndpoint] : [])))].filter((url) => !known.some((done) => done.url === url)).slice(0, 2 - known.length);
  return Promise.all(urls.map(async (url): Promise<Registration> => {
    const answer = await scout.ask({ url, method: 'POST', purpose: 'registration endpoint, with a body that cannot register', headers: { 'content-type': 'application/json' }, body: '{' });
    if (answer.kind === 'failure') return { url, evidence: [answer.id], state: 'unknown', reason: answer.failure.message };
    const seen = plain(scout, answer);
    if (!seen) return { url, evidence: [answer.id], state: 'unknown', reason: 'a bot wall answered' };
    const { state, reason } = readRegistrationAnswer({ status: seen.status, contentType: seen.contentType, text: seen.text, headers: seen.headers });
    if (state === 'open') scout.found('get-credential', 'Open client registration', url);
    return { url, evidence: [answer.id], state, reason };
  }));
}

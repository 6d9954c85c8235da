/** Asks registration endpoints whether they are open, with bodies that cannot create anything (STANDARDS Z2, Z3). */
import { readRegistrationAnswer } from '../../read/registration.ts';
import type { HttpAnswer } from '../../types.ts';
import { isObject, own } from '../../read/json-body.ts';
import { parseJson, plain, type Crawl } from '../crawl.ts';
import { source } from '../source.ts';

/**
 * First a body that is no JSON: whoever asks for a token before reading is not open. Many servers parse before they check, so where that one
 * was read, a well-formed and impossible request follows: no address, no grant, no way of authentication that any server knows (RFC 7591
 * §3.2.2). What asks who is there before it reads that far is not open.
 */
const bodies = {
  broken: () => '{',
  impossible: (random: string) =>
    JSON.stringify({
      client_name: 'Latchkey scan: must be refused',
      redirect_uris: [`no address ${random}`],
      grant_types: [`scan_none_${random}`],
      response_types: [`scan_none_${random}`],
      token_endpoint_auth_method: `scan_none_${random}`,
    }),
};

interface Question {
  url: string;
  body: keyof typeof bodies;
}

/** Registration endpoints of usable metadata, at most two. */
const endpoints = ({ known }: Crawl): string[] =>
  [
    ...new Set(
      known.servers
        .filter(({ conformance }) => conformance !== 'non-conforming')
        .flatMap(({ registrationEndpoint }) => registrationEndpoint ?? [])
        .filter((url) => URL.canParse(url)),
    ),
  ].slice(0, 2);

/** Deletes a client that came into being all the same (RFC 7592 §2.3), where its management address is on the endpoint's own origin. */
async function undo(crawl: Crawl, endpoint: string, text: string): Promise<Undone | null> {
  const made = parseJson(text);
  if (!isObject(made) || own(made, 'client_id') === undefined) return null;
  const [address, token] = [own(made, 'registration_client_uri'), own(made, 'registration_access_token')];
  if (typeof token !== 'string' || typeof address !== 'string' || !URL.canParse(address))
    return { id: null, said: 'it names no way to delete that client' };
  if (new URL(address).origin !== new URL(endpoint).origin)
    return { id: null, said: 'it names no way to delete that client' };
  const gone = await crawl.ask({
    url: address,
    method: 'DELETE',
    purpose: 'deleting a client that should not exist',
    headers: { authorization: `Bearer ${token}` },
  });
  const deleted = gone.kind === 'response' && gone.status < 300;
  return { id: gone.id, said: deleted ? 'we deleted it again' : 'we could not delete it again' };
}

/** What became of a client that should not exist. */
interface Undone {
  id: string | null;
  said: string;
}

async function ask(crawl: Crawl, { url, body }: Question): Promise<{ answer: HttpAnswer; undone: Undone | null }> {
  const answer = await crawl.ask({
    url,
    method: 'POST',
    purpose: `registration endpoint, with a body that ${body === 'broken' ? 'is no JSON' : 'cannot be registered'}`,
    headers: { 'content-type': 'application/json' },
    body: bodies[body](crawl.random().slice(0, 8)),
  });
  return { answer, undone: answer.kind === 'response' ? await undo(crawl, url, answer.text) : null };
}

export const registration = source<Question, Awaited<ReturnType<typeof ask>>>({
  id: 'registration',
  final: true,
  due: (crawl) =>
    endpoints(crawl).flatMap((url): Question[] => {
      const before = crawl.known.registrations.find((one) => one.url === url);
      if (!before) return [{ url, body: 'broken' }];
      // Whoever registers what is no JSON registers anything.
      return before.state === 'open' && !before.reason.includes('registered') ? [{ url, body: 'impossible' }] : [];
    }),
  key: ({ url, body }) => `${url} ${body}`,
  ask,
  read(crawl, { url, body }, { answer, undone }) {
    const { known } = crawl;
    const before = known.registrations.find((one) => one.url === url);
    const seen = plain(crawl, answer);
    const { state, reason } = seen
      ? readRegistrationAnswer(seen)
      : {
          state: 'unknown' as const,
          reason: answer.kind === 'failure' ? answer.failure.message : 'a bot wall answered',
        };
    known.registrations = [
      ...known.registrations.filter((one) => one.url !== url),
      {
        url,
        evidence: [...(before?.evidence ?? []), answer.id, ...(undone?.id ? [undone.id] : [])],
        state,
        reason: undone ? `${reason}; ${undone.said}` : reason,
      },
    ];
    if (state === 'open' && body === 'impossible') crawl.found('get-credential', 'Open client registration', url);
  },
});

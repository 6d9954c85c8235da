/** Real answers to start from: everything that the impersonated worlds can say, as plain values. */
import { router } from '../../worlds/lib/routes.ts';
import type { Answer, Incoming } from '../../worlds/lib/world.ts';
import { worlds } from '../../worlds/sites/index.ts';

export interface Sample {
  path: string;
  status: number;
  headers: [string, string][];
  body: string;
}

export type Kind = 'html' | 'json' | 'markdown' | 'yaml' | 'text' | 'other';

const bare = (host: string, method: string, path: string): Incoming => ({
  scheme: 'https',
  method,
  host,
  path,
  search: '',
  query: new URLSearchParams(),
  headers: {},
  authorization: { scheme: '', value: '' },
  body: 'grant_type=client_credentials',
  form: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'a', client_secret: 'b' }),
  json: {},
  params: {},
});

const fieldsOf = (answer: Answer): [string, string][] =>
  Object.entries(answer.headers ?? {}).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, one]),
  );

function gather(): Sample[] {
  const found: Sample[] = [];
  for (const world of worlds) {
    for (const [host, site] of Object.entries(world.hosts)) {
      const answerTo = router(host, site);
      for (const key of Object.keys(site.routes)) {
        const [method, path] = key.includes(' ')
          ? [key.slice(0, key.indexOf(' ')).split(',')[0] ?? 'GET', key.slice(key.indexOf(' ') + 1)]
          : ['GET', key];
        const { answer } = answerTo(bare(host, method, path.replaceAll('*', 'x').replace(/:\w+/g, '1')));
        if (answer.instead === undefined)
          found.push({ path, status: answer.status, headers: fieldsOf(answer), body: answer.body ?? '' });
      }
    }
  }
  return found;
}

/** Every answer, in the order of the worlds; about two thousand. */
export const samples: readonly Sample[] = gather();

/** What a body is, by its own look. */
export function kindOf({ headers, body, path }: Sample): Kind {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  if (/html/.test(type)) return 'html';
  if (/json/.test(type)) return 'json';
  if (/markdown/.test(type) || /\.md$|llms/.test(path)) return 'markdown';
  if (/yaml/.test(type) || /^(?:openapi|swagger):/m.test(body)) return 'yaml';
  return type.startsWith('text/') ? 'text' : 'other';
}

/** Bodies of one kind, each once. */
export const bodiesOf = (kind: Kind): string[] => [
  ...new Set(samples.filter((sample) => sample.body !== '' && kindOf(sample) === kind).map((sample) => sample.body)),
];
/** Every WWW-Authenticate field of the worlds, each once. */
export const challengeFields: string[] = [
  ...new Set(
    samples.flatMap((sample) =>
      sample.headers.filter(([name]) => name.toLowerCase() === 'www-authenticate').map(([, value]) => value),
    ),
  ),
];

/** Every page of knowledge: its path, its title and one sentence. Lists, related links and the sitemap read it. */
import { antiPatterns, flows, signals } from '../../lib/scan/judge/index.ts';
import { flowName } from '../words.ts';

export interface KnowledgePage {
  path: string;
  title: string;
  says: string;
}

const standing: readonly KnowledgePage[] = [
  {
    path: '/guide',
    title: 'OAuth for agents',
    says: 'The flows, the three steps of client credentials, and the work in order.',
  },
  {
    path: '/guide#steps',
    title: 'Client credentials in three steps',
    says: 'The request for a token, the answer, and the call, as HTTP.',
  },
  {
    path: '/guide#security',
    title: 'Keeping it safe',
    says: 'Scopes, short lifetimes, rotation, and rate limits instead of puzzles.',
  },
  {
    path: '/guide#young',
    title: 'Newer ways in',
    says: 'Resource metadata, client ID metadata documents, MCP, auth.md and ID-JAG, and how far each has come.',
  },
  { path: '/signals', title: 'Signals', says: 'Seven properties that decide whether an agent can let itself in.' },
  { path: '/anti-patterns', title: 'Anti-patterns', says: 'Five traps that stop an agent, and the way out of each.' },
  { path: '/flows', title: 'Flows', says: 'Nine OAuth grants, and what each one asks of people.' },
  {
    path: '/faq',
    title: 'Questions and answers',
    says: 'What is sent, what is stored, what a score means, and how to opt out.',
  },
  {
    path: '/statistics',
    title: 'The state of agent auth',
    says: 'What the scans of this site found, and what published API descriptions declare.',
  },
  { path: '/methodology', title: 'How the score is made', says: 'Every number, from the table that the engine reads.' },
  {
    path: '/methodology/changes',
    title: 'What changed in the methodology',
    says: 'What each version changed, what was worth what before, and how far it moved scores.',
  },
  {
    path: '/cli',
    title: 'The command line',
    says: 'Every command, flag, format and exit code, and how to run it in CI.',
  },
  {
    path: '/example',
    title: 'An example report',
    says: 'What a report looks like, of an invented business that was really scanned.',
  },
];

export const pages: readonly KnowledgePage[] = [
  ...standing,
  ...signals.map(({ meta }) => ({ path: `/signals/${meta.id}`, title: meta.title, says: meta.question })),
  ...antiPatterns.map(({ meta }) => ({ path: `/anti-patterns/${meta.id}`, title: meta.title, says: meta.trap })),
  ...flows.map(({ meta }) => ({ path: `/flows/${meta.id}`, title: flowName[meta.id], says: meta.about })),
];

/** Every address once, without the places inside a page: what a site map names. */
export const paths: readonly string[] = pages.map(({ path }) => path).filter((path) => !path.includes('#'));

/** The page at a path. @throws when there is none: a link of ours that leads nowhere. */
export function pageAt(path: string): KnowledgePage {
  const page = pages.find((item) => item.path === path);
  if (!page) throw new Error(`There is no page ${path}.`);
  return page;
}

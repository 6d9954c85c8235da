/** The prose of the knowledge pages, checked for what a reader would find wrong: dead links, commands that do not parse, numbers of its own. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { pageAt, pages } from '../../../components/knowledge/catalogue.ts';
import { antiPatternArticles } from '../../../content/anti-patterns.ts';
import { codeFor } from '../../../lib/scan/fix/frameworks.ts';
import type { Built } from '../../../lib/scan/fix/types.ts';
import { exampleFix, verdictsOf } from '../../../content/example.ts';
import { chaptersOf } from '../../../content/faq.ts';
import { flowArticles } from '../../../content/flows.ts';
import { security, steps, tasks, youngWays } from '../../../content/guide.ts';
import { signalArticles } from '../../../content/signals.ts';
import { sources } from '../../../content/sources.ts';
import { checksArtefact, sentence } from '../../../lib/scan/fix/render.ts';
import { antiPatterns, checklist, flows, signals } from '../../../lib/scan/judge/index.ts';
import { settings } from '../../../lib/settings.ts';

const articles = [
  ...Object.values(signalArticles),
  ...Object.values(antiPatternArticles),
  ...Object.values(flowArticles),
];
const samples = [...articles.flatMap((article) => article.samples), ...steps.flatMap((step) => step.samples)];
const commands = [...Object.values(signalArticles), ...Object.values(antiPatternArticles)]
  .flatMap((article) => article.tests.map((test) => test.command))
  .concat(Object.values(tasks).map((task) => task.command));
const chapters = chaptersOf(settings());

/** Every string in a value of ours. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}
const everything = textsIn([
  signalArticles,
  antiPatternArticles,
  flowArticles,
  tasks,
  steps,
  security,
  youngWays,
  chapters,
]);

describe('links', () => {
  it('“read on” leads to pages that are there', () => {
    for (const path of articles.flatMap((article) => article.related)) expect(pageAt(path).path).toBe(path);
  });

  it('paths in running text are pages of this site, or its API', () => {
    const others = ['/', '/bot', '/developers', '/removal', '/verify', '/api/v1/openapi.json', '/api/v1/statistics'];
    const known = new Set([...pages.map(({ path }) => path.split('#')[0]), ...others]);
    const paths = [
      ...everything.flatMap((text) => [...text.matchAll(/\]\((\/[^)]*)\)/g)].map((match) => match[1] ?? '')),
      ...Object.values(tasks).map((task) => task.more),
    ];
    expect(paths.length).toBeGreaterThan(15);
    expect(paths.filter((path) => !known.has(path.split('#')[0]))).toEqual([]);
  });

  it('each page has a path and a title of its own, but for a signal and a flow of one name', () => {
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
    const titles = pages.map(({ title }) => title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual(['Client credentials']);
  });

  it('standards are named by document and section', () => {
    for (const { label, url } of Object.values(sources)) {
      const [, number, section] = /^RFC (\d+)(?: §([\d.]+))?$/.exec(label) ?? [];
      if (number === undefined) continue;
      expect(url).toBe(
        `https://www.rfc-editor.org/rfc/rfc${number}.html${section === undefined ? '' : `#section-${section}`}`,
      );
    }
  });
});

describe('commands', () => {
  it.each(commands)('%s is a shell line', (command) => {
    expect(execFileSync('bash', ['-n'], { input: command, encoding: 'utf8' })).toBe('');
  });

  it('go to addresses that belong to nobody', () => {
    const hosts = [...commands, ...samples.map(({ text }) => text)].flatMap((text) =>
      [...text.matchAll(/https?:\/\/([\w.-]+)/g)].map((match) => match[1] ?? ''),
    );
    expect(hosts.filter((host) => !/(^|\.)example(\.com)?$/.test(host))).toEqual([]);
  });

  it('hold no secret but in a variable', () => {
    expect(commands.filter((command) => / -u (?!nobody:wrong |"\$CLIENT_ID:\$CLIENT_SECRET")/.test(command))).toEqual(
      [],
    );
  });
});

describe('samples', () => {
  it('hold JSON that parses', () => {
    const bodies = samples
      .flatMap(({ text }) => text.replaceAll('» ', '').split('\n\n'))
      .filter((part) => /^[[{]/.test(part));
    expect(bodies.length).toBeGreaterThan(10);
    for (const body of bodies) expect(() => JSON.parse(body) as unknown, body).not.toThrow();
  });

  it('mark at least one line each, and have labels that tell two on one page apart', () => {
    for (const { samples: own } of articles) {
      for (const { text, label } of own) expect(text, label).toMatch(/^» /m);
      expect(new Set(own.map(({ label }) => label)).size).toBe(own.length);
    }
  });
});

describe('drawings of flows', () => {
  it.each(Object.entries(flowArticles))(
    '%s: messages go between lanes, and the agent waits exactly where a person is',
    (_, { lanes, steps: messages, agent, waits }) => {
      expect(lanes[agent]?.name).toBe('Agent');
      for (const { from, to, label } of messages) {
        expect(from).not.toBe(to);
        expect(lanes[from] && lanes[to]).toBeDefined();
        expect(label.length).toBeLessThanOrEqual(20);
      }
      expect(waits !== undefined).toBe(lanes.some((lane) => lane.person === true));
    },
  );

  it('show a person exactly in the flows that need one', () => {
    for (const flow of flows) {
      const person = flowArticles[flow.meta.id].waits !== undefined;
      const free = verdictsOf(flow).includes('agent-friendly');
      // A refresh token carries on what a person began: nobody takes part in the trade itself.
      expect(person, flow.meta.id).toBe(!free && flow.meta.id !== 'refresh_token');
    }
  });
});

describe('the guide', () => {
  it('divides thirty minutes among the seven items', () => {
    expect(Object.keys(tasks)).toEqual(checklist.map(({ meta }) => meta.id));
    expect(Object.values(tasks).reduce((sum, { minutes }) => sum + minutes, 0)).toBe(30);
  });
});

describe('the example business', () => {
  const told = [
    ...signals.map(({ meta }) => ({ fix: meta.fix, at: 'machines' as const })),
    ...signals.map(({ meta }) => ({ fix: meta.fix, at: 'people' as const })),
    { fix: 'bearer-token', at: 'cookies' as const },
    { fix: 'captcha', at: 'machines' as const },
  ];

  it.each(told)('$fix for $at leaves no slot open and assumes no address', ({ fix, at }) => {
    const { built, places } = exampleFix(fix, at);
    const texts = [
      built.reason,
      ...built.steps.map((step) => sentence(step, places)),
      checksArtefact(built.checks, places).text,
      ...[...built.artefacts, ...(built.code ? codeFor(built.code) : [])].flatMap(({ title, text }) => [title, text]),
    ];
    for (const text of texts) expect(text).not.toMatch(/\{\{[A-Z_]+\}\}|\(assumed\)|addresses (below are )?assumed/);
  });

  it('has a fix for every signal and every anti-pattern', () => {
    for (const { meta } of [...signals, ...antiPatterns])
      expect(exampleFix(meta.fix, 'machines').built).toSatisfy(
        ({ artefacts, code }: Built) => artefacts.length > 0 || code !== null,
      );
    expect(() => exampleFix('no-such-fix', 'machines')).toThrow('There is no fix no-such-fix.');
  });

  it('shows both verdicts of a flow that depends on its neighbours', () => {
    const verdicts = Object.fromEntries(flows.map((flow) => [flow.meta.id, verdictsOf(flow)]));
    expect(verdicts).toMatchObject({
      client_credentials: ['agent-friendly'],
      authorization_code: ['human-once', 'human-each-time'],
      device_code: ['human-once'],
      implicit: ['deprecated'],
    });
  });
});

describe('the questions', () => {
  it('take their numbers from the settings', () => {
    const other = chaptersOf({
      ...settings(),
      scanMaxRequests: 71,
      scanTimeoutS: 33,
      cooldownS: 444,
      keepDays: 555,
      keepReports: 66,
    });
    const text = textsIn(other).join(' ');
    for (const number of ['71', '33', '444', '555', '66']) expect(text).toContain(number);
  });

  it('have anchors of their own', () => {
    const ids = chapters.flatMap((chapter) => [chapter.id, ...chapter.questions.map(({ id }) => id)]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

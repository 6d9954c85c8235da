import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { captionOf, endOf, inBrief, sentenceOf, stationsOf, steps } from '../../../components/journey.ts';
import { Walk, WalkMini } from '../../../components/walk.tsx';
import type { Report } from '../../../lib/scan/schema/report.ts';

type Status = Report['journey'][number]['status'];

const journey = (statuses: readonly Status[], wall: string | null = null): Report['journey'] =>
  steps.map(({ step }, index) => ({
    step,
    status: statuses[index] ?? 'unknown',
    summary: `Seen at ${step}.`,
    wall: statuses[index] === 'blocked' ? wall : null,
    evidence: [],
  }));

describe('the stations of a report', () => {
  it.each<[string, Status[], 'open' | 'wall' | 'unknown', string]>([
    [
      'nothing in the way',
      ['ok', 'ok', 'ok', 'ok', 'ok'],
      'open',
      'The agent finds the API, understands how to authenticate, gets a credential, gets a token and calls the API. Nothing on the way needs a person: the door is open.',
    ],
    [
      'a wall in the middle',
      ['ok', 'ok', 'ok', 'blocked', 'ok'],
      'wall',
      'The agent finds the API, understands how to authenticate and gets a credential, then stops at “Get a token”: login page.',
    ],
    [
      'a wall at once',
      ['blocked', 'unknown', 'unknown', 'unknown', 'unknown'],
      'wall',
      'The agent takes no step that could be confirmed, then stops at “Find”: login page.',
    ],
    [
      'something unclear on the way to the door',
      ['ok', 'ok', 'unknown', 'ok', 'ok'],
      'unknown',
      'The agent finds the API, understands how to authenticate, gets a token and calls the API. Nothing published says whether it gets past “Get a credential”. The door is ajar.',
    ],
    [
      'nothing known',
      ['unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
      'unknown',
      'The agent takes no step that could be confirmed. Nothing published says whether it gets past “Find”, “Understand”, “Get a credential”, “Get a token” and “Call”. The door is ajar.',
    ],
  ])('%s', (_, statuses, end, sentence) => {
    const stations = stationsOf(journey(statuses, 'login page'));
    expect(endOf(stations)).toBe(end);
    expect(sentenceOf(stations)).toBe(sentence);
    // The line below the drawing and the sentence that stands for it say the same.
    const caption = captionOf(stations);
    expect(caption).toContain(
      { open: 'the door is open', wall: 'The door stays shut', unknown: 'The door is ajar' }[end],
    );
    expect(caption.includes('login page')).toBe(sentence.includes('login page'));
    expect(caption.includes('ajar')).toBe(sentence.includes('ajar'));
    expect(caption.match(/“[^”]+”/g)).toEqual(sentence.match(/“[^”]+”/g));
  });

  it.each([
    ['Nothing is needed.', 'Nothing is needed.'],
    [
      'The only way to a token is the authorization code grant: the API description declares the flow authorization_code under oauth. No key was found.',
      'The only way to a token is the authorization code grant: the API description declares the flow authorization_code under …',
    ],
    [`found at ${'a'.repeat(150)} there`, 'found at …'],
    ['b'.repeat(150), 'b'.repeat(150)],
  ])('cuts a note between words alone: %s', (note, brief) => {
    expect(inBrief(note)).toBe(brief);
  });

  it('puts everything behind the first wall beyond, and shows only that wall', () => {
    const stations = stationsOf(journey(['ok', 'blocked', 'ok', 'blocked', 'ok'], 'CAPTCHA'));
    expect(stations.map(({ state }) => state)).toEqual(['ok', 'blocked', 'beyond', 'beyond', 'beyond']);
    expect(stations.filter(({ wall }) => wall !== null)).toHaveLength(1);
  });

  it('leaves the scheme of an address out of its narrow columns', () => {
    const [first] = stationsOf([
      {
        step: 'find',
        status: 'ok',
        summary: 'The API is at https://api.a.example (a link).',
        wall: null,
        evidence: [],
      },
    ]);
    expect(first?.note).toBe('The API is at api.a.example (a link).');
  });

  it('cuts a wall’s name that a target made long', () => {
    expect(stationsOf(journey(['blocked'], 'x'.repeat(500)))[0]?.wall).toHaveLength(40);
  });
});

describe('the drawing', () => {
  const walled = stationsOf(journey(['ok', 'ok', 'blocked', 'ok', 'ok'], 'approval form of the partner team'));

  it('says the same in a sentence, and names every state for readers who do not see it', () => {
    const html = renderToStaticMarkup(<Walk stations={walled} />);
    expect(html).toContain(`aria-label="${sentenceOf(walled)}"`);
    for (const word of [
      'Find<span class="sr-only">: done',
      'Get a credential<span class="sr-only">: stopped here',
      'Call<span class="sr-only">: behind the wall',
    ])
      expect(html).toContain(word);
  });

  it('breaks a long reason in two lines', () => {
    expect(renderToStaticMarkup(<Walk stations={walled} />).match(/<tspan/g)).toHaveLength(2);
  });

  it('moves only when asked to', () => {
    expect(renderToStaticMarkup(<Walk stations={walled} />)).not.toContain('animate-');
    expect(renderToStaticMarkup(<Walk stations={walled} draw="once" />)).toContain('animate-draw-across');
  });

  it('fits into a table', () => {
    const html = renderToStaticMarkup(<WalkMini stations={walled} />);
    expect(html).toContain('role="img"');
    expect(html).toContain('width="124"');
  });
});

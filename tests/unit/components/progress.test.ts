import { describe, expect, it } from 'vitest';
import { endOf } from '../../../components/journey.ts';
import { progressOf, timeLeft, withSteps } from '../../../components/live/progress.ts';
import type { Step } from '../../../lib/present.ts';
import type { ScanEvent } from '../../../lib/scan/types.ts';

let time = 0;
const step = (seq: number, data: Partial<ScanEvent>, attempt = 1): Step => ({
  seq,
  attempt,
  data: { url: null, text: '', requests: seq, ms: (time += 10), ...data } as ScanEvent,
});
const states = (events: Step[]) => progressOf(events).stations.map(({ state }) => state);

describe('a scan under way', () => {
  it('has not set out before the first step', () => {
    expect(states([])).toEqual(['pending', 'pending', 'pending', 'pending', 'pending']);
    expect(progressOf([])).toMatchObject({ doing: '', requests: 0, ms: 0, last: 0 });
  });

  it('looks at the first step that nothing was found at', () => {
    expect(states([step(1, { type: 'stage', stage: 'discover', text: 'Looking' })])).toEqual([
      'active',
      'pending',
      'pending',
      'pending',
      'pending',
    ]);
    expect(states([step(1, { type: 'found', step: 'find', text: 'API' })])).toEqual([
      'ok',
      'active',
      'pending',
      'pending',
      'pending',
    ]);
  });

  it('has passed what lies before a thing that was found', () => {
    expect(states([step(1, { type: 'found', step: 'get-token', text: 'Token endpoint' })])).toEqual([
      'ok',
      'ok',
      'ok',
      'ok',
      'active',
    ]);
  });

  it('counts and tells a request, which is nothing that was found', () => {
    const progress = progressOf([
      step(1, { type: 'stage', stage: 'discover', text: 'Looking' }),
      step(2, { type: 'request', text: 'control: 200', url: 'https://acme.com/' }),
    ]);
    expect(progress).toMatchObject({ requests: 2, doing: 'Looking' });
    expect(progress.stations[0]?.state).toBe('active');
    expect(progress.log[0]).toMatchObject({ text: 'control: 200', url: 'https://acme.com/', quiet: true });
    expect(progress.log[1]?.quiet).toBe(false);
  });

  it('stops at a wall', () => {
    const progress = progressOf([
      step(1, { type: 'found', step: 'call', text: '401' }),
      step(2, { type: 'wall', step: 'get-credential', text: 'CAPTCHA' }),
    ]);
    expect(progress.stations.map(({ state }) => state)).toEqual(['ok', 'ok', 'blocked', 'beyond', 'beyond']);
    expect(progress.stations[2]?.wall).toBe('CAPTCHA');
    expect(endOf(progress.stations)).toBe('wall');
  });

  it('forgets an attempt that was cut short when a worker begins again', () => {
    const progress = progressOf([
      step(1, { type: 'found', step: 'find', text: 'old' }, 1),
      step(2, { type: 'stage', stage: 'discover', text: 'Again' }, 2),
    ]);
    expect(progress.found.find).toEqual([]);
    expect(progress.doing).toBe('Again');
    expect(progress.last).toBe(2);
  });

  it('takes each step once, in order, whatever the connection repeated', () => {
    const a = step(1, { type: 'found', step: 'find', text: 'a' });
    const b = step(2, { type: 'found', step: 'find', text: 'b' });
    expect(withSteps([b], [a, b, a]).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('keeps a page usable when a scan finds very much', () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      step(index + 1, { type: 'found', step: 'find', text: `thing ${index}` }),
    );
    expect(progressOf(many).found.find).toHaveLength(40);
  });
});

it.each([
  [0, null, 'at most 45 s left'],
  [3.2, 8000, 'about 5 s left'],
  [8, 8000, 'at most 37 s left'],
  [50, 8000, 'ending'],
  [0, 90_000, 'about 45 s left'],
])('%d s into a scan that usually takes %s ms there is “%s”', (elapsed, usual, words) =>
  expect(timeLeft(elapsed, usual)).toBe(words),
);

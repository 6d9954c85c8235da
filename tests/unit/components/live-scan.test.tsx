import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LiveScan } from '../../../components/live/live-scan.tsx';
import type { ScanState, Step } from '../../../lib/present.ts';

const state = (change: Partial<ScanState>): ScanState => ({
  status: 'queued',
  attempts: 0,
  ahead: 0,
  waitS: null,
  notBefore: '2026-11-23T21:00:00.000Z',
  report: null,
  error: null,
  ...change,
});
const steps: Step[] = [
  { seq: 1, attempt: 1, data: { type: 'stage', stage: 'discover', text: 'Looking for the API', requests: 0, ms: 2 } },
  {
    seq: 2,
    attempt: 1,
    data: { type: 'found', step: 'find', text: 'API host', url: 'https://api.a.example/<b>', requests: 4, ms: 2400 },
  },
];

/** The page as the server draws it, before any script. */
const draw = (now: ScanState, soFar: Step[] = [], verifyAgain: string | null = null) =>
  renderToStaticMarkup(
    <LiveScan
      id="1"
      host="api.a.example"
      steps={soFar}
      state={now}
      startedAt={null}
      retry={async (before) => before}
      verifyAgain={verifyAgain}
    />,
  );

describe('the live page', () => {
  it.each([
    [state({}), 'api.a.example is next', 'The scan starts in a moment.'],
    [state({ ahead: 1 }), 'api.a.example is next', 'One scan is ahead of this one.'],
    [state({ ahead: 12 }), 'api.a.example is next', '12 scans are ahead of this one.'],
    [
      state({ ahead: 12, waitS: 200 }),
      'api.a.example is next',
      '12 scans are ahead of this one. At the present pace it starts in about 4 minutes.',
    ],
    [state({ attempts: 1 }), 'api.a.example is next', 'The scan was interrupted and begins again in a moment.'],
    [state({ status: 'running' }), 'Walking to api.a.example', 'Setting out.'],
    [state({ status: 'done', report: '/report/a.example' }), 'The report is ready', 'Opening it.'],
  ])('says how the scan stands (%#)', (now, heading, line) => {
    const html = draw(now);
    expect(html).toContain(`${heading}</h1>`);
    expect(html).toContain(line);
  });

  it('shows what was found, the time and the requests, and hostile text as text', () => {
    const html = draw(state({ status: 'running' }), steps);
    expect(html).toContain('Looking for the API');
    expect(html).toContain('api.a.example/<wbr/>&lt;b&gt;');
    expect(html).toContain('0:02');
    expect(html).toContain('4 requests');
  });

  it('gives the reason of a failure and a button that works without script', () => {
    const html = draw(
      state({ status: 'failed', error: { code: 'time-limit', message: 'The scan took too long.' } }),
      steps,
    );
    expect(html).toContain('This scan did not finish');
    expect(html).toContain('The scan took too long.');
    expect(html).toContain('no score follows from it');
    expect(html).toMatch(/<form[\s\S]*name="id" value="1"[\s\S]*Try again/);
    expect(html).not.toContain('You can leave this page');
  });

  it('leads an owner whose verification failed to where the credential is entered again: it is gone', () => {
    const failed = state({ status: 'failed', error: { code: 'credentials-gone', message: 'They have been erased.' } });
    const html = draw(failed, steps, '/verify?target=https%3A%2F%2Fapi.a.example%2F');
    expect(html).toMatch(/<a href="\/verify\?target=https%3A%2F%2Fapi.a.example%2F"[^>]*>Verify again<\/a>/);
    expect(html).not.toContain('Try again');
  });
});

import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { BarTable, share, ShareTable } from '../../../../components/knowledge/chart.tsx';
import { FlowDrawing } from '../../../../components/knowledge/flow-drawing.tsx';
import { Ladder } from '../../../../components/knowledge/ladder.tsx';
import { Rich } from '../../../../components/knowledge/rich.tsx';
import { BrowserOnly, NoScans, OwnScans } from '../../../../components/knowledge/state-of-agent-auth.tsx';
import { Wire } from '../../../../components/knowledge/wire.tsx';
import { antiPatternStatus, signalStatus } from '../../../../components/words.ts';
import { flowArticles } from '../../../../content/flows.ts';
import { ladders } from '../../../../lib/scan/dimensions/index.ts';
import { arrange, descriptionSurvey, type CountRow } from '../../../../lib/statistics.ts';

const text = (html: string) =>
  html
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const now = new Date('2026-11-23T12:00:00Z');

/** Statistics of `base` domains with a score, of which `walled` offer OAuth behind a browser. */
function statistics(base: number, walled: number) {
  const rows: CountRow[] = [
    { kind: 'outcome', id: '', value: 'scored', count: base },
    { kind: 'tier', id: '', value: 'gold', count: base },
    { kind: 'oauth', id: '', value: 'total', count: base },
    { kind: 'oauth', id: '', value: 'browser-only', count: walled },
    { kind: 'signal', id: 'structured-401', value: 'pass', count: base - 1 },
    { kind: 'signal', id: 'structured-401', value: 'unknown', count: 1 },
    { kind: 'anti-pattern', id: 'browser-only-oauth', value: 'present', count: walled },
  ];
  return arrange({ scans: base, domains: base, first: now, last: now, lower: 50, median: 60, upper: 70 }, rows, now);
}

describe('shares', () => {
  it('round to whole per cents, but never to none or all', () => {
    expect([share(1, 3), share(0, 9), share(9, 9), share(8, 1011), share(1010, 1011), share(0, 0)]).toEqual([
      '33 %',
      '0 %',
      '100 %',
      '0.8 %',
      '99.9 %',
      '–',
    ]);
  });

  it('are not shown for small counts', () => {
    const small = renderToStaticMarkup(<OwnScans scans={statistics(19, 4)} now={now} />);
    expect(small).not.toMatch(/\d %</);
    expect(text(small)).toContain('no percentages below 20 domains');
    const large = renderToStaticMarkup(<OwnScans scans={statistics(20, 4)} now={now} />);
    expect(large).toMatch(/>95 %</);
    expect(text(large)).not.toContain('no per cent signs');
  });
});

describe('charts', () => {
  const columns = [antiPatternStatus.present, antiPatternStatus.absent, antiPatternStatus.unknown];

  it('say everything in the table that they draw', () => {
    const html = renderToStaticMarkup(
      <ShareTable caption="Traps" columns={columns} base={40} rows={[{ label: 'One', counts: [10, 25, 5] }]} />,
    );
    expect(text(html)).toMatch(/One .*10 .*25 .*5 25 %/);
    expect(html).toMatch(/<svg aria-hidden="true"/);
  });

  it('draw each part as wide as its share, one after the other', () => {
    const html = renderToStaticMarkup(
      <ShareTable caption="Traps" columns={columns} base={40} rows={[{ label: 'One', counts: [10, 25, 5] }]} />,
    );
    expect(
      [...html.matchAll(/<svg x="([\d.]+)%" width="([\d.]+)%"/g)].map(([, x, width]) => [Number(x), Number(width)]),
    ).toEqual([
      [0, 25],
      [25, 62.5],
      [87.5, 12.5],
    ]);
  });

  it('draw nothing where there is nothing', () => {
    const html = renderToStaticMarkup(
      <ShareTable caption="Traps" columns={columns} base={0} rows={[{ label: 'One', counts: [0, 0, 0] }]} />,
    );
    expect(html).not.toMatch(/<svg x=|NaN/);
    expect(
      renderToStaticMarkup(
        <BarTable
          caption="c"
          head={['a', 'b', 'c']}
          rows={[{ id: 'x', label: 'X', value: null, figure: '–', basis: '0 of 0' }]}
        />,
      ),
    ).not.toContain('NaN');
  });

  it('hold no style attribute, which the content security policy refuses', () => {
    const html =
      renderToStaticMarkup(<OwnScans scans={statistics(30, 12)} now={now} />) +
      renderToStaticMarkup(<FlowDrawing flow={flowArticles.device_code} name="Device code" />);
    expect(html).not.toContain(' style=');
  });
});

describe('the statistics page', () => {
  it('says honestly that there is nothing yet, and what is there', () => {
    expect(
      text(
        renderToStaticMarkup(
          <NoScans
            scans={arrange(
              { scans: 0, domains: 0, first: null, last: null, lower: null, median: null, upper: null },
              [],
              now,
            )}
          />,
        ),
      ),
    ).toContain('Nobody has scanned an API here so far.');
    const unscored = arrange(
      { scans: 2, domains: 1, first: now, last: now, lower: null, median: null, upper: null },
      [{ kind: 'outcome', id: '', value: 'blocked', count: 1 }],
      now,
    );
    expect(text(renderToStaticMarkup(<NoScans scans={unscored} />))).toContain(
      '1 domain scanned so far, and none with a score.',
    );
  });

  it('sets the quoted figure beside the counted ones, with counts', () => {
    const { byDocument, byProvider } = descriptionSurvey.oauth;
    const html = text(
      renderToStaticMarkup(<BrowserOnly survey={descriptionSurvey} quoted={0.73} scans={statistics(25, 5)} />),
    );
    for (const words of [
      '73 % no counts',
      `${byDocument.browserOnly} of ${byDocument.total.toLocaleString('en')}`,
      `${byProvider.browserOnly} of ${byProvider.total}`,
      `${byProvider.nothingElse} of ${byProvider.total}`,
      '20 % 5 of 25',
      descriptionSurvey.source.version,
    ])
      expect(html).toContain(words);
  });

  it('leaves its own row out while the database cannot be read', () => {
    expect(
      text(renderToStaticMarkup(<BrowserOnly survey={descriptionSurvey} quoted={0.73} scans={null} />)),
    ).not.toContain('Domains scanned here');
  });
});

describe('pieces', () => {
  it('a ladder shows every rung at the table’s price', () => {
    const html = text(renderToStaticMarkup(<Ladder signal="structured-401" />));
    for (const { meaning, value, status } of Object.values(ladders['structured-401']))
      expect(html).toContain(`${meaning} ${signalStatus[status].word} ${Math.round(value * 100)} %`);
  });

  it('a message keeps marks and numbers out of what is copied', () => {
    const html = renderToStaticMarkup(
      <Wire sample={{ label: 'Answer', tone: 'wall', text: 'HTTP/1.1 200 OK\n» A: b' }} />,
    );
    expect(html).toContain('HTTP/1.1 200 OK\nA: b</pre>');
    expect(html).not.toContain('»');
    expect(html).toMatch(/class="marks"> \n\|<\/pre>/);
  });

  it('prose links and sets off code, and nothing else', () => {
    expect(
      renderToStaticMarkup(
        <p>
          <Rich text="See `a[0]` and [this](/faq) <b>now</b>." />
        </p>,
      ),
    ).toBe(
      '<p>See <code class="text-[0.92em] break-words">a[0]</code> and <a href="/faq" class="link">this</a> &lt;b&gt;now&lt;/b&gt;.</p>',
    );
    expect(renderToStaticMarkup(<Rich text="[`resource`](/x)" />)).toBe(
      '<a href="/x" class="link"><code class="text-[0.92em] break-words">resource</code></a>',
    );
  });

  it('a drawing has a wall exactly where the agent waits', () => {
    const wall = (id: keyof typeof flowArticles) =>
      renderToStaticMarkup(<FlowDrawing flow={flowArticles[id]} name="x" />).includes('<rect x="-17"');
    expect([
      wall('authorization_code'),
      wall('device_code'),
      wall('client_credentials'),
      wall('refresh_token'),
    ]).toEqual([true, true, false, false]);
  });
});

import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { markdownCode, markdownText, reportToMarkdown } from '../../../lib/export/markdown.ts';
import { blockedReport, openReport, unreachableReport, walledReport } from '../components/sample-report.ts';

const html = (markdown: string): string => micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
/** What a reader sees of HTML: tags away, references read. */
const seen = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

const texts = [
  '# heading',
  '- item',
  '1. item',
  '12) item',
  '+ item',
  '* item',
  '> quote',
  '---',
  '===',
  '```',
  '~~~',
  '| a | b |',
  ': a',
  '<b>x</b>',
  '<!-- x -->',
  '<https://a.example>',
  '[a](https://b.example)',
  '![a](https://b.example)',
  '[a]: https://b.example',
  '[^1]',
  '*a*',
  '_a_',
  '**a**',
  '~~a~~',
  '`a`',
  '``',
  'a\\',
  '\\*a',
  '&lt;b&gt;',
  '&#60;b&#62;',
  'https://a.example/x',
  'www.a.example',
  'see www.a.example.',
  'a@b.example',
  '@somebody',
  '#12',
  '$x$',
  '- [ ] x',
  'a  ',
  '&copy;',
];

describe('markdownText', () => {
  it.each(texts)('%j reads as it stands and makes nothing', (text) => {
    for (const prefix of ['', '- ', '- **x**: ', '1. ', '> ']) {
      const drawn = html(`${prefix}${markdownText(text)}`);
      expect(drawn).not.toMatch(/<(?!\/?(?:p|ul|ol|li|strong|blockquote)>)/);
      expect(drawn.match(/<(ul|ol|blockquote)>/g)?.length ?? 0).toBe(prefix === '' ? 0 : 1);
      const words = seen(drawn).trim();
      expect(prefix === '- **x**: ' ? words.slice(3) : words).toBe(text.trim());
    }
  });

  it('is one line whatever it held', () => {
    expect(markdownText('a\n\n# b\r\n\u2028- c\u001b[31m\u202e')).toBe(String.raw`a \# b - c�\[31m�`);
  });
});

describe('markdownCode', () => {
  it.each(['a', '`', '``', ' ` ', '`a', 'a`', '```js', '<script>', '*a*', '\\', 'https://a.example', '@x', 'a\nb'])(
    '%j is code and nothing else',
    (text) => {
      const drawn = html(`x ${markdownCode(text)} y`);
      expect(drawn).toMatch(/^<p>x <code>[^<]*<\/code> y<\/p>$/);
      expect(seen(drawn)).toBe(`x ${text.trim().replace('\n', ' ')} y`);
    },
  );

  it('of nothing is nothing', () => expect(markdownCode(' \n ')).toBe(''));
});

describe('a report', () => {
  it('has its sections, its score and its evidence', () => {
    const text = reportToMarkdown(walledReport());
    expect(text.match(/^## .*/gm)).toEqual([
      '## Journey',
      '## Signals',
      '## Flows',
      '## Anti-patterns',
      '## Checklist',
      '## What to fix first',
      '## Evidence',
    ]);
    expect(text).toMatch(/\*\*D7 Security \d+\/100\*\*/);
    expect(text).toContain('`GET https://api.hartley.example/v2/orders` → 302');
    expect(text.match(/^### .*/gm)).toHaveLength(4);
    expect(text.match(/^```js$/gm)).toHaveLength(3);
    expect(text.endsWith('\n')).toBe(true);
  });

  it.each([
    ['open', openReport()],
    ['blocked', blockedReport()],
    ['unreachable', unreachableReport()],
  ])('draws without raw markup when %s', (_name, report) => {
    const drawn = html(reportToMarkdown(report));
    expect(drawn).toContain('<h1>');
    expect(drawn).not.toMatch(/<a |<img|<script/);
  });

  it('keeps an artefact whole, also one that holds a fence', () => {
    const report = walledReport();
    const [fix] = report.fixes;
    if (!fix) throw new Error('the sample has fixes');
    const text = 'a\n```\n# not a heading\n```\n\tb';
    const drawn = html(
      reportToMarkdown({
        ...report,
        fixes: [
          {
            ...fix,
            artefacts: [
              { title: 'x', language: 'js onclick=1', text, file: null, frameworks: [], marks: [], tested: null },
            ],
          },
        ],
      }),
    );
    expect(drawn).toContain('<pre><code>a\n```\n# not a heading\n```\n\tb\n</code></pre>');
  });
});

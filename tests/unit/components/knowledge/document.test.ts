/** A document of the repository as parts of a page. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { documentParts } from '../../../../components/knowledge/document.ts';

it('is its title, what comes first, and a part for each heading', () => {
  const { title, lead, parts } = documentParts(
    '# Tool\n\nRuns `x`.\n\n## Exit codes\n\n| code | meaning |\n| --- | --- |\n| 0 | fine |\n',
  );
  expect([title, lead]).toEqual(['Tool', '<p>Runs <code>x</code>.</p>']);
  expect(parts.map(({ id, title: name }) => [id, name])).toEqual([['exit-codes', 'Exit codes']]);
  expect(parts[0]?.html).toContain('<td>fine</td>');
});

it('leads to pages of the site, and names files that the site does not have', () => {
  const { lead } = documentParts(
    '# T\n\nSee [safety](safety.md#whom), [a job](ci/check.sh) and [npm](https://npmjs.com).',
  );
  expect(lead).toBe(
    '<p>See <a href="/bot">safety</a>, a job (<code>docs/ci/check.sh</code>) and <a href="https://npmjs.com">npm</a>.</p>',
  );
});

it('is text where it holds markup', () =>
  expect(documentParts('# T\n\n<script>1</script> [x](javascript:alert)').lead).not.toMatch(
    /<script|href="javascript/,
  ));

it('holds the whole manual of the command line', () => {
  const text = readFileSync(new URL('../../../../docs/cli.md', import.meta.url), 'utf8');
  const { parts, lead } = documentParts(text);
  expect(parts.map(({ title }) => title)).toEqual([...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title));
  expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
  const html = lead + parts.map((part) => part.html).join('');
  for (const [, code = ''] of text.matchAll(/^\| `([^`|\\]+)` \|/gm))
    expect(html).toContain(
      `<code>${code.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')}</code>`,
    );
  expect(html).not.toMatch(/href="(?!\/|https?:)/);
});

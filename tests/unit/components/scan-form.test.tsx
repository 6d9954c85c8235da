import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ScanForm } from '../../../components/scan-form.tsx';

const tag = (html: string, name: string) => new RegExp(`<input[^>]* name="${name}"[^>]*>`).exec(html)?.[0] ?? '';

describe('the form', () => {
  it('is empty at first, and says nothing', () => {
    const html = renderToStaticMarkup(<ScanForm />);
    expect(html).toMatch(/^<form [^>]*action="\/scan" method="post"/);
    expect(tag(html, 'target')).toContain('value=""');
    expect(tag(html, 'target')).not.toMatch(/autofocus/i);
    expect(tag(html, 'unlisted')).not.toContain('checked');
    expect(html).not.toContain('role="alert"');
  });

  it('says without any script what will be scanned of an address that stands in it', () => {
    expect(renderToStaticMarkup(<ScanForm typed="api.example.com/v1" />)).toContain('>Scans api.example.com/v1</p>');
  });

  it('comes back as it was sent, with the reason, which is what its field is described by', () => {
    const error = { code: 'bad-scheme', message: 'Not `ftp://`.' };
    const html = renderToStaticMarkup(<ScanForm typed={'ftp://a.example/"><b>\t '} unlisted error={error} />);
    const field = tag(html, 'target');
    expect(field).toContain('value="ftp://a.example/&quot;&gt;&lt;b&gt;\t "');
    expect(field).toMatch(/autofocus=""/i);
    expect(field).toContain('aria-invalid="true"');
    expect(tag(html, 'unlisted')).toContain('checked=""');
    const described = /aria-describedby="([^"]+)"/.exec(field)?.[1] ?? '';
    expect(html).toMatch(new RegExp(`<p id="${described}" role="alert" data-code="bad-scheme"[^>]*>Not <code`));
    expect(html).not.toContain('data-reading');
  });
});

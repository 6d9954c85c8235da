/** A document of `docs/` in the parts that a page shows. The words stand there once; the page only sets them. */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

export interface DocumentPart {
  id: string;
  title: string;
  /** Of our own words; micromark escapes whatever else stands in them. */
  html: string;
}

/** Where the pages say what another document says; the rest of the repository has no address here. */
const elsewhere: Readonly<Record<string, string>> = {
  'oauth.md': '/auth.md',
  'safety.md': '/bot',
  'methodology.md': '/methodology',
};

function written(markdown: string): string {
  // A link to a file of the repository is its name in code; one that a page answers leads there.
  const linked = markdown.replace(
    /\[([^\]]+)\]\((?!https?:|\/|#)([^)#\s]+)(?:#[^)]*)?\)/g,
    (_, words: string, file: string) => {
      const page = elsewhere[file];
      if (page !== undefined) return `[${words}](${page})`;
      const code = `\`docs/${file}\``;
      return words === file ? code : `${words} (${code})`;
    },
  );
  return micromark(linked, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

/** The title, what stands before the first heading of the second level, and each part under one. */
export function documentParts(markdown: string): { title: string; lead: string; parts: DocumentPart[] } {
  const [head = '', ...rest] = markdown.split(/^## /m);
  const [, title = '', lead = ''] = /^# (.+)\n([\s\S]*)$/.exec(head) ?? [];
  return {
    title,
    lead: written(lead.trim()),
    parts: rest.map((part) => {
      const [, name = '', body = ''] = /^(.+)\n([\s\S]*)$/.exec(part) ?? [];
      return { id: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'), title: name, html: written(body.trim()) };
    }),
  };
}

/** What a row of the tables of products is made of, and the shapes that most rows share. */
import { plain } from './documents.ts';
import type { CodeLanguage } from './quote.ts';
import type { Sign } from './signs.ts';
import { linesFor, pathsUnder, sourceText, testedIn } from './sources.ts';
import type { Artefact, FixId } from './types.ts';

export interface Advice {
  /** In the vendor's words for menus and settings. May hold slots. */
  steps: readonly string[];
  /** The product has its own switch: code of ours would only stand in its way. */
  instead: boolean;
  undo?: string;
  artefacts?: readonly Artefact[];
  /** Where the vendor says so, when that is not the row's manual. */
  manual?: string;
}

export interface Product {
  id: string;
  name: string;
  manual: string;
  /** When the words of menus and settings were last compared with the vendor’s manual. */
  checked: `${number}-${number}`;
  /** What gives it away in one answer. */
  signs: Sign;
  /** Whether it publishes the metadata of its authorization server by itself; absent: it does. */
  publishes?: false;
  /** The framework that it is a library of. */
  framework?: string;
  advice: Partial<Record<FixId, Advice>>;
}

const languages: Readonly<Record<string, string>> = { sh: 'bash', yml: 'yaml', conf: 'nginx', ts: 'typescript' };
const titles: Readonly<Record<string, string>> = { sh: 'Command line' };

/** The files of a product in `artefacts/`, and its lines, which are of this language. */
export function filesOf(id: string, language: CodeLanguage = 'typescript'): Artefact[] {
  const tested = testedIn(id, 'own');
  // Commands come last: what they do may need the lines.
  const paths = pathsUnder(id).sort((a, b) => Number(a.endsWith('.sh')) - Number(b.endsWith('.sh')));
  return paths.map((path) => {
    const name = path.slice(id.length + 1);
    if (name === 'lines.txt')
      return plain({ title: 'The lines in your app', language, text: linesFor(id, 'client-credentials'), tested });
    const ending = name.split('.').at(-1) ?? '';
    return plain({
      title: titles[ending] ?? name,
      language: languages[ending] ?? 'text',
      text: sourceText(path).trimEnd(),
      file: ending === 'ts' ? name : null,
      tested,
    });
  });
}

/** Its own switch for client_credentials. */
export const grant = (steps: readonly string[], over: Partial<Advice> = {}): Partial<Record<FixId, Advice>> => ({
  'client-credentials': {
    steps: [
      ...steps,
      'Take these tokens at {{API_URL}} beside those of people: same issuer, same keys, another subject.',
    ],
    instead: true,
    undo: 'Switch the grant off for that client, or delete the client; clients of people were never touched.',
    ...over,
  },
});

/** A setting for what a refusal looks like; the guard of the app may still be wrapped instead. */
export const refusal = (
  steps: readonly string[],
  artefacts: readonly Artefact[] = [],
): Partial<Record<FixId, Advice>> => ({
  'structured-401': { steps, instead: false, artefacts },
});

/** How a challenge page is lifted for the API. */
export const lifted = (steps: readonly string[]): Partial<Record<FixId, Advice>> => ({
  'allow-scanner': { steps, instead: false },
});

/** It publishes its metadata by itself: a document written by hand would stand beside it and grow old. */
export const published = (name: string): Advice => ({
  steps: [
    `${name} publishes its metadata at its issuer by itself, at {{ISSUER}}/.well-known/openid-configuration; nothing has to be written by hand.`,
    'If that document names another issuer than the address that it is fetched from, correct the server’s own setting for its public address, not the document.',
    'If your pages are on another host, lead an agent there: publish the protected resource metadata at {{RESOURCE_METADATA_URL}} (RFC 9728 §3).',
  ],
  instead: true,
  undo: 'Put the setting back.',
});

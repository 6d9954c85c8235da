/** The source files of `artefacts/`, with this target's values in their marked places: `'{{NAME}}'`, where a string literal stands. */
import type { Artefact } from './types.ts';
import { literal, type CodeLanguage } from './quote.ts';
import proofs from './proofs.json' with { type: 'json' };
import sources from './sources.json' with { type: 'json' };

const languages: Readonly<Record<string, CodeLanguage>> = {
  ts: 'typescript',
  py: 'python',
  rb: 'ruby',
  java: 'java',
  php: 'php',
  go: 'go',
  cs: 'csharp',
};

export type Values = Readonly<Record<string, string>>;

/** A string literal that is a place to fill. */
const marked = /(["'])\{\{([A-Z_]+)\}\}\1/g;

/** Fills the marked places of a text. @throws when a place has no value: our own mistake */
export function fillPlaces(text: string, language: CodeLanguage, values: Values): string {
  return text.replace(marked, (_whole, _quote, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`An artefact has no value for ${name}.`);
    return literal(language, value);
  });
}

/** The names of the marked places of a text. */
export const placesIn = (text: string): string[] => [...text.matchAll(marked)].map(([, , name = '']) => name);

/** The language of a source file, by its name. */
const languageOf = (path: string): CodeLanguage => languages[path.split('.').at(-1) ?? ''] ?? 'typescript';

/** The files lie in one folder when they are pasted. */
const flat = (text: string): string => text.replace(/ from '\.{1,2}\/(?:[\w-]+\/)?([\w-]+\.ts)'/g, " from './$1'");

/** A file of `artefacts/` as it is. @throws when there is none of that name */
export function sourceText(path: string): string {
  const all: Readonly<Record<string, string>> = sources;
  const text = Object.hasOwn(all, path) ? all[path] : undefined;
  if (text === undefined) throw new Error(`There is no artefact ${path}.`);
  return text;
}

/**
 * One file of `artefacts/`.
 * @throws when there is no such file, or a marked place has no value
 */
export function sourceFile(path: string, values: Values): Pick<Artefact, 'language' | 'text'> {
  const language = languageOf(path);
  return { language, text: fillPlaces(flat(sourceText(path)), language, values).trimEnd() };
}

/**
 * The lines of one kind that put a framework's files into the app, with their marked places: a section `== kind` of its `lines.txt`.
 * @throws when there is no such section
 */
export function linesFor(framework: string, kind: string): string {
  const [, ...sections] = `\n${sourceText(`${framework}/lines.txt`)}`.split('\n== ');
  const found = sections.find((section) => section.startsWith(`${kind}\n`));
  if (found === undefined) throw new Error(`${framework} has no lines for ${kind}.`);
  return found.slice(kind.length + 1).trim();
}

/** What an artefact of a framework was run in when it was proved, or null. */
export function testedIn(framework: string, kind: string): string | null {
  const all: Readonly<Record<string, { in: string }>> = proofs.artefacts;
  return all[`${framework}/${kind}`]?.in ?? null;
}

/** Paths of the files in one folder of `artefacts/`. */
export const pathsUnder = (folder: string): string[] =>
  Object.keys(sources).filter((path) => path.startsWith(`${folder}/`));

/** Fills code templates. `{{NAME}}` stands where a string literal stands, and becomes one in the template's language. */
import { literal, type CodeLanguage } from './quote.ts';
import type { Artefact } from './types.ts';

export interface Template {
  title: string;
  language: CodeLanguage;
  text: string;
}

/** The artefact of a template. A placeholder without a value is our own mistake and throws. */
export function instantiate({ title, language, text }: Template, values: Readonly<Record<string, string>>): Artefact {
  const filled = text.replace(/\{\{([A-Z_]+)\}\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`The template “${title}” has no value for ${name}.`);
    return literal(language, value);
  });
  return { title, language, text: filled.trim() };
}

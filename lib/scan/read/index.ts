/** Reads what was looked at: the sentences of pages become statements, beside the facts that documents and answers gave already. */
import type { Evidence, Looked, Page, Statement, Surface } from '../types.ts';
import { asTheReaders } from './whose.ts';

/** Statements that a report keeps. */
const most = 1_000;

/** `statementsOf`: the statements of one page, null when it was left unread; `elsewhere`: whether a sentence speaks of somebody else's server. */
export async function read(
  { surface, facts, pages }: Looked,
  statementsOf: (page: Page) => Promise<readonly Statement[] | null>,
  elsewhere: (quote: string) => boolean,
): Promise<{ surface: Surface; evidence: Evidence }> {
  const statements: Statement[] = [];
  for (const page of pages) statements.push(...asTheReaders(page, (await statementsOf(page)) ?? []));
  return {
    surface,
    evidence: { ...facts, statements: statements.filter(({ quote }) => !elsewhere(quote)).slice(0, most) },
  };
}

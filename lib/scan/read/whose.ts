/** Whose API a page speaks of: documentation of a vendor of sign-in or gateways also teaches its customers to guard APIs of their own. */
import type { Page, Statement } from '../types.ts';
import { anyOf } from '../names.ts';

/** The reader's API does or suffers something; a key, a token or a call of the reader's is one of this business's API. */
const readersApi = anyOf([
  String.raw`\b(?:call|protect|secur|guard)(?:s|e|es|ing)? your (?:own )?apis?\b(?! (?:keys?|tokens?|secrets?|credentials?|access|accounts?|clients?|calls?|requests?|usage))`,
  String.raw`\byour (?:own )?(?:apis?|resource servers?|mcp servers?) (?:must |should |then )?(?:verif|validat|check|accept|reject)\w*`,
]);

/** Grants that such a page explains are what the customers offer to their own clients. */
export function asTheReaders(page: Pick<Page, 'blocks'>, statements: readonly Statement[]): readonly Statement[] {
  if (!page.blocks.some(({ kind, text }) => kind !== 'code' && readersApi.test(text))) return statements;
  return statements.map((one) => (one.topic.startsWith('grant:') ? { ...one, subject: 'customers' as const } : one));
}

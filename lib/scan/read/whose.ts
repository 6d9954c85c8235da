/** Whose API a page speaks of: documentation of a vendor of sign-in or gateways also teaches its customers to guard APIs of their own. */
import type { Page, Statement } from '../types.ts';
import { anyOf } from '../names.ts';

/** The same in the other languages of the lexicons. */
const elsewhere = [
  String.raw`\b(?:schützt?|schützen|sichern|sichert) (?:sie )?(?:ihre|deine|eure) (?:eigenen? )?api`,
  String.raw`\b(?:ihre|deine|eure) (?:eigene )?api (?:muss |soll )?(?:prüf|validier)`,
  String.raw`\b(?:protég|sécuris)\S+ (?:votre propre|vos propres|votre|vos) api`,
  String.raw`\b(?:proteg|prote[jg]|asegur)\S+ (?:(?:a )?(?:sua|su|tu)|(?:as )?(?:suas|sus|tus)|l[ae] (?:tu[ae]|vostr[ae])) (?:propi?r?i?as? )?api`,
  String.raw`\b(?:beveilig|bescherm)\w* (?:uw|je|jouw) (?:eigen )?api`,
  String.raw`\b(?:zabezpiecz|chro[nń])\S* (?:swoje|swój|własne|własny) api`,
  String.raw`защит\S* (?:сво|ваш)\S* api`,
  String.raw`(?:あなた|自社|お客様|ご自身)の ?api ?を ?(?:保護|検証)|保护(?:您|你)(?:自己)?的 ?api|(?:귀하|여러분|고객님?|자신)의 ?api를? ?보호`,
];

/** The reader's API does or suffers something; a key, a token or a call of the reader's is one of this business's API. */
const readersApi = anyOf([
  String.raw`\b(?:call|protect|secur|guard)(?:s|e|es|ing)? your (?:own )?apis?\b(?! (?:keys?|tokens?|secrets?|credentials?|access|accounts?|clients?|calls?|requests?|usage))`,
  String.raw`\byour (?:own )?(?:apis?|resource servers?|mcp servers?) (?:must |should |then )?(?:verif|validat|check|accept|reject)\w*`,
  ...elsewhere.map((words) => String.raw`${words}(?![- ]?(?:key|token|secret|schlüssel))`),
]);

/** Grants that such a page explains are what the customers offer to their own clients. */
export function asTheReaders(page: Pick<Page, 'blocks'>, statements: readonly Statement[]): readonly Statement[] {
  if (!page.blocks.some(({ kind, text }) => kind !== 'code' && readersApi.test(text))) return statements;
  return statements.map((one) => (one.topic.startsWith('grant:') ? { ...one, subject: 'customers' as const } : one));
}

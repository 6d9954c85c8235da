/**
 * Which addresses say that asking for them changes something. GET is meant to be safe (RFC 9110 §9.2.1) and often is not: links that log
 * out, unsubscribe, confirm or delete are ordinary. The words decide, and a word counts only where it gives an order: as a path segment
 * or as the name or value of a query parameter. What a page of documentation is about is no order.
 */
import { domainOf } from './domain.ts';
import { setOf } from '../names.ts';
import { hasDigit, webScheme, wordsOf as list } from '../text.ts';

/** Orders wherever they stand in a path. Without accents and in lower case, as `fold` leaves them. */
const anywhere = setOf(`
  logout logoff signout signoff optout unsubscribe unregister deregister unlink unbind unfollow disconnect uninstall
  delete remove destroy erase wipe purge flush truncate terminate kill shutdown reboot restart
  cancel revoke invalidate expire deactivate activate reactivate disable enable suspend unsuspend
  ban unban block unblock kick confirm approve reject decline deny accept undelete poweroff endsession
  installphp setupphp upgradephp cronphp
  reset rotate regenerate resend undo revert rollback withdraw donate upvote downvote
  abmelden ausloggen abbestellen austragen loschen loeschen entfernen kundigen kuendigen stornieren widerrufen
  bestatigen bestaetigen sperren entsperren leeren aktivieren deaktivieren freigeben zurucksetzen zuruecksetzen
  deconnexion deconnecter supprimer effacer annuler desabonner desabonnement desinscription desinscrire resilier
  confirmer bannir vider activer desactiver approuver refuser
  eliminar borrar cancelar confirmar desuscribir desuscribirse cerrarsesion vaciar activar desactivar aprobar rechazar
  excluir apagar remover sair descadastrar esvaziar ativar desativar aprovar rejeitar
  elimina cancella rimuovi annulla conferma disiscriviti disiscrizione svuota attiva disattiva approva disconnetti
  uitloggen afmelden verwijderen annuleren opzeggen bevestigen leegmaken activeren deactiveren goedkeuren
  wyloguj usun anuluj potwierdz wypisz aktywuj zatwierdz
  loggaut loggaud avsluta radera bekrafta avregistrera slet bekreft afmeld
  cikis iptal onayla выход выйти удалить отменить отписаться подтвердить вийти видалити
  odhlasit smazat zrusit kijelentkezes torles deconectare sterge dezabonare kirjauduulos poista
  keluar hapus đangxuat xoa αποσυνδεση διαγραφη התנתק התנתקות מחק الخروج حذف हटाएं
  `);
/** Orders in scripts that put no spaces between words, wherever they stand in a segment. */
const unspaced = list('ログアウト 削除 解約 退会 退出 删除 刪除 取消 注销 登出 로그아웃 삭제 해지 탈퇴 ออกจากระบบ');
/** Orders when they come with what it takes: an id behind them, or a token, an address or an amount in the query. Alone they are names of pages. */
const empowered =
  setOf(`verify redeem claim subscribe rsvp pay transfer trigger hook hooks webhook webhooks deploy build
  buildwithparameters execute exec invite unlock`);
const means = setOf('token code key hash sig signature email mail amount ticket otp nonce secret');
/** Orders where nothing but an id follows, and names of things elsewhere: `/cart/empty`, but `/checkout/orders/5`. */
const last = setOf(
  'stop empty checkout purchase buy add save send submit publish clear drop vote refund lock unlock merge',
);

/** Names of query parameters that say what to do. */
const commands = setOf('action do op operation cmd command task act mode func function method event verb todo');
/** Names whose value a machine runs, whatever it is. */
const shells = setOf('cmd command exec execute shell');
/** Short for orders, and methods that a form puts in place of its own: only where the name says that an order follows. */
const abbreviations = setOf('del rm mv put patch post rem upd ins');
/** A GraphQL mutation, or a statement of SQL that writes, whatever the parameter is called. */
const statement =
  /\bmutation\b[^{}]{0,300}\{|^\s*(?:delete\s+from|insert\s+into|update\s+\S+\s+set|(?:drop|truncate|alter|create)\s+(?:table|database|schema|user|role|view|index)\b)/i;
/** Names that ask for a confirmation, or give one. */
const confirmations = setOf('confirm confirmed confirmation sure force');
/** Names that ask for something new to be made where the value says no more than yes. */
const makers = setOf('create generate issue mint regen');
/** Names whose value is somebody's words, or a place to go to afterwards. */
const passive = setOf(
  'q query search s text term keyword keywords title tag lang next return returnto redirect continue url uri to from',
);
/** Below these stand pages that tell about things. */
const manuals =
  setOf(`docs doc documentation documentations reference references apireference apidocs guide guides manual manuals
  handbook learn developer developers dev tutorial tutorials wiki spec specs`);
/** Below these too, and beside them pages that do things: only a title of several words tells. */
const shelves = setOf('help hc kb faq blog article articles knowledge knowledgebase changelog');
const shelfHosts = new Set([...manuals, ...shelves, 'support']);

/** What the name of an operation begins with when it reads. */
const asking = setOf('get list read find fetch search query show retrieve describe lookup count check view');

const joined = (segment: string): string => segment.replace(/[^a-z0-9]/gi, '').toLowerCase();

/** Without accents, whatever way a character was written (UAX #15). */
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();

/** `getCurrentUser`, `get_current_user`, `users.list` and `users-list` are words with seams. Lower case, without accents. */
export const wordsOf = (segment: string): string[] =>
  fold(segment.replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2'))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Text without percent-encoding, also where it was put on twice; what cannot be decoded stays. */
function decoded(text: string): string {
  let before = text;
  for (let i = 0; i < 3; i += 1) {
    try {
      const after = decodeURIComponent(before);
      if (after === before) return after;
      before = after;
    } catch {
      // A lone `%` is no encoding: the text means itself.
      return before;
    }
  }
  return before;
}

/** Segments of a path as a server would read them, its parameters (`;logout`) apart. */
export const segmentsOf = (path: string): string[] =>
  decoded(path)
    .split(/[/\\;]+/)
    .filter(Boolean);

/** The order among the words of one segment: alone, before its object, or in a short phrase. Longer ones are titles. */
function orderIn(segment: string, orders: (word: string) => boolean): string | null {
  const words = wordsOf(segment);
  const pairs = words.slice(1).map((word, i) => `${words[i]}${word}`);
  const heads = words.length <= 3 ? [...words, ...pairs] : [...words.slice(0, 1), ...pairs.slice(0, 1)];
  // Titles are written with hyphens. What underscores join is the name of something that a program does.
  const name = words.length > 3 && segment.includes('_') && !segment.includes('-') ? words.slice(-1) : [];
  return [...heads, ...name].find(orders) ?? unspaced.find((order) => segment.includes(order)) ?? null;
}

/** A number, a random string, a UUID, or such with a prefix (`srv-…`): no name that somebody chose, such as `oauth2-setup`. */
const isKey = (segment: string): boolean =>
  /^(?:\d+|(?:[a-z]{2,4}[-_])?(?=\w*\d)\w{8,}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i.test(segment);
const isId = (segment: string): boolean => hasDigit(segment) || segment.length >= 16;
const commanding = (word: string): boolean => anywhere.has(word) || last.has(word);

/** The order that a path gives, or null. `told`: whether the segment at an index is the name of a page about something. */
function orderInPath(segments: readonly string[], told: (index: number) => boolean): string | null {
  for (const [index, segment] of segments.entries()) {
    const final = segments.slice(index + 1).every(isId);
    const order = orderIn(segment, final ? commanding : (word) => anywhere.has(word));
    if (order !== null && !told(index)) return order;
  }
  return null;
}

/** The order that comes with what it takes, or null. */
function empoweredOrder(
  segments: readonly string[],
  query: URLSearchParams,
  told: (index: number) => boolean,
): string | null {
  const able = [...query.keys()].some((name) => means.has(wordsOf(decoded(name)).at(-1) ?? ''));
  for (const [index, segment] of segments.entries()) {
    const word =
      wordsOf(segment).find((one) => empowered.has(one)) ?? (empowered.has(joined(segment)) ? segment : null);
    if (word !== null && (able || segments.slice(index + 1).some(isKey)) && !told(index)) return word;
  }
  return null;
}

/** Whether the path of a page says that the segment at `index` is what the page is about. */
function isTold(host: string, segments: readonly string[], index: number): boolean {
  const above = segments.slice(0, index).map(joined);
  const words = wordsOf(segments[index] ?? '').length;
  if (above.some((segment) => manuals.has(segment))) return true;
  if (words > 1 && above.some((segment) => shelves.has(segment))) return true;
  const labels = host.slice(0, -domainOf(host).length).split('.').map(joined);
  // Sites of documentation have a `/logout` of their own, and help desks have tickets.
  return (
    (words > 1 && labels.some((label) => shelfHosts.has(label))) ||
    (index > 0 && labels.some((label) => manuals.has(label)))
  );
}

/** The order that the name of a parameter gives, or null. */
function orderInName(name: string, value: string): string | null {
  const [first = ''] = wordsOf(name);
  const isOrder =
    confirmations.has(first) || (makers.has(first) && ['', '1', 'true', 'yes', 'on'].includes(value.toLowerCase()));
  return isOrder ? first : orderIn(name, commanding);
}

/** The order in one parameter, or null. */
function orderInParameter(name: string, value: string): string | null {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  const written = statement.exec(value);
  if (written !== null) return written[0].trim().slice(0, 12);
  if (shells.has(last) && value !== '') return last;
  if (abbreviations.has(last) && words.length === 1) return last;
  if (passive.has(last) || passive.has(joined(name))) return null;
  const named = orderInName(name, value);
  if (named !== null) return named;
  if (commands.has(last)) return wordsOf(value).find((word) => commanding(word) || abbreviations.has(word)) ?? null;
  return value.length <= 60 && webScheme(value) === '' ? orderInPath(segmentsOf(value), () => false) : null;
}

function orderInQuery(query: URLSearchParams): string | null {
  for (const [name, value] of query) {
    const order = orderInParameter(decoded(name), decoded(value));
    if (order !== null) return order;
  }
  return null;
}

/** The order that a path and a query give, alone or together. `told` as above. */
function effectIn({ pathname, searchParams }: URL, told: (index: number) => boolean): string | null {
  const segments = segmentsOf(pathname);
  return orderInPath(segments, told) ?? orderInQuery(searchParams) ?? empoweredOrder(segments, searchParams, told);
}

/** The word by which the address of an API's operation says that it changes something, or null. */
export const effectOfCall = (url: URL): string | null => effectIn(url, () => false);

/** The word by which an address says that asking for it changes something, or null. A page of documentation about it does not. */
export function effectOf(url: URL): string | null {
  const segments = segmentsOf(url.pathname);
  return effectIn(url, (index) => isTold(url.hostname, segments, index));
}

/** Whether a parameter of this name is there to confirm something. */
export const asksToConfirm = (name: string): boolean => wordsOf(name).some((word) => confirmations.has(word));

/** Whether the name of an operation (`cancelOrder`, `orders.cancel`) gives an order rather than asking for something (`getCancelReasons`). */
export const startsWithOrder = (name: string): boolean => {
  const words = wordsOf(name);
  return !words.some((word) => asking.has(word)) && words.some(commanding);
};

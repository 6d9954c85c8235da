/**
 * What the words of a path say an operation does. A scan never changes anything (DESIGN §1.5, STANDARDS G6), so a verb decides only when
 * it stands alone: `/messages` does not read because it holds "me", nor does `/checkout` because it holds "check".
 */

const reading = new Set(['get', 'list', 'search', 'query', 'read', 'find', 'fetch', 'lookup', 'describe', 'retrieve', 'whoami']);
const changing = new Set([
  'create', 'delete', 'remove', 'update', 'send', 'set', 'add', 'cancel', 'revoke', 'logout', 'signout', 'destroy', 'reset', 'upload', 'import',
  'execute', 'trigger', 'purge', 'checkout', 'pay', 'book', 'cast', 'post', 'publish', 'submit', 'approve', 'reject', 'start', 'stop', 'run',
  'enable', 'disable', 'activate', 'deactivate', 'subscribe', 'unsubscribe', 'transfer', 'charge', 'refund', 'capture', 'void', 'close', 'archive',
  'merge', 'invite', 'join', 'leave', 'move', 'rename', 'replace', 'put', 'patch', 'write', 'edit', 'insert', 'upsert', 'register', 'sync', 'exchange',
]);
const destroying = new Set(['create', 'delete', 'remove', 'update', 'send', 'cancel', 'revoke', 'logout', 'signout', 'destroy', 'reset', 'purge', 'execute', 'trigger', 'unsubscribe', 'deactivate']);

/** Reading one of these by POST means trading a password or a code for it. */
const credentials = new Set(['key', 'keys', 'token', 'tokens', 'password', 'session', 'login', 'signin', 'auth', 'secret', 'credential', 'credentials', 'otp', 'code']);

/** `getCurrentUser`, `get_current_user`, `users.list` and `users-list` are words with seams. */
const wordsOf = (segment: string): string[] => segment.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase().split(/[._\-:~]+/).filter(Boolean);
const segmentsOf = (path: string): string[] => path.split('/').filter(Boolean);

/** Some word of the path changes something. */
export const changesSomething = (path: string): boolean => segmentsOf(path).some((segment) => wordsOf(segment).some((word) => changing.has(word)));

/** A documented GET whose last segment is itself a verb of change (`/notices/17/delete`): some APIs do that, and it is not called. */
export const changesByGet = (path: string): boolean => wordsOf(segmentsOf(path).at(-1) ?? '').some((word) => destroying.has(word));

/** An RPC-style operation that reads although it is documented as POST: `/accounts/get`, `/users/get_current_account`, `/users.list`. */
export function readsByPost(path: string): boolean {
  const words = wordsOf(segmentsOf(path).at(-1) ?? '');
  const credential = segmentsOf(path).some((segment) => wordsOf(segment).some((word) => credentials.has(word)));
  return !changesSomething(path) && !credential && (reading.has(words[0] ?? '') || reading.has(words.at(-1) ?? ''));
}

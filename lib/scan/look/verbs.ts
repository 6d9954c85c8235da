/**
 * What the words of a path say an operation does. A scan never changes anything (DESIGN §1.5, STANDARDS G6), so a verb decides only when
 * it stands alone: `/messages` does not read because it holds "me", nor does `/checkout` because it holds "check".
 */
import { segmentsOf, wordsOf } from '../http/effects.ts';

const reading = new Set([
  'get',
  'list',
  'search',
  'query',
  'read',
  'find',
  'fetch',
  'lookup',
  'describe',
  'retrieve',
  'whoami',
]);
const changing = new Set([
  'create',
  'delete',
  'remove',
  'update',
  'send',
  'set',
  'add',
  'cancel',
  'revoke',
  'logout',
  'signout',
  'destroy',
  'reset',
  'upload',
  'import',
  'execute',
  'trigger',
  'purge',
  'checkout',
  'pay',
  'book',
  'cast',
  'post',
  'publish',
  'submit',
  'approve',
  'reject',
  'start',
  'stop',
  'run',
  'enable',
  'disable',
  'activate',
  'deactivate',
  'subscribe',
  'unsubscribe',
  'transfer',
  'charge',
  'refund',
  'capture',
  'void',
  'close',
  'archive',
  'merge',
  'invite',
  'join',
  'leave',
  'move',
  'rename',
  'replace',
  'put',
  'patch',
  'write',
  'edit',
  'insert',
  'upsert',
  'register',
  'sync',
  'exchange',
]);
/** Reading one of these by POST means trading a password or a code for it. */
const credentials = new Set([
  'key',
  'keys',
  'token',
  'tokens',
  'password',
  'session',
  'login',
  'signin',
  'auth',
  'secret',
  'credential',
  'credentials',
  'otp',
  'code',
]);

/** Some word of the path changes something. */
export const changesSomething = (path: string): boolean =>
  segmentsOf(path).some((segment) => wordsOf(segment).some((word) => changing.has(word)));

/** An RPC-style operation that reads although it is documented as POST: `/accounts/get`, `/users/get_current_account`, `/users.list`. */
export function readsByPost(path: string): boolean {
  const words = wordsOf(segmentsOf(path).at(-1) ?? '');
  const credential = segmentsOf(path).some((segment) => wordsOf(segment).some((word) => credentials.has(word)));
  return !changesSomething(path) && !credential && (reading.has(words[0] ?? '') || reading.has(words.at(-1) ?? ''));
}

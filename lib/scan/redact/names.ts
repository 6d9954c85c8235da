/** Which names hold a secret: of members, parameters, header fields, cookies and variables, judged by their last words. */
import { setOf } from '../names.ts';

/** `secret`: whatever stands there. `maybe`: as often harmless (an error code, a map key), so the value has to look like a secret. */
export type NameKind = 'secret' | 'maybe' | 'plain';

/** Last words that are a secret by themselves. */
const secretWords = setOf(
  'password passwords passwd pwd pw passphrase passcode pword passwort kennwort senha contrasena wachtwoord secret secrets ' +
    'apikey apikeys authorization jwt psk mnemonic otp totp pin sessionid jsessionid phpsessid csrf xsrf htpasswd bearer_token',
);
/** Last words that say little alone, and a secret behind a word that qualifies them. */
const maybeWords = setOf(
  'token tokens key keys sig signature code codes auth session sid hash ticket assertion credential credentials cred creds sas pass ' +
    'verifier mac hmac salt seed bearer nonce string id',
);
/** What is said before `key` where the key opens something. */
const keyOwners = setOf(
  'api access secret private auth authorization app application account subscription signing signature sign encryption encrypt ' +
    'master service shared ssh admin webhook license licence consumer storage developer dev client root hmac aes crypt cipher deploy ' +
    'write ingest partner merchant instrumentation security session jwt vault functions host server integration decryption ' +
    'authkey wrapping provisioning management pre psk wep wpa wallet rsa pgp gpg tls ssl dsa ec function bot user registration role',
);
/** What is said before `token` or `tokens` where it is no credential: places in a list, counts, designs. */
const plainTokens = setOf(
  'next page continuation cursor sync delta watch prev previous change resume pagination start starting max min total prompt ' +
    'completion input output design symbol continue skip list client_request idempotency dedupe marker cached reasoning used',
);
/** Words after which a name that says little is a secret. */
const owners: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['id', setOf('session sess')],
  ['sid', setOf('session connect')],
  ['string', setOf('connection conn')],
  ['verifier', setOf('code')],
  ['code', setOf('recovery backup verification otp mfa totp')],
  ['codes', setOf('recovery backup')],
  ['signature', setOf('amz goog oauth')],
  ['credential', setOf('amz goog')],
  ['assertion', setOf('client')],
  ['seed', setOf('wallet master')],
  ['session', setOf('_')],
  ['cookie', setOf('session auth')],
  ['auth', setOf('redis http basic proxy')],
]);
/** Words at the end of a name that say which one or how it is written, and nothing of what it is. */
const qualifiers = setOf(
  'value val base b64 hex pem prod production live test testing dev development staging stage sandbox old new current previous primary ' +
    'secondary confirm confirmation confirmed again repeat plain plaintext text raw str txt encrypted encoded hash hashed digest v param ' +
    'header field input local main default backup global data',
);
/** Names written without a border between their words. */
const glued =
  /(?:passw(?:or)?d|pwd|passphrase|secret|(?:secret|access|private|api|auth|app|signing|encryption|master|subscription|account|license|shared)key|(?:store|key|require)pass|sess(?:ion)?id)$/;
/** At least two letters before it, so that `tokens` and a token alone are judged as words. */
const gluedToken = /^(?!(?:next|page|sync|continuation|cursor|c|skip|prev)token$)\w{2,}token$/;

/** `clientSecret`, `client-secret` and `CLIENT_SECRET_2` are the words client, secret. */
function wordsOf(name: string): string[] {
  return name
    .replace(/^-D(?=[a-z])/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .map((word) => word.replace(/(?<=[a-z])(?:v?\d{1,3}|64)$/, ''))
    .filter((word) => word !== '' && !/^\d+$/.test(word));
}

/** Words that say little when nothing stands before them, and much otherwise. */
const barely = setOf('secrets token tokens pass');
/** Words that are a secret's only behind their owner. */
const ownedOnly = setOf('id string cookie');

/** `before`: the word in front of the last one, empty when there is none. */
function kindOfLast(last: string, before: string): NameKind {
  if (before === '' && barely.has(last)) return 'maybe';
  if (secretWords.has(last) || last === 'pass') return 'secret';
  if (last === 'key' || last === 'keys') return keyOwners.has(before) || before.endsWith('api') ? 'secret' : 'maybe';
  if (last === 'token' || last === 'tokens') return plainTokens.has(before) ? 'plain' : 'secret';
  const owned = owners.get(last)?.has(before) ?? false;
  if (ownedOnly.has(last)) return owned ? 'secret' : 'plain';
  if (maybeWords.has(last)) return owned ? 'secret' : 'maybe';
  return glued.test(last) || gluedToken.test(last) ? 'secret' : 'plain';
}

function judge(name: string): NameKind {
  const words = wordsOf(name);
  // `password_hash` opens what the password opens, and `SECRET_KEY_BASE` is the key; of `hash` alone nothing is known.
  while (words.length > 1 && qualifiers.has(words.at(-1) ?? '')) words.pop();
  const last = words.at(-1);
  return last === undefined ? 'plain' : kindOfLast(last, words.at(-2) ?? '');
}

/** Names repeat: in one document, and from one scan to the next. Emptied when full, so that no target can make it grow. */
const judged = new Map<string, NameKind>();
const maxJudged = 4000;

/** What stands under `name`, in any spelling: camelCase, snake_case, kebab-case, dotted, or without a border between its words. */
export function kindOfName(name: string): NameKind {
  const known = judged.get(name);
  if (known !== undefined) return known;
  if (judged.size >= maxJudged) judged.clear();
  const kind = name.length > 120 ? judge(name.slice(-120)) : judge(name);
  judged.set(name, kind);
  return kind;
}

/** Members of a JSON Web Key that hold its private part (RFC 7518 §6.2.2, §6.3.2, §6.4.1). */
export const privateKeyMembers = setOf('d p q dp dq qi k');

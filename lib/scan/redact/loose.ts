/**
 * Secrets that stand beside their name without a sign between them: in elements and cells, options and calls, statements and sentences, cookies and
 * columns, and under names in other languages. A rule is a pattern that ends in the value, and what the value has to be.
 */
import { kindOfName, type NameKind } from './names.ts';
import { matches, without, type Range } from './range.ts';
import { hides, isHarmless, isHarmlessBare, isKeyish, isScrambled, looksSecret } from './values.ts';
import { hasDigit } from '../text.ts';
import { Names, oneOf } from '../names.ts';

interface Match {
  all: string;
  /** What stands before the value as its name, and what that name holds. */
  name: string;
  kind: NameKind;
  value: string;
  groups: Partial<Record<string, string>>;
}

interface Rule {
  /** Without it there is nothing to find. */
  hint: RegExp;
  /** Its group `value` ends it, or the group `tail` behind that. Every other group that took part may be the name. */
  pattern: RegExp;
  /** A value that ends a sentence ends before the full stop. */
  spoken?: boolean;
  isSecret: (match: Match) => boolean;
}

/** "Password" and "API key" in the languages of the documentation that is read. English names are judged by their words. */
const abroad =
  'contraseña|clave(?:[ _](?:secreta|api|de api))?|clé(?:[ _](?:api|secrète|d.api))?|mot de passe|jeton|geheimnis|geheimer schlüssel|schlüssel|' +
  'chave(?:[ _](?:api|secreta|de api))?|segredo|parola d.ordine|chiave(?:[ _](?:api|segreta))?|geheim|sleutel|hasło|klucz(?:[ _]api)?|' +
  'passwort|kennwort|wachtwoord|password|senha|parola|şifre|lösenord|adgangskode|passord|heslo|jelszó|' +
  'пароль|ключ|секрет|токен|密码|密碼|密钥|密鑰|口令|令牌|パスワード|シークレット|トークン|キー|비밀번호|비밀 ?키|토큰';
/** "Is", as in `La contraseña es 4f9a…`. */
const copulas = String.raw`\s(?:ist|lautet|est|es|é|è|is|jest|to|är|er|je)\s|は|는|은`;
/** Programs whose password is an option without a name, joined to its value or not. */
const programs = oneOf(
  String.raw`mysql\w{0,12} mariadb(?:-\w{1,12})? sshpass redis-cli mongo\w{0,12} smbclient ldap\w{1,12} 7z zip unzip`,
);
/** `The api_key is 4f9a…`, `login ada password 4f9a…`, `set("X-Api-Key", "4f9a…")`, `ENV API_KEY 4f9a…`, `IDENTIFIED BY '4f9a…'`. */
const leads = [
  String.raw`(?=is|was)(?<=\b(?<said>[A-Za-z][\w-]{2,60}|(?:api|access|secret) key)\s{1,4})\b(?:is|was)\s*:?\s*["'\x60]?`,
  String.raw`\blogin\s+\S{1,100}\s+(?<login>password)\s+`,
  String.raw`(?=\()(?<=\b(?<call>[A-Za-z][\w.]{2,60}))\(\s{0,4}["'\x60]`,
  String.raw`\b(?:ENV|ARG|setx)\s+(?<set>[A-Za-z][\w.-]{2,60})\s+["'\x60]?`,
  String.raw`\b(?<password>password|identified (?:with \S{1,40} )?by|ConvertTo-SecureString(?: -String)?)\s+["']`,
  // A field and its value as two texts: `'Authorization', 'Bearer 4f9a…'`.
  String.raw`(?<=\b(?<field>authorization))["'\x60]?\s{0,4}(?:\s|,)\s{0,4}["'\x60][A-Za-z][\w-]{1,30}\s{1,4}`,
  // What languages write around a text: `@"4f9a…"`, `Some("4f9a…")`, `<<"4f9a…">>`, `?? "4f9a…"`, `As String = "4f9a…"`.
  String.raw`(?<![\w$-])(?<given>[A-Za-z][\w.-]{2,60})(?: As \w{1,20})?\s{0,3}(?:=>|<-|\?\?|\|\||[=:,])\s{0,3}(?:@|<<|[A-Za-z][\w:]{0,20}\()?["']`,
  // Names of several words: `API Key (live) = 4f9a…`, `Secret Access Key: 4f9a…`.
  String.raw`(?<![\w-])(?<phrase>(?:[A-Za-z]{2,20} ){1,3}(?:key|token|secret|password|passphrase|passcode))(?: \([^()\n]{1,30}\))?["'\x60*]{0,3}` +
    String.raw`(?:[ \t]{0,3}(?:[:=—–]|->|→)\s{0,8}|[ \t]-[ \t])["'\x60]?`,
  String.raw`(?=,)(?<=["'\x60](?<tuple>[A-Za-z][\w.-]{2,60})["'\x60]\s{0,4}),\s{0,4}["'\x60]`,
].join('|');

/** English names of secrets, as sentences have them. */
const spokenNames =
  'pass(?:word|wd|phrase|code)?|pwd|secret|token|(?:api|access|secret|client|private)[ _-]?(?:key|token|secret)';
/** Where a cell of a table, a term or the key of a property list begins. */
const cellStart = String.raw`<(?:td|th|dt|key|name|label|code|b|strong|span)\b[^<>]{0,120}>|\|[ \t]*[\x60*]{0,2}`;

const markup = /[<|]/;

const rules: readonly Rule[] = [
  // Options of commands.
  {
    hint: /(?:^|\s)-/,
    pattern:
      /(?<![\w-])--?(?<name>[A-Za-z][\w.-]{2,60})[ \t]+["'`]?(?<value>(?<=["'`])[^"'`\n]{1,400}|[^\s"'`<>|&;\\-][^\s"'`<>|;]{0,400})/g,
    isSecret: ({ kind, name, value }) => hides(kind, name, value, true),
  },
  {
    // Looked for first, since letters of every alphabet are slow to compare.
    hint: /[ñáéèüłęóşö\u0400-\u04ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]|clave|mot de|jeton|geheim|chav|segredo|parola|chiav|sleutel|klucz|wort|wachtw|adgangs|passord|heslo/i,
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?:${abroad})["'\x60*]{0,3}\s{0,3}(?:(?:[:=：＝]|->|→|=>)|${copulas})\s{0,3}["'\x60]?(?<value>[^\s"'\x60<>,;()。、，]{4,400})`,
      'giu',
    ),
    spoken: true,
    isSecret: ({ value }) => hasDigit(value) && !isHarmlessBare(value),
  },
  // `password -> 4f9a…`, `password 4f9a…`: the value has to look like one.
  {
    hint: /pass|pwd|secret|token|key/i,
    pattern: new RegExp(
      String.raw`\b(?:${spokenNames})\b["'\x60*]{0,3}(?<gap>\s{1,4}|\s{0,4}(?:->|→|⇒)\s{0,4})["'\x60]?(?<value>[^\s"'\x60<>,;()]{6,400})`,
      'gi',
    ),
    spoken: true,
    isSecret: ({ value, groups }) =>
      (groups['gap']?.trim() !== '' || (value.length >= 10 && !/[/.=:]/.test(value))) &&
      isKeyish(value) &&
      !isHarmlessBare(value),
  },
  {
    hint: /\s-[paPw]/,
    pattern: new RegExp(
      String.raw`\b(?:${programs}|(?:docker|podman|az|oc) login)\b(?=[^\n|;]{0,300}?\s-[paPw])[^\n|;]{0,300}?\s-[paPw][ \t]{0,2}(?<quote>["'\x60]?)(?<value>[^\s"'\x60|;-][^\s"'\x60|;]{3,200})(?<tail>\k<quote>)`,
      'g',
    ),
    isSecret: ({ value }) => !isHarmless(value),
  },
  // User and password side by side, as clients take them: `auth=("ada", "4f9a…")`, `mysqli_connect("db", "ada", "4f9a…")`.
  {
    hint: /auth|credential|login|connect|PDO/i,
    pattern: new RegExp(
      String.raw`(?:(?:auth|authenticate|authentication|credentials?|login)["'\x60]?\s{0,4}[:=]?\s{0,4}[[(]|(?:connect|PDO|__construct)\(["'][^"'\n]{1,200}["']\s{0,4},)` +
        String.raw`\s{0,4}(["'\x60])[^"'\x60\n]{1,120}\1\s{0,4},\s{0,4}(?<quote>["'\x60])(?<value>[^"'\x60\n]{4,300})(?<tail>\k<quote>|$)`,
      'gi',
    ),
    isSecret: ({ value }) => !isHarmless(value),
  },
  // User and password joined: options of clients that are no `-u`, and addresses that are no URL.
  {
    hint: /:[^\s:]{4}/,
    pattern: new RegExp(
      `(?:${[
        String.raw`\b(?:https?|curl)(?=[^\n|;]{0,300}?-(?:a|-auth|E|-cert)[ =])[^\n|;]{0,300}?\s-(?:a|-auth|E|-cert)[ =]["']?[^\s"':]{1,200}:`,
        String.raw`USERPWD["']?\s{0,4}(?:,|=>|=)\s{0,4}["'][^\s"':]{1,200}:`,
        String.raw`(?=:)(?<=(?<![\w/.:-])[\w.-]{1,60}):(?=[^\s"'\x60:]{4,200}@(?:tcp|udp|unix)\()`,
        String.raw`\bjdbc:oracle:\w{2,8}:[\w.-]{1,60}/`,
      ].join('|')})` + String.raw`(?<value>[^\s"'\x60<>:@]{4,200})`,
      'g',
    ),
    isSecret: ({ value }) => !isHarmless(value),
  },
  // An element with its text, closed or cut off; `<API_KEY>` alone is where the reader's own stands.
  {
    hint: markup,
    pattern:
      /<((?:[\w-]{1,20}:)?(?<name>[A-Za-z][\w.-]{1,80}))(?:\s[^<>]{0,400})?>(?:\s*<!\[CDATA\[)?(?<value>[^<]{1,4096}?)(?=(?:\]\]>)?\s*<\/\1\s*>|$(?<!\n[^<>]*|["'{}();][^<>]*))/g,
    isSecret: ({ kind, name, value }) => hides(kind, name, value, false),
  },
  // A cell, a term or a key, and what stands in the next one. Tables describe more often than they tell, property lists only tell.
  {
    hint: markup,
    pattern: new RegExp(
      String.raw`(?:${cellStart})(?<name>[A-Za-z][\w.-]{1,80}(?: [A-Za-z][\w.-]{1,40}){0,2})(?:(?:\s*</?\w[^<>]{0,120}>\s*){1,6}|[\x60*]{0,2}[ \t]*\|[ \t]*[\x60*]{0,2})(?<value>[^<|\x60\r\n]{3,400})`,
      'g',
    ),
    isSecret: ({ all, kind, name, value }) =>
      hides(kind, name, value, false) && (/^<key/i.test(all) || (isKeyish(value) && !value.startsWith('/'))),
  },
  {
    hint: /pass|pwd|secret|token|key|identified|secure|auth/i,
    pattern: new RegExp(String.raw`(?:${leads})(?<value>[^\s"'\x60<>,;()]{6,400})`, 'gi'),
    spoken: true,
    isSecret: ({ kind, value, groups }) =>
      isKeyish(value) &&
      !isHarmlessBare(value) &&
      (groups['password'] !== undefined ||
        groups['field'] !== undefined ||
        kind === 'secret' ||
        (kind === 'maybe' && looksSecret(value))),
  },
];

const notNames: ReadonlySet<string> = new Set(['value', 'tail', 'gap', 'quote']);

/** What a rule hides in `text`. */
function found({ hint, pattern, spoken = false, isSecret }: Rule, text: string): Range[] {
  if (!hint.test(text)) return [];
  return matches(text, pattern).flatMap((match): Range[] => {
    const [all] = match;
    const groups = match.groups ?? {};
    const written = groups['value'] ?? '';
    const value = spoken ? written.replace(/[.:!?]+$/, '') : written.trim();
    const start = match.index + all.length - (groups['tail']?.length ?? 0) - written.trimStart().length;
    const [, name = ''] =
      Object.entries(groups).find(([group, part]) => part !== undefined && !notNames.has(group)) ?? [];
    const kind = kindOfName(name.replace(' ', '_'));
    return isSecret({ all, name, kind, value, groups }) ? [[start, start + value.length]] : [];
  });
}

const cookieLine = /\b(?:set-)?cookie\b(?:["'\\]|&quot;){0,3}\s{0,4}[:=]\s{0,4}["'`]?([^\r\n<>"`]{1,4096})/gi;
const cookiePair: Rule = {
  hint: /=/,
  pattern: /(?<![^;,\s"'])(?<name>[^\s=;,"']{1,100})="?(?<value>[^;,\s"'\\&]{1,4000})/g,
  isSecret: ({ kind, name, value }) =>
    !cookieAttributes.has(name) &&
    !isHarmless(value) &&
    (kind !== 'plain' || sessionNames.has(name) || looksSecret(value) || isScrambled(value)),
};
const cookieAttributes = new Names('path domain expires max-age samesite priority version secure httponly partitioned');
const sessionNames = new Names('*sess* *sid* *auth* *token*');

/** Every pair of a cookie or set-cookie line (RFC 6265 §4), unless it is a setting that people read: `theme=dark`. */
function cookies(text: string): Range[] {
  if (!/cookie/i.test(text)) return [];
  return matches(text, cookieLine).flatMap((line) => {
    const [all, pairs = ''] = line;
    const from = line.index + all.length - pairs.length;
    return found(cookiePair, pairs).map(([start, end]): Range => [from + start, from + end]);
  });
}

/** A line of names alone, or what stands of it behind a tag. */
const header = /(?:^|>)"?[A-Za-z][\w .-]{0,39}"?([,;\t])[A-Za-z_"][\w .,;\t"-]{0,600}\r?\n/gm;
/** Rows below a header that are read. */
const maxRows = 5000;

/** Columns of a CSV or TSV whose header names a secret (RFC 4180 §2). */
function columns(text: string): Range[] {
  const hidden: Range[] = [];
  let done = 0;
  for (const match of matches(text, header)) {
    // A row of names is a row.
    if (match.index < done) continue;
    const [line, separator = ','] = match;
    const secret = line.split(separator).map((name) => kindOfName(name.replace(/[">]/g, '').trim()) === 'secret');
    if (!secret.includes(true)) continue;
    let at = match.index + line.length;
    for (let row = 0; row < maxRows && at < text.length; row += 1) {
      const end = text.indexOf('\n', at);
      const cells = text.slice(at, end === -1 ? text.length : end).split(separator);
      if (cells.length !== secret.length) break;
      for (const [column, value] of cells.entries()) {
        const bare = (value.split('<', 1)[0] ?? '').replace(/^\s*"?|"?\s*$/g, '');
        const start = at + value.indexOf(bare);
        if (secret[column] === true && bare.length >= 4 && !isHarmless(bare)) hidden.push([start, start + bare.length]);
        at += value.length + 1;
      }
      done = at;
      if (end === -1) break;
    }
  }
  return hidden;
}

const steps: readonly ((text: string) => Range[])[] = [
  cookies,
  ...rules.map((rule) => (text: string) => found(rule, text)),
  columns,
];

/** `text` without what stands beside the names of secrets. Time is linear. */
export const withoutLoose = (text: string): string => steps.reduce((out, step) => without(out, step(out)), text);

/** Secrets that stand beside their name as no format has it: names in other languages, arrows, commands, pairs of user and password, columns. */
import { kindOfName } from './names.ts';
import type { Range } from './range.ts';
import { isHarmless, isHarmlessBare, isKeyish } from './values.ts';
import { hasDigit } from '../text.ts';
import { oneOf } from '../names.ts';

/** "Password" and "API key" in the languages of the documentation that is read. English names are judged by their words. */
const abroad =
  'contraseña|clave(?:[ _](?:secreta|api|de api))?|clé(?:[ _](?:api|secrète|d.api))?|mot de passe|jeton|geheimnis|geheimer schlüssel|schlüssel|' +
  'chave(?:[ _](?:api|secreta|de api))?|segredo|parola d.ordine|chiave(?:[ _](?:api|segreta))?|geheim|sleutel|hasło|klucz(?:[ _]api)?|' +
  'пароль|ключ|секрет|токен|пароль|密码|密碼|密钥|密鑰|口令|令牌|パスワード|シークレット|トークン|キー|비밀번호|비밀 ?키|토큰';
export const named = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${abroad})["'\x60*]{0,3}\s{0,3}(?:[:=：＝]|->|→|=>)\s{0,3}(["'\x60]?)([^\s"'\x60<>,;()。、，]{4,400})`,
  'giu',
);
/** Without any of these none of them is there: looked for first, since letters of every alphabet are slow to compare. */
const foreign =
  /[ñáéüłęó\u0400-\u04ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]|clave|mot de|jeton|geheim|chav|segredo|parola|chiav|sleutel|klucz/i;
/** `password -> 4f9a…`, `password 4f9a…`: the value has to look like one. */
export const beside =
  /\b(pass(?:word|wd|phrase|code)?|pwd|secret|token|(?:api|access|secret|client|private)[ _-]?(?:key|token|secret))\b["'`*]{0,3}(\s{1,4}|\s{0,4}(?:->|→|⇒)\s{0,4})["'`]?([^\s"'`<>,;()]{6,400})/gi;
/** Programs whose password is an option without a name, joined to its value or not. */
const programs = oneOf(
  String.raw`mysql\w{0,12} mariadb(?:-\w{1,12})? sshpass redis-cli mongo\w{0,12} smbclient ldap\w{1,12} 7z zip unzip`,
);
export const command = new RegExp(
  String.raw`\b${programs}\b(?=[^\n|;]{0,300}?\s-[paPw])[^\n|;]{0,300}?\s-[paPw][ \t]{0,2}(["'\x60]?)([^\s"'\x60|;-][^\s"'\x60|;]{3,200})\1`,
  'g',
);
/** User and password side by side, as clients take them: `auth=("ada", "4f9a…")`. */
export const pair =
  /(?:auth|authenticate|credentials?|login)["'`]?\s{0,4}[:=]?\s{0,4}[[(]\s{0,4}(["'`])[^"'`\n]{1,120}\1\s{0,4},\s{0,4}(["'`])([^"'`\n]{4,300})\2/gi;

const cutAtEnd = (match: RegExpExecArray, group: string, tail = 0): Range => {
  const end = match.index + match[0].length - tail;
  return [end - group.length, end];
};

/** A line of names alone. */
const header = /^"?[A-Za-z][\w .-]{0,39}"?([,;\t])[A-Za-z_"][\w .,;\t"-]{0,600}\r?\n/gm;
/** Rows below a header that are read. */
const maxRows = 5000;

/** Columns of a CSV or TSV whose header names a secret (RFC 4180 §2). */
function columns(text: string): Range[] {
  const hidden: Range[] = [];
  let done = 0;
  for (const match of text.matchAll(header)) {
    // A row of names is a row.
    if (match.index < done) continue;
    const [line, separator = ','] = match;
    const secret = line.split(separator).map((name) => kindOfName(name.replace(/"/g, '').trim()) === 'secret');
    if (!secret.includes(true)) continue;
    let at = match.index + line.length;
    for (let row = 0; row < maxRows && at < text.length; row += 1) {
      const end = text.indexOf('\n', at);
      const cells = text.slice(at, end === -1 ? text.length : end).split(separator);
      if (cells.length !== secret.length) break;
      for (const [column, value] of cells.entries()) {
        const bare = value.replace(/^\s*"?|"?\s*$/g, '');
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

export const endOfSentence = /[.:!?]+$/;

function namedAbroad(text: string): Range[] {
  if (!foreign.test(text)) return [];
  return [...text.matchAll(named)].flatMap((match) => {
    const [, quote = '', value = ''] = match;
    const bare = value.replace(endOfSentence, '');
    const harmless = quote === '' ? isHarmlessBare(bare) : isHarmless(bare);
    return hasDigit(bare) && !harmless ? [cutAtEnd(match, bare, value.length - bare.length)] : [];
  });
}

function besideNames(text: string): Range[] {
  return [...text.matchAll(beside)].flatMap((match) => {
    const [, , gap = '', value = ''] = match;
    const bare = value.replace(endOfSentence, '');
    const told = gap.trim() !== '' || (bare.length >= 10 && !/[/.=:]/.test(bare));
    return told && isKeyish(bare) && !isHarmlessBare(bare) ? [cutAtEnd(match, bare, value.length - bare.length)] : [];
  });
}

/** Values between quotation marks, the last two groups of `pattern`. */
const quotedIn = (text: string, pattern: RegExp): Range[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const [quote = '', value = ''] = match.slice(-2);
    return isHarmless(value) ? [] : [cutAtEnd(match, value, quote.length)];
  });

/** What is to be hidden in `text`. Time is linear. */
export const looseSecrets = (text: string): Range[] => [
  ...namedAbroad(text),
  ...besideNames(text),
  ...quotedIn(text, command),
  ...quotedIn(text, pair),
  ...columns(text),
];

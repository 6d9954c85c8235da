/** curl commands of code samples: which method they use, and on which addresses. */
import { webScheme } from '../../text.ts';
import { setOf } from '../../names.ts';

export interface Command {
  start: number;
  end: number;
  line: string;
  method: string;
  urls: string[];
}

/** Options of curl that carry data, and the others that take an argument which is not a URL to call. */
const CURL_DATA = setOf(
  '-d -F --data --data-raw --data-binary --data-ascii --data-urlencode --json --form --form-string',
);
const CURL_ARGUMENT = setOf(
  '-A -b -c -C -e -E -H -K -m -o -P -Q -r -t -T -u -U -w -x -y -Y -z --header --user --user-agent --cookie --cookie-jar --output ' +
    '--referer --cert --key --cacert --max-time --connect-timeout --proxy --retry --write-out --upload-file --range --oauth2-bearer ' +
    '--aws-sigv4 --resolve --config --interface --limit-rate',
);

const CURL_READ = new Set(['-X', '--request', '--url']);

/** curl commands of a sample, with continued lines joined. */
export function curlCommands(text: string): Command[] {
  const out: Command[] = [];
  const pattern = /(?:^|[\s;&|`"(])curl(?:\.exe)?(?=\s)/gi;
  for (let found = pattern.exec(text); found !== null && out.length < 40; found = pattern.exec(text)) {
    const start = found.index + found[0].length;
    const { words, end } = shellWords(text, start);
    const line = text.slice(found.index, Math.min(end, found.index + 300)).trim();
    out.push({ start: found.index, end, line, ...readCurl(words) });
    pattern.lastIndex = Math.max(end, start);
  }
  return out;
}

interface CurlOptions {
  method?: string;
  url?: string;
  data?: true;
  query?: true;
  head?: true;
}

/** What one option of curl(1) says: -d and -F make POST, -G turns data into a query, -X names the method. */
function curlOption(word: string, next: string): CurlOptions {
  const joined = /^(?:-X|--request=)(\w+)$/.exec(word)?.[1];
  if (joined !== undefined) return { method: joined };
  if (word === '-X' || word === '--request') return { method: next };
  if (word === '--url') return { url: next };
  if (word === '-G' || word === '--get') return { query: true };
  if (word === '-I' || word === '--head') return { head: true };
  return CURL_DATA.has(word) || /^(?:--(?:data|json|form)[\w-]{0,20}=|-d.)/.test(word) ? { data: true } : {};
}

function readCurl(words: readonly string[]): Pick<Command, 'method' | 'urls'> {
  const options: CurlOptions = {};
  const urls: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const { url, ...option } = curlOption(word, words[index + 1] ?? '');
    Object.assign(options, option);
    if (url !== undefined) urls.push(url);
    if (CURL_DATA.has(word) || CURL_ARGUMENT.has(word) || CURL_READ.has(word)) index += 1;
    else if (!word.startsWith('-')) urls.push(...webAddress(word));
  }
  const { method = '', data, query, head } = options;
  const plain = head ? 'HEAD' : data && !query ? 'POST' : 'GET';
  return { method: /^[A-Z]{3,7}$/i.test(method) ? method.toUpperCase() : plain, urls: urls.slice(0, 8) };
}

/** The word as a URL that curl would call; nothing when it is none. */
function webAddress(word: string): string[] {
  if (webScheme(word) !== '') return [word];
  return /^(?:[a-z0-9{}$_-]{1,63}\.){1,8}[a-z]{2,24}(?::\d{1,5})?(?:[/?]|$)/i.test(word) ? [`https://${word}`] : [];
}

/** Words of one shell command from `start`: quotes, escapes and continued lines (POSIX `\`, cmd `^`, PowerShell backtick). */
function shellWords(text: string, start: number): { words: string[]; end: number } {
  const words: string[] = [];
  const limit = Math.min(text.length, start + 8_000);
  let word = '';
  let open = false;
  let index = start;
  const finish = () => {
    if (open || word !== '') words.push(word);
    word = '';
    open = false;
  };
  for (; index < limit; index += 1) {
    const char = text[index] ?? '';
    if (char === '"' || char === "'") {
      const quoted = readQuoted(text, index, limit);
      word += quoted.text;
      open = true;
      index = quoted.end;
    } else if (char === ' ' || char === '\t') finish();
    else if ('\\^`'.includes(char) && /^[ \t]{0,8}\r?\n/.test(text.slice(index + 1, index + 12))) {
      index = text.indexOf('\n', index);
      finish();
    } else if (char === '\\' && index + 1 < limit) word += text[++index] ?? '';
    else if (!endsCommand(text, index, word)) word += char;
    else if (goesOn(text, index)) finish();
    else break;
  }
  finish();
  return { words: words.slice(0, 200), end: Math.min(index, limit) };
}

/** What stands between the quotation mark at `from` and the next; `end` is where that one stands. */
function readQuoted(text: string, from: number, limit: number): { text: string; end: number } {
  const quote = text[from];
  let out = '';
  let index = from + 1;
  for (; index < limit && text[index] !== quote; index += 1) {
    if (text[index] === '\\' && quote === '"' && index + 1 < limit) index += 1;
    out += text[index] ?? '';
  }
  return { text: out, end: index };
}

const endsCommand = (text: string, index: number, word: string): boolean =>
  text[index] === '\n' || text[index] === ';' || (text[index] === '|' && text[index + 1] !== '|' && word === '');

/** A line that goes on with an option belongs to the command even where the page lost the backslash. */
const goesOn = (text: string, index: number): boolean =>
  text[index] === '\n' && /^\s{0,20}(?:-[A-Za-z]|--[a-z]|["']?https?:\/\/)/.test(text.slice(index + 1, index + 40));

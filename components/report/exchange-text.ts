/** An exchange as the text of HTTP, and as a curl command that repeats it. Everything here may be hostile; it stays text. */
import type { Exchange } from '../../lib/scan/types.ts';

/** Reason phrases (RFC 9110 §15, RFC 6585, RFC 7725) for what servers answer to a program. */
const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  206: 'Partial Content',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  408: 'Request Timeout',
  409: 'Conflict',
  410: 'Gone',
  411: 'Length Required',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  418: 'I’m a teapot',
  421: 'Misdirected Request',
  422: 'Unprocessable Content',
  426: 'Upgrade Required',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  451: 'Unavailable For Legal Reasons',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

export interface WireText {
  lines: string[];
  /** Indexes of the lines that findings usually rest on: status, challenge, redirect target, the members that name the error. */
  marks: number[];
  /** Said below the text when the body was cut, here or when it was stored; null when it is whole. */
  cut: string | null;
}

// A report holds up to a hundred exchanges: what is shown of each stays small, the whole of it is in the JSON.
const mostLines = 60;
const mostCharacters = 4000;
const longestLine = 1200;

const tellingHeader = /^(www-authenticate|location|link|retry-after):/;
const tellingMember =
  /^\s*"(error|error_description|errors|code|type|title|detail|message|token_endpoint|grant_types_supported|registration_endpoint|scopes_supported|authorization_servers|securitySchemes)"\s*:/;

// eslint-disable-next-line no-control-regex -- control characters are what this looks for
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/** Makes invisible and direction-changing characters visible, so that hostile text cannot pretend to be something else. */
export function visible(text: string): string {
  // Nearly all text has none, and a report asks of thousands of lines.
  if (!unseen.test(text)) return text;
  return (
    text
      .replace(/\r\n?/g, '\n')
      // eslint-disable-next-line no-control-regex -- control characters are what this looks for
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, (character) =>
        String.fromCharCode(character === '\u007f' ? 0x2421 : 0x2400 + character.charCodeAt(0)),
      )
      .replace(
        /[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
        (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
  );
}

function indented(body: string): string {
  // Only objects and arrays gain from it, and only whole ones parse.
  if (!/^\s*[{[]/.test(body)) return body;
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch (error) {
    // Cut or broken JSON is shown as it came; anything else would be our own mistake.
    if (error instanceof SyntaxError) return body;
    throw error;
  }
}

function bodyLines(body: string): { lines: string[]; hidden: boolean } {
  const text = visible(indented(body));
  const lines = text
    .slice(0, mostCharacters)
    .split('\n')
    .map((line) => (line.length > longestLine ? `${line.slice(0, longestLine)} …` : line));
  return { lines: lines.slice(0, mostLines), hidden: text.length > mostCharacters || lines.length > mostLines };
}

const headerLines = (headers: readonly (readonly [string, string])[]) =>
  headers.map(([name, value]) => visible(`${name}: ${value}`).replaceAll('\n', ' '));

/** What we sent. */
export function requestText({ request }: Exchange): WireText {
  const url = URL.canParse(request.url) ? new URL(request.url) : null;
  const head = [
    visible(`${request.method} ${url ? url.pathname + url.search : request.url}`),
    ...(url ? [`host: ${url.host}`] : []),
    ...headerLines(request.headers.filter(([name]) => name !== 'host')),
  ];
  const { lines, hidden } = request.body === null ? { lines: [], hidden: false } : bodyLines(request.body);
  return {
    lines: [...head, ...(lines.length > 0 ? ['', ...lines] : [])],
    marks: [],
    cut: hidden ? 'The body goes on.' : null,
  };
}

/** What came back, or null where nothing did. `cited`: some finding rests on it, so its telling lines are marked. */
export function responseText({ response }: Exchange, cited: boolean): WireText | null {
  if (!response) return null;
  const status = `${response.status} ${reasons[response.status] ?? ''}`.trim();
  const head = [status, ...headerLines(response.headers)];
  const { lines: body, hidden } = bodyLines(response.body);
  const lines = response.body === '' ? head : [...head, '', ...body];
  const marks = cited
    ? lines.flatMap((line, index) =>
        index === 0 ||
        (index < head.length && tellingHeader.test(line)) ||
        (index > head.length && tellingMember.test(line))
          ? [index]
          : [],
      )
    : [];
  return { lines, marks, cut: response.truncated || hidden ? 'Only the beginning of the body is shown.' : null };
}

/** A word for a shell. Control characters become escapes: pasting must not press Enter or move the cursor. */
function quoted(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what this looks for
  const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
  if (!control.test(text)) return `'${text.replaceAll("'", "'\\''")}'`;
  const escaped = text
    .replace(/[\\']/g, '\\$&')
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  return `$'${escaped}'`;
}

// curl writes these itself, or they belong to one connection.
const leftToCurl = new Set(['host', 'content-length', 'connection', 'accept-encoding', 'transfer-encoding']);

/** The request as one curl command. Redacted values stay redacted: the reader puts their own in. */
export function curlOf({ request }: Exchange): string {
  const method = request.method === 'GET' ? [] : request.method === 'HEAD' ? ['--head'] : ['-X', request.method];
  const headers = request.headers
    .filter(([name]) => !leftToCurl.has(name.toLowerCase()))
    .flatMap(([name, value]) => ['-H', quoted(`${name}: ${value}`)]);
  const body = request.body === null ? [] : ['--data-raw', quoted(request.body)];
  return ['curl', '-i', '--globoff', ...method, quoted(request.url), ...headers, ...body].join(' ');
}

/**
 * A generator of planted secrets: names × containers × encodings, each with a value that must not be seen afterwards. Nothing is drawn by chance:
 * the same list every time.
 */

/** A string that nobody would write by hand; the same for the same seed. */
export function made(seed: string, alphabet: string, length: number): string {
  let state = [...seed].reduce((sum, char) => (Math.imul(sum, 31) + char.charCodeAt(0)) >>> 0, 7);
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return alphabet[(state >>> 8) % alphabet.length] ?? 'a';
  }).join('');
}
export const hex = '0123456789abcdef';
export const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const syllables = ['zu', 'ka', 'vri', 'mo', 'qua', 'lex', 'dro', 'nim', 'phy', 'gor', 'wel', 'tas'];
const word = (seed: string, count: number): string =>
  [...made(seed, hex, count)].map((digit) => syllables[Number.parseInt(digit, 16) % syllables.length]).join('');

/** Names whose value is a secret, in every spelling that programs use. */
const names = [
  'password',
  'db_password',
  'DB_PASSWORD',
  'dbPassword',
  'newPassword',
  'spring.datasource.password',
  'passwd',
  'passphrase',
  'SMTP_PASS',
  'client_secret',
  'clientSecret',
  'client-secret',
  'GITHUB_CLIENT_SECRET',
  'JWT_SECRET',
  'webhookSecret',
  'consumer_secret',
  'access_token',
  'accessToken',
  'access-token',
  'refreshToken',
  'GH_TOKEN',
  'bot_token',
  'X-Auth-Token',
  'api_key',
  'apiKey',
  'apikey',
  'X-Api-Key',
  'OPENAI_API_KEY',
  'AWS_SECRET_ACCESS_KEY',
  'secretKey',
  'SECRET_KEY_BASE',
  'encryption_key',
  'Ocp-Apim-Subscription-Key',
  'STRIPE_SECRET_KEY_LIVE',
] as const;

type Shape = 'hex' | 'letters' | 'uuid' | 'base64' | 'short' | 'word' | 'words';
const generated: readonly Shape[] = ['hex', 'uuid', 'base64'];
const tokens: readonly Shape[] = ['hex', 'letters', 'uuid', 'base64', 'short'];
const single: readonly Shape[] = [...tokens, 'word'];
const any: readonly Shape[] = [...single, 'words'];

function valueOf(shape: Shape, seed: string): string {
  switch (shape) {
    case 'hex':
      return made(seed, hex, 32);
    case 'letters':
      return made(seed, letters, 24);
    case 'uuid':
      return [8, 4, 4, 4, 12].map((length, index) => made(`${seed}${index}`, hex, length)).join('-');
    case 'base64':
      return Buffer.from(made(seed, letters, 28)).toString('base64');
    case 'short':
      return `${word(seed, 2)}${made(seed, '23456789', 3)}`;
    case 'word':
      return word(seed, 4);
    case 'words':
      return [1, 2, 3].map((index) => word(`${seed}${index}`, 2 + (index % 2))).join(' ');
  }
}

interface Container {
  name: string;
  write: (name: string, value: string) => string;
  shapes: readonly Shape[];
}

const container = (name: string, shapes: readonly Shape[], write: Container['write']): Container => ({
  name,
  write,
  shapes,
});

/** Every text in which somebody writes a name and its value. */
const containers: readonly Container[] = [
  container('JSON', any, (n, v) => `{"id":7,"${n}":"${v}","ok":true}`),
  container('JSON, printed', any, (n, v) => `{\n  "id": 7,\n  "${n}" : "${v}"\n}`),
  container('JSON, nested', any, (n, v) => `{"auth":{"user":"ada","${n}":"${v}"}}`),
  container('JSON array', any, (n, v) => `{"${n}":["${v}"],"page":1}`),
  container('JSON array, second', any, (n, v) => `{"${n}": ["[redacted]", "${v}"]}`),
  container('JSON object', any, (n, v) => `{"${n}":{"type":"string","value":"${v}"}}`),
  container('JSON pair', any, (n, v) => `[{"name":"${n}","value":"${v}"}]`),
  container('JSON pair, turned', any, (n, v) => `[{"value":"${v}","name":"${n}"}]`),
  container('JSON key pair', any, (n, v) => `{"key":"${n}","enabled":true,"value":"${v}"}`),
  container('JSON tuple', tokens, (n, v) => `[["${n}","${v}"]]`),
  container('JSON schema example', any, (n, v) => `"${n}": {"type": "string", "example": "${v}"}`),
  container('JSON5', any, (n, v) => `{ '${n}': '${v}' }`),
  container('YAML', any, (n, v) => `user: ada\n${n}: ${v}\nport: 5432\n`),
  container('YAML, quoted', any, (n, v) => `user: ada\n${n}: "${v}"\n`),
  container('YAML, nested', any, (n, v) => `auth:\n  user: ada\n  ${n}: ${v}\n`),
  container('YAML, list', any, (n, v) => `users:\n  - ${n}: '${v}'\n    id: 7\n`),
  container('YAML block', any, (n, v) => `data:\n  ${n}: |\n    ${v}\n  port: 5432\n`),
  container('YAML folded', any, (n, v) => `${n}: >-\n  ${v}\nport: 5432\n`),
  container('YAML flow', single, (n, v) => `db: {user: ada, ${n}: ${v}, port: 5432}`),
  container('YAML environment', any, (n, v) => `env:\n  - name: ${n}\n    value: ${v}\n`),
  container('YAML tag', any, (n, v) => `${n}: !!str ${v}\n`),
  container('Compose', any, (n, v) => `environment:\n  - ${n}=${v}\n  - PORT=80\n`),
  container('dotenv', any, (n, v) => `PORT=80\n${n}=${v}\nHOST=x\n`),
  container('dotenv, quoted', any, (n, v) => `PORT=80\n${n}="${v}"\n`),
  container('dotenv, export', any, (n, v) => `export ${n}='${v}'\n`),
  container('INI', any, (n, v) => `[db]\nuser = ada\n${n} = ${v}\n`),
  container('TOML', any, (n, v) => `[db]\n${n} = "${v}"\n`),
  container('form', single, (n, v) => `grant_type=password&${n}=${encodeURIComponent(v)}&scope=read`),
  container('form, words', ['words'], (n, v) => `${n}=${v.replaceAll(' ', '+')}&scope=read`),
  container('multipart', any, (n, v) => `--b\r\nContent-Disposition: form-data; name="${n}"\r\n\r\n${v}\r\n--b--`),
  container('query', single, (n, v) => `see https://api.acme-widgets.com/v1?page=2&${n}=${encodeURIComponent(v)}`),
  container('fragment', single, (n, v) => `https://acme-widgets.com/cb#state=1&${n}=${encodeURIComponent(v)}`),
  container('header', single, (n, v) => `GET / HTTP/1.1\r\nHost: x\r\n${n}: ${v}\r\nAccept: */*`),
  container('curl header', any, (n, v) => `curl -H "${n}: ${v}" https://api.acme-widgets.com`),
  container('curl data', single, (n, v) => `curl -d '${n}=${v}' https://api.acme-widgets.com`),
  container('cookie', single, (n, v) => `Cookie: theme=dark; ${n}=${v}; lang=en`),
  container('second cookie', single, (n, v) => `Set-Cookie: lang=en; Path=/, ${n}=${v}; HttpOnly`),
  container('XML element', any, (n, v) => `<config><${n}>${v}</${n}></config>`),
  container('XML attribute', any, (n, v) => `<db user="ada" ${n}="${v}"/>`),
  container('XML pair', any, (n, v) => `<add key="${n}" value="${v}"/>`),
  container('XML entry', any, (n, v) => `<entry key="${n}">${v}</entry>`),
  container('CDATA', any, (n, v) => `<${n}><![CDATA[${v}]]></${n}>`),
  container('property list', any, (n, v) => `<key>${n}</key>\n<string>${v}</string>`),
  container('hidden field', any, (n, v) => `<input type="hidden" name="${n}" value="${v}">`),
  container('hidden field, turned', any, (n, v) => `<input value='${v}' name='${n}' type=hidden>`),
  container('meta', any, (n, v) => `<meta name="${n}" content="${v}">`),
  container('data attribute', any, (n, v) => `<div data-${n}="${v}"></div>`),
  container('coloured JSON', any, (n, v) => `<span>"${n}"</span><span>:</span> <span class="s">"${v}"</span>`),
  container('table', tokens, (n, v) => `<tr><td>${n}</td><td>${v}</td></tr>`),
  container('definition', tokens, (n, v) => `<dt><code>${n}</code></dt><dd>${v}</dd>`),
  container('Markdown table', tokens, (n, v) => `| ${n} | ${v} |\n`),
  container('Markdown list', tokens, (n, v) => `- **${n}**: \`${v}\`\n`),
  container('assignment', any, (n, v) => `const ${n} = "${v}";`),
  container('environment of a program', any, (n, v) => `os.environ["${n}"] = "${v}"`),
  container('call', tokens, (n, v) => `headers.set("${n}", "${v}")`),
  container('define', tokens, (n, v) => `define('${n}', '${v}');`),
  container('PHP array', any, (n, v) => `'${n}' => '${v}',`),
  container('Go', any, (n, v) => `${n} := "${v}"`),
  container('template', any, (n, v) => `${n}: \`${v}\`,`),
  container('flag', single, (n, v) => `tool --${n} ${v} --verbose`),
  container('flag with sign', single, (n, v) => `tool --${n}=${v}`),
  container('flag, quoted', any, (n, v) => `tool --${n} "${v}"`),
  container('connection string', single, (n, v) => `Server=db;User Id=ada;${n}=${v};Encrypt=true`),
  container('logfmt', any, (n, v) => `level=info ${n}="${v}" status=200`),
  container('YAML, next line', single, (n, v) => `db:\n  ${n}:\n    ${v}\n  port: 5432\n`),
  container('YAML, vault', any, (n, v) => `${n}: !vault |\n  ${v}\nport: 5432\n`),
  container('three quotes', any, (n, v) => `${n} = """${v}"""`),
  container('Dockerfile', tokens, (n, v) => `ENV ${n} ${v}\n`),
  container('list of objects', any, (n, v) => `{"${n}":[{"id":1,"value":"${v}"}]}`),
  container(
    'escaped letters',
    any,
    (n, v) => `{"${n.replace(/[a-z](?=[a-z]*$)/i, (char) => `\\u00${char.charCodeAt(0).toString(16)}`)}":"${v}"}`,
  ),
  // Where words, types, calls or other texts stand between a name and its value.
  container(
    'apart, GraphQL',
    any,
    (n, v) => `{"query":"mutation M { x }","variables":{"input":{"user":"ada","${n}":"${v}"}}}`,
  ),
  container(
    'apart, route in a fragment',
    single,
    (n, v) => `https://acme-widgets.com/#/cb?state=1&${n}=${encodeURIComponent(v)}`,
  ),
  container(
    'apart, matrix parameter',
    generated,
    (n, v) => `https://acme-widgets.com/v1/x;${n}=${encodeURIComponent(v)}/y`,
  ),
  container(
    'apart, parameter of an object',
    generated,
    (n, v) => `https://acme-widgets.com/x?auth[${n}]=${encodeURIComponent(v)}`,
  ),
  container('apart, cookie of a page', generated, (n, v) => `document.cookie = "${n}=${v}; path=/; secure";`),
  container(
    'apart, multipart, bare',
    generated,
    (n, v) => `--b\r\nContent-Disposition: form-data; name=${n}\r\n\r\n${v}\r\n--b--`,
  ),
  container('apart, JSON with a comment', generated, (n, v) => `{"${n}": /* live */ "${v}"}`),
  container(
    'apart, element in an element',
    generated,
    (n, v) => `<property name="${n}"><value>${v}</value></property>`,
  ),
  container('apart, class', generated, (n, v) => `<span class="${n}">${v}</span>`),
  container('apart, text area', any, (n, v) => `<textarea name="${n}" rows="2">${v}</textarea>`),
  container('apart, typed member', generated, (n, v) => `private readonly ${n}: string = '${v}';`),
  container('apart, constant with a type', generated, (n, v) => `const ${n} string = "${v}"`),
  container('apart, default of a program', generated, (n, v) => `const a = { '${n}': process.env.X || '${v}' };`),
  container('apart, default of a call', generated, (n, v) => `'${n}' => env('X_Y', '${v}'),`),
  container('apart, default of a block', generated, (n, v) => `ENV.fetch("${n}") { "${v}" }`),
  container('apart, default of Ruby', generated, (n, v) => `ENV['${n}'] ||= '${v}'`),
  container('apart, joined text', generated, (n, v) => `const form = 'scope=read&${n}=' + '${v}';`),
  container('apart, dump of PHP', generated, (n, v) => `  ["${n}"]=>\n  string(${v.length}) "${v}"`),
  container('apart, array of PHP', generated, (n, v) => `Array\n(\n    [${n}] => ${v}\n)`),
  container('apart, long brackets', generated, (n, v) => `local x = { ${n} = [[${v}]] }`),
  container('apart, Terraform', generated, (n, v) => `variable "${n}" {\n  type    = string\n  default = "${v}"\n}`),
  container('apart, SQL row', generated, (n, v) => `INSERT INTO users (name, ${n}) VALUES ('ada', '${v}');`),
  container('apart, command of a store', generated, (n, v) => `gh secret set ${n} --body "${v}"`),
  container('apart, setting by a command', generated, (n, v) => `aws configure set ${n} ${v}`),
  container('apart, setting of nginx', generated, (n, v) => `proxy_set_header ${n} "${v}";`),
  container('apart, next line, continued', generated, (n, v) => `app.${n} = \\\n  ${v}\n`),
  container('apart, YAML anchor', any, (n, v) => `${n}: &live ${v}\nother: *live\n`),
  container('apart, YAML explicit key', generated, (n, v) => `? ${n}\n: ${v}\n`),
  container('apart, heading', generated, (n, v) => `### ${n}\n\n\`\`\`\n${v}\n\`\`\`\n`),
  container('apart, error', generated, (n, v) => `Error: invalid ${n} '${v}'`),
  container('apart, object of Java', any, (n, v) => `User{name='ada', ${n}='${v}', age=3}`),
  container(
    'apart, line of a server log',
    generated,
    (n, v) => `1.2.3.4 - - "GET /x?a=1&${n}=${encodeURIComponent(v)} HTTP/1.1" 200 12`,
  ),
  // As languages write a text, and as fields stand in lists.
  container('apart, text of Objective-C', tokens, (n, v) => `NSString *${n} = @"${v}";`),
  container('apart, option of Rust', tokens, (n, v) => `Credentials { ${n}: Some("${v}") }`),
  container('apart, tuple of Erlang', tokens, (n, v) => `[{user,"ada"},{${n},"${v}"}]`),
  container('apart, binary of Erlang', tokens, (n, v) => `#{${n} => <<"${v}">>}`),
  container('apart, arrow of R', tokens, (n, v) => `${n} <- "${v}"`),
  container('apart, Visual Basic', tokens, (n, v) => `Dim ${n} As String = "${v}"`),
  container('apart, default of JavaScript', tokens, (n, v) => `const k = process.env.${n} ?? "${v}"`),
  container('apart, argument that is compared', ['hex', 'base64'], (n, v) => `assert_eq!(${n}, "${v}")`),
  container('apart, name with a prefix', generated, (n, v) => `<a:B Name="${n}"><a:Value>${v}</a:Value></a:B>`),
  container(
    'apart, member of XML-RPC',
    tokens,
    (n, v) => `<member><name>${n}</name><value><string>${v}</string></value></member>`,
  ),
  container('apart, end of a message', ['hex', 'uuid'], (n, v) => `Unknown ${n} provided: ${v}`),
  container('prose', tokens, (n, v) => `For the test system the ${n} is ${v} until Friday.`),
];

/** Credentials that follow a scheme (RFC 9110 §11.4), as bodies show them. */
const schemes: readonly Container[] = [
  container('member', single, (n, v) => `{"Authorization":"${n} ${v}"}`),
  container('member, any case', single, (n, v) => `{"authorization": "${n} ${v}", "accept": "*/*"}`),
  container('pair', single, (n, v) => `{"name":"Authorization","value":"${n} ${v}"}`),
  container('YAML', single, (n, v) => `headers:\n  Authorization: ${n} ${v}\n`),
  container('curl', single, (n, v) => `curl -H 'Authorization: ${n} ${v}' https://api.acme-widgets.com`),
  container('line', single, (n, v) => `Authorization: ${n} ${v}`),
  container('proxy', single, (n, v) => `Proxy-Authorization: ${n} ${v}`),
  container('program', single, (n, v) => `headers = {'Authorization': '${n} ${v}'}`),
  container('template', single, (n, v) => `Authorization: \`${n} ${v}\``),
  container('environment', single, (n, v) => `HTTP_AUTHORIZATION="${n} ${v}"`),
  container('prose', ['hex', 'letters'], (n, v) => `You sent ${n} ${v}, which has expired.`),
  container('query', ['hex', 'letters'], (n, v) => `https://acme-widgets.com/?authorization=${n}%20${v}`),
  container('two texts', tokens, (n, v) => `xhr.setRequestHeader('Authorization', '${n} ${v}')`),
  container('list of pairs', tokens, (n, v) => `{"headers":[["authorization","${n} ${v}"],["accept","*/*"]]}`),
  container('setting of a proxy', tokens, (n, v) => `proxy_set_header Authorization "${n} ${v}";`),
];
/** Names of several words, as pages and messages have them. */
const phrases = ['API key', 'Secret Access Key', 'Client secret', 'Access Token', 'Webhook Signing Secret'];
const afterPhrases: readonly Container[] = [
  container('equals', tokens, (n, v) => `${n} = ${v}`),
  container('colon', tokens, (n, v) => `Access Key ID: x\n${n}: ${v}\n`),
  container('dash', tokens, (n, v) => `• ${n} — ${v}`),
  container('hyphen', tokens, (n, v) => `${n} - ${v}`),
  container('parentheses', tokens, (n, v) => `${n} (live): ${v}`),
  container('next line', tokens, (n, v) => `${n}:\n\n    ${v}\n`),
  container('label', tokens, (n, v) => `<label>${n}</label><code>${v}</code>`),
  container('definition', tokens, (n, v) => `<dt>${n}</dt><dd><code>${v}</code></dd>`),
  container('message', generated, (n, v) => `Invalid ${n} provided: ${v}. You can find yours in the dashboard.`),
];
const schemeNames = ['Bearer', 'Basic', 'Token', 'DPoP', 'ApiKey'];

/** Secrets that are known without a name. `written` holds the whole text, `secret` what must be gone. */
const alone: readonly [string, (seed: string) => { secret: string; written: string }][] = [
  ...(
    [
      'sk_live_',
      'rk_live_',
      'sk_test_',
      'whsec_',
      'ghp_',
      'gho_',
      'github_pat_',
      'glpat-',
      'xoxb-',
      'xoxp-',
      'xapp-',
      'npm_',
      'pypi-',
      'dop_v1_',
      'shpat_',
      'AIza',
      'ya29.',
      'GOCSPX-',
      'SG.',
      'hf_',
      'sk-ant-api03-',
      'sk-proj-',
      'sk-svcacct-',
      'gsk_',
      'glsa_',
      'hvs.',
      'lin_api_',
      'figd_',
      'rubygems_',
      'sq0csp-',
      'ATATT3x',
      'NRAK-',
      'dckr_pat_',
      'sntrys_',
      'tfp_',
      'pul-',
      'shippo_live_',
      'EAAC',
      'xkeysib-',
      'key-',
      'phc_',
      'vercel_',
      'nfp_',
      'AGE-SECRET-KEY-1',
    ] as const
  ).map((prefix): [string, (seed: string) => { secret: string; written: string }] => [
    prefix,
    (seed) => {
      const secret = made(`${prefix}${seed}`, letters, 40);
      return { secret, written: `here ${prefix}${secret} it is` };
    },
  ]),
  ['AWS id', (seed) => tail('AKIA', made(seed, 'ABCDEFGHJKLMNPQRSTUVWXYZ234567', 16), '')],
  ['bot token', (seed) => tail('https://api.acme-widgets.com/bot110201543:', made(seed, letters, 35), '/getMe')],
  ['Slack webhook', (seed) => tail('https://hooks.slack.com/services/T0001/B0001/', made(seed, letters, 24), '')],
  ['Discord webhook', (seed) => tail('https://discord.com/api/webhooks/123456/', made(seed, letters, 60), '')],
  ...['reset-password', 'verify', 'invitations/accept', 'magic-link'].map(
    (place): [string, (seed: string) => { secret: string; written: string }] => [
      `link, ${place}`,
      (seed) => tail(`https://acme-widgets.com/${place}/`, made(seed, hex, 32), '?x=1'),
    ],
  ),
  ['password in a URL', (seed) => tail('postgres://ada:', valueOf('short', seed), '@db.acme-widgets.com:5432/app')],
  ['password without user', (seed) => tail('redis://:', valueOf('short', seed), '@cache.acme-widgets.com:6379')],
  ['user of a URL', (seed) => tail('https://', made(seed, hex, 32), '@sentry.acme-widgets.com/42')],
  ['curl user', (seed) => tail('curl -u ada:', valueOf('short', seed), ' https://api.acme-widgets.com')],
  ['netrc', (seed) => tail('machine api.acme-widgets.com login ada password ', valueOf('short', seed), '\n')],
  ['SQL', (seed) => tail("CREATE USER ada WITH PASSWORD '", valueOf('short', seed), "';")],
  ['MySQL', (seed) => tail("CREATE USER 'ada' IDENTIFIED BY '", valueOf('short', seed), "';")],
  ['object of passwords', (seed) => tail('{"passwords":{"ada":"', valueOf('words', seed).replaceAll(' ', '-'), '"}}')],
  ['setter', (seed) => tail('client.setPassword("', valueOf('short', seed), '")')],
  ['npmrc', (seed) => tail('//registry.acme-widgets.com/:_authToken=', made(seed, hex, 36), '\n')],
  ['JWK', (seed) => tail('{"kty":"EC","crv":"P-256","d":"', made(seed, letters, 43), '"}')],
  ['symmetric JWK', (seed) => tail('{"kty":"oct","k":"', made(seed, letters, 43), '"}')],
  ['Digest', (seed) => tail('Authorization: Digest username="ada", response="', made(seed, hex, 32), '"')],
  [
    'AWS signature',
    (seed) =>
      tail(
        'Authorization: AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/s3/aws4_request, Signature=',
        made(seed, hex, 64),
        '',
      ),
  ],
  [
    'OAuth 1',
    (seed) => tail('Authorization: OAuth oauth_consumer_key="x", oauth_signature="', made(seed, letters, 28), '"'),
  ],
  ['signed URL', (seed) => tail('https://s3.acme-widgets.com/x?X-Amz-Signature=', made(seed, hex, 64), '&x=1')],
  ['SAS', (seed) => tail('https://files.acme-widgets.com/x?sv=2022&sig=', made(seed, letters, 40), '%3D')],
  ['bcrypt', (seed) => tail('{"password_hash":"$2b$10$', made(seed, letters, 53), '"}')],
  ['JWT', (seed) => tail('a eyJhbGciOiJIUzI1NiJ9.', made(seed, letters, 60), '.c2lnbmF0dXJl b')],
  ...['RSA PRIVATE KEY', 'EC PRIVATE KEY', 'PRIVATE KEY', 'ENCRYPTED PRIVATE KEY', 'OPENSSH PRIVATE KEY'].map(
    (kind): [string, (seed: string) => { secret: string; written: string }] => [
      kind,
      (seed) => tail(`-----BEGIN ${kind}-----\n`, made(seed, letters, 64), `\n-----END ${kind}-----\n`),
    ],
  ),
  [
    'PGP',
    (seed) =>
      tail(
        '-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2 - x\n\n',
        made(seed, letters, 64),
        '\n=abcd\n-----END PGP PRIVATE KEY BLOCK-----\n',
      ),
  ],
  // Known by where they stand, under names that say nothing or little.
  ['query', (seed) => tail('https://acme-widgets.com/cb?x=', made(seed, letters, 40), '&state=1')],
  ['cookie of no name', (seed) => tail('Set-Cookie: x_y=', made(seed, hex, 32), '; Path=/')],
  ['later cookie of no name', (seed) => tail('Cookie: theme=dark; x_y=', made(seed, hex, 32), '; lang=en')],
  ['pass', (seed) => tail('{"user":"ada","pass":"', valueOf('short', seed), '"}')],
  ['authorization code', (seed) => tail('{"state":"1","code":"', made(seed, hex, 40), '"}')],
  ['PIN', (seed) => tail('{"user":"ada","pin":', made(seed, '123456789', 8), '}')],
  ['parameter with an example', (seed) => tail('{"name":"token","in":"query","example":"', made(seed, hex, 24), '"}')],
  [
    'parameter of YAML',
    (seed) => tail('- name: api_key\n  in: query\n  type: string\n  example: ', valueOf('word', seed), '\n'),
  ],
  ['comment behind', (seed) => tail('DB_PASSWORD=', valueOf('short', seed), ' # the one of last year\n')],
  [
    'comment with a password behind',
    (seed) => tail('user: ada\npassword: ', valueOf('words', seed), ' # and not for you\n'),
  ],
  ['items of YAML', (seed) => tail('api_keys:\n  - first-zukavri\n  - ', valueOf('word', seed), '\nport: 5432\n')],
  ['members below', (seed) => tail('passwords:\n  ada:\n    value: ', valueOf('word', seed), '\nport: 5432\n')],
  ['quoted members below', (seed) => tail('passwords:\n  "ada": "', valueOf('word', seed), '"\nport: 5432\n')],
  ['objects below', (seed) => tail('{\n  "passwords":\n  {\n    "ada": "', valueOf('word', seed), '"\n  }\n}')],
  ['system property', (seed) => tail('java -Dspring.password=', valueOf('short', seed), ' -jar app.jar')],
  ['short system property', (seed) => tail('java -Dtoken=', made(seed, hex, 24), ' -jar app.jar')],
  ['variable', (seed) => tail('$password = "', valueOf('words', seed), '";')],
  ['tagged', (seed) => tail('password: !!str &p ', valueOf('words', seed), '\n')],
  [
    'Basic pair in a sentence',
    (seed) => tail('You sent Basic ', Buffer.from(`ada:${word(seed, 3)}`).toString('base64'), ', which is wrong.'),
  ],
  ['other language', (seed) => tail('La contraseña: ', valueOf('short', seed), '.')],
  ['other alphabet', (seed) => tail('密码：', valueOf('short', seed), '。')],
  ['arrow', (seed) => tail('api key → ', valueOf('short', seed), '\n')],
  ['command', (seed) => tail('mysql -u root -p', valueOf('short', seed), ' shop')],
  ['tuple of a client', (seed) => tail("requests.get(url, auth=('ada', '", valueOf('words', seed), "'))")],
  ['column', (seed) => tail('user,password\nbob,zukavri\nada,', valueOf('words', seed), '\n')],
  ['scheme of its own', (seed) => tail('<pre>Authorization: SSWS ', valueOf('short', seed), '</pre>')],
  ['letters alone', (seed) => tail('You sent Bearer ', made(seed, letters.slice(0, -8), 28), ', which has expired.')],
  ['client key of a cluster', (seed) => tail('users:\n- user:\n    client-key-data: ', valueOf('base64', seed), '\n')],
  [
    'key file in Base64',
    (seed) =>
      tail(
        'tls: ',
        Buffer.from(`-----BEGIN PRIVATE KEY-----\n${made(seed, letters, 64)}\n-----END PRIVATE KEY-----`).toString(
          'base64',
        ),
        '\n',
      ),
  ],
  [
    'Basic pair of a member',
    (seed) => tail('{"basic":"', Buffer.from(`ada:${made(seed, letters, 20)}`).toString('base64'), '"}'),
  ],
  ['hash of a password', (seed) => tail('ada:$apr1$', `x$${made(seed, letters, 22)}`, '\n')],
  ['other hash of a password', (seed) => tail('ada:$argon2id$', `v=19$m=1,t=1,p=1$${made(seed, letters, 40)}`, '\n')],
  ['copula', (seed) => tail('La contraseña es ', valueOf('short', seed), '.')],
  ['copula of French', (seed) => tail('Le mot de passe est ', valueOf('short', seed), '.')],
  ['copula of German', (seed) => tail('Das Passwort lautet ', valueOf('short', seed), '.')],
  ['copula of Polish', (seed) => tail('Hasło to ', valueOf('short', seed), '.')],
  ['copula of Japanese', (seed) => tail('パスワードは', made(seed, hex, 24), 'です。')],
  ['copula of Korean', (seed) => tail('비밀번호는 ', made(seed, hex, 24), '입니다.')],
  ['proxy user of curl', (seed) => tail('curl -U ada:', valueOf('short', seed), ' -x proxy https://acme-widgets.com')],
  [
    'password of a certificate',
    (seed) => tail('curl -E cert.pem:', valueOf('short', seed), ' https://acme-widgets.com'),
  ],
  ['pair of HTTPie', (seed) => tail('http -a ada:', valueOf('short', seed), ' GET acme-widgets.com')],
  ['pair of PHP', (seed) => tail('curl_setopt($c, CURLOPT_USERPWD, "ada:', valueOf('short', seed), '");')],
  [
    'login of a registry',
    (seed) => tail('docker login -u ada -p ', valueOf('short', seed), ' registry.acme-widgets.com'),
  ],
  ['password of a store', (seed) => tail('keytool -storepass ', valueOf('short', seed), ' -keystore x')],
  ['arguments of a call', (seed) => tail("#0 x.php(3): mysqli_connect('db', 'root', '", valueOf('short', seed), "')")],
  ['address of a driver', (seed) => tail('ada:', valueOf('short', seed), '@tcp(db:3306)/shop')],
  ['address of Oracle', (seed) => tail('jdbc:oracle:thin:ada/', valueOf('short', seed), '@db:1521/shop')],
  ['secure string', (seed) => tail('ConvertTo-SecureString "', valueOf('short', seed), '" -AsPlainText')],
  ['key of a network', (seed) => tail('network={\n ssid="x"\n psk="', valueOf('short', seed), '"\n}')],
  [
    'PuTTY',
    (seed) =>
      tail('PuTTY-User-Key-File-3: ssh-ed25519\nPrivate-Lines: 1\n', made(seed, letters, 64), '\nPrivate-MAC: x'),
  ],
];

function tail(before: string, secret: string, after: string): { secret: string; written: string } {
  return { secret, written: `${before}${secret}${after}` };
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** How a text arrives inside another one. */
const encodings: Record<string, (text: string, secret: string) => string> = {
  plain: (text) => text,
  'string of JSON': (text) => JSON.stringify({ id: 1, log: text }),
  'string of JSON in JSON': (text) => JSON.stringify({ id: 1, log: JSON.stringify({ body: text }) }),
  HTML: (text) => `<pre><code>${text.replace(/[&<>"']/g, (char) => entities[char] ?? char)}</code></pre>`,
  'percent-encoded': (text) => `https://acme-widgets.com/login?next=${encodeURIComponent(text)}`,
  'escaped JSON of Go': (text) =>
    JSON.stringify({ log: text }).replace(/[&<>]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`),
  // Long enough to be worth something: half of it, and eight characters at least.
  'cut off': (text, secret) => text.slice(0, text.lastIndexOf(secret) + Math.max(8, Math.ceil(secret.length / 2))),
};

export interface Planted {
  /** What it is, for the list of failures. */
  what: string;
  text: string;
  /** Pieces of the secret; none may be left. */
  pieces: string[];
}

/** What gives a secret away: each of its words; of one long run its beginning and its end. */
function piecesOf(secret: string): string[] {
  return secret
    .split(/[ +]/)
    .flatMap((run) => (run.length > 16 ? [run.slice(0, 8), run.slice(-8)] : [run.slice(0, 8)]));
}

function encoded(what: string, written: string, secret: string): Planted[] {
  // Cut off before its name is told, a value is known by nothing; half a value in Base64, apart from its name, may be a word.
  const told = Object.entries(encodings).filter(
    ([encoding]) => encoding !== 'cut off' || !/turned|user of|driver|letters alone|^apart.*base64/.test(what),
  );
  return told.map(([encoding, encode]) => ({
    what: `${what}, ${encoding}`,
    text: encode(written, written.includes(secret) ? secret : secret.replaceAll(' ', '+')),
    pieces: encoding === 'cut off' ? [secret.slice(0, 6)] : piecesOf(secret),
  }));
}

/** What the containers hold: each with each name, and the shapes of values in turns. */
function contained(): Planted[] {
  return containers.flatMap(({ name, shapes, write }) =>
    names.flatMap((secretName, turn) => {
      const shape = shapes[turn % shapes.length] ?? 'hex';
      const secret = valueOf(shape, `${name} ${secretName}`);
      return encoded(`${name}, ${secretName}, ${shape}`, write(secretName, secret), secret);
    }),
  );
}

/** Every planted secret; some fifteen thousand. */
export function plantedSecrets(): Planted[] {
  return [
    ...contained(),
    ...schemes.flatMap(({ name, shapes, write }) =>
      schemeNames.flatMap((scheme) =>
        shapes.flatMap((shape) => {
          const secret = valueOf(shape, `${name} ${scheme} ${shape}`);
          return encoded(`${scheme}, ${name}, ${shape}`, write(scheme, secret), secret);
        }),
      ),
    ),
    ...afterPhrases.flatMap(({ name, shapes, write }) =>
      phrases.flatMap((phrase) =>
        shapes.flatMap((shape) => {
          const secret = valueOf(shape, `${name} ${phrase} ${shape}`);
          return encoded(`apart, phrase, ${name}, ${phrase}, ${shape}`, write(phrase, secret), secret);
        }),
      ),
    ),
    ...alone.flatMap(([name, write]) =>
      ['1', '2', '3'].flatMap((seed) => {
        const { secret, written } = write(`${name}${seed}`);
        return encoded(name, written, secret);
      }),
    ),
  ];
}

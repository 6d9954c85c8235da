/** Sentences that one rule alone reads, each with exactly what it says: the corpus only counts how often all rules together are right. */
import { expect, test } from 'vitest';
import { readPage } from '../../../../../lib/scan/read/page/index.ts';
import { readStatements } from '../../../../../lib/scan/read/prose/index.ts';

const topics = (text: string): string[] => {
  const page = readPage({ text, contentType: 'text/markdown', url: 'https://docs.acme.com/auth', evidence: ['x7'] });
  return [
    ...new Set(
      readStatements(page).map(
        ({ polarity, topic, value }) =>
          `${polarity === 'affirm' ? '+' : '-'}${topic}${value === null ? '' : `=${value}`}`,
      ),
    ),
  ].sort();
};

test.each([
  // From when on, and how many in a span, is no lifetime.
  ['API tokens, last updated 2 months ago.', []],
  ['You can get 50 tokens in 12 hours.', []],
  ['The token is valid for an hour.', ['+expires=3600']],
  ['Acme-API-Token: Bearer [API key]', ['+key-header=Acme-API-Token']],
  ['The token is valid for five minutes unless you ask for another lifetime.', ['+expires=300']],
  ['Keys are shown on this page and colleagues are invited.', []],
  ['Register and maintain records with the API.', []],
  ['在平台自行申请API证书，设置密钥。', []],
  // A password beside a code that is no grant's, a button that makes anew, and what is put together in Basic.
  ['Password is Base64 of short code, passkey and timestamp', []],
  ['Send a request to obtain your key.', []],
  ["`--header 'Authorization: Basic {base64(apiKey:apiSecret)}'`", ['+basic']],
  // A scheme that signs is no word before a token.
  ['`Authorization: PAY2-SHA256-RSA2048 merchant="1",signature="…"`', ['+signed=PAY2-SHA256-RSA2048']],
  ['`Authorization: AWS4-HMAC-SHA256 Credential=AKID/20260101/eu/s3/aws4_request`', ['+signed=AWS4-HMAC-SHA256']],
  // Each sentence says its own, whatever stands before it.
  [
    'Access tokens expire after 3600 seconds.\n\nWe review each application manually and approve it within five working days.',
    ['+approval', '+expires=3600'],
  ],
  // The words of a button or a title say that keys are asked for, not that anybody looks at the request.
  ['Request an API key', []],
  ['Request an API key and we will review your application.', ['+approval']],
  // What is ignored is not taken.
  ['L’en-tête Authorization: Bearer est ignoré.', ['-bearer']],
  ['Der Header `Authorization: Bearer` wird ignoriert.', ['-bearer']],
  ['El encabezado Authorization: Bearer se ignora.', ['-bearer']],
  // A signature of an event is no key, whatever it is made with.
  ['Each event carries the header X-Acme-Signature-256: an HMAC of the body with the client secret.', []],
  ['Keys act with your own role on the workspace.', []],
  ['```json\n{"access_token": "x", "scope": "98309 318257570"}\n```', ['+scopes']],
  // What must be agreed before live keys is their approval, also where the API is one for payments.
  ['라이브 키는 전자결제 계약을 완료한 뒤에 확인할 수 있습니다.', ['+approval']],
  ['`Authorization: Digest username="me"`', []],
  // A member's role is no role of a key.
  ['Apply for membership first; our membership team gives you a prefix and a role.', []],
  // Rows, addresses, schemes without a prefix, and open APIs.
  ['| Name | Value |\n| --- | --- |\n| X-Acme-Key | <your api key> |', ['+key-header=X-Acme-Key']],
  ['`https://api.acme.com/v2/pomiary?klucz=TWOJ_KLUCZ`', ['+key-query=klucz']],
  ['Private API key to be provided in the format `Api-Key <key>`.', ['+scheme-word=Api-Key']],
  ['No key, no account, no token. Just be gentle: one request a second.', ['+open']],
  // Names in quotes, and lists of headers.
  ['Include your `app_id` and `app_key` headers in every call.', ['+key-header=app_key']],
  ['Header parameters:\n\n- acme-api-key : `<your api key here>`', ['+key-header=acme-api-key']],
  ['```\nGET /api/tenants\nCookie: AcmeSessionId=tgqHpRA2H\n```', ['+cookie']],
  ['| grant_type | always `password` |\n| --- | --- |\n| grant_type | default: `password` |', ['+grant:password']],
  ['Register for a developer key.', ['+self-service', '+sign-up']],
  ['Sign up for a free API key.', ['+self-service', '+sign-up']],
  ['The key arrives by email at once.', ['+self-service']],
  ['In Settings, create an app password.', ['+self-service']],
  ['The user may create an account password.', []],
  ['The Enterprise API is not publicly available.', ['+approval']],
  ['Our partner team reviews your application before API keys are issued.', ['+approval']],
  // Reviews are what the API is about.
  ['Read reviews of businesses with the API.', []],
  // What one asks of the API is no way to the API.
  ['Send a request to the API.', []],
  ['Use the API to request a quote.', []],
  ['Senden Sie eine Anfrage an die API.', []],
  ['Cada solicitud a la API se registra.', []],
  ['APIにリクエストを送ります。', []],
  ['Отправьте запрос к API.', []],
  ['The partner API needs no approval and is publicly available.', ['-approval']],
  ['Talk to @maker and send /newbot. You get a token in the answer.', ['+self-service']],
  ['Send the request to /login. You get a token in the answer.', []],
  ['For testing, take your personal token from the integrations settings.', ['+self-service']],
  ['Most methods take the access token from the account that was connected.', []],
  ['The token is short-lived (10 minutes), so ask again when it has lapsed.', ['+expires=600', '+renews']],
  ['When the limit of requests per token has run out, wait some minutes and ask again.', []],
  ['Make further API keys with an access control list (search, browse, settings).', ['+scopes', '+self-service']],
  ['Buckets have an access control list that needs no key.', []],
  [
    'Generate new token: add a description, an end date and the access permissions (Read, Write, Delete).',
    ['+expires', '+scopes'],
  ],
  ['Add the members and their access permissions with the token of an owner.', []],
  ['Name the token, tick Read or Read and write, and save.', ['+roles', '+scopes']],
  ['```json\n{\n  "access_token": "x",\n  "scope": "",\n  "scopes": []\n}\n```', []],
  ['```json\n{"scopes": ["read"]}\n```', ['+scopes']],
  [
    '```\ncurl https://api.acme.com/oauth/access_token \\\n -d "client_id=1" \\\n -d "client_secret=x" \\\n -d "code=abcdef" \\\n -d "redirect_uri=https://example.com"\n```',
    ['+grant:authorization_code'],
  ],
  ['```\n{"code": "invalid_client", "client_secret": "missing"}\n```', []],
  // Where a key works from is no limit of what it may do.
  ['API keys can be restricted to specific IP addresses.', []],
  ['Keys can be scoped to your domain.', []],
  ['Keys cannot be limited to an IP address.', []],
  ['Each token is only valid for requests from the referrers in its list.', []],
  ['Each key can be limited to certain IP addresses and endpoints.', ['+scopes']],
  ['Restrict your keys by HTTP referrer and to the APIs in use', ['+scopes']],
  ['Give the key read permissions and a list of IP addresses.', ['+scopes']],
  ['Der API-Schlüssel lässt sich auf bestimmte IP-Adressen beschränken.', []],
  ['Der API-Schlüssel lässt sich auf bestimmte Endpunkte beschränken.', ['+scopes']],
  ['La clé peut être limitée à certaines adresses IP.', []],
  ['La clé peut être limitée à certaines ressources.', ['+scopes']],
  ['Puede restringir la clave a ciertas direcciones IP.', []],
  ['Ключ можно ограничить определёнными IP-адресами.', []],
  ['API 키를 특정 IP 주소로 제한할 수 있습니다.', []],
  ['APIキーをIPアドレスで制限できます。', []],
  // Nobody is waited for: the key is there. What a program does not wait for is an answer.
  ['## Your key\n\nFill in the form. No mail to confirm, no waiting.', ['+self-service', '-approval']],
  ['The key stands on the next page, there is nothing to wait for.', ['+self-service', '-approval']],
  ['You get the key without waiting for the response of the job.', []],
  ['## Your key\n\nThe job runs on its own; fetch the result without having to wait for a reply.', []],
  ['Orders are shipped with no waiting.', []],
  [
    'Registrate un utente tecnico con `POST /utenti` (email e password): è attivo subito, senza attendere nessuno.',
    ['+self-service'],
  ],
  ['## Chiave\n\nIl lavoro parte senza attendere la risposta.', []],
  ['Der Schlüssel steht danach auf der Seite, ohne Wartezeit.', ['+self-service']],
  ['La clave aparece en la página, sin esperas.', ['+self-service']],
  // A key until its owner ends it; the same of something else.
  ['A key works until you throw it away with a call.', ['+never-expires', '+revocable']],
  ['A link works until you delete it.', []],
  // How many calls in a span is no life.
  ['## Your key\n\nIt is good for 500 calls an hour.', []],
  ['The key is good for an hour.', ['+expires=3600']],
  // Without articles a unit counts one.
  ['Token jest ważny godzinę.', ['+expires=3600']],
  ['Klucz jest ważny przez rok.', ['+expires=31536000']],
  ['Токен действует час.', ['+expires=3600']],
  ['Token jest ważny do końca roku.', []],
  ['Limit klucza to 500 zapytań na godzinę.', []],
  // Whoever asks people again does not renew by a program.
  [
    'Po akceptacji przekazujemy Client ID i Client Secret. Para jest ważna rok. Przed upływem terminu wydajemy nową na kolejny wniosek.',
    ['+approval', '+expires=31536000', '+renews-by-person'],
  ],
  ['The key is valid for a year. We issue a new invoice on request.', ['+expires=31536000']],
  // A role that an error names is none of a key.
  ['| 400 | `{"errors":["invalid role or secret ID"]}` |\n| --- | --- |\n| 401 | no key |', []],
  ['Each key has a role.', ['+roles']],
  // An id and its secret that sign in by a call; a person's name and password; a call that is none.
  [
    '```\ncurl -X POST https://api.acme.com/v1/auth/approle/login --data \'{"role_id":"r","secret_id":"s"}\'\n```',
    ['+grant:vendor=app id and app secret'],
  ],
  ['```\ncurl -X POST https://api.acme.com/v1/roles --data \'{"role_id":"r","secret_id":"s"}\'\n```', []],
  [
    '```\ncurl -X POST https://api.acme.com/login --data \'{"app_id":"1","app_secret":"s","username":"u","password":"p"}\'\n```',
    [],
  ],
  // Policies that come with a token limit it; those of an insurer limit nothing.
  ['```json\n{"auth": {"client_token": "x", "policies": ["default", "read-pumps"]}}\n```', ['+scopes']],
  ['```json\n{"next_page": 2, "policies": ["travel", "home"]}\n```', []],
  // A key that is made with a level, and a room that is.
  [
    '```\ncurl -X POST https://api.acme.com/v1/keys -d \'{"email":"you@example.org","access":"read"}\'\n```',
    ['+roles'],
  ],
  ['```\ncurl -X POST https://api.acme.com/v1/members -d \'{"email":"you@example.org","role":"admin"}\'\n```', []],
  // A page that names no language is in that of most of its sentences, also where one alone does not tell.
  ['Otrzymany token jest w odpowiedzi i nie jest zapisywany.\n\nToken dostępowy żyje 12 godzin.', ['+expires=43200']],
  [
    'I dati sono quelli del catalogo, che è aggiornato ogni notte.\n\nApri un account. Copia la chiave già pronta.',
    ['+self-service', '+sign-up'],
  ],
])('%s', (text, expected) => expect(topics(text)).toEqual(expected));

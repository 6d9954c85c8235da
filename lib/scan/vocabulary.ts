/**
 * The names that reports are made of, and their words for people: each once. Ids follow from here, in the order in which they rank; the
 * schema, the judges and the pages take them from here.
 */
const keys = <T extends object>(words: T) => Object.keys(words) as [Extract<keyof T, string>];

/** Can an AI agent let itself in? One word, and what it means. */
export const answerWords = {
  yes: {
    word: 'Yes',
    meaning: 'A program gets in by itself, with a credential that it can get by itself or with none.',
  },
  key: { word: 'With a key', meaning: 'Somebody makes a key once; from then on the program gets in by itself.' },
  person: { word: 'With a person, once', meaning: 'A person consents once; after that the program renews its token.' },
  no: {
    word: 'No',
    meaning:
      'A wall stands in the way: an approval, a session cookie, a browser each time, or an API that refuses its own tokens.',
  },
  unknown: { word: 'Could not tell', meaning: 'Nothing we saw settles it.' },
} as const;
export const answerIds = keys(answerWords);
export type AnswerId = (typeof answerIds)[number];

/** How sure a finding is, strongest first: what the word means, and who says so. */
export const confidenceWords = {
  verified: { meaning: 'done with credentials', source: 'a verified call' },
  observed: { meaning: 'the behaviour of the target itself', source: 'the server itself' },
  declared: { meaning: 'a machine-readable document says so', source: 'its metadata or description' },
  documented: { meaning: 'the documentation says so', source: 'its documentation' },
  inferred: { meaning: 'concluded from other findings', source: 'a guess' },
} as const;
export const confidences = keys(confidenceWords);

/** Ways of finding something, strongest first. */
export const viaWords = {
  target: 'the address you gave',
  challenge: 'a WWW-Authenticate challenge',
  metadata: 'published metadata',
  description: 'an API description',
  'api-catalog': 'an API catalog',
  link: 'a Link header',
  'docs-sample': 'a code sample in the documentation',
  'docs-text': 'the text of the documentation',
  'llms-txt': 'llms.txt',
  'page-script': 'a script on the site',
  'page-link': 'a link on the site',
  sitemap: 'the sitemap',
  subdomain: 'a common name under the domain',
  convention: 'a common path',
} as const;
export const vias = keys(viaWords);

/** OAuth grants: their name, and their word on the wire. PKCE is the code grant with a proof and has none of its own (RFC 7636). */
export const grantWords = {
  authorization_code: { name: 'Authorization code', wire: 'authorization_code' },
  authorization_code_pkce: { name: 'Authorization code with PKCE', wire: null },
  implicit: { name: 'Implicit', wire: 'implicit' },
  client_credentials: { name: 'Client credentials', wire: 'client_credentials' },
  password: { name: 'Resource owner password', wire: 'password' },
  device_code: { name: 'Device code', wire: 'urn:ietf:params:oauth:grant-type:device_code' },
  refresh_token: { name: 'Refresh token', wire: 'refresh_token' },
  jwt_bearer: { name: 'JWT bearer', wire: 'urn:ietf:params:oauth:grant-type:jwt-bearer' },
  token_exchange: { name: 'Token exchange', wire: 'urn:ietf:params:oauth:grant-type:token-exchange' },
} as const;
export const grantIds = keys(grantWords);

/** Scopes of OpenID Connect Core §5.4 and §11: they say what a client may know of a person, and limit nothing of an API. */
export const identityScopes: ReadonlySet<string> = new Set([
  'openid',
  'profile',
  'email',
  'address',
  'phone',
  'offline_access',
]);

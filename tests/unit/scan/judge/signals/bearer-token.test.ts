import {
  answer,
  base,
  call,
  challenge,
  description,
  failedCall,
  flow,
  guardedApi,
  keyScheme,
  named,
  oauthScheme,
  openApi,
  protectedResource,
  scheme,
  statement,
} from '../facts.ts';
import { signalTable } from '../rows.ts';

const refused = { error: named('bearer authentication is disabled'), exchange: 'x11' };
const says = (topic: Parameters<typeof statement>[0], quote: string, over = {}) => ({
  ...guardedApi,
  statements: [statement(topic, quote, over)],
});
/** The three calls of STANDARDS B8 and B9, told apart by the digests of their bodies. */
const contrast = (bare: string, bearer: string, invented: string) => ({
  calls: [
    call(
      { error: named(), digest: bare },
      {
        bearer: answer({ exchange: 'x11', error: named(), digest: bearer }),
        invented: answer({ exchange: 'x12', error: named(), digest: invented }),
      },
    ),
  ],
});

signalTable('bearer-token', [
  {
    name: 'a Bearer challenge',
    given: { calls: [call({ challenges: [challenge('Bearer')] })] },
    expect: 'observed',
    confidence: 'observed',
    cites: ['x10'],
  },
  {
    name: 'the scheme word in any case (RFC 9110 §11.1)',
    given: { calls: [call({ challenges: [challenge('bEARER')] })] },
    expect: 'observed',
  },
  {
    name: 'DPoP, which a program can do (RFC 9449 §7.1)',
    given: { calls: [call({ challenges: [challenge('DPoP')] })] },
    expect: 'observed',
  },
  {
    name: 'a random bearer is treated unlike nothing and unlike an invented scheme',
    given: contrast('a', 'b', 'a'),
    expect: 'observed',
    cites: ['x10', 'x11'],
  },
  {
    name: 'the challenge to a random bearer names an error',
    given: {
      calls: [
        call(
          { error: named() },
          { bearer: answer({ exchange: 'x11', challenges: [challenge('Bearer', { error: 'invalid_token' })] }) },
        ),
      ],
    },
    expect: 'observed',
  },
  {
    name: 'the error itself asks for a bearer token',
    given: { calls: [call({ error: named('Send a Bearer token.') })] },
    expect: 'observed',
  },
  {
    name: 'Bearer beside Basic',
    given: { calls: [call({ challenges: [challenge('Basic'), challenge('Bearer')] })] },
    expect: 'observed',
  },
  {
    name: 'the description declares http bearer',
    given: { ...guardedApi, descriptions: [description([scheme()])] },
    expect: 'declared',
    confidence: 'declared',
    cites: ['x22'],
  },
  {
    name: 'the description declares OAuth',
    given: { ...guardedApi, descriptions: [description([oauthScheme(flow('authorization_code'))])] },
    expect: 'declared',
  },
  {
    name: 'OpenAPI 2.0 writes bearer as a key named Authorization',
    given: { ...guardedApi, descriptions: [description([keyScheme('header', 'Authorization')])] },
    expect: 'declared',
  },
  {
    name: 'protected resource metadata',
    given: { ...guardedApi, protectedResources: [protectedResource({ bearerMethods: ['header'] })] },
    expect: 'declared',
    cites: ['x21'],
  },
  {
    name: 'the documentation shows it',
    given: says('bearer', 'Send Authorization: Bearer <token>.'),
    expect: 'documented',
    confidence: 'documented',
  },
  {
    name: 'behaviour speaks before the description',
    given: { calls: [call({ challenges: [challenge('Bearer')] })], descriptions: [description([scheme()])] },
    expect: 'observed',
  },
  {
    name: 'the challenge names another token word',
    given: { calls: [call({ challenges: [challenge('Token')] })] },
    expect: 'other-scheme',
    confidence: 'observed',
  },
  {
    name: 'the documentation names another word',
    given: says('scheme-word', 'Authorization: GenieKey <key>', { value: 'GenieKey' }),
    expect: 'other-scheme',
    says: /GenieKey/,
  },
  {
    name: 'a challenge word that names no token speaks when nothing better does',
    given: { calls: [call({ challenges: [challenge('Orchard')] })] },
    expect: 'other-scheme',
    confidence: 'inferred',
  },
  {
    name: 'requests are signed',
    given: says('signed', 'Authorization: AWS4-HMAC-SHA256 Credential=…', { value: 'AWS4-HMAC-SHA256' }),
    expect: 'signed',
    says: /AWS4-HMAC-SHA256/,
  },
  {
    name: 'the description declares a header of its own',
    given: { ...guardedApi, descriptions: [description([keyScheme('header', 'X-Orchard-Key')])] },
    expect: 'own-header',
    says: /X-Orchard-Key/,
  },
  {
    name: 'the error asks for a header of its own',
    given: { calls: [call({ error: named('X-API-Key header is missing') })] },
    expect: 'own-header',
    confidence: 'observed',
  },
  {
    name: 'a known header speaks before an unknown challenge word',
    given: { calls: [call({ challenges: [challenge('Orchard')], error: named('X-API-Key header is missing') })] },
    expect: 'own-header',
  },
  {
    name: 'a Basic challenge',
    given: { calls: [call({ challenges: [challenge('Basic', { realm: 'api' })] })] },
    expect: 'basic',
  },
  {
    name: 'a Digest challenge is not Basic',
    given: { calls: [call({ challenges: [challenge('Digest', { realm: 'api', nonce: 'n' })] })] },
    expect: 'digest',
  },
  {
    name: 'a Basic challenge to every credential, in other words for Bearer',
    given: {
      calls: [
        call(
          { challenges: [challenge('Basic')] },
          {
            bearer: answer({ challenges: [challenge('Basic')], error: named('login failed'), digest: 'b' }),
            invented: answer({ status: 400, digest: 'c' }),
          },
        ),
      ],
    },
    expect: 'basic',
  },
  {
    name: 'a challenge whose word is the name of a header',
    given: { calls: [call({ challenges: [challenge('X-API-Key', { realm: 'orchard' })] })] },
    expect: 'own-header',
  },
  {
    name: 'a key in the query',
    given: { ...guardedApi, descriptions: [description([keyScheme('query', 'appid')])] },
    expect: 'query',
  },
  {
    name: 'a session cookie',
    given: { ...guardedApi, descriptions: [description([keyScheme('cookie', 'sid')])] },
    expect: 'cookie',
  },
  {
    name: 'the API says that bearer is switched off',
    given: { calls: [call({ error: named() }, { bearer: answer(refused) })] },
    expect: 'refused',
    confidence: 'observed',
    cites: ['x11'],
  },
  {
    name: 'the documentation denies bearer tokens',
    given: says('bearer', 'Bearer tokens are not supported.', { polarity: 'deny' }),
    expect: 'refused',
    confidence: 'documented',
  },
  {
    name: 'the documentation says that there are no tokens',
    given: says('no-tokens', 'There is no public API.'),
    expect: 'refused',
  },

  { name: 'a 401 and no word on how', given: guardedApi, expect: 'silent', cites: ['x10'] },
  { name: 'the answer never changes', given: contrast('a', 'a', 'a'), expect: 'silent' },
  {
    name: 'any Authorization field changes the answer, so it proves nothing',
    given: contrast('a', 'b', 'b'),
    expect: 'silent',
  },
  {
    name: 'an invented scheme was not compared',
    given: { calls: [call({ error: named(), digest: 'a' }, { bearer: answer({ exchange: 'x11', digest: 'b' }) })] },
    expect: 'silent',
  },
  {
    name: 'a domain login is not for a stranger’s program (STANDARDS X5)',
    given: { calls: [call({ challenges: [challenge('Negotiate'), challenge('NTLM')] })] },
    expect: 'silent',
  },
  {
    name: 'a scheme of the description that no operation uses',
    given: {
      ...guardedApi,
      descriptions: [description([scheme({ used: false }), scheme({ name: 'none', type: 'mutualTLS', scheme: null })])],
    },
    expect: 'silent',
  },
  {
    name: 'resource metadata that takes no token in the header',
    given: { ...guardedApi, protectedResources: [protectedResource({ bearerMethods: [] })] },
    expect: 'silent',
  },

  { name: 'a firewall answered', given: { calls: [call({ status: 403, wall: 'Akamai' })] }, expect: 'unobserved' },
  { name: 'no answer', given: { calls: [failedCall()] }, expect: 'unobserved' },
  {
    name: 'one endpoint answered, another could not be seen',
    given: { calls: [call({ error: named() }), failedCall({ url: `${base}/me` })] },
    expect: 'unobserved',
  },
  {
    name: 'a challenge of a firewall is not the API’s',
    given: { calls: [call({ wall: 'Cloudflare', challenges: [challenge('Bearer')] })] },
    expect: 'unobserved',
  },

  { name: 'an API that needs no credentials', given: openApi, expect: 'n/a' },
]);

/** Grants on pages that teach customers to guard their own APIs are not those of the business. */
import { expect, it } from 'vitest';
import { asTheReaders } from '../../../../lib/scan/read/whose.ts';
import { statement } from '../judge/facts.ts';

const grant = statement('grant:client_credentials', 'Use the client credentials grant.', { strength: 3 });
const bearer = statement('bearer', 'Send it as a Bearer token.', { strength: 3 });
const page = (text: string, kind: 'prose' | 'code' = 'prose') => ({
  blocks: [{ kind, text, region: 'main' as const, heading: '' }],
});

it.each([
  ['Let services of your customers call your API.', 'customers'],
  ['Your API verifies the access token with our JWKS.', 'customers'],
  ['Protect your own APIs with one line.', 'customers'],
  ['Protect your API keys.', 'api'],
  ['Your API calls are counted.', 'api'],
  ['Your application calls our API.', 'api'],
  ['So schützen Sie Ihre eigene API mit unseren Tokens.', 'customers'],
  ['Protégez votre API en une ligne.', 'customers'],
  ['Proteja su API con nuestro servicio.', 'customers'],
  ['Proteja a sua API com nosso serviço.', 'customers'],
  ['Proteggi la tua API con una riga.', 'customers'],
  ['Beveilig je eigen API.', 'customers'],
  ['Zabezpiecz swoje API.', 'customers'],
  ['Защитите свой API.', 'customers'],
  ['自社のAPIを保護します。', 'customers'],
  ['保护您的 API。', 'customers'],
  ['귀하의 API를 보호하세요.', 'customers'],
  ['Schützen Sie Ihren Schlüssel; die API prüft ihn.', 'api'],
  ['Proteja su clave de API.', 'api'],
  ['Schützen Sie Ihre API-Schlüssel.', 'api'],
  ['Protégez votre API key.', 'api'],
] as const)('%s: %s', (text, subject) => {
  expect(asTheReaders(page(text), [grant, bearer])).toEqual([{ ...grant, subject }, bearer]);
});

it('says nothing in code', () => {
  expect(asTheReaders(page('# call your API', 'code'), [grant])).toEqual([grant]);
});

/**
 * What the engine is known to get wrong, world by world: items as `part id`, with the reason. The test of a world fails when it gets
 * more wrong than this, and also when something listed here has become right: then the line goes.
 */
export const open: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  auth0: { 'outcome outcome': 'every customer has a host of their own, so no challenge is seen (DESIGN §6: blocked)' },
  glyphstack: {
    'outcome outcome': '{__typename} is open where every field needs a token',
  },
  nhs: {
    'signal self-service-keys': 'keys “for integration testing” are not read as keys for tests',
    'anti-pattern manual-key-approval': 'the same',
  },
  'problem-details': {
    'signal token-expiry': 'that tokens are “created and rotated with POST” is not read as renewing',
  },
  'booking-demand': {
    'signal self-service-keys':
      'a contract with one product and keys made by oneself with another are read as one API’s',
    'anti-pattern manual-key-approval': 'the same',
  },
  'darwin-ldbws': {
    'outcome outcome': 'a SOAP service is found by its WSDL and asked by GET alone, which it answers with a page',
    'signal structured-401': 'the same',
    'signal bearer-token': 'a token in the envelope of SOAP is not read from the documentation',
    'signal self-service-keys': 'the same',
    'anti-pattern session-cookie-only': 'the same',
  },
  openproject: {
    'signal self-service-keys': 'an account that an office unlocks for members is not read as a condition of the keys',
  },
  moodle: {
    'signal token-expiry': 'a key for a year after which a person applies again is not read in Portuguese',
    'signal scope-restriction': 'services that a token is made for are not read as its limits',
  },
  zammad: {
    'signal self-service-keys':
      'an account that suppliers are given after a contract is not read as a condition of the token',
    'signal scope-restriction': 'permissions that are ticked at a token are not read in Dutch',
  },
  harbor: { 'signal scope-restriction': 'permissions of a robot account are not read as scopes' },
  dataverse: {
    'signal token-expiry': 'a manual on the maker’s host, of which one page of three is read',
    'signal scope-restriction': 'the same',
  },
  aemet: { 'signal self-service-keys': 'a key by e-mail after a form, told in Spanish, is not read as a key at once' },
  erste: {
    'anti-pattern browser-only-oauth': 'a key that goes beside the bearer token is read as a way in of its own',
  },
  jina: { 'signal self-service-keys': 'a key that comes with the page, without any account, is not read' },
  opendart: {
    'outcome outcome':
      'errors under 200 by a number alone, and without a key the number says that a value does not fit',
    'signal structured-401': 'the same',
  },
};

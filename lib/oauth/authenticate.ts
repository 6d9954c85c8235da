/** Who asks the token endpoint: Basic, secret in the body, or a signed assertion (RFC 6749 §2.3.1, RFC 7523 §2.2). */
import { createLocalJWKSet, decodeJwt, errors, jwtVerify, type JSONWebKeySet, type JWTPayload } from 'jose';
import { db } from '../db/index.ts';
import { findClient, noteUse, type Client } from './clients.ts';
import { OAuthError } from './errors.ts';
import { digest, matches } from './secrets.ts';

export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** Signatures that are taken; `none` and shared keys are not. */
export const assertionAlgorithms = ['ES256', 'ES384', 'PS256', 'RS256', 'EdDSA', 'Ed25519'];
/** An assertion may be as old, and may be good for as long (RFC 7523 §3). */
const assertionSeconds = 600;
const toleranceSeconds = 30;

const unknownClient = (message: string, basic: boolean) =>
  new OAuthError(
    'invalid_client',
    message,
    401,
    basic ? { 'www-authenticate': 'Basic realm="token endpoint", charset="UTF-8"' } : {},
  );

const wrong =
  'The client is unknown, expired, or its secret is wrong. Register at the registration_endpoint of the metadata.';

/** Undoes the form encoding inside Basic (RFC 6749 §2.3.1); null when it is none. */
function formDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

function basicPair(field: string): { id: string; secret: string } | null {
  const encoded = /^basic +([A-Za-z0-9+/_-]+=*)$/i.exec(field)?.[1];
  if (encoded === undefined) return null;
  const [id, secret] = Buffer.from(encoded, 'base64').toString('utf8').split(/:(.*)/s).map(formDecoded);
  return typeof id === 'string' && typeof secret === 'string' ? { id, secret } : null;
}

async function bySecret(id: string, secret: string, basic: boolean): Promise<Client> {
  const client = await findClient(id);
  const known = client && client.authMethod !== 'api_key' && client.authMethod !== 'private_key_jwt' ? client : null;
  if (!matches(secret, known?.secretHash ?? null) || !known) throw unknownClient(wrong, basic);
  return known;
}

/** What an assertion says before it is verified; null when it is no JWT. */
function claimsOf(assertion: string): JWTPayload | null {
  try {
    return decodeJwt(assertion);
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return null;
    throw error;
  }
}

/** The claims of an assertion that holds. Nothing but what strangers sent takes part in it, so whatever is thrown is their mistake. */
async function verified(
  assertion: string,
  { id, jwks }: Pick<Client, 'id'> & { jwks: JSONWebKeySet },
  audience: string[],
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(assertion, createLocalJWKSet(jwks), {
      issuer: id,
      subject: id,
      audience,
      algorithms: assertionAlgorithms,
      requiredClaims: ['exp', 'jti'],
      clockTolerance: toleranceSeconds,
    });
    return payload;
  } catch (error) {
    const why =
      error instanceof errors.JOSEError ? error.message.replaceAll(/["\\]/g, "'") : 'the registered key is none';
    throw unknownClient(`client_assertion does not hold: ${why}.`, false);
  }
}

async function byAssertion(assertion: string, audiences: string[]): Promise<Client> {
  const named = claimsOf(assertion)?.sub;
  const client = typeof named === 'string' ? await findClient(named) : null;
  if (!client?.jwks)
    throw unknownClient('No client with this sub has registered keys. Register with private_key_jwt and jwks.', false);
  const { exp = 0, jti = '' } = await verified(assertion, { id: client.id, jwks: client.jwks }, audiences);
  if (exp * 1000 - Date.now() > (assertionSeconds + toleranceSeconds) * 1000)
    throw unknownClient('exp is too far away: sign an assertion for at most ten minutes.', false);
  await useOnce(`${client.id} ${jti}`, new Date((exp + toleranceSeconds) * 1000));
  return client;
}

/** @throws {OAuthError} when the assertion was seen before. */
async function useOnce(what: string, expiresAt: Date): Promise<void> {
  const { count } = await db().usedOnce.createMany({ data: [{ hash: digest(what), expiresAt }], skipDuplicates: true });
  if (count === 0)
    throw unknownClient('This client_assertion was used before: sign a new one with another jti.', false);
}

/**
 * The client that sent a request to an OAuth endpoint. `audiences`: what an assertion may be made out to, the issuer and the endpoint.
 * @throws {OAuthError} `invalid_request` for none or several methods at once, `invalid_client` for a wrong one.
 */
export async function authenticateClient(
  authorization: string | null,
  form: ReadonlyMap<string, string>,
  audiences: string[],
): Promise<Client> {
  const ways = [authorization !== null, form.has('client_secret'), form.has('client_assertion')].filter(Boolean).length;
  if (ways > 1)
    throw new OAuthError(
      'invalid_request',
      'Send the credentials of the client in one way only: Basic, client_secret or client_assertion.',
    );
  let client: Client;
  if (authorization !== null) {
    const pair = basicPair(authorization);
    if (!pair) throw unknownClient('Authorization must be Basic with client_id and client_secret.', true);
    if (form.has('client_id') && form.get('client_id') !== pair.id)
      throw new OAuthError('invalid_request', 'client_id in the body is another than in Authorization.');
    client = await bySecret(pair.id, pair.secret, true);
  } else if (form.has('client_secret')) {
    client = await bySecret(form.get('client_id') ?? '', form.get('client_secret') ?? '', false);
  } else if (form.has('client_assertion')) {
    if (form.get('client_assertion_type') !== assertionType)
      throw new OAuthError('invalid_request', `client_assertion_type must be ${assertionType}.`);
    client = await byAssertion(form.get('client_assertion') ?? '', audiences);
  } else {
    throw unknownClient(
      'Send client_id and client_secret, as Basic or in the body, or a client_assertion. Register at the registration_endpoint of the metadata.',
      true,
    );
  }
  await noteUse(client);
  return client;
}

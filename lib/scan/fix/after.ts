/** What a second scan would see, as far as fixes change it. Each function takes what looking found and returns what it would find. */
import type { AuthorizationServer, Call, CallAnswer, Evidence, Statement } from '../types.ts';
import type { Case } from '../judge/case.ts';
import type { Places } from './places.ts';
import type { Seen } from './types.ts';

const withEvidence = (seen: Seen, evidence: Partial<Evidence>): Seen => ({
  ...seen,
  evidence: { ...seen.evidence, ...evidence },
});

const challengeOf = (text: string, failed: boolean): CallAnswer['challenges'][number] => {
  const [scheme = '', ...rest] = text.split(' ');
  const parameters = Object.fromEntries(
    [...rest.join(' ').matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
  return {
    scheme,
    parameters: failed ? { ...parameters, error: 'invalid_token' } : parameters,
    token68: null,
    faults: [],
  };
};

function refusal(answer: CallAnswer, challenge: string, failed: boolean): CallAnswer {
  return {
    ...answer,
    status: 401,
    contentType: 'application/json',
    challenges: [challengeOf(challenge, failed)],
    location: null,
    loginPage: false,
    wall: null,
    error: {
      format: 'json',
      level: 'names',
      identifier: failed ? 'invalid_token' : 'missing_token',
      message: failed ? 'The token is unknown, expired or revoked.' : 'Send the credential that the challenge names.',
      envelope: false,
      speaksOfCredentials: true,
    },
    digest: failed ? 'failed' : 'missing',
  };
}

/** Every protected endpoint refuses with this challenge and a JSON body; a bad bearer token is told apart where the challenge is Bearer. */
export function refusing(seen: Seen, { access }: Case, challenge: string): Seen {
  const guarded = new Set(access.guarded.map(({ call }) => call.url));
  const bearer = challenge.startsWith('Bearer');
  const calls = seen.evidence.calls.map((call): Call => {
    if (!guarded.has(call.url) || !call.bare) return call;
    return {
      ...call,
      bare: refusal(call.bare, challenge, false),
      bearer: refusal(call.bearer ?? call.bare, challenge, bearer),
      invented: refusal(call.invented ?? call.bare, challenge, false),
    };
  });
  return withEvidence(seen, { calls });
}

/** Metadata as it has to be: conforming, at the place that the standards derive. */
export const conforming: Pick<AuthorizationServer, 'conformance' | 'faults' | 'standardPlace'> = {
  conformance: 'conforming',
  faults: [],
  standardPlace: true,
};

/** The metadata at its standard place, with whatever is changed in it. */
export function publishing(seen: Seen, places: Places, over: Partial<AuthorizationServer>): Seen {
  const { slots } = places;
  const known = places.server;
  const published: AuthorizationServer = {
    ...conforming,
    via: 'metadata',
    evidence: [],
    kind: 'oauth',
    tokenEndpoint: slots.TOKEN_URL.value,
    authorizationEndpoint: places.authorizationUrl,
    deviceAuthorizationEndpoint: null,
    registrationEndpoint: null,
    userinfoEndpoint: null,
    revocationEndpoint: null,
    introspectionEndpoint: null,
    grantTypes: places.grants,
    responseTypes: null,
    authMethods: ['client_secret_basic', 'client_secret_post'],
    scopes: places.scopes.length > 0 ? places.scopes : null,
    pkceMethods: null,
    clientIdMetadataDocument: false,
    serviceDocumentation: null,
    grantProfiles: null,
    agentIdentityTypes: null,
    agentEndpoint: null,
    ...known,
    url: known?.url ?? slots.SERVER_METADATA_URL.value,
    issuer: known?.issuer ?? slots.ISSUER.value,
    ...over,
  };
  const others = seen.evidence.authorizationServers.filter((one) => one !== known);
  return withEvidence(seen, { authorizationServers: [published, ...others] });
}

/** RFC 9728 metadata of the API, where none was seen. */
export function describingResource(seen: Seen, { slots, scopes }: Places): Seen {
  if (seen.evidence.protectedResources.length > 0) return seen;
  const resource = {
    ...{ url: slots.RESOURCE_METADATA_URL.value, via: 'convention' as const, evidence: [] },
    ...{ resource: slots.RESOURCE.value, conformance: 'conforming' as const, faults: [] },
    ...{ authorizationServers: [slots.ISSUER.value], scopes: scopes.length > 0 ? scopes : null },
    ...{ bearerMethods: ['header'], documentation: null },
  };
  return withEvidence(seen, { protectedResources: [resource] });
}

/** The token endpoint knows the grant and goes on to the client. */
export function granting(seen: Seen, { slots }: Places): Seen {
  const url = slots.TOKEN_URL.value;
  const known = seen.evidence.tokenEndpoints.find((one) => one.url === url);
  const endpoint = {
    ...{ via: 'metadata' as const, evidence: [], basic: null, body: null, bogus: null, json: null },
    ...{ tokenExchange: 'unknown' as const, jwtBearer: 'unknown' as const },
    ...known,
    ...{ url, row: 1, clientCredentials: 'supported' as const, life: 'alive' as const, reason: 'it knows the grant' },
  };
  return withEvidence(seen, {
    tokenEndpoints: [endpoint, ...seen.evidence.tokenEndpoints.filter((one) => one !== known)],
  });
}

/** Documentation says a sentence of this meaning. */
export function saying(
  seen: Seen,
  url: string,
  ...said: (Pick<Statement, 'topic' | 'quote'> & Partial<Statement>)[]
): Seen {
  const statements = said.map((one): Statement => ({
    ...{ polarity: 'affirm', subject: 'api', actor: null, condition: null, environment: null, credential: null },
    ...{ strength: 3, value: null, url, evidence: [] },
    ...one,
  }));
  return withEvidence(seen, { statements: [...statements, ...seen.evidence.statements] });
}

export { withEvidence };

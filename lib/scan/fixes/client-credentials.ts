import { basicClient, bodyClient } from './calls.ts';
import { securityPatch, serverMetadata } from './documents.ts';
import { tokenEndpointArtefacts } from './token-endpoint.ts';
import type { FixDefinition } from './types.ts';

export const clientCredentials: FixDefinition = {
  id: 'client-credentials',
  title: 'Offer the client_credentials grant',
  effort: 'hours',
  checklist: ['token-endpoint', 'client-authentication', 'token-response'],
  build(context) {
    const { grants } = context.subject;
    const byBrowser = grants.authorization_code.offered === 'yes' || grants.implicit.offered === 'yes';
    return {
      reason: byBrowser
        ? 'The way to a token leads through a browser and a person who clicks Allow. With client_credentials beside it, an agent trades its client id and secret for a token in one request.'
        : 'An agent has a client id and a secret, and no browser. client_credentials is the grant that asks for nothing else; what no document or answer speaks of, no client can use.',
      steps: [
        'Take POST {{TOKEN_URL}} with grant_type=client_credentials as application/x-www-form-urlencoded (RFC 6749 §4.4).',
        'Take client_id and client_secret in HTTP Basic and in the body, compare the secret in constant time, and keep only its hash.',
        'Answer with JSON: access_token, token_type Bearer, expires_in; send Cache-Control: no-store (RFC 6749 §5.1).',
        'Refuse with the registered codes: invalid_client, unsupported_grant_type, invalid_scope (RFC 6749 §5.2).',
        'List client_credentials in grant_types_supported at {{SERVER_METADATA_URL}}, since an omitted list means that it is not offered (RFC 8414 §2).',
        ...(byBrowser ? ['Keep the authorization code grant for calls on behalf of a person.'] : ['Say in your documentation at {{DOCS_URL}} where a client id and secret come from.']),
      ],
      checks: [
        { command: `curl -sS -i ${basicClient}-d grant_type=client_credentials {{TOKEN_URL}}`, expect: 'HTTP 200, Cache-Control: no-store, JSON with access_token, token_type and expires_in' },
        { command: `curl -sS -i ${bodyClient}-d grant_type=client_credentials {{TOKEN_URL}}`, expect: 'the same with the credentials in the body' },
        { command: `curl -sS -i -u nobody:wrong -d grant_type=client_credentials {{TOKEN_URL}}`, expect: 'HTTP 401, {"error":"invalid_client"}, a WWW-Authenticate field' },
        { command: `curl -sS -i -u nobody:wrong -d grant_type=no_such_grant {{TOKEN_URL}}`, expect: 'HTTP 400, {"error":"unsupported_grant_type"}' },
      ],
      artefacts: [...tokenEndpointArtefacts(context), serverMetadata(context, ['client_credentials']), securityPatch(context, [], true)],
    };
  },
};

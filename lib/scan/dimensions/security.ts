/** D7 Security: whether an agent can let itself in. Every number of it, and nothing else. */
import type { Dimension } from './types.ts';

export const security = {
  id: 'security',
  code: 'D7',
  name: 'Security',
  weight: 0.12,
  groups: [
    {
      id: 'challenge',
      title: 'Challenge',
      weight: 30,
      door: true,
      ladders: {
        'structured-401': {
          success: { value: 1, status: 'pass', meaning: '2xx JSON: verified with credentials, or open by design' },
          '401-names-error': { value: 0.87, status: 'pass', meaning: '401 with a JSON body that names the error' },
          '401-json': { value: 0.6, status: 'partial', meaning: '401 with JSON that names nothing' },
          '401-challenge': { value: 0.5, status: 'partial', meaning: '401 with WWW-Authenticate and no JSON' },
          'json-other-status': {
            value: 0.4,
            status: 'partial',
            meaning: 'a JSON or XML error under 403, 400, 404 or in a 200 envelope',
          },
          '401-text': { value: 0.35, status: 'partial', meaning: '401 with HTML or text and no challenge' },
          'login-redirect': { value: 0.05, status: 'fail', meaning: 'a redirect to a login page' },
          'no-answer-for-programs': { value: 0, status: 'fail', meaning: 'HTML 403, 5xx or a challenge page' },
        },
      },
    },
    {
      id: 'credential',
      title: 'Credential',
      weight: 30,
      door: true,
      ladders: {
        'client-credentials': {
          observed: { value: 1, status: 'pass', meaning: 'the token endpoint knows the grant' },
          declared: { value: 1, status: 'pass', meaning: 'metadata or the API description lists the grant' },
          federated: { value: 1, status: 'pass', meaning: 'a workload trades its own token: seen, or in a document' },
          'machine-grant': {
            value: 0.9,
            status: 'partial',
            meaning: 'JWT bearer or a machine grant of the vendor’s own',
            because:
              'Worth more than a grant that only the documentation describes, since the server or one of its documents for programs shows it; passed only in part, since few clients speak it.',
          },
          documented: { value: 0.8, status: 'pass', meaning: 'the documentation describes the grant' },
          'federated-documented': {
            value: 0.8,
            status: 'pass',
            meaning: 'the documentation describes how a workload trades its own token',
          },
          'machine-grant-documented': {
            value: 0.75,
            status: 'partial',
            meaning: 'the documentation describes a machine grant of the vendor’s own',
          },
          'device-code-only': {
            value: 0.4,
            status: 'fail',
            meaning: 'device code is the nearest thing to a machine grant',
          },
          'authorization-code-only': { value: 0.2, status: 'fail', meaning: 'authorization code only' },
          'implicit-only': { value: 0.05, status: 'fail', meaning: 'implicit only' },
          denied: { value: 0, status: 'fail', meaning: 'the grant is denied and nothing stands in for it' },
        },
        'bearer-token': {
          observed: { value: 1, status: 'pass', meaning: 'the API reads Authorization: Bearer' },
          declared: { value: 0.95, status: 'pass', meaning: 'the API description declares bearer tokens' },
          documented: { value: 0.8, status: 'pass', meaning: 'the documentation shows Authorization: Bearer' },
          'other-scheme': {
            value: 0.6,
            status: 'partial',
            meaning: 'a token in Authorization under another scheme word',
          },
          'own-header': { value: 0.6, status: 'fail', meaning: 'a key in a header of the vendor’s own' },
          basic: { value: 0.5, status: 'fail', meaning: 'HTTP Basic' },
          digest: { value: 0.4, status: 'fail', meaning: 'HTTP Digest' },
          signed: { value: 0.4, status: 'fail', meaning: 'a signature over each request, made with a secret' },
          query: { value: 0.3, status: 'fail', meaning: 'a key in the query string' },
          cookie: { value: 0.1, status: 'fail', meaning: 'a session cookie' },
          refused: { value: 0, status: 'fail', meaning: 'bearer tokens are refused' },
        },
      },
    },
    {
      id: 'discovery',
      title: 'Discovery',
      weight: 15,
      // An API that needs no credentials has nothing to discover; where no OAuth is offered, documented schemes stand in.
      needs: 'credential',
      standIn: { item: 'openapi-security', value: 1 },
      ladders: {
        'oauth-discovery': {
          valid: { value: 1, status: 'pass', meaning: 'valid metadata, found by the standards’ walk' },
          faulty: {
            value: 0.4,
            status: 'partial',
            meaning: 'faulty metadata, or only at an address that no standard names',
          },
          'token-endpoint-only': {
            value: 0.5,
            status: 'fail',
            meaning: 'a token endpoint is known, but no metadata is published',
            because:
              'Worth more than faulty metadata: an agent that knows the token endpoint can go on, one that believes a faulty document goes astray.',
          },
          none: { value: 0, status: 'fail', meaning: 'looked for, none published' },
        },
      },
    },
    {
      id: 'self-service',
      title: 'Self-service',
      weight: 12,
      ladders: {
        'self-service-keys': {
          'agent-sign-up': {
            value: 1,
            status: 'pass',
            meaning: 'a call without credentials gives out a key or an account',
          },
          'open-registration': {
            value: 1,
            status: 'pass',
            meaning: 'open dynamic registration or client ID metadata documents',
          },
          'instant-keys': { value: 0.9, status: 'pass', meaning: 'documented keys at once, nobody approves' },
          'sign-up': {
            value: 0.5,
            status: 'partial',
            meaning: 'a person signs up; whether anybody approves is unclear',
          },
          approval: { value: 0, status: 'fail', meaning: 'approval or sales first' },
        },
      },
    },
    {
      id: 'token-life',
      title: 'Token life',
      weight: 8,
      ladders: {
        'token-expiry': {
          renewable: { value: 1, status: 'pass', meaning: 'tokens expire and a program can renew or re-issue them' },
          'in-part': {
            value: 0.3,
            status: 'partial',
            meaning: 'opt-in, some token types only, or eternal but revocable',
          },
          'person-renews': { value: 0, status: 'fail', meaning: 'they expire and only a person can get new ones' },
        },
      },
    },
    {
      id: 'scope',
      title: 'Scope',
      weight: 5,
      ladders: {
        'scope-restriction': {
          scoped: { value: 1, status: 'pass', meaning: 'scopes or per-key permissions' },
          roles: { value: 0.5, status: 'partial', meaning: 'roles or read/write only' },
          none: { value: 0, status: 'fail', meaning: 'none, and that is visible' },
        },
      },
    },
  ],
  caps: {
    'plain-http': { limit: 39, meaning: 'tokens or credentials are asked for over plain HTTP' },
    'blocking-anti-pattern': { limit: 49, meaning: 'a blocking anti-pattern and no other path found' },
  },
} as const satisfies Dimension;

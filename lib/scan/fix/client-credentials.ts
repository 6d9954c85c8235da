import { conforming, describingResource, granting, publishing, refusing } from './after.ts';
import { basicClient, bodyClient, curlCall } from './calls.ts';
import { bearerChallenge, placeValues } from './challenge.ts';
import { plain, resourceMetadata, serverMetadata } from './documents.ts';
import { token, unknownClient, unknownGrant, letIn } from './expect.ts';
import { recommended } from './frameworks.ts';
import type { FixContext, FixDefinition } from './types.ts';

/** Something issues tokens already: what is handed out stands before it, or switches it on, and never in its place. */
const hasServer = ({ subject }: FixContext): boolean =>
  subject.evidence.tokenEndpoints.some((endpoint) => endpoint.life === 'alive') ||
  subject.evidence.authorizationServers.length > 0;

const change = {
  grant_types_supported: { add: ['client_credentials'] },
  token_endpoint_auth_methods_supported: { add: ['client_secret_basic', 'client_secret_post'] },
};

const secrets = (methods: readonly string[] | null | undefined) => [
  ...new Set([...(methods ?? []), 'client_secret_basic', 'client_secret_post']),
];

export const clientCredentials: FixDefinition = {
  id: 'client-credentials',
  title: 'Offer the client_credentials grant',
  checklist: ['token-endpoint', 'client-authentication', 'token-response'],
  after(seen, context) {
    const { places, subject } = context;
    const granted = publishing(granting(seen, places), places, {
      ...(places.server ? {} : conforming),
      grantTypes: [...new Set([...(places.server?.grantTypes ?? places.grants), 'client_credentials'])],
      authMethods: secrets(places.server?.authMethods),
    });
    // Where there is a server, its API takes its tokens already and refuses as it did.
    return hasServer(context)
      ? granted
      : refusing(describingResource(granted, places), subject, bearerChallenge(context));
  },
  build(context) {
    const { grants } = context.subject;
    const byBrowser = grants.authorization_code.offered === 'yes' || grants.implicit.offered === 'yes';
    const branch = hasServer(context);
    const values = placeValues(context, bearerChallenge(context));
    return {
      reason: byBrowser
        ? 'The way to a token leads through a browser and a person who clicks Allow. With client_credentials beside it, an agent trades its client id and secret for a token in one request.'
        : 'An agent has a client id and a secret, and no browser. client_credentials is the grant that asks for nothing else; a grant that no document or answer mentions, no client can use.',
      steps: [
        branch
          ? 'Switch the grant on in the authorization server behind {{TOKEN_URL}}: look in its settings for a client’s grant types, or for service accounts. Only if it has no such switch, put the branch below in front of it.'
          : 'Accept POST {{TOKEN_URL}} with grant_type=client_credentials as application/x-www-form-urlencoded (RFC 6749 §4.4), with a library of your ecosystem or with the files below.',
        'Accept client_id and client_secret in HTTP Basic and in the body, and store only a hash of the secret.',
        'Answer with JSON: access_token, token_type Bearer, expires_in; send Cache-Control: no-store (RFC 6749 §5.1).',
        'Accept these tokens at {{API_URL}} beside the credentials that it accepts today.',
        'List client_credentials in grant_types_supported at {{SERVER_METADATA_URL}}, since leaving the list out means that the grant is not offered (RFC 8414 §2).',
      ],
      keeps: [
        ...(branch
          ? [
              'Every other grant at {{TOKEN_URL}} is answered by what answers it today: authorization_code and refresh_token go on to it untouched.',
            ]
          : []),
        'People sign in as they do now; sessions and keys work as before.',
        ...(context.places.server ? ['Every other member of the metadata stays as it is.'] : []),
      ],
      undo: branch
        ? 'Switch the grant off, or take the branch out; the clients that people use were never touched.'
        : 'Take the lines out of your app. Clients and tokens are in one file that nothing else reads.',
      work: 'endpoint',
      checks: [
        { command: `curl -sS -i ${basicClient}-d grant_type=client_credentials {{TOKEN_URL}}`, expect: token },
        { command: `curl -sS -i ${bodyClient}-d grant_type=client_credentials {{TOKEN_URL}}`, expect: token },
        {
          command: `curl -sS -i -u nobody:wrong -d grant_type=client_credentials {{TOKEN_URL}}`,
          expect: unknownClient,
        },
        { command: `curl -sS -i -u nobody:wrong -d grant_type=no_such_grant {{TOKEN_URL}}`, expect: unknownGrant },
        { command: curlCall(context.places, `-H "Authorization: Bearer $TOKEN" `), expect: letIn },
      ],
      artefacts: [
        ...serverMetadata(context, change),
        ...(branch
          ? []
          : [
              resourceMetadata(context),
              plain({
                title: 'Before you write one: authorization servers of each ecosystem',
                language: 'markdown',
                text: recommended().join('\n'),
              }),
            ]),
      ],
      code: { kinds: branch ? ['token-branch', 'beside'] : ['token-endpoint', 'beside', 'metadata'], values },
    };
  },
};

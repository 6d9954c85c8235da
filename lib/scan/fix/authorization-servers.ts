/**
 * Authorization servers, a row each. A row counts only on evidence that names the product, and its advice keeps to what the vendor documents:
 * the words of menus and settings are the vendor's.
 */
import { filesOf, grant, type Product } from './product.ts';
import { any, atHost, atPath, both, says, sends, setsCookie } from './signs.ts';

export const authorizationServers: readonly Product[] = [
  {
    id: 'keycloak',
    name: 'Keycloak',
    manual: 'https://www.keycloak.org/docs/latest/server_admin/#_service_accounts',
    checked: '2026-11',
    signs: any(says('/protocol/openid-connect/token'), atPath('*/protocol/openid-connect/*')),
    advice: grant([
      'In the admin console open Clients > Create client, type OpenID Connect.',
      'Under Capability config turn Client authentication on and tick Service accounts roles; leave Standard flow off for a machine.',
      'Hand out the client id and the secret from the tab Credentials, and give roles under Service accounts roles.',
    ]),
  },
  {
    id: 'auth0',
    name: 'Auth0',
    manual: 'https://auth0.com/docs/get-started/auth0-overview/create-applications/machine-to-machine-apps',
    checked: '2026-11',
    signs: any(atHost('auth0.com'), sends('x-auth0-requestid'), says('"mfa_challenge_endpoint"')),
    advice: grant([
      'In the dashboard open Applications > APIs and make sure that your API is there; its Identifier is the audience.',
      'Open Applications > Applications > Create Application and choose Machine to Machine Applications; select that API, then the Permissions that the program needs, and click Authorize.',
      'Say in your documentation at {{DOCS_URL}} that the token request wants the parameter audience.',
    ]),
  },
  {
    id: 'okta',
    name: 'Okta',
    manual: 'https://developer.okta.com/docs/guides/implement-grant-type/clientcreds/main/',
    checked: '2026-11',
    signs: any(atHost('okta.com', 'oktapreview.com', 'okta-emea.com'), sends('x-okta-request-id')),
    advice: grant([
      'In the Admin Console open Applications > Applications > Create App Integration and choose API Services.',
      'Under Security > API open your custom authorization server and add a scope; under Access Policies assign a policy to the app, with a rule whose “IF Grant type is” holds Client Credentials.',
    ]),
  },
  {
    id: 'entra-id',
    name: 'Microsoft Entra ID',
    manual: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow',
    checked: '2026-11',
    signs: any(
      atHost('login.microsoftonline.com', 'ciamlogin.com', 'b2clogin.com'),
      sends('x-ms-ests-server'),
      says('AADSTS', '"tenant_region_scope"'),
    ),
    advice: grant([
      'In App registrations open the registration of your API and add an app role whose allowed member types are Applications.',
      'Make a registration for the program, add a secret or a certificate under Certificates & secrets, and give it the role under API permissions > Application permissions with admin consent.',
      'Say at {{DOCS_URL}} that the scope of the token request is the API’s Application ID URI followed by /.default.',
    ]),
  },
  {
    id: 'cognito',
    name: 'Amazon Cognito',
    manual: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html',
    checked: '2026-11',
    signs: any(atHost('amazoncognito.com'), says('https://cognito-idp.')),
    advice: grant([
      'In the user pool, which needs a domain, define a resource server with custom scopes: client_credentials grants no others.',
      'Create an app client of the type Machine-to-machine application: it has a secret, the grant Client credentials and those scopes. A client has this grant or those of people, not both.',
    ]),
  },
  {
    id: 'ping',
    name: 'Ping Identity',
    manual: 'https://docs.pingidentity.com/pingone/applications/p1_application_types.html',
    checked: '2026-11',
    signs: any(
      atHost('pingone.com', 'pingone.eu', 'pingone.asia', 'pingone.ca'),
      says('/as/token.oauth2'),
      setsCookie('PF'),
    ),
    advice: grant([
      'PingOne: under Applications add an application of the type OIDC Web App and select Client Credentials as Grant Type. A Worker is no answer here: it is an administrator of PingOne itself.',
      'PingFederate: open Applications > OAuth > Clients > Add Client and select Client Credentials under Allowed Grant Types.',
      'Give it the scopes of your resource.',
    ]),
  },
  {
    id: 'forgerock',
    name: 'ForgeRock / PingAM',
    manual: 'https://docs.pingidentity.com/pingam/8/am-oauth2/oauth2-client-cred-grant.html',
    checked: '2026-11',
    signs: any(setsCookie('iPlanetDirectoryPro'), says('/oauth2/realms/root/'), atPath('*/oauth2/realms/root/*')),
    advice: grant([
      'Open Realms > your realm > Applications > OAuth 2.0 > Clients > Add Client; under Core its Client type is Confidential.',
      'Under Advanced add Client Credentials to Grant Types; the Grant Types of the OAuth2 Provider service must hold it too.',
    ]),
  },
  {
    id: 'curity',
    name: 'Curity Identity Server',
    manual: 'https://curity.io/docs/identity-server/profiles/token-profile/clients/client-config/capabilities',
    checked: '2026-11',
    signs: any(says('/oauth/v2/oauth-token'), atPath('*/oauth/v2/oauth-token')),
    advice: grant([
      'Under Profiles > Token Service > Client Settings enable the client capability Client Credentials for the profile.',
      'Under Clients > New add the capability Client Credentials Flow, set a secret under Client Authentication, and commit.',
    ]),
  },
  {
    id: 'hydra',
    name: 'Ory Hydra',
    manual: 'https://www.ory.sh/docs/hydra/guides/oauth2-clients',
    checked: '2026-11',
    signs: any(
      setsCookie('ory_hydra*'),
      says(
        'Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method)',
        '"credentials_endpoint_draft_00"',
      ),
    ),
    advice: grant(['Create a client with the grant type client_credentials; the server needs no other switch.'], {
      artefacts: filesOf('hydra'),
    }),
  },
  {
    id: 'zitadel',
    name: 'ZITADEL',
    manual: 'https://zitadel.com/docs/guides/integrate/client-credentials',
    checked: '2026-11',
    signs: any(atHost('zitadel.cloud'), both(says('/oidc/v1/userinfo'), says('/oauth/v2/token'))),
    advice: grant([
      'Navigate to Service Users, click New, and create one for the program.',
      'Open Actions in the top right corner and click Generate Client Secret: it shows ClientID and ClientSecret once.',
      'Say at {{DOCS_URL}} that the scope of the token request must hold openid.',
    ]),
  },
  {
    id: 'authentik',
    name: 'authentik',
    manual: 'https://docs.goauthentik.io/add-secure-apps/providers/oauth2/machine_to_machine',
    checked: '2026-11',
    signs: any(
      sends('x-authentik-id'),
      sends('x-powered-by', '*authentik*'),
      setsCookie('authentik_*'),
      atPath('/application/o/*'),
    ),
    advice: grant([
      'Create a service account with an app password for the program. It sends client_id, and its username and app password as username and password, or both in base64 as client_secret.',
      'Or hand out the client secret of a provider of its own: since 2024.4 that alone gets a token, for a service account that is made by itself.',
      'Let the account use the application by a binding, and select the scope mappings on the OAuth2 provider.',
    ]),
  },
  {
    id: 'fusionauth',
    name: 'FusionAuth',
    manual: 'https://fusionauth.io/docs/lifecycle/authenticate-users/oauth/#example-client-credentials-grant',
    checked: '2026-11',
    signs: any(setsCookie('fusionauth.*'), says('"FusionAuth"')),
    advice: grant([
      'The grant belongs to Entity Management: define an entity type for your API with its permissions, and one entity for the API.',
      'Make an entity for the program, grant it permissions on the API’s entity, and hand out its client id and secret.',
    ]),
  },
  {
    id: 'supabase',
    name: 'Supabase',
    manual: 'https://supabase.com/docs/guides/auth/oauth-server',
    checked: '2026-11',
    signs: any(atHost('supabase.co'), sends('sb-project-ref')),
    advice: {
      'client-credentials': {
        steps: [
          'The OAuth server of Supabase Auth knows authorization_code and refresh_token, both for people; a program needs an endpoint of your own in front of it, such as the branch below in a server of yours.',
          'Never hand out the secret or service_role key of the project to a program of somebody else: it passes Row Level Security.',
        ],
        instead: false,
      },
    },
  },
  {
    id: 'clerk',
    name: 'Clerk',
    manual: 'https://clerk.com/docs/guides/development/machine-auth/overview',
    checked: '2026-11',
    signs: any(atHost('clerk.accounts.dev', 'clerk.com'), sends('x-clerk-auth-status'), sends('x-clerk-auth-reason')),
    advice: {
      'client-credentials': {
        steps: [
          'Clerk has no client_credentials grant; its M2M tokens are for services of your own. For programs of others switch on API keys, and take them at {{API_URL}} beside session tokens.',
          'Where an agent is to come with a client id and a secret, put the branch below in front.',
        ],
        instead: false,
      },
    },
  },
  {
    id: 'workos',
    name: 'WorkOS AuthKit',
    manual: 'https://workos.com/docs/authkit/connect/m2m',
    checked: '2026-11',
    signs: any(atHost('authkit.app', 'workos.com'), setsCookie('wos-session')),
    advice: grant([
      'In the WorkOS Dashboard open Connect and create an application of the type M2M for the organization that is to have access; its tokens carry org_id.',
      'Hand out its client id and secret.',
    ]),
  },
  {
    id: 'stytch',
    name: 'Stytch',
    manual: 'https://stytch.com/docs/api-reference/b2b/api/m2m/overview',
    checked: '2026-11',
    signs: any(atHost('stytch.com'), says('"https://stytch.com/docs')),
    advice: grant([
      'Create an M2M client with its scopes, in the Stytch Dashboard or by POST /v1/m2m/clients; its secret is shown once.',
      'Say at {{DOCS_URL}} that tokens come from /v1/public/<project id>/oauth2/token or, with your secret, from /v1/m2m/token.',
    ]),
  },
  {
    id: 'better-auth',
    name: 'Better Auth',
    manual: 'https://better-auth.com/docs/plugins/oauth-provider',
    checked: '2026-11',
    signs: any(setsCookie('better-auth.* __Secure-better-auth.*'), says('/api/auth/oauth2/token')),
    advice: grant(
      [
        'Let grantTypes of the plugin oauthProvider hold client_credentials; where the option is left out, it does already.',
        'Let scopes hold one of your API, such as read: a program may have none of openid, profile, email and offline_access, and gets no token without a scope.',
        'Say with clientPrivileges who may give a client such scopes: without that option nobody may. The file with-machines.ts does all three.',
        'Make a client with auth.api.adminCreateOAuthClient, in the session of that person: grant_types ["client_credentials"], and in client_credentials_scopes what it may have. The file make-oauth-client.ts does so for the account whose address and password are in OPERATOR_EMAIL and OPERATOR_PASSWORD; the command below runs it with tsx.',
        'A token is opaque unless its request names a resource, and the introspection endpoint tells of it only to the client that got it, or to one linked to its resource. If your API asks there or checks an audience, link the client with auth.api.adminLinkClientResource, and say at {{DOCS_URL}} that the token request wants the parameter resource.',
      ],
      {
        undo: 'Disable or delete the client, and take withMachines out of the options of the plugin.',
        artefacts: filesOf('better-auth'),
      },
    ),
  },
  {
    id: 'oidc-provider',
    name: 'node-oidc-provider',
    manual: 'https://github.com/panva/node-oidc-provider/blob/main/docs/README.md#featuresclientcredentials',
    checked: '2026-11',
    signs: says(
      '"error":"invalid_client","error_description":"client authentication failed"',
      'unsupported grant_type requested',
      'unrecognized route or not allowed method',
      'no client authentication mechanism provided',
    ),
    advice: grant(
      [
        'Set features.clientCredentials.enabled to true in the configuration of the Provider; the metadata follows by itself.',
        'Add a client for machines beside the clients that are there, with grant_types ["client_credentials"], no redirect_uris and no response_types. The file below does both.',
        'Name the scopes of your API under scopes, and give the tokens an audience with features.resourceIndicators if your API checks one.',
      ],
      {
        undo: 'Take withMachines out of the configuration.',
        artefacts: filesOf('oidc-provider'),
      },
    ),
  },
  {
    id: 'doorkeeper',
    name: 'Doorkeeper',
    manual: 'https://doorkeeper.gitbook.io/guides/ruby-on-rails/configuration',
    checked: '2026-11',
    publishes: false,
    framework: 'Rails',
    signs: any(
      sends('www-authenticate', '*realm="doorkeeper"*'),
      says(
        'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
      ),
    ),
    advice: grant(
      [
        'Add client_credentials to grant_flows in config/initializers/doorkeeper.rb, and let allow_blank_redirect_uri say yes: a program has no page to be sent back to.',
        'Make a confidential application for the program with the command below.',
        'Doorkeeper publishes no metadata: serve the document below at {{SERVER_METADATA_URL}}, or a client cannot learn of the grant.',
      ],
      { artefacts: filesOf('doorkeeper', 'ruby') },
    ),
  },
  {
    id: 'django-oauth-toolkit',
    name: 'django-oauth-toolkit',
    manual: 'https://django-oauth-toolkit.readthedocs.io/en/latest/management_commands.html',
    checked: '2026-11',
    publishes: false,
    framework: 'Django',
    signs: atPath('*/o/token/'),
    advice: {
      ...grant(
        [
          'Register an application for the program with client type “confidential” and authorization grant type “client-credentials”, as the command below does; the endpoint needs no other switch.',
          'With Django REST framework put OAuth2Authentication beside the classes that are in DEFAULT_AUTHENTICATION_CLASSES.',
          'Its metadata names no grants: serve the document below at {{SERVER_METADATA_URL}}, or a client cannot learn of this one.',
        ],
        { artefacts: filesOf('django-oauth-toolkit') },
      ),
      'self-service-keys': {
        steps: [
          'Include the application management views beside the token views: whoever has signed in registers applications at applications/register/ by themselves.',
          'For a program without such a person run the command below; it needs no other switch, and the application works at once.',
          'Say so at {{DOCS_URL}} in plain words: who may register, that nobody approves it, and what its limits are.',
        ],
        instead: false,
        artefacts: filesOf('django-oauth-toolkit'),
      },
    },
  },
  {
    id: 'laravel-passport',
    name: 'Laravel Passport',
    manual: 'https://laravel.com/docs/passport#client-credentials-grant',
    checked: '2026-11',
    publishes: false,
    framework: 'Laravel',
    signs: says(
      '"hint":"Check that all required parameters have been provided"',
      'Check that all required parameters have been provided',
    ),
    advice: grant(
      [
        'Create a client with the command below; the endpoint needs no other switch.',
        'auth:api refuses the tokens of programs: keep it on the routes for people, and guard those for programs with the middleware EnsureClientIsResourceOwner.',
        'A route for both takes CheckToken instead, which accepts either token. Before version 13 both are called CheckClientCredentials.',
        'Passport publishes no metadata: serve the document below at {{SERVER_METADATA_URL}}, or a client cannot learn of the grant.',
      ],
      { artefacts: filesOf('laravel-passport') },
    ),
  },
  {
    id: 'spring-authorization-server',
    name: 'Spring Authorization Server',
    manual: 'https://docs.spring.io/spring-authorization-server/reference/core-model-components.html#registered-client',
    checked: '2026-11',
    signs: says('"OAuth 2.0 Parameter: ', 'rfc6749#section-5.2"'),
    advice: grant(
      [
        'Register a client whose authorization grant types hold client_credentials; the endpoint and the metadata need no other switch.',
        'Keep its secret encoded, with the id of the encoder in front, such as {bcrypt}.',
      ],
      { artefacts: filesOf('spring-authorization-server') },
    ),
  },
  {
    id: 'openiddict',
    name: 'OpenIddict',
    manual: 'https://documentation.openiddict.com/configuration/application-permissions',
    checked: '2026-11',
    signs: says('documentation.openiddict.com/errors/'),
    advice: grant([
      'Call AllowClientCredentialsFlow() on the server options, beside the flows that are allowed, and SetTokenEndpointUris(…) if it is not set.',
      'In the token endpoint answer request.IsClientCredentialsGrantType() with a principal of the client; leave the other branches as they are.',
      'Give the application the permissions Endpoints.Token and GrantTypes.ClientCredentials.',
    ]),
  },
  {
    id: 'identityserver',
    name: 'Duende IdentityServer',
    manual: 'https://docs.duendesoftware.com/identityserver/v7/fundamentals/clients',
    checked: '2026-11',
    signs: says('/connect/checksession'),
    advice: grant([
      'Add a Client with AllowedGrantTypes = GrantTypes.ClientCredentials, ClientSecrets and AllowedScopes; the endpoint and the metadata need no other switch.',
    ]),
  },
];

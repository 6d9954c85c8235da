import { type Entry, of } from './entry.ts';

/** Clouds, developer tools, identity and monitoring, in their manuals' way of putting it. Labelled before the reader ran on them (November 2026). */
export const platforms: readonly Entry[] = [
  of(
    'docs.github.com',
    ['+expires=3600', 'The installation access token will expire after 1 hour.'],
    [
      '+self-service +scopes',
      'In the left sidebar, under Personal access tokens, click Fine-grained tokens, then Generate new token. Under Permissions, select which permissions to grant the token.',
    ],
    [
      '',
      'Classic personal access tokens that have not been used in a year are removed automatically.',
      '+expires +revocable',
    ],
    [
      '',
      'If the organization requires approval for fine-grained personal access tokens, your token is marked as pending until an owner has reviewed it.',
      '+approval',
    ],
    [
      '',
      'You cannot authenticate with your username and password; password authentication has been removed from the API.',
      '-basic -grant:password',
    ],
    ['+grant:device_code', 'The device flow lets you authorize users for a headless application, such as a CLI tool.'],
    [
      '+expires=28800 +grant:refresh_token',
      'User access tokens that expire do so after 8 hours; the refresh token that comes with them lasts six months.',
    ],
    ['-grant:implicit', 'The implicit grant type is not supported.'],
    [
      '+bearer',
      'In most cases, you can use Authorization: Bearer or Authorization: token to pass a token.',
      '+scheme-word=token',
    ],
    ['', 'To use your GITHUB_TOKEN in a workflow, reference it as a secret.'],
  ),
  of(
    'docs.gitlab.com',
    [
      '+key-header=PRIVATE-TOKEN',
      'curl --header "PRIVATE-TOKEN: <your_access_token>" "https://gitlab.example.com/api/v4/projects"',
    ],
    [
      '+expires',
      'Personal access tokens expire on a date you define, at midnight UTC; the maximum is 400 days.',
      '+expires=34560000',
    ],
    ['-never-expires', 'The ability to create personal access tokens that do not expire has been removed.', '+expires'],
    [
      '+roles',
      'Project access tokens are bot users with a role you choose: Guest, Reporter, Developer, Maintainer or Owner.',
      '+scopes',
    ],
    ['+grant:password', 'Resource owner password credentials are still available, though we advise against them.', ''],
    [
      '+revocable',
      'Rotate a token with POST /personal_access_tokens/:id/rotate: the old one is revoked and a new one is returned.',
      '+renews',
    ],
    [
      '+grant:authorization_code +grant:authorization_code_pkce',
      'Supported flows: authorization code with PKCE, for both confidential and public clients.',
    ],
    ['', 'Deploy tokens let you clone with a username and password.', '+basic'],
  ),
  of(
    'developer.bitbucket.org',
    ['+expires=7200', 'Our access tokens expire in two hours; when this happens you get 401 responses.'],
    ['-grant:implicit', 'Bitbucket no longer offers the implicit grant.'],
    ['+basic', 'App passwords replace your account password in basic authentication.'],
  ),
  of(
    'docs.aws.amazon.com',
    [
      '+self-service',
      'In the IAM console, choose Users, your user name, then Security credentials, and in Access keys choose Create access key.',
    ],
    [
      '+expires',
      'Temporary security credentials are short-term: they can be configured to last from a few minutes to several hours.',
    ],
    ['', 'Sign requests with Signature Version 4.'],
    ['', 'Amazon Cognito user pools add sign-up and sign-in to your web and mobile apps.', ''],
    [
      '',
      'Tokens that your user pool issues to the app expire after 60 minutes unless you set another value.',
      '+expires +expires=3600',
    ],
    ['+key-header=x-api-key', 'A usage plan method that requires an API key expects it in the x-api-key header.'],
  ),
  of(
    'cloud.google.com',
    ['+expires=3600', 'By default, access tokens are good for 1 hour (3,600 seconds).'],
    [
      '+grant:jwt_bearer',
      'The application signs a JWT with the service account’s private key and sends it to the token endpoint: grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer.',
    ],
    [
      '+self-service',
      'In the Google Cloud console, go to the Credentials page, click Create credentials, and select API key from the menu.',
    ],
    ['+key-query=key', 'Pass the API key with the key query parameter: ?key=API_KEY'],
    [
      '+scopes',
      'Unrestricted API keys are insecure; add API restrictions so that a key can only call the APIs you name.',
    ],
    [
      '+grant:token_exchange',
      'Workload identity federation follows the OAuth 2.0 token exchange specification: you give a credential from your identity provider to the Security Token Service, and get a federated token in exchange.',
    ],
    [
      '',
      'If your app asks for sensitive or restricted scopes, it has to go through verification before it is available to users outside your organization.',
      '+scopes +approval',
    ],
    [
      '',
      'A Google Cloud project with OAuth consent screen set to external and publishing status Testing issues refresh tokens that expire in 7 days.',
      '+grant:refresh_token +expires +expires=604800',
    ],
    [
      '',
      'The out-of-band flow has been blocked and username/password sign-in is not available to apps.',
      '-grant:password -basic',
    ],
  ),
  of(
    'learn.microsoft.com',
    [
      '+grant:client_credentials',
      'The OAuth 2.0 client credentials grant flow permits a web service (confidential client) to use its own credentials, instead of impersonating a user, to authenticate when calling another web service.',
    ],
    [
      '+grant:device_code',
      'The Microsoft identity platform supports the device authorization grant, which allows users to sign in to input-constrained devices.',
    ],
    [
      '',
      'The implicit grant is not recommended and new applications should use the authorization code flow instead.',
      '-grant:implicit +grant:implicit +grant:authorization_code',
    ],
    ['', 'Application permissions always require administrator consent.', '+scopes +approval'],
    [
      '',
      'Refresh tokens are never granted with this flow, since client_id and client_secret can be used to obtain another access token.',
      '+grant:client_credentials +renews',
    ],
    [
      '+expires',
      'The default lifetime of an access token is a random value between 60 and 90 minutes.',
      '+expires=5400 +expires=3600',
    ],
    [
      '+self-service',
      'In the app registration, select Certificates & secrets, then New client secret, and record the value: it is never displayed again.',
    ],
    ['-basic', 'We turned off Basic authentication in Exchange Online for all tenants.'],
    [
      '',
      'Azure AD B2C lets your customers use their preferred social identities to get single sign-on access to your applications.',
    ],
    [
      '+key-header=Ocp-Apim-Subscription-Key',
      'Each request to an Azure AI service must include an authentication header, such as Ocp-Apim-Subscription-Key: YOUR_KEY',
    ],
  ),
  of(
    'developer.okta.com',
    ['+scheme-word=SSWS', 'Authorization: SSWS 00QCjAl4MlV-WPXM...0HmjFx-vbGua'],
    [
      '+expires=2592000',
      'API tokens are valid for 30 days and renew automatically every time they are used.',
      '+renews',
    ],
    [
      '+grant:client_credentials',
      'A service app uses the client credentials grant with private_key_jwt; client_secret isn’t supported for it.',
      '+grant:jwt_bearer',
    ],
    ['', 'Choose the resource owner password grant only for legacy apps of your own.', '+grant:password'],
    ['+scopes', 'An OAuth token can only do what its scopes, such as okta.users.read, allow.'],
    ['', 'Your users can sign in to your app with the Sign-In Widget.'],
    [
      '+self-service',
      'Sign in as an administrator, go to Security > API, select the Tokens tab and click Create token.',
    ],
    ['+roles', 'API tokens inherit the privilege level of the admin account that creates them.', '+no-scopes'],
  ),
  of(
    'auth0.com',
    [
      '+grant:client_credentials',
      'To call the Management API, your backend requests an access token with the Client Credentials grant.',
    ],
    ['+expires=86400', 'Management API access tokens are valid for 24 hours by default.'],
    [
      '',
      'Use Auth0 to add passwordless login to your applications: we support the device flow for your smart TV users.',
      '+grant:device_code',
    ],
    ['', 'What is the Implicit Flow? It was intended for public clients that cannot keep a secret.', '+grant:implicit'],
    ['', 'You can’t refresh a Management API token.', '-grant:refresh_token -renews'],
  ),
  of(
    'developers.cloudflare.com',
    [
      '+self-service',
      'From the Cloudflare dashboard, go to My Profile > API Tokens for user tokens, then select Create Token.',
    ],
    ['+scopes', 'API tokens can be limited to particular zones and permission groups.'],
    [
      '+key-header=X-Auth-Key',
      'The old scheme sends X-Auth-Email and X-Auth-Key; we recommend API tokens instead.',
      '+key-header',
    ],
    ['+no-scopes', 'Your Global API Key has all the permissions of your user and can’t be limited.'],
    ['+expires', 'Optionally define how long the token stays active (TTL).'],
    ['', 'Turnstile tokens are valid for 300 seconds and can be redeemed once.', '+expires=300'],
  ),
  of(
    'docs.digitalocean.com',
    [
      '+self-service +scopes +expires',
      'On the left menu, click API, then Generate New Token. Choose an expiration and the scopes, and copy the token.',
      '',
    ],
    [
      '+bearer',
      'curl -X GET -H "Authorization: Bearer $DIGITALOCEAN_TOKEN" "https://api.digitalocean.com/v2/droplets"',
    ],
    ['+revocable', 'To revoke a token, open its more menu and choose Delete.'],
  ),
  of(
    'docs.hetzner.com',
    [
      '+self-service',
      'Select your project, choose Security from the menu on the left, change to the API tokens tab and generate a new token.',
    ],
    ['', 'Choose Read or Read & Write.', '+roles +scopes'],
  ),
  of(
    'docs.ovh.com',
    [
      '+self-service',
      'Create your credentials at https://eu.api.ovh.com/createToken/; you will receive an application key, an application secret and a consumer key.',
    ],
    ['+expires', 'Validity: how long the consumer key works; unlimited is possible.', '+never-expires'],
    [
      '',
      'Requests are signed: X-Ovh-Signature is a hash of secret, consumer key, method, URL, body and time.',
      '-key-header',
    ],
  ),
  of(
    'devcenter.heroku.com',
    ['+expires=28800', 'Tokens of heroku login last eight hours by default.'],
    [
      '+self-service',
      'heroku authorizations:create -d "getting started token" creates a long-lived token.',
      '-expires',
    ],
    ['+basic', 'Clients may also put the API key into the password part of basic authentication.'],
  ),
  of(
    'docs.datadoghq.com',
    [
      '+key-header=DD-API-KEY',
      'All requests to the API must be authenticated. Requests that write data require reporting access and an API key; requests that read data need an application key as well: DD-API-KEY and DD-APPLICATION-KEY.',
      '+key-header',
    ],
    [
      '+self-service',
      'To add an API key, go to Organization Settings, click API Keys, then New Key, and enter a name.',
    ],
    [
      '+scopes',
      'Application keys carry the permissions of the user who made them; authorization scopes can narrow them.',
      '+no-scopes +roles',
    ],
    ['', 'Client tokens are used to send logs from your users’ browsers.'],
  ),
  of(
    'developer.pagerduty.com',
    ['+scheme-word', 'Authorization: Token token=y_NbAkKc66ryYTWUXYEu', '+scheme-word'],
    ['+roles', 'A key may be marked read-only when it is created.', '+scopes +self-service'],
    ['+expires=2592000', 'Scoped OAuth tokens are good for 30 days.', '+scopes'],
    ['+grant:client_credentials', 'Refresh tokens are not given with the client credentials flow.', ''],
  ),
  of(
    'docs.sentry.io',
    ['+self-service', 'You can create authentication tokens within Sentry by creating an internal integration.'],
    [
      '',
      'API keys are passed with HTTP Basic auth; they are disabled for new accounts and superseded by auth tokens.',
      '+basic -basic',
    ],
    ['+scopes', 'Each endpoint lists the scopes that a token needs, e.g. project:read.'],
  ),
  of(
    'docs.newrelic.com',
    ['+key-header=API-Key', 'Put your user key into the API-Key header.'],
    ['', 'License keys report data to us; they cannot be used to query it.'],
    ['+revocable', 'To rotate a key, make a new one, replace it everywhere and delete the old one.', '+self-service'],
  ),
  of(
    'twilio.com',
    [
      '+basic',
      'Twilio supports HTTP Basic authentication. Use an API key as your username and the API key secret as your password.',
    ],
    ['+self-service', 'You can find your Account SID and Auth Token in the Twilio Console.'],
    [
      '+scopes',
      'Restricted API keys give fine-grained access to specific resources; Main keys have full access.',
      '+no-scopes',
    ],
    [
      '',
      'Access tokens for the Voice SDK are created by your server for each of your users and live at most 24 hours.',
      '+expires +expires=86400',
    ],
    ['', 'To send to US numbers you must register your brand and campaign.', '+approval'],
    ['', 'Authy was a product to verify your end users by a one-time token.'],
  ),
  of(
    'algolia.com',
    [
      '+key-header=X-Algolia-API-Key',
      'Provide the application ID and the API key in the headers X-Algolia-Application-Id and X-Algolia-API-Key.',
      '+key-header',
    ],
    ['+scopes', 'An ACL is a list of the operations that a key may perform, such as search or addObject.'],
    ['+expires', 'You may give a secured key an expiry with validUntil.'],
  ),
  of(
    'openai.com',
    ['+self-service', 'Create, manage, and learn more about API keys in your organization settings.'],
    ['+bearer', 'API keys should be provided via HTTP Bearer authentication.'],
    ['', 'To use this model through the API, your organization must be verified.', '+approval'],
    ['', 'Remember that your API key is a secret!'],
  ),
  of(
    'huggingface.co',
    [
      '+self-service',
      'To create an access token, go to your settings, then click on the Access Tokens tab. Click on the New token button.',
    ],
    ['+roles', 'The role of a token is either read, write or fine-grained.', '+scopes'],
    ['', 'Gated models require that you accept the license; some authors review requests by hand.', '+approval'],
  ),
  of(
    'vercel.com',
    ['+expires', 'Select an expiration date for the token; shorter is safer.'],
    ['+scopes', 'Pick the team for which the token should be valid.'],
    ['', 'Deployment Protection lets only visitors who sign in see previews.'],
  ),
  of(
    'segment.com',
    ['+basic', 'Your write key goes into the username of HTTP Basic Auth, with the password left empty.'],
    ['+roles', 'When you add a token, assign it Workspace Owner or another role.', '+scopes +self-service'],
  ),
  of(
    'mongodb.com',
    [
      '+expires=3600 +grant:client_credentials',
      'Service accounts use the OAuth 2.0 client credentials flow; the access token is reusable for one hour.',
      '',
    ],
    ['', 'API keys authenticate with HTTP Digest, so that the key never goes over the wire.', '-basic'],
    ['', 'You must add your IP address to the API access list before you use the key.', ''],
  ),
  of(
    'elastic.co',
    [
      '+scheme-word=ApiKey',
      'curl -H "Authorization: ApiKey VnVhQ2ZHY0JDZGJrU..." http://localhost:9200/_cluster/health',
    ],
    ['+never-expires', 'By default, API keys never expire; pass expiration to limit their life.', '+expires'],
    [
      '+grant:password +grant:client_credentials +grant:refresh_token',
      'grant_type: password, client_credentials, refresh_token or _kerberos',
      '',
    ],
  ),
  of(
    'snowflake.com',
    [
      '+self-service +roles',
      'ALTER USER ADD PROGRAMMATIC ACCESS TOKEN creates a token for the user, optionally restricted to one role.',
      '+scopes',
    ],
    [
      '+expires',
      'Programmatic access tokens expire after 15 days unless you say otherwise; the longest is one year.',
      '+expires=1296000 +expires=31536000',
    ],
    ['', 'Snowflake is blocking sign-ins with a password alone.', '-basic -grant:password'],
  ),
  of(
    'docs.docker.com',
    [
      '+self-service',
      'Sign in to Docker Home, select your avatar, then Account settings, Personal access tokens and Generate new token.',
    ],
    ['', 'Organization access tokens are for Team and Business subscriptions.', '+approval'],
    ['+expires=300', 'Tokens obtained from the auth service last five minutes.', ''],
  ),
  of(
    'apple.com',
    [
      '+expires=1200',
      'App Store Connect rejects tokens whose expiration lies more than 20 minutes in the future.',
      '+expires',
    ],
    ['', 'Sign In with Apple lets people set up an account in your app with their Apple ID.'],
    [
      '+self-service +roles',
      'Log in to App Store Connect, select Users and Access, then the Integrations tab, click Generate API Key, and select the role under Access.',
    ],
    ['+approval', 'An account holder first has to request access to the App Store Connect API.', ''],
  ),
  of(
    'netlify.com',
    [
      '',
      'If you are making a public integration for others, use OAuth2 so that users can connect their accounts with one click.',
      '+grant:authorization_code',
    ],
    ['+expires', 'Choose an expiration, or No expiration.', '+never-expires'],
  ),
  of(
    'sitelock.com',
    [
      '+approval',
      'To obtain a client ID and secret, reach out to your account manager; partners complete a manual enrollment.',
    ],
    ['-self-service', 'Automatic self-registration is not available.', '+approval'],
    ['+expires=14400 +renews', 'Tokens expire after 4 hours. Request another one as needed.'],
  ),
  of(
    'learn.getgrav.org',
    ['+revocable', 'bin/plugin api keys:revoke --user=admin --id=key_id takes a key back.'],
    ['+expires', 'Each key can have an optional expiry date, and its last use is tracked.'],
  ),
].flat();

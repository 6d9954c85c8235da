import { type Entry, of } from './entry.ts';

/** More providers, written after the reader had learned from the first ones and before it ran on these (November 2026). */
export const moreManuals: readonly Entry[] = [
  of(
    'cloudinary.com',
    [
      '+basic +self-service',
      'The Admin API uses Basic Authentication over HTTPS. Your API Key and API Secret are used for the authentication and can be found on the API Keys page of the Console Settings.',
      '',
    ],
    ['', 'Never disclose your API secret to anyone, and never embed it in client code.'],
  ),
  of(
    'docs.fastly.com',
    ['+key-header=Fastly-Key', 'Include your token in the Fastly-Key HTTP header.'],
    ['+scopes', 'A token’s scope may be global, purge_all, purge_select or global:read.', '+roles'],
    ['+expires', 'You may set an expiration for the token; once it has passed, requests return 401.'],
    ['', 'You can no longer create new API keys; they have been replaced by API tokens.', '-self-service'],
  ),
  of(
    'docs.linode.com',
    [
      '+self-service',
      'From the Cloud Manager, click your username at the top right, choose API Tokens and then Create a Personal Access Token.',
    ],
    ['+scopes', 'For every category of resources pick None, Read Only or Read/Write.', '+roles'],
    ['+expires', 'Tokens can be set to expire after 1, 3 or 6 months, or never.', '+never-expires'],
  ),
  of(
    'vultr.com',
    ['+self-service', 'You may enable API access and get your key in the customer portal, on the API tab.'],
    ['', 'Access is limited to allowed subnets: add your IP to Access Control first.'],
  ),
  of(
    'scaleway.com',
    ['+key-header=X-Auth-Token', 'Authenticate yourself with the secret key in the X-Auth-Token header.'],
    ['+roles', 'What an API key is allowed to do follows from the IAM policies of its owner.', '+scopes'],
  ),
  of(
    'render.com',
    ['+self-service', 'You create API keys from your Account Settings page.'],
    ['+no-scopes', 'A key grants access to everything in all the workspaces you belong to.'],
  ),
  of(
    'circleci.com',
    [
      '+self-service',
      'In the app, go to User settings, click Personal API Tokens and then the Create New Token button.',
    ],
    ['+scopes', 'Project API tokens let you choose a scope: Status, Read Only or Admin.', '+roles'],
    ['+key-header=Circle-Token', 'curl -H "Circle-Token: <circle-token>" https://circleci.com/api/v2/me'],
    ['+revocable', 'To rotate a token, delete the old one and create another in its place.', '+self-service'],
  ),
  of(
    'travis-ci.com',
    [
      '+scheme-word=token',
      'curl -H "Travis-API-Version: 3" -H "Authorization: token xxxxxxxxxxxx" https://api.travis-ci.com/repos',
    ],
    ['+self-service', 'The token is on the Settings tab of your profile.'],
  ),
  of(
    'sonarcloud.io',
    [
      '+basic +bearer',
      'This is the recommended way: pass the token as a Bearer, or as the login of Basic authentication with an empty password.',
    ],
    ['', 'Tokens that have not been used for 60 days are removed.', '+expires +revocable'],
  ),
  of(
    'snyk.io',
    ['', 'The API is for customers with an Enterprise plan.', '+approval'],
    ['+self-service', 'Your personal token is found in your account settings, under General.'],
    [
      '+expires=3600 +grant:client_credentials',
      'A service account of type OAuth 2.0 client credentials exchanges its ID and secret for a token that is valid for one hour.',
      '',
    ],
  ),
  of(
    'launchdarkly.com',
    ['+roles', 'Give the token a role: Reader, Writer or Admin, or a custom role.', '+scopes'],
    ['+revocable', 'After you reset a token, you may let the old one work for some more hours.', '+expires'],
  ),
  of(
    'contentful.com',
    [
      '+key-query=access_token +bearer',
      'Send the token as Authorization: Bearer, or in the URL as ?access_token=b4c0n73n7fu1',
    ],
    ['+expires', 'Personal access tokens must have an expiry date.'],
  ),
  of('sanity.io', [
    '+self-service +roles',
    'Go to manage, pick your project, open API and press Add API token; give it Viewer, Editor or Deploy permissions.',
    '+scopes',
  ]),
  of(
    'typeform.com',
    ['+expires=604800', 'Access tokens obtained with OAuth are valid for one week.'],
    [
      '+never-expires +revocable',
      'Personal access tokens keep working as long as you do not delete or regenerate them.',
      '',
    ],
    ['+scopes', 'offline, forms:read and responses:read are scopes you may ask for.'],
  ),
  of(
    'surveymonkey.com',
    ['+approval', 'Public apps must be submitted for review before they may be used outside your own team.'],
    [
      '+never-expires +revocable',
      'Our access tokens are long-lived and don’t expire right now, though a user can revoke them.',
      '',
    ],
    ['+self-service', 'Register an app by clicking the Add a New App button in your developer account.', '+sign-up'],
  ),
  of(
    'calendly.com',
    ['+self-service', 'Go to the Integrations page, select API & webhooks, then Get a token now.'],
    [
      '+expires=7200 +grant:refresh_token +renews',
      'Access tokens expire after 2 hours; use the refresh token for another.',
      '',
    ],
    [
      '+grant:authorization_code +grant:authorization_code_pkce',
      'Native apps have to use the authorization code flow with PKCE.',
    ],
  ),
  of(
    'hootsuite.com',
    ['+approval', 'Send us your use case and we’ll be in touch if your app fits our program.'],
    ['', 'A member may connect up to ten social accounts.'],
  ),
  of(
    'pipedrive.com',
    ['+self-service', 'Get the API token from the web app: account name, Company settings, Personal preferences, API.'],
    ['+key-header=x-api-token', 'Provide the API token in the x-api-token header.'],
    ['+no-scopes', 'The token reaches all data of the user it belongs to.'],
    ['', 'One user has one active API token per company.'],
  ),
  of(
    'zoho.com',
    [
      '+grant:authorization_code +grant:refresh_token',
      'Generate the grant token, which you then swap for access and refresh tokens; it is good for three minutes.',
      '',
    ],
    [
      '+expires=3600 +scopes',
      'Each access token is only valid for an hour and works just for the operations of its scope.',
      '',
    ],
    [
      '+self-service',
      'Go to the API Console, choose Self Client and click Create Now: the client ID and secret appear under the Client Secret tab.',
    ],
    [
      '',
      'Refresh tokens have unlimited validity until the user revokes them.',
      '+never-expires +grant:refresh_token +revocable',
    ],
  ),
  of(
    'procore.com',
    ['+expires=5400', 'Access tokens are good for an hour and a half (5400 seconds).'],
    [
      '+grant:client_credentials',
      'Data Connection apps with a developer managed service account use the client_credentials grant.',
    ],
    ['', 'A company admin has to install the app before it can reach any data.', '+approval'],
  ),
  of(
    'guesty.com',
    ['+expires=86400', 'A token is in force for 24 hours; no more than five may be requested in that time.'],
    ['+approval', 'Marketplace partners get credentials from their partner manager.'],
  ),
  of(
    'cloudbeds.com',
    ['+approval', 'Technology partners go through certification calls before their keys are switched to live.'],
    ['+self-service', 'Property owners make an API key under Apps & Marketplace, API credentials.'],
  ),
  of(
    'mews.com',
    ['+approval', 'Once certified, you get a unique ClientToken for production from our integrations team.'],
    ['', 'Sample tokens for the demo environment: ClientToken E0D439EE522F44368DC78E1BFB03710C', '+self-service'],
  ),
  of(
    'uber.com',
    [
      '+approval',
      'Access to these scopes is restricted to approved partners, so talk to your Uber contact.',
      '+scopes',
    ],
    [
      '+expires=2592000',
      'Client credentials tokens last 30 days, so keep them instead of asking for one each time.',
      '+grant:client_credentials',
    ],
  ),
  of(
    'doordash.com',
    ['+self-service', 'Sign in to the Developer Portal, open Credentials, press +, and you have an access key.'],
    ['', 'We sign the JWT for you in this tool; in your app set exp at most 30 minutes ahead.', '+expires'],
    ['+approval', 'For production access, submit a request and we will schedule a demo of your integration.'],
  ),
  of(
    'fedex.com',
    ['+expires=3600 +renews', 'The bearer token expires every hour, and must be requested again then.', '+bearer'],
    ['+self-service', 'Create a project in My Projects, accept the terms, and the test key is generated.'],
    ['+approval', 'Some APIs need label certification by our support team before you move to production.'],
  ),
  of(
    'ups.com',
    [
      '+grant:client_credentials +grant:authorization_code',
      'For your own shipping, use the client credentials flow; for others, the auth code flow.',
      '',
    ],
    ['', 'Access keys are gone since June 2024.', '-key-header'],
  ),
  of(
    'usps.com',
    [
      '+self-service +sign-up',
      'Register for a Business Account, then sign in to the developer portal and click Add App; your consumer key and secret are displayed.',
    ],
    ['+expires=28800', 'Tokens are valid for eight hours.'],
  ),
  of(
    'tomtom.com',
    [
      '+key-query=key',
      'The key parameter is mandatory: https://api.tomtom.com/search/2/search/pizza.json?key={Your_API_Key}',
    ],
    [
      '+self-service',
      'When you register, a key named My First API Key is made for you; see your dashboard.',
      '+sign-up',
    ],
  ),
  of('eia.gov', [
    '+self-service',
    'Registration is required; fill out the form and the key is mailed to you within seconds.',
    '+sign-up +approval',
  ]),
  of(
    'census.gov',
    [
      '+self-service',
      'To request a key, fill out the form and click the link in the email to activate it.',
      '+approval',
    ],
    ['', 'Users may make up to 500 queries a day without a key.', '+open'],
  ),
  of('congress.gov', ['+self-service', 'An API key is required; sign up for one here.', '+sign-up']),
  of(
    'openaire.eu',
    ['+expires=3600', 'Authenticated requests carry an access token that can be used for one hour.'],
    [
      '+renews',
      'Registered services sign their own assertion and get a fresh token each time the last one has run out.',
      '+expires +grant:jwt_bearer',
    ],
  ),
  of(
    'elsevier.com',
    ['+self-service', 'Create an API key at https://dev.elsevier.com/apikey/manage after you have logged in.'],
    ['+key-header=X-ELS-APIKey', 'X-ELS-APIKey: your key'],
    [
      '+approval',
      'Access from outside an institution’s network needs an Institutional Token, which our support issues on request.',
    ],
  ),
  of('springernature.com', ['+sign-up +self-service', 'Sign up, and your key is listed under Applications.', '']),
  of(
    'monzo.com',
    [
      '',
      'The API is not suitable for building public applications: you may connect only your own account or those of a few people whom you have explicitly allowed.',
      '+approval',
    ],
    ['+expires', 'For the best security, access tokens expire after a number of hours.'],
    ['', 'Your client is only confidential when the secret is not shipped to users.', '+grant:refresh_token'],
    ['+grant:authorization_code', 'When the user comes back, exchange the authorisation code for an access token.'],
  ),
  of(
    'starlingbank.com',
    [
      '+self-service',
      'Personal access tokens can be created in the Developers area once you have linked your account.',
    ],
    ['+approval', 'Partner APIs are for firms with which we have a signed agreement.'],
  ),
  of(
    'truelayer.com',
    [
      '+self-service',
      'In the Console, go to App settings, where your client_id is; download the secret when it is first shown.',
    ],
    ['+renews-by-person', 'After 90 days your user has to go through the auth flow once more.', '+expires'],
    ['+approval', 'To use live, contact our sales team for an account that is enabled for it.'],
  ),
  of(
    'nordigen.com',
    ['+expires=86400', '"access_expires": 86400', '+expires'],
    ['+self-service', 'Generate your secrets in the User secrets section of the portal.'],
    ['', 'End user agreements are valid for 90 days of access by default.', '+expires +expires=7776000'],
  ),
  of(
    'klarna.com',
    [
      '+basic +self-service',
      'Authentication is by username and password with HTTP Basic; you generate API credentials in the Merchant portal under Settings.',
      '',
    ],
    ['', 'The customer confirms the purchase in the app.'],
  ),
  of(
    'checkout.com',
    ['+scopes', 'When you set up a secret key, pick which scopes it should have.'],
    [
      '+grant:client_credentials',
      'Access keys give an ID and a secret; swap them for a token with grant_type=client_credentials.',
      '+self-service',
    ],
    ['+approval', 'Live keys come when your account has been approved.'],
  ),
  of(
    'coinmarketcap.com',
    ['+sign-up +self-service', 'Sign up at pro.coinmarketcap.com; the key is on your dashboard.', ''],
    [
      '+key-header=X-CMC_PRO_API_KEY +key-query=CMC_PRO_API_KEY',
      'Preferred: the header X-CMC_PRO_API_KEY. Convenience: the query string parameter CMC_PRO_API_KEY.',
      '+key-header +key-query',
    ],
  ),
  of(
    'binance.com',
    ['+key-header=X-MBX-APIKEY', 'API keys are passed via the X-MBX-APIKEY header.'],
    ['+scopes', 'By default a key can only read; tick the boxes to let it trade or withdraw.', '+roles'],
    ['', 'A listenKey is valid for 60 minutes.', '+expires'],
    ['+self-service', 'Log in, hover over your profile, choose API Management, and click Create API.'],
  ),
  of(
    'fitbit-like.withings.com',
    [
      '+expires=10800',
      'The access token lives three hours; the refresh token one year or until a new one is asked for.',
      '+grant:refresh_token',
    ],
    ['', 'Notifications are sent to your callback within minutes.'],
  ),
  of(
    'ouraring.com',
    ['+self-service', 'At cloud.ouraring.com/personal-access-tokens you can make a token to try the API.'],
    ['', 'Personal Access Tokens can no longer be created as of December 2025; use OAuth2.', '-self-service'],
    ['', 'Apps are limited to ten users until they have been approved.', '+approval'],
  ),
  of('garmin.com', [
    '+approval',
    'Apply to the program; applications are looked at within two business days, and consumer keys follow.',
  ]),
  of(
    'whoop.com',
    ['+grant:refresh_token', 'Add the offline scope to be given a refresh token.', '+scopes'],
    ['+self-service', 'In the Developer Dashboard create a team, then an app, and take client ID and secret from it.'],
  ),
  of('developer.vodafone.com', [
    '+approval',
    'Your registration must be confirmed by our onboarding team before you can subscribe to an API product.',
  ]),
  of(
    'telnyx.com',
    [
      '+self-service',
      'To create an API key, sign in to Mission Control and click Create API Key in the API Keys section.',
    ],
    ['', 'The key starts with KEY and cannot be shown again.'],
  ),
  of(
    'messagebird.com',
    ['+scheme-word=AccessKey', 'Authorization: AccessKey test_gshuPaZoeEG6ovbc8M79w0QyM'],
    ['', 'Test keys do not send real messages.'],
  ),
  of(
    'brevo.com',
    ['+key-header=api-key', 'Provide your key in the api-key header; see SMTP & API in your account.', '+self-service'],
    ['', 'You only see the key once, so write it down.'],
  ),
  of(
    'postmarkapp.com',
    [
      '+key-header=X-Postmark-Server-Token +self-service',
      'Server-level calls take X-Postmark-Server-Token; its value is on the API Tokens tab of your server.',
      '',
    ],
    ['', 'Until your account is approved, you can only send to addresses of your own domain.', '+approval'],
  ),
  of(
    'ghost.org',
    [
      '+scheme-word=Ghost',
      'Admin API keys make tokens: sign a JWT with the secret, valid for five minutes at most, and send Authorization: Ghost $token',
      '+expires',
    ],
    ['+self-service', 'Create a Custom Integration in Ghost Admin, under Integrations, to get both keys.'],
    [
      '+cookie',
      'User authentication goes through a session cookie: log in with POST /session and send the cookie along.',
    ],
  ),
  of(
    'wordpress.org',
    ['+basic', 'Application passwords are sent with Basic Auth.'],
    ['+self-service +revocable', 'From the Edit User page you can make, see and revoke application passwords.', ''],
    ['', 'Cookie authentication is the standard method when you are inside WordPress with a nonce.', '+cookie'],
  ),
  of(
    'drupal.org',
    ['+grant:password', 'The password grant is still there but deprecated.', '-grant:password'],
    ['+basic', 'Turn on the HTTP Basic Authentication module and send the user’s name and password with each request.'],
  ),
].flat();

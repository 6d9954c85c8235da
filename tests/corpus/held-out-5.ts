/**
 * Fifth held-out part: sections like those of the fourth, of other providers, retold and labelled after the reader had learned from the fourth and before it ran on
 * these, to see how much carries over (November 2026).
 * Blind result: precision 0.983, recall 0.784; of getting a credential 16 of 17, of ways to send it and of lifetimes less.
 */
import { type Entry, entry } from './entry.ts';

export const heldOut5: readonly Entry[] = [
  // voog.com
  entry(
    '+self-service +revocable',
    '# Generate an API token\n\nThe API token enables you to make authorized API requests.\n\nAn API token can be generated from the admin interface. Go to Settings > Users and click open My profile. Click on the round arrow icon and a new API token will be generated and saved to your profile.\nThe API token can be removed by clicking the X button.',
    '',
  ),
  // docs.oracle.com
  entry(
    '+basic +expires',
    '## Basic authentication steps\n\n1. Create an Integration User at Company Workspace > User Administration > Integration User.\n2. Make sure the integration user has the required module permissions enabled.\n\nIntegration user token expiration can be set from the Integration user UI. By default the value is set to 180 days.\n\nAn authentication token is required to access the REST services.',
    '+self-service +scopes +expires=15552000',
  ),
  // ibm.com
  entry(
    '+self-service',
    'You use the POST operation on the api/get_token element to request your unique token that is required to authenticate the REST API requests.\n\nTo view the token, log in to the Metric Tool, hover over the User icon, and click Profile. Then, click Show token.',
  ),
  // revenera.com
  entry(
    '+self-service +revocable',
    'The Data Extract REST API requires a user to authenticate using an access token.\n\nYou can generate an access token in the following ways:\n\n- Using the REST web service access-token-controller. This supports creating, reading, updating, rotating, and deleting tokens.\n- Using the Manage Access Tokens page (available from the Accounts & Users menu) in the Producer Portal.',
    '',
  ),
  // tokensniffer.readme.io
  entry(
    '+key-query=apikey',
    'Requests are authenticated by passing the apikey query parameter in the URL.\n\nTo purchase an API key see Pricing.\n\nAll requests must be performed server-side to ensure that the API key is kept secret.',
    '+self-service',
  ),
  // anymailfinder.com
  entry(
    '+scheme-word +self-service',
    'All API requests require an Authorization header containing your API key.\n\nAdd a header named Authorization to your requests and set your API key as its value.\n\n## Where to find your API key\n\n1. Log in to your account (or create an account).\n2. Visit your account API page.\n3. Copy your API key (if the key is not visible, click on "Enable API" to reveal it).',
    '+sign-up',
  ),
  // quickchart.io
  entry(
    '+self-service +key-query',
    'You will receive an API key and account ID upon signup. The easiest way to authenticate your requests is to attach your API key as a GET or POST parameter.',
    '+sign-up',
  ),
  // newsapi.org
  entry(
    '+key-query=apiKey +key-header=X-Api-Key +bearer',
    'Authentication is handled with a simple API key.\nThey are free while you are in development, and you can get one here.\n\nYou can attach your API key to a request in one of three ways:\n\n- Via the `apiKey` querystring parameter.\n- Via the `X-Api-Key` HTTP header.\n- Via the `Authorization` HTTP header. Including `Bearer` is optional.\n\n```\nGET https://acme.org/v2/everything?q=keyword&apiKey=API_KEY\n```',
    '+self-service +scheme-word',
  ),
  // dev.qweather.com
  entry(
    '+self-service +key-header=X-QW-Api-Key +key-query=key',
    '## Generate API KEY\n\nYou can log in to the Console to easily generate an API KEY:\n\n1. Click Project in the left menu.\n2. Click on the project where you want to add the API KEY.\n3. Click the Create Credential button in the Credential section.\n4. Choose API KEY as the authentication method.\n\nAdd X-QW-Api-Key: your-key to your request header. For example:\n\n```\ncurl -H "X-QW-Api-Key: ABCD1234EFGH" --compressed \'https://api.acme.com/v7/now?location=101\'\n```\n\nAdd key=your-key to your query parameter.',
  ),
  // docs.qitech.com.br
  entry(
    '+approval +scheme-word=',
    '```\ncurl "api_endpoint_here"\n-H "Authorization: EXAMPLE_API_KEY"\n```\n\nReplace EXAMPLE_API_KEY with your own key, which should be obtained from our support team.\n\nWe use an API Key to grant access to our API. If you haven’t received your key yet, please send an email to support@acme.com.',
  ),
  // docs.socialkit.dev
  entry(
    '+self-service +key-query=access_key +key-header=x-access-key',
    'To interact with our API, you authenticate requests using your access key. Manage your Access Key in your project Access Keys page.\n\nYou can attach your access key to requests in any of these ways:\n\n- GET parameter: access_key\n- POST parameter: access_key\n- Header: x-access-key',
  ),
  // iplocate.io
  entry(
    '+self-service +sign-up +key-query=apikey +key-header=X-API-Key',
    'You can obtain an API key by signing up for a free account. API keys are sometimes called tokens.\n\nYour API key should be provided with each API request. You can provide your API key in the apikey query parameter, or in the X-API-Key header.',
  ),
  // producthelp.webtrends.com
  entry(
    '+self-service',
    '# Registering the app\n\nYou register the app to obtain the client ID and client secret, and then use these to generate an access token.\n\nYou must have the Admin or Developer role to be able to register an app.\n\n1. Click Account Settings to open the Account Settings page.\n2. Click Client Apps in the top-left corner.\n3. Click Add Client App, type the app name and domain, and then click Create.\n\nThe client ID and client secret appear in the Client Apps list.',
    '+grant:client_credentials',
  ),
  // sandbox.bankofcyprus.com
  entry(
    '+self-service',
    "# How do I register an application?\n\nWhen you add an application you are provided with a client ID and client secret for the application.\n\nTo register an application click on Apps in the main menu and then click on the 'Register an application' link. Once you have provided an application name, you will be shown your client ID and client secret.\n\nMake a note of your client secret because it is only displayed once.",
  ),
  // userguide.opendatasoft.com
  entry(
    '+self-service',
    'On the Applications tab of your account, you can register new applications to use OAuth2 to authenticate to your workspace.\nWhen you register an application in this way, you are provided with a client identifier and secret.\n\n- Click on the Register a new OAuth2 applications button\n- Write the name of the application in the "Application name" field\n- Select an application type: Public or Confidential\n- Enter the redirection URL\n- Click on Register application',
  ),
  // docs.bluenexus.ai
  entry(
    '+self-service +scopes',
    'When integrating with our API, you will first need to register an application (more accurately an OAuth Client). This registration process creates the credentials that identify your app: a Client ID (and sometimes a Client Secret).\n\n## Scopes\n\nScopes define what your application can access on behalf of a user or service. When creating or editing your Client ID, you will need to choose the scopes your app requires.',
  ),
  // docs.polar.sh
  entry(
    '+scopes',
    '- Application Name: the name of the application that will be shown to the final users.\n- Client Type: the type of client you are creating.\n- Redirect URIs: you need to declare your application URL where the users will be redirected after granting access to their data.\n- Scopes: the list of scopes your app will be able to ask for. Select only the scopes you really need.',
    '+grant:authorization_code',
  ),
  // nango.dev on vwo
  entry(
    '+self-service',
    '## Prerequisites\n\n- An Acme account on the Enterprise plan. API access is only available on this plan.\n\n## Step 1: Generate an API token\n\n1. Sign in and open the API tokens page.\n2. Click Add another API token, then select the permission level your integration needs.\n3. Copy the token.',
    '+approval +roles +sign-up +scopes',
  ),
  // ona.com
  entry(
    '+self-service +expires +no-scopes +revocable',
    '## Create a token\n\n- Go to Personal access tokens\n- Click “New Token”\n- Enter a description and select expiration (30, 60, or 90 days)\n- Click “Create” and copy the token immediately - you won’t see it again\n\n## Permissions\n\nTokens have the same permissions as your user account. They cannot be scoped to specific actions or resources.\n\n## Security\n\n- Revoke unused tokens',
    '+expires=7776000',
  ),
  // buildkite.com (documentation, not its changelog)
  entry(
    '+self-service +expires +never-expires',
    'You can set an expiry date when creating an API access token. Once a token expires, any API requests using it will stop working.\n\nChoose from preset durations (1 day, 7 days, 30 days), pick a custom date, or select "Never" to create a token with no expiry.\n\nTo extend access, create a new token.',
    '+renews-by-person +renews',
  ),
  // docs.managem.co.uk
  entry(
    '+scheme-word=ApiKey +expires +revocable',
    '- Create a PAT from the personal access token endpoints.\n- Send requests with `Authorization: ApiKey [personal-access-token]`.\n- Rotate regularly and revoke tokens that are no longer required.\n- Expiry is optional, but when provided it must be at least 24 hours in the future.',
    '+self-service +expires=86400',
  ),
  // developer.sailpoint.com
  entry(
    '+never-expires +expires',
    'This creates a personal access token. When expirationDate is null or empty (not included in the request body), the token will never expire. If expirationDate is provided it must be a valid date-time string representing a future date.',
    '+self-service',
  ),
  // docs.mathfi.ai
  entry(
    '+bearer +expires=3600 +renews',
    'Authenticates a user and returns a JWT Bearer token.\nThe token is valid for 1 hour and must be included as `Authorization: Bearer <token>` on all /api/v1/* requests.\nRe-authenticate when you receive a 401 Unauthorized response.',
    '+renews-by-person',
  ),
  // docs.casexchange.com
  entry(
    '+bearer +expires=900 +renews +grant:refresh_token',
    'JWT authentication is ideal for server integrations. `POST /api/v1/auth/login` exchanges credentials for an access token.\n\nAccess tokens expire quickly (15 minutes). Always implement refresh logic.\n\nThe `accessToken` should be used in the `Authorization: Bearer <token>` header for subsequent API requests. The `refreshToken` can be used to obtain a new access token when it expires.',
    '+expires',
  ),
  // wario.hezongjian.com
  entry(
    '+bearer +expires=900 +renews +grant:refresh_token +revocable',
    'This API uses Bearer Token authentication.\n\nQ: How long does an access token last?\n\nA: 15 minutes. Use the refresh token to extend the session.\n\nQ: Can I revoke a refresh token?\n\nA: Yes, call POST /auth/revoke with the refresh token.',
    '+expires',
  ),
  // docs.transparencyhubnetwork.ai
  entry(
    '+bearer +expires=3600 +grant:refresh_token +renews',
    'All API requests require a valid JWT token in the Authorization header:\n\n```\nAuthorization: Bearer <your-jwt-token>\n```\n\n## Token refresh\n\n```\nPOST /auth/refresh\n{ "refresh_token": "eyJhbGciOiJIUzI1NiIs..." }\n```\n\n## Token expiry\n\n- Access tokens expire after 1 hour\n- Refresh tokens expire after 7 days',
    '+expires',
  ),
  // docs.follow-rent.com
  entry(
    '+bearer +expires +renews +grant:refresh_token',
    '| Token | Lifetime | Purpose |\n| --- | --- | --- |\n| Access token | Short-lived | Passed as Authorization: Bearer <token> on every request |\n| Refresh token | Long-lived | Used to obtain a new access token when the current one expires |\n\nIf the refresh token itself is expired or revoked, log in again with POST /v1/auth/login.',
    '+renews-by-person',
  ),
  // developer.tra.cy
  entry(
    '+bearer +expires=1200 +renews +grant:refresh_token',
    "JWTs are used for user authentication in web or mobile applications. They have a limited lifespan (20 minutes) and require a rotation mechanism using refresh tokens.\n\n```\n--header 'Authorization: Bearer <YOUR_JWT>'\n```\n\nAs mentioned above, the access token must be refreshed every 20 minutes. To get a new pair of tokens, use the refresh token.",
    '+expires',
  ),
  // mintlify.wiki
  entry(
    '+expires=7200 +renews +grant:refresh_token +bearer',
    'The JWT access token expires after 120 minutes. The refresh token expires after 240 minutes. Use the Refresh Token endpoint to obtain a new token pair before your session expires.\n\nInclude this as a Bearer token in the Authorization header for authenticated requests.',
  ),
  // whasols.com
  entry(
    '+self-service',
    'Generate an API token by navigating to Configurations → Manage API Credentials in the Admin area (left menu). In the API Credentials tab, click Generate New API Credential.',
  ),
  // docs.alphapo.net
  entry(
    '+self-service +revocable',
    '## Activate your API key\n\nYou will get your secret key that you need to write down somewhere safe. You will only see your key once.\n\nIf you ever lose your secret key, deactivate the corresponding API key and generate a new pair of keys.',
    '',
  ),
];

/**
 * Fourth held-out part: whole sections rather than sentences. Each retells, in other words and under other names but with its own layout and turns of phrase, a
 * page on authentication of a provider that is in no other part and in no world (the host stands beside it; read in November 2026). What a careful
 * reader concludes was written down before the reader ran.
 * Blind result: precision 0.957, recall 0.831; weakest on roles (1 of 4), keys that open everything (1 of 4) and walks through screens. The reading of walks came after it.
 */
import { type Entry, entry } from './entry.ts';

export const heldOut4: readonly Entry[] = [
  // docs.ai21.com
  entry(
    '+bearer',
    'Every request to the API has to carry an Authorization header\nwith a Bearer token.\n\nTo authenticate:\n\n1. Use your API key as the token.\n2. Put it into the request header as shown:\n\nHeader format:\n\n```\nAuthorization: Bearer <your-api-key>\n```\n\nReplace <your-api-key> with your key.\n\nThe guide Create an API Key has step-by-step instructions.',
    '+self-service +static-keys',
  ),
  // usefathom.com
  entry(
    '+self-service +no-scopes',
    'Authorization header. You get this from your dashboard, under Settings -> API. Your API key has complete access to your account, so please protect it.',
    '+bearer',
  ),
  // klavis.ai
  entry(
    '+bearer +self-service',
    '## API Key\n\nTo authenticate, add an Authorization header whose content is Bearer <YOUR_API_KEY>.\n\n```\nAuthorization: Bearer <YOUR_API_KEY>\n```\n\n## How to obtain an API key\n\n### Personal account\n\n1. Go to Dashboard\n2. Navigate to API KEY section\n\n### Team account\n\n1. Go to Dashboard\n2. Navigate to Team\n3. Access API KEY section',
  ),
  // docs.typebot.io
  entry(
    '+bearer +self-service',
    "Some endpoints are protected, and so you have to authenticate with an API token.\n\n## Generate a token\n\n1. Navigate to your dashboard (https://app.acme.io/bots)\n2. Click on Settings & Members > My account\n3. Under the “API tokens” section, click on “Create”\n4. Give it a name, then click on “Create token”\n5. Copy your token.\n\n## Use your token\n\nThe Authorization header is formatted as such: Authorization: Bearer <token>.\n\n```\ncurl -L -X GET 'https://app.acme.io/api/bots/:botId/results' \\\n-H 'Authorization: Bearer myToken'\n```",
  ),
  // docs.seald.io
  entry(
    '+self-service +key-header=X-DASHBOARD-API-KEY +expires',
    '## Tokens\n\nTo authenticate your requests on the DashboardAPI, you must create a personal access token on the dashboard. To do this, go to the dashboard settings, to the "Personal Access Tokens" tab.\n\nWhen creating the token, you can give it a name, and optionally an expiration date.\n\nOnce created, the dashboard displays your token. It can only be displayed when it is created.\n\n## Requests\n\nYou need to pass an X-DASHBOARD-API-KEY header containing your authentication token.\n\n```\ncurl https://dashboard.acme.io/dashboardapi/v2/users/ \\\n  -H \'X-DASHBOARD-API-KEY: YOUR_ACCESS_TOKEN\'\n```',
  ),
  // developers.ploi.io
  entry(
    '+bearer +self-service +revocable',
    'Authenticate your API requests with bearer tokens.\n\n## Get your API token\n\nLogin to your account and navigate to your profile to generate a new API token. You can name your token so that you recognise it and delete it later when it is not needed anymore.\n\n```\ncurl https://acme.io/api/servers \\\n  -H "Authorization: Bearer n3h4bZK1bCbQ2EB..." \\\n  -H "Accept: application/json"\n```',
    '',
  ),
  // developers.opensolar.com
  entry(
    '+bearer',
    'Keep your bearer token secure! Never make a shared bearer token visible on the client side.\n\nAcme uses Bearer tokens in the HTTP Authentication header to allow access to the API.\n\n```\ncurl "api_endpoint_here"\n-H "Authorization: Bearer <token>"\n```',
  ),
  // docs.poix.io
  entry(
    '+bearer +self-service +revocable',
    "When requesting resources, you will need an API key — create one in the Dashboard. Here is how to add it with cURL:\n\n```\ncurl --request GET \\\n  --url https://api.acme.xyz/v1/project \\\n  --header 'Authorization: Bearer acme-fgGKdsX4FoO...'\n```\n\nReset your key if you suspect that it has been compromised. You can create and delete your API key in the Dashboard. Once created, it will be shown only once.",
  ),
  // buttondown-email/docs
  entry(
    '+scheme-word=Token +self-service',
    'Clients should authenticate by passing the token key in the Authorization\nHTTP header, prepended with the string Token\n(note the trailing space!). For example:\n\n```\nAuthorization: Token 401f7ac837da42b97f613d789819ff93537bee6a\n```\n\nYou can find your API key in your settings page.',
  ),
  // docs.apimatic.io
  entry(
    '+self-service',
    '# Obtaining Authentication Keys\n\nThe Auth Key is needed to authenticate with the Acme APIs. It is passed in as an Authorization header.\n\n1. Click on the arrow next to your name on the header navigation (once you have logged in). From the drop-down menu, click on Settings.\n2. From the left context menu, click on API Authentication.\n3. Create a new Auth Key by entering a descriptive name for it in the API Key Identifier box. Click on Add.\n4. Copy the newly added Auth Key. This is the key that you will pass in the Authorization header.',
  ),
  // developers.routable.com
  entry(
    '+self-service +bearer +revocable',
    '# Your API Token\n\nAfter API access has been enabled for your account, you will see an API access section appear in your Account Settings (Sandbox).\n\nHere you can click the Create token button to create a new API token.\n\nTo manage existing tokens, click the “...” on the right side to see the options that allow you to Re-issue token or Delete token.\n\nTokens must be presented with all requests in the Authentication header, with the format Bearer {your_token}.',
    '+approval',
  ),
  // docs.insoundz.com
  entry(
    '+approval',
    "Your API Token consists of your Client ID & Secret, generated on demand in the User Portal. To gain access to the User Portal, please contact your account executive.\n\n- Open the User Portal, in the top menu click 'Settings'\n- Click 'API Tokens'\n- Click 'Generate Token'\n- Fill 'Description' and 'Roles' fields, then click 'Create'",
    '+self-service +roles',
  ),
  // a school's API on a bare address
  entry(
    '+self-service +bearer +no-scopes',
    'Our endpoints make use of tokens to authenticate incoming requests.\nHead over to your dashboard. Under Account, you should be able to navigate to the integrations tab.\nClick on Create Token. Copy the generated token somewhere safe as we WON\'T display it again.\n\nThe generated token MUST be appended on all your requests\' headers, under Bearer Token Authorization.\n\n```\n"Authorization: Bearer 123456789"\n```\n\nThe generated token gives a person full access to your account.',
  ),
  // apidocs.telemetrytv.com
  entry(
    '+self-service +scheme-word=Token',
    'All requests are authenticated by providing your API Token, which can be found under the API Tokens section in your account settings.\n\nThe API Token must be given under the Authorization HTTP Header using the keyword Token in front of your actual token:\n\n```\nAuthorization: Token abc123abc123abc123\n```',
  ),
  // api.a2b-internet.com
  entry(
    '+bearer +self-service +roles',
    '## Authentication\n\nMost API requests need authentication using a token, added to each request with the bearer HTTP authentication scheme.\n\n```\nAuthorization: Bearer <your-token>\n```\n\n## Acquiring a token\n\nA token can be obtained in your personal portal, or generated using the customer account token endpoints. In the portal, navigate to your users and click the “Manage API tokens” button. It is recommended to create a dedicated user for API access with roles suited to the intended usage.',
  ),
  // developer.finra.org
  entry(
    '+basic +approval',
    '# Request Test Access\n\nTo obtain test API credentials, choose the REQUEST TEST ACCESS menu option and provide the required information. You will receive an email that contains a username and password.\n\nThe username and password are used as a Basic Authentication token (your API Key) on all API requests.\n\n1. The API Key can only be used to access TEST data. You will need to go through the production provisioning process to obtain credentials that have access to production data.\n2. The test credentials will expire after 30 days if they are not used to authenticate at least once.\n3. The password (API Secret) expires and will have to be changed every 120 days.',
    '+expires +renews-by-person +sign-up',
  ),
  // partnerhelp.metametricsinc.com
  entry(
    '+grant:client_credentials +approval +expires=2592000 +renews +scopes',
    '# Getting Started with API Access\n\nTo access the API, partners must authenticate using the OAuth 2.0 Client Credentials flow.\nTo obtain an access token, contact your Partner Success representative.\n\n- You will be provisioned with client credentials: client_id and client_secret, and granted access to the appropriate API scopes.\n- Access tokens expire after 30 days. Once expired, you will need to refresh them by repeating the token request.\n- Keep your client_id and client_secret confidential.',
    '+expires',
  ),
  // docs.apiax.io
  entry(
    '+approval',
    'This document explains how to request, set up, and maintain your API credentials.\n\n## Requesting your API credentials\n\nTo request your API credentials, contact Acme.\n\n## Technical user account\n\nAcme provides you with technical user accounts to access the APIs. To set up your account, contact Acme support, and provide the following details:\n\n- Name of the requester\n- Company full legal name\n- Contract number',
  ),
  // kbase.whitelabel-loyalty.com
  entry(
    '+approval',
    '# Request API credentials\n\nTo use admin-level endpoints, you will need a set of admin credentials (client ID and secret). These are used to generate admin access tokens via OAuth2.\n\n## How to request credentials\n\nTo request your admin credentials, email support@acme.com with the following:\n\n* The name of your organization\n* A brief explanation of your intended usage\n\nWe aim to deliver API credentials within two working days of the request being made.',
  ),
  // developers.gormic.com
  entry(
    '+self-service +roles +revocable',
    '## Creating a Service User\n\nA Service User is a non-human user for API interactions.\n\nTo create a service user:\n\n1. Navigate to Console > Users\n2. Click Add User and choose Service User as the type\n3. Generate an API Key for this user\n4. Save the token securely, you will use it to authenticate your requests\n\nIt won’t be shown again. You can always revoke or regenerate it later.\n\n## Assigning Permissions\n\n1. Go to Console > Roles\n2. Create or choose an existing role.\n3. Grant the necessary permission for the services you will use.\n4. Assign the role to your service user',
    '+scopes',
  ),
  // developers.hellosign.com
  entry(
    '+expires=3600 +grant:refresh_token +renews',
    'Access tokens are only valid for a given period of time (typically one hour) for security reasons. Whenever you acquire a new access token its TTL is also given (see expires_in), along with a refresh token that can be used to acquire a new access token after the current one has expired.',
    '+expires',
  ),
  // zelt.readme.io
  entry(
    '+expires=3600 +renews +grant:refresh_token',
    'Access tokens expire after 1 hour. Use your refresh token to get a new access token without going through the authorization flow again.\n\nSend a POST request to /apiv2/oauth/authorize/token with:\n\n- Auth type: Basic Auth\n- Username: your Client ID\n- Password: your Client secret\n\nBody (form encoded):\n\n- grant_type = refresh_token\n- refresh_token = your saved refresh token',
    '+bearer +grant:authorization_code',
  ),
  // roktcalendar-api.readme.io
  entry(
    '+expires +renews +grant:refresh_token +bearer',
    'All access tokens granted will automatically expire after the timeframe specified when retrieving the token, so all developer code must cater for refreshing tokens. You do this by swapping a refresh token for a new access token.\n\n| Parameter | Type | Description |\n| --- | --- | --- |\n| token_type | String | Type of access token. Will always be Bearer. |\n| expires_in | Number | The number of seconds left that access_token is valid. |\n\nWhen making API calls with an OAuth access token, the token should be passed in as a bearer token in the Authorization header.',
  ),
  // docs.cdp.coinbase.com
  entry(
    '+expires=3600 +renews +grant:refresh_token',
    'When you first authenticate, your app is given an access_token and a refresh_token. The access token authenticates all your requests; but it expires in one hour. Once expired, you must use the refresh token to obtain a new access token and a new refresh token.\n\nThe refresh token expires after 1.5 years; and it can only be exchanged once.',
    '+grant:authorization_code',
  ),
  // confluence.intranet.requirementyogi.com
  entry(
    '+expires +renews +grant:refresh_token',
    '## Refresh the access token\n\nWhen the access token expires, you can use the refresh token to obtain a new access token.\n\nIf the refresh token has expired, you need to request a new access token using your credentials again.',
  ),
  // appwrite.io
  entry(
    '+scopes +self-service +revocable',
    'API keys are secrets that server SDKs and the CLI use to prove their identity. What each API key can access is restricted by scopes instead of permissions.\n\n## Create API key\n\nTo create a new API key, navigate to Overview > Integration > API keys and click Create API key.\nWhen adding a new API Key, you can choose which scopes to grant your application. If you need to replace it, create a new key, update your app and, once ready, delete your old key.',
    '',
  ),
  // developers.deepl.com
  entry(
    '+scopes',
    'API key permissions let you limit what a developer API key can do. Instead of one key with full access to every endpoint, you can issue keys that are scoped to specific operations, for example a key that can only translate text.\n\nPermissions are implemented as scopes. Each scope groups a set of related operations into a single capability you can grant to a key.\n\nBefore permissions were introduced, every API key had full access to every endpoint.',
    '+self-service',
  ),
  // netboxlabs.com
  entry(
    '+scopes +self-service +revocable',
    'Each API key is assigned a set of permissions that control what it can do. Permissions are scoped to resource groups and set at key creation. To change a key’s permissions, delete it and create a new one.\n\nEach scope supports two levels:\n\n- Read -- retrieve and list resources\n- Write -- create and trigger operations\n\nYou set permissions when creating a key in the Console.',
    '+roles',
  ),
  // docs.usegravity.app
  entry(
    '+scopes',
    '# API Scopes\n\nEvery user-generated API key offers granular access control using API scopes. The following scopes are included by default:\n\n- account.read\n- account.update\n- billing.read',
    '+self-service',
  ),
  // developers.dwolla.com
  entry(
    '+grant:client_credentials +expires=3600',
    'Generate an application access token using the OAuth 2.0 client credentials flow for server-to-server authentication. Requires client ID and secret sent via a Basic authentication header with grant_type=client_credentials in the request body.\n\n| Field | Description |\n| --- | --- |\n| token_type | The type of token, always "bearer" |\n| expires_in | The lifetime of the access token, in seconds. Default is 3600. |',
    '+expires +scopes +bearer',
  ),
  // tbc-group-clone.readme.io
  entry(
    '+grant:client_credentials +bearer +expires=3600 +renews',
    'Issues an OAuth 2.0 access token using the Client Credentials grant flow.\nThe client authenticates using HTTP Basic authentication: the Authorization header must contain the Base64-encoded client_id:client_secret pair.\n\n## How to use the token\n\nOnce issued, include the access_token value in every subsequent call as a Bearer token in the Authorization header. The token is valid for 1 hour indicated by expires_in. After expiry, request a new token using this endpoint.',
    '',
  ),
  // docs.simplifi.work
  entry(
    '+grant:client_credentials +expires=3600',
    'Exchanges your client ID and secret for an access token.\n\nPass your client ID as the username and your client secret as the password. These are used only to obtain a bearer token from /oauth/token.\n\nThe type of grant being requested. Must always be client_credentials.\n\nSeconds until the token expires. This will always be 3600.',
    '+expires +grant:refresh_token +bearer',
  ),
  // docs.ripio.com
  entry(
    '+grant:client_credentials +expires',
    'Use Basic Auth with base64 encoded client_id:client_secret.\n\nBody: grant_type must be \'client_credentials\'.\n\nThe expiration time for the access token in seconds.\n\nThe type of token issued (always "Bearer" for this flow).\n\nThe scope of access granted by the token.',
    '+scopes +bearer',
  ),
  // webfiles-sc1.blackbaud.com
  entry(
    '+self-service +expires +revocable',
    '# Rotate the API key\n\nFor security reasons, we recommend creating a new API key annually. The steps outlined here can be used to generate the API key upon expiration or if it has been lost.\n\n1. Navigate to the Settings > API Configuration > Acme APIs area.\n2. Find the API and select Regenerate key from the item’s options.\n\nThis will display a new API key.',
    '+renews-by-person',
  ),
  // docs.primeintellect.ai
  entry(
    '+self-service +scopes +expires +revocable',
    '## Generating an API key\n\nTo generate an API key, navigate to Settings -> API Keys, and click the Generate New Key + button. You can assign fine-grained permissions to each key, which lets you create multiple keys with specific scopes or roles. Additionally, you can set an expiration date for each key. We strongly recommend always setting one to avoid indefinitely valid keys.\n\n## Revoking an API key\n\nIf you no longer need a key go to Settings -> API Keys, find your key on the list and click on Remove.',
    '+roles +never-expires',
  ),
  // docs.finalbuilder.com
  entry(
    '+self-service +expires +revocable',
    'The API Keys page in the Profile section allows you to manage your API keys, including creating new keys, regenerating, or deleting existing ones.\n\n## Creating a new API key\n\nTo create a new API key, click the Create new API key button. A dialog will appear where you can enter:\n\n- Name: A descriptive name for the API key.\n- Expires: Select the number of days until the API key expires from the dropdown list.\n\nAfter clicking Save, a new API key will be generated and displayed in a dialog.',
    '',
  ),
  // wso2.com
  entry(
    '+self-service +expires +revocable',
    "API keys are bound to a specific API. You generate a key directly for an API, and that key authenticates your requests to it: no application is required.\n\n## Generate an API key\n\n1. Sign in to the API Portal.\n2. Click **APIs** from the sidebar and open the API you want to invoke.\n3. In the API's submenu, click **API Keys**.\n4. Click **Generate API key**.\n5. In the dialog, enter a **Name** for the key and optionally set an **Expires at** date.\n6. **Copy the API key immediately.**\n\n## Revoke an API key\n\nTo permanently invalidate a key:\n\n1. Navigate to the API's API Keys page.\n2. Click **Revoke** next to the key.",
    '+scopes',
  ),
  // docs.delino.io
  entry(
    '+scopes +expires +revocable',
    '## Key information\n\nEach API key shows the following information:\n\n- Permissions: Summary of scopes assigned to the key: “Full Access”, or “X scopes” for granular permissions\n- Last used: When the key was last used\n- Expires: Expiration date (or “Never” if no expiration)\n\nThis guide covers viewing, monitoring, and revoking your API keys.',
    '+never-expires +self-service',
  ),
  // docs.mambu.com
  entry(
    '+revocable',
    'API key rotation allows you to invalidate an existing API key and replace it with a new one. To rotate an API key, you must use a secret key for authentication. If you have set a value for the Automatic Expiry of API Consumer Key in the UI then it will override any value you include in the body of your request to the expirationTime field.\n\nKeys that have been invalidated by rotation remain valid for a default grace period of thirty minutes.',
    '+expires +renews',
  ),
  // guide.data.gov.sg
  entry(
    '+expires +revocable',
    '## Deleting API keys\n\n1. Click the trash icon next to the API key you want to delete.\n\n## Expiring API keys\n\nYou can view your API key’s expiration date in the API dashboard, under the API Keys section.\n\nUsers will receive email notifications before an API key expires.',
    '+self-service',
  ),
  // docs.nuapay.com
  entry(
    '+basic',
    'For REST authentication the following HTTP headers are required in each request:\n\nMandatory API key authentication basic:\n\n1. template: "Authorization: Basic {Base64(API_KEY:)}"\n2. We encode this in base 64 (note that the colon (:) is required)',
  ),
  // docs.pulsy.app
  entry(
    '+basic',
    'External endpoints are protected by an API key that must be sent in the Authorization header using the Basic scheme. The value after Basic must be a Base64-encoded credential string.\n\nThe credential string is: <client_id>:<api_key>.',
  ),
  // docs.h2olinks.com
  entry(
    '+key-header=X-API-Key +basic +bearer',
    'The API accepts 3 different authentication methods:\n\n**Api key auth (http_api_key)**\n\nSend an authentication token in the X-API-Key header to authenticate with the API.\n\n**Basic auth (http)**\n\nBasic auth tokens are constructed with the Basic keyword, followed by a space, followed by a base64-encoded string of your username:password.\n\n**Bearer auth (http)**\n\nSend a bearer token (“JWT” formatted) in the Authorization HTTP header.',
  ),
  // docs.carbn.xyz
  entry(
    '+key-header=x-api-key +no-scopes',
    '- Pass your API key in the `x-api-key` header.\n- No username or password is required, just the API key.\n- All requests must be made over HTTPS.\n\nKeep your API keys secure. They grant full access to your account and should never be shared publicly.',
  ),
  // docs.bridgeapi.io
  entry(
    '+self-service +approval +key-header=Client-Secret',
    "After successfully creating a sandbox application on the dashboard, you will be provided with a set of essential API credentials: (client_id and client_secret).\n\nWhen you are ready to move to a production environment, you can activate your account on our dashboard if you use the payment solution, for other solutions please contact the Acme Team that will create the environment for you and you will be able to retrieve your production credentials autonomously.\n\n```\ncurl \"https://api.acme.io/v3/providers\" \\\n\t-H 'Client-Id: MY_CLIENT_ID' \\\n\t-H 'Client-Secret: MY_CLIENT_SECRET'\n```",
    '+key-header',
  ),
  // docs.bridgeapi.io, earlier edition
  entry(
    '+self-service +approval',
    "After creating a sandbox application on the dashboard, you get a set of API credentials (client_id and client_secret). Sandbox applications are for testing only and are limited to 20 users.\nWhen ready to go in production, contact us and we'll provide you with your production credentials.",
  ),
  // developer.digikey.com
  entry(
    '+self-service +sign-up',
    'Developers register a client application to use the API Solutions. In order for a developer to register an application, they must create an API Solutions account on https://developer.acme.com.\n\nAfter successful registration the developer will sign in into the developer portal. The developer now has access to the Sandbox and can create Sandbox applications.',
  ),
  // developers.tremendous.com
  entry(
    '+approval +sign-up',
    '# Production access\n\nIn order to obtain a production API key, Acme first needs to approve your account. Complete our production API access form by doing the following:\n\n1. Create a production account. Sign up at https://www.acme.com.\n2. Navigate to Team settings -> Developers and click "Request production API access".\n\nOnce you have submitted the form, an internal team member will review the information you have provided. We typically complete this review process within 1-2 business days.',
  ),
  // docs.pockyt.io
  entry(
    '+approval',
    '# Obtaining API credentials\n\nTo obtain your Sandbox API credentials, follow these steps:\n\n1. Start the application process by clicking on the "Apply Sandbox Credentials" link.\n2. Wait for the Acme team to review and approve your application, which typically takes about 2 days.\n3. Once approved, Acme will provide you with a unique secret token for the Sandbox environment.',
    '+sign-up',
  ),
  // developer.sportalliance.com
  entry(
    '+sign-up',
    'Your Partner Account gives you access to all your developer application definitions.\n\n## Join an existing account\n\nIf you are part of a team that already has an account with us, please reach out to your administrator for assistance.\n\n## Create a new partner account\n\n- Click on the "Create New Partner Account" button.\n- Enter the required information, such as your organization’s name, role, and contact details.\n- Review and accept our terms and conditions to proceed.',
  ),
  // docs.nium.com
  entry(
    '+expires=900 +renews',
    'A session must be initiated and authentication is required to establish a new session.\n\n## Login\n\nThe login API is used to obtain a token to open a session. This token must be used in subsequent API calls.\n\n- If there is no activity for 15 minutes, the token expires and Error 401 (Unauthorised) is returned when trying to perform further API calls. If so, login() must be performed again.',
    '',
  ),
  // docs.tibco.com
  entry(
    '+expires=1200 +renews',
    'When you make the initial authentication call, a new client session begins and a unique authentication token is generated. Authentication tokens automatically expire after 20 minutes of inactivity. When your token expires, an exception is returned. If this happens, you must invoke the authentication call again.',
    '+expires',
  ),
  // gateway.docs.projectx.com
  entry(
    '+expires=86400 +renews',
    'Once you have successfully authenticated, session tokens are only valid for 24 hours.\nIf your token has expired, you must re-validate it to receive a new token.\n\nTo validate your token, make a POST request to /api/Auth/validate.',
    '+expires',
  ),
  // developer.bill.com
  entry(
    '+self-service',
    'Sign in to your sandbox developer account with the /v2/Login.json API endpoint.\nThe required fields for signing in are userName, password, orgId, and devKey. Retrieve these values as part of your sandbox sign up process.\n\nIn response, your API session is created and a sessionId is generated. Use the sessionId in all subsequent API calls. If your API session is inactive for 35 minutes, the session expires and you are automatically signed out.',
    '+sign-up +expires +renews +scopes',
  ),
  // docs.etrnl.app
  entry(
    '+self-service +revocable',
    '## Creating your keys\n\nYou can create your API keys by navigating to your organization’s API Settings (you must be an administrator to access this page) and clicking on the “GENERATE KEYS” button.\nYou can click on the refresh icon on the right to deactivate the existing key and generate a new one.',
  ),
  // docs.istari.ai
  entry(
    '+self-service +revocable',
    '## Create an API key\n\n- Click Create API Key in the top-right of the page.\n- Give the key a name.\n- Optionally set a monthly quota to cap how many organizations the key can return in a single billing month.\n- Click Create to generate the key.\n\n## Manage existing keys\n\n- Disable: temporarily stop the key from working without deleting it.\n- Delete: remove the key permanently.',
  ),
  // planrightlimited.freshdesk.com
  entry(
    '+self-service +key-query=key +revocable',
    '- Choose the API page under the Settings menu\n- Click the Create New API Key button\n\nThe generated value should be used as the "key" query parameter when making API requests. To disable the key, click the key and choose Disable API Key.',
    '',
  ),
  // docs.contrastsecurity.com
  entry(
    '+self-service +revocable',
    '# View your keys\n\n1. Go to User menu > Your account > Profile.\n2. See the Your Keys section to view your organization keys, including your API key and Organization ID, and your personal keys, including your service key and authorization header.\n3. To rotate your service key, click Rotate.',
    '',
  ),
  // lukeapi.com
  entry(
    '+self-service +revocable',
    '## Finding your API key\n\nAfter subscribing to an API, your key is available in Settings → API Keys or on the subscription detail page. Keys are revealed once: if you miss it, rotate to get a new one.\n\n## Revoking a key\n\nTo revoke a key without generating a new one, cancel the subscription. The key stops working immediately.',
  ),
  // docs.revyl.ai
  entry(
    '+self-service +expires +revocable',
    '## Steps to obtain an API key\n\n1. On the sidebar, click on Account.\n2. Under the account settings menu, select Personal API Keys.\n3. Click on the New API Key button.\n4. Choose an expiration duration for the API key (e.g., One year).\n5. Click the Create button to generate the API key.\n6. Once created, your API key will be displayed.\n\nIf you believe your API key has been compromised, immediately revoke it and generate a new one.',
    '',
  ),
  // docs.spidra.io
  entry(
    '+self-service +key-header=x-api-key +revocable',
    '## Creating an API key\n\n- Go to Settings in your dashboard.\n- Click Add New API Key.\n- Give the key a name so you can identify it later.\n- Click Create API Key.\n\n## Using your API key\n\nPass your API key in the x-api-key header with every request.\n\n## Deleting a key\n\nClick the delete icon next to a key to remove it permanently.',
  ),
  // docs.rs/tradestation-api
  entry(
    '+grant:authorization_code +grant:refresh_token +expires=1200 +renews',
    'OAuth2 Authorization Code flow with token refresh.\n\n- Access token lifetime: 20 minutes\n- Refresh token lifetime: ~30 days\n\n1. Build an authorization URL.\n2. User visits the URL and grants access.\n3. Exchange the callback code.\n4. The token auto-refreshes.',
  ),
  // developer.seismic.com
  entry(
    '+grant:authorization_code +grant:refresh_token +expires=21600 +self-service',
    "The Authorization Code is an OAuth 2.0 grant that can be used to get short term access tokens and long term refresh tokens to access APIs on a user's behalf.\n\n- Create an app on the App Registration Portal.\n- Select authentication method as Authorization Code Flow.\n- Generate the client_secret from the app.\n\nToken lifetime:\n\n- Access token expiration: 21600 seconds (6 hours)\n- Refresh token expiration: 15552000 seconds (6 months)\n- Authorization code expiration: 600 seconds",
    '+expires',
  ),
  // tines.com
  entry(
    '+self-service',
    '# Service Account API Tokens\n\nAll tenant admins can now create and manage service account API tokens. These tokens do not belong to any user on the tenant and can be used to perform any operation via the API that an admin’s personal API token can.',
    '+roles +no-scopes',
  ),
  // gaijinentertainment.github.io
  entry(
    '+self-service +roles +expires',
    '# Service accounts\n\nClick the Create service account button to create a new one. You can assign roles for such accounts, just as you do for regular users.\n\nWhen you create a service account, you can specify a display name, comment, and limit the token lifetime. As a result, you will be issued a token that will allow you to make API requests on behalf of the account.',
    '',
  ),
  // docs.observeinc.com
  entry(
    '+self-service +expires',
    '# Create a service account token\n\n1. In the left navigation, select Admin > Service account.\n2. Click on the name of the service account you just created.\n3. Click Create service account token.\n4. Enter a name and description for the token, along with the terms of expiration. For example, specify 1w to have the token expire after one week.\n5. Copy and paste the API token in a safe place.',
    '+bearer +roles',
  ),
  // documentation.gravitee.io
  entry(
    '+self-service +roles',
    'To create a service account, go to the organization settings, create a new user, and choose Service Account.\n\nNext, ensure that this service account has the ADMIN role on the organization.\n\nFrom the newly created service account, scroll to the Tokens section at the bottom of the page and create a new token. Immediately copy your new personal access token. You won’t be able to see it again.',
  ),
  // help.qlik.com
  entry(
    '+self-service +scopes',
    '# Creating a service account\n\n1. Open the Users & Security page.\n2. Click Add service account.\n3. Select the permissions you need to grant to this service account, depending on the operations you need this service account to perform.\n4. Click Save.\n5. In the dialog box that is displayed, the ID and the secret of this service account are displayed.\n\nIts secret is displayed only once. It is required to generate or renew tokens for this service account.',
    '+renews +roles',
  ),
  // branddrive.readme.io
  entry(
    '',
    "To use the API, you need to authenticate your requests.\n\nYour server's IP address must be added to the whitelist by entering it in the designated field.\n\nYou can whitelist up to 5 IP addresses for your integration.",
  ),
  // docs.ingenuitycloudservices.com
  entry(
    '+self-service +revocable',
    'The API Key Manager allows users to create, view, and manage their API keys for the currently selected account.\n\n1. Navigate to User Management → API Key Manager from the sidebar.\n2. Click Add Key.\n3. Enter a name for the API key, then click Add Key to confirm.\n4. The new API key will be generated and added to your list.\n\nUnder Actions, click Delete Key to remove the key, or Whitelist IP to restrict the key to specific IP addresses.',
  ),
  // api-doc.letsexchange.io
  entry(
    '+self-service +bearer +scopes',
    "Before calling the API, the account’s API key needs to be generated to verify the partner’s identity. You can log in on the website and generate it by going to the API for developers section.\n\nEach account can have 5 API keys. Each key’s permission configuration is independent of the others.\n\n```\n'Authorization': 'Bearer %API_KEY_STRING%'\n```",
  ),
  // enclave-markets.notion.site
  entry(
    '+self-service +scopes',
    'To generate an API Key\n\n1. Sign into your account with a web browser\n2. Click on your address in the upper right corner\n3. Click "API Keys”\n4. Click Add New API Key\n5. Name the key\n6. Select the correct permissions\n7. Click "Create API Key”\n8. Record the secret key',
  ),
  // developers.kaleyra.io
  entry(
    '+self-service',
    '1. Sign in to your account.\n2. Go to Developers and click Generate API Key.\n3. In the Name field, enter the name you want for the API key.\n4. In the Whitelisted IP Addresses field, enter the addresses you want to whitelist.\n5. Click Save.\n\nThe API key is created successfully. You can see the details along with an auto-generated Security Identifier (SID) and API Key. You must pass this SID and API Key while executing the APIs.',
  ),
  // mymobileapi.readme.io
  entry(
    '+self-service',
    'The "API Keys" page is where your API keys, credentials, and settings can be managed.\n\nSimply click on "Settings" on the left-hand control panel menu, select the "API Keys" option and follow these easy steps. You will need to first create an API Key by clicking \'+ Create API Key\' in the top right corner.\n\nFrom here you can choose to create your own credentials or have them auto generated for you.',
  ),
  // docs.kinde.com
  entry(
    '',
    'Scopes define what permissions an API key has when making requests to your API. You can create custom scopes when you register your API, then assign them for each API key you create.\n\nAPI keys are immutable, so you can’t update the scopes of an existing API key. You can only create a new API key with the desired scopes.',
    '+self-service +scopes',
  ),
  // help.doit.com
  entry(
    '+no-scopes +expires',
    "Mints an API token for the service account and returns its accessToken once. The token inherits the service account's permissions as they stand at creation; there is no per-token scoping.\n\n| Field | Description |\n| --- | --- |\n| expiresTime | When the token should stop authenticating. Omit to let the server set the default expiry. |",
    '+roles',
  ),
  // kanidm.github.io
  entry(
    '+self-service',
    'Service accounts can have API tokens generated and associated with them. These tokens can be used for identification of the service account, and for granting extended access rights.\n\n```\nkanidm service-account api-token generate --name ENTRY_MANAGER ACCOUNT_ID LABEL [EXPIRY]\n```',
    '+scopes +expires',
  ),
];

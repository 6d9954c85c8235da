import { type Entry, of } from './entry.ts';

/** Customers, support, collaboration, people and mail, in their manuals' way of putting it. Labelled before the reader ran on them (November 2026). */
export const workplace: readonly Entry[] = [
  of(
    'developers.hubspot.com',
    [
      '',
      'API keys are no longer a supported authentication method for HubSpot’s APIs.',
      '-key-query -key-header -static-keys',
    ],
    [
      '+bearer',
      'When making calls with a private app access token, include it in the Authorization header as Bearer [YOUR_TOKEN].',
    ],

    [
      '+self-service +scopes',
      'In your account, click the settings icon, then Integrations > Private Apps, and Create private app. On the Scopes tab, select the Read or Write checkbox for each scope.',
      '+roles',
    ],
    [
      '+revocable',
      'To rotate your access token, click Rotate next to it; you may expire the old one now or within seven days.',
      '+expires +self-service',
    ],
    ['', 'If your HubSpot user is not a super admin, ask a super admin to set up the private app.', '+approval'],
  ),
  of(
    'help.salesforce.com',
    [
      '+grant:client_credentials',
      'Use the OAuth 2.0 client credentials flow when you need to share information without user interaction.',
    ],
    [
      '+grant:jwt_bearer',
      'With the OAuth 2.0 JWT bearer flow, a certificate is used to sign the JWT request and no explicit user interaction is needed.',
    ],
    [
      '+grant:password',
      'The username-password flow passes the credentials back and forth; use it only when there is a high degree of trust.',
    ],
    [
      '',
      'As of the Summer ’23 release, the OAuth 2.0 username-password flow is blocked by default in new orgs.',
      '-grant:password',
    ],
    ['+grant:device_code', 'Apps that run on devices with limited input use the device flow.'],
    [
      '+self-service',
      'From Setup, enter App Manager in the Quick Find box and click New Connected App. Save, then click Manage Consumer Details to see the consumer key and secret.',
    ],
    ['', 'Salesforce can also be the identity provider for your own customers’ sign-in.'],
    ['', 'Session timeout is set by your administrator, from 15 minutes to 24 hours.', '+expires'],
    [
      '+grant:refresh_token',
      'The refresh_token scope lets the app use the refresh token while the user is offline.',
      '+scopes',
    ],
  ),
  of(
    'developer.zendesk.com',
    [
      '+basic',
      'API tokens are combined with the email address: {email_address}/token:{api_token}, then base64-encoded and sent in an Authorization: Basic header.',
    ],
    ['+self-service', 'API tokens are managed in Admin Center at Apps and integrations > APIs > Zendesk API.'],
    ['', 'Password access is being removed on 12 January 2026.', '-basic'],
    [
      '+no-scopes',
      'API tokens are not associated with a specific user and can impersonate anyone in the account, including administrators.',
      '+roles',
    ],
    [
      '+grant:client_credentials',
      'Confidential clients can obtain an OAuth access token with the client credentials grant type.',
    ],
    ['', 'You can authenticate end users of the widget with a JWT.', ''],
  ),
  of(
    'developers.intercom.com',
    [
      '+self-service',
      'Once you have created an app in the Developer Hub, its access token is on the Authentication page under Configure.',
    ],
    ['', 'Apps that are meant for the App Store must pass our review.', '+approval'],
    ['+never-expires -grant:refresh_token', 'Intercom access tokens do not expire; there are no refresh tokens.', ''],
    [
      '',
      'If you’re building a public app, you need to set up OAuth so that other people can install it without handing over their tokens.',
      '+grant:authorization_code',
    ],
  ),
  of(
    'developers.freshworks.com',
    ['+self-service', 'Your API key is shown below the change password section of your profile settings.'],
    [
      '+basic',
      'curl -v -u apikey:X -X GET https://domain.freshdesk.com/api/v2/tickets uses the API key as the username and X as a dummy password.',
    ],
  ),
  of(
    'api.slack.com',
    ['+never-expires', 'Bot tokens don’t expire unless you have enabled token rotation.', '+expires'],
    ['+expires=43200', 'With token rotation turned on, an access token expires after 12 hours.', '+renews'],
    [
      '+scopes',
      'Scopes define the API methods an app is allowed to call, and which information it can read and write.',
    ],
    ['+bearer', 'Tokens should be passed in an HTTP Authorization header: Authorization: Bearer xoxb-1234-abcdefgh'],
    ['', 'Workspace owners can require that an admin approves every app before it is installed.', '+approval'],
    ['', 'Sign in with Slack helps users log in to your service with their Slack profile.'],
    ['', 'Legacy test tokens can no longer be created.', '-self-service'],
    ['-key-query', 'Sending tokens in the query string is not supported.'],
    ['+revocable', 'auth.revoke revokes an access token.'],
  ),
  of(
    'developers.notion.com',
    [
      '+self-service',
      'Go to notion.so/my-integrations, click the + New integration button and copy the Internal Integration Secret from the Secrets tab.',
    ],
    ['+scopes', 'An integration’s capabilities decide whether it can read, update or insert content.', '+roles'],
    ['', 'To give the integration access to a page, open the menu of the page and add the connection.'],
    ['', 'Public integrations undergo a Notion security review before they are published.', '+approval'],
    [
      '+grant:authorization_code',
      'Exchange the temporary code for an access token with POST https://api.notion.com/v1/oauth/token.',
    ],
  ),
  of(
    'airtable.com',
    ['+self-service', 'Personal access tokens can be made at airtable.com/create/tokens.'],
    [
      '',
      'API keys have been deprecated and it is no longer possible to create them; use personal access tokens instead.',
      '-self-service',
    ],
    ['+scopes', 'A token’s scopes restrict what it can do, and its access list which bases it can touch.'],
    ['+expires=3600', 'OAuth access tokens expire after 60 minutes.'],
    [
      '+grant:authorization_code +grant:authorization_code_pkce',
      'Our implementation follows the authorization code flow; PKCE is required for all integrations.',
    ],
  ),
  of(
    'developer.atlassian.com',
    [
      '+basic',
      'Basic auth requires an API token: supply your Atlassian account email as the username and the API token as the password.',
    ],
    [
      '+expires',
      'New API tokens expire after one year by default; you can pick a date between one day and one year.',
      '+expires=31536000',
    ],
    [
      '+self-service',
      'Log in to https://id.atlassian.com/manage-profile/security/api-tokens, select Create API token, and give it a label.',
    ],
    ['-basic', 'Basic authentication with passwords is deprecated and has been removed.'],
    [
      '-grant:client_credentials',
      '3LO is the only OAuth 2.0 flow for Jira Cloud; the client credentials grant (2LO) is not supported for third-party apps.',
      '+grant:authorization_code -grant:implicit -grant:password -grant:device_code',
    ],
    [
      '+grant:refresh_token +renews',
      'Rotating refresh tokens issue a new, limited-life refresh token each time they are used to get a new access token.',
    ],
    ['', 'Forge apps get authentication for free, so you need not implement it.'],
  ),
  of(
    'monday.com',
    [
      '+self-service',
      'Click on your avatar in the top right, select Developers, and in My access tokens click Show and copy your personal token.',
      '',
    ],
    ['+no-scopes', 'Personal tokens have the same permissions as your user in the UI.', '+roles'],
    ['+revocable', 'Regenerating a token makes the old one expire at once.', '+expires +self-service'],
    ['+never-expires', 'Access tokens don’t expire and are valid until the user uninstalls your app.', '+revocable'],
  ),
  of(
    'asana.com',
    ['+self-service', 'You can generate a personal access token from the developer console.'],
    ['+revocable', 'Remember to deauthorize personal access tokens that you no longer use.'],
    ['', 'Service accounts are available to Enterprise organizations; only a super admin can create one.', '+approval'],
    [
      '+expires=3600',
      'Access tokens last for one hour, refresh tokens do not expire.',
      '+grant:refresh_token +never-expires',
    ],
  ),
  of(
    'trello.com',
    ['+key-query=key', 'https://api.trello.com/1/members/me/?key={yourKey}&token={yourToken}', '+key-query'],
    [
      '+self-service',
      'Once you have made a Power-Up, visit https://trello.com/power-ups/admin, open the API Key tab and choose Generate a new API Key.',
    ],
    ['', 'expiration: when the token should expire. 1hour, 1day, 30days, never', '+expires +never-expires'],
  ),
  of(
    'clickup.com',
    ['+never-expires', 'The access token currently does not expire. This is subject to change.'],
    ['+self-service', 'In the lower-left corner click your avatar, choose Apps, and under API Token click Generate.'],
  ),
  of(
    'developers.docusign.com',
    [
      '+grant:jwt_bearer',
      'The JWT Grant is meant for service integrations that act on behalf of a user who is not present; the user consents once.',
    ],
    [
      '+approval',
      'Before you can use your integration key in production, your app must pass the go-live review: make at least 20 successful API calls in the developer environment.',
    ],
    ['+sign-up', 'Create a free developer account to start.', '+self-service'],
    ['', 'Legacy header authentication with X-DocuSign-Authentication has reached end of life.', '-key-header -basic'],
    [
      '+renews +grant:jwt_bearer',
      'JWT Grant does not return a refresh token; request a new access token with another JWT when the old one has expired.',
      '+expires',
    ],
    [
      '+grant:implicit',
      'With Implicit Grant the user signs in with the browser and the token comes back in the redirect URL.',
    ],
  ),
  of(
    'developer.box.com',
    [
      '',
      'Server authentication apps must be authorized by an admin of the enterprise before they can be used.',
      '+approval',
    ],
    ['+expires=3600', 'A developer token is valid for 60 minutes and cannot be refreshed.', '-renews'],
    [
      '+grant:client_credentials',
      'The Client Credentials Grant lets an app authenticate as its service account with client ID and secret.',
    ],
    [
      '+self-service',
      'Navigate to the Developer Console, click Create New App, and copy client ID and secret from the Configuration tab.',
    ],
  ),
  of(
    'dropbox.com',
    [
      '+expires',
      'Dropbox no longer issues long-lived access tokens; short-lived ones take their place.',
      '-never-expires',
    ],
    [
      '+self-service',
      'On your app’s page in the App Console, use the Generate button to get an access token for your own account.',
    ],
    ['+grant:refresh_token', 'Set token_access_type=offline to receive a refresh token.'],
    ['', 'Once more than 50 users have linked your app, you must apply for production status.', '+approval'],
    ['+scopes', 'Scoped apps request only the permissions they need, such as files.metadata.read.'],
  ),
  of(
    'developers.zoom.us',
    [
      '+grant:vendor',
      'Server-to-Server OAuth apps request a token with grant_type=account_credentials.',
      '+grant:client_credentials',
    ],
    [
      '+expires=3600 +renews',
      'Account access tokens have no refresh token: ask for another when it expires after an hour.',
      '-grant:refresh_token',
    ],
    ['', 'The JWT app type was deprecated in June 2023.', '-grant:jwt_bearer'],
    ['', 'To publish your app on the App Marketplace, submit it for review.', '+approval'],
  ),
  of(
    'developer.webex.com',
    [
      '+expires=43200',
      'The personal access token on your developer portal page lasts 12 hours and is meant for testing.',
      '+self-service',
    ],
    [
      '+never-expires',
      'Bot tokens are practically permanent: they are valid for 100 years.',
      '+expires=3153600000 +expires',
    ],
    [
      '+grant:refresh_token +renews',
      'Use the refresh token to get a new access token; this also renews the refresh token’s 90 days.',
    ],
    ['', 'Service apps have to be authorized by a full admin in Control Hub.', '+approval'],
  ),
  of(
    'mailchimp.com',
    [
      '+basic',
      'Authenticate with HTTP Basic: enter any string as your username and supply your API key as the password.',
    ],

    ['+no-scopes', 'API keys grant full access to your account and should be protected like a password.'],
    [
      '+never-expires',
      'Mailchimp access tokens do not expire, so you don’t need to use a refresh_token.',
      '-grant:refresh_token',
    ],
  ),
  of(
    'sendgrid.com',
    [
      '+self-service +scopes',
      'In the left navigation bar go to Settings, API Keys, click Create API Key, and choose Full Access, Restricted Access or Billing Access.',
      '+roles',
    ],
    ['+bearer', 'All calls need the header Authorization: Bearer <<YOUR_API_KEY_HERE>>'],
    ['', 'After you click Create & View, we show the key once and never again.', '+self-service'],
    [
      '',
      'You may not authenticate with your username and password any more; two-factor authentication is required.',
      '-basic',
    ],
  ),
  of(
    'klaviyo.com',
    ['+scheme-word=Klaviyo-API-Key', 'Authorization: Klaviyo-API-Key your-private-api-key', '+scheme-word'],
    [
      '+scopes',
      'You can add scopes to a private key, restricting third-party access to read-only or full; scopes cannot be edited after the key is created.',
      '+roles',
    ],
    ['', 'Your public API key (site ID) identifies your account and is safe to expose.'],
  ),
  of(
    'activecampaign.com',
    ['+key-header=Api-Token', 'Authenticate with your API key in an HTTP header named Api-Token.'],
    [
      '+self-service',
      'Your API key is on the Settings page under the Developer tab. Each user in your account has their own key.',
    ],
  ),
  of(
    'developer.workday.com',
    ['', 'Ask your Workday administrator to register an API client for you.', '+approval'],
    [
      '',
      'Select Non-Expiring Refresh Tokens and generate one for the integration system user.',
      '+grant:refresh_token +never-expires',
    ],
    ['+scopes', 'Functional areas limit which web services the client can reach.'],
  ),
  of(
    'bamboohr.com',
    ['+basic', 'The API key is the username and any string works as the password in HTTP Basic Authentication.'],
    [
      '+self-service',
      'To generate an API key, a user clicks their name in the lower left corner and chooses API Keys.',
    ],
    ['+no-scopes', 'An API key has the same access as the user who generated it.', '+roles'],
  ),
  of(
    'personio.de',
    ['+expires=86400', 'The bearer token you receive is valid for 24 hours.', '+bearer'],
    [
      '+self-service +scopes',
      'Go to Marketplace > Connected integrations > API credentials and click Generate new credentials. Select which resources the credential may read or write.',
      '+roles',
    ],
    ['+grant:client_credentials', 'POST /v2/auth/token with grant_type set to client_credentials returns the token.'],
  ),
  of(
    'smartling.com',
    [
      '+never-expires +revocable',
      'The credentials of an API token can be used again and again, they don’t expire, and it is simple to delete them and create others.',
      '+self-service',
    ],
    ['+scopes', 'Tokens can be scoped to a whole account or to one project.'],
  ),
  of(
    'wufoo.com',
    ['+basic', 'Username: your API key. Password: anything, we ignore it.'],
    ['', 'Anyone with your key sees the entries of your forms.', '+no-scopes'],
  ),
].flat();

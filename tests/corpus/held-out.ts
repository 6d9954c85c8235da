/**
 * Written before the rules ran for the first time. Blind result of that run: precision 0.981, recall 0.971. Two faults of the sample reader that it
 * showed later (a truncated credential, a `/token:` inside a user name) were repaired, so its recall is no longer blind; no wording rule was fitted to it.
 */
import { type Entry, entry } from './entry.ts';

export const heldOut: readonly Entry[] = [
  // Machine grants
  entry(
    '+grant:client_credentials',
    'Exchange your client ID and client secret for an access token.\n\n```\ncurl -v https://api-m.sandbox.acme.com/v1/oauth2/token -u "CLIENT_ID:CLIENT_SECRET" -d "grant_type=client_credentials"\n```',
  ),
  entry(
    '+grant:vendor +expires=3600',
    'Server-to-Server OAuth: POST https://acme.us/oauth/token with grant_type=account_credentials and the account ID. Tokens expire after one hour.',
    '+grant:client_credentials',
  ),
  entry(
    '+grant:jwt_bearer',
    'Service accounts: sign a JWT with the private key and exchange it at https://oauth2.acme.com/token with `grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer`.',
  ),
  entry(
    '+grant:jwt_bearer',
    'The JWT Grant lets a service integration impersonate a user after consent was given once.',
    '+grant:authorization_code',
  ),
  entry(
    '+grant:client_credentials',
    'Daemon applications that run without a user sign in as themselves with the OAuth 2.0 client credentials grant flow.',
  ),
  entry(
    '+grant:client_credentials',
    'Application-only authentication uses `grant_type=client_credentials`; the request carries no user.',
  ),
  entry(
    '+grant:client_credentials -grant:authorization_code -grant:implicit -grant:password -grant:device_code',
    'Client credentials is the only grant type we support.',
  ),
  entry(
    '+grant:authorization_code -grant:client_credentials',
    'Use the authorization code flow. The client credentials flow is not offered.',
  ),
  entry('+grant:client_credentials', '| Grant | For |\n| --- | --- |\n| client_credentials | Server applications |'),
  entry(
    '+grant:client_credentials +expires=86400',
    'M2M applications request a token by client_id, client_secret and audience (client credentials grant); it is valid for 24 hours.',
  ),
  entry('+grant:token_exchange', 'Token exchange (RFC 8693) swaps the token of a subject for a narrower one.'),
  // Grants with people
  entry(
    '+grant:authorization_code',
    'Redirect the seller to https://connect.acme.com/oauth2/authorize; after they allow access we send a code to your redirect URL.',
  ),
  entry(
    '+grant:authorization_code_pkce +grant:authorization_code',
    'Public clients must use the authorization code flow with PKCE (S256).',
    '',
  ),
  entry('+grant:authorization_code', 'The API supports three-legged OAuth for apps that act for members.'),
  entry('-grant:implicit', 'The implicit flow was removed in March 2024.'),
  entry(
    '+grant:implicit +grant:authorization_code',
    'Client-side apps may use the implicit grant flow (`response_type=token`); we recommend the code flow.',
    '',
  ),
  entry('-grant:password', 'Resource owner password credentials are not supported.'),
  entry('+grant:password', 'Script apps may post `grant_type=password` with username and password.'),
  entry(
    '+grant:device_code',
    'TVs and consoles: ask /oauth/device for a user_code (OAuth device flow, RFC 8628) and poll the token endpoint.',
  ),
  entry(
    '+grant:refresh_token +renews +expires=7200',
    'Access tokens last two hours. Use the refresh token to get a new access token without asking the user again.',
  ),
  entry('-grant:refresh_token', 'We do not issue refresh tokens.'),
  entry('+grant:refresh_token', 'Add the offline_access scope to receive a refresh token.', '+scopes +renews'),
  entry('-grant:device_code', 'Device authorization is unavailable.'),
  entry('', 'Errors: unsupported_grant_type, invalid_grant, unauthorized_client.'),
  entry('', 'Keep your client credentials secret and never commit them to a repository.'),
  entry('', 'Verify users with a one-time code or silent device approval on their phone.'),
  entry('', 'The implicit conversion of currencies is rounded to two digits.'),
  // What the API takes
  entry('+bearer', 'Pass the integration token as a bearer token with each request.'),
  entry(
    '+bearer',
    '```\ncurl "https://api.acme.com/v1/users/me" -H \'Authorization: Bearer \'"$ACME_API_KEY"\'\' -H "Acme-Version: 2022-06-28"\n```',
  ),
  entry(
    '+key-header=x-api-key',
    '```\ncurl https://api.acme.com/v1/messages --header "x-api-key: $ACME_API_KEY" --header "acme-version: 2023-06-01"\n```',
  ),
  entry(
    '+key-header=DD-API-KEY +key-header=DD-APPLICATION-KEY',
    'Send both the `DD-API-KEY` and the `DD-APPLICATION-KEY` header.',
  ),
  entry('+scheme-word=GenieKey', 'Requests carry `Authorization: GenieKey <api key>`.'),
  entry(
    '+scheme-word=Token',
    '```\ncurl -H "Authorization: Token token=y_NbAkKc66ryYTWUXYEu" https://api.acme.com/incidents\n```',
  ),
  entry('+scheme-word=Bot', 'Bots send `Authorization: Bot MTk4NjIy...`.'),
  entry(
    '+scheme-word=',
    'The header is the personal key without a prefix: `Authorization: pk_4753994_EXP7MPOJ7XQM5UJDV2M45MPF0YHH5YHO`.',
  ),
  entry('+basic', 'We use HTTP basic auth: `api` as the username, your private key as the password.'),
  entry('+basic', 'Authenticate with your e-mail address and an API token over Basic authentication.'),
  entry(
    '+basic',
    '```\ncurl https://acme.example.com/api/v2/users.json -u jdoe@example.com/token:6wiIBWbGkBMo1mRDMuVwkw1EPsNkeUj95PIz2akv\n```',
  ),
  entry('-basic', 'Basic authentication was removed; requests that use it get 401.'),
  entry('+key-query=key', '```\nGET https://maps.acme.com/maps/api/geocode/json?address=Berlin&key=YOUR_API_KEY\n```'),
  entry(
    '+key-query=api_token',
    'Append `api_token` as a query parameter: https://acme.example.com/v1/deals?api_token=YOUR_TOKEN.',
  ),
  entry('-key-query', 'Passing access_token in the query string is no longer supported.'),
  entry('+cookie', 'Log in first; the API authenticates by the session cookie that the browser received.'),
  entry('+no-tokens', 'We currently have no public API.'),
  entry('+no-tokens', 'Acme has no developer API and offers neither keys nor tokens.'),
  entry('', 'No API key is needed for the public endpoints.'),
  entry('', 'The Basic plan includes 1,000 requests.'),
  entry('', 'We use cookies to improve your experience.'),
  entry('+bearer', 'Access tokens go into the Authorization header with the Bearer scheme.'),
  entry('', 'Every response has an X-Request-Id header; send an Idempotency-Key with POST requests.'),
  // Self-service
  entry('+self-service', 'Go to Settings > Developers > Access tokens and click Create token.'),
  entry(
    '+self-service',
    'Create an app in the Developer Dashboard; the client ID and secret appear under Credentials.',
  ),
  entry('+self-service', 'Generate a personal API key from your account settings.'),
  entry('+self-service', 'Your API key is on the Integrations page of your account.'),
  entry('+self-service +sign-up', 'Sign up for a free account and get your API key in seconds.'),
  entry('+self-service', 'Sandbox credentials are ready the moment you register.', '+sign-up'),
  entry('+self-service', 'Any user can make an internal integration and copy its secret.'),
  entry('+self-service', 'Register your application in the portal to obtain a client ID.'),
  entry(
    '+sign-up',
    'You need a developer account. Registering takes a minute and asks you to confirm your e-mail address.',
  ),
  entry('', 'Create a payment, then copy its ID from the response.'),
  entry('', 'Generate a report for your account in the dashboard.'),
  entry('', 'POST /v1/api_keys creates an API key and needs an admin key.', ''),
  // Approval
  entry('+approval', 'Access to the API is limited to approved partners.'),
  entry(
    '+approval',
    'Fill in the form to request access to the API. Our team reviews each application within five business days.',
  ),
  entry('+approval', 'You must apply for a developer account, and applications are reviewed manually.'),
  entry('+approval', 'Production credentials are issued after a certification review.'),
  entry('+approval', 'To receive your client ID, please contact your account manager.'),
  entry('+approval', 'API keys are available on request: write to api@acme.example.'),
  entry('+approval', 'Join the waitlist for API access.'),
  entry('+approval', 'The API is available to enterprise customers only; talk to sales to have it enabled.'),
  entry('-approval', 'No approval is required: keys work right away.', '+self-service'),
  entry('', 'Request an access token from the token endpoint.'),
  entry('', 'Message templates need approval before you can send them.'),
  entry('', 'Apply filters to narrow the result.'),
  entry('', 'You may request access to your personal data under the GDPR.'),
  entry('', 'Contact sales for volume discounts.'),
  entry('', 'Invite teammates and review their pull requests.'),
  // Life
  entry('+expires=1800', 'The response has `"expires_in": 1800`.'),
  entry('+expires=2592000', 'Tokens expire in 30 days.'),
  entry(
    '+expires=28800',
    'Access tokens are valid for 8 hours and refresh tokens for 60 days.',
    '+renews +grant:refresh_token',
  ),
  entry('+expires', 'Access tokens are short-lived.'),
  entry('+never-expires', 'API keys do not expire.'),
  entry('+never-expires +revocable', 'Tokens stay valid until they are revoked.'),
  entry('+never-expires', 'Access tokens have no expiration date.'),
  entry('+renews', 'When the token has expired, simply request another one with the same credentials.'),
  entry(
    '+renews-by-person',
    'After 60 days the member has to go through the authorization flow again.',
    '+expires=5184000 +grant:authorization_code',
  ),
  entry('+renews-by-person', 'Expired keys must be regenerated by hand in the console.', '+expires'),
  entry('+revocable', 'You can revoke a token at any time in your settings.'),
  entry('+revocable', 'Rotate keys regularly and delete those that you no longer use.'),
  entry('', 'Authorization codes expire after ten minutes and can be used once.', '+grant:authorization_code'),
  entry('', 'The upload URL expires in one hour.'),
  entry('', 'Quotes are valid for 30 days.'),
  entry('', 'Your trial expires in 14 days.'),
  // Limits
  entry('+scopes', 'Request only the scopes you need, for example `crm.objects.contacts.read`.'),
  entry('+scopes', '## Scopes\n\n- data.records:read\n- data.records:write\n- schema.bases:read'),
  entry('+scopes', 'Choose which permissions the token gets: Zone Read, DNS Edit and so on.'),
  entry(
    '+scopes +grant:authorization_code',
    '```\nhttps://acme.com/oauth2/authorize?client_id=1&response_type=code&scope=identify%20guilds\n```',
    '',
  ),
  entry('+no-scopes', 'API tokens have the same permissions as the user; they cannot be restricted.'),
  entry('+no-scopes', 'Every API key gives full access to your account.'),
  entry('+roles', 'Keys are either read-only or read/write.', '+scopes'),
  entry('', 'The scope of this guide is the REST API.'),
  // Other languages
  entry('+self-service', 'Erstellen Sie Ihren API-Schlüssel im Kundenkonto unter „Einstellungen“.'),
  entry('+approval', 'Der Zugang zur API muss beantragt werden; die Freischaltung erfolgt nach Prüfung.'),
  entry('+self-service', 'Générez votre clé API depuis votre espace développeur.'),
  entry('+approval', 'L’accès à l’API se fait sur demande, après validation de votre dossier.'),
  entry('+self-service', 'Crea tu clave de API desde el panel de control.'),
  entry('+approval', 'El acceso a la API está sujeto a aprobación.'),
  entry('+self-service', 'Gere sua chave de API no painel.'),
  entry('+self-service', '管理画面でAPIキーを発行できます。'),
  entry('+approval', 'APIのご利用には申請と審査が必要です。'),
  entry('+self-service', '登录控制台后即可创建 API 密钥。'),
  entry('+approval', '提交申请，审核通过后开通接口权限。'),
  entry('+self-service', '설정 페이지에서 API 키를 발급받을 수 있습니다.'),
  entry('', 'Ohne Genehmigung dürfen Bilder nicht kopiert werden.'),
];

import { type Entry, entry } from './entry.ts';

/** OAuth grants: affirmed, denied, exclusive, and the words that only look like them. */
export const grants: readonly Entry[] = [
  // client_credentials
  entry(
    '+grant:authorization_code',
    '```\ncurl https://api.acme.com/oauth/access_token \\\n -d "client_id=1" \\\n -d "client_secret=x" \\\n -d "code=abcdef" \\\n -d "redirect_uri=https://example.com"\n```',
  ),
  entry('', '```\n{"code": "invalid_client", "client_secret": "missing"}\n```'),
  entry(
    '+grant:client_credentials',
    'To get an access token, send your client ID and secret with grant_type=client_credentials to the token endpoint.',
  ),
  entry(
    '+grant:client_credentials',
    '```\ncurl --request POST https://auth.acme.com/oauth/token --header "content-type: application/json" --data \'{"client_id":"x","client_secret":"y","audience":"https://api","grant_type":"client_credentials"}\'\n```',
  ),
  entry(
    '+grant:client_credentials',
    '```\nPOST /oauth2/token HTTP/1.1\nHost: api.acme.com\n\ngrant_type=client_credentials&scope=read\n```',
    '+scopes',
  ),
  entry(
    '+grant:client_credentials',
    'OAuth 2.0 Client Credentials flow for connected apps runs as one chosen integration user.',
  ),
  entry('+grant:client_credentials', '## Client credentials\n\nFor scripts that act on their own behalf.'),
  entry(
    '+grant:client_credentials +grant:authorization_code +grant:refresh_token',
    'Supported grant types: authorization_code, refresh_token, client_credentials.',
  ),
  entry(
    '+grant:client_credentials +grant:authorization_code +grant:implicit',
    'The platform supports the authorization code, implicit and client credentials flows.',
  ),
  entry('+grant:client_credentials', 'The two-legged flow needs no user: the application itself is authorised.'),
  entry(
    '+grant:client_credentials',
    'App access tokens are obtained through the client credentials grant flow and need no user.',
  ),
  entry('+grant:client_credentials', 'For server-side applications we provide a Client Credentials grant.'),
  entry(
    '+grant:client_credentials',
    'API services apps (OAuth 2.0 service app) use the client credentials flow with private_key_jwt; a client secret is not accepted for them.',
  ),
  entry('+grant:client_credentials', 'Use OAuth 2.0 machine-to-machine applications for backend services.'),
  entry('+grant:client_credentials', 'Get an app-only access token with your client credentials.', ''),
  entry(
    '+grant:client_credentials',
    'Exchange your client ID and client secret for a bearer token that lasts for the session.',
    '+bearer',
  ),
  entry(
    '+grant:client_credentials +expires=3599',
    'An app token is issued by client credentials grant; the response holds expires_in 3599.',
  ),
  entry(
    '+grant:client_credentials +grant:jwt_bearer',
    'Two flows need no user: client credentials and JWT bearer.',
    '',
  ),
  entry(
    '+grant:client_credentials',
    'CCG (Client Credentials Grant) apps authenticate as a service account.',
    '+grant:jwt_bearer',
  ),
  entry('-grant:client_credentials', 'We do not support the client credentials grant.'),
  entry(
    '',
    'The client_credentials grant type is not available for public apps.',
    '+grant:client_credentials -grant:client_credentials',
  ),
  entry(
    '-grant:client_credentials +grant:authorization_code',
    'Only three-legged OAuth (authorization code) exists; there is no client credentials flow.',
    '-grant:implicit -grant:password -grant:device_code',
  ),
  entry('-grant:client_credentials', "The client credentials flow isn't supported: every token belongs to a user."),
  entry(
    '+grant:client_credentials',
    'The client credentials flow does not include user authorization, so only public endpoints can be called.',
  ),
  entry('+grant:client_credentials', "You can't use the client credentials flow to read private data."),
  entry(
    '+grant:client_credentials -grant:implicit -grant:password -grant:authorization_code -grant:device_code',
    'We only support the client credentials grant type.',
  ),
  entry(
    '+grant:client_credentials -grant:implicit -grant:password -grant:authorization_code -grant:device_code',
    'The only supported grant type is client_credentials.',
  ),
  entry(
    '+grant:authorization_code -grant:implicit -grant:password -grant:client_credentials -grant:device_code',
    'Authorization code is the only supported flow.',
  ),
  entry(
    '+grant:authorization_code -grant:implicit -grant:password -grant:client_credentials -grant:device_code',
    'The API only supports the authorization code grant type.',
  ),
  entry(
    '+grant:authorization_code +grant:client_credentials -grant:implicit -grant:password -grant:device_code',
    'Only the authorization code and client credentials grants are supported.',
  ),
  entry('+grant:client_credentials', 'Only the client credentials grant requires a client secret.'),
  entry('+grant:client_credentials', 'The client credentials grant is available only to confidential clients.'),
  entry('', 'Store your client credentials (client ID and secret) in a vault.'),
  entry('', 'Copy the client credentials from the application page into your configuration file.', '+self-service'),
  entry('', 'Invalid client credentials were supplied.'),
  entry(
    '',
    '| Error | Meaning |\n| --- | --- |\n| invalid_client | Client authentication failed |\n| unsupported_grant_type | The grant type is not supported |',
  ),
  entry(
    '',
    'invalid_grant: the authorization code, refresh token or resource owner credentials are invalid or expired.',
  ),
  entry(
    '',
    'The OAuth 2.0 specification defines four grants: authorization code, implicit, password and client credentials.',
  ),
  // vendor machine grants
  entry(
    '+grant:vendor',
    '```\ncurl -X POST https://acme.us/oauth/token -d "grant_type=account_credentials" -d "account_id=123" -u CLIENT_ID:SECRET\n```',
  ),
  entry(
    '+grant:vendor',
    'Trade your API key for an IAM token with `grant_type=urn:acme:params:oauth:grant-type:apikey`.',
  ),
  entry(
    '+grant:vendor',
    'Sign a JWT with the private key of the app and POST it to /app/installations/{id}/access_tokens.',
  ),
  entry(
    '+grant:vendor',
    'Server-to-Server OAuth apps use the grant type account_credentials.',
    '+grant:client_credentials',
  ),
  entry('', 'Set `grant_type` as described below.'),
  // jwt_bearer
  entry(
    '+grant:jwt_bearer',
    'Create a JWT, sign it with your RSA key and post it as the assertion to https://login.acme.com/services/oauth2/token.',
  ),
  entry(
    '+grant:jwt_bearer',
    'OAuth 2.0 JWT Bearer Flow for server-to-server integration.',
    '+grant:client_credentials',
  ),
  entry(
    '+grant:jwt_bearer',
    '```\ngrant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=eyJhbGciOi\n```\n\nThis is `urn:ietf:params:oauth:grant-type:jwt-bearer`.',
  ),
  entry(
    '+grant:jwt_bearer',
    'A service account is a bot user with its own key file; the library signs a JWT and exchanges it for an access token.',
  ),
  entry(
    '',
    'Authenticate the client with `client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer`.',
  ),
  entry('-grant:jwt_bearer', 'The JWT bearer grant is not supported.'),
  // authorization_code
  entry('+grant:authorization_code', 'This API uses the OAuth 2.0 authorization code grant.'),
  entry('+grant:authorization_code', 'Exchange the authorization code for an access token by POSTing to /oauth/token.'),
  entry(
    '+grant:authorization_code',
    'After the merchant approves, we redirect to your callback with a code; swap the code for a token within ten minutes.',
  ),
  entry(
    '+grant:authorization_code',
    '```\nhttps://www.acme.com/oauth2/authorize?response_type=code&client_id=ID&redirect_uri=https://you.example.com\n```',
  ),
  entry('+grant:authorization_code', '```json\n{"grant_type": "authorization_code", "code": "e202e8c9"}\n```'),
  entry(
    '+grant:authorization_code',
    'Direct the user to the authorization URL; when they consent, the browser returns with a temporary code in the redirect.',
  ),
  entry('+grant:authorization_code', '| Flow | Server-side |\n| --- | --- |\n| Authorization code | Yes |'),
  entry(
    '+grant:authorization_code',
    'Public integrations use OAuth: the user is sent to https://api.acme.com/v1/oauth/authorize and the code is exchanged with HTTP Basic client authentication.',
  ),
  entry(
    '+grant:authorization_code',
    'Authorise at https://www.acme.com/dialog/oauth, then exchange the code at /oauth/access_token.',
  ),
  entry('+grant:authorization_code +grant:implicit', 'Authorize with response_type code or token.'),
  entry('-grant:authorization_code', 'The authorization code grant is not offered.'),
  entry(
    '+grant:authorization_code +grant:authorization_code_pkce',
    'Use the authorization code flow with Proof Key for Code Exchange (PKCE).',
  ),
  entry(
    '+grant:authorization_code_pkce +grant:authorization_code',
    'Native apps send code_challenge and code_verifier (PKCE) with the code flow.',
  ),
  entry('-grant:authorization_code_pkce', 'PKCE is not supported.'),
  entry('+grant:authorization_code_pkce', 'PKCE is required for all new apps.', '+grant:authorization_code'),
  entry('', 'Copy the code sample below.'),
  entry('', 'The response code tells whether the request was authorised.'),
  entry('', 'An authorization hold is placed on the card; capture it with its authorization code.', ''),
  // implicit
  entry('+grant:implicit', 'Single-page apps can use the implicit grant.'),
  entry('+grant:implicit', 'The implicit flow is deprecated but still works for existing apps.'),
  entry(
    '+grant:implicit',
    'Implicit grant flow: redirect to /authorize with response_type=token; the token comes back in the fragment.',
  ),
  entry('-grant:implicit', 'Implicit grants are no longer supported.'),
  entry(
    '-grant:implicit +grant:authorization_code',
    'The implicit grant has been discontinued; use the authorization code flow.',
    '',
  ),
  entry('-grant:implicit -grant:password', 'Neither the implicit grant nor the password grant is supported.'),
  entry(
    '-grant:implicit -grant:password -grant:device_code',
    'We do not support the implicit, password or device grants.',
  ),
  entry('-grant:implicit -grant:password', 'The implicit and password flows are not available.'),
  entry('', 'There is an implicit limit of 100 objects per page.'),
  entry('', 'Implicit waits slow down your tests.'),
  // password
  entry('+grant:password', 'The resource owner password flow is meant for trusted first-party clients.'),
  entry(
    '+grant:password',
    '```\ncurl https://login.acme.com/oauth2/token -d "grant_type=password" -d "username=u" -d "password=p"\n```',
  ),
  entry('+grant:password', 'OAuth 2.0 username-password flow for special scenarios.'),
  entry('-grant:password', 'The password grant type has been removed.'),
  entry('-grant:password', 'ROPC is not supported.'),
  entry('', 'Reset your password in the account settings.'),
  entry('+basic', 'Send your username and password with HTTP Basic authentication.'),
  entry(
    '+grant:authorization_code +grant:refresh_token +grant:password +grant:client_credentials',
    'POST to /api/v1/access_token: grant_type=authorization_code, refresh_token, password (scripts only) or client_credentials.',
  ),
  // device
  entry('+grant:device_code', 'CLI tools use the device authorization grant: show the user_code and poll.'),
  entry('+grant:device_code', 'The OAuth 2.0 device code flow lets users sign in on a second screen.'),
  entry('+grant:device_code', '```\nPOST https://acme.com/login/device/code\n```'),
  entry('+grant:device_code', 'Poll with grant_type=urn:ietf:params:oauth:grant-type:device_code.'),
  entry('-grant:device_code', 'We do not offer a device flow.'),
  entry('', 'Scan the device code printed on the back of the terminal.'),
  entry('', 'Register the device token for push notifications.'),
  // refresh_token
  entry('+grant:refresh_token', '`POST /oauth/token` with `grant_type=refresh_token`.', '+renews'),
  entry('+grant:refresh_token', 'The response has access_token, refresh_token and token_type.'),
  entry('+grant:refresh_token +renews', 'Send the refresh token to obtain a new access token.'),
  entry('-grant:refresh_token', 'Refresh tokens are not supported.'),
  entry('-grant:refresh_token +renews', 'There is no refresh token; ask again when the token has run out.', '+expires'),
  entry('-grant:refresh_token', "The response doesn't include a refresh token."),
  entry('+grant:client_credentials', 'No refresh token is returned with the client credentials grant.'),
  entry('+grant:implicit', 'The implicit grant flow does not return refresh tokens.'),
  entry('+grant:refresh_token', 'Refresh tokens are available to a limited set of partners only.', '+approval'),
  entry('+grant:refresh_token', 'Each refresh token can be used once; keep the new one.', '+renews'),
  entry('', 'Refresh the page to see the new token.'),
  // token exchange
  entry(
    '+grant:token_exchange',
    'Custom tokens are swapped by `grant_type=urn:ietf:params:oauth:grant-type:token-exchange`.',
  ),
  entry('+grant:token_exchange', 'OAuth token exchange gives a narrower token.'),
  entry('', 'The crypto API supports token exchange between chains.'),
];

import { type Entry, of } from './entry.ts';

/** Payments, shops, marketplaces and accounting, in their manuals' way of putting it. Labelled before the reader ran on them (November 2026). */
export const commerce: readonly Entry[] = [
  of(
    'stripe.com',
    [
      '+self-service',
      'The Stripe API uses API keys to authenticate requests. You can view and manage your API keys in the Stripe Dashboard.',
    ],
    ['', 'Test mode secret keys have the prefix sk_test_ and live mode secret keys have the prefix sk_live_.'],
    ['+scopes', 'Alternatively, you can use restricted API keys for granular permissions.'],
    ['+basic', 'Use your API key by setting it as the HTTP Basic Auth username. You don’t need to provide a password.'],
    [
      '+bearer',
      'If you need to authenticate through bearer auth (for a cross-origin request, for example), use -H "Authorization: Bearer sk_test_abc" instead of -u sk_test_abc.',
      '+basic',
    ],
    ['', 'API requests without authentication will also fail.'],
    [
      '+revocable',
      'If you roll a key, it is replaced by a new one; the old key is revoked immediately or after a period that you choose.',
      '+self-service',
    ],
    ['', 'Your customers confirm the payment with a single-use token that expires after ten minutes.'],
    [
      '',
      'Connect lets your platform’s users authorize your account to act on their behalf.',
      '+grant:authorization_code',
    ],
    ['', 'Requests made with an expired ephemeral key are rejected.'],
  ),
  of(
    'paypal.com',
    [
      '+grant:client_credentials',
      'PayPal REST APIs use OAuth 2.0 access tokens to authenticate requests. Exchange your client ID and client secret for an access token.',
    ],
    [
      '+self-service',
      'Log in to the Developer Dashboard, select Apps & Credentials and then Create App. PayPal assigns the client ID and the secret.',
    ],
    ['+expires', 'The expires_in field tells how many seconds remain until the token expires.', '+expires'],
    [
      '+renews',
      'When the access token expires, call /v1/oauth2/token again to request a new access token.',
      '+expires',
    ],
    ['', 'The buyer approves the payment and returns to your site.'],
    [
      '+approval',
      'Some features require approval: to go live with Payouts, your business account must be approved for it.',
    ],
    ['', 'Sandbox accounts let you simulate a buyer and a seller.'],
  ),
  of(
    'squareup.com',
    ['+expires=2592000', 'OAuth access tokens expire after 30 days.'],
    [
      '',
      'Refresh tokens obtained with the code flow do not expire.',
      '+never-expires +grant:refresh_token +grant:authorization_code',
    ],
    [
      '+self-service +no-scopes',
      'Personal access tokens give full access to your own Square account; you find them on the Credentials page of your application in the Developer Console.',
    ],
    [
      '+grant:authorization_code +grant:authorization_code_pkce',
      'Square supports two OAuth flows, the code flow and the PKCE flow.',
    ],
    ['+revocable', 'You can revoke all access tokens for a seller with the RevokeToken endpoint.'],
    ['+renews', 'We recommend that you refresh access tokens every 7 days or less.', '+grant:refresh_token +expires'],
  ),
  of(
    'plaid.com',
    [
      '+approval',
      'To get access to Production, request it in the Dashboard; our team reviews every request.',
      '-self-service',
    ],
    [
      '+never-expires',
      'Access tokens do not expire, although they may require updating when a user changes their password.',
      '+renews-by-person',
    ],
    ['', 'A link_token is short-lived and is used to start Link for one of your users.'],
    ['', 'In Sandbox you can use test credentials to log in to any institution.'],
    [
      '',
      'When the user’s login is no longer valid, the item moves to ITEM_LOGIN_REQUIRED and the user must sign in to the bank again.',
      '+renews-by-person +expires',
    ],
    ['', 'OAuth institutions may take several weeks to approve your registration.', '+approval'],
  ),
  of(
    'adyen.com',
    [
      '+self-service',
      'To generate an API key, log in to your Customer Area, go to Developers > API credentials, and select Generate API key.',
    ],
    ['+key-header=X-API-Key', 'Submit the API key in the X-API-Key header of every request.'],
    [
      '+roles',
      'Your API credential has a set of roles that define what it may do; contact our Support Team to change them.',
      '+scopes',
    ],
    [
      '+basic',
      'Alternatively authenticate with basic authentication: a username such as ws@Company.YourCompany and a password.',
    ],
    ['', 'Your client key is public and links requests to your API credential.'],
    ['', 'After 24 hours, the old API key stops working.', '+expires +revocable +expires=86400'],
  ),
  of(
    'mollie.com',
    ['+bearer', 'Every call carries the key: Authorization: Bearer live_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM'],
    ['+approval', 'Live API keys become available once your website profile has been reviewed and approved by us.'],
    ['+self-service', 'Test API keys can be used right after you sign up.', '+sign-up'],
    ['+scopes', 'With OAuth you ask the merchant for permissions such as payments.read or refunds.write.'],
    ['+grant:authorization_code', 'The auth code you receive can be exchanged for an access token via the Tokens API.'],
  ),
  of(
    'braintreepayments.com',
    [
      '+self-service',
      'Click the gear icon, choose API from the menu, scroll to API Keys and click Generate New API Key.',
    ],
    ['', 'Never expose your private key on the client.'],
    [
      '',
      'Client tokens are generated on your server and let the SDK of your shopper’s browser talk to us; they expire after 24 hours.',
      '+expires=86400',
    ],
  ),
  of(
    'gocardless.com',
    ['+roles', 'You’ll need an access token, which can have read-only or read-write access.', '+scopes'],
    ['+self-service', 'Create an access token in your dashboard under Developers.'],
    [
      '+never-expires',
      'Our access tokens do not currently expire; they remain valid until the merchant disconnects your app.',
      '+revocable',
    ],
  ),
  of(
    'wise.com',
    [
      '+approval',
      'Client credentials are issued by our team as part of onboarding; to get them, please contact partnerwise@wise.com.',
    ],
    ['+self-service', 'Personal tokens can be made in your account under Settings, API tokens.'],
    ['+expires=43200', 'The access token is valid for 12 hours.'],
    ['', 'Personal tokens have limitations: under PSD2 they cannot be used for funding transfers.'],
  ),
  of(
    'shopify.dev',
    [
      '+key-header=X-Shopify-Access-Token',
      'Include your access token as an X-Shopify-Access-Token header on all API queries.',
    ],
    [
      '+scopes',
      'When you create an app you select the access scopes it needs, for example read_products and write_orders.',
      '+self-service',
    ],
    ['', 'The Storefront API lets customers log in with a customer access token.'],
    [
      '+approval',
      'Apps that need protected customer data have to request access, and Shopify reviews the request.',
      '+scopes',
    ],
    ['+never-expires', 'Offline access tokens are meant for long-term access and have no expiry.'],
    ['+expires=86400', 'Online tokens expire after 24 hours or when the user logs out.'],
    ['+grant:token_exchange', 'Embedded apps should use token exchange to swap a session token for an access token.'],
    [
      '+self-service',
      'From your Shopify admin, go to Settings > Apps and sales channels > Develop apps. Click Create an app, then install it to reveal the Admin API access token.',
    ],
    ['', 'As of January 2026 you can no longer create new custom apps in the admin.', '-self-service'],
    [
      '+grant:client_credentials',
      'If your app and the store belong to the same organization, use the client credentials grant.',
    ],
  ),
  of(
    'bigcommerce.com',
    ['+key-header=X-Auth-Token', 'X-Auth-Token is the header in which your access token goes.'],
    [
      '+self-service',
      'Store owners can create API accounts in the control panel: navigate to Settings › Store-level API accounts and click Create API account.',
    ],
    ['+scopes', 'Choose the minimum OAuth scopes that your app requires.'],
    ['+never-expires', 'Tokens stay valid until the merchant uninstalls your app.', '+revocable'],
  ),
  of(
    'woocommerce.com',
    ['+self-service', 'Keys can be generated at WooCommerce > Settings > Advanced > REST API; click Add key.'],
    [
      '+basic',
      'You may use HTTP Basic Auth by providing the consumer key as the username and the consumer secret as the password.',
    ],
    ['+roles', 'Permissions: choose the level of access for this key, Read, Write or Read/Write.', '+scopes'],
    [
      '+key-query=consumer_key',
      'Occasionally servers do not parse the Authorization header; in that case send https://www.example.com/wp-json/wc/v3/orders?consumer_key=123&consumer_secret=abc',
      '+key-query',
    ],
  ),
  of(
    'developer.ebay.com',
    ['+grant:client_credentials', 'Application access tokens are minted with the client credentials grant flow.'],
    [
      '+grant:authorization_code',
      'User access tokens are obtained through the authorization code grant flow, in which the seller signs in and gives consent.',
    ],
    ['+expires=7200', 'Access tokens are short-lived and valid for 2 hours.'],
    [
      '+grant:refresh_token +renews',
      'Use the refresh token to mint a new User access token once the current one has expired.',
      '+expires',
    ],
    [
      '+sign-up +self-service',
      'Join the eBay Developers Program, which is free, and create your keysets on the Application Keys page.',
    ],
    [
      '+approval',
      'Use of the Buy APIs in production is restricted to partners that have been approved and signed a contract with eBay.',
    ],
  ),
  of(
    'developer-docs.amazon.com',
    [
      '+approval',
      'Register as a developer by completing the Developer Profile; Amazon evaluates the information and the security controls before it grants access.',
    ],
    ['+expires=3600', 'LWA access tokens are valid for one hour after issuance.'],
    [
      '+grant:refresh_token',
      'The LWA refresh token is a long-lived token that you exchange for a short-lived LWA access token.',
      '+expires +renews',
    ],
    [
      '+grant:client_credentials',
      'For grantless operations, set grant_type=client_credentials and pass the scope parameter.',
      '+scopes',
    ],
    ['', 'IAM roles and AWS Signature Version 4 are no longer required.'],
    [
      '+revocable +expires',
      'Rotate your LWA client secret every 180 days, otherwise your application loses access.',
      '',
    ],
    [
      '',
      'Restricted operations return personally identifiable information and need a Restricted Data Token.',
      '+scopes',
    ],
    [
      '+self-service',
      'Self-authorize your private application: on the Developer Central page choose Authorize app and copy the refresh token.',
      '+grant:refresh_token',
    ],
  ),
  of(
    'etsy.com',
    [
      '+grant:authorization_code +grant:authorization_code_pkce',
      'The Etsy Open API supports OAuth 2.0 Authorization Code Grants with PKCE only.',
      '-grant:implicit -grant:client_credentials -grant:password -grant:device_code',
    ],
    ['+key-header=x-api-key', 'Every request must include your keystring in the x-api-key header.'],
    [
      '+expires=3600 +grant:refresh_token',
      'Etsy issues an access token with an hour of life and a refresh token with a functional lifetime of 90 days.',
    ],
    [
      '+approval',
      'New applications start with a pending status; you cannot make requests until your key has been approved.',
    ],
    ['+scopes', 'Methods and fields in the API are associated with OAuth scopes such as shops_r.'],
  ),
  of(
    'developer.walmart.com',
    [
      '+self-service',
      'Sign in to the Developer Portal with your seller credentials and choose Add New Key For a Solution Provider to get a Client ID and Client Secret.',
    ],
    ['+expires=900', 'Tokens are valid for 15 minutes (900 seconds).'],
    [
      '+key-header=WM_SEC.ACCESS_TOKEN',
      'Pass the token in the header: WM_SEC.ACCESS_TOKEN: eyJraWQiOiI...',
      '+key-header',
    ],
  ),
  of(
    'developer.xero.com',
    ['+expires=1800', 'Access tokens expire after 30 minutes.'],
    [
      '+grant:refresh_token +renews',
      'Your app can refresh an access token without user interaction by using a refresh token.',
    ],
    [
      '+grant:client_credentials',
      'Custom connections use the client credentials grant type and are available for organisations in Australia, New Zealand, the UK and the US.',
    ],
    ['', 'Unused refresh tokens expire after 60 days.', '+grant:refresh_token'],
    [
      '',
      'Uncertified apps are limited to 25 connections; beyond that your app must be certified by Xero.',
      '+approval',
    ],
    ['+renews-by-person', 'If you don’t refresh in time, the user will need to reauthorise your app.', '+expires'],
    ['-grant:implicit', 'We do not support the implicit flow.'],
  ),
  of(
    'developer.intuit.com',
    [
      '+expires=3600 +renews',
      'Access tokens are valid for 60 minutes (3600 seconds), after which you need to get a new one.',
      '',
    ],
    ['', 'Refresh tokens have a rolling expiry of 100 days.', '+grant:refresh_token'],
    ['+approval', 'Before you can get production keys, complete the app assessment questionnaire.', '+self-service'],
    ['+scopes', 'com.intuit.quickbooks.accounting grants access to the QuickBooks Online Accounting API.'],
  ),
  of(
    'developers.freshbooks.com',
    [
      '+self-service',
      'Head to the Developer Page under Settings, click Create New App, and you will see your client ID and secret.',
    ],
    ['+expires=43200', 'Bearer tokens will expire within 12 hours.', '+bearer'],
    ['', 'Each refresh token can be used once.', '+grant:refresh_token'],
  ),
  of(
    'docs.oracle.com/netsuite',
    [
      '+grant:client_credentials +grant:authorization_code',
      'NetSuite supports two flows of OAuth 2.0: the authorization code grant flow and the client credentials (machine to machine) flow.',
    ],
    ['+expires=3600', 'The access token is valid for 60 minutes.'],
    ['+roles', 'Tokens are always tied to one combination of application, user and role.'],
    ['', 'To use token-based authentication, an administrator first enables the feature.'],
    [
      '+never-expires +revocable',
      'TBA tokens have no expiration date; they stop working only when they are revoked.',
      '',
    ],
  ),
  of(
    'sage.com',
    ['+expires=300', 'For security, the access token expires after five minutes.'],
    ['+renews-by-person', 'After 31 days without a refresh, the customer has to authorise your app again.', '+expires'],
  ),
  of(
    'lightspeedhq.com',
    [
      '+approval',
      'To become an API partner, fill out the form below. A member of our partnerships team will reach out with your client credentials.',
    ],
    ['+self-service', 'Retailers can create a personal token under Setup > Personal Tokens.'],
  ),
  of(
    'toasttab.com',
    ['+approval', 'API access is available to approved integration partners only.'],
    [
      '',
      'Standard API access gives read-only credentials; restaurant locations must be on the RMS Essentials plan and request access to it.',
      '+roles +scopes +self-service +approval',
    ],
    ['+expires', 'Authentication tokens are valid for a limited time; do not request one for each call.', ''],
  ),
].flat();

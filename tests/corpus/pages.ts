import { entry, type Entry } from './entry.ts';

/** Sentences from the pages of the impersonated businesses that the model once silenced, with the heading above them. */
export const pages: readonly Entry[] = [
  entry(
    '+self-service +scopes',
    `## Getting started

- On the page of your app, under Generate an access token, pick the scopes and click Generate.`,
  ),
  entry(
    '',
    `## Monitor an OAuth endpoint | New Relic Documentation

- New Relic API keys`,
  ),
  entry(
    '',
    `## OAuth 2.0 | Zoom Developer Platform

- Server-to-server OAuth`,
    '+grant:client_credentials',
  ),
  entry(
    '+self-service +scopes +expires',
    `## Personal access tokens

- Generate new token: add a description, an expiration date and the access permissions (Read, Write, Delete, or Public repo read-only).`,
    '+roles',
  ),
  entry(
    '+revocable',
    `## Revoke an API key

- Click Revoke next to the key.`,
  ),
  entry(
    '+self-service',
    `## Step 1: Generate an API token

- Click Add another API token, then select the permission level your integration needs.`,
    '+scopes +roles',
  ),
  entry(
    '+no-scopes',
    `## Types of tokens

- Personal: used to interact with the CircleCI API, grants full read and write permissions.`,
    '+roles',
  ),
  entry(
    '-grant:refresh_token +renews-by-person',
    `## Access tokens

There is no refresh token and no endpoint that issues tokens: to get a new token, log in to the portal again and generate a new one by hand.`,
    '+self-service',
  ),
  entry(
    '+self-service',
    `## Access tokens

When you sign up, a default public token is created.`,
    '+sign-up',
  ),
  entry(
    '+never-expires +revocable',
    `## App only

Bearer tokens do not expire; invalidate one with POST oauth2/invalidate_token.`,
    '+bearer',
  ),
  entry(
    '+roles',
    `## Atlas Administration API authentication methods - MongoDB Docs

Atlas roles limit which operations a service account can perform.`,
  ),
  entry(
    '+roles',
    `## Atlas Administration API authentication methods - MongoDB Docs

You must grant roles as you would for users, for example Project Read Only.`,
  ),
  entry(
    '+renews',
    `## Auth

Once it has lapsed, simply fetch another token in the same way.`,
    '+expires',
  ),
  entry(
    '+self-service +scopes',
    `## Authenticate API requests

/api endpoints take a private API key: Settings > Account > API keys > Create Private API Key; choose Read-only, Full or Custom access per scope.`,
    '+roles',
  ),
  entry(
    '+expires=86400',
    `## Authentication (v1)

The endpoint accepts the client id and secret and generates a bearer token, valid for 24 hours.`,
    '+bearer +grant:client_credentials +grant:vendor',
  ),
  entry(
    '+grant:authorization_code +grant:client_credentials +grant:password +grant:refresh_token +grant:device_code',
    `## Authentication API

Get token: POST https://{yourDomain}/oauth/token with grant_type authorization_code, client_credentials, password, refresh_token or urn:ietf:params:oauth:grant-type:device_code.`,
  ),
  entry(
    '',
    `## Authentication and Authorization

Request an API key.`,
    '+approval +self-service',
  ),
  entry(
    '+self-service +scopes',
    `## Authentication overview

In your HubSpot account, create a legacy private app, select its scopes (for example crm.objects.contacts.read) and copy the access token.`,
  ),
  entry(
    '+scopes',
    `## Authentication

Advanced access tokens can be given permissions such as payments.read.`,
  ),
  entry(
    '+bearer +self-service',
    `## Authentication

Authenticate with the Authorization header in the format Authorization: TOKEN_TYPE TOKEN: a bot token found on the Bot page within your app's settings, or an OAuth2 bearer token.`,
    '+scheme-word',
  ),
  entry(
    '+grant:authorization_code +grant:client_credentials',
    `## Authentication

Authorization code for riders; client credentials for server calls that need no rider.`,
  ),
  entry(
    '+basic',
    `## Authentication

Clients that only support a user name and a password send the UUID shown in the portal as user name and the API key as password.`,
    '+self-service',
  ),
  entry(
    '+self-service +scopes',
    `## Authentication

Create client credentials under Administration > API clients, and assign permissions to the client.`,
    '+roles',
  ),
  entry(
    '+scopes',
    `## Authentication

Each key belongs to a project; set permissions All, Restricted or Read only.`,
    '+roles',
  ),
  entry(
    '+self-service +revocable',
    `## Authentication

Every company gets an API key when it is created: you will find it under Settings > Integrations > API, where you can also roll it.`,
  ),
  entry(
    '+self-service',
    `## Authentication

Get an integration key in your free developer account: Apps and Keys > Add App and Integration Key.`,
    '+sign-up',
  ),
  entry(
    '+self-service +expires +scopes',
    `## Authentication

Go to Account Settings > Tokens, enter a name, choose a scope (a team) and an expiration, then Create.`,
    '',
  ),
  entry(
    '+self-service',
    `## Authentication

However, if you will be using the APIs intensively, you should sign up for a NASA developer key.`,
    '+sign-up',
  ),
  entry(
    '+self-service +revocable +roles',
    `## Authentication

Make a key in the dashboard: read-only or full access; rotate it whenever you like.`,
    '+scopes',
  ),
  entry(
    '',
    `## Authentication

OAuth should be used to authorize and revoke access to your account to yourself and third parties.`,
    '+revocable',
  ),
  entry(
    '+scopes',
    `## Authentication

The scope of the token lists the features that are enabled for the app.`,
  ),
  entry(
    '+self-service',
    `## Authentication

Use an Access Token if you only use the API with your own data: create an app in the Developer Hub, the token is on Configure > Authentication.`,
  ),
  entry(
    '+key-header=X-Postmark-Server-Token +self-service +key-header=X-Postmark-Account-Token',
    `## Authentication

Your application must set one of two headers: X-Postmark-Server-Token for requests that need server level privileges, found on the API Tokens tab of your Postmark server; X-Postmark-Account-Token for requests at account level, only visible to the account owner.`,
  ),
  entry(
    '+expires=3600',
    `## Authentication

Your program exchanges its consumer id and consumer secret for a session token, which works for 60 minutes.`,
    '+grant:client_credentials +grant:vendor',
  ),
  entry(
    '+expires +grant:refresh_token',
    `## Authorization through external client apps and OAuth 2.0

Access tokens expire with the session timeout; refresh with grant_type=refresh_token.`,
    '+renews',
  ),
  entry(
    '+grant:client_credentials',
    `## Authorization

Client credentials: server applications may ask for a token of the application itself.`,
  ),
  entry(
    '+scopes',
    `## Authorization

expiration: 1hour, 1day, 30days, never. scope: read, write, account.`,
    '+expires +never-expires',
  ),
  entry(
    '+expires',
    `## Basic authentication steps

Integration user token expiration can be set from the Integration user UI.`,
  ),
  entry(
    '+grant:client_credentials',
    `## Client Credentials Grant

Server-to-server authentication with client ID and secret.`,
  ),
  entry(
    '+expires +grant:refresh_token',
    `## Client authentication

Access tokens may expire (M_UNKNOWN_TOKEN with soft_logout); use the refresh token.`,
    '+renews',
  ),
  entry(
    '+expires',
    `## Client credentials

When using this flow, you first exchange your credentials for a short-lived access token.`,
    '+grant:client_credentials',
  ),
  entry(
    '',
    `## Cloud | Hetzner Docs

Generating an API token`,
    '+self-service',
  ),
  entry(
    '+key-query',
    `## Content API overview - Ghost Developer Docs

Keys are provided as a query parameter; they are safe for browsers.`,
  ),
  entry(
    '+revocable',
    `## Creating your keys

You can click on the refresh icon on the right to deactivate the existing key and generate a new one.`,
    '+self-service',
  ),
  entry(
    '+revocable',
    `## Deleting a key

Click the delete icon next to a key to remove it permanently.`,
  ),
  entry(
    '',
    `## Generate API key

Loading signup form…`,
  ),
  entry(
    '+self-service',
    `## Generate API key

Sign up for an application programming interface (API) key to access and use web services available on the Data.gov developer network.`,
    '+sign-up',
  ),
  entry(
    '+scopes',
    `## Generating an API key

You can assign fine-grained permissions to each key, which lets you create multiple keys with specific scopes or roles.`,
    '+roles +self-service',
  ),
  entry(
    '',
    `## Generating an access token¶

It is shown only once.`,
    '+self-service',
  ),
  entry(
    '+self-service +scopes',
    `## Generating an access token¶

Under Settings, Applications, Manage access tokens: give it a name, select its permissions (for example read:user, write:repository), click Generate token.`,
  ),
  entry(
    '+expires',
    `## Get started with the Atlas Administration API - MongoDB Docs

The secret expires between 8 hours and 365 days; you can create a new secret with the API.`,
    '+renews +self-service',
  ),
  entry(
    '+self-service +expires',
    `## Get started with the Netlify API

For your own scripts generate a personal access token: User settings > Applications > New access token; choose an expiration date.`,
  ),
  entry(
    '+grant:implicit',
    `## Get started with the Netlify API

Use OAuth2 if you make a public integration: https://app.netlify.com/authorize?client_id=YOUR_CLIENT_ID&response_type=token&redirect_uri=…, register the app in your user settings.`,
    '+grant:authorization_code +self-service',
  ),
  entry(
    '+grant:device_code',
    `## Getting OAuth access tokens

Device code: POST https://id.twitch.tv/oauth2/device.`,
  ),
  entry(
    '+self-service',
    `## Getting a token

In the console open Integrations, Service accounts, New; client id and secret are shown at once; assign roles vehicles:read, trips:read, drivers:manage.`,
    '+scopes +roles',
  ),
  entry(
    '+self-service',
    `## Getting started

Sign in to the Hetzner Console, choose a project, go to Security → API Tokens, and create a new token.`,
  ),
  entry(
    '+renews',
    `## How to use the token

After expiry, request a new token using this endpoint.`,
    '+expires',
  ),
  entry(
    '+self-service +scopes',
    `## Internal integrations

The integration's token (internal integration secret) is on its Configuration tab; share pages with the integration, and choose its capabilities: read content, update content, insert content, comments, user information.`,
  ),
  entry(
    '+sign-up',
    `## Introduction

1. Create an account on the Free or Pro plan.`,
  ),
  entry(
    '+self-service +revocable',
    `## Key types

Create, disable and delete keys on the API Keys page of the dashboard.`,
  ),
  entry(
    '+grant:client_credentials +scopes',
    `## Management API Access Tokens

Create a Machine-to-Machine application in the Dashboard, authorize it for the Management API and choose scopes (read:users, update:clients).`,
    '+self-service',
  ),
  entry(
    '+self-service +revocable',
    `## Managing API keys

In the API keys tab of your account you create a key (up to 25 on Pro), rename it, set a monthly character limit for it and deactivate it.`,
  ),
  entry(
    '+grant:authorization_code',
    `## Microsoft identity platform and OAuth 2.0 authorization code flow

Authorize at https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize; redeem at /token.`,
  ),
  entry(
    '+self-service +grant:authorization_code',
    `## OAuth 2

Create an app; client id and secret are shown immediately. https://www.figma.com/oauth?client_id=:client_id&redirect_uri=:callback&scope=:scope&state=:state&response_type=code`,
    '+scopes',
  ),
  entry(
    '+expires=7776000 +renews',
    `## OAuth 2

The token lasts 90 days; refresh it at POST https://api.figma.com/v1/oauth/refresh.`,
    '+grant:refresh_token',
  ),
  entry(
    '+grant:client_credentials +expires=3600',
    `## OAuth 2.0 (3LO) apps

Service accounts use OAuth 2.0 client credentials: an organization admin creates the credential, then {"grant_type": "client_credentials", …} at the same endpoint gives an access token that expires in 60 minutes.`,
    '+self-service +approval',
  ),
  entry(
    '+grant:refresh_token',
    `## OAuth 2.0 (3LO) apps

With the offline_access scope you get a rotating refresh token; use "grant_type": "refresh_token".`,
    '+scopes +renews',
  ),
  entry(
    '+grant:refresh_token',
    `## OAuth 2.0 applications

With the scope offline a refresh token comes with it; grant_type=refresh_token returns a new pair.`,
    '+scopes +renews',
  ),
  entry(
    '+grant:device_code',
    `## OAuth 2.0 device authorization grant

POST https://login.microsoftonline.com/{tenant}/oauth2/v2.0/devicecode with client_id and scope; poll the token endpoint with grant_type urn:ietf:params:oauth:grant-type:device_code.`,
    '+scopes',
  ),
  entry(
    '',
    `## OAuth API

Applications use the Square OAuth API to get permissions from sellers.`,
    '+scopes +grant:authorization_code',
  ),
  entry(
    '+self-service',
    `## OAuth server to server credentials

In the Developer Console, create a project, add an API and choose OAuth Server-to-Server.`,
    '+grant:client_credentials',
  ),
  entry(
    '+revocable',
    `## OAuth server to server credentials

Secrets are rotated in the console or by an API.`,
    '+renews',
  ),
  entry(
    '+grant:client_credentials',
    `## OAuth2

Client credentials: a quick and easy way for bot developers to get their own bearer tokens.`,
    '+bearer',
  ),
  entry(
    '+grant:client_credentials +expires=604800',
    `## OAuth2

POST to the token URL with grant_type client_credentials and a scope, Basic authentication with client id and secret. expires_in is 604800.`,
    '+scopes',
  ),
  entry(
    '+self-service',
    `## OAuth2

Server-side applications: create an OAuth2 application for a client ID and secret, send the user to`,
    '+grant:authorization_code',
  ),
  entry(
    '+self-service',
    `## Obtaining Authentication Keys

Create a new Auth Key by entering a descriptive name for it in the API Key Identifier box.`,
  ),
  entry(
    '+no-scopes',
    `## Permissions

They cannot be scoped to specific actions or resources.`,
  ),
  entry(
    '+self-service +scopes',
    `## Personal access token

Log in, click your name, Your settings, Personal tokens, Generate a new token; pick a name and Custom scopes.`,
  ),
  entry(
    '+expires +scopes',
    `## Personal access tokens

Assign an expiration (at most 90 days) and scopes.`,
  ),
  entry(
    '+expires +scopes',
    `## Personal access tokens

Set a lifetime and scopes.`,
  ),
  entry(
    '+revocable',
    `## Personal access tokens

Tokens can be rotated with the API: POST /personal_access_tokens/:id/rotate.`,
    '+renews',
  ),
  entry(
    '+self-service +sign-up +expires',
    `## Quickstart

Create a Mistral account or sign in, choose a plan (Experiment is free), open API Keys, Create new key; name, expiration date optional, workspace.`,
    '',
  ),
  entry(
    '+self-service +scopes',
    `## Quickstart

Turn on multi-factor authentication, open your integrations in the Developer Portal, Create an integration, choose Private or Public, generate a secret, set scopes and redirect URLs.`,
  ),
  entry(
    '+renews',
    `## Refresh the access token

If the refresh token has expired, you need to request a new access token using your credentials again.`,
    '+expires +grant:refresh_token',
  ),
  entry(
    '+grant:authorization_code +scopes',
    `## Registering a LaunchDarkly OAuth client

Authorize at https://app.launchdarkly.com/trust/oauth/authorize with scope reader, writer or admin, then exchange the code:`,
  ),
  entry(
    '+self-service',
    `## Registering the app

You register the app to obtain the client ID and client secret, and then use these to generate an access token.`,
    '+grant:client_credentials',
  ),
  entry(
    '+self-service',
    `## Server-to-server OAuth

Create a server-to-server OAuth app in the Marketplace (your account needs the role permission); account ID, client ID and client secret are on the App Credentials page.`,
    '+grant:client_credentials +roles',
  ),
  entry(
    '+expires',
    `## Service accounts

When you create a service account, you can specify a display name, comment, and limit the token lifetime.`,
    '+self-service',
  ),
  entry(
    '+grant:authorization_code',
    `## Set up OAuth 2.0

The Intuit OAuth 2.0 flow is the authorization code flow: users sign in and grant your app permission.`,
    '+scopes',
  ),
  entry(
    '+expires=2592000 +grant:refresh_token +grant:client_credentials',
    `## Set up authentication and authorization

The access token lasts 30 days, the refresh token 60 days and is continuous; refresh with grant_type=refresh_token. grant_type=client_credentials gives a token for your own account.`,
    '+renews',
  ),
  entry(
    '+self-service',
    `## Signing in and out (authentication)

Create a PAT under My Account Settings, Personal access tokens.`,
  ),
  entry(
    '+expires=7200 +renews-by-person',
    `## Signing in and out (authentication)

The token is valid for 120 minutes on Tableau Cloud; sign in again to get a new one.`,
    '+renews',
  ),
  entry(
    '+expires',
    `## Spot REST authentication

A key may have an IP allow list and an expiry date.`,
  ),
  entry(
    '+approval',
    `## Technical user account

To set up your account, contact Acme support, and provide the following details:`,
  ),
  entry(
    '+self-service +bearer +expires',
    `## The Content Management API

Create a personal access token in the web app (or with the API itself) and send it as bearer token; the token has the rights of your user, an expiry date may be set.`,
    '+scopes +roles +no-scopes',
  ),
  entry(
    '+bearer',
    `## Token Auth

To use a Personal Access Token, make an Authorization header with the contents Bearer <token> as shown in the example below, replacing <token> with your token.`,
  ),
  entry(
    '+self-service +roles',
    `## Token authentication

Admin API keys are created by creating a new Custom Integration under the Integrations screen of Ghost Admin; each key has its own permissions by role.`,
    '+scopes',
  ),
  entry(
    '+revocable',
    `## User access tokens

You can delete and refresh User Access Tokens by clicking on the Manage button.`,
    '+renews +self-service',
  ),
  entry(
    '+grant:authorization_code',
    `## Using OAuth 2.0 for Web Server Applications

Redirect to https://accounts.google.com/o/oauth2/v2/auth with client_id, redirect_uri, response_type=code, scope, access_type=offline; exchange the code at https://oauth2.googleapis.com/token.`,
    '+scopes +grant:refresh_token',
  ),
  entry(
    '',
    `## Using OAuth 2.0 to Access Google APIs

An app that asks for sensitive scopes of other people's data goes through verification before it is published to them.`,
    '+approval +scopes',
  ),
  entry(
    '+self-service +expires=3600 +grant:refresh_token',
    `## Using OAuth 2.0 to Access Google APIs

Obtain OAuth 2.0 credentials (client ID and client secret) yourself in the Google Cloud console; an access token is good for about an hour, afterwards use the refresh token.`,
    '+renews +grant:client_credentials',
  ),
  entry(
    '+expires +grant:refresh_token',
    `## Using OAuth 2.0 to access Google APIs

Access tokens have limited lifetimes; if your application needs access beyond, it can obtain a refresh token.`,
    '+renews',
  ),
  entry(
    '+renews-by-person',
    `## Using the public API

There is no way to renew a token by API: create a new one in the settings in good time.`,
    '+self-service -renews',
  ),
  entry(
    '',
    `## Webhooks

Protect your endpoint with basic HTTP authentication: https://user:password@example.com/webhook.`,
  ),
  entry(
    '',
    `## Welcome

Next: New Relic API keys`,
  ),
  entry(
    '+self-service',
    `## X API

Create an app in the console; you get API key, secret and Bearer Token right after.`,
    '+bearer',
  ),
  entry(
    '+revocable',
    `## Your API Token

To manage existing tokens, click the "..." on the right side to see the options that allow you to Re-issue token or Delete token.`,
  ),
  entry(
    '+self-service +revocable',
    `## 앱 키

앱을 만들면 네이티브 앱 키, REST API 키, JavaScript 키, 어드민 키가 발급됩니다. [앱 설정] > [앱 키]에서 확인하고 재발급할 수 있습니다.`,
  ),
  entry(
    '+self-service -approval',
    'Create an app: its consumer key and secret are generated automatically, no approval is required.',
  ),
  entry(
    '+scopes +expires',
    'Make additional keys for finer control: an access control list (search, browse, addObject, settings…), restrictions on indices, on referrers, on the rate, and a validity in seconds.',
    '+self-service',
  ),
  entry('+self-service +scopes', 'Create a key in the portal. It can be limited to the score endpoint.'),
  entry('+renews', 'Tokens can also be created and rotated with POST /api/tokens.', '+revocable +self-service'),
  entry('+renews +expires', 'Tokens last a month; they can be rotated with POST /api/tokens.', '+revocable'),
  entry(
    '+expires=7776000 +renews',
    'The token lasts 90 days; refresh it at POST https://api.acme.com/v1/oauth/refresh.',
    '+grant:refresh_token',
  ),
  entry('', 'Legacy endpoints at https://api.acme.com/v2 are read-only for existing customers.'),
  entry(
    '+expires=600 +renews',
    'Create one with your ID and a password or an access token; it is short-lived (10 minutes), so ask again when it has lapsed.',
    '+grant:password +self-service',
  ),
  entry('+self-service', 'アプリケーションを登録してClient IDを取得します。'),
  entry('+self-service', 'アプリを登録すると、クライアントIDがすぐに取得できます。'),
  entry('+self-service', 'APIキーの登録はすぐに完了します。'),
  entry(
    '+sign-up +self-service +never-expires',
    'Créez un compte gratuit, puis générez une clé API dans votre espace : elle est active immédiatement et n’expire pas.',
  ),
  entry('+self-service', 'Générez une clé API dans votre espace client ; elle est active immédiatement.'),
  entry('+self-service +sign-up', 'Créez un compte, puis générez votre clé dans votre espace.'),
  entry('+self-service', 'Connectez-vous à votre espace pour créer une clé API.'),
  entry('+expires', 'Generate a token: give it a description and an end date.', '+self-service'),
  entry(
    '+expires +scopes',
    'New token: enter a name, an end date and the permissions (Read, Write).',
    '+self-service +roles',
  ),
  entry('+expires +renews', 'Before the token ends your program can swap it for a new one.'),
  entry('+expires +renews', 'Your program can swap the key before it ends.'),
  entry(
    '+self-service +scopes',
    'In your profile open API Tokens, give the token a name, tick its abilities (read, create, update, delete) and press Create.',
    '+roles',
  ),
  entry('+scopes', 'Name the token and tick its abilities: read, create, update, delete.', '+self-service +roles'),
  entry(
    '+self-service',
    '## ご利用ガイド\n\nアプリケーションを登録してClient ID(アプリケーションID)を取得します。登録はすぐに完了します。',
  ),
  entry(
    '+self-service +scopes',
    '## Documentation\n\nReplace your CAPTCHA: put our widget where the old one was. Your API key is created with your account, at once. It can be limited to the score endpoint.',
    '+sign-up',
  ),
  entry(
    '+self-service +scopes',
    'Your API key is created with your account, at once. It can be limited to one endpoint.',
    '+sign-up',
  ),
  entry(
    '+self-service +roles',
    'Small businesses can generate an API token in their account: Settings > API tokens > Add new token, and choose Full access or Read only.',
    '+scopes',
  ),
  entry(
    '+self-service',
    "Authenticate with the Authorization header in the format Authorization: TOKEN_TYPE TOKEN: a bot token found on the Bot page within your app's settings, or an OAuth2 bearer token.",
    '+bearer +scheme-word +scheme-word=TOKEN_TYPE',
  ),
  entry(
    '+expires=7776000 +renews',
    'The token lasts 90 days; refresh it at POST https://api.figma.com/v1/oauth/refresh.',
    '+grant:refresh_token',
  ),
  entry(
    '+expires=7200 +renews',
    'The token is valid for 120 minutes on Tableau Cloud; sign in again to get a new one.',
    '+renews-by-person',
  ),
  entry(
    '+self-service',
    `## Authentication and authorization basics

Register your app in the Microsoft Entra admin center; the application ID is assigned by the registration portal. Add a client secret yourself.`,
  ),
  entry(
    '',
    `## DEMO_KEY rate limits

In documentation examples, the special DEMO_KEY api key is used. Hourly limit: 30 requests per IP address per hour.`,
  ),
  entry(
    '+scopes',
    `## OAuth 2

Create an app; client id and secret are shown immediately. \`https://www.figma.com/oauth?client_id=:client_id&redirect_uri=:callback&scope=:scope&state=:state&response_type=code\``,
    '+self-service +grant:authorization_code',
  ),
  entry(
    '+expires=7776000 +renews',
    `## OAuth 2

Send the code within 30 seconds. The token lasts 90 days; refresh it at \`POST https://api.figma.com/v1/oauth/refresh\`.`,
    '+grant:refresh_token +grant:authorization_code',
  ),
  entry('+self-service', 'Add a client secret yourself.'),
  entry('+approval', '登录商户平台，进入“产品中心”，选择产品并提交申请，审核通过后即可使用。'),
  entry('+revocable', '证书有效期为5年，到期前请自行更换；最多可同时存在10个证书。', '+expires +expires=157680000'),
  entry(
    '+sign-up',
    `## Get started

Sign up at https://www.infobip.com/signup`,
  ),
  entry(
    '+self-service',
    `## Client ID and secret

Both are shown as soon as the app is saved. Do not share the secret and do not put it into client-side code.`,
  ),
  entry(
    '+expires=7776000 +renews',
    `## OAuth 2

\`\`\`
curl -X POST 'https://api.figma.com/v1/oauth/token' -u '<CLIENT_ID>:<CLIENT_SECRET>' -d 'grant_type=authorization_code' -d 'code=…'
\`\`\`

The token lasts 90 days; refresh it at POST https://api.figma.com/v1/oauth/refresh. Use Authorization: Bearer <TOKEN>.`,
    '+grant:refresh_token +grant:authorization_code +bearer +basic',
  ),
  entry('', 'The user may create an account password.'),
];

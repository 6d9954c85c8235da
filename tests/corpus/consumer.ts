import { type Entry, of } from './entry.ts';

/** Media, maps, travel, health, sport, telephony and things, in their manuals' way of putting it. Labelled before the reader ran on them (November 2026). */
export const consumer: readonly Entry[] = [
  of(
    'developer.spotify.com',
    [
      '+expires=3600 +renews',
      'The access token is valid for 1 hour (3600 seconds). After that time, the token expires and you need to request a new one.',
      '',
    ],
    [
      '+grant:client_credentials',
      'Since this flow does not include authorization, only endpoints that do not access user information can be reached with client credentials.',
    ],
    ['', 'The implicit grant flow has been deprecated and will be removed.', '-grant:implicit +grant:implicit'],
    [
      '',
      'Apps start in development mode with up to 25 users; to reach more, apply for extended quota mode.',
      '+approval',
    ],
    [
      '+self-service',
      'Go to the Dashboard, click on Create an app, and find the Client ID and Client Secret under Settings.',
    ],
    [
      '+scopes',
      'Scopes provide Spotify users using third-party apps the confidence that only the information they choose to share will be shared, and nothing more.',
    ],
  ),
  of(
    'developers.strava.com',
    [
      '+expires=21600 +renews',
      'Access tokens expire six hours after they are created, so they must be refreshed in order for an application to maintain access to a user’s resources.',
      '',
    ],
    [
      '+self-service',
      'Go to https://www.strava.com/settings/api and create an app. You should see the “My API Application” page now with your client ID, client secret and access token.',
    ],
    ['', 'To raise your athlete capacity above one, submit your app for review.', '+approval'],
    ['+revocable', 'Applications can revoke access with POST https://www.strava.com/oauth/deauthorize.'],
  ),
  of(
    'dev.fitbit.com',
    [
      '+grant:authorization_code +grant:authorization_code_pkce',
      'Fitbit recommends the Authorization Code Grant Flow with PKCE.',
    ],
    ['+grant:implicit', 'The Implicit Grant flow is supported for apps without a server, though not encouraged.'],
    [
      '+approval',
      'Access to intraday data for third-party apps is granted on a case-by-case basis; fill in the request form.',
      '',
    ],
    ['+expires=28800', 'Access tokens of the code flow have a lifetime of 8 hours.', '+grant:authorization_code'],
    [
      '+renews-by-person',
      'With the Implicit Grant the user has to consent again when the token has run out.',
      '+expires +grant:implicit',
    ],
  ),
  of(
    'developers.facebook.com',
    ['+expires', 'Short-lived tokens usually last an hour or two; long-lived ones about 60 days.', '+expires=5184000'],
    ['+approval', 'App Review is required before your app can use permissions of people who have no role in it.'],
    [
      '+renews-by-person',
      'Once a long-lived token has expired, the person must go through the login flow again to get a new one.',
      '+expires',
    ],
    [
      '+grant:client_credentials',
      'App access token: GET /oauth/access_token?client_id={app-id}&client_secret={app-secret}&grant_type=client_credentials',
    ],
    ['', 'Facebook Login is a fast and convenient way for people to log into your app across platforms.'],
    ['+approval', 'Business verification must be completed before advanced access is given.'],
  ),
  of(
    'docs.x.com',
    [
      '+self-service',
      'When you create an app in the developer portal you are shown its API key, secret and Bearer Token once.',
      '+bearer',
    ],
    [
      '+expires=7200',
      'By default, the access token you create through the Authorization Code Flow with PKCE is good for two hours, unless you have asked for offline.access.',
      '+grant:authorization_code +grant:authorization_code_pkce +grant:refresh_token',
    ],
    ['+approval', 'Enterprise access starts with an application; an account manager will be in touch.'],
    ['', 'OAuth 1.0a User Context signs each request with four credentials.'],
    ['+revocable', 'Regenerate invalidates the current keys.', '+self-service'],
  ),
  of(
    'learn.microsoft.com/linkedin',
    ['+approval', 'Access to the Marketing APIs requires approval: apply through the Products tab of your app.'],
    ['+expires=5184000', 'Access tokens issued to your app are valid for 60 days.'],
    ['+grant:refresh_token', 'Refresh tokens are for a limited set of partners.', '+approval'],
    ['', 'Sign In with LinkedIn brings professional identity to your website.'],
  ),
  of(
    'developers.tiktok.com',
    [
      '+approval',
      'After you submit your app, it is in review; that may take a few days. You can use the client key in production only once it is Live.',
    ],
    ['+expires=86400', 'access_token expires in 24 hours; refresh_token is good for 365 days.', '+grant:refresh_token'],
  ),
  of(
    'reddit.com/dev',
    [
      '+grant:client_credentials',
      'Confidential clients (web apps and scripts) may use the client_credentials grant to act without a user.',
    ],
    ['+approval', 'Developers must read the Responsible Builder Policy and request approval before they get a token.'],
    [
      '+expires=3600 +grant:refresh_token',
      'Temporary tokens are only for one hour; ask for duration=permanent to get a refresh_token.',
      '',
    ],
    ['', 'Use a unique User-Agent, otherwise you will be throttled.'],
  ),
  of(
    'dev.twitch.tv',
    [
      '+bearer',
      'curl -X GET https://api.twitch.tv/helix/users -H "Authorization: Bearer jostpf5q0uzmxmkba9iyug38kjtgh" -H "Client-Id: wbmytr93xzw8zbg0p1izqyzzc5mbiz"',
      '+key-header',
    ],
    ['+expires=5184000', 'App access tokens live about 60 days.', ''],
    ['+grant:device_code', 'DCF: the device code grant flow is for devices such as game consoles.'],
    ['+grant:implicit', 'The implicit grant flow doesn’t return a refresh token.', ''],
    ['', 'Apps must validate tokens hourly.'],
  ),
  of(
    'discord.com',
    ['+scheme-word=Bot', 'Authorization: Bot MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs'],
    ['', 'Once your bot is in 100 servers, it has to be verified to use privileged intents.', '+approval'],
    ['+grant:implicit', 'A refresh token isn’t returned with the implicit grant.', ''],
    [
      '+grant:client_credentials',
      'The client credential flow is a quick and easy way for bot developers to get their own bearer tokens for testing purposes.',
      '+bearer',
    ],
    ['+self-service', 'On the Bot page, under Token, click Reset Token to generate a new bot token.', '+revocable'],
  ),
  of(
    'core.telegram.org',
    [
      '+self-service',
      'Each bot is given a unique authentication token when it is created: message @BotFather, send /newbot, and follow the instructions.',
    ],
    ['+revocable', 'If your token leaked, use the /revoke command to get another.', '+self-service'],
  ),
  of(
    'developers.google.com/maps',
    ['+key-query=key', 'https://maps.googleapis.com/maps/api/geocode/json?address=Berlin&key=YOUR_API_KEY'],
    ['+scopes', 'Restrict your keys by HTTP referrer, IP address or app, and to the APIs in use.'],
    ['', 'Billing has to be enabled on the project.'],
  ),
  of(
    'docs.mapbox.com',
    ['+scopes', 'Tokens contain scopes; a secret scope makes the token a secret token.'],
    ['+self-service', 'Visit the access tokens page of your account and click Create a token.'],
    ['+key-query=access_token', 'Append ?access_token=pk.eyJ1Ijoi to the URL.', '+key-query'],
    ['+expires=3600', 'Temporary tokens can be created with an expiry of up to one hour.', '+expires'],
  ),
  of(
    'openweathermap.org',
    [
      '+self-service',
      'The API key is sent to you in a confirmation email after you register; afterwards you find it on the API keys tab of your account page.',
      '+sign-up',
    ],
    ['+key-query=appid', 'api.openweathermap.org/data/2.5/weather?q=London&appid={API key}'],
    ['', 'Your API key needs some hours until it is active.', ''],
  ),
  of(
    'here.com',
    ['+expires=86400', 'A bearer token of ours lives for 24 hours.', '+bearer'],
    ['+key-query=apiKey', 'Add apiKey={YOUR_API_KEY} as a query parameter.'],
  ),
  of(
    'developers.amadeus.com',
    [
      '+expires=1799 +grant:client_credentials',
      '```\ncurl "https://test.api.amadeus.com/v1/security/oauth2/token" \\\n -H "Content-Type: application/x-www-form-urlencoded" \\\n -d "grant_type=client_credentials&client_id={client_id}&client_secret={client_secret}"\n```\n\n```json\n{"token_type": "Bearer", "access_token": "CpjU0sEenniHCgPDrndzOSWFk5mN", "expires_in": 1799, "state": "approved", "scope": ""}\n```',
      '+bearer',
    ],
    [
      '+approval',
      'Before you move to production, sign the contract that we send you; the key is activated within 72 hours.',
    ],
    [
      '+sign-up +self-service',
      'Open a Self-Service account, go to My Self-Service Workspace and select Create new app: you get an API Key and an API Secret.',
    ],
    ['+approval', 'Enterprise APIs are for our commercial partners; talk to our sales team.'],
  ),
  of(
    'developer.sabre.com',
    ['+expires=604800', 'Sessionless tokens are valid for seven days.'],
    ['+approval', 'Production credentials (EPR) are handed out by your Sabre account representative.'],
    ['', 'Base64-encode the client ID, then the secret, join them with a colon and encode again.'],
  ),
  of(
    'developers.booking.com',
    [
      '+approval',
      'Access to the Demand API is for managed affiliate partners; registrations of new connectivity partners are paused.',
    ],
    ['+expires=3600', 'JSON web tokens last one hour, and up to 30 may be made an hour.'],
    [
      '-basic',
      'Credentials in Basic form are discontinued: machine accounts have to change to token-based authentication.',
    ],
  ),
  of(
    'developers.expediagroup.com',
    ['+approval', 'To start, submit a lead form and our team will provision your keys.'],
    ['', 'Authorization: EAN APIKey=yourAPIKey,Signature=yourSignature,timestamp=1732912345', '+scheme-word'],
  ),
  of(
    'fhir.epic.com',
    [
      '+grant:client_credentials',
      'Backend apps use the client_credentials grant: the app signs a JWT as client assertion with its private key.',
      '+grant:jwt_bearer',
    ],
    [
      '',
      'Each organization decides whether your app is activated; it may take up to 12 hours until a client ID has synced.',
      '+approval',
    ],
    [
      '+self-service',
      'After you sign up, use Build Apps to create an app and receive a non-production client ID at once.',
      '+sign-up',
    ],
    [
      '+grant:authorization_code',
      'In a standalone launch, the app sends the user to the authorize endpoint with response_type=code.',
    ],
    ['+scopes', 'SMART v2 scopes such as patient/Observation.rs name what may be read and searched.'],
    ['', 'Backend services do not get refresh tokens.', '-grant:refresh_token'],
  ),
  of(
    'developer.cerner.com',
    ['+expires=570', 'Access tokens are valid for 570 seconds.'],
    ['+approval', 'Your application must be validated by our team before it can be used against production domains.'],
    ['', 'Patients sign in with their portal account.', ''],
  ),
  of(
    'bluebutton.cms.gov',
    ['+approval', 'Production access: fill out the form, then show us your app in a demo meeting.'],
    [
      '+grant:authorization_code +grant:authorization_code_pkce',
      'PKCE is now required for the authorization flow.',
      '',
    ],
    [
      '',
      'Beneficiaries choose whether to share data for a limited time; 13-month apps have refresh tokens that end after 13 months.',
      '+expires +grant:refresh_token',
    ],
  ),
  of(
    'developer.vonage.com',
    ['+basic', 'Base64-encode your API key and secret, joined by a colon, and send them in the Authorization header.'],
    [
      '+bearer',
      'JWTs are signed with the private key of your application and sent as Authorization: Bearer JWT.',
      '+grant:jwt_bearer',
    ],
    ['+self-service', 'Your API key and secret are displayed at the top of the API settings page.'],
  ),
  of(
    'camaraproject.org',
    ['', 'CIBA lets the API consumer start authentication of the user over a back channel.'],
    [
      '+grant:client_credentials',
      'Two-legged access tokens come from the Client Credentials flow and are used when no personal data is involved.',
    ],
    ['+approval', 'Access is provisioned by the operator after onboarding of the application and its purpose.'],
  ),
  of(
    'developer.orange.com',
    [
      '+expires=3600 +renews',
      'The access token has a period of validity of one hour. When it ends, ask for a new one with the same request.',
      '',
    ],
    ['+approval', 'For some APIs your subscription will be moderated: wait until it is validated.'],
  ),
  of(
    'developer.tesla.com',
    [
      '+expires=28800',
      'The access token expires after 8 hours, the refresh token after three months and can be used once.',
      '+grant:refresh_token',
    ],
    ['+approval', 'Your application request must be approved; requests without a legal business are rejected.'],
    ['+scopes', 'vehicle_location: permission to see precise location data of the vehicle'],
  ),
  of(
    'api.netatmo.com',
    ['-grant:password', 'The username/password grant has been removed for third-party apps.'],
    ['+self-service +scopes', 'On your app’s page, pick the scopes and press Generate Token.', ''],
  ),
  of(
    'developers.home-assistant.io',
    ['+expires=315360000', 'Long-lived access tokens are valid for 10 years.', '+expires'],
    [
      '+self-service',
      'Log in, open your profile, and at the bottom of the page create a token in the Long-Lived Access Tokens section.',
    ],
  ),
  of(
    'developer.nytimes.com',
    ['+key-query=api-key', 'https://api.nytimes.com/svc/topstories/v2/arts.json?api-key=yourkey'],
    ['+sign-up +self-service', 'Create an account, sign in, register an app, and the key is yours.'],
  ),
  of(
    'developer.themoviedb.org',
    [
      '+self-service',
      'Once you have an account, click the API link in the left sidebar of your account settings and apply for a key; it is issued at once.',
      '+approval',
    ],
    ['+key-query=api_key', 'Version 3 still takes api_key=... in the query.', '+key-query'],
  ),
  of(
    'developers.eventbrite.com',
    [
      '+self-service',
      'Your private token is on the API Keys page of your account; no app review is needed.',
      '-approval',
    ],
    ['+key-query=token', 'You can also put the token into the URL: /v3/users/me/?token=MYTOKEN', '+key-query'],
  ),
  of(
    'steamcommunity.com',
    ['+self-service', 'Fill in your domain name and agree to the terms to get your Steam Web API key.'],
    ['', 'Your users sign in through Steam with OpenID.'],
    ['', 'Publisher keys must stay on your servers.'],
  ),
].flat();

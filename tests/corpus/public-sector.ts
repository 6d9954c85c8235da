import { type Entry, of } from './entry.ts';

/** Governments, banks, research and registers, in their manuals' way of putting it. Labelled before the reader ran on them (November 2026). */
export const publicSector: readonly Entry[] = [
  of(
    'developer.service.hmrc.gov.uk',
    [
      '+approval',
      'When your application is ready, get production credentials: complete the checklist, and we review it within 10 working days.',
    ],
    [
      '+self-service',
      'Sign in to the Developer Hub, add an application to the sandbox, and generate a client secret.',
      '',
    ],
    [
      '+expires=14400',
      'An access token lasts for 4 hours and a refresh token can be used once within 18 months.',
      '+grant:refresh_token',
    ],
    ['+renews-by-person', 'After 18 months the user must grant authority again.', '+expires'],
    ['+grant:client_credentials', 'Application-restricted endpoints use OAuth 2.0 with the client credentials grant.'],
    ['', 'Open access endpoints need no credentials at all.', '-approval'],
  ),
  of(
    'developer.company-information.service.gov.uk',
    [
      '+basic',
      'The API key is sent as the username of HTTP basic authentication; the password is ignored and can be left empty.',
    ],
    ['+sign-up +self-service', 'Create an account, register an application, then choose Create new key.'],
    ['', 'Company authentication codes are posted to the registered office.'],
  ),
  of(
    'digital.nhs.uk',
    [
      '+grant:jwt_bearer',
      'Application-restricted APIs use signed JWT authentication: sign a JWT with your private key and swap it for an access token.',
      '+grant:client_credentials',
    ],
    [
      '+approval',
      'To go live you complete digital onboarding: we check clinical safety, information governance and security.',
    ],
    ['+expires=600', 'Access tokens are only good for 10 minutes.'],
    ['', 'NHS login is for patients who use your service.'],
  ),
  of(
    'api.gov.uk/dvla',
    ['+approval', 'Apply for an API key; once approved we e-mail it to you.'],
    ['+key-header=x-api-key', 'Supply it as x-api-key.', '+key-header'],
  ),
  of(
    'openbanking.org.uk',
    ['+approval', 'Only TPPs authorised by the FCA, with eIDAS or OBWAC certificates, may enrol.'],
    ['+renews-by-person', 'Customers re-confirm consent every 90 days.', '+expires +expires=7776000'],
    ['', 'The PSU authenticates at the bank with strong customer authentication.'],
    ['+self-service', 'POST /register takes a signed software statement and creates the client.', '+self-service'],
  ),
  of(
    'api.data.gov',
    ['+self-service', 'Sign up for a key with your name and e-mail, and start at once.', '+sign-up'],
    [
      '+key-header=X-Api-Key +key-query=api_key',
      'Give your key in the X-Api-Key header or in the api_key query parameter.',
    ],
    ['', 'DEMO_KEY may be used for exploring, with much lower limits.'],
  ),
  of(
    'developer.uspto.gov',
    [
      '+self-service',
      'Log in with your USPTO.gov account to see your API key on the My ODP page; identity verification by ID.me comes first.',
      '+approval',
    ],
    ['+static-keys', 'The key stays the same until you ask for another one.', '+never-expires'],
  ),
  of(
    'sam.gov',
    ['+expires=7776000', 'Personal API keys must be regenerated every 90 days.', '+expires +renews-by-person'],
    ['+approval', 'System accounts have to be approved by the agency and by GSA.'],
    ['+self-service', 'Enter your password on the Account Details page and the API key appears.'],
  ),
  of(
    'api.va.gov',
    ['+self-service', 'Request a sandbox key and start building today: it is e-mailed at once.', '+approval'],
    ['+approval', 'Production access takes a demo and a review; plan on four to six weeks.'],
  ),
  of('developer.elster.de', [
    '+approval',
    'Manufacturers of software apply for a manufacturer ID; the tax administration decides.',
  ]),
  of(
    'developer.db.com',
    ['+sign-up', 'Create a developer account and a test user in our simulation.'],
    ['+approval', 'For live data, submit your app for go-live; our team will check it and inform you.'],
    [
      '+grant:authorization_code -grant:client_credentials',
      'The dbAPI relies on the OAuth2 authorization code grant and client credentials are not available.',
      '',
    ],
    ['+expires=600', 'An access token is active for 10 minutes.'],
  ),
  of(
    'developer.ing.com',
    ['+expires=900', 'Request an application access token; it is valid for 15 minutes (900 seconds).'],
    ['', 'Each request is sent over mutual TLS and signed with your signing certificate.'],
    ['+grant:client_credentials', 'grant_type=client_credentials goes into the body of POST /oauth2/token'],
  ),
  of('developer.fidor.de', [
    '',
    'The password grant works in the sandbox but not in production.',
    '+grant:password -grant:password',
  ]),
  of(
    'developer.mastercard.com',
    ['+self-service', 'Log in, click Create New Project, choose the API and download your sandbox signing key.'],
    [
      '+approval',
      'Most APIs need approval before the production key works; you see the status in your project.',
      '-self-service',
    ],
    ['+expires=31536000', 'Keys are valid for one year and have to be renewed.', '+renews'],
    ['', 'Requests carry an OAuth 1.0a signature.'],
  ),
  of(
    'developer.visa.com',
    ['', 'Two-way SSL: your client certificate goes along with user ID and password.', '+basic'],
    ['+approval', 'Credentials for certification and production are issued after your project was vetted by Visa.'],
  ),
  of('developer.nab.com.au', ['+approval', 'Data recipients need accreditation by the ACCC.']),
  of(
    'info.orcid.org',
    ['+grant:client_credentials', 'Generate a read-public token with the client credentials flow.', ''],
    [
      '+self-service',
      'Go to Developer Tools in your ORCID record to register a public API client and receive your credentials.',
    ],
    ['+approval', 'The member API is for organizations that are members; ask our engagement team for credentials.'],
    [
      '+expires +revocable',
      'Tokens are long-lived: they last about 20 years unless the researcher takes them back.',
      '+never-expires',
    ],
  ),
  of(
    'api.crossref.org',
    ['+open', 'No sign-up is required to use the REST API.', '-approval -sign-up +no-tokens'],
    ['', 'Add mailto=you@example.org to get into the polite pool.'],
    [
      '+key-header=Crossref-Plus-API-Token',
      'Plus subscribers send Crossref-Plus-API-Token: Bearer FULL-TOKEN-HERE',
      '+key-header +bearer',
    ],
  ),
  of(
    'ncbi.nlm.nih.gov',
    [
      '+self-service',
      'Click your user name, go to Account settings, find API Key Management and press Create an API Key.',
    ],
    ['', 'Without a key, any site that posts more than 3 requests a second receives an error.', '+open'],
  ),
  of(
    'earthdata.nasa.gov',
    ['+expires=5184000', 'EDL tokens last 60 days, and you can have two of them.'],
    ['+self-service', 'After login, open the Generate Token tab and press the Generate Token button.'],
  ),
  of('developer.vpdb.org', ['', 'GET /datasets is open to everybody; only writing takes a token.']),
  of(
    'opencorporates.com',
    ['', 'Public-benefit projects can apply for free access; all others purchase a plan.', '+approval'],
    ['+key-query=api_token', 'https://api.opencorporates.com/v0.4/companies/search?q=barclays&api_token=...'],
  ),
  of('etherscan.io', [
    '+self-service',
    'From the API Dashboard, click Add under API Keys, name it, and copy the key token.',
  ]),
  of(
    'docs.kraken.com',
    [
      '+scopes',
      'Pick the permissions of the key: Query funds, Deposit, Withdraw, Create & modify orders.',
      '+self-service',
    ],
    ['', 'API-Sign is a HMAC of the path, nonce and body.'],
    ['+expires=900', 'WebSocket tokens should be used within 15 minutes of creation.', '+expires'],
  ),
  of(
    'developers.coinbase.com',
    [
      '+expires=120',
      'The JWT you make from your key expires after two minutes, so generate another for each request.',
      '+renews',
    ],
    ['+revocable', 'Delete the key in the portal to end its access.'],
  ),
  of(
    'docs.zuora.com',
    [
      '+self-service',
      'Administrators create an OAuth client on a user’s page: Settings > Administration > Manage Users, then New OAuth Client.',
    ],
    [
      '+expires=3600 +grant:client_credentials',
      'Generate a bearer token with the client_credentials grant; it lasts one hour.',
      '+bearer',
    ],
    ['-cookie', 'Cookie-based sessions are no longer supported.'],
  ),
].flat();

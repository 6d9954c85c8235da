import type { Answer, Incoming, Reply, World } from '../../lib/world.ts';
import { aliasOf, fresh, html, isBasic, isBearer, json } from '../../lib/answers.ts';
import { list, robots, sample, shell, stubs, table } from '../../lib/pages.ts';
import { expectation, signUp } from '../../lib/world.ts';

const portal = 'https://developer.safaricom.co.ke';
const live = 'https://api.safaricom.co.ke';
const sandbox = 'https://sandbox.safaricom.co.ke';
const www = 'https://www.safaricom.co.ke';

const apis: readonly (readonly [string, string])[] = [
  ['Authorization', '/apis/Authorization'],
  ['M-Pesa Express Simulate', '/apis/MpesaExpressSimulate'],
  ['M-Pesa Express Query', '/apis/MpesaExpressQuery'],
  ['Customer To Business (C2B)', '/apis/CustomerToBusinessRegisterURL'],
  ['Business To Customer (B2C)', '/apis/BusinessToCustomer'],
  ['Transaction Status', '/apis/TransactionStatus'],
  ['Account Balance', '/apis/AccountBalance'],
];
const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | Daraja 3.0</title><base href="/"><link rel="stylesheet" href="styles.5f2e.css"></head><body><app-root ng-version="17.3.0"><app-header><a href="/">Daraja</a><a href="/apis">APIs</a><a href="/dashboard/myapps">My Apps</a><a href="/docs/getting-started">Getting started</a><a href="/faqs">FAQs</a><a href="/login">Log In</a><a href="/signup">Sign Up</a></app-header><app-sidebar><ul>${apis.map(([label, href]) => `<li><a href="${href}">${label}</a></li>`).join('')}</ul></app-sidebar><main><h1>${title}</h1>${body}</main><footer><a href="${www}/privacy">Data privacy statement</a><p>© 2026 Safaricom PLC. Email apisupport@safaricom.co.ke. We reply within 48 hours.</p></footer></app-root><script src="main.90ab.js" type="module"></script></body></html>`,
  );
const errors = (rows: readonly (readonly string[])[]) => table([['Error code', 'Message', 'Mitigation'], ...rows]);
const call = (path: string, body: string, response: string) =>
  `<p>Sandbox: <code>POST ${sandbox}${path}</code><br>Production: <code>POST ${live}${path}</code></p><h2>Request body</h2>${sample(body, 'json')}<h2>Response body</h2>${sample(response, 'json')}${errors(
    [
      ['404.001.03', 'Invalid Access Token', 'Regenerate a new token and use it before expiry'],
      ['404.001.04', 'Invalid Authentication Header', 'All M-Pesa APIs except Authorization are POST'],
      ['400.002.05', 'Invalid Request Payload', 'Check the body'],
      ['500.003.02', 'Error Occurred: Spike Arrest Violation', 'Slow down'],
    ],
  )}`;

const fault = (status: number, code: string, message: string): Answer =>
  json(
    status,
    { requestId: `${fresh(4)}-${fresh(4)}-${fresh(10)}`, errorCode: code, errorMessage: message },
    { 'cache-control': 'no-store', server: 'Apigee Router' },
  );
/** Refusals are 404: the number of the error is taken for the status of HTTP. */
const refuse: Reply = (r) =>
  isBearer(r)
    ? fault(404, '404.001.03', 'Invalid Access Token')
    : fault(404, '404.001.04', 'Invalid Authentication Header');
/** Tokens are fetched by GET; the grant stands in the query, and is looked at first. */
const generate = (r: Incoming): Answer => {
  if (r.method !== 'GET') return fault(405, '405.001', 'Method Not Allowed');
  if (r.query.get('grant_type') !== 'client_credentials') return fault(400, '400.008.02', 'Invalid grant type passed');
  if (!isBasic(r)) return fault(400, '400.008.01', 'Invalid Authentication passed');
  return { status: 400, headers: { server: 'Apigee Router', 'content-type': 'text/plain' }, body: '' };
};
const gateway = {
  routes: {
    '/oauth/v1/generate': generate,
    '/mpesa/*': refuse,
  } satisfies Record<string, Reply>,
  otherwise: json(
    404,
    {
      fault: {
        faultstring: 'Unable to identify proxy for host: secure and url: /',
        detail: { errorcode: 'messaging.adaptors.http.flow.ApplicationNotFound' },
      },
    },
    { server: 'Apigee Router' },
  ),
};

/** Kenyan telecom: mobile money; client_credentials by GET, refusals under 404 with a number, live keys after a go-live step. */
export const daraja: World = {
  id: 'daraja',
  kind: 'provider',
  title:
    'Kenyan telecom and mobile money: tokens by GET with Basic, refusals under 404 with numbered errors, go-live for production',
  target: portal,
  dated: '2026-11',
  sources: [
    'developer.safaricom.co.ke/apis/Authorization',
    'github.com/safaricom/LNMOnlineAndroidSample/issues/41',
    'elimutech.com/courses/m-pesa-integration-masterclass',
    'Apigee: messaging.adaptors.http.flow.ApplicationNotFound',
  ],
  hosts: {
    'safaricom.co.ke': aliasOf(www),
    'www.safaricom.co.ke': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': html(
          200,
          `<!DOCTYPE html><html lang="en"><head><title>Safaricom</title></head><body><h1>Twende tukiuke</h1><nav><a href="/personal">Personal</a><a href="/business">Business</a><a href="/m-pesa">M-PESA</a><a href="${portal}/">Developers</a><a href="/careers">Careers</a></nav><p>Buy airtime, data and SMS bundles. Dial *334#.</p></body></html>`,
        ),
        ...stubs(
          (title, body) =>
            html(
              200,
              `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`,
            ),
          ['/personal', '/business', '/m-pesa', '/careers', '/privacy'],
        ),
      },
    },
    'developer.safaricom.co.ke': {
      headers: { server: 'cloudfront' },
      routes: {
        'GET /robots.txt': robots(),
        'GET /': page(
          'Connect to M-Pesa',
          '<p>Daraja is the bridge between your business and 35 million customers. Self-service onboarding, a sandbox, and more than 100,000 developers.</p><a href="signup">Create a free account</a><section><h2>Mini apps</h2><p>Publish in the M-PESA super app. Submissions are reviewed by our team in 10 working days.</p></section>',
        ),
        'GET /login': shell('Daraja'),
        'GET /signup': shell('Daraja'),
        'GET /dashboard/myapps': shell('Daraja'),
        'GET /apis': page(
          'Discover APIs',
          `<ul>${apis.map(([label, href]) => `<li><a href="${href}">${label}</a></li>`).join('')}</ul>`,
        ),
        'GET /docs/getting-started': page(
          'Getting started',
          `<ol><li>Sign up with your email address and confirm it with the one-time PIN.</li><li>In My Apps press <b>Create New App</b>, name it and tick the products: Lipa Na M-Pesa Sandbox, M-Pesa Sandbox.</li><li>The consumer key and consumer secret are on the app straight away.</li><li>Try a call in the simulator.</li></ol><h2>Going live</h2><p>Go to <b>Go Live</b> and give your short code, organisation name and the M-PESA web portal user name of the business administrator. We send an OTP to the number of that user. Once it is confirmed a production app appears in My Apps, and its keys are shown there. You need a Paybill or Till number first; apply for one at any Safaricom shop with the documents of the business, which takes up to 3 days.</p>`,
        ),
        'GET /faqs': page(
          'FAQs',
          `<h2>Why do I get 404.001.03?</h2><p>The access token is wrong, has expired, or belongs to the other environment.</p><h2>How long does a token last?</h2><p>3600 seconds. Ask for another one when it is about to expire.</p><h2>Is there a fee for the API?</h2><p>No. The M-PESA tariff applies to transactions.</p><h2>I did not get a passkey</h2><p>It is mailed to the developer when the app goes live.</p><h2>Why is my B2C pending?</h2><p>Bulk payments need a maker and a checker: the checker approves each batch in the portal.</p>`,
        ),
        'GET /apis/Authorization': page(
          'Authorization',
          `<p>Gives you a time bound access token to call allowed APIs. Call this one before any other.</p><p>Sandbox: <code>GET ${sandbox}/oauth/v1/generate?grant_type=client_credentials</code><br>Production: <code>GET ${live}/oauth/v1/generate?grant_type=client_credentials</code></p><h2>Request parameters</h2>${table(
            [
              ['Authorization', 'Header', 'Basic auth: Base64 of consumer key, a colon and consumer secret'],
              ['grant_type', 'Query', 'Only <code>client_credentials</code> is supported'],
            ],
          )}${sample(`curl --request GET '${sandbox}/oauth/v1/generate?grant_type=client_credentials' \\\n  --header 'Authorization: Basic <Base64 of key:secret>'`)}<h2>Response</h2>${sample('{\n  "access_token": "c9SQxWWhmdVRlyh0zh8gZDTkubVF",\n  "expires_in": "3599"\n}', 'json')}${errors(
            [
              ['400.008.01', 'Invalid Authentication passed', 'Use Basic with your key and secret'],
              ['400.008.02', 'Invalid grant type passed', 'Use client_credentials'],
            ],
          )}`,
        ),
        'GET /apis/MpesaExpressSimulate': page(
          'M-Pesa Express Simulate',
          `<p>Sends a prompt to the phone of the customer, who types the M-PESA PIN. Known as STK push.</p>${list(['Header <code>Authorization: Bearer &lt;access_token&gt;</code>', 'Password is Base64 of short code, passkey and timestamp'])}${call('/mpesa/stkpush/v1/processrequest', '{"BusinessShortCode": "174379", "Password": "<base64>", "Timestamp": "20260216165627", "TransactionType": "CustomerPayBillOnline", "Amount": "1", "PartyA": "254708374149", "PartyB": "174379", "CallBackURL": "https://mydomain.com/path"}', '{"MerchantRequestID": "29115-34620561-1", "ResponseCode": "0"}')}`,
        ),
        'GET /apis/MpesaExpressQuery': page(
          'M-Pesa Express Query',
          call(
            '/mpesa/stkpushquery/v1/query',
            '{"BusinessShortCode": "174379", "CheckoutRequestID": "ws_CO_2602"}',
            '{"ResultCode": "0"}',
          ),
        ),
        'GET /apis/CustomerToBusinessRegisterURL': page(
          'Customer To Business (C2B)',
          `<p>Register validation and confirmation URLs. In production this is a one-time call.</p>${call('/mpesa/c2b/v2/registerurl', '{"ShortCode": "601426", "ResponseType": "Completed", "ConfirmationURL": "https://…"}', '{"ResponseDescription": "Success"}')}`,
        ),
        'GET /apis/BusinessToCustomer': page(
          'Business To Customer (B2C)',
          `<p>The initiator password is encrypted with our public certificate and sent as SecurityCredential.</p>${call('/mpesa/b2c/v3/paymentrequest', '{"InitiatorName": "testapi", "CommandID": "SalaryPayment", "Amount": "10"}', '{"ConversationID": "AG_2026"}')}`,
        ),
        'GET /apis/TransactionStatus': page(
          'Transaction Status',
          call('/mpesa/transactionstatus/v1/query', '{"TransactionID": "NEF61H8J60"}', '{"ResponseCode": "0"}'),
        ),
        'GET /apis/AccountBalance': page(
          'Account Balance',
          call('/mpesa/accountbalance/v1/query', '{"CommandID": "AccountBalance"}', '{"ResponseCode": "0"}'),
        ),
      },
      otherwise: shell('Daraja'),
    },
    'api.safaricom.co.ke': gateway,
    'sandbox.safaricom.co.ke': gateway,
  },
  expect: expectation({
    apiBases: [[live, sandbox]],
    tokenEndpoint: [`${live}/oauth/v1/generate`, `${sandbox}/oauth/v1/generate`],
    flows: { client_credentials: 'yes' },
    signals: {
      'structured-401': ['partial', 'unknown'],
      'bearer-token': 'pass',
      'client-credentials': ['pass', 'partial'],
      'oauth-discovery': ['partial', 'fail'],
      'self-service-keys': signUp,
      'token-expiry': 'pass',
      'scope-restriction': ['fail', 'partial', 'unknown'],
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'token-rotation-without-refresh': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
    },
    outcome: ['scored', 'blocked'],
  }),
  why: {
    apiBases: 'every page names both environments',
    tokenEndpoint: 'page “Authorization”; it is asked by GET',
    client_credentials: '“Only client_credentials is supported”; in the query, with Basic',
    outcome: 'operations are POST and refuse under 404; whoever asks them by GET sees 404 and may not dare to judge',
    'structured-401': 'a guard: 404 with JSON that names the authentication header: partial',
    'bearer-token': 'Authorization: Bearer on the page of M-Pesa Express; the error changes when one comes',
    'client-credentials':
      'the grant by its name; a GET instead of a POST is no machine grant of its own, yet “partial” is honest',
    'oauth-discovery': 'no metadata; the token endpoint is documented',
    'self-service-keys': 'sandbox keys at once; production after a step with an OTP, and a short code from a shop',
    'token-expiry': '3600 seconds, and the same call gives the next',
    'scope-restriction': 'a guard: products of an app are ticked, tokens have no scope',
    'manual-key-approval': 'a guard: mini apps are reviewed and short codes applied for; keys come by themselves',
    'token-rotation-without-refresh': 'client_credentials renews',
    'browser-only-oauth': 'a machine grant is the only one',
    'session-cookie-only': 'bearer tokens',
  },
};

import type { Answer, World } from '../../lib/world.ts';
import { aliasOf, html, json, redirect } from '../../lib/answers.ts';
import { escapeHtml, robots, shell, stubs, table } from '../../lib/pages.ts';
import { expectation, noCredit, signUp, staticKeys } from '../../lib/world.ts';

const service = 'https://lite.realtime.nationalrail.co.uk';
const national = 'https://www.nationalrail.co.uk';
const market = 'https://raildata.org.uk';
const gateway = 'https://api1.raildata.org.uk';

const operations = [
  'GetDepartureBoard',
  'GetArrivalBoard',
  'GetArrivalDepartureBoard',
  'GetNextDepartures',
  'GetFastestDepartures',
  'GetServiceDetails',
];
const wsdl = `<?xml version="1.0" encoding="utf-8"?>
<wsdl:definitions xmlns:ldb="http://thalesgroup.com/RTTI/2021-11-01/ldb/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:tok="http://thalesgroup.com/RTTI/2013-11-28/Token/types" targetNamespace="http://thalesgroup.com/RTTI/2021-11-01/ldb/">
  <wsdl:types><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:import namespace="http://thalesgroup.com/RTTI/2013-11-28/Token/types" schemaLocation="rtti_2013-11-28_Token_types.xsd"/></xs:schema></wsdl:types>
  <wsdl:message name="AccessTokenHeader"><wsdl:part name="AccessToken" element="tok:AccessToken"/></wsdl:message>
  <wsdl:portType name="LDBServiceSoap">${operations.map((name) => `<wsdl:operation name="${name}"/>`).join('')}</wsdl:portType>
  <wsdl:service name="ldb">
    <wsdl:port name="LDBServiceSoap" binding="ldb:LDBServiceSoap"><soap:address location="${service}/OpenLDBWS/ldb12.asmx"/></wsdl:port>
    <wsdl:port name="LDBServiceSoap12" binding="ldb:LDBServiceSoap12"><soap12:address location="${service}/OpenLDBWS/ldb12.asmx"/></wsdl:port>
  </wsdl:service>
</wsdl:definitions>`;
const asXml = (body: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/xml; charset=utf-8', server: 'Microsoft-IIS/10.0', 'x-aspnet-version': '4.0.30319' },
  body,
});
/** IIS refuses before anything of SOAP is read: a page, without a challenge. */
const iis401 = html(
  401,
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\r\n<html xmlns="http://www.w3.org/1999/xhtml">\r\n<head><title>401 - Unauthorized: Access is denied due to invalid credentials.</title></head>\r\n<body><div id="header"><h1>Server Error</h1></div><div id="content"><fieldset><h2>401 - Unauthorized: Access is denied due to invalid credentials.</h2><h3>You do not have permission to view this directory or page using the credentials that you supplied.</h3></fieldset></div></body></html>',
  { server: 'Microsoft-IIS/10.0', 'content-type': 'text/html' },
);
const envelope = `<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope" xmlns:typ="http://thalesgroup.com/RTTI/2013-11-28/Token/types" xmlns:ldb="http://thalesgroup.com/RTTI/2021-11-01/ldb/">
  <soap:Header>
    <typ:AccessToken>
      <typ:TokenValue>00000000-0000-0000-0000-000000000000</typ:TokenValue>
    </typ:AccessToken>
  </soap:Header>
  <soap:Body>
    <ldb:GetDepartureBoardRequest>
      <ldb:numRows>10</ldb:numRows>
      <ldb:crs>WAT</ldb:crs>
    </ldb:GetDepartureBoardRequest>
  </soap:Body>
</soap:Envelope>`;
const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="en-GB"><head><title>${title} | National Rail</title></head><body><header><a href="${national}/">National Rail</a><a href="${national}/travel-information/">Travel information</a><a href="${national}/developers/">Developers</a></header><main><h1>${title}</h1>${body}</main><footer><a href="${national}/privacy/">Privacy</a></footer></body></html>`,
  );
const shop = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="en"><head><title>${title} - Rail Data Marketplace</title></head><body><header><a href="${market}/">RDM</a><a href="${market}/dataProduct">Data products</a><a href="${market}/help">Help</a><a href="${market}/registration">Register</a></header><h1>${title}</h1>${body}</body></html>`,
  );
const parameters: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  GetServiceDetails: [['serviceID', 'The LDBWS service ID of the service, from a board']],
};

/** Trains: a SOAP service whose token is an element of the envelope, tokens from a marketplace of data that replaced the old form. */
export const darwin: World = {
  id: 'darwin-ldbws',
  kind: 'provider',
  title:
    'Trains in SOAP: the token stands in the envelope, 401 as a page of IIS; the form for tokens has moved to a marketplace',
  target: `${service}/OpenLDBWS/`,
  dated: '2026-11',
  sources: [
    'lite.realtime.nationalrail.co.uk/OpenLDBWS',
    'nrewebservices.readthedocs.io/en/latest/ldbws.html',
    'github.com/morosanmihail/HA-LondonTfL/issues/62',
    'github.com/mvantellingen/python-zeep/issues/697',
  ],
  hosts: {
    'lite.realtime.nationalrail.co.uk': {
      routes: {
        'GET /OpenLDBWS': html(
          200,
          `<!DOCTYPE html><html><head><title>Documentation for Live Departure Boards Web Service (LDBWS / OpenLDBWS)</title><script src="scripts/jquery.js"></script></head><body><img alt="NRE Logo" src="images/nre.png"><h1>Documentation for<br/>Live Departure Boards Web Service (LDBWS / OpenLDBWS)</h1><h2>What is it?</h2><p>LDBWS provides a request-response web service to access real time train information from Darwin. This is the same information that powers the Live Departure Boards, provided in XML format.</p><h2>Where is it?</h2><p>The latest WSDL may be found at <a href="${service}/OpenLDBWS/wsdl.aspx?ver=2021-11-01">${service}/OpenLDBWS/wsdl.aspx?ver=2021-11-01</a>.</p><p>Older versions are kept where possible, but check this page from time to time.</p><p>Be aware that the end-point, as defined in the WSDL, expects a SOAP message and cannot be used from a web browser.</p><h2>How is it accessed?</h2><p>LDBWS is a SOAP web service. Point a tool that makes proxies at the WSDL.</p><p>All licensed users are issued with a token. It is passed as a SOAP header value. The service rejects all requests with no token or an incorrect one.</p><pre>${escapeHtml(envelope)}</pre><p>Tokens are issued by National Rail: see <a href="${national}/developers/darwin-data-feeds/">Darwin data feeds</a>.</p><h2>Supported operations</h2>${operations
            .map(
              (name) =>
                `<h3>&raquo; ${name}</h3><p>Request parameters</p>${table(
                  parameters[name] ?? [
                    ['numRows', 'integer, 1 to 150'],
                    ['crs', 'string, three letters'],
                    ['filterCrs', 'string, three letters'],
                    ['timeWindow', 'integer, -120 to 120'],
                  ],
                )}`,
            )
            .join(
              '',
            )}<h2>Release history</h2><p>2021-11-01: uncertainty of services. 2017-10-01: loading of coaches.</p></body></html>`,
        ),
        'GET /OpenLDBWS/wsdl.aspx': asXml(wsdl),
        'GET /OpenLDBWS/rtti_2013-11-28_Token_types.xsd': asXml(
          '<?xml version="1.0" encoding="utf-8"?><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://thalesgroup.com/RTTI/2013-11-28/Token/types"><xs:element name="AccessToken"><xs:complexType><xs:sequence><xs:element name="TokenValue" type="xs:string"/></xs:sequence></xs:complexType></xs:element></xs:schema>',
        ),
        '/OpenLDBWS/ldb12.asmx': iis401,
        '/OpenLDBWS/ldb11.asmx': iis401,
        'GET /': redirect(302, `${national}/developers/`),
      },
      otherwise: html(
        404,
        '<html><head><title>404 - File or directory not found.</title></head><body><h1>Server Error</h1></body></html>',
        { server: 'Microsoft-IIS/10.0' },
      ),
    },
    'nationalrail.co.uk': aliasOf(national),
    'www.nationalrail.co.uk': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': page('Train times and tickets', '<form><input name="from"><input name="to"></form>'),
        'GET /developers/': page(
          'Developers',
          `<p>Open data for those who build. <a href="${national}/developers/darwin-data-feeds/">Darwin data feeds</a></p>`,
        ),
        'GET /developers/darwin-data-feeds/': page(
          'Darwin data feeds',
          `<p>Darwin is the official engine of train running predictions in Great Britain.</p><p>Registration for tokens on realtime.nationalrail.co.uk closed in June 2026. Tokens that were issued there go on working. New users get access on the <a href="${market}/">Rail Data Marketplace</a>.</p><h2>Darwin web service (public)</h2><p>Request and response. Subscribe to “Live Departure Board Web Service (LDBWS) - Public” there; the consumer key is your token.</p><h2>Darwin Push Port</h2><p>A stream over Kafka.</p><h2>Licence</h2><p>Free up to 5 million requests in four weeks. Above that, talk to us.</p>`,
        ),
        ...stubs(page, ['/travel-information/', '/privacy/']),
      },
    },
    'raildata.org.uk': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': shop('Rail Data Marketplace', '<p>Find, subscribe to and publish data of the railway.</p>'),
        'GET /dataProduct': shop(
          'Data products',
          `<p><a href="${market}/dataProduct/P-ldbws-public/overview">Live Departure Board Web Service (LDBWS) - Public</a></p><p>Live Departure Board Staff Version. Access: restricted, approval by the publisher.</p>`,
        ),
        'GET /dataProduct/P-ldbws-public/overview': shop(
          'Live Departure Board Web Service (LDBWS) - Public',
          `<p>Publisher: Rail Delivery Group. Access: open. Licence: National Rail Enquiries open data.</p><p>Press Subscribe and accept the licence; the subscription is active at once. The tab Specification then shows your consumer key and consumer secret.</p><h2>SOAP</h2><p>Use the consumer key as token.</p><h2>REST</h2><p><code>GET ${gateway}/1010-live-departure-board-dep1_2/LDBWS/api/20220120/GetDepartureBoard/{crs}</code> with the header <code>x-apikey: &lt;consumer key&gt;</code></p>`,
        ),
        'GET /help': shop(
          'Help',
          '<p>Subscriptions to restricted products are requests: the publisher approves or declines them. Open products need no approval.</p>',
        ),
        'GET /registration': shell('Register'),
      },
    },
    'api1.raildata.org.uk': {
      routes: {},
      otherwise: json(401, {
        fault: {
          faultstring: 'Failed to resolve API Key variable request.header.x-apikey',
          detail: { errorcode: 'steps.oauth.v2.FailedToResolveAPIKey' },
        },
      }),
    },
  },
  expect: expectation({
    apiBases: [[service, gateway]],
    tokenEndpoint: null,
    signals: {
      'structured-401': ['fail', 'partial', 'pass'],
      'bearer-token': 'fail',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': signUp,
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
    },
  }),
  why: {
    outcome: 'both doors refuse strangers with 401',
    apiBases: 'the SOAP service, or its sister in REST on the gateway of the marketplace',
    'structured-401': 'a page of IIS at the SOAP door; JSON of Apigee at the other: anything but silence',
    'bearer-token': 'an element of the SOAP header, or x-apikey',
    'client-credentials': 'no OAuth; the error code of the gateway only sounds like it',
    'self-service-keys': 'subscribed at once in the marketplace',
    'manual-key-approval': 'restricted products are approved, this one is open',
    'browser-only-oauth': 'a static token',
    'session-cookie-only': 'a static token',
  },
};

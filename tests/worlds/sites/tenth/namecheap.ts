import type { Answer, Incoming, Reply, World } from '../../lib/world.ts';
import { aliasOf, html, redirect } from '../../lib/answers.ts';
import { escapeHtml, loginForm, recaptcha, robots, stubs, table } from '../../lib/pages.ts';
import { expectation, noCredit, staticKeys } from '../../lib/world.ts';

const home = 'https://www.namecheap.com';
const api = 'https://api.namecheap.com';
const sandbox = 'https://api.sandbox.namecheap.com';

const methods: readonly (readonly [string, readonly string[]])[] = [
  ['domains', ['getList', 'getContacts', 'create', 'getTldList', 'check', 'renew', 'getInfo']],
  ['domains.dns', ['setDefault', 'setCustom', 'getList', 'getHosts', 'setHosts']],
  ['ssl', ['create', 'getList', 'activate', 'getInfo']],
  ['users', ['getPricing', 'getBalances', 'login']],
];
const page = (title: string, body: string, head = ''): Answer =>
  html(
    200,
    `<!DOCTYPE html>\n<html lang="en" class="gb-html">\n<head><title>${title} - Namecheap.com</title>\n<meta name="viewport" content="width=device-width">${head}<script src="//static.nc-img.com/pp/header.js"></script></head>\n<body>\n<header class="gb-navbar"><a href="${home}/">Namecheap</a><ul><li><a href="${home}/domains/">Domains</a></li><li><a href="${home}/hosting/">Hosting</a></li><li><a href="${home}/security/ssl-certificates/">SSL</a></li><li><a href="${home}/support/">Help Center</a></li><li><a href="${home}/myaccount/login/">Sign In</a></li><li><a href="${home}/myaccount/signup/">Sign Up</a></li></ul></header>\n<section class="gb-section"><h1>${title}</h1>\n${body}</section>\n<section><p>Need help? We're always here for you.</p></section>\n<footer><a href="${home}/support/api/intro/">API</a><a href="${home}/legal/general/privacy-policy/">Privacy Policy</a><p>We are an ICANN accredited registrar, serving customers since 2001.</p></footer>\n</body></html>`,
  );
const manual = (title: string, body: string): Answer =>
  page(
    title,
    `<p class="lead">API Documentation. Everything you must know in one place</p><div class="row"><aside><ul><li><a href="/support/api/intro/">Introduction</a></li><li><a href="/support/api/global-parameters/">Global parameters</a></li><li><a href="/support/api/error-codes/">Error codes</a></li><li><a href="/support/api/sandbox/">Sandbox</a></li><li><a href="/support/api/methods/">Methods</a></li><li><a href="/support/api/tld-list/">TLD list</a></li></ul></aside><article>${body}</article></div><p>We welcome your comments, questions, corrections and additional information relating to this article. Off-topic comments will be deleted.</p>`,
  );
const pre = (code: string) => `<pre class="prettyprint">${escapeHtml(code)}</pre>`;

/** Every answer of the service is a 200 and an envelope in XML. */
const envelope = (errors: readonly (readonly [string, string])[], r: Incoming): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/xml; charset=utf-8', server: 'Microsoft-IIS/10.0', 'cache-control': 'private' },
  body: `<?xml version="1.0" encoding="utf-8"?>\r\n<ApiResponse Status="ERROR" xmlns="http://api.namecheap.com/xml.response">\r\n  <Errors>\r\n${errors.map(([number, words]) => `    <Error Number="${number}">${words}</Error>`).join('\r\n')}\r\n  </Errors>\r\n  <Warnings />\r\n  <RequestedCommand>${(r.query.get('Command') ?? '').replace(/[^\w.]/g, '')}</RequestedCommand>\r\n  <Server>PHX01APIEXT03</Server>\r\n  <GMTTimeDifference>--5:00</GMTTimeDifference>\r\n  <ExecutionTime>0.005</ExecutionTime>\r\n</ApiResponse>`,
});
const service: Reply = (r) => {
  const has = (name: string) => [...r.query.keys(), ...r.form.keys()].some((key) => key.toLowerCase() === name);
  if (!has('apiuser')) return envelope([['1010101', 'Parameter APIUser is missing']], r);
  if (!has('apikey')) return envelope([['1010102', 'Parameter APIKey is missing']], r);
  return envelope([['1011102', 'API Key is invalid or API access has not been enabled']], r);
};
const iis404 = html(
  404,
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"><html><head><title>404 - File or directory not found.</title></head><body><div id="header"><h1>Server Error</h1></div></body></html>',
  { server: 'Microsoft-IIS/10.0' },
);

/** Registrar: one address, commands in the query, XML with 200 for everything; keys for those who spend enough. */
export const namecheap: World = {
  id: 'namecheap',
  kind: 'provider',
  title:
    'Registrar: XML with 200 for every error, user and key in the query, addresses to be listed, a threshold before the key',
  target: 'www.namecheap.com/support/api/intro/',
  dated: '2026-11',
  sources: [
    'namecheap.com/support/api/intro',
    'namecheap.com/support/api/global-parameters',
    'github.com/acmesh-official/acme.sh/issues/527',
    'github.com/acmesh-official/acme.sh/issues/4698',
  ],
  hosts: {
    'namecheap.com': aliasOf(home),
    'www.namecheap.com': {
      routes: {
        'GET /robots.txt': robots('User-agent: *\nDisallow: /cart/\nDisallow: /domains/registration/results/\n'),
        'GET /': page(
          'Make more online, for less',
          `<form action="/domains/registration/results/"><input name="domain" placeholder="Register a domain name to start"></form><p>18 million domains under management. <a href="${home}/support/api/intro/">API</a></p>`,
        ),
        'GET /myaccount/login/': page('Sign in', loginForm('/myaccount/login/')),
        'GET /myaccount/signup/': page(
          'Create an account',
          `<form action="/myaccount/signup/" method="post"><input name="username"><input type="password" name="password"><input name="firstname"><input name="lastname"><input type="email" name="email"><button>Create Account and Continue</button></form>`,
        ),
        'GET /support/': page(
          'Help Center',
          '<p><a href="/support/knowledgebase/article.aspx/9739/63/api-faq/">API FAQ</a> <a href="/support/live-chat/">Live chat</a></p>',
        ),
        'GET /support/live-chat/': page(
          'Live chat',
          `<form action="/support/live-chat/" method="post"><input name="name"><textarea name="question"></textarea>${recaptcha.field}<button>Start</button></form>`,
          recaptcha.head,
        ),
        'GET /support/knowledgebase/article.aspx/9739/63/api-faq/': page(
          'API FAQ',
          `<h3>How do I turn on API access?</h3><p>Profile, Tools, Business &amp; Dev Tools, Namecheap API Access, Manage. Toggle it on, accept the terms, enter your password. The key is shown on the same page.</p><h3>Are there requirements?</h3><p>There are, to prevent abuse. Your account has to meet one of them:</p><ul><li>at least 20 domains</li><li>at least $50 on the balance</li><li>at least $50 spent within the last 2 years</li></ul><h3>What if I do not meet them?</h3><p>You may write to Customer Support, who look at each case.</p><h3>How many requests can I make?</h3><p>50 a minute, 700 an hour, 8000 a day, over the whole key.</p><h3>Does whitelisting take IPv6 addresses?</h3><p>IPv4 only, ten at most.</p><h3>Can I have several keys?</h3><p>One for each account. Reset it when it was seen by others; the old one stops at once.</p>`,
        ),
        'GET /support/api/intro/': manual(
          'Introduction to the Namecheap API',
          `<p>With the API you build tools of your own: search for domains, register them, set DNS records, order certificates. It suits resellers and those who have many names.</p><h2>Production and sandbox</h2>${table(
            [
              ['Environment', 'Service URL'],
              ['Production', `<code>${api}/xml.response</code>`],
              ['Sandbox', `<code>${sandbox}/xml.response</code>`],
            ],
          )}<h2>Getting access</h2><ol><li>Open an account, if you have none.</li><li>Enable API access under Profile, Tools.</li><li>Whitelist the IPv4 addresses from which you will call.</li></ol><p>For the sandbox, open a free account at <a href="https://www.sandbox.namecheap.com/">www.sandbox.namecheap.com</a>; access there is on from the start, without requirements.</p><h2>Making calls</h2><p>Calls are HTTPS GET or POST; use POST when hosts are more than ten.</p>${pre(`${api}/xml.response?ApiUser=<api_username>&ApiKey=<api_key>&UserName=<nc_username>&Command=<cmd_name>&ClientIp=<clientIPaddress>`)}<h2>Answers</h2><p>Answers are XML. <code>Status</code> of <code>ApiResponse</code> is OK or ERROR.</p>${pre('<?xml version="1.0" encoding="utf-8"?>\n<ApiResponse Status="OK" xmlns="http://api.namecheap.com/xml.response">\n  <Errors />\n  <RequestedCommand>namecheap.domains.check</RequestedCommand>\n  <CommandResponse Type="namecheap.domains.check">\n    <DomainCheckResult Domain="domain1.com" Available="true" />\n  </CommandResponse>\n  <Server>SERVER-NAME</Server>\n  <ExecutionTime>0.078</ExecutionTime>\n</ApiResponse>')}`,
        ),
        'GET /support/api/global-parameters/': manual(
          'Namecheap API Global Parameters',
          `<p>These belong into every call.</p>${table([
            ['Name', 'Type', 'MaxLength', 'Required?', 'Description'],
            ['ApiUser', 'String', '20', 'Yes', 'Username required to access the API'],
            ['ApiKey', 'String', '50', 'Yes', 'Password required to access the API'],
            ['Command', 'String', '80', 'Yes', 'Command for execution'],
            ['UserName', 'String', '20', 'Yes', 'The user on whom the command runs, mostly the same as ApiUser'],
            ['ClientIp', 'String', '15', 'Yes', 'Address of the server that calls (IPv4)'],
          ])}<h2>Global error codes</h2>${table([
            ['1010101', 'Parameter APIUser is missing'],
            ['1030408', 'Unsupported authentication type'],
            ['1010104', 'Parameter Command is missing'],
            ['1010102, 1011102', 'Parameter APIKey is missing'],
            ['1010105, 1011105', 'Parameter ClientIP is missing'],
            ['1011150', 'Parameter RequestIP is invalid'],
            ['1017101', 'Parameter ApiUser is disabled or locked'],
            ['1016103', 'Parameter UserName is unauthorized'],
          ])}`,
        ),
        'GET /support/api/error-codes/': manual(
          'Error codes',
          table([
            ['2019166', 'Domain not found'],
            ['2016166', 'Domain is not associated with your account'],
            ['4022288', 'Unable to get nameserver list'],
            ['500000', 'Too many requests'],
          ]),
        ),
        'GET /support/api/sandbox/': manual(
          'Sandbox',
          `<p>A copy of the site with play money. Names registered there do not exist elsewhere. Endpoint: <code>${sandbox}/xml.response</code>.</p>`,
        ),
        'GET /support/api/methods/': manual(
          'All API methods',
          methods
            .map(
              ([group, names]) =>
                `<h3>${group}</h3>${table(names.map((name) => [`<a href="/support/api/methods/${group}/${name}/">namecheap.${group}.${name}</a>`]))}`,
            )
            .join(''),
        ),
        'GET /support/api/methods/users/login/': manual(
          'namecheap.users.login',
          `<p>Checks user name and password of an account that you created by the API. For partners of the reseller programme; permission must be asked for.</p>${table(
            [
              ['UserName', 'Yes'],
              ['Password', 'Yes'],
            ],
          )}`,
        ),
        'GET /support/api/methods/:group/:name/': (r) =>
          manual(
            `namecheap.${r.params['group']}.${r.params['name']}`,
            `<h2>Example request</h2>${pre(`${api}/xml.response?ApiUser=apiexample&ApiKey=56b4c87ef4fd49cb96d915c0db68194&UserName=apiexample&Command=namecheap.${r.params['group']}.${r.params['name']}&ClientIp=192.168.1.109`)}<h2>Request parameters</h2>${table([['DomainName', 'String', '70', 'Yes']])}`,
          ),
        'GET /support/api/tld-list/': manual(
          'TLD list',
          table([
            ['.com', 'API registration: yes'],
            ['.ca', 'API registration: yes, with extended attributes'],
          ]),
        ),
        ...stubs(page, [
          '/domains/',
          '/domains/registration/results/',
          '/hosting/',
          '/security/ssl-certificates/',
          '/legal/general/privacy-policy/',
        ]),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html><head><title>Page not found - Namecheap.com</title></head><body><h1>Oh no! 404</h1></body></html>',
      ),
    },
    'ap.www.namecheap.com': { routes: { 'GET *': redirect(302, `${home}/myaccount/login/`) } },
    'www.sandbox.namecheap.com': {
      routes: { 'GET /': page('Namecheap Sandbox', '<p>This is a test environment.</p>') },
    },
    'api.namecheap.com': { routes: { '/xml.response': service }, otherwise: iis404 },
    'api.sandbox.namecheap.com': { routes: { '/xml.response': service }, otherwise: iis404 },
  },
  expect: expectation({
    apiBases: [[api, sandbox]],
    tokenEndpoint: null,
    signals: {
      'structured-401': ['partial', 'fail'],
      'bearer-token': 'fail',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['partial', 'pass'],
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'captcha-before-token': ['absent', 'unknown'],
      'manual-key-approval': ['absent', 'unknown'],
    },
  }),
  why: {
    apiBases: 'service URLs of the introduction',
    outcome: 'the service tells strangers which parameter they lack',
    'structured-401':
      '200 and an envelope in XML whose Error names the missing parameter: readable, but neither 401 nor JSON',
    'bearer-token': 'user and key are parameters; nothing in Authorization changes the answer',
    'self-service-keys': 'toggled on by oneself, beyond a threshold of money or domains; the sandbox has none',
    'captcha-before-token': 'the CAPTCHA is before the chat',
    'manual-key-approval': 'support looks at those who miss the threshold; everybody else toggles',
    'browser-only-oauth': 'no OAuth',
    'session-cookie-only': 'a key in the query',
  },
};

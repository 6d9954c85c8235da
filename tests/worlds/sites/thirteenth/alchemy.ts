import type { Answer, Incoming, Reply, Site, World } from '../../lib/world.ts';
import { aliasOf, html, isBearer, json, redirect, text } from '../../lib/answers.ts';
import { robots, sample, shell, stubs, table } from '../../lib/pages.ts';
import { expectation, signUp } from '../../lib/world.ts';
import { fields } from '../seventh/noise.ts';
import { mintlify, statusPage, type Leaf } from '../providers/third-manuals.ts';

const www = 'https://www.alchemy.com';
const dashboard = 'https://dashboard.alchemy.com';
const eth = 'https://eth-mainnet.g.alchemy.com';
const base = 'https://base-mainnet.g.alchemy.com';
const solana = 'https://solana-mainnet.g.alchemy.com';
const admin = 'https://admin-api.alchemy.com';

const leaves: Leaf[] = [
  [
    '/docs/get-started',
    'Get started with Alchemy',
    `<p>Alchemy is the most reliable way to build on more than 100 chains. Choose your path:</p><ul><li><a href="/docs/create-an-api-key">Create an Alchemy API key</a></li><li><a href="/docs/alchemy-quickstart-guide">Make your first request</a></li><li><a href="/docs/reference/api-overview">API reference</a></li><li><a href="/docs/wallets">Wallets</a></li><li><a href="/docs/rollups">Rollups</a></li></ul>`,
  ],
  [
    '/docs/create-an-api-key',
    'Create an Alchemy API key',
    `<p>This guide shows you how to create an app in the Alchemy Dashboard, copy its API key, and find the endpoint URLs you will use in requests.</p><blockquote>If you recently created your Alchemy account, you already have a default app and API key. Use that unless you need a separate app for a new project or environment.</blockquote><h2>Prerequisites</h2><ul><li>An <a href="${dashboard}/signup">Alchemy account</a></li></ul><h2>Steps</h2><ol><li>Sign in to the Alchemy Dashboard and open Team Overview.</li><li>Open the Apps tab, then select Create new app.</li><li>Add an app name, an optional description, and the chains you want this app to support. Then choose the services you want enabled and select Create App.</li><li>On the app details page, copy the API key from the top right corner.</li><li>Open Networks to see the request URLs, which contain your generated API key.</li></ol>`,
  ],
  [
    '/docs/alchemy-quickstart-guide',
    'Alchemy quickstart',
    `<p>Make your first request in a minute. Replace the last part of the URL with your key.</p>${sample(`curl ${eth}/v2/YOUR_API_KEY \\\n  -X POST \\\n  -H "Content-Type: application/json" \\\n  -d '{"jsonrpc":"2.0","method":"eth_blockNumber","params":[],"id":0}'`)}${sample('{"jsonrpc":"2.0","id":0,"result":"0x14c3ab1"}', 'json')}<p>With viem:</p>${sample(`import { createPublicClient, http } from "viem";\nimport { mainnet } from "viem/chains";\n\nconst client = createPublicClient({\n  chain: mainnet,\n  transport: http("${eth}/v2/YOUR_API_KEY"),\n});`, 'javascript')}<p>The alchemy-sdk package is archived.</p>`,
  ],
  [
    '/docs/how-to-use-api-keys-in-http-headers',
    'How to make HTTP header-based API requests',
    `<p>Send Alchemy API requests with your API key in the Authorization header instead of the URL.</p><h2>Why use headers</h2><p>Putting your API key in the <code>Authorization</code> header keeps it out of request URLs, which are more likely to appear in logs, browser history, and shared screenshots.</p><p>You can use either an API key or an access key in the header. If you need access keys, see <a href="/docs/how-to-create-access-keys">how to create access keys</a>.</p>${sample(`curl ${eth}/v2 \\\n  -H "Content-Type: application/json" \\\n  -H "Authorization: Bearer $ALCHEMY_API_KEY" \\\n  -d '{"jsonrpc":"2.0","method":"eth_blockNumber","params":[],"id":1}'`)}${sample(`curl "${eth}/nft/v3/getNFTsForOwner?owner=vitalik.eth" \\\n  -H "Authorization: Bearer $ALCHEMY_API_KEY"`)}`,
  ],
  [
    '/docs/how-to-use-jwts-for-api-requests',
    'How to use JWTs for API requests',
    `<p>JWTs are a means of representing claims to be transferred between two parties. You sign them yourself; we check the signature with the public key that you upload under Security in the dashboard.</p><ol><li>Generate a key pair.</li><li>Upload the public key and note the key id.</li><li>Sign a JWT (RS256) with <code>kid</code> in the header and an <code>exp</code> of ten minutes.</li><li>Send it.</li></ol>${sample(`curl ${eth}/v2 -H "Authorization: Bearer <jwt>" -d '{"jsonrpc":"2.0","method":"eth_blockNumber","params":[],"id":1}'`)}`,
  ],
  [
    '/docs/how-to-create-access-keys',
    'How to create access keys',
    `<p>You must be a billing or team admin to create and manage access keys. If you don't have the required permissions, contact your team admin to request access.</p><p>Access keys carry scopes: App Management, Usage, Node API, NFT API, Gas Manager Admin. Give each one a name, the scopes that it needs and, if you like, an expiry.</p><ol><li>Open Settings, Security in the dashboard.</li><li>Select Create access key, choose permissions, select Create.</li><li>Copy the key. It is shown once.</li></ol>`,
  ],
  [
    '/docs/best-practices-for-key-security-and-management',
    'Best practices for key security and management',
    '<ul><li>Never commit keys.</li><li>Allowlist domains, addresses of contracts and IP addresses for each app.</li><li>Rotate keys every ninety days.</li></ul>',
  ],
  [
    '/docs/reference/api-overview',
    'API reference overview',
    table([
      ['Product', 'Base URL'],
      ['Ethereum JSON-RPC', `<code>${eth}/v2/{apiKey}</code>`],
      ['Base JSON-RPC', `<code>${base}/v2/{apiKey}</code>`],
      ['Solana JSON-RPC', `<code>${solana}/v2/{apiKey}</code>`],
      ['NFT API', `<code>${eth}/nft/v3/{apiKey}</code>`],
      ['Prices API', '<code>https://api.g.alchemy.com/prices/v1/{apiKey}</code>'],
      ['Notify API', '<code>https://dashboard.alchemy.com/api</code>, header <code>X-Alchemy-Token</code>'],
      ['Admin APIs', `<code>${admin}/v1</code>, access key`],
    ]),
  ],
  [
    '/docs/reference/nft-api-endpoints/get-nfts-for-owner',
    'NFTs by owner',
    `<p>GET <code>${eth}/nft/v3/{apiKey}/getNFTsForOwner</code></p>${table([
      ['Parameter', 'In', 'Required', 'Description'],
      ['<code>apiKey</code>', 'path', 'yes', 'For higher throughput, create your own API key. Default: docs-demo'],
      ['<code>owner</code>', 'query', 'yes', 'String, address for NFT owner'],
      ['<code>pageKey</code>', 'query', 'no', 'Key for pagination'],
    ])}`,
  ],
  [
    '/docs/reference/eth-blocknumber',
    'eth_blockNumber',
    `<p>POST <code>${eth}/v2/{apiKey}</code></p><p>Returns the number of the most recent block. 10 compute units.</p>`,
  ],
  [
    '/docs/reference/error-reference',
    'Error reference',
    table([
      ['HTTP', 'Code', 'Meaning', 'Example'],
      [
        '400',
        '-32700',
        'Parse error',
        '<code>{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"Parse error"}}</code>',
      ],
      [
        '401',
        '-32600',
        'Unauthorized: you must authenticate your request with an API key',
        '<code>{"jsonrpc":"2.0","id":1,"error":{"code":-32600,"message":"Must be authenticated!"}}</code>',
      ],
      ['403', '-32600', 'Your app is inactive, or the network is not enabled', ''],
      ['429', '429', 'You exceeded your capacity', ''],
    ]),
  ],
  [
    '/docs/reference/admin-api',
    'Admin APIs',
    `<p>Create, configure and delete apps; pull the same usage numbers as the dashboard.</p>${sample(`curl '${admin}/v1/apps' \\\n  -H 'Authorization: Bearer {your access key}'`)}`,
  ],
  [
    '/docs/reference/notify-api-quickstart',
    'Webhooks quickstart',
    '<p>Check <code>X-Alchemy-Signature</code>, HMAC SHA-256 with the signing key of the webhook. The token for <code>X-Alchemy-Token</code> stands at the top of the Webhooks page.</p>',
  ],
  [
    '/docs/agentic-gateway',
    'Agentic gateway',
    `<p>Agents without an account pay per request with USDC. Call <code>https://x402.alchemy.com/eth-mainnet/v2</code>, read the requirements of the answer 402, sign, and call again. A signed message of your wallet (SIWE) is the identity; no API key is needed.</p>`,
  ],
  ['/docs/reference/compute-units', 'Compute units', '<p>The free tier holds 30 million compute units a month.</p>'],
  [
    '/docs/wallets',
    'Smart wallets',
    '<p>Let your users log in with email, passkeys, Google or another OAuth provider; we create a wallet behind it. Whitelist your domain for the redirect flow. Users of yours receive a one-time code by mail.</p>',
  ],
  ['/docs/rollups', 'Rollups', '<p>Launch your own chain. Contact sales to get started.</p>'],
  [
    '/docs/changelog',
    'Changelog',
    '<h2>September 2026</h2><ul><li>Access keys may expire.</li><li>Robinhood Chain supported.</li></ul><h2>June 2026</h2><ul><li>Polygon zkEVM is no longer supported.</li></ul>',
  ],
];

/** The reference has a page for each method of each chain; these are some of one chain. */
for (const method of 'accounts blobBaseFee call callMany chainId createAccessList estimateGas feeHistory gasPrice getAccount getBalance getBlockByHash getBlockByNumber getBlockReceipts getBlockTransactionCountByHash getBlockTransactionCountByNumber getCode getFilterChanges getFilterLogs getLogs getProof getRawTransactionByHash getStorageAt getTransactionByHash getTransactionCount getTransactionReceipt getUncleCountByBlockHash maxPriorityFeePerGas newBlockFilter newFilter newPendingTransactionFilter protocolVersion sendRawTransaction simulateV1 submitWork subscribe syncing uninstallFilter unsubscribe'.split(
  ' ',
))
  leaves.push([
    `/docs/reference/eth-${method.toLowerCase()}`,
    `eth_${method}`,
    `<p>POST <code>${eth}/v2/{apiKey}</code></p><p>The method eth_${method} of the Ethereum API.</p>${sample(`curl ${eth}/v2/docs-demo \\\n  -d '{"id":1,"jsonrpc":"2.0","method":"eth_${method}","params":[]}'`)}${fields(['id', 'jsonrpc', 'result'])}`,
  ]);

const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title} - Alchemy</title><script src="/_next/static/chunks/main.js" defer></script></head><body><header><a href="/">Alchemy</a><nav><ul><li>Products<ul><li><a href="/rpc-api">Node APIs</a></li><li><a href="/data">Data APIs</a></li><li><a href="/smart-wallets">Wallets</a></li><li><a href="/rollups">Rollups</a></li></ul></li><li>Solutions<ul><li><a href="/payments">Payments</a></li><li><a href="/ai-agents">AI agents</a></li></ul></li><li><a href="/chain-connect">Chains</a></li><li><a href="/dapps">Dapp Store</a></li><li><a href="/docs/get-started">Docs</a></li><li><a href="/pricing">Pricing</a></li><li><a href="/contact-sales">Contact sales</a></li><li><a href="${dashboard}/login">Login</a></li><li><a href="${dashboard}/signup">Get API key</a></li></ul></nav></header><main><h1>${title}</h1>${body}</main><footer><a href="/blog">Blog</a><a href="/overviews">Overviews</a><a href="/careers">Careers</a><a href="https://status.alchemy.com">Status</a><a href="/policies/privacy-policy">Privacy</a></footer></body></html>`,
  );

const rpcError = (id: unknown) => ({ jsonrpc: '2.0', id, error: { code: -32600, message: 'Must be authenticated!' } });
/** The node answers in the words of JSON-RPC; where no call was read, the same sentence stands alone under the type of JSON. */
const bare: Answer = {
  status: 401,
  headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*', vary: 'Origin' },
  body: 'Must be authenticated!',
};
const rpc: Reply = (r: Incoming) => {
  if (r.method === 'OPTIONS')
    return {
      status: 200,
      headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' },
      body: '',
    };
  if (r.method !== 'POST') return bare;
  if (r.json === undefined)
    return json(400, { jsonrpc: '2.0', id: null, error: { code: -32700, message: 'Parse error' } });
  const id: unknown =
    r.json && typeof r.json === 'object' ? Object.entries(r.json).find(([key]) => key === 'id')?.[1] : null;
  return json(401, rpcError(id ?? null), { 'access-control-allow-origin': '*' });
};
const node: Site = {
  headers: { server: 'cloudflare' },
  routes: {
    'GET /': text(404, ''),
    '/v2': rpc,
    '/v2/:key': rpc,
    '/nft/v3': bare,
    '/nft/v3/*': bare,
  },
  otherwise: text(404, ''),
};

/** Blockchain nodes: the key is the last part of the path, or a bearer token; calls are JSON-RPC by POST. */
export const alchemy: World = {
  id: 'alchemy',
  kind: 'provider',
  title:
    'Blockchain nodes: JSON-RPC with the key in the path or as a bearer token; 401 with a bare sentence typed as JSON',
  target: 'https://www.alchemy.com',
  dated: '2026-11',
  sources: [
    'www.alchemy.com/docs/create-an-api-key.md',
    'www.alchemy.com/docs/how-to-use-api-keys-in-http-headers.md',
    'alchemy.com/docs/how-to-use-jwts-for-api-requests',
    'github.com/alchemyplatform/docs/pull/730 (access keys)',
    'www.alchemy.com/blog/introducing-admin-apis',
    'answers in public code: {"code":-32600,"message":"Must be authenticated!"}, and the bare sentence of September 2026',
  ],
  hosts: {
    'alchemy.com': aliasOf(www),
    'docs.alchemy.com': { routes: { '*': redirect(308, `${www}/docs/get-started`) } },
    'www.alchemy.com': {
      headers: { server: 'Vercel' },
      routes: {
        'GET /robots.txt': robots('User-agent: *\nAllow: /\nDisallow: /api/\n'),
        'GET /': page(
          'Build the future of finance',
          `<p>The complete developer platform for onchain apps. 100+ chains, 99.995 % uptime.</p><a href="${dashboard}/signup">Start for free</a> <a href="/docs/get-started">Read docs</a><h2>Trusted by</h2><p>Visa, Stripe, Robinhood, Coinbase, World.</p><h2>Node API</h2><p>Read and write with one URL.</p><h2>Data API</h2><p>Tokens, transfers, prices, NFTs.</p><h2>Smart wallets</h2><p>Log in with email, passkey, or social account.</p><h2>Testimonials</h2><blockquote>Alchemy scaled with us.</blockquote>`,
        ),
        'GET /pricing': page(
          'Pricing',
          table([
            ['Free', 'Pay As You Go', 'Enterprise'],
            ['$0', '$0.45 per million compute units', 'Custom'],
            ['30M compute units a month, 5 apps, no credit card', '30 apps', 'VIP support, SLAs: contact sales'],
          ]),
        ),
        'GET /contact-sales': shell('Contact sales - Alchemy'),
        'GET /blog': page(
          'Blog',
          '<article><h2>Introducing Admin APIs</h2></article><article><h2>What is a JWT?</h2></article>',
        ),
        ...stubs(page, [
          '/rpc-api',
          '/data',
          '/smart-wallets',
          '/rollups',
          '/payments',
          '/ai-agents',
          '/chain-connect',
          '/dapps',
          '/overviews',
          '/careers',
          '/policies/privacy-policy',
        ]),
        'GET /docs': redirect(307, '/docs/get-started'),
        ...mintlify('Alchemy Docs', www, leaves, '/docs'),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html><head><title>404</title></head><body><h1>Page not found</h1></body></html>',
      ),
    },
    'dashboard.alchemy.com': {
      routes: {
        'GET /robots.txt': robots('User-agent: *\nDisallow: /api/\n'),
        'GET /': redirect(307, '/login'),
        'GET /login': shell('Log in - Alchemy'),
        'GET /signup': shell('Sign up - Alchemy', {
          head: '<script src="https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit" async defer></script>',
        }),
        '/api/*': json(401, { message: 'Unauthenticated request', name: 'AuthenticationError' }),
      },
    },
    'status.alchemy.com': { routes: statusPage('Alchemy') },
    'eth-mainnet.g.alchemy.com': node,
    'base-mainnet.g.alchemy.com': node,
    'solana-mainnet.g.alchemy.com': node,
    'api.g.alchemy.com': { routes: { '/prices/v1': bare, '/prices/v1/*': bare }, otherwise: text(404, '') },
    'admin-api.alchemy.com': {
      routes: {
        '/v1/*': (r) =>
          isBearer(r)
            ? json(401, { error: { message: 'Invalid access key', status: 401 } })
            : json(401, { error: { message: 'Missing authorization header', status: 401 } }),
      },
      otherwise: json(404, { error: { message: 'Not found', status: 404 } }),
    },
    'x402.alchemy.com': {
      routes: {
        '/*/v2': json(401, {
          error: 'Unauthorized',
          message: 'Missing SIWE authorization header',
          code: 'MISSING_AUTH',
        }),
      },
      otherwise: json(404, { error: 'Not found' }),
    },
  },
  expect: expectation({
    apiBases: [[eth, base, solana, 'https://api.g.alchemy.com', admin]],
    tokenEndpoint: null,
    signals: {
      'structured-401': ['pass', 'partial'],
      'bearer-token': 'pass',
      'client-credentials': ['fail', 'unknown', 'n/a', 'partial'],
      'oauth-discovery': ['fail', 'unknown', 'n/a'],
      'self-service-keys': signUp,
      'token-expiry': ['n/a', 'partial', 'unknown', 'pass'],
      'scope-restriction': ['pass', 'partial'],
    },
    antiPatterns: {
      'browser-only-oauth': ['absent', 'unknown'],
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
      'captcha-before-token': ['absent', 'present', 'unknown'],
    },
  }),
  why: {
    apiBases: 'samples and the table of base URLs; a host for each chain',
    tokenEndpoint: 'no endpoint gives a token; a JWT is signed by its sender',
    outcome: 'the NFT API by GET and the nodes by POST refuse strangers with 401',
    'structured-401':
      'JSON-RPC names an error under 401; by GET the same status and type, but the body is a sentence and no JSON',
    'bearer-token': 'a page of its own with samples: “Authorization: Bearer $ALCHEMY_API_KEY”',
    'client-credentials': 'a guard: a JWT of one’s own may count as a vendor’s machine login, nothing more',
    'self-service-keys': 'every new account has an app and a key already; no credit card',
    'token-expiry': 'a guard: API keys are static, access keys may expire, JWTs do',
    'scope-restriction': 'scopes of access keys; chains, services and allow lists of each app',
    'manual-key-approval': 'a team’s own admin makes access keys; sales is for Enterprise and rollups',
    'captcha-before-token': 'a guard: the script of a CAPTCHA is loaded by the sign-up, which needs a browser to show',
    'browser-only-oauth': 'logins of the wallets’ users are another thing',
    'session-cookie-only': 'keys',
  },
};

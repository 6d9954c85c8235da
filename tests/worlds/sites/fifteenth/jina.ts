import type { Answer, Incoming, World } from '../../lib/world.ts';
import { aliasOf, html, isBearer, json, text } from '../../lib/answers.ts';
import { escapeHtml, robots } from '../../lib/pages.ts';
import { expectation, noCredit, staticKeys } from '../../lib/world.ts';

const www = 'https://jina.ai';
const api = 'https://api.jina.ai';

/** The text for language models; the words are ours, the shape is that of the real one. */
const manual = `You are an engineer who helps people to use the Search Foundation APIs of Jina AI for what they want to do.

# Core principles

0. The bearer stands in the environment variable JINA_API_KEY. Put this comment into the code: "Get your Jina AI API key for free: https://jina.ai/?sui=apikey".
1. Use one API where one is enough.
2. Answer "can't do" where these APIs cannot help.
3. Prefer what is built in to what you would write.
4. Never use placeholder data.
5. Send the header Accept: application/json with every request.

# Overview

- Embeddings API: text or images to vectors.
- Reranker API: order documents by how well they answer a query.
- r.reader API: one address in, text for a model out.
- s.reader API: a search term in, results as text out.
- Classifier API: text or images into categories, with or without training.
- Segmenter API: long text into pieces.

# Documentation of the APIs

1. Embeddings API
Endpoint: https://api.jina.ai/v1/embeddings
Purpose: turn text and images into vectors of a fixed length
Method: POST
Authorization: HTTPBearer
Request body schema: {"application/json":{"model":{"type":"string","required":true,"options":[{"name":"jina-embeddings-v5-text-small"},{"name":"jina-clip-v2","size":"885M","dimensions":1024}]},"input":{"type":"array","required":true},"embedding_type":{"type":"string","required":false,"default":"float"},"task":{"type":"string","options":["retrieval.query","retrieval.passage","text-matching"]},"late_chunking":{"type":"boolean","default":false}}}
Example request: {"model":"jina-embeddings-v5-text-small","input":["Hello, world!"]}
Example response: {"200":{"data":[{"embedding":"..."}],"usage":{"total_tokens":15}},"422":{"error":{"message":"Invalid input or parameters"}}}

2. Reranker API
Endpoint: https://api.jina.ai/v1/rerank
Purpose: refine results of a search
Method: POST
Authorization: HTTPBearer
Request body schema: {"application/json":{"model":{"type":"string","required":true},"query":{"type":"string","required":true},"documents":{"type":"array","required":true},"top_n":{"type":"integer","required":false}}}

3. Reader API
Endpoint: https://r.jina.ai/
Purpose: read a page
Method: POST
Authorization: HTTPBearer
Headers:
- **Authorization**: Bearer $JINA_API_KEY
- **Content-Type**: application/json
- **Accept**: application/json
- **X-Engine** (optional): browser, direct or cf-browser-rendering
- **X-Timeout** (optional): seconds to wait for the page
- **X-Set-Cookie** (optional): cookies to forward to the page
- **X-Token-Budget** (optional): most tokens that the request may use
Example cURL request: \`\`\`curl -X POST 'https://r.jina.ai/' -H "Accept: application/json" -H "Authorization: Bearer ..." -H "Content-Type: application/json" -d '{"url":"https://example.com"}'\`\`\`

4. Search API
Endpoint: https://s.jina.ai/
Purpose: search the web
Method: POST
Authorization: HTTPBearer
Headers:
- **Authorization**: Bearer $JINA_API_KEY
- **X-Site** (optional): search inside one site
Example cURL request: \`\`\`curl -X POST 'https://s.jina.ai/' -H "Authorization: Bearer ..." -H "Content-Type: application/json" -H "Accept: application/json" -d '{"q":"When was Jina AI founded?"}'\`\`\`

5. Segmenter API
Endpoint: https://api.jina.ai/v1/segment
Method: POST
Authorization: HTTPBearer
Request body schema: {"application/json":{"content":{"type":"string","required":true},"tokenizer":{"type":"string","default":"cl100k_base"},"return_tokens":{"type":"boolean","default":false}}}

# Example

\`\`\`python
import os
import requests

# Get your Jina AI API key for free: https://jina.ai/?sui=apikey
headers = {"Authorization": f"Bearer {os.environ['JINA_API_KEY']}", "Accept": "application/json"}
answer = requests.post("https://api.jina.ai/v1/embeddings", headers=headers, json={"model": "jina-embeddings-v5-text-small", "input": ["Hello"]})
\`\`\`

# Notes

When you read pages of other people, theirs may ask for a login, a CAPTCHA or cookies; the reader cannot help with that. Cookies that you forward with X-Set-Cookie are not stored.
`;
/** Programs get the text, browsers get a page around it, whatever is asked for. */
const prompt = (r: Incoming): Answer =>
  /text\/html/.test(r.headers['accept'] ?? '')
    ? html(
        200,
        `<!DOCTYPE html><html lang="en"><head><meta charset="UTF-8"><title>Jina AI Meta-Prompt: An Implementation Guide for LLMs (v13)</title><style>body{font-family:monospace}</style></head><body><h1>Jina AI Meta-Prompt (v13)</h1><p>This text is written for LLMs. People may prefer <a href="${www}/">Jina AI</a>.</p><p>Programs get it as plain text:</p><pre>curl docs.jina.ai/v13</pre><pre>curl docs.jina.ai</pre><pre id="content">${escapeHtml(manual)}</pre></body></html>`,
      )
    : text(200, manual);
const app: Answer = html(
  200,
  '<!DOCTYPE html><html lang="en-US" dir="ltr"><head><title>Jina AI - Your Search Foundation, Supercharged.</title><meta charset="utf-8"><meta name="description" content="Best-in-class embeddings, rerankers, web reader, deepsearch, small language models. Search AI for multilingual and multimodal data."><meta property="og:site_name" content="Jina AI"><link rel="icon" href="/icons/favicon-128x128.png"><script type="module" crossorigin src="/assets/index-B1zX.js"></script><link rel="stylesheet" href="/assets/index-D9qk.css"></head><body class="desktop no-touch body--dark"><div id="q-app"></div><noscript>This site needs JavaScript.</noscript></body></html>',
);
/** The services that read and search are one program, with errors of its own. */
const named = (path: string): Answer =>
  json(401, {
    data: null,
    path,
    code: 401,
    name: 'AuthenticationRequiredError',
    status: 40103,
    message:
      'Authentication is required to use this endpoint. Please provide a valid API key via Authorization header.',
    readableMessage:
      'AuthenticationRequiredError: Authentication is required to use this endpoint. Please provide a valid API key via Authorization header.',
  });
const invalid = json(401, {
  data: null,
  code: 401,
  name: 'AuthenticationFailedError',
  status: 40101,
  message: 'Invalid API key, please get a new one from https://jina.ai',
  readableMessage: 'AuthenticationFailedError: Invalid API key, please get a new one from https://jina.ai',
});
const closed = (r: Incoming): Answer => (isBearer(r) ? invalid : named(r.path.slice(1)));
/** FastAPI: these addresses know POST only. */
const model = (r: Incoming): Answer =>
  r.method !== 'POST'
    ? json(405, { detail: 'Method Not Allowed' }, { allow: 'POST' })
    : json(401, {
        detail: isBearer(r)
          ? 'Invalid API key, please get a new one from https://jina.ai'
          : 'Authentication is required, please get an API key from https://jina.ai',
      });

/** An API whose site is an application and whose manual is one text for language models, the same at every address. */
export const jina: World = {
  id: 'jina',
  kind: 'provider',
  title: 'Search services whose whole manual is a text for language models; site empty without JavaScript; bearer keys',
  target: 'jina.ai',
  dated: '2026-11',
  sources: [
    'docs.jina.ai (structure, one answer at every address; text for programs, a page for browsers)',
    'jina-ai/meta-prompt: v5.txt',
    'jina-ai/reader issue 1217 (a wrong key), jina-ai/MCP issue 11 (Authorization: Bearer)',
    'reports of 401 AuthenticationRequiredError from the reader; the words of the other refusals are ours',
  ],
  hosts: {
    'www.jina.ai': aliasOf(www),
    'jina.ai': {
      headers: { server: 'cloudflare' },
      routes: {
        'GET /robots.txt': robots(`User-agent: *\nAllow: /\nSitemap: ${www}/sitemap.xml\n`),
        'GET *': app,
      },
      otherwise: html(405, '<html><body><h1>405</h1></body></html>'),
    },
    'docs.jina.ai': {
      headers: { server: 'cloudflare', vary: 'accept' },
      routes: { 'GET *': prompt },
      otherwise: prompt,
    },
    'api.jina.ai': {
      headers: { server: 'uvicorn' },
      routes: {
        'GET /': json(404, { detail: 'Not Found' }),
        '/v1/embeddings': model,
        '/v1/rerank': model,
        '/v1/classify': model,
        '/v1/segment': model,
      },
      otherwise: json(404, { detail: 'Not Found' }),
    },
    'r.jina.ai': {
      routes: {
        'GET /robots.txt': robots('User-agent: *\nAllow: /\n'),
        'GET /': text(
          200,
          '[Usage1] https://r.jina.ai/YOUR_URL\n[Usage2] https://s.jina.ai/?q=YOUR_SEARCH_QUERY\n[Homepage] https://jina.ai/reader\n\nWithout a key: 20 requests a minute for r.jina.ai.\n',
        ),
      },
      otherwise: (r) =>
        isBearer(r)
          ? invalid
          : json(400, { data: null, code: 400, name: 'ParamValidationError', status: 40001, message: 'Invalid URL' }),
    },
    's.jina.ai': {
      routes: { 'GET /robots.txt': robots('User-agent: *\nAllow: /\n') },
      otherwise: closed,
    },
  },
  expect: expectation({
    apiBases: [[api, 'https://s.jina.ai', 'https://r.jina.ai']],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: {
      'browser-only-oauth': ['absent', 'unknown'],
      'session-cookie-only': 'absent',
      'captcha-before-token': ['absent', 'unknown'],
      'manual-key-approval': ['absent', 'unknown'],
    },
  }),
  why: {
    target: 'an application that answers every address; docs. of the same domain is a text',
    apiBases: '“Endpoint: …” five times, on three hosts',
    tokenEndpoint: 'keys only',
    'structured-401':
      'the search refuses a plain GET with 401 JSON and a message; what only takes POST answers 405, and the reader also serves strangers',
    'bearer-token': 'HTTPBearer, the header in lists and samples; another answer to a wrong one',
    'self-service-keys': '“for free” and an address; the page itself needs JavaScript',
    'token-expiry': 'a guard: nothing is said',
    'scope-restriction': 'nothing is said; a budget of tokens limits a request',
    'captcha-before-token': 'the CAPTCHA is one of pages that are read',
    'session-cookie-only': 'cookies are those of pages that are read',
  },
};

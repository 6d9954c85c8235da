/**
 * Pages that try to lead the browser inside. Each row is one page on 127.0.0.5, the only address that the guard lets through, and one
 * inside address of its own on which a canary counts connections and datagrams. Every row runs twice: behind the guard, where the canary
 * must count nothing, and with all of loopback opened, where the rows marked `reaches` must be counted: the attack is real, and the canary sees it.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpClient, defaultBudget } from '../../lib/scan/http/client.ts';
import { createCrawl } from '../../lib/scan/look/crawl.ts';
import { createRenderer, type Rendering } from '../../lib/scan/render/index.ts';
import {
  canary,
  everyBrowser,
  nameServer,
  serve,
  type Answer,
  type Canary,
  type Listening,
  type NameServer,
} from '../unit/scan/render/yard.ts';
import { account } from './support/account.ts';

interface Place {
  /** Host and port of the row's canary. */
  inside: string;
  ip: string;
  port: number;
  /** A name that leads to the canary. */
  name: string;
  /** Where the row's own pages are, without trailing slash. */
  self: string;
  /** URL of a file of the scanner's machine that holds the secret. */
  file: string;
}

interface Row {
  name: string;
  /** With loopback opened, the attack gets through. False: another layer stops it in any case. Null: the browser does as it likes. */
  reaches: boolean | null;
  pages: (at: Place) => Record<string, Answer>;
}

const doc = (body: string, head = ''): string =>
  `<!doctype html><html><head><title>Docs</title>${head}</head><body><div id="root"></div>${body}</body></html>`;
const script = (code: string): string => doc(`<script>${code}</script>`);
const moduleScript = (code: string): string => doc(`<script type="module">${code}</script>`);
const one =
  (make: (at: Place) => Answer) =>
  (at: Place): Record<string, Answer> => ({ '/': make(at) });
const js = (body: string): Answer => ({ headers: { 'content-type': 'text/javascript' }, body });

/** Spellings and embeddings of an inside IPv4 address, as a URL's host. */
const spellings = (ip: string): string[] => {
  const [a = 0, b = 0, c = 0, d = 0] = ip.split('.').map(Number);
  const number = ((a * 256 + b) * 256 + c) * 256 + d;
  const hex = (n: number): string => n.toString(16).padStart(2, '0');
  return [
    ip,
    `${ip}.`,
    String(number),
    `0x${number.toString(16)}`,
    `0${number.toString(8)}`,
    `${a}.${b}.${c * 256 + d}`,
    `0${a.toString(8)}.${b}.${c}.${d}`,
    `0x${hex(a)}.0x${hex(b)}.0x${hex(c)}.0x${hex(d)}`,
    [...ip].map((char) => (char === '.' ? '。' : String.fromCodePoint(char.charCodeAt(0) + 0xfee0))).join(''),
    `%3${ip[0] ?? ''}${ip.slice(1)}`,
    `[::ffff:${ip}]`,
    `[::${ip}]`,
    `[64:ff9b::${ip}]`,
    `[2002:${hex(a)}${hex(b)}:${hex(c)}${hex(d)}::1]`,
    `user@${ip}`,
    `user:pass@${ip}`,
  ];
};

const rows: Row[] = [
  // the page itself goes elsewhere
  { name: 'location =', reaches: true, pages: one((at) => script(`location = 'http://${at.inside}/'`)) },
  {
    name: 'location.replace, later',
    reaches: true,
    pages: one((at) => script(`setTimeout(() => location.replace('http://${at.inside}/'), 150)`)),
  },
  { name: 'location to a name', reaches: true, pages: one((at) => script(`location = 'http://${at.name}/'`)) },
  { name: 'location to https', reaches: true, pages: one((at) => script(`location = 'https://${at.inside}/'`)) },
  {
    name: 'meta refresh',
    reaches: true,
    pages: one((at) => doc('', `<meta http-equiv="refresh" content="0; url=http://${at.inside}/">`)),
  },
  {
    name: 'Refresh field',
    reaches: true,
    pages: one((at) => ({ headers: { refresh: `0; url=http://${at.inside}/` }, body: doc('') })),
  },
  ...[301, 302, 303, 307, 308].map((status): Row => ({
    name: `redirect ${status}`,
    reaches: true,
    pages: one((at) => ({ status, headers: { location: `http://${at.inside}/` } })),
  })),
  {
    name: 'redirect to https',
    reaches: true,
    pages: one((at) => ({ status: 302, headers: { location: `https://${at.inside}/` } })),
  },
  {
    name: 'redirect after a redirect',
    reaches: true,
    pages: (at) => ({
      '/': { status: 302, headers: { location: `${at.self}/next` } },
      '/next': { status: 302, headers: { location: `//${at.inside}/` } },
    }),
  },
  {
    name: 'form sent by GET',
    reaches: true,
    pages: one((at) =>
      doc(
        `<form action="http://${at.inside}/"><input name="a" value="b"></form><script>document.forms[0].submit()</script>`,
      ),
    ),
  },
  {
    name: 'form sent by POST',
    reaches: false,
    pages: one((at) =>
      doc(
        `<form method="post" action="http://${at.inside}/"><input name="a" value="b"></form><script>document.forms[0].submit()</script>`,
      ),
    ),
  },
  {
    name: 'form sent by POST over a redirect',
    reaches: false,
    pages: (at) => ({
      '/': doc(`<form method="post" action="${at.self}/go"></form><script>document.forms[0].submit()</script>`),
      '/go': { status: 307, headers: { location: `http://${at.inside}/` } },
    }),
  },
  {
    name: 'link that clicks itself',
    reaches: true,
    pages: one((at) => doc(`<a id="a" href="http://${at.inside}/">x</a><script>a.click()</script>`)),
  },
  {
    name: 'javascript: link',
    reaches: true,
    pages: one((at) =>
      doc(`<a id="a" href="javascript:location='http://${at.inside}/'">x</a><script>a.click()</script>`),
    ),
  },
  {
    name: 'download',
    reaches: true,
    pages: one((at) => doc(`<a id="a" download href="http://${at.inside}/">x</a><script>a.click()</script>`)),
  },

  // other windows and frames
  { name: 'window.open', reaches: null, pages: one((at) => script(`open('http://${at.inside}/')`)) },
  {
    name: 'window.open, then fetch from there',
    reaches: null,
    pages: one((at) =>
      script(
        `const w = open('about:blank'); w.document.write("<script>fetch('http://${at.inside}/', { mode: 'no-cors' })<\\/script>")`,
      ),
    ),
  },
  {
    name: 'target=_blank',
    reaches: null,
    pages: one((at) => doc(`<a id="a" target="_blank" href="http://${at.inside}/">x</a><script>a.click()</script>`)),
  },
  { name: 'iframe', reaches: true, pages: one((at) => doc(`<iframe src="http://${at.inside}/"></iframe>`)) },
  {
    name: 'iframe that a script fills',
    reaches: true,
    pages: one((at) =>
      script(
        `const f = document.createElement('iframe'); document.body.append(f); f.contentWindow.location = 'http://${at.inside}/'`,
      ),
    ),
  },
  {
    name: 'iframe srcdoc',
    reaches: true,
    pages: one((at) =>
      doc(`<iframe srcdoc="<script>fetch('http://${at.inside}/', { mode: 'no-cors' })</script>"></iframe>`),
    ),
  },
  {
    name: 'iframe data:',
    reaches: true,
    pages: one((at) =>
      doc(`<iframe src="data:text/html,<script>fetch('http://${at.inside}/', { mode: 'no-cors' })</script>"></iframe>`),
    ),
  },
  {
    name: 'iframe blob:',
    reaches: true,
    pages: one((at) =>
      script(
        `const f = document.createElement('iframe'); f.src = URL.createObjectURL(new Blob(["<script>fetch('http://${at.inside}/', { mode: 'no-cors' })<\\/script>"], { type: 'text/html' })); document.body.append(f)`,
      ),
    ),
  },
  {
    name: 'sandboxed iframe',
    reaches: true,
    pages: one((at) =>
      doc(
        `<iframe sandbox="allow-scripts" srcdoc="<script>fetch('http://${at.inside}/', { mode: 'no-cors' })</script>"></iframe>`,
      ),
    ),
  },
  {
    name: 'frameset',
    reaches: true,
    pages: one((at) => `<html><frameset><frame src="http://${at.inside}/"></frameset></html>`),
  },
  {
    name: 'object',
    reaches: true,
    pages: one((at) => doc(`<object data="http://${at.inside}/" type="text/html"></object>`)),
  },
  { name: 'embed', reaches: true, pages: one((at) => doc(`<embed src="http://${at.inside}/" type="text/html">`)) },

  // scripts ask
  { name: 'fetch', reaches: true, pages: one((at) => script(`fetch('http://${at.inside}/')`)) },
  {
    name: 'fetch no-cors',
    reaches: true,
    pages: one((at) => script(`fetch('http://${at.inside}/', { mode: 'no-cors' })`)),
  },
  {
    name: 'fetch https',
    reaches: true,
    pages: one((at) => script(`fetch('https://${at.inside}/', { mode: 'no-cors' })`)),
  },
  {
    name: 'fetch of a name',
    reaches: true,
    pages: one((at) => script(`fetch('http://${at.name}/', { mode: 'no-cors' })`)),
  },
  {
    name: 'fetch over a redirect',
    reaches: true,
    pages: (at) => ({
      '/': script(`fetch('${at.self}/go', { mode: 'no-cors' })`),
      '/go': { status: 302, headers: { location: `http://${at.inside}/` } },
    }),
  },
  {
    name: 'fetch keepalive on leaving',
    reaches: true,
    pages: one((at) =>
      script(
        `addEventListener('load', () => { fetch('http://${at.inside}/', { mode: 'no-cors', keepalive: true }); location = 'about:blank' })`,
      ),
    ),
  },
  {
    name: 'fetch POST',
    reaches: false,
    pages: one((at) => script(`fetch('http://${at.inside}/', { method: 'POST', mode: 'no-cors', body: 'x' })`)),
  },
  {
    name: 'fetch with preflight',
    reaches: true,
    pages: one((at) => script(`fetch('http://${at.inside}/', { headers: { 'x-a': 'b' } })`)),
  },
  {
    name: 'fetch with a private network hint',
    reaches: null,
    pages: one((at) => script(`fetch('http://${at.inside}/', { mode: 'no-cors', targetAddressSpace: 'loopback' })`)),
  },
  {
    name: 'XMLHttpRequest',
    reaches: true,
    pages: one((at) => script(`const x = new XMLHttpRequest(); x.open('GET', 'http://${at.inside}/'); x.send()`)),
  },
  { name: 'EventSource', reaches: false, pages: one((at) => script(`new EventSource('http://${at.inside}/')`)) },
  {
    name: 'sendBeacon',
    reaches: false,
    pages: one((at) => script(`navigator.sendBeacon('http://${at.inside}/', 'x')`)),
  },
  {
    name: 'ping of a link',
    reaches: false,
    pages: one((at) => doc(`<a id="a" ping="http://${at.inside}/" href="#x">x</a><script>a.click()</script>`)),
  },
  { name: 'WebSocket ws', reaches: false, pages: one((at) => script(`new WebSocket('ws://${at.inside}/')`)) },
  { name: 'WebSocket wss', reaches: false, pages: one((at) => script(`new WebSocket('wss://${at.inside}/')`)) },
  { name: 'WebSocket of a name', reaches: false, pages: one((at) => script(`new WebSocket('ws://${at.name}/')`)) },
  {
    name: 'WebSocket of a worker',
    reaches: false,
    pages: (at) => ({
      '/': script(`new Worker('${at.self}/w.js')`),
      '/w.js': js(`new WebSocket('ws://${at.inside}/')`),
    }),
  },
  { name: 'import()', reaches: true, pages: one((at) => moduleScript(`import('http://${at.inside}/x.js')`)) },
  {
    name: 'worker fetch',
    reaches: true,
    pages: (at) => ({
      '/': script(`new Worker('${at.self}/w.js')`),
      '/w.js': js(`fetch('http://${at.inside}/', { mode: 'no-cors' })`),
    }),
  },
  {
    name: 'worker fetch POST',
    reaches: false,
    pages: (at) => ({
      '/': script(`new Worker('${at.self}/w.js')`),
      '/w.js': js(`fetch('http://${at.inside}/', { method: 'POST', mode: 'no-cors' })`),
    }),
  },
  {
    name: 'worker importScripts',
    reaches: true,
    pages: (at) => ({
      '/': script(`new Worker('${at.self}/w.js')`),
      '/w.js': js(`importScripts('http://${at.inside}/x.js')`),
    }),
  },
  {
    name: 'worker of a blob',
    reaches: true,
    pages: one((at) =>
      script(`new Worker(URL.createObjectURL(new Blob(["fetch('http://${at.inside}/', { mode: 'no-cors' })"])))`),
    ),
  },
  {
    name: 'shared worker',
    reaches: false,
    pages: (at) => ({
      '/': script(`new SharedWorker('${at.self}/w.js')`),
      '/w.js': js(`fetch('http://${at.inside}/', { mode: 'no-cors' })`),
    }),
  },
  {
    name: 'service worker',
    reaches: false,
    pages: (at) => ({
      '/': script(`navigator.serviceWorker.register('${at.self}/w.js')`),
      '/w.js': js(`fetch('http://${at.inside}/', { mode: 'no-cors' })`),
    }),
  },
  {
    name: 'audio worklet',
    reaches: true,
    pages: one((at) =>
      script(`new OfflineAudioContext(1, 1, 44100).audioWorklet.addModule('http://${at.inside}/x.js')`),
    ),
  },
  {
    name: 'WebRTC STUN and TURN',
    reaches: false,
    pages: one((at) =>
      script(
        `const p = new RTCPeerConnection({ iceServers: [{ urls: ['stun:${at.inside}', 'turn:${at.inside}?transport=udp', 'turn:${at.inside}?transport=tcp', 'turns:${at.inside}?transport=tcp'], username: 'a', credential: 'b' }] }); p.createDataChannel('x'); p.createOffer().then((o) => p.setLocalDescription(o))`,
      ),
    ),
  },
  {
    name: 'WebRTC remote candidate',
    reaches: false,
    pages: one((at) =>
      script(
        `(async () => { const [p, q] = [new RTCPeerConnection(), new RTCPeerConnection()]; p.createDataChannel('x'); const o = await p.createOffer(); await p.setLocalDescription(o); await q.setRemoteDescription(o); const a = await q.createAnswer(); await q.setLocalDescription(a); await p.setRemoteDescription(a); await p.addIceCandidate({ sdpMid: '0', candidate: 'candidate:1 1 udp 2122260223 ${at.ip} ${at.port} typ host' }); await p.addIceCandidate({ sdpMid: '0', candidate: 'candidate:2 1 tcp 1518280447 ${at.ip} ${at.port} typ host tcptype passive' }) })()`,
      ),
    ),
  },
  { name: 'WebTransport', reaches: false, pages: one((at) => script(`new WebTransport('https://${at.inside}/')`)) },
  {
    name: 'federated sign-in',
    reaches: null,
    pages: one((at) =>
      script(
        `navigator.credentials.get({ identity: { providers: [{ configURL: 'https://${at.inside}/fedcm.json', clientId: 'x' }] } })`,
      ),
    ),
  },
  {
    name: 'payment method',
    reaches: null,
    pages: one((at) =>
      script(
        `new PaymentRequest([{ supportedMethods: 'https://${at.inside}/pay' }], { total: { label: 'x', amount: { currency: 'USD', value: '1' } } }).canMakePayment()`,
      ),
    ),
  },

  // markup asks
  { name: 'script', reaches: true, pages: one((at) => doc(`<script src="http://${at.inside}/x.js"></script>`)) },
  {
    name: 'module script',
    reaches: true,
    pages: one((at) => doc(`<script type="module" src="http://${at.inside}/x.js"></script>`)),
  },
  {
    name: 'script over a redirect',
    reaches: true,
    pages: (at) => ({
      '/': doc(`<script src="${at.self}/go.js"></script>`),
      '/go.js': { status: 302, headers: { location: `http://${at.inside}/` } },
    }),
  },
  {
    name: 'stylesheet',
    reaches: true,
    pages: one((at) => doc('', `<link rel="stylesheet" href="http://${at.inside}/x.css">`)),
  },
  {
    name: 'CSS @import',
    reaches: true,
    pages: one((at) => doc('', `<style>@import url(http://${at.inside}/x.css);</style>`)),
  },
  {
    name: 'images of every kind',
    reaches: false,
    pages: one((at) =>
      doc(
        `<img src="http://${at.inside}/1"><img srcset="http://${at.inside}/2 2x"><picture><source srcset="http://${at.inside}/3"><img></picture><input type="image" src="http://${at.inside}/4"><svg><image href="http://${at.inside}/5"/></svg><div style="background:url(http://${at.inside}/6)">x</div><video poster="http://${at.inside}/7"></video>`,
      ),
    ),
  },
  {
    name: 'image over a redirect',
    reaches: false,
    pages: (at) => ({
      '/': doc(`<img src="${at.self}/i.png">`),
      '/i.png': { status: 302, headers: { location: `http://${at.inside}/` } },
    }),
  },
  {
    name: 'video, audio and track',
    reaches: false,
    pages: one((at) =>
      doc(
        `<video src="http://${at.inside}/1" autoplay muted><track default src="http://${at.inside}/2"></video><audio src="http://${at.inside}/3" preload="auto"></audio>`,
      ),
    ),
  },
  {
    name: 'font',
    reaches: false,
    pages: one((at) =>
      doc(
        '<p style="font-family:x">words</p>',
        `<style>@font-face{font-family:x;src:url(http://${at.inside}/f.woff2)}</style>`,
      ),
    ),
  },
  {
    name: 'icon and manifest',
    reaches: false,
    pages: one((at) =>
      doc(
        '',
        `<link rel="icon" href="http://${at.inside}/i.ico"><link rel="manifest" href="http://${at.inside}/m.json">`,
      ),
    ),
  },
  {
    name: 'preload',
    reaches: true,
    pages: one((at) => doc('', `<link rel="preload" as="script" href="http://${at.inside}/x.js">`)),
  },
  {
    name: 'modulepreload',
    reaches: true,
    pages: one((at) => doc('', `<link rel="modulepreload" href="http://${at.inside}/x.js">`)),
  },
  {
    name: 'prefetch',
    reaches: null,
    pages: one((at) => doc('', `<link rel="prefetch" href="http://${at.inside}/x.js">`)),
  },
  {
    name: 'preconnect and dns-prefetch',
    reaches: null,
    pages: one((at) =>
      doc(
        '',
        `<link rel="preconnect" href="http://${at.inside}"><link rel="preconnect" href="https://${at.inside}" crossorigin><link rel="dns-prefetch" href="http://${at.name}">`,
      ),
    ),
  },
  {
    name: 'Link field',
    reaches: null,
    pages: one((at) => ({
      headers: { link: `<http://${at.inside}/x.js>; rel=preload; as=script, <http://${at.inside}>; rel=preconnect` },
      body: doc(''),
    })),
  },
  {
    name: 'prerender',
    reaches: null,
    pages: one((at) => doc('', `<link rel="prerender" href="http://${at.inside}/">`)),
  },
  {
    name: 'speculation rules',
    reaches: null,
    pages: one((at) =>
      doc(
        '',
        `<script type="speculationrules">{"prefetch":[{"source":"list","urls":["http://${at.inside}/"],"eagerness":"immediate"}],"prerender":[{"source":"list","urls":["http://${at.inside}/p"],"eagerness":"immediate"}]}</script>`,
      ),
    ),
  },
  { name: 'SVG use', reaches: null, pages: one((at) => doc(`<svg><use href="http://${at.inside}/x.svg#a"/></svg>`)) },
  {
    name: 'XML with entity, DTD and style sheet',
    reaches: null,
    pages: one((at) => ({
      headers: { 'content-type': 'application/xhtml+xml' },
      body: `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="http://${at.inside}/x.xsl"?><!DOCTYPE html SYSTEM "http://${at.inside}/x.dtd" [<!ENTITY e SYSTEM "http://${at.inside}/e">]><html xmlns="http://www.w3.org/1999/xhtml"><body><p>&e;</p></body></html>`,
    })),
  },
  {
    name: 'report of a policy',
    reaches: false,
    pages: one((at) => ({
      headers: { 'content-security-policy': `script-src 'none'; report-uri http://${at.inside}/csp` },
      body: script('1'),
    })),
  },
  {
    name: 'reporting endpoints',
    reaches: false,
    pages: one((at) => ({
      headers: {
        'reporting-endpoints': `default="https://${at.inside}/r"`,
        'report-to': `{"group":"default","max_age":1000,"endpoints":[{"url":"https://${at.inside}/r"}]}`,
        nel: '{"report_to":"default","max_age":1000,"success_fraction":1}',
      },
      body: script('setInterval(() => { throw new Error(1) }, 10)'),
    })),
  },
  {
    name: 'Alt-Svc',
    reaches: false,
    pages: (at) => ({
      '/': {
        headers: { 'alt-svc': `h2="${at.inside}"; ma=1000, h3="${at.inside}"; ma=1000` },
        body: script(`fetch('${at.self}/b')`),
      },
      '/b': 'x',
    }),
  },

  // odd hosts
  {
    name: 'spellings of the address',
    reaches: true,
    pages: one((at) =>
      script(
        spellings(at.ip)
          .map((host) => `try { fetch('http://${host}:${at.port}/', { mode: 'no-cors' }).catch(() => {}) } catch {}`)
          .join('\n'),
      ),
    ),
  },
  {
    name: 'spellings of the address in WebSockets',
    reaches: false,
    pages: one((at) =>
      script(
        spellings(at.ip)
          .map((host) => `try { new WebSocket('ws://${host}:${at.port}/') } catch {}`)
          .join('\n'),
      ),
    ),
  },
  {
    name: 'spellings of the address in frames',
    reaches: true,
    pages: one((at) =>
      doc(
        spellings(at.ip)
          .map((host) => `<iframe src="http://${host}:${at.port}/"></iframe>`)
          .join(''),
      ),
    ),
  },
  {
    name: 'name with one good and one inside address',
    reaches: true,
    pages: one((at) => script(`fetch('http://mixed-${at.name}/', { mode: 'no-cors' })`)),
  },
  {
    name: 'name with a mapped inside address',
    reaches: true,
    pages: one((at) => script(`fetch('http://mapped-${at.name}/', { mode: 'no-cors' })`)),
  },
  {
    name: 'name that changes after the check',
    reaches: true,
    pages: one((at) =>
      script(
        `const go = () => fetch('http://rebind-${at.name}/?' + Math.random(), { mode: 'no-cors', cache: 'no-store' }).catch(() => {}); go(); setInterval(go, 120)`,
      ),
    ),
  },

  // addresses that are none of the web's
  {
    name: 'file: of every kind',
    reaches: false,
    pages: one((at) =>
      doc(
        `<iframe src="${at.file}"></iframe><script src="${at.file}"></script><img src="${at.file}"><object data="${at.file}"></object><link rel="stylesheet" href="${at.file}"><script>for (const u of ['${at.file}', 'view-source:${at.file}', 'filesystem:${at.file}']) { fetch(u).then((r) => r.text()).then((t) => document.body.append(t)).catch(() => {}); open(u) }</script>`,
      ),
    ),
  },
  { name: 'location to file:', reaches: false, pages: one((at) => script(`location = '${at.file}'`)) },
  { name: 'redirect to file:', reaches: false, pages: one((at) => ({ status: 302, headers: { location: at.file } })) },
  {
    name: 'pages of the browser',
    reaches: false,
    pages: one(() =>
      script(
        "for (const u of ['chrome://version', 'chrome://net-export', 'devtools://devtools/bundled/inspector.html', 'view-source:http://127.0.0.1/']) { open(u); try { location = u } catch {} }",
      ),
    ),
  },
];

const siteAddress = '127.0.0.5';
const secret = 'FILE-SECRET-4711';
const addressOf = (index: number): string => `127.1.0.${index + 1}`;

interface Outcome {
  rendering: Rendering;
  closed: { tcp: number; udp: number };
  opened: { tcp: number; udp: number };
}

const counts = { refused: 0 };
const total = { tcp: 0, udp: 0 };
account('hostile pages', 'survived', () => ({
  'requests refused': counts.refused,
  'canary hits': total.tcp + total.udp,
}));

describe.each(await everyBrowser())('hostile pages in the $kind browser', ({ executablePath }) => {
  const outcomes = new Map<string, Outcome>();
  const leftovers: { close(): Promise<void> }[] = [];
  let folder = '';
  let loopback = { tcp: 0, udp: 0 };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'latchkey-secret-'));
    const file = join(folder, 'secret.html');
    await writeFile(file, `<p>${secret}</p>`);
    const site: Listening = await serve(
      (url, request) => {
        const [, row = '', ...rest] = url.split('?')[0]?.split('/') ?? [];
        const index = Number(row);
        const self = `http://${request.headers.host}/${row}`;
        const at = placeOf(index, self);
        return at && rows[index]?.pages(at)[`/${rest.join('/')}`];
      },
      { host: siteAddress },
    );
    const canaries: Canary[] = await Promise.all(rows.map((_, index) => canary(addressOf(index), site.port)));
    // The addresses that spellings and embedded forms could also come out at.
    const others = await Promise.all([canary('127.0.0.1', canaries[0]?.port), canary('::1', canaries[0]?.port)]);
    const names: NameServer = await nameServer((name, count) => {
      const index = Number(/inside-(\d+)\./.exec(name)?.[1] ?? -1);
      if (index < 0) return null;
      if (name.startsWith('mixed-')) return [addressOf(index), siteAddress];
      if (name.startsWith('mapped-')) return [`::ffff:${addressOf(index)}`];
      if (name.startsWith('rebind-')) return count === 1 ? [siteAddress] : [addressOf(index)];
      return [addressOf(index)];
    });
    leftovers.push(site, names, ...canaries, ...others);
    const placeOf = (index: number, self: string): Place | undefined => {
      const port = canaries[index]?.port;
      return port === undefined
        ? undefined
        : {
            inside: `${addressOf(index)}:${port}`,
            ip: addressOf(index),
            port,
            name: `inside-${index}.latchkey-yard.com:${port}`,
            self,
            file: `file://${file}`,
          };
    };
    const run = async (
      allowNets: string[],
    ): Promise<{ renderings: Rendering[]; hits: { tcp: number; udp: number }[]; refused: number }> => {
      const before = canaries.map(({ hits }) => ({ ...hits }));
      const userAgent = 'Latchkey/0.1';
      const http = createHttpClient({
        budget: { ...defaultBudget, requests: 5000, totalMs: 400_000, totalBytes: 64 * 1024 * 1024 },
        allowNets,
        dnsServers: [`127.0.0.1:${names.port}`],
        userAgent,
      });
      const url = `http://${siteAddress}:${site.port}/`;
      const crawl = createCrawl({ target: { input: url, url, host: siteAddress, domain: siteAddress }, http });
      // Every host counts as the business's own, and all listen on its port: what keeps pages out here is the guard of addresses alone.
      Object.assign(crawl.affiliation, { own: () => true, readable: () => true });
      const renderer = createRenderer({
        browserPath: executablePath,
        crawl,
        allowNets,
        userAgent,
        totalMs: 400_000,
        maxPages: rows.length,
        maxRequests: 4000,
        maxBytes: 64 * 1024 * 1024,
      });
      const renderings: Rendering[] = [];
      try {
        const waiting = [...rows.entries()];
        const work = async (): Promise<void> => {
          for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
            renderings[next[0]] = await renderer.render(`http://${siteAddress}:${site.port}/${next[0]}/`);
        };
        await Promise.all([work(), work(), work(), work(), work()]);
      } finally {
        await renderer.close();
        await http.close();
      }
      return {
        renderings,
        refused: renderer.spent.refused,
        hits: canaries.map(({ hits }, i) => ({
          tcp: hits.tcp - (before[i]?.tcp ?? 0),
          udp: hits.udp - (before[i]?.udp ?? 0),
        })),
      };
    };
    const closed = await run([`${siteAddress}/32`]);
    loopback = {
      tcp: others.reduce((sum, { hits }) => sum + hits.tcp, 0),
      udp: others.reduce((sum, { hits }) => sum + hits.udp, 0),
    };
    counts.refused = closed.refused;
    const opened = await run(['127.0.0.0/8', '::1/128']);
    const none = { tcp: -1, udp: -1 };
    for (const [index, row] of rows.entries()) {
      outcomes.set(row.name, {
        rendering: closed.renderings[index] ?? { kind: 'failure', code: 'missing', message: '' },
        closed: closed.hits[index] ?? none,
        opened: opened.hits[index] ?? none,
      });
    }
  }, 420_000);

  afterAll(async () => {
    await Promise.all(leftovers.map((one) => one.close()));
    await rm(folder, { recursive: true, force: true });
  });

  it.each(rows)('$name', ({ name, reaches }) => {
    const outcome = outcomes.get(name);
    expect(outcome?.closed).toEqual({ tcp: 0, udp: 0 });
    expect(outcome?.opened.udp).toBe(0);
    // Without the guard the same page gets through, so the zero above is the guard's work.
    if (reaches) expect(outcome?.opened.tcp).toBeGreaterThan(0);
    else if (reaches === false) expect(outcome?.opened.tcp).toBe(0);
    const shown = JSON.stringify(outcome?.rendering);
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain('<p>INSIDE-SECRET');
    // Neither a crash nor the end of the time made the attack fail.
    if (outcome?.rendering.kind === 'failure')
      expect(['browser-crash', 'browser-start', 'time', 'memory', 'requests', 'names', 'missing']).not.toContain(
        outcome.rendering.code,
      );
  });

  it('counts nothing at the loopback addresses, and many refusals', () => {
    expect(loopback).toEqual({ tcp: 0, udp: 0 });
    expect(counts.refused).toBeGreaterThan(rows.filter((row) => row.reaches === true).length / 2);
    for (const { closed } of outcomes.values()) {
      total.tcp += closed.tcp;
      total.udp += closed.udp;
    }
    expect(total).toEqual({ tcp: 0, udp: 0 });
  });
});

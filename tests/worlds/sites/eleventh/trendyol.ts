import type { Answer, Reply, World } from '../../lib/world.ts';
import { aliasOf, fresh, html, isBasic, json, redirect, text } from '../../lib/answers.ts';
import { robots, sample, shell, stubs, table } from '../../lib/pages.ts';
import { expectation, noCredit, signUp, staticKeys } from '../../lib/world.ts';
import { readme } from '../providers/third-manuals.ts';

const docs = 'https://developers.trendyol.com';
const api = 'https://apigw.trendyol.com';
const stage = 'https://stageapigw.trendyol.com';

const environments = (path: string, verb = 'GET') =>
  table([
    ['Ortam', 'URL'],
    ['PROD', `<code>${verb} ${api}/integration${path}</code>`],
    ['STAGE', `<code>${verb} ${stage}/integration${path}</code>`],
  ]);
const front = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="tr"><head><meta charset="utf-8"><title>${title} - Trendyol</title></head><body><header><a href="/">trendyol</a><a href="https://partner.trendyol.com/">Trendyol'da Satış Yap</a><a href="/yardim">Yardım</a><a href="/giris">Giriş Yap</a></header><h1>${title}</h1>${body}<footer><a href="/kvkk">Kişisel verilerin korunması</a></footer></body></html>`,
  );
/** The gateway wants to know who asks before it wants to know a password; scanners and curl bring a User-Agent. */
const refuse: Reply = (r) => {
  if (!r.headers['user-agent'])
    return html(
      403,
      '<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center></body></html>',
      {
        server: 'cloudflare',
      },
    );
  return json(
    401,
    {
      timestamp: Date.now(),
      exception: 'ClientApiAuthenticationException',
      errors: [
        {
          key: isBasic(r) ? 'client.api.authentication.invalid' : 'client.api.authentication.required',
          message: isBasic(r) ? 'Invalid authorization credentials' : 'Authorization header is required',
          errorCode: 'ClientApiAuthenticationException',
          args: [],
        },
      ],
    },
    { server: 'cloudflare', 'cf-ray': `${fresh()}-IST`, 'x-correlationid': fresh(32) },
  );
};
const gateway = {
  routes: { '/integration/*': refuse } satisfies Record<string, Reply>,
  otherwise: text(404, 'no Route matched with those values', { server: 'cloudflare' }),
};

/** Turkish marketplace: Basic with key and secret of the seller's panel, a User-Agent that names the seller, a test stage for listed addresses. */
export const trendyol: World = {
  id: 'trendyol',
  kind: 'provider',
  title:
    'Turkish marketplace: Basic with key and secret, a User-Agent that names the seller, stage only for listed addresses',
  target: docs,
  dated: '2026-11',
  sources: [
    'developers.trendyol.com/docs/2-authorization',
    'developers.trendyol.com/v3.0/docs/getting-started-1',
    'loncadev.github.io/lonca/authentication',
  ],
  hosts: {
    'trendyol.com': aliasOf('https://www.trendyol.com'),
    'www.trendyol.com': {
      headers: { server: 'cloudflare' },
      routes: {
        'GET /robots.txt': robots('User-agent: *\nDisallow: /sepet\nDisallow: /hesabim\n'),
        'GET /': front('Online Alışveriş Sitesi', '<p>Kadın, erkek, çocuk, ev ve yaşam. Bugün kargoda.</p>'),
        'GET /giris': shell('Giriş Yap'),
        ...stubs(front, ['/yardim', '/kvkk']),
      },
    },
    'partner.trendyol.com': {
      routes: { 'GET /': redirect(302, '/account/login'), 'GET /account/login': shell('Trendyol Satıcı Paneli') },
    },
    'developers.trendyol.com': {
      headers: { server: 'cloudflare' },
      routes: {
        'GET /robots.txt': robots(),
        'GET /': redirect(302, '/docs/1-servis-limitleri'),
        ...readme('Trendyol Developers', [
          [
            '/docs/1-servis-limitleri',
            '1. Servis Limitleri',
            `<p>Trendyol API dokümantasyonu, mağazanızı kendi sisteminize bağlayabileceğiniz servisleri anlatır.</p>${table(
              [
                ['Servis', 'Limit'],
                ['Ürün filtreleme', '2000 istek / dakika'],
                ['Stok ve fiyat güncelleme', 'Limit yok'],
                ['Sipariş paketlerini çekme', '1000 istek / dakika'],
              ],
            )}<p>Aşan istekler <code>429 too.many.requests</code> alır.</p>`,
          ],
          [
            '/docs/2-authorization',
            '2. Authorization',
            `<blockquote><p>❗️ DİKKAT: API bilgilerinizi github, gitlab gibi açık platformlarda paylaşmayın.</p></blockquote><p>Entegrasyon servislerine yapılacak istekler <i>basic authentication</i> ile yetkilendirilir. Kullanıcı adı API KEY, şifre API SECRET KEY değeridir; bunları ve satıcı ID bilgisini satıcı panelinde <b>Hesap Bilgilerim</b> altındaki <b>Entegrasyon Bilgileri</b> sayfasından alırsınız. Sayfayı yalnızca ana kullanıcı görür.</p><ul><li>API key her satıcı için tektir.</li><li>PROD ve STAGE bilgileri birbirinden farklıdır.</li><li>Hatalı yetkilendirmede <code>status: 401</code>, <code>"exception": "ClientApiAuthenticationException"</code> döner.</li></ul><h2>User-Agent</h2><p>Her istekte Authorization ile birlikte User-Agent bulunmalıdır; göndermeyen istekler 403 ile engellenir. Aracı firma varsa <code>SatıcıID - FirmaAdı</code>, yazılım sizinse <code>SatıcıID - SelfIntegration</code> yazın.</p>${sample(`curl --location '${api}/integration/product/sellers/{sellerId}/products' \\\n  --header 'User-Agent: {sellerId} - SelfIntegration' \\\n  --header 'Authorization: Basic {base64(apiKey:apiSecret)}'`)}`,
          ],
          [
            '/docs/3-canli-test-ortam-bilgileri',
            '3. Canlı ve Test Ortamı',
            `${environments('/')}<p>STAGE ortamına erişim IP yetkisi ister: test hesabı ve IP tanımı için çağrı merkezini (0850 258 58 00) arayın, talebiniz onaylanınca size bilgi verilir. PROD ortamında IP yetkisi gerekmez.</p>`,
          ],
          [
            '/docs/4-api-anahtari-yenileme',
            '4. API Anahtarı Yenileme',
            '<p>Entegrasyon Bilgileri sayfasında <b>Yeni API Key oluştur</b> düğmesine basın; telefonunuza gelen kodu girin. Yeni anahtar hemen kullanıma açılır, eskisi geçersiz olur. Anahtarların süresi dolmaz.</p><p>Firma değiştirdiğinizde yenilemenizi öneririz.</p>',
          ],
          [
            '/docs/urun-aktarma-v2',
            'Ürün Aktarma v2',
            `${environments('/product/sellers/{sellerId}/products', 'POST')}<p>Gönderilen ürünler önce onay sürecinden geçer; içerik ekibi ürünü onaylayana kadar satışa açılmaz.</p>${sample('{"items":[{"barcode":"barkod-1234","title":"Bebek Takımı","quantity":100,"salePrice":112.85}]}', 'json')}`,
          ],
          [
            '/docs/urun-filtreleme',
            'Ürün Filtreleme',
            `${environments('/product/sellers/{sellerId}/products')}${table([
              ['Parametre', 'Tip', 'Açıklama'],
              ['approved', 'bool', 'Ürün onaylı mı'],
              ['page', 'int', 'Sayfa'],
              ['size', 'int', 'En fazla 200'],
            ])}`,
          ],
          [
            '/docs/kategori-listesi',
            'Trendyol Kategori Listesi',
            `${environments('/product/product-categories')}<p>Kategori ağacı haftada bir güncellenir.</p>`,
          ],
          [
            '/docs/siparis-paketlerini-cekme',
            'Sipariş Paketlerini Çekme',
            `${environments('/order/sellers/{sellerId}/orders')}${sample('{"page":0,"size":50,"totalElements":1,"content":[{"orderNumber":"80869231","status":"Created"}]}', 'json')}`,
          ],
          [
            '/docs/webhook-model',
            'Webhook Model',
            '<p>Webhook oluştururken kendi sunucunuz için <code>BASIC_AUTHENTICATION</code> ya da <code>API_KEY</code> seçin; biz istekleri o bilgiyle size göndeririz. <code>API_KEY</code> seçerseniz değer <code>x-api-key</code> başlığında gelir.</p>',
          ],
          [
            '/docs/entegrator-basvurusu',
            'Çözüm Ortağı Başvurusu',
            '<p>Birden çok mağazaya hizmet veren yazılım firmaları çözüm ortağı listesine girmek için başvurabilir. Başvurular incelenir, uygun bulunan firmalarla sözleşme yapılır. Kendi mağazası için yazılım geliştiren satıcıların başvurması gerekmez.</p>',
          ],
          [
            '/docs/sikca-sorulan-sorular',
            'Sıkça Sorulan Sorular',
            '<h2>API bilgilerini nasıl alırım?</h2><p>Trendyol mağazanız açıldıktan sonra Entegrasyon Bilgileri sayfasında hazır bulunur.</p><h2>OAuth var mı?</h2><p>Hayır.</p><h2>Mağaza nasıl açılır?</h2><p>Başvuru formunu doldurup vergi levhanızı yükleyin; evraklar bir iş günü içinde kontrol edilir.</p>',
          ],
        ]),
      },
      otherwise: html(404, '<!DOCTYPE html><html><body><h1>Page Not Found</h1></body></html>'),
    },
    'apigw.trendyol.com': gateway,
    'stageapigw.trendyol.com': {
      routes: {},
      otherwise: html(
        403,
        '<!DOCTYPE html><html lang="en-US"><head><title>Attention Required! | Cloudflare</title></head><body><h1>Sorry, you have been blocked</h1><p>You are unable to access trendyol.com</p></body></html>',
        { server: 'cloudflare', 'cf-ray': `${fresh()}-IST` },
      ),
    },
  },
  expect: expectation({
    apiBases: [api],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
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
    apiBases: 'PROD in every table of the manual',
    outcome: 'only the stage is walled by address',
    'structured-401': '401 JSON with exception and key; no challenge',
    'bearer-token': 'Basic and nothing else',
    'client-credentials': '“OAuth var mı? Hayır.”',
    'self-service-keys': 'ready in the panel as soon as there is a shop; for the shop, papers are checked',
    'token-expiry': 'keys do not expire, one renews them oneself',
    'manual-key-approval': 'products, shops, partners and the stage are approved; keys are not',
    'browser-only-oauth': 'no OAuth',
    'session-cookie-only': 'Basic',
  },
};

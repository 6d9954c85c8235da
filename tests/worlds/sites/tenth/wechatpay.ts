import type { Answer, Reply, World } from '../../lib/world.ts';
import { html, isBare, json, redirect, xml } from '../../lib/answers.ts';
import { escapeHtml, robots, table } from '../../lib/pages.ts';
import { expectation, noCredit, staticKeys } from '../../lib/world.ts';

const portal = 'https://pay.weixin.qq.com';
const api = 'https://api.mch.weixin.qq.com';
const under = '/doc/v3/merchant';

const menu: readonly (readonly [string, string])[] = [
  ['产品介绍', `${under}/4012791855`],
  ['接入前准备', `${under}/4013070756`],
  ['必要参数说明', `${under}/4013070757`],
  ['如何获取商户API证书', `${under}/4013053053`],
  ['APIv3接口规则', `${under}/4012081606`],
  ['如何构造接口请求签名', `${under}/4012365334`],
  ['如何验证应答签名', `${under}/4013053249`],
  ['错误码和错误提示', `${under}/4012091064`],
  ['下单', `${under}/4012791856`],
  ['查询订单', `${under}/4012791858`],
  ['申请退款', `${under}/4012791862`],
  ['支付成功回调通知', `${under}/4012791861`],
  ['下载账单', `${under}/4012791864`],
  ['常见问题', `${under}/4012072198`],
];
/** The manual of a payment network: numbers as addresses, no word of English in the navigation, code with line numbers. */
const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="UTF-8"><title>${title}_通用支付_微信支付商户文档中心</title><meta name="keywords" content="微信支付,商户平台,支付接口"><link rel="stylesheet" href="https://gtimg.wechatpay.cn/core/doc/css/app.7f2.css"></head><body><div id="app"><div class="doc-header"><a href="${portal}/doc/v3/merchant/4012062524">微信支付商户文档中心</a><a href="${portal}/doc/v3/partner/4012069852">合作伙伴文档</a><a href="${portal}/index.php/core/home/login">商户平台</a><a href="${portal}/doc/v2/merchant/4011937143">APIv2</a></div><div class="doc-sidebar">${menu.map(([label, href]) => `<a href="${href}">${label}</a>`).join('')}</div><div class="doc-content"><h1>${title}</h1><div class="doc-time">更新时间：2026.08.14</div>${body}</div><div class="doc-feedback">文档是否有帮助？<button>有帮助</button><button>没帮助</button></div><div class="doc-footer">Powered By Tencent &amp; Tenpay Copyright© 2005-2026 Tenpay All Rights Reserved.</div></div></body></html>`,
  );
const code = (text: string) =>
  `<pre class="line-numbers"><code>${text
    .split('\n')
    .map((line, index) => `<span class="num">${index + 1}</span>${escapeHtml(line)}`)
    .join('\n')}</code></pre>`;
const signed = 'WECHATPAY2-SHA256-RSA2048';
const header = `Authorization: ${signed} mchid="1900009191",nonce_str="593BEC0C930BF1AFEB40B4A08C8FB242",signature="uOVRnA4qG/MNnYzdQxJanN+zU+lTgIcnU9BxGw5dKjK+VdEUz2FeIoC+D5sB/LN+nGzX3hfZg6r5wT1pl2Zo",timestamp="1554208460",serial_no="1DDE55AD98ED71D6EDD4A4A16996DE7B47773A8C"`;
const call = (method: string, path: string, body = '') =>
  code(
    `curl -X ${method} \\\n  ${api}${path} \\\n  -H "${header}" \\\n  -H "Accept: application/json"${body ? ` \\\n  -H "Content-Type: application/json" \\\n  -d '${body}'` : ''}`,
  );
const refuse: Reply = (r) =>
  isBare(r)
    ? json(401, {
        code: 'SIGN_ERROR',
        message: 'Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》',
      })
    : json(401, {
        code: 'SIGN_ERROR',
        detail: { detail: { issue: 'sign not match' }, field: 'signature', location: 'authorization' },
        message: 'Http头Authorization认证类型不正确',
      });

/** Chinese payments: every request signed with the key of a certificate, merchants examined before, the old interface in XML beside it. */
export const wechatpay: World = {
  id: 'wechatpay',
  kind: 'provider',
  title:
    'Chinese payments: requests signed under a scheme word of its own, 401 JSON in Chinese, examined merchants; XML of v2 beside',
  target: `${portal}/doc/v3/merchant/4012062524`,
  dated: '2026-11',
  sources: [
    'pay.weixin.qq.com/doc/v3/merchant/4012365334',
    'pay.weixin.qq.com/wiki/doc/api_external/ch/wechatpay/wechatpay4_0.shtml',
    'wechatpay-api.gitbook.io/wechatpay-api-v3/ren-zheng',
  ],
  hosts: {
    'pay.weixin.qq.com': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': redirect(302, '/index.php/core/home/login'),
        'GET /index.php/core/home/login': html(
          200,
          '<!DOCTYPE html><html lang="zh-CN"><head><title>微信支付 - 中国领先的第三方支付平台</title></head><body><h1>微信支付商户平台</h1><div class="qrcode">请使用微信扫描二维码登录</div><a href="/static/applyment_guide/applyment_index.shtml">接入微信支付</a><a href="/doc/v3/merchant/4012062524">开发文档</a></body></html>',
          { 'set-cookie': 'PHPSESSID=1; path=/; secure; HttpOnly' },
        ),
        'GET /static/applyment_guide/applyment_index.shtml': html(
          200,
          '<!DOCTYPE html><html lang="zh-CN"><head><title>接入指引 - 微信支付</title></head><body><h1>成为商家</h1><ol><li>提交资料：营业执照、法定代表人身份证件、结算银行账户</li><li>审核：资料提交后，微信支付会在1至2个工作日内完成审核</li><li>账户验证并签署协议</li><li>获得商户号</li></ol></body></html>',
        ),
        [`GET ${under}/4012062524`]: page(
          '欢迎使用微信支付',
          '<p>微信支付商户文档中心为开发者提供JSAPI支付、APP支付、H5支付、Native支付、小程序支付、付款码支付等产品的接入说明。</p><p>新接入的商户请使用APIv3；APIv2将继续维护，但不再增加新功能。</p>',
        ),
        [`GET ${under}/4012791855`]: page(
          '产品介绍',
          '<p>商户可在微信客户端外的网页、电脑和智能设备中生成二维码，用户使用微信“扫一扫”完成支付。</p><h2>申请开通</h2><p>登录商户平台，进入“产品中心”，选择产品并提交申请，审核通过后即可使用。</p>',
        ),
        [`GET ${under}/4013070756`]: page(
          '接入前准备',
          `<ol><li>申请<a href="${portal}/static/applyment_guide/applyment_index.shtml">成为商家</a>，审核通过后获得商户号<code>mchid</code>。</li><li>申请<code>appid</code>并与商户号绑定，需要在公众平台确认授权。</li><li>在商户平台自行申请商户API证书，设置APIv3密钥。</li><li>配置支付授权目录和回调地址。</li></ol><p>微信支付不提供沙箱环境，请使用真实商户号以小额订单测试。</p>`,
        ),
        [`GET ${under}/4013070757`]: page(
          '必要参数说明',
          table([
            ['参数', '说明', '获取方式'],
            ['<code>mchid</code>', '商户号', '入驻审核通过后由微信支付分配'],
            ['<code>appid</code>', '公众账号ID', '公众平台、开放平台'],
            ['商户API证书', '证明商户身份，私钥用于签名', '商户平台-账户中心-API安全'],
            ['APIv3密钥', '32位，用于解密回调和平台证书', '商户平台-账户中心-API安全，自行设置'],
            ['微信支付公钥', '验证应答签名', '商户平台下载'],
          ]),
        ),
        [`GET ${under}/4013053053`]: page(
          '如何获取商户API证书',
          '<p>超级管理员登录商户平台，进入“账户中心-API安全”，点击“申请API证书”，按提示下载证书工具生成密钥和请求串，粘贴后即可下载证书。证书有效期为5年，到期前请自行更换；最多可同时存在10个证书。</p><p>请勿将<code>apiclient_key.pem</code>提交到代码仓库。</p>',
        ),
        [`GET ${under}/4012081606`]: page(
          'APIv3接口规则',
          `<p>遵循REST风格，使用JSON作为消息格式，只支持HTTPS，TLS 1.2及以上。</p>${table([
            ['主域名', `<code>${api}</code>`],
            ['备域名', '<code>https://api2.mch.weixin.qq.com</code>'],
          ])}<p>所有接口都必须签名。不使用双向证书，也不使用OAuth；网页授权获取<code>openid</code>时使用的<code>access_token</code>属于公众平台，与本接口无关。</p><p>请求必须设置<code>User-Agent</code>，否则返回403。</p>`,
        ),
        [`GET ${under}/4012365334`]: page(
          '如何构造接口请求签名',
          `<p>微信支付APIv3要求商户对请求进行签名。签名验证不通过时，将拒绝处理请求，并返回<code>401 Unauthorized</code>。</p><h2>1. 构造签名串</h2><p>签名串一共五行，每行以换行符结束，包括最后一行。</p>${code('HTTP请求方法\\n\nURL\\n\n请求时间戳\\n\n请求随机串\\n\n请求报文主体\\n')}<h2>2. 计算签名值</h2><p>使用商户私钥对签名串进行SHA256 with RSA签名，并对结果进行Base64编码。</p>${code('echo -n -e \\\n "GET\\n/v3/certificates\\n1554208460\\n593BEC0C930BF1AFEB40B4A08C8FB242\\n\\n" \\\n | openssl dgst -sha256 -sign apiclient_key.pem | openssl base64 -A')}<h2>3. 设置HTTP头</h2><p><code>Authorization</code>由认证类型和签名信息两部分组成。认证类型目前为<code>${signed}</code>。</p>${code(header)}<p>以上五项签名信息，无顺序要求。时间戳与当前时间相差不得超过5分钟。</p>`,
        ),
        [`GET ${under}/4013053249`]: page(
          '如何验证应答签名',
          `${table([
            ['<code>Wechatpay-Timestamp</code>', '应答时间戳'],
            ['<code>Wechatpay-Nonce</code>', '应答随机串'],
            ['<code>Wechatpay-Signature</code>', '应答签名'],
            ['<code>Wechatpay-Serial</code>', '公钥ID或平台证书序列号'],
          ])}<p>回调通知使用同样的方式签名。</p>`,
        ),
        [`GET ${under}/4012091064`]: page(
          '错误码和错误提示',
          `${table([
            ['400', 'PARAM_ERROR', '参数错误'],
            ['401', 'SIGN_ERROR', '签名错误'],
            ['403', 'NO_AUTH', '商户无权限'],
            ['404', 'ORDER_NOT_EXIST', '订单不存在'],
            ['429', 'FREQUENCY_LIMITED', '频率超限'],
            ['500', 'SYSTEM_ERROR', '系统错误，请用相同参数重新调用'],
          ])}${code('{\n  "code": "PARAM_ERROR",\n  "message": "参数错误",\n  "detail": {"field": "/amount/currency", "value": "XYZ", "issue": "Currency code is invalid", "location": "body"}\n}')}`,
        ),
        [`GET ${under}/4012791856`]: page(
          'Native下单',
          `<p>支持商户：【普通商户】</p><p>请求方式：【POST】<code>/v3/pay/transactions/native</code></p>${call('POST', '/v3/pay/transactions/native', '{"appid": "wxd678efh567hg6787", "mchid": "1230000109", "description": "Image形象店-深圳腾大-QQ公仔", "out_trade_no": "1217752501201407033233368018", "notify_url": "https://www.example.com/notify", "amount": {"total": 100}}')}`,
        ),
        [`GET ${under}/4012791858`]: page(
          '商户订单号查询订单',
          `<p>请求方式：【GET】<code>/v3/pay/transactions/out-trade-no/{out_trade_no}</code></p>${call('GET', '/v3/pay/transactions/out-trade-no/1217752501201407033233368018?mchid=1230000109')}`,
        ),
        [`GET ${under}/4012791862`]: page(
          '退款申请',
          `<p>请求方式：【POST】<code>/v3/refund/domestic/refunds</code></p><p>交易时间超过一年的订单无法提交退款。</p>${call('POST', '/v3/refund/domestic/refunds', '{"transaction_id": "1217752501201407033233368018", "out_refund_no": "1217752501201407033233368018"}')}`,
        ),
        [`GET ${under}/4012791861`]: page(
          '支付成功回调通知',
          '<p>报文中的<code>resource</code>使用AES-256-GCM加密，请用APIv3密钥解密。五秒内未应答则重新通知，最多15次。</p>',
        ),
        [`GET ${under}/4012791864`]: page(
          '申请交易账单',
          `<p>请求方式：【GET】<code>/v3/bill/tradebill</code></p>${call('GET', '/v3/bill/tradebill?bill_date=2026-06-11')}`,
        ),
        [`GET ${under}/4012072198`]: page(
          '常见问题',
          '<h2>个人可以申请吗？</h2><p>不可以，仅支持企业、个体工商户、政府及事业单位。</p><h2>提示“签名错误”怎么办？</h2><p>请检查证书序列号与私钥是否匹配、服务器时间是否正确。</p><h2>证书需要审核吗？</h2><p>不需要，超级管理员可随时申请。</p>',
        ),
        'GET /doc/v3/partner/4012069852': page(
          '合作伙伴文档',
          '<p>服务商、渠道商在签约并通过审核后，为特约商户接入支付。</p>',
        ),
        'GET /doc/v2/merchant/4011937143': page(
          'APIv2',
          `<p>APIv2使用XML。参数按字典序排列后拼接<code>key</code>，以MD5或HMAC-SHA256签名，放在<code>sign</code>中。退款等接口需要双向证书。</p>${code(`POST ${api}/pay/unifiedorder\n\n<xml>\n  <appid>wx2421b1c4370ec43b</appid>\n  <mch_id>10000100</mch_id>\n  <nonce_str>1add1a30ac87aa2db72f57a2375d8fec</nonce_str>\n  <sign>0CB01533B8C1EF103065174F50BCA001</sign>\n</xml>`)}`,
        ),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html lang="zh-CN"><head><title>404</title></head><body><p>页面不存在</p></body></html>',
      ),
    },
    'api.mch.weixin.qq.com': {
      headers: { server: 'nginx', 'request-id': '08F6D2A3C90610E201', 'cache-control': 'no-cache, must-revalidate' },
      routes: {
        '/v3/*': refuse,
        '/pay/*': (r) =>
          r.method === 'POST'
            ? xml(
                200,
                '<xml><return_code><![CDATA[FAIL]]></return_code>\n<return_msg><![CDATA[XML格式错误]]></return_msg>\n</xml>',
                { 'content-type': 'text/plain' },
              )
            : xml(
                200,
                '<xml><return_code><![CDATA[FAIL]]></return_code>\n<return_msg><![CDATA[请使用post方法]]></return_msg>\n</xml>',
                { 'content-type': 'text/plain' },
              ),
      },
      otherwise: json(404, { code: 'RESOURCE_NOT_EXISTS', message: '请求的资源不存在' }),
    },
    'api2.mch.weixin.qq.com': {
      routes: { '/v3/*': refuse },
      otherwise: json(404, { code: 'RESOURCE_NOT_EXISTS', message: '请求的资源不存在' }),
    },
  },
  expect: expectation({
    apiBases: [[api, 'https://api2.mch.weixin.qq.com']],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'fail',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['fail', 'partial'],
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
    },
    notJudged: ['manual-key-approval'],
  }),
  why: {
    apiBases: 'main and second domain of the rules',
    outcome: '/v3 refuses strangers with 401',
    'structured-401': '401 JSON with code and message',
    'bearer-token': 'a signature under a scheme word of its own; “也不使用OAuth”',
    'client-credentials': 'no tokens: every request is signed',
    'self-service-keys': 'certificates at once (“不需要审核”), but only for merchants that were examined',
    'manual-key-approval': 'not judged: the merchant is examined (审核), the certificate is not',
    'token-expiry': 'a certificate of five years that one replaces oneself',
    'browser-only-oauth': 'no OAuth for the API',
    'session-cookie-only': 'the cookie is that of the console',
  },
};

import type { Answer, Incoming, Reply, World } from '../../lib/world.ts';
import { aliasOf, fresh, html, isBearer, json, markdown, parameter, redirect, text } from '../../lib/answers.ts';
import { oauthError } from '../../lib/oauth.ts';
import { robots, stubs } from '../../lib/pages.ts';
import { expectation, signUp } from '../../lib/world.ts';

const open = 'https://open.feishu.cn';
const accounts = 'https://accounts.feishu.cn';
const www = 'https://www.feishu.cn';
const paths = {
  overview: '/document/ukTMukTMukTM/uITNz4iM1MjLyUzM',
  tokens: '/document/ukTMukTMukTM/uMTNz4yM1MjLzUzM',
  tenant: '/document/uAjLw4CM/ukTMukTMukTM/authentication-management/access-token/tenant_access_token',
  internal: '/document/server-docs/authentication-management/access-token/tenant_access_token_internal',
  user: '/document/uAjLw4CM/ukTMukTMukTM/authentication-management/access-token/get-user-access-token',
  refresh: '/document/uAjLw4CM/ukTMukTMukTM/authentication-management/access-token/refresh-user-access-token',
  scopes: '/document/ukTMukTMukTM/uQjN3QjL0YzN04CN2cDN',
  release: '/document/home/introduction-to-custom-app-development/self-built-application-development-process',
  errors: '/document/ukTMukTMukTM/ugjM14COyUjL4ITN',
  message: '/document/server-docs/im-v1/message/create',
  users: '/document/server-docs/contact-v3/user/find_by_department',
  events: '/document/server-docs/event-subscription-guide/overview',
  bot: '/document/client-docs/bot-v3/add-custom-bot',
} as const;
const at = (key: keyof typeof paths) => open + paths[key];

/** The manual twice: pages are an application, their text is served under the same address with `.md`. */
const manual: Record<keyof typeof paths, readonly [title: string, body: string]> = {
  overview: [
    '流程概述',
    `飞书开放平台提供的 API 遵循 RESTful 风格。\n\n1. 创建应用。在[开发者后台](${open}/app)，根据实际需求，创建自建应用或者商店应用。仅拥有 ISV 资质的用户可以创建商店应用。\n2. [获取访问凭证](${at('tokens')})。调用 API 时，必须在 HTTP Header 中携带访问凭证，以便获取权限范围内的资源信息。\n3. [申请 API 权限](${at('scopes')})。不同的 API 有不同的接口权限和字段权限要求。\n4. （可选）配置应用数据权限。\n5. 调用 API，并根据[通用错误码](${at('errors')})处理错误。\n\n请求 URL 的格式：\`${open}/open-apis/{业务域}/{版本}/{资源}\`。\n`,
  ],
  tokens: [
    '获取访问凭证',
    `为了提升 API 调用的安全性，飞书开放平台设计了访问凭证（access_token）机制，即告知飞书当前是谁、以什么身份获取什么租户的数据。\n\n## 访问凭证介绍\n\n访问凭证类型 | 是否需要用户授权 | 说明\n---|---|---\ntenant_access_token | 否 | 以应用身份调用 API 时需要使用的凭证。该访问凭证适用于无需用户登录的自动化操作。\nuser_access_token | 是 | 以用户身份调用 API 时需要使用的凭证，可读写的数据范围由用户可读写的数据范围决定。\napp_access_token | 否 | 应用身份的短期令牌。\n\n## 自建应用获取 tenant_access_token\n\n1. 登录[开发者后台](${open}/app)，选择指定的自建应用。\n2. 在 **基础信息** > **凭证与基础信息** 页面，获取应用凭证 App ID 和 App Secret。\n3. 调用[自建应用获取 tenant_access_token](${at('tenant')}) 接口。\n\n## 使用访问凭证\n\n在请求头中携带访问凭证，格式为 \`Authorization: Bearer access_token\`。\n\n\`\`\`bash\ncurl -i -X GET '${open}/open-apis/contact/v3/users/find_by_department?department_id=0' \\\n-H 'Authorization: Bearer t-g1044qeGEDXTB6NDJOGV4JQCYDGHRBARFTGT1234'\n\`\`\`\n`,
  ],
  tenant: [
    '自建应用获取 tenant_access_token',
    `OAuth 令牌接口，用于获取 tenant_access_token。\n\n- 本接口遵循 OAuth 2.0 Client Credentials Grant，请求中的 \`grant_type\` 固定为 \`client_credentials\`。\n- 新版接口在响应体的 \`access_token\` 字段中返回凭证，请勿继续从旧版字段中读取。\n- \`tenant_access_token\` 的有效期最长为 2 小时。建议根据 \`expires_in\` 在凭证过期前重新调用本接口获取新的凭证。\n- App Secret 属于敏感信息，请勿将其写入前端代码。\n\n**本接口支持两种客户端认证方式：** \`client_secret_basic\` 和 \`client_secret_post\`。单次请求只能使用其中一种，否则接口将返回错误码 20070。\n\n## 请求\n\n基本 | 值\n---|---\nHTTP URL | ${accounts}/oauth/v3/token\nHTTP Method | POST\n接口频率限制 | 1000 次/分钟、50 次/秒\n支持的应用类型 | Custom App\n权限要求 | 无\n\n### 请求体示例\n\n\`\`\`\ngrant_type=client_credentials&client_id=cli_a5ca35a685b0x26e&client_secret=baBqE5um9LbFGDy3X7LcfxQX1sqpXlwy\n\`\`\`\n\n### 响应体示例\n\n\`\`\`json\n{\n  "access_token": "eyJhbGciOiJFUzI1NiIs**********X6wrZHYKDxJkWwhdkrYg",\n  "token_type": "Bearer",\n  "expires_in": 7200\n}\n\`\`\`\n\n### 错误码\n\nHTTP状态码 | 错误码 | 描述\n---|---|---\n400 | 20036 | 无效的 grant_type\n400 | 20048 | 应用不存在\n400 | 20002 | 应用认证失败，提供的 client_secret 有误\n`,
  ],
  internal: [
    '自建应用获取 tenant_access_token（历史版本）',
    `本接口已成为历史版本，推荐使用[新版接口](${at('tenant')})。tenant_access_token 的最大有效期是 2 小时。\n\n基本 | 值\n---|---\nHTTP URL | ${open}/open-apis/auth/v3/tenant_access_token/internal\nHTTP Method | POST\n\n\`\`\`json\n{\n    "app_id": "cli_slkdjalasdkjasd",\n    "app_secret": "dskLLdkasdjlasdKK"\n}\n\`\`\`\n\n\`\`\`json\n{\n    "code": 0,\n    "msg": "ok",\n    "tenant_access_token": "t-caecc734c2e3328a62489fe0648c4b98779515d3",\n    "expire": 7200\n}\n\`\`\`\n`,
  ],
  user: [
    '获取 user_access_token',
    `OAuth 令牌接口，可用于获取 user_access_token 以及 refresh_token。\n\n- 获取前需要先获取授权码。请注意授权码的有效期为 5 分钟，且只能被使用一次。\n- 用户授权时，用户必须拥有应用的使用权限，否则报错误码 20010。\n\n基本 | 值\n---|---\nHTTP URL | ${open}/open-apis/authen/v2/oauth/token\nHTTP Method | POST\n字段权限要求 | refresh_token 仅在具备 offline_access 权限时返回\n\n名称 | 必填 | 描述\n---|---|---\ngrant_type | 是 | **固定值：** \`authorization_code\`\nclient_id | 是 | 应用的 App ID\nclient_secret | 是 | 应用的 App Secret\ncode | 是 | 授权码\ncode_verifier | 否 | PKCE\n\n授权页面：\`${accounts}/open-apis/authen/v1/authorize\`\n`,
  ],
  refresh: [
    '刷新 user_access_token',
    `用 refresh_token 获取新的 user_access_token。refresh_token 的有效期为 7 天，且只能使用一次；新的 refresh_token 在响应中返回。\n\nHTTP URL：${open}/open-apis/authen/v2/oauth/token\n\ngrant_type 固定值：\`refresh_token\`\n`,
  ],
  scopes: [
    '申请 API 权限',
    `API 权限（Scope）定义应用能够调用哪些接口，例如 \`contact:contact.base:readonly\`、\`im:message:send_as_bot\`。\n\n在应用的 **权限管理** 页面开通权限。部分权限为免审权限，开通后立即生效；其余权限在应用版本发布、企业管理员审核通过后生效。\n`,
  ],
  release: [
    '自建应用开发流程',
    `## 创建应用\n\n登录[开发者后台](${open}/app)，点击 **创建企业自建应用**，填写名称与描述。应用创建后立即获得 App ID 与 App Secret。\n\n## 发布应用\n\n1. 在 **版本管理与发布** 页面创建版本。\n2. 申请发布后，由你所在企业的管理员在管理后台审核；管理员可以把应用设为免审。审核人员不是飞书官方。\n\n## 测试\n\n你可以创建测试企业，在测试企业中无需审核即可调试。\n`,
  ],
  errors: [
    '通用错误码',
    'HTTP状态码 | 错误码 | 描述 | 排查建议\n---|---|---|---\n400 | 99991661 | Missing access token for authorization | 请求头中缺少访问凭证\n400 | 99991663 | Invalid access token for authorization | tenant_access_token 无效\n400 | 99991668 | Invalid access token for authorization | user_access_token 无效\n400 | 99991672 | Access denied | 应用未开通所需权限\n429 | 99991400 | request trigger frequency limit | 降低频率\n',
  ],
  message: [
    '发送消息',
    `POST ${open}/open-apis/im/v1/messages?receive_id_type=open_id\n\n请求头：\`Authorization: Bearer tenant_access_token\`\n`,
  ],
  users: [
    '获取部门直属用户列表',
    `GET ${open}/open-apis/contact/v3/users/find_by_department\n\n请求头：\`Authorization\`，值格式："Bearer access_token"，示例值："Bearer u-7f1bcd13fc57d46bac21793a18e560"\n`,
  ],
  events: [
    '事件订阅概述',
    '推荐使用长连接。使用 Webhook 时，用 Encrypt Key 解密，并校验 Verification Token 与 `X-Lark-Signature`。\n',
  ],
  bot: [
    '自定义机器人使用指南',
    '自定义机器人只能在当前群聊中使用，无需企业管理员审核，添加后获得 Webhook 地址。可设置关键词、IP 白名单或签名校验。\n',
  ],
};
const app = (title: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title} - 开发文档 - 飞书开放平台</title><link rel="alternate" type="text/plain" title="llms.txt" href="/llms.txt"><link rel="stylesheet" href="//lf-package-cn.feishucdn.com/obj/open-platform/docs.8c1.css"><script defer src="//lf-package-cn.feishucdn.com/obj/open-platform/docs.71f.js"></script></head><body><div id="app"></div><noscript>请启用 JavaScript</noscript></body></html>`,
  );
const softMissing = html(
  200,
  '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>飞书开放平台</title></head><body><div class="open-platform-404"><div class="open-platform-desc">The page does not exist.</div><a href="/">Back to home</a></div></body></html>',
);
const documents: Record<string, Answer> = {};
for (const [key, path] of Object.entries(paths)) {
  const [title, body] = manual[key as keyof typeof paths];
  documents[`GET ${path}.md`] = markdown(`# ${title}\n\n${body}`);
  documents[`GET ${path}`] = app(title);
}
/** Fifty further indexes stand in the real list; these lead to pages of reference. */
const domains: readonly (readonly [slug: string, title: string])[] = [
  ['calendar', '日历'],
  ['task', '任务'],
  ['docs', '云文档'],
  ['bitable', '多维表格'],
  ['sheets', '电子表格'],
  ['wiki', '知识库'],
  ['drive', '云空间'],
  ['vc', '视频会议'],
  ['minutes', '妙记'],
  ['attendance', '考勤打卡'],
  ['approval', '审批'],
  ['helpdesk', '服务台'],
  ['mail', '邮箱'],
  ['application', '应用信息'],
  ['tenant', '企业信息'],
  ['personal-settings', '个人设置'],
  ['search', '搜索'],
  ['ai', 'AI 能力'],
  ['corehr', '飞书人事'],
  ['payroll', '发薪'],
  ['hire', '招聘'],
  ['okr', 'OKR'],
  ['acs', '智能门禁'],
  ['lingo', '飞书词典'],
  ['block-kit', '飞书卡片'],
  ['web-components', '网页组件'],
  ['gadgets', '小程序'],
  ['changelog', '更新日志'],
];
const furtherIndexes: Record<string, Answer> = {};
for (const [slug, title] of domains) {
  const path = `/document/server-docs/${slug}/overview`;
  furtherIndexes[`GET /llms-docs/zh-CN/llms-${slug}.txt`] = text(
    200,
    `# ${title}\n\n- [${title}概述](${open}${path}.md)\n`,
  );
  furtherIndexes[`GET ${path}.md`] = markdown(
    `# ${title}概述\n\n## 资源介绍\n\n${title}的资源包括列表、详情与事件。\n\n方法 | 权限要求 | 访问凭证\n---|---|---\n[获取列表](${open}/open-apis/${slug}/v1/items) | ${slug}:${slug}:readonly | \`tenant_access_token\` \`user_access_token\`\n[创建](${open}/open-apis/${slug}/v1/items) | ${slug}:${slug} | \`user_access_token\`\n`,
  );
  furtherIndexes[`GET ${path}`] = app(`${title}概述`);
}
const section = (title: string, keys: readonly (keyof typeof paths)[]): Answer =>
  text(200, `# ${title}\n\n${keys.map((key) => `- [${manual[key][0]}](${at(key)}.md)`).join('\n')}\n`);

const denied = (code: number, msg: string): Answer => {
  const id = fresh(32).toUpperCase();
  return json(
    400,
    {
      code,
      msg,
      error: {
        log_id: id,
        troubleshooter: `排查建议查看(Troubleshooting suggestions): ${open}/search?from=openapi&log_id=${id}&code=${code}`,
      },
    },
    { server: 'volc-dcdn', 'x-tt-logid': id },
  );
};
const refuse: Reply = (r: Incoming) =>
  isBearer(r)
    ? denied(99991663, 'Invalid access token for authorization. Please make a request with token attached.')
    : denied(99991661, 'Missing access token for authorization. Please make a request with token attached.');
/** The older endpoints: whatever fails, the status is 200. */
const older: Reply = json(200, { code: 10003, data: {}, msg: 'invalid param' });
const fault = (error: string, description: string, code: number): Answer => {
  const answer = oauthError(400, error, description);
  return { ...answer, body: JSON.stringify({ error, error_description: description, code }) };
};
const token =
  (grants: readonly string[]): Reply =>
  (r) => {
    const grant = parameter(r, 'grant_type');
    if (grant === undefined) return fault('invalid_request', 'The required parameter grant_type is missing.', 20001);
    if (!grants.includes(grant))
      return fault('unsupported_grant_type', 'The specified grant_type is not supported.', 20036);
    return grant === 'client_credentials'
      ? fault('invalid_client', 'The client is not found. Please check the client_id.', 20048)
      : fault('invalid_grant', 'The authorization code is not found. Please note that it can be used once.', 20003);
  };
const goPlain = text(404, '404 page not found');

/** Chinese collaboration suite: a manual of applications with Markdown twins, OAuth beside an exchange of its own, errors under 400 and 200. */
export const feishu: World = {
  id: 'feishu',
  kind: 'provider',
  title:
    'Chinese collaboration suite: manual in Markdown twins, client_credentials beside an older exchange, refusals under 400',
  target: 'open.feishu.cn',
  dated: '2026-11',
  sources: [
    'open.feishu.cn/document/…/access-token/tenant_access_token.md',
    'open.feishu.cn/document/…/access-token/get-user-access-token.md',
    'open.larkoffice.com/document/ukTMukTMukTM/uMTNz4yM1MjLzUzM.md',
    'a public log of probes without credentials, 2026-09-11: statuses, codes, soft 404 pages',
    'cnblogs.com/ives/p/feishu.html (who examines a version)',
  ],
  hosts: {
    'feishu.cn': aliasOf(www),
    'www.feishu.cn': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': html(
          200,
          `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>飞书 - AI 时代先进生产力平台</title></head><body><nav><a href="/product/im">即时消息</a><a href="/product/docs">云文档</a><a href="/product/base">多维表格</a><a href="/service">价格</a><a href="/customers">客户案例</a><a href="/download">下载</a><a href="${open}/">开放平台</a><a href="/contact">联系销售</a></nav><h1>先进团队，先用飞书</h1><p>整合即时沟通、日历、音视频会议、云文档。</p></body></html>`,
        ),
        ...stubs(
          (title, body) =>
            html(
              200,
              `<!DOCTYPE html><html lang="zh-CN"><head><title>${title}</title></head><body>${body}</body></html>`,
            ),
          ['/product/im', '/product/docs', '/product/base', '/service', '/customers', '/download', '/contact'],
        ),
      },
    },
    'open.feishu.cn': {
      routes: {
        'GET /robots.txt': robots('User-agent: *\nAllow: /\nDisallow: /app/\n'),
        'GET /': html(
          200,
          `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>飞书开放平台</title><link rel="alternate" type="text/plain" href="/llms.txt"></head><body><header><a href="/">飞书开放平台</a><a href="/document/home/index">开发文档</a><a href="/api-explorer">API 调试台</a><a href="/community">开发者社区</a><a href="/app">开发者后台</a></header><main><h1>让每个组织都能拥有自己的数字化工具</h1><p>开放 2500+ 接口。机器人、网页应用、小程序、多维表格插件。</p><a href="/app">创建应用</a></main><footer><a href="${www}/">飞书官网</a></footer></body></html>`,
        ),
        'GET /document': redirect(302, '/document/home/index'),
        'GET /document/home/index': app('开发文档'),
        'GET /api-explorer': app('API 调试台'),
        'GET /community': app('开发者社区'),
        'GET /app': redirect(
          302,
          `${accounts}/accounts/page/login?app_id=7&redirect_uri=${encodeURIComponent(`${open}/app`)}`,
        ),
        'GET /llms.txt': markdown(
          `# 飞书开放平台\n\n> 飞书开放平台文档索引。\n\n## 开发指南\n\n- [认证及授权](${open}/llms-docs/zh-CN/llms-authentication-and-authorization.txt)\n- [开发流程](${open}/llms-docs/zh-CN/llms-development-process.txt)\n${domains
            .slice(0, 14)
            .map(([slug, title]) => `- [${title}](${open}/llms-docs/zh-CN/llms-${slug}.txt)`)
            .join(
              '\n',
            )}\n- [消息](${open}/llms-docs/zh-CN/llms-im.txt)\n- [通讯录](${open}/llms-docs/zh-CN/llms-contact.txt)\n- [事件与回调](${open}/llms-docs/zh-CN/llms-event.txt)\n${domains
            .slice(14)
            .map(([slug, title]) => `- [${title}](${open}/llms-docs/zh-CN/llms-${slug}.txt)`)
            .join('\n')}\n`,
        ),
        'GET /llms-docs/zh-CN/llms-authentication-and-authorization.txt': section('认证及授权', [
          'tokens',
          'tenant',
          'internal',
          'user',
          'refresh',
        ]),
        'GET /llms-docs/zh-CN/llms-development-process.txt': section('开发流程', [
          'overview',
          'release',
          'scopes',
          'errors',
        ]),
        'GET /llms-docs/zh-CN/llms-im.txt': section('消息', ['message', 'bot']),
        'GET /llms-docs/zh-CN/llms-contact.txt': section('通讯录', ['users']),
        'GET /llms-docs/zh-CN/llms-event.txt': section('事件与回调', ['events']),
        ...documents,
        ...furtherIndexes,
        'GET /document/*': (r) => (r.path.endsWith('.md') ? text(404, 'This document is not found') : app('文档')),
        'POST /open-apis/auth/v3/tenant_access_token/internal': older,
        'POST /open-apis/auth/v3/app_access_token/internal': older,
        'POST /open-apis/authen/v2/oauth/token': token(['authorization_code', 'refresh_token']),
        '/open-apis/contact/v3/users': refuse,
        '/open-apis/contact/v3/users/*': refuse,
        '/open-apis/contact/v3/departments': refuse,
        '/open-apis/im/v1/*': refuse,
        '/open-apis/bitable/v1/*': refuse,
        '/open-apis/event/v1/outbound_ip': refuse,
        'POST /open-apis/bot/v2/hook/*': json(200, {
          code: 19001,
          data: {},
          msg: 'param invalid: incoming webhook access token invalid',
        }),
        '/open-apis': goPlain,
        '/open-apis/*': goPlain,
      },
      otherwise: softMissing,
    },
    'accounts.feishu.cn': {
      routes: {
        'POST /oauth/v3/token': token(['client_credentials', 'authorization_code', 'refresh_token']),
        'GET /accounts/page/login': html(
          200,
          '<!DOCTYPE html><html lang="zh-CN"><head><title>登录飞书</title></head><body><div id="root"></div><noscript>请启用 JavaScript，扫码登录</noscript></body></html>',
        ),
        'GET /open-apis/authen/v1/authorize': redirect(302, '/accounts/page/login'),
      },
      otherwise: goPlain,
    },
  },
  expect: expectation({
    apiBases: [open],
    tokenEndpoint: [
      `${accounts}/oauth/v3/token`,
      `${open}/open-apis/authen/v2/oauth/token`,
      `${open}/open-apis/auth/v3/tenant_access_token/internal`,
      `${open}/open-apis/auth/v3/app_access_token/internal`,
    ],
    flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: 'yes' },
    signals: {
      'structured-401': 'partial',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': ['partial', 'fail'],
      'self-service-keys': signUp,
      'token-expiry': 'pass',
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'token-rotation-without-refresh': 'absent',
    },
    notJudged: ['manual-key-approval'],
  }),
  why: {
    target: 'the developers’ site; llms.txt leads to the manual, whose pages are empty without JavaScript',
    apiBases: 'the form of a request, and every page of the reference',
    tokenEndpoint: 'the page on tenant_access_token; older pages name others',
    client_credentials: '“遵循 OAuth 2.0 Client Credentials Grant”; the endpoint tells it from an unknown grant',
    authorization_code: 'the page on user_access_token',
    refresh_token: 'a page of its own',
    outcome: 'documented paths refuse strangers with JSON',
    'structured-401': 'JSON that names the missing token, but under 400',
    'bearer-token': '“Authorization: Bearer access_token”; 99991661 without, 99991663 with a wrong one',
    'client-credentials': 'documented, and told apart from an unknown grant',
    'oauth-discovery': 'no metadata; the endpoint is documented',
    'self-service-keys': 'App ID and App Secret at once; the company’s own administrator lets a version go live',
    'token-expiry': 'two hours, and another by the same call',
    'scope-restriction': 'API 权限 (scopes), chosen for each application',
    'manual-key-approval': 'not judged: nobody examines keys, the company’s own administrator examines versions',
    'session-cookie-only': 'bearer tokens',
    'browser-only-oauth': 'a token of the application needs no user',
    'token-rotation-without-refresh': 'refresh tokens, and client_credentials renews',
  },
};

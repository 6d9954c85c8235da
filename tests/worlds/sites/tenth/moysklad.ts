import type { Answer, Reply, World } from '../../lib/world.ts';
import { aliasOf, html, json, redirect } from '../../lib/answers.ts';
import { escapeHtml, loginForm, robots, stubs, table } from '../../lib/pages.ts';
import { expectation, noCredit, signUp, staticKeys } from '../../lib/world.ts';

const docs = 'https://dev.moysklad.ru';
const api = 'https://api.moysklad.ru';
const base = `${api}/api/remap/1.2`;
const manual = `${docs}/doc/api/remap/1.2/`;

const tabs = (curl: string, json = '') =>
  `<blockquote><p>Запрос</p></blockquote><div class="highlight"><pre class="highlight shell tab-shell"><code>${escapeHtml(curl)}</code></pre></div>${json ? `<blockquote><p>Response 200(application/json)</p></blockquote><div class="highlight"><pre class="highlight json tab-json"><code>${escapeHtml(json)}</code></pre></div>` : ''}`;
/** Slate: one page for everything, headings with anchors, samples in the right column. */
const slate = (title: string, lead: readonly (readonly [string, string])[], body: string): Answer =>
  html(
    200,
    `<!doctype html>\n<html lang="ru">\n<head>\n<meta charset="utf-8">\n<meta content="IE=edge,chrome=1" http-equiv="X-UA-Compatible">\n<title>${title}</title>\n<link href="stylesheets/screen-6c1a.css" rel="stylesheet" media="screen" />\n</head>\n<body class="index" data-languages="[&quot;shell&quot;]">\n<a href="#" id="nav-button"><span>NAV</span></a>\n<div class="toc-wrapper"><img src="images/logo.png" class="logo" alt="" /><div class="search"><input type="text" class="search" id="input-search" placeholder="Поиск"></div><ul id="toc" class="toc-list-h1">${lead.map(([id, label]) => `<li><a href="#${id}" class="toc-h1 toc-link" data-title="${label}">${label}</a></li>`).join('')}</ul><ul class="toc-footer"><li><a href="${docs}/">Портал разработчика</a></li><li><a href="${docs}/doc/api/remap/1.2/workbook/">Workbook</a></li><li><a href="${docs}/doc/api/vendor/1.0/">Vendor API</a></li></ul></div>\n<div class="page-wrapper"><div class="dark-box"></div><div class="content"><h1 id="json-api">${title}</h1>\n${body}\n</div></div></body></html>`,
  );
const entities = [
  'product',
  'counterparty',
  'customerorder',
  'demand',
  'supply',
  'invoiceout',
  'paymentin',
  'store',
  'employee',
  'webhook',
];
const reference = entities
  .map(
    (name) =>
      `<h2 id="${name}">/entity/${name}</h2><p>Атрибуты сущности: <code>id</code>, <code>accountId</code>, <code>name</code>, <code>updated</code>, <code>meta</code>.</p>${table(
        [
          ['Название', 'Тип', 'Описание'],
          ['id', 'UUID', 'ID. Обязательное при ответе. Только для чтения'],
          ['name', 'String(255)', 'Наименование. Необходимо при создании'],
          ['updated', 'DateTime', 'Момент последнего обновления. Только для чтения'],
        ],
      )}${tabs(`curl --compressed -X GET \\\n  "${base}/entity/${name}" \\\n  -H "Authorization: Basic <Credentials>" \\\n  -H "Accept-Encoding: gzip"`)}`,
  )
  .join('\n');

const fault = (status: number, code: number, error: string): Answer =>
  json(
    status,
    { errors: [{ error, code, moreInfo: `${manual}#error_${code}` }] },
    { 'x-lognex-auth': String(code), 'x-ratelimit-limit': '45', 'x-ratelimit-remaining': '44' },
  );
/** Compression is compulsory; credentials are asked for after that. */
const refuse: Reply = (r) =>
  /gzip/i.test(r.headers['accept-encoding'] ?? '')
    ? fault(401, 1056, 'Ошибка аутентификации: Неправильный пароль или имя пользователя или ключ авторизации')
    : fault(
        415,
        1062,
        "Неверное значение заголовка 'Accept-Encoding'. Для работы с API необходимо указать заголовок 'Accept-Encoding: gzip'",
      );
const portal = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>${title} | МойСклад для разработчиков</title></head><body><header><a href="${docs}/">МойСклад API</a><a href="${manual}">JSON API 1.2</a><a href="${docs}/doc/api/vendor/1.0/">Vendor API</a><a href="${docs}/apps">Приложения для каталога</a></header><h1>${title}</h1>${body}</body></html>`,
  );
const front = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>${title}</title></head><body><header><a href="/">МойСклад</a><nav><a href="/vozmozhnosti/">Возможности</a><a href="/tarify/">Тарифы</a><a href="https://support.moysklad.ru/hc/ru/articles/203053246">Поддержка</a><a href="${docs}/">API</a><a href="https://online.moysklad.ru/">Вход</a><a href="/register/">Регистрация</a></nav></header><h1>${title}</h1>${body}<footer><a href="/privacy/">Политика обработки персональных данных</a></footer></body></html>`,
  );

/** Russian trade software: Basic or a bearer token made by a call with Basic, one page of manual as long as a book, 415 without gzip. */
export const moysklad: World = {
  id: 'moysklad',
  kind: 'provider',
  title:
    'Russian trade software: Basic with one’s login, or a token made by a call with it; one endless page; 415 without gzip',
  target: 'dev.moysklad.ru',
  dated: '2026-11',
  sources: [
    'dev.moysklad.ru/doc/api/remap/1.2/#mojsklad-json-api-obschie-swedeniq-autentifikaciq',
    'packagist.org/packages/aivchenkolognex/just-for-test1',
    'github.com/wmakeev/moysklad',
  ],
  hosts: {
    'moysklad.ru': aliasOf('https://www.moysklad.ru'),
    'www.moysklad.ru': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': front(
          'Облачный сервис управления торговлей',
          '<p>Учёт, склад, CRM и касса. Более 2 миллионов зарегистрированных компаний.</p>',
        ),
        'GET /register/': front(
          'Регистрация',
          '<p>Бесплатный тариф без ограничения по времени.</p><form action="/register/" method="post"><input type="email" name="email" placeholder="Электронная почта"><input name="phone" placeholder="Телефон"><button>Зарегистрироваться</button></form>',
        ),
        ...stubs(front, ['/vozmozhnosti/', '/tarify/', '/privacy/']),
      },
    },
    'online.moysklad.ru': {
      routes: {
        'GET /': redirect(302, '/login'),
        'GET /login': front('Вход в МойСклад', loginForm('/login')),
        '/api/remap/*': (r) => redirect(308, api + r.path + r.search),
      },
    },
    'support.moysklad.ru': {
      routes: {
        'GET /hc/ru/articles/203053246': html(
          200,
          '<!DOCTYPE html><html lang="ru"><head><title>Токены доступа – Поддержка</title></head><body><h1>Токены доступа</h1><ol><li>Откройте «Настройки», раздел «Безопасность», вкладку «Токены».</li><li>Нажмите «Токен», выберите сотрудника и введите комментарий.</li><li>Скопируйте токен: после закрытия окна он больше не показывается.</li></ol><p>Токен действует бессрочно, пока его не удалят. У него те же права, что и у сотрудника, поэтому для интеграции заведите отдельного сотрудника и ограничьте его роль.</p></body></html>',
        ),
      },
    },
    'dev.moysklad.ru': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': portal(
          'Портал разработчика',
          `<p>Создавайте интеграции и приложения для пользователей МоегоСклада.</p><ul><li><a href="${manual}">JSON API 1.2</a> – работа с документами, справочниками и отчётами</li><li><a href="${docs}/doc/api/vendor/1.0/">Vendor API</a> – жизненный цикл приложений каталога</li><li><a href="${docs}/doc/api/remap/1.2/workbook/">Workbook</a></li></ul>`,
        ),
        'GET /apps': portal(
          'Приложения для каталога',
          '<p>Чтобы опубликовать приложение в каталоге, зарегистрируйтесь как разработчик, заполните черновик и отправьте его на модерацию. Модератор проверит приложение в течение пяти рабочих дней. Для собственных интеграций модерация не нужна.</p>',
        ),
        'GET /doc/api/vendor/1.0/': slate(
          'Vendor API',
          [['obschee', 'Общее']],
          '<p>МойСклад вызывает ваш сервер при установке и удалении приложения и передаёт токен доступа к аккаунту. Запросы подписываются JWT, который вы создаёте с секретным ключом приложения; срок жизни JWT не более пяти минут.</p>',
        ),
        'GET /doc/api/remap/1.2/workbook': slate(
          'Workbook',
          [['limits', 'Ограничения']],
          '<p>JSON API доступен пользователям на всех тарифах, но на бесплатных тарифах доступен не весь функционал.</p><p>Частая причина исчерпания лимитов – дублирующиеся запросы.</p>',
        ),
        'GET /doc/api/remap/1.2': slate(
          'МойСклад JSON API',
          [
            ['auth', 'Аутентификация'],
            ['limits', 'Ограничения'],
            ['errors', 'Обработка ошибок'],
            ...entities.map((name) => [name, name] as const),
          ],
          `<h2 id="obschie-swedeniq">Общие сведения</h2><p>JSON API предназначен для работы с сущностями и отчётами онлайн-сервиса МойСклад. Адрес: <code>${base}</code>.</p>
<h2 id="auth">Аутентификация</h2><p>Чтобы работать с JSON API, необходимо аутентифицироваться. Поддерживаются протокол Basic Auth и токен доступа.</p><ul><li>Basic Auth: в заголовке <code>Authorization</code> передаётся пара <code>логин:пароль</code>, закодированная в Base64.</li><li>Токен доступа: в заголовке <code>Authorization</code> передаётся значение <code>Bearer &lt;Access-Token&gt;</code>.</li></ul>${tabs(`curl --compressed -X GET \\\n  "${base}/entity/customerorder" \\\n  -H "Authorization: Bearer <Access-Token>" \\\n  -H "Accept-Encoding: gzip"`)}<h3 id="token">Получение нового токена</h3><p>В заголовке указывается пара логин:пароль. При генерации нового токена ранее полученные этим способом токены пользователя отзываются.</p>${tabs(`curl --compressed -X POST \\\n  "${base}/security/token" \\\n  -H "Authorization: Basic <Credentials>" \\\n  -H "Accept-Encoding: gzip"`, '{\n  "access_token": "1c3f0d9d6f0cc4d9a0f5b1f5dbd1ac7a35a0cd21"\n}')}
<h2 id="limits">Ограничения</h2><ul><li>Не более 45 запросов за 3-секундный период от аккаунта</li><li>Не более 5 параллельных запросов от одного пользователя</li><li>Не более 20 Мб данных в одном запросе</li></ul><h3>Сжатие содержимого ответов</h3><p>Использование сжатия обязательно: запросы без заголовка <code>Accept-Encoding: gzip</code> завершатся ошибкой 415.</p>
<h2 id="errors">Обработка ошибок</h2>${table([
            ['401', '1056', 'Ошибка аутентификации'],
            ['403', '1016', 'Доступ к сущности запрещён'],
            ['404', '1021', 'Объект не найден'],
            ['412', '3006', 'Ошибка сохранения'],
            ['415', '1062', 'Не указан заголовок Accept-Encoding'],
            ['429', '1049', 'Превышено ограничение на количество запросов'],
          ])}
${reference}`,
        ),
      },
      otherwise: html(
        404,
        '<!doctype html><html lang="ru"><head><title>404</title></head><body>Страница не найдена</body></html>',
      ),
    },
    'api.moysklad.ru': {
      headers: { server: 'nginx' },
      routes: {
        '/api/remap/1.2/entity/*': refuse,
        '/api/remap/1.2/report/*': refuse,
        '/api/remap/1.2/context/*': refuse,
        '/api/remap/1.2/security/token': refuse,
        '/api/remap/1.2*': fault(404, 1002, 'Неизвестный путь'),
      },
      otherwise: html(
        404,
        '<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr><center>nginx</center></body></html>',
      ),
    },
  },
  expect: expectation({
    apiBases: [api],
    tokenEndpoint: [`${base}/security/token`, null],
    flows: { password: ['yes', 'no', 'unknown'] },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'oauth-discovery': noCredit,
      'self-service-keys': signUp,
      'token-expiry': staticKeys,
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'captcha-before-token': ['absent', 'unknown'],
      'manual-key-approval': ['absent', 'unknown'],
    },
  }),
  why: {
    apiBases: 'every sample of the manual',
    outcome: 'every entity refuses strangers with 401',
    tokenEndpoint: 'a guard: a call of its own with Basic, no endpoint of RFC 6749',
    'structured-401':
      '401 JSON with a code and a place that explains it, for a client that takes gzip as the manual demands',
    'bearer-token': '“Bearer <Access-Token>” in the manual',
    'client-credentials': 'not judged: a call with a person’s login is neither the grant nor its denial',
    'self-service-keys': 'a free account, and a token by a call or in the settings',
    'scope-restriction': 'not judged: a token may do what its employee may; one limits the employee',
    'manual-key-approval': 'apps of the catalogue are moderated; “для собственных интеграций модерация не нужна”',
    'browser-only-oauth': 'Basic and static tokens',
    'session-cookie-only': 'the same',
  },
};

import type { Reply, World } from '../../lib/world.ts';
import { aliasOf, isBare, json, redirect } from '../../lib/answers.ts';
import { sample, shell, site, stubs, table } from '../../lib/pages.ts';
import { expectation, noCredit, staticKeys } from '../../lib/world.ts';
import { bare404 } from '../providers/fourth-pages.ts';
import { fields } from '../seventh/noise.ts';

const docs = 'https://docs.tosspayments.com';
const look = site({
  name: '토스페이먼츠 개발자센터',
  lang: 'ko',
  nav: [
    ['시작하기', `${docs}/guides/v2/get-started`],
    ['API 키', `${docs}/reference/using-api/api-keys`],
    ['인증', `${docs}/reference/using-api/authorization`],
    ['코어 API', `${docs}/reference`],
    ['에러 코드', `${docs}/reference/error-codes`],
    ['웹훅', `${docs}/guides/v2/webhook`],
    ['로그인', 'https://developers.tosspayments.com/'],
  ],
});
const refuse: Reply = (r) =>
  json(401, {
    code: 'UNAUTHORIZED_KEY',
    message: isBare(r) ? '인증 정보가 없습니다.' : '인증되지 않은 시크릿 키 혹은 클라이언트 키 입니다.',
  });

/** Korean payments: the secret key by Basic, test keys for everybody, live keys with a contract. */
export const toss: World = {
  id: 'toss',
  kind: 'provider',
  title: 'Korean payments: the secret key as user name of Basic; test keys at once, live keys after a contract',
  target: 'www.tosspayments.com',
  dated: '2026-11',
  sources: [
    'docs.tosspayments.com/reference/using-api/authorization',
    'docs.tosspayments.com/reference/using-api/api-keys',
  ],
  hosts: {
    'tosspayments.com': aliasOf('https://www.tosspayments.com'),
    'www.tosspayments.com': {
      routes: {
        'GET /': site({
          name: '토스페이먼츠',
          lang: 'ko',
          nav: [
            ['서비스', 'https://www.tosspayments.com/services'],
            ['요금', 'https://www.tosspayments.com/fee'],
            ['개발자센터', `${docs}/guides/v2/get-started`],
            ['문의하기', 'https://www.tosspayments.com/contact'],
          ],
        })('결제를 더 쉽게', '<p>온라인 결제의 모든 것. 지금 가입하고 시작하세요.</p>'),
        ...stubs(site({ name: '토스페이먼츠', lang: 'ko' }), ['/services', '/fee', '/contact']),
      },
      otherwise: bare404('토스페이먼츠'),
    },
    'developers.tosspayments.com': { routes: { 'GET *': shell('토스페이먼츠 개발자센터') } },
    'docs.tosspayments.com': {
      routes: {
        'GET /': redirect(302, '/guides/v2/get-started'),
        'GET /guides/v2/get-started': look(
          '시작하기',
          '<p>토스페이먼츠 결제를 연동하는 방법을 알아보세요. 테스트 환경에서는 실제 돈이 빠져나가지 않습니다.</p>',
        ),
        'GET /reference/using-api/api-keys': look(
          'API 키',
          `<p>개발자센터에 회원가입하면 테스트 키를 바로 확인할 수 있습니다. 라이브 키는 전자결제 계약을 완료한 뒤에 확인할 수 있습니다.</p>${table(
            [
              ['클라이언트 키', '<code>test_ck_…</code>', '브라우저에서 SDK를 초기화할 때 사용'],
              ['시크릿 키', '<code>test_sk_…</code>', '서버에서 API를 호출할 때 사용, 외부에 노출하지 마세요'],
            ],
          )}<p>시크릿 키가 노출되면 개발자센터에서 바로 재발급하세요.</p>`,
        ),
        'GET /reference/using-api/authorization': look(
          '인증',
          `<p>토스페이먼츠 API는 시크릿 키를 사용자 ID로 사용하고, 비밀번호는 사용하지 않는 Basic 인증 방식을 사용합니다. 시크릿 키 뒤에 콜론을 추가하고 base64로 인코딩하세요.</p>${sample('curl --request GET \\\n  --url https://api.tosspayments.com/v1/payments/5zJ4xY7m0kODnyRpQWGrN \\\n  --header "Authorization: Basic dGVzdF9za196WExrS0V5cE5BcldtbzUwblgzbG1lYXhZRzVSOg=="')}`,
        ),
        'GET /reference': look(
          '코어 API',
          `<p>API 주소: <code>https://api.tosspayments.com</code></p><h2>결제 승인</h2>${sample('curl --request POST --url https://api.tosspayments.com/v1/payments/confirm --header "Authorization: Basic …" --data \'{"paymentKey": "…", "orderId": "…", "amount": 1000}\'')}${fields(['paymentKey', 'orderId', 'orderName', 'status', 'requestedAt', 'approvedAt', 'card'])}`,
        ),
        'GET /reference/error-codes': look(
          '에러 코드',
          table([
            ['400', 'INVALID_REQUEST', '잘못된 요청입니다.'],
            ['401', 'UNAUTHORIZED_KEY', '인증되지 않은 키입니다.'],
            ['403', 'FORBIDDEN_REQUEST', '허용되지 않은 요청입니다.'],
          ]),
        ),
        'GET /guides/v2/webhook': look('웹훅', '<p>결제 상태가 바뀌면 등록한 주소로 알려드립니다.</p>'),
      },
      otherwise: bare404('토스페이먼츠'),
    },
    'api.tosspayments.com': {
      routes: { '/v1/*': refuse },
      otherwise: json(404, { code: 'NOT_FOUND', message: '존재하지 않는 정보 입니다.' }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.tosspayments.com'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'fail',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['partial', 'fail'],
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    notJudged: ['manual-key-approval'],
  }),
  why: {
    'self-service-keys': 'test keys at once; live keys need a contract',
    'manual-key-approval': 'not judged: a contract is more than a form and less than a review of keys',
  },
};

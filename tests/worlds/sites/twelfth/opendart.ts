import type { Answer, Incoming, Reply, World } from '../../lib/world.ts';
import { html, json, redirect, xml } from '../../lib/answers.ts';
import { table } from '../../lib/pages.ts';
import { expectation, keyApi } from '../../lib/world.ts';

const home = 'https://opendart.fss.or.kr';

const groups: readonly (readonly [string, string])[] = [
  ['공시정보', '/guide/main.do?apiGrpCd=DS001'],
  ['정기보고서 주요정보', '/guide/main.do?apiGrpCd=DS002'],
  ['정기보고서 재무정보', '/guide/main.do?apiGrpCd=DS003'],
];
const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="ko"><head><meta charset="utf-8"><title>${title} | 전자공시 OPENDART 시스템</title><link rel="stylesheet" href="/css/common.css"></head><body><header><h1><a href="/">OPEN DART</a></h1><ul id="gnb"><li><a href="/intro/main.do">오픈API 소개</a></li><li><a href="/guide/main.do?apiGrpCd=DS001">개발가이드</a></li><li><a href="/mng/apiUsageStatusView.do">인증키 신청/관리</a></li><li><a href="/cop/bbs/selectArticleList.do">공지사항</a></li><li><a href="/uat/uia/egovLoginUsr.do">로그인</a></li></ul></header><div id="contents"><h2>${title}</h2>${body}</div><footer><p>(우)07321 서울시 영등포구 여의대로 38 금융감독원</p></footer></body></html>`,
    { 'set-cookie': 'JSESSIONID=9c1d0f; Path=/; Secure; HttpOnly' },
  );
const messages = `<h3>메시지 설명</h3><ul><li>- 000 : 정상</li><li>- 010 : 등록되지 않은 키입니다.</li><li>- 011 : 사용할 수 없는 키입니다. 오픈API에 등록되었으나, 일시적으로 사용 중지된 키를 통하여 검색하는 경우 발생합니다.</li><li>- 012 : 접근할 수 없는 IP입니다.</li><li>- 013 : 조회된 데이타가 없습니다.</li><li>- 020 : 요청 제한을 초과하였습니다. 일반적으로는 20,000건 이상의 요청에 대하여 이 에러 메시지가 발생됩니다.</li><li>- 100 : 필드의 부적절한 값입니다. 필드 설명에 없는 값을 사용한 경우에 발생하는 메시지입니다.</li><li>- 800 : 시스템 점검으로 인한 서비스가 중지 중입니다.</li><li>- 901 : 사용자 계정의 개인정보 보유기간이 만료되어 사용할 수 없는 키입니다. 관리자 이메일(opendart@fss.or.kr)로 문의하시기 바랍니다.</li></ul>`;
const guide = (title: string, name: string, format: string, rows: readonly (readonly string[])[]): Answer =>
  page(
    `${title} 개발가이드`,
    `<h3>기본 정보</h3>${table([
      ['메서드', '요청URL', '인코딩', '출력포멧'],
      ['GET', `${home}/api/${name}`, 'UTF-8', format],
    ])}<h3>요청 인자</h3>${table([
      ['요청키', '명칭', '타입', '필수여부', '값설명'],
      ['crtfc_key', 'API 인증키', 'STRING(40)', 'Y', '발급받은 인증키(40자리)'],
      ...rows,
    ])}<h3>응답 결과</h3>${table([
      ['응답키', '명칭', '출력설명'],
      ['status', '에러 및 정보 코드', '(※메시지 설명 참조)'],
      ['message', '에러 및 정보 메시지', '(※메시지 설명 참조)'],
    ])}<h3>OpenAPI 테스트</h3><p><code>${home}/api/${name}?crtfc_key=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx&amp;corp_code=00126380</code></p>${messages}`,
  );
const guides: Record<string, Answer> = {
  '2019001': guide('공시검색', 'list.json', 'JSON', [
    ['corp_code', '고유번호', 'STRING(8)', 'N', '공시대상회사의 고유번호(8자리)'],
    ['bgn_de', '시작일', 'STRING(8)', 'N', '검색시작 접수일자(YYYYMMDD)'],
  ]),
  '2019002': guide('기업개황', 'company.json', 'JSON', [
    ['corp_code', '고유번호', 'STRING(8)', 'Y', '공시대상회사의 고유번호(8자리)'],
  ]),
  '2019018': guide('고유번호', 'corpCode.xml', 'Zip FILE (binary)', []),
  '2019016': guide('단일회사 주요계정', 'fnlttSinglAcnt.json', 'JSON', [
    ['corp_code', '고유번호', 'STRING(8)', 'Y', '공시대상회사의 고유번호(8자리)'],
    ['bsns_year', '사업연도', 'STRING(4)', 'Y', '사업연도(4자리)'],
    ['reprt_code', '보고서 코드', 'STRING(5)', 'Y', '1분기보고서 : 11013, 사업보고서 : 11011'],
  ]),
};
const list = (group: string | null): Answer =>
  page(
    group === 'DS003' ? '정기보고서 재무정보' : group === 'DS002' ? '정기보고서 주요정보' : '공시정보',
    `<ul>${groups.map(([label, href]) => `<li><a href="${href}">${label}</a></li>`).join('')}</ul>${table(
      (group === 'DS003'
        ? [['단일회사 주요계정', '2019016']]
        : [
            ['공시검색', '2019001'],
            ['기업개황', '2019002'],
            ['고유번호', '2019018'],
          ]
      ).map(([label = '', id = '']) => [
        label,
        `<a href="/guide/detail.do?apiGrpCd=${group ?? 'DS001'}&apiId=${id}">바로가기</a>`,
      ]),
    )}`,
  );
/** Always 200; a code says what is wrong, and no key is a value that does not fit. */
const wrong = (r: Incoming): readonly [string, string] =>
  r.query.get('crtfc_key') ? ['010', '등록되지 않은 키입니다.'] : ['100', '필드의 부적절한 값입니다.'];
const inJson: Reply = (r) => {
  const [status, message] = wrong(r);
  return json(200, { status, message });
};
const inXml: Reply = (r) => {
  const [status, message] = wrong(r);
  return xml(
    200,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><result><status>${status}</status><message>${message}</message></result>`,
    { 'content-type': 'application/xml;charset=UTF-8' },
  );
};

/** Korean supervisor: filings of companies; a key by e-mail, in the query; errors under 200 with a code. */
export const opendart: World = {
  id: 'opendart',
  kind: 'provider',
  title:
    'Korean financial supervisor: a key after an e-mail is confirmed, in the query; numbered errors under 200; a Korean manual',
  target: home,
  dated: '2026-11',
  sources: [
    'opendart.fss.or.kr/guide/detail.do?apiGrpCd=DS001&apiId=2019018',
    'engopendart.fss.or.kr/guide/detail.do?apiGrpCd=DE001&apiId=AE00004',
    'github.com/jellygit/open_dart (how a key is got)',
    'velog.io/@papajake/w3rpa (how a key is got)',
  ],
  hosts: {
    'opendart.fss.or.kr': {
      routes: {
        'GET /robots.txt': { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>404</h1>' },
        'GET /': page(
          'OPEN DART',
          '<p>DART에 공시되고있는 공시보고서 원문 등을 오픈API를 통해 활용할 수 있습니다. 활용을 원하시는 누구든지(개인, 기업, 기관 등) 이용하실 수 있습니다.</p><a href="/intro/main.do">오픈API 소개</a><a href="/guide/main.do?apiGrpCd=DS001">개발가이드</a>',
        ),
        'GET /intro/main.do': page(
          '오픈API 소개',
          '<p>오픈API는 전자공시시스템의 공시정보를 XML 또는 JSON 형식으로 제공합니다. 이용 요금은 무료입니다.</p><h3>이용 절차</h3><ol><li>인증키 신청: 이메일 주소를 입력하고 약관에 동의합니다.</li><li>이메일로 발송된 인증 링크를 클릭하면 계정이 활성화되고 인증키가 즉시 발급됩니다.</li><li>인증키 신청/관리 &gt; 오픈API 이용현황에서 인증키(40자리)를 확인합니다.</li><li>개발가이드의 요청URL에 인증키를 <code>crtfc_key</code>로 넣어 호출합니다.</li></ol><h3>이용 한도</h3><p>개인: 일 20,000건. 기업(사업자등록번호로 가입): 호출 서버의 IP를 등록하면 한도가 늘어납니다.</p>',
        ),
        'GET /guide/main.do': (r) => list(r.query.get('apiGrpCd')),
        'GET /guide/detail.do': (r) => guides[r.query.get('apiId') ?? ''] ?? null,
        'GET /mng/apiUsageStatusView.do': redirect(302, '/uat/uia/egovLoginUsr.do'),
        'GET /uat/uia/egovLoginUsr.do': page(
          '로그인',
          '<form action="/uat/uia/actionLogin.do" method="post"><input type="email" name="id" placeholder="이메일"><input type="password" name="password" placeholder="비밀번호"><button>로그인</button></form><a href="/uss/umt/cmm/EgovMberSbscrbView.do">인증키 신청</a>',
        ),
        'GET /uss/umt/cmm/EgovMberSbscrbView.do': page(
          '인증키 신청',
          '<form action="/uss/umt/cmm/insert.do" method="post"><input type="email" name="email" placeholder="이메일" required><input type="password" name="password" required><label><input type="radio" name="se" value="P">개인</label><label><input type="radio" name="se" value="C">기업</label><label><input type="checkbox" name="agree">이용약관에 동의합니다</label><button>등록</button></form><p>입력하신 이메일로 인증 메일이 발송됩니다.</p>',
        ),
        'GET /cop/bbs/selectArticleList.do': page(
          '공지사항',
          '<ul><li>서비스 점검 안내</li><li>XBRL 재무제표 제공 안내</li></ul>',
        ),
        'GET /api/list.json': inJson,
        'GET /api/company.json': inJson,
        'GET /api/fnlttSinglAcnt.json': inJson,
        'GET /api/list.xml': inXml,
        'GET /api/company.xml': inXml,
        'GET /api/corpCode.xml': inXml,
        'GET /api/*': json(200, { status: '101', message: '부적절한 접근입니다.' }),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html lang="ko"><head><title>오류</title></head><body><p>요청하신 페이지를 찾을 수 없습니다.</p></body></html>',
      ),
    },
  },
  expect: expectation({
    apiBases: [home],
    tokenEndpoint: null,
    signals: {
      'structured-401': ['partial', 'fail'],
      'bearer-token': 'fail',
      ...keyApi,
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
    },
  }),
  why: {
    apiBases: 'request URLs of the guides, on the host that was typed',
    outcome: 'the listed addresses answer with a code that refuses',
    'structured-401': '200 with a code and a message; without a key the code only says that a value does not fit',
    'bearer-token': 'a key in the query is all that the guides know',
    'self-service-keys': 'an e-mail address and a click on the link in the mail: “인증키가 즉시 발급됩니다”',
    'manual-key-approval': 'nobody decides; firms register their IP for more calls',
    'browser-only-oauth': 'no OAuth',
    'session-cookie-only': 'the session belongs to the pages; the API takes a key in the query',
  },
};

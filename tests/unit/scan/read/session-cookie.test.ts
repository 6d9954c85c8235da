import { describe, expect, test } from 'vitest';
import { readPage } from '../../../../lib/scan/read/page/index.ts';
import { isLoginPage, looksLikeLogin, sessionCookieNames } from '../../../../lib/scan/read/session-cookie.ts';

describe('sessionCookieNames (CK3, CK4)', () => {
  test.each([
    'PHPSESSID',
    'JSESSIONID',
    'ASP.NET_SessionId',
    '.ASPXAUTH',
    '.AspNetCore.Cookies',
    '.AspNetCore.Session',
    '.AspNetCore.Identity.Application',
    'connect.sid',
    'sails.sid',
    'koa.sess',
    'koa:sess',
    'sessionid',
    'session',
    'laravel_session',
    'acme-session',
    'acme_session',
    '_acme_session',
    '_session_id',
    'rack.session',
    '_acme_key',
    'ci_session',
    'CAKEPHP',
    'PLAY_SESSION',
    'adonis-session',
    'CFID',
    'CFTOKEN',
    'SESS0123456789abcdef0123456789abcdef',
    'SSESS0123456789abcdef0123456789abcdef',
    'wordpress_logged_in_1a2b',
    'MoodleSession',
    '_gitlab_session',
    'i_like_gitea',
    'next-auth.session-token',
    '__Secure-authjs.session-token',
    'better-auth.session_token',
    'sb-abcdefgh-auth-token',
    '__session',
    'SESSION',
    'KEYCLOAK_SESSION',
    '__Host-session',
    '_rosterly_session',
  ])('%s is a session', (name) => {
    expect(sessionCookieNames([`${name}=abc123; Path=/; HttpOnly`])).toEqual([name]);
  });

  test.each([
    '__cf_bm',
    'cf_clearance',
    'AWSALB',
    'AWSALBCORS',
    '_ga',
    '_ga_ABC',
    '_gid',
    'incap_ses_1_2',
    'datadome',
    'ak_bmsc',
    'ARRAffinity',
    'cookie_consent',
    'locale',
    'csrftoken',
    'XSRF-TOKEN',
    'theme',
    'visitor_session',
  ])('%s is none', (name) => {
    expect(sessionCookieNames([`${name}=abc; Path=/`])).toEqual([]);
  });

  test('names once, in order; deleted, empty and malformed cookies are none', () => {
    expect(
      sessionCookieNames([
        'b_session=1',
        'PHPSESSID=2',
        'b_session=3',
        'a_session=; Max-Age=0',
        'c_session=deleted',
        '=x',
        'nonsense',
      ]),
    ).toEqual(['b_session', 'PHPSESSID']);
  });
});

describe('looksLikeLogin (CK1a, CK2)', () => {
  test.each([
    ['https://app.acme.com/login?next=%2Fapi', true],
    ['/users/sign_in', true],
    ['/signin', true],
    ['https://acme.com/sso/saml', true],
    ['https://id.acme.com/oauth2/authorize?client_id=1', true],
    ['/accounts/login/', true],
    ['https://accounts.google.com/ServiceLogin?continue=x', true],
    ['https://login.acme.com/u/login', true],
    ['https://login.acme.com/?redirect_uri=x', true],
    ['https://github.com/login?return_to=%2Fsettings', true],
    ['/wp-login.php?redirect_to=x', true],
    ['https://acme.com/auth/realms/x/protocol/openid-connect/auth?client_id=1', true],
    ['https://www.linkedin.com/uas/login', true],
    ['https://app.acme.com/session/new', true],
    ['https://app.acme.com/sessions/new', true],
    ['https://docs.acme.com/authentication/', false],
    ['https://docs.acme.com/api/login', false],
    ['https://acme.com/docs/login-with-acme', false],
    ['https://api.acme.com/v1/users/', false],
    ['https://developers.acme.com/', false],
    ['https://acme.com/en', false],
    ['https://acme.com/catalog?next=2', false],
    ['javascript:login()', false],
    ['not a url at all', false],
  ])('%s -> %s', (location, expected) => {
    expect(looksLikeLogin(location, 'https://api.acme.com/v1/users')).toBe(expected);
  });

  test('https, www and a trailing slash lead to the same place', () => {
    expect(looksLikeLogin('https://acme.com/auth/v1/', 'http://www.acme.com/auth/v1')).toBe(false);
    expect(looksLikeLogin('https://acme.com/login')).toBe(true);
  });
});

describe('isLoginPage', () => {
  test.each([
    [
      '<title>Sign in - Acme</title><form action="/session" method="post"><input name="email" type="email"><input name="password" type="password"><button>Sign in</button></form>',
      true,
    ],
    ['<title>Acme</title><form><input name="user"><input type="password"></form>', true],
    ['<title>Log in | Acme</title><h1>Welcome</h1><form method="post"><input name="username"></form>', true],
    [
      '<title>Sign up | Acme</title><h1>Create your account</h1><form method="post"><input name="email"><input type="password"><button>Create account</button></form>',
      false,
    ],
    ['<title>Acme</title><form><input name="q" type="search"></form>', false],
    [
      '<title>Contact</title><form><input name="your-name"><textarea name="your-message"></textarea><button>Send</button></form>',
      false,
    ],
    [
      '<title>Login - Acme</title><noscript>Enable JavaScript</noscript><div id="root"></div><script src="/a.js"></script>',
      true,
    ],
    [
      '<title>Acme docs: Login with Acme</title><p>Read how to add our login to your site with a few lines of code, step by step, for every platform that we know of and some more.</p>',
      false,
    ],
  ])('%s', (text, expected) => {
    expect(isLoginPage(readPage({ text, contentType: 'text/html', url: 'https://app.acme.com/x', evidence: [] }))).toBe(
      expected,
    );
  });
});

/** Browser sessions and logins for people, as fingerprints (STANDARDS §8). */
import type { Page } from '../types.ts';
import { formPurpose } from './form-purpose.ts';
import { Names } from '../names.ts';
import { plainName, urlOf, withoutSlash } from '../text.ts';

/** CK3: names that frameworks give to a browser session, without `__Secure-` or `__Host-`, lower case. */
const SESSION = new Names(
  'phpsessid jsessionid* asp.net_sessionid .aspxauth .aspnetcore.cookies* .aspnetcore.session* .aspnetcore.identity.* aspsessionid* ' +
    'connect.sid sails.sid koa.sess koa.sess.sig koa:sess koa:sess.sig sessionid session session_id sid _session_id rack.session ci_session ' +
    'cakephp play_session cfid cftoken wordpress_logged_in_* moodlesession* i_like_gitea next-auth.session-token* next-auth.session_token* ' +
    'authjs.session-token* authjs.session_token* better-auth.session-token* better-auth.session_token* __session keycloak_session* ' +
    'frappe_sid dtcookie',
);
/** Prefixes by which a cookie binds itself to its origin (RFC 6265bis §4.1.3). */
const PREFIXED = new Names('__secure-* __host-*');
/** What applications put their own name into: those of Rails, Laravel and those who follow them, Drupal, Supabase. */
const NAMED_SESSION =
  /^(?:[a-z0-9_.-]{1,60}[_-]session(?:[_-]?id)?|_[a-z0-9][a-z0-9_.-]{0,60}_key|s?sess[0-9a-f]{32}|sb-[a-z0-9]+-auth-token.*)$/;
/** CK4: balancers, bot managers, analytics, consent, locale and CSRF cookies, which name no session of a person. */
const NOT_SESSION = new Names(
  '__cf* cf_* _cfuvid awsalb* aws-waf* _ga* _gid _gat* incap_ses_* visid_incap* nlbi_* datadome ak_bmsc bm_* _abck _px* arraffinity* ' +
    '_dd_s optimizely* ajs* amplitude* mp* _hj* hubspot* _hs* __hs*',
);
const NOT_SESSION_WORD =
  /consent|cookie[-_]?policy|gdpr|locale|lang(?:uage)?$|currency|csrf|xsrf|analytics|visitor|tracking|utm/;

/** What a cookie is set to that opens no session: it is being taken back. */
const DELETED = new Names('"" delete deleted');

/**
 * Names of the session cookies among Set-Cookie lines, as written, each once (STANDARDS CK3; CK4 are left out).
 * `session` alone is generic (Flask, Starlette) and is listed all the same: it is one sign of at least two that CK1 asks for.
 */
export function sessionCookieNames(setCookies: readonly string[]): string[] {
  const names = new Set<string>();
  for (const line of setCookies.slice(0, 200)) {
    const equals = line.indexOf('=');
    if (equals <= 0 || equals > 200) continue;
    const name = line.slice(0, equals).trim();
    const value = line.slice(equals + 1, line.indexOf(';', equals) < 0 ? undefined : line.indexOf(';', equals)).trim();
    if (value === '' || DELETED.has(value)) continue;
    const bare = PREFIXED.has(name) ? name.slice(name.indexOf('-') + 1).toLowerCase() : name.toLowerCase();
    if (NOT_SESSION.has(bare) || NOT_SESSION_WORD.test(bare)) continue;
    if (SESSION.has(bare) || NAMED_SESSION.test(bare)) names.add(name);
  }
  return [...names];
}

/** CK1a: whole path segments. */
const LOGIN_SEGMENT = new Names(`
  login log-in log_in logon log-on signin sign-in sign_in signon sign-on sso saml saml2 servicelogin authwall account-login user-login
  wp-login.php login.php login.asp login.aspx login.htm login.html login.jsp login.do login.action
  anmelden connexion iniciar-sesion
`);
const LOGIN_PLACE = new Names('auth account accounts idp');
const NEW_SESSION = new Names('*/session/new/* */sessions/new/*');
const OAUTH = new Names('oauth oauth2');
const AUTHORIZE = new Names('authorize authorization');
const LOGIN_HOST = new Names('login.* signin.* sso.* account.* accounts.* auth.* idp.* identity.*');
/** A parameter that says where to go afterwards, without underscores. */
const RETURN_KEY = new Names(
  'return returnurl returnto returnpath next redirect redirecturi redirecturl redirectto relaystate continue redir goto dest destination ' +
    'back backurl backto from service r rd',
);
const FOR_PEOPLE = new Names('*auth* *account* *user* *member* *session* *portal* *welcome*');
const DOCS =
  /^(?:docs?|developers?|dev|help|support|learn|api-docs|documentation|status)\.|\/(?:docs?|documentation|developers?|reference|guides?|help|api-docs|swagger|openapi)(?:\/|\.|$)/i;

/**
 * Whether a redirect target or URL is a login for people (STANDARDS CK1a). `location` may be relative to `from`, the URL that was asked.
 * A redirect that only changes the scheme, a `www.` or a trailing slash is none, nor is one to documentation (CK2).
 */
export function looksLikeLogin(location: string, from: string | null = null): boolean {
  const target = parse(location, from);
  if (target === null) return false;
  const source = from === null ? null : parse(from, null);
  if (source !== null && samePlace(source, target)) return false;
  // RFC 6749 §4.1.1: an authorization request, whatever its address is called.
  if (target.searchParams.has('response_type') && target.searchParams.has('client_id')) return true;
  const segments = target.pathname.split('/').filter((segment) => segment !== '');
  const loginSegment = segments.slice(0, 12).some((segment) => LOGIN_SEGMENT.has(segment));
  if (DOCS.test(target.host + target.pathname)) {
    const last = segments[segments.length - 1] ?? '';
    return LOGIN_SEGMENT.has(last) && returns(target);
  }
  if (loginSegment) return true;
  if (segments.some((segment) => LOGIN_PLACE.has(segment)) || NEW_SESSION.has(`${target.pathname}/`)) return true;
  // `/oauth2/authorize`, with or without a version between.
  const oauth = segments.findIndex((segment) => OAUTH.has(segment));
  if (oauth >= 0 && segments.slice(oauth + 1, oauth + 3).some((segment) => AUTHORIZE.has(segment))) return true;
  // A host for logins, or a page that is told where to send the visitor back to.
  return LOGIN_HOST.has(target.host)
    ? segments.length === 0 || returns(target)
    : returns(target) && FOR_PEOPLE.has(target.pathname);
}

const LOGIN_WORDS =
  /\blog[ -]?in\b|\blogin\b|\bsign[ -]?in\b|\blog ?on\b|\banmeld|\beinloggen\b|se connecter|\bconnexion\b|iniciar sesi|\bentrar\b|\baccedi\b|\binloggen\b|zaloguj|ログイン|登录|登錄|로그인/i;

/** What a field for the name of a person is called. */
const WHO = new Names('*email* *e-mail* *user* *login* *identifier* *session_key* *account*');

/** Whether a page is a login form for people: a password field (STANDARDS CK1b) or a name field under a log-in title, and not a sign-up form. */
export function isLoginPage(page: Page): boolean {
  for (const form of page.forms) {
    const purpose = formPurpose({ ...form, title: page.title, url: page.url });
    if (purpose !== 'log-in') continue;
    if (form.fields.some((field) => field.type === 'password')) return true;
    if (form.fields.some((field) => WHO.has(field.name) || field.type === 'email')) return true;
  }
  // An application shell holds no form until its script runs: only its title speaks.
  return (
    page.needsScript &&
    page.forms.length === 0 &&
    LOGIN_WORDS.test(page.title) &&
    !/sign[ -]?up|register/i.test(page.title)
  );
}

function returns(url: URL): boolean {
  return [...url.searchParams.keys()].some((key) => RETURN_KEY.has(plainName(key)));
}

function samePlace(a: URL, b: URL): boolean {
  const host = (url: URL) => url.hostname.replace(/^www\./, '');
  const path = (url: URL) => withoutSlash(url.pathname).toLowerCase();
  return host(a) === host(b) && path(a) === path(b);
}

function parse(url: string, base: string | null): URL | null {
  const parsed = url.length > 8_192 ? null : urlOf(url, base ?? undefined);
  return parsed?.protocol === 'http:' || parsed?.protocol === 'https:' ? parsed : null;
}

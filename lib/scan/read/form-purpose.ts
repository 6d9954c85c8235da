/** What a form is for, judged the way a person would: by where it sends, what it is called, what it asks. */

import { anyOf } from '../names.ts';

export type FormPurpose = 'sign-up' | 'log-in' | 'key' | 'token' | 'other';

export interface FormClues {
  /** Absolute or relative action, null when absent. */
  action: string | null;
  fields: readonly { name: string; type: string }[];
  /** Labels, buttons and the nearest heading. */
  text: string;
  /** Title of the page. */
  title: string;
  url: string;
}

const KEY = anyOf([
  String.raw`\b(?:create|get|generate|request|new|issue|show|reveal|your)\b.{0,30}\b(?:api|access|secret|developer|client)[ _-]?(?:keys?|tokens?|secrets?|credentials)\b`,
  String.raw`\bapi[ _-]?keys?\b`,
  'api-?schlüssel',
  'clé api',
  'clave (?:de )?api',
  'apiキー',
  'api ?密钥',
  'api ?키',
]);
const TOKEN = /\/(?:oauth2?\/)?(?:access_)?token\b/i;
const OTHER = anyOf([
  'newsletter',
  'subscribe',
  'mailing list',
  'contact',
  'get in touch',
  'send (?:us )?(?:a )?message',
  'book a demo',
  'request a demo',
  'talk to (?:sales|us)',
  'enquir',
  'inquir',
  'feedback',
  'comment',
  'search',
  'suche',
  'recherche',
  'buscar',
  'kontakt',
  'contacto',
  'coupon',
  'checkout',
  'payment',
]);
const SIGN_UP = anyOf([
  'sign[ _-]?up',
  String.raw`\bregist(?:er|ration|rieren|rierung)`,
  String.raw`create (?:an? |your |my )?(?:\w+ )?account`,
  String.raw`\bjoin(?: now| free|\b)`,
  'get started',
  'start (?:for )?free',
  'start (?:your )?(?:free )?trial',
  'konto (?:anlegen|erstellen|eröffnen)',
  "s['’]inscrire",
  'inscription',
  'créer (?:un|votre) compte',
  'regístr',
  'registrar',
  'crear (?:una |tu )?cuenta',
  'criar (?:uma )?conta',
  'cadastr',
  'registrati',
  'crea (?:un )?account',
  'account aanmaken',
  'aanmelden',
  'zarejestruj',
  'załóż konto',
  '新規登録',
  '会員登録',
  'アカウント作成',
  '注册',
  '註冊',
  '회원 ?가입',
  'onboarding',
]);
const LOG_IN = anyOf([
  'log[ _-]?in',
  String.raw`sign[ _-]?in\b`,
  String.raw`sign[ _-]?on\b`,
  'logon',
  String.raw`\bsessions?\b(?!id)`,
  'anmeld',
  'einloggen',
  'connexion',
  'se connecter',
  'iniciar sesión',
  'acceder',
  'entrar',
  'accedi',
  'inloggen',
  'zaloguj',
  'logowanie',
  'ログイン',
  'サインイン',
  '登录',
  '登錄',
  '로그인',
  'forgot(?:ten)? (?:your )?password',
  'remember me',
  'welcome back',
]);

const MESSAGE_FIELD =
  /^(?:.*[-_[])?(?:message|comments?|subject|enquiry|inquiry|feedback|nachricht|mensaje|betreff)\]?$/i;
const SEARCH_FIELD = /^(?:q|query|s|search|keywords?)$/i;

/**
 * Judges one form. Its own action, field names, buttons and heading outrank the page's title and URL, because one page often
 * holds several forms; "Already registered? Log in" below a sign-up form must not win over its button.
 */
export function formPurpose(form: FormClues): FormPurpose {
  const fields = form.fields.filter((field) => field.type !== 'hidden' && field.type !== 'submit');
  const passwords = fields.filter((field) => field.type === 'password').length;
  const action = path(form.action);
  const page = path(form.url);
  if (passwords === 0) {
    if (fields.some((field) => field.type === 'search' || SEARCH_FIELD.test(field.name))) return 'other';
    if (fields.some((field) => field.type === 'textarea' || MESSAGE_FIELD.test(field.name)) && !KEY.test(form.text))
      return 'other';
    if (TOKEN.test(action)) return 'token';
  }
  const own = form.text.slice(0, 400);
  for (const clue of [action, own, page, form.title]) {
    const told = clue === '' ? null : purposeIn(clue, passwords, clue !== form.title || fields.length > 0);
    if (told !== null) return told;
  }
  if (passwords > 1) return 'sign-up';
  return passwords === 1 ? 'log-in' : 'other';
}

/** What one clue says; of several purposes, the one that is named first. `mayBeKey`: it is more than the title of a page without fields. */
function purposeIn(clue: string, passwords: number, mayBeKey: boolean): FormPurpose | null {
  const signUp = clue.search(SIGN_UP);
  const logIn = clue.search(LOG_IN);
  const key = clue.search(KEY);
  if (passwords === 0 && signUp < 0 && logIn < 0 && key < 0) return OTHER.test(clue) ? 'other' : null;
  if (key >= 0 && passwords === 0 && mayBeKey) return 'key';
  if (signUp >= 0 && (logIn < 0 || signUp <= logIn || passwords > 1)) return 'sign-up';
  if (logIn < 0) return null;
  return passwords > 1 ? 'sign-up' : 'log-in';
}

function path(url: string | null): string {
  if (url === null) return '';
  const found = /^(?:[a-z]+:\/\/[^/?#]*)?([^#]{0,300})/i.exec(url);
  return found?.[1] ?? '';
}

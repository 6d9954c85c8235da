/** Does an error text speak of credentials? A vocabulary over normalised text, for the languages that APIs answer in. */
import { anyOf, oneOf } from '../names.ts';
import { oneLine } from '../text.ts';

/** Things called token or key that open no door. Removed before the vocabulary is read. */
const OTHER_TOKENS = anyOf(
  [
    String.raw`\b${oneOf(
      'unexpected csrf xsrf antiforgery forgery page pagination next continuation sync cursor syntax illegal lexer json device push ' +
        'idempotency primary foreign sort partition object cache',
    )} (?:tokens?|keys?)\b`,
    String.raw`\binvalid token (?:in json|at position)\b`,
    String.raw`\bauthority\b`,
  ],
  'g',
);

/** Paths and URLs say where something is, not what is missing. */
const PLACES = /\bhttps?:\/\/[^\s"'<>]{1,2000}|(?:^|[\s"'(=])\/[^\s"'<>)]{0,2000}/g;

const ENGLISH = anyOf(
  [
    String.raw`\btokens?\b`,
    String.raw`\b${oneOf(
      'api app application access account client consumer developer licence license private public secret service subscription user auth ' +
        'integration x',
    )}(?: api)? ?keys?\b`,
    String.raw`\bkey (?:is |was )?(?:missing|required|invalid|not (?:valid|found|provided|recogni[sz]ed))\b`,
    String.raw`\b(?:missing|invalid|no|valid|provide an?|your) key\b`,
    String.raw`\b(?:un|de)?auth(?:n|z|ed|enticat\w*|ori[sz](?:ation|ed|e|ing))?\b`,
    String.raw`\bunauth(?:ori[sz]ed|enticated)\b`,
    String.raw`\boauth ?[12]?\b`,
    String.raw`\bbearer\b`,
    String.raw`\bjwt\b`,
    String.raw`\bcredentials?\b`,
    String.raw`\bpasswords?\b`,
    String.raw`\busername\b`,
    String.raw`\blog(?:ged|ging)? ?[io]n\b`,
    String.raw`\blogin\b`,
    String.raw`\bsign(?:ed|ing)? ?in\b`,
    String.raw`\bsession\b`,
    String.raw`\bsignature\b`,
    String.raw`\bclient (?:id|secret)\b`,
    String.raw`\b(?:app ?id|api ?(?:user|account|client|id|login))\b`,
  ],
  '',
);

const OTHERS = anyOf(
  [
    // German, Dutch, Nordic
    'authentifizier',
    'authentisier',
    'autorisier',
    'anmeld',
    'angemeldet',
    'eingeloggt',
    'zugangsdaten',
    'kennwort',
    'passwort',
    'schlüssel',
    'inloggen',
    'ingelogd',
    'aangemeld',
    'toegangs',
    'autentiser',
    'logga in',
    'logg inn',
    'behörighet',
    'adgang',
    // French, Spanish, Portuguese, Italian
    'authentif',
    'identifiants?',
    'jeton',
    'non autoris',
    'connecté',
    'mot de passe',
    'clé (?:d.)?api',
    'autentic',
    'autoriza',
    'autorizza',
    'credencia',
    'credenzial',
    'iniciar sesión',
    'inicie sesión',
    'contraseña',
    'senha',
    'clave',
    'chave',
    'chiave',
    // Polish, Czech, Russian, Ukrainian, Turkish
    'uwierzyteln',
    'autoryzac',
    'zaloguj',
    'přihlá',
    'overen',
    'авториз',
    'аутентиф',
    'токен',
    'ключ',
    'парол',
    'войдите',
    'yetkisiz',
    'kimlik',
    'giriş',
    'oturum',
    // Chinese, Japanese, Korean
    '认证',
    '認證',
    '授权',
    '授權',
    '令牌',
    '密钥',
    '密鑰',
    '登录',
    '登錄',
    '登入',
    '鉴权',
    '凭证',
    '憑證',
    '認証',
    'ログイン',
    'トークン',
    '資格情報',
    '인증',
    '로그인',
    '토큰',
    '자격',
  ],
  '',
);

/**
 * Whether the text speaks of credentials: a token, a key, authentication, a login. Words of refusal alone ("forbidden", "access
 * denied", "no permission") do not count, since they also refuse those who have credentials (RFC 9110 §15.5.4).
 */
export function speaksOfCredentials(text: string): boolean {
  const plain = oneLine(
    text
      .slice(0, 4000)
      .replace(PLACES, ' ')
      .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .toLowerCase()
      .replaceAll(/[_\-./]+/g, ' '),
  ).replace(OTHER_TOKENS, ' ');
  return ENGLISH.test(plain) || OTHERS.test(plain);
}

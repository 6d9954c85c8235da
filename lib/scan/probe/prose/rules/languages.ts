/** Self-service, approval, expiry and renewal in languages other than English (STANDARDS §9). Each needs both words in one sentence. */
import type { Topic } from '../../../types.ts';
import { clauseAround } from '../negation.ts';
import type { Unit } from '../units.ts';
import { PROSE, type Rule, ANY_TEXT } from '../rule.ts';

interface Language {
  /** Words of negation of this language only: Portuguese `no` means "in the". */
  negation: string;
  /** What is got: keys, tokens, credentials. */
  credential: string;
  /** The API or access to it. */
  subject: string;
  /** Verbs of getting it oneself. */
  make: string;
  /** Verbs and nouns of asking and being approved. */
  ask: string;
  /** Words that make an approval hit mean something else. */
  not: RegExp;
  /** Signing up, as a whole pattern. */
  signUp?: string;
  expires?: string;
  never?: string;
}

const LANGUAGES: readonly Language[] = [
  {
    negation: '(?:nicht|kein\\w*|ohne|nie)',
    credential: '(?:client[ -]?(?:id|secret)s?|secret keys?|app ?(?:id|secret|key)s?|api[- ]?(?:keys?|tokens?)|(?:api|zugriffs|zugangs|geheim|client|persönlich\\w*)[ -]?(?:schlüssel\\w*|keys?|tokens?|daten|secrets?|zugang)|schlüsselpaar|tokens?(?![\\p{L}])|zugangsdaten|zugangs-id|sicherheitsschlüssel|api-zugriff)',
    subject: '(?:api|schnittstelle\\w*|zugang\\w*|zugriff\\w*|zugangsdaten|api-?schlüssel|entwicklerkonto|sandbox|schlüssel)',
    make: '(?:erstell\\w*|generier\\w*|anleg\\w*|anzulegen|leg(?:en|t)\\b|erzeug\\w*|abruf\\w*|kopier\\w*|find(?:en|est|et)\\b|einseh\\w*)',
    ask: '(?:beantrag\\w*|antrag\\w*|freischalt\\w*|freigeschalt\\w*|freigabe|prüfung|geprüft|genehmig\\w*|warteliste|auf anfrage|vertrieb|kontaktieren sie|wenden sie sich|schreiben sie (?:uns|an)|anfrage an|nur für (?:partner|ausgewählte)|lizenz\\b|zulassung|setzt\\b[^.;]{0,40}\\bvoraus)',
    not: /sofort|automatisch|rechnung|urlaub|zahlung|vorlage|zugriffstoken (?:beantragen|anfordern)|änderung|bewerbung auf/i,
    signUp: '\\b(?:konto (?:anlegen|erstellen|eröffnen)|(?:erstellen|legen|eröffnen) sie (?:ein|ihr) (?:kostenloses |neues )?(?:konto|kundenkonto|entwicklerkonto)|registrieren sie sich)',
    expires: '(?:läuft|laufen|verfällt|verfallen|gültig|gültigkeit\\w*|ablauf\\w*|abgelaufen)', never: '(?:unbegrenzt gültig|laufen nicht ab|läuft nicht ab|verf(?:ällt|allen) nicht|kein ablaufdatum)',
  },
  {
    negation: '(?:pas|aucune?|sans|jamais)',
    credential: "(?:client[ -]?(?:id|secret)s?|secret keys?|app ?(?:id|secret|key)s?|api[- ]?(?:keys?|tokens?)|clés?(?: secrète| privée)? (?:d'|de l'|pour l')?api|clés? secrètes?|clés? d'accès|jetons?(?: d'accès| personnel\\w*| api| d'api)?|identifiants(?: api| d'api| client)?|(?<!mots?[ -])clés?|tokens?(?: d'api| api)?|clé api)",
    subject: "(?:apis?\\b|accès|production|clés?\\b|identifiants|compte développeur|bac à sable|sandbox)",
    make: "(?:génér(?:ez|er|e)|cré(?:ez|er|e)\\b|obten(?:ez|ir)|récupér(?:ez|er)|copi(?:ez|er)|trouver(?:ez)?|consult(?:ez|er)|se trouve(?:nt)?|affichée?s?|s'obtient|s'obtiennent|libre-service)",
    ask: "(?:demand(?:e|er|ez) (?:d'accès|l'accès|un accès|d'habilitation|une clé|vos clés|vos identifiants)|demande d'accès|sur demande|après (?:validation|approbation|examen|étude|vérification)|sous réserve (?:de validation|d'approbation|d'acceptation)|soumis(?:e|es)? à (?:validation|approbation|habilitation|examen)|validation (?:de votre|n'est|est|préalable|manuelle|par nos)|approbation|liste d'attente|contact(?:ez|er) (?:notre|nos|votre|l'équipe)|contactez-nous|habilitation|réservée? aux partenaires)",
    not: /automatique|immédiat|facture|congé|paiement|jeton d'accès en échange|modèle de message|données personnelles|rgpd/i,
    signUp: "\\b(?:créez (?:un|votre) compte|créer un compte|inscrivez-vous|s'inscrire)\\b",
    expires: '(?:expir\\w*|valables?|validité|valides?|durée de vie)', never: "(?:n'expir\\w+ (?:pas|jamais)|sans (?:date d')?expiration)",
  },
  {
    negation: '(?:no|sin|nunca|ning[uú]n\\w*)',
    credential: '(?:client[ -]?(?:id|secret)s?|secret keys?|app ?(?:id|secret|key)s?|api[- ]?(?:keys?|tokens?)|(?:claves?|llaves?)(?: secretas?| privadas?)?(?: de| del?)?(?: la)? api\\b|claves? (?:secreta|privada)s?|api keys?|tokens?(?: de api| personal\\w*)?|credenciales)',
    subject: '(?:apis?\\b|acceso|producción|claves?|credenciales|cuenta de desarrollador|sandbox|tokens?)',
    make: '(?:gener(?:a|ar|e|as|en)\\b|cre(?:a|ar|e|as)\\b|obt(?:én|ener|enga|ienes)|consigue|copi(?:a|ar|e)\\b|encuentr\\w*|encontrar\\w*)',
    ask: '(?:solicit(?:a|ar|e|ud|udes|en) (?:de |el |tu |su |una |las )*(?:acceso|api|claves?|credenciales|alta)|sujet[oa]s? a (?:la )?(?:aprobación|revisión|validación)|previa (?:aprobación|validación|solicitud)|tras (?:la )?(?:aprobación|revisión|validación)|aprobación|env[ií](?:e|a|ar) (?:la|una|su|tu) solicitud|lista de espera|contact(?:e|a|ar|en) (?:con|a)|póngase en contacto|ponte en contacto|bajo (?:petición|solicitud))',
    not: /token de acceso|factura|vacaciones|plantilla|automátic|inmediat|datos personales|pago/i,
    signUp: '\\b(?:crea (?:una|tu) cuenta|cree una cuenta|regístr(?:ate|ese)|crear una cuenta)\\b',
    expires: '(?:caduc\\w*|expir\\w*|válid[oa]s?|vigencia|validez|vence\\w?)', never: '(?:no (?:caduca|caducan|expira|expiran|vence|vencen)|sin (?:fecha de )?(?:caducidad|vencimiento|expiración))',
  },
  {
    negation: '(?:não|sem|nunca|nenhum\\w*)',
    credential: '(?:client[ -]?(?:id|secret)s?|secret keys?|app ?(?:id|secret|key)s?|api[- ]?(?:keys?|tokens?)|chaves?(?: secretas?| privadas?)?(?: de| da)?(?: acesso à)? api\\b|chaves? (?:secreta|privada)s?|api keys?|tokens?(?: de api| pessoal\\w*)?|credenciais)',
    subject: '(?:apis?\\b|acesso|produção|chaves?|credenciais|conta de desenvolvedor|sandbox|tokens?)',
    make: '(?:ger(?:e|ar|a)\\b|cri(?:e|ar|a)\\b|obt(?:enha|er|ém)|copi(?:e|ar)\\b|encontr\\w*|consiga)',
    ask: '(?:solicit(?:e|ar|a|ação) (?:de |o |seu |sua |as )*(?:acesso|api|chaves?|credenciais)|sujeit[oa]s? (?:a|à) (?:aprovação|análise|revisão)|após (?:a )?(?:aprovação|análise|validação)|aprovação|lista de espera|fale com (?:o |a |nosso |nossa )?(?:vendas|comercial|equipe|suporte)|entre em contato|mediante solicitação|homologação)',
    not: /token de acesso|fatura|férias|modelo de mensagem|automátic|imediat|dados pessoais|pagamento/i,
    signUp: '\\b(?:crie (?:uma|sua) conta|cadastre-se|criar uma conta)\\b',
    expires: '(?:expir\\w*|válid[oa]s?|validade|vence\\w?)', never: '(?:não (?:expira|expiram|vence|vencem)|sem (?:data de )?(?:expiração|validade))',
  },
  {
    negation: '(?:non|senza|nessun\\w*)',
    credential: '(?:client[ -]?(?:id|secret)s?|secret keys?|app ?(?:id|secret|key)s?|api[- ]?(?:keys?|tokens?)|chiav[ei](?: segret[ae]| privat[ae])?(?: dell\'| di| per l\')? ?api\\b|chiav[ei] (?:segret[ae]|privat[ae])|api key|token(?: api| personal\\w*)?|credenziali)',
    subject: '(?:apis?\\b|accesso|chiav[ei]|credenziali|account sviluppatore|sandbox)',
    make: '(?:gener(?:a|are|ate|i)\\b|cre(?:a|are|ate|i)\\b|otten(?:ere|ete|i)\\b|ottieni|copi(?:a|are|ate)\\b|trov\\w*)',
    ask: "(?:richied(?:i|ere|ete|a) (?:l'|un |le )?(?:accesso|api|chiav[ei]|credenziali)|richiesta di accesso|previa (?:approvazione|verifica|richiesta)|soggett[oaie] ad? (?:approvazione|verifica)|dopo (?:l')?(?:approvazione|la verifica|la revisione)|approvazione|lista d'attesa|contatta(?:re|te)? (?:il|le|la|i|noi)|contattaci|su richiesta)",
    not: /token di accesso|fattura|ferie|automatic|immediat|dati personali|pagamento/i,
    signUp: "\\b(?:crea un account|registrati|registratevi)\\b",
    expires: '(?:scad\\w*|valid[oaie]|validità)', never: '(?:non scad(?:e|ono)|senza scadenza)',
  },
  {
    negation: '(?:niet|geen|zonder|nooit)',
    credential: '(?:client[ -]?(?:id|secret)s?|secret keys?|app ?(?:id|secret|key)s?|api[- ]?(?:keys?|tokens?)|api[- ]?(?:sleutels?|keys?|tokens?)|toegangssleutels?|toegangstokens?|inloggegevens|client secret)',
    subject: '(?:api\\w*|toegang|sleutels?|ontwikkelaarsaccount|sandbox)',
    make: '(?:maak\\w*|genereer\\w*|genereren|aanmaken|aangemaakt|kopieer|vind\\w*|vraag op)',
    ask: '(?:vraag(?:t|en)?(?=[^.;]{0,50}\\baan\\b)|aanvraag\\w*|aanvragen|na goedkeuring|goedkeuring|goedgekeurd|wachtlijst|neem contact op|op aanvraag|beoordel\\w*)',
    not: /factuur|verlof|automatisch|direct beschikbaar|betaling/i,
    signUp: '\\b(?:maak een account|registreer je|account aanmaken)\\b',
    expires: '(?:verloop\\w*|verlopen|geldig\\w*)', never: '(?:verlo(?:opt|pen) niet|onbeperkt geldig)',
  },
  {
    negation: '(?:nie|bez|żadn\\w*)',
    credential: '(?:client[ -]?(?:id|secret)s?|secret keys?|app ?(?:id|secret|key)s?|api[- ]?(?:keys?|tokens?)|klucz\\w* (?:do )?api|token\\w*(?: api)?|dane uwierzytelniające|klucz\\w*)',
    subject: '(?:api|dostęp\\w*|klucz\\w*|konto dewelopera)',
    make: '(?:wygeneruj\\w*|wygenerować|utwórz|utworzyć|stwórz|skopiuj|znajdziesz|uzyskaj|pobierz)',
    ask: '(?:poproś o|wniosek|wniosk\\w*|po (?:akceptacji|zatwierdzeniu|weryfikacji)|akceptacj\\w*|zatwierdz\\w*|lista oczekujących|liście oczekujących|skontaktuj się|na życzenie|na zapytanie)',
    not: /faktur|urlop|automatycznie|natychmiast|płatno/i,
    signUp: '\\b(?:załóż konto|zarejestruj się)',
    expires: '(?:wygasa\\w*|ważn\\w*)', never: '(?:nie wygasa\\w*)',
  },
];

const CJK: readonly Language[] = [
  {
    negation: '(?:不要|必要(?:は)?(?:ありません|ない)|なしで?|できません)',
    credential: '(?:APIキー|アクセストークン|APIトークン|シークレット(?:キー)?|クライアントID|Client ?(?:ID|Secret)|API ?(?:Key|Token)|認証情報|アクセスキー|トークン)', subject: '(?:API|キー|アクセス|サンドボックス|利用)',
    make: '(?:発行|生成|取得|作成|コピー|確認)', ask: '(?:利用申請|申請|審査|承認|お問い合わせ|お問合せ|ウェイトリスト|招待制)', not: /交換|認可コード|リフレッシュ|不要|必要ありません|申請なし|請求書|休暇|テンプレート/,
    signUp: '(?:アカウントを(?:作成|登録)|会員登録|新規登録|アカウント登録)', expires: '(?:有効期限|有効期間|失効|有効)', never: '(?:無期限|有効期限(?:は)?(?:ありません|なし)|失効しません)',
  },
  {
    negation: '(?:不需要|无需|無需|无须|不用|不能|无法)',
    credential: '(?:API ?(?:密钥|密鑰|Key|令牌|Token)|密钥|密鑰|访问令牌|Access ?Key|AppSecret|AppKey|App ?ID|凭证|Secret|Token)', subject: '(?:API|接口|权限|密钥|接入|开放平台|沙箱)',
    make: '(?:创建|建立|生成|获取|取得|复制|查看|新建|領取|申领)', ask: '(?:申请接入|提交申请|申请权限|申请开通|审核通过|人工审核|审核|审批|联系(?:我们|商务|客服)|商务开通|白名单|内测|等候名单)', not: /无需|無需|不需要|自动审核|换取|授权码|刷新|发票|请假|模板|退款/,
    signUp: '(?:注册(?:账号|帐号|账户|开发者)|創建帳號|注册并登录)', expires: '(?:有效期|过期|失效|有效时间)', never: '(?:永久有效|不会过期|长期有效|永不过期)',
  },
  {
    negation: '(?:없이|불필요|필요 ?없|할 수 없)',
    credential: '(?:API ?키|액세스 ?토큰|토큰|시크릿|인증 ?키|앱 ?키|비밀 ?키|클라이언트 ?ID|Client ?(?:ID|Secret)|API ?Key)', subject: '(?:API|키|이용|접근|권한|샌드박스)',
    make: '(?:발급|생성|만들|복사|확인|조회)', ask: '(?:이용 ?신청|신청|승인|심사|검토|문의|대기 ?명단)', not: /필요 ?없|불필요|즉시|자동 ?승인|인가 ?코드|휴가|템플릿/,
    signUp: '(?:회원 ?가입|계정을 ?(?:만들|생성))', expires: '(?:유효 ?기간|만료)', never: '(?:만료되지 ?않|무기한)',
  },
];

/** An OAuth exchange also "gets a token": those sentences are about the protocol. */
const PROTOCOL = /grant_?type|authorization code|autorisierungscode|code d'autorisation|código de autorización|código de autorização|\/token\b|refresh|認可コード|授权码|인가 ?코드|POST \//i;

/** Words that only English uses: "token" and "create" are Italian too, a sentence with "the" in it is not. */
const ENGLISH = /\b(?:the|and|your|you|of|with|are|is|from|this|that|when|by|to|which|may|can|then|must|any|has|have|for|each|every)\b/i;

const rules: Rule[] = [];
const add = (topic: Topic, strength: 1 | 2 | 3, source: string, rest: Partial<Rule> = {}) => {
  rules.push({ topic, strength, pattern: new RegExp(source, 'giu'), where: rest.where ?? PROSE, ...rest });
};

/** The hit with four words before and after it, inside its clause (WD3); CJK negates at the end of the clause. */
function neighbourhood(unit: Unit, match: RegExpExecArray, latin: boolean): string {
  const end = match.index + match[0].length;
  const [from, to] = clauseAround(unit.text, match.index, end);
  const before = unit.text.slice(from, match.index).trim().split(/\s+/).slice(-4).join(' ');
  const after = latin ? unit.text.slice(end, to).trim().split(/\s+/).slice(0, 4).join(' ') : unit.text.slice(end, Math.min(to, end + 24));
  return `${before} ${match[0]} ${after}`;
}

for (const [index, language] of [...LANGUAGES, ...CJK].entries()) {
  const latin = index < LANGUAGES.length;
  const gap = latin ? '[^.;|]{0,70}?' : '[^。；;|]{0,30}?';
  const edge = latin ? '(?<![\\p{L}])' : '';
  const end = latin ? '(?![\\p{L}])' : '';
  const negated = new RegExp(`${edge}${language.negation}${end}`, 'iu');
  const gated = new RegExp(language.ask, 'i');
  const asked = (text: string) => gated.test(text) && !language.not.test(text);
  const gateway: Partial<Rule> = latin ? { skip: ENGLISH } : { needs: /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/ };
  const self: Partial<Rule> = {
    ...gateway,
    unless: PROTOCOL,
    polarity: (unit, match) => {
      if (asked(unit.text) && !negated.test(unit.text)) return null;
      if (latin) return negated.test(neighbourhood(unit, match, latin)) ? null : 'affirm';
      return /(?:できません|不能|无法|할 수 없)/.test(unit.text) ? 'deny' : 'affirm';
    },
  };
  add('self-service', 3, `${edge}${language.make}${end}${gap}${edge}${language.credential}${end}`, self);
  add('self-service', 3, `${edge}${language.credential}${end}${gap}${edge}${language.make}`, self);
  const not = new RegExp(`${language.not.source}|${PROTOCOL.source}`, 'i');
  const gate: Partial<Rule> = { ...gateway, where: ANY_TEXT, unless: not, polarity: (unit, match) => (negated.test(neighbourhood(unit, match, latin)) ? 'deny' : 'affirm') };
  add('approval', 3, `${edge}${language.subject}${end}${gap}${edge}${language.ask}`, gate);
  add('approval', 3, `${edge}${language.ask}${end}${gap}${edge}${language.subject}${end}`, gate);
  // "APIの利用に申請は不要です", "Ohne Freigabe": the negation of an approval speaks for itself.
  if (!latin) {
    add('approval', 3, `(?:申請|審査|承認)(?:は|も|なしで)?(?:不要|必要ありません|なし)|(?:无需|不需要|無需)(?:人工)?(?:审核|申请|審核|审批)|(?:승인|심사|신청)(?:은|이|없이)? ?(?:필요 ?없|불필요|없이)`, { ...gateway, where: ANY_TEXT, polarity: () => 'deny' });
  }
  if (language.signUp !== undefined) add('sign-up', 2, language.signUp, { ...gateway, unless: /newsletter/i });
}

export const languageRules: readonly Rule[] = rules;

/** Words of expiry in these languages, as one alternation, for the life rules. */
export const FOREIGN_EXPIRES = [...LANGUAGES, ...CJK].map((language) => language.expires).filter((one) => one !== undefined).join('|');
export const FOREIGN_NEVER = [...LANGUAGES, ...CJK].map((language) => language.never).filter((one) => one !== undefined).join('|');

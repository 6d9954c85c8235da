import { type Entry, entry } from './entry.ts';

/** STANDARDS §9 beyond English. */
export const languages: readonly Entry[] = [
  // German
  entry('+self-service', 'Den API-Schlüssel können Sie in Ihrem Kundenkonto selbst generieren.'),
  entry('+self-service', 'Erstellen Sie unter Einstellungen > API einen neuen API-Key.'),
  entry('+self-service', 'Ihre Zugangsdaten finden Sie im Entwicklerportal.'),
  entry('+approval', 'Bitte beantragen Sie den API-Zugang über das Formular.'),
  entry('+approval', 'Der API-Zugang wird nach Prüfung freigeschaltet.'),
  entry('+approval', 'Für Zugangsdaten kontaktieren Sie bitte unseren Vertrieb.'),
  entry('+approval', 'Die Schnittstelle steht nur für Partner auf Anfrage bereit.'),
  entry('-approval', 'Für den API-Zugang ist keine Freischaltung nötig.'),
  entry('', 'Urlaub beantragen Sie über die Schnittstelle der Personalabteilung.'),
  entry('', 'Die Rechnung wird nach Prüfung bezahlt.'),
  entry('+expires=3600', 'Der Zugriffstoken ist 60 Minuten gültig.', ''),
  entry('+sign-up', 'Registrieren Sie sich kostenlos im Portal.'),
  // French
  entry('+self-service', 'Créez une clé API dans votre tableau de bord.'),
  entry('+self-service', "Votre clé d'API se trouve dans les paramètres : copiez la clé API depuis cette page."),
  entry('+approval', "Pour demander l'accès à l'API, remplissez le formulaire."),
  entry('+approval', "Les identifiants sont transmis après validation de votre demande d'accès à l'API."),
  entry('+approval', 'Contactez notre équipe commerciale pour obtenir vos clés.'),
  entry('+approval', "L'accès en production est soumis à habilitation."),
  entry('-approval +sign-up', "Aucune validation n'est requise pour utiliser l'API : créez votre compte.", ''),
  entry('', 'Validez votre panier pour continuer.'),
  entry('+expires=3600', "Le jeton d'accès expire après 1 heure."),
  entry('+sign-up', 'Créez un compte développeur.', ''),
  // Spanish
  entry('+self-service', 'Genera tu clave de API en la configuración de tu cuenta.'),
  entry('+self-service', 'Obtén tu API key en el panel.'),
  entry('+approval', 'Debe solicitar acceso a la API.'),
  entry('+approval', 'Las credenciales de producción se entregan previa aprobación.'),
  entry('+approval', 'Contacte con ventas para activar la API.'),
  entry('', 'Solicita un token de acceso en el endpoint /token.'),
  entry('+expires=7200', 'El token caduca a las 2 horas.', ''),
  entry('+never-expires', 'El token no caduca.'),
  // Portuguese
  entry('+self-service', 'Crie um token de API nas configurações da conta.'),
  entry('+self-service', 'Gere a sua chave de API no portal do desenvolvedor.'),
  entry('+approval', 'O uso da API está sujeito a aprovação.'),
  entry('+approval', 'Para solicitar acesso à API, fale com vendas.'),
  // Italian
  entry('+self-service', 'Genera una chiave API dal pannello di controllo.'),
  entry('+approval', "Richiedi l'accesso all'API compilando il modulo."),
  entry('+approval', 'Le credenziali sono rilasciate previa approvazione.'),
  // Dutch
  entry('+self-service', 'Maak een API-sleutel aan in je account.'),
  entry('+approval', 'Vraag toegang tot de API aan; na goedkeuring ontvang je de gegevens.'),
  // Polish
  entry('+self-service', 'Wygeneruj klucz API w panelu.'),
  entry('+approval', 'Poproś o dostęp do API; klucz otrzymasz po akceptacji.'),
  // Japanese
  entry('+self-service', 'ダッシュボードでAPIキーを生成してください。'),
  entry('+self-service', 'アプリを登録すると、クライアントIDとシークレットが発行されます。'),
  entry('+approval', 'APIの利用申請が必要です。'),
  entry('+approval', '審査後にAPIキーを発行します。'),
  entry('+approval', 'APIのご利用はお問い合わせください。'),
  entry('-approval', 'APIの利用に審査は不要です。'),
  entry('+expires=3600', 'アクセストークンの有効期限は1時間です。'),
  // Chinese
  entry('+self-service', '在控制台创建 API Key。'),
  entry('+self-service', '登录开放平台，在应用管理中获取 AppKey 和 AppSecret。'),
  entry('+approval', '接口权限需提交申请，人工审核。'),
  entry('+approval', '请联系商务开通 API 权限。'),
  entry('-approval', '无需审核即可获取 API 密钥。', '+self-service'),
  entry('+expires=7200', 'access_token 有效期为2小时。'),
  // Korean
  entry('+self-service', '개발자 콘솔에서 API 키를 생성하세요.'),
  entry('+approval', 'API 이용 신청 후 승인이 필요합니다.'),
  entry('-approval', '별도의 심사 없이 API를 이용할 수 있습니다.', ''),
];

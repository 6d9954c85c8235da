import { type Entry, of } from './entry.ts';

/** Manuals of providers who write in other languages than English. Labelled before the reader ran on them (November 2026). */
export const otherTongues: readonly Entry[] = [
  // German
  of(
    'docs.nxtlabs.online',
    [
      '+self-service +revocable',
      'Im Kundenportal unter API Settings kannst du dir selbst OAuth2-Clients erzeugen, sie aktivieren, deaktivieren und löschen.',
      '',
    ],
    ['+never-expires', 'Die OAuth2-Clients laufen nicht ab.'],
    ['+expires=86400 +renews', 'Das Token ist 24 Stunden gültig; danach musst du dir einfach ein neues erzeugen.', ''],
    ['+bearer', 'Das Token sendest du im HTTP-Header Authorization (Bearer <token>) mit.'],
  ),
  of(
    'docs.eventcally.com',
    [
      '+grant:authorization_code +grant:client_credentials',
      'Es werden die OAuth Grants authorization_code und client_credentials unterstützt.',
    ],
    [
      '+self-service',
      'Gehe auf dein Profil, wähle im Bereich „Entwickler“ den Punkt „OAuth2 Clients“ und klicke auf „OAuth2 Client hinzufügen“.',
    ],
    ['+key-header=x-api-key', 'Der API-Schlüssel muss im Header x-api-key übergeben werden.'],
  ),
  of(
    'developers.deutschebahn.com',
    [
      '+self-service',
      'Melden Sie sich im API Marketplace an, legen Sie eine Anwendung an und abonnieren Sie die API; Client-ID und API-Key werden einmalig angezeigt.',
      '+sign-up',
    ],
    ['', 'Die Fahrplandaten werden alle 15 Minuten aktualisiert.'],
  ),
  of(
    'developer.dhl.com',
    ['+approval', 'Nach der Registrierung prüfen wir Ihre Anwendung und schalten den API-Schlüssel frei.'],
    ['+key-header=DHL-API-Key', 'Jede Anfrage enthält den Header DHL-API-Key.'],
  ),
  of(
    'lexoffice.io',
    ['+self-service', 'Den API-Schlüssel erzeugen Sie unter https://app.lexoffice.de/addons/public-api.'],
    ['+expires', 'Ein API-Schlüssel ist 24 Monate gültig.', '+expires=63072000 +expires=62208000'],
    ['+approval', 'Partner erhalten ihre Zugangsdaten nach Abschluss eines Kooperationsvertrags.'],
  ),
  of(
    'datev.de',
    ['+approval', 'Für den produktiven Betrieb ist eine Freigabe durch DATEV erforderlich.'],
    ['+expires=900', 'Das Access Token hat eine Laufzeit von 15 Minuten.'],
    [
      '-grant:client_credentials',
      'Client Credentials wird nicht angeboten, da stets eine Person angemeldet sein muss.',
    ],
    [
      '+grant:refresh_token +renews',
      'Mit dem Refresh Token lässt sich ohne erneute Anmeldung ein neues Access Token abrufen.',
      '',
    ],
  ),
  of(
    'shopware.com',
    ['+grant:password', 'Für die Administration wird der Grant-Typ password verwendet.'],
    ['+grant:client_credentials', 'Integrationen authentifizieren sich über Client Credentials.'],
    ['+expires=600', 'Standardmäßig läuft das Token nach 10 Minuten ab.'],
  ),
  of(
    'personio.de/de',
    ['+self-service +scopes', 'Klicken Sie auf „Neue Zugangsdaten generieren“ und wählen Sie die Datenzugriffe aus.'],
    ['', 'Ihre Mitarbeitenden melden sich per SSO an.'],
  ),
  of('bundesbank.de', ['+open', 'Die Nutzung ist kostenfrei und ohne Registrierung möglich.', '-approval -sign-up']),
  of('elster.de/dev', ['+approval', 'Der Zugang zum Entwicklerbereich muss schriftlich beantragt werden.']),
  // French
  of(
    'api.gouv.fr',
    [
      '+approval',
      'L’accès à cette API est soumis à une demande d’habilitation, instruite par le fournisseur de données.',
    ],
    ['+open', 'API ouverte : aucune inscription ni clé n’est nécessaire.', '-approval -sign-up'],
    ['+expires', 'Le jeton est valable 18 mois.', '+expires=46656000 +expires=47304000'],
  ),
  of(
    'francetravail.io',
    [
      '+grant:client_credentials',
      'L’authentification repose sur le flux client_credentials : demandez un access token avec l’identifiant et la clé secrète de votre application.',
    ],
    ['+expires=1500', 'Durée de vie du token : 1500 secondes'],
    [
      '+self-service',
      'Créez votre application dans votre espace, puis récupérez son identifiant client et sa clé secrète.',
    ],
  ),
  of(
    'api.insee.fr',
    ['+expires=604800', 'Par défaut, un jeton a une durée de validité de 7 jours.'],
    ['+revocable', 'Vous pouvez à tout moment révoquer un jeton depuis la page de votre application.'],
  ),
  of(
    'lucca.fr',
    [
      '+self-service +scopes',
      'Rendez-vous dans Paramètres > Clés API, cliquez sur « Générer une nouvelle clé d’API » et sélectionnez les droits associés à cette clé.',
    ],
    ['', 'Si vous n’avez pas accès à cette page, adressez-vous au support.', '+approval'],
  ),
  of(
    'developers.google.com/fr',
    [
      '+grant:refresh_token +renews',
      'Conservez le jeton d’actualisation : il permet d’obtenir de nouveaux jetons d’accès.',
      '',
    ],
    ['-grant:implicit', 'Le flux implicite n’est plus pris en charge.'],
  ),
  of(
    'neosapiens.com',
    ['+approval', 'Contactez notre équipe pour obtenir votre clé API.'],
    ['+key-header=X-Api-Key', 'Chaque requête doit contenir l’en-tête X-Api-Key.'],
  ),
  of('jindexe.net', [
    '+grant:password +expires=86400',
    'POST /public/token avec "grant_type": "password" renvoie un jeton valide pendant 24h.',
  ]),
  of(
    'payfit.com',
    ['+roles', 'Choisissez le rôle de la clé : lecture seule ou lecture et écriture.', '+scopes'],
    ['+approval', 'Pour devenir partenaire, remplissez ce formulaire ; nous étudierons votre demande.'],
    ['', 'Vos salariés reçoivent leur mot de passe par e-mail.'],
  ),
  // Spanish
  of(
    'desarrollo.upnify.com',
    ['+never-expires', 'Los tokens de integración no tienen expiración.'],
    ['', 'Los tokens de sesión están ligados a un usuario y heredan sus permisos.', '+no-scopes +roles'],
  ),
  of(
    'retorna.app',
    ['+expires=3600', 'El JWT que se devuelve dura 1 hora (3600 segundos).'],
    ['+renews', 'Cuando el token expire, haga una nueva solicitud para obtener otro.', '+expires'],
    ['+grant:client_credentials', 'El cuerpo lleva grant_type: client_credentials'],
  ),
  of(
    'mercadolibre.com',
    ['+expires=21600', 'El access token vence a las 6 horas de haber sido solicitado.'],
    ['', 'El refresh token es de un solo uso y dura 6 meses.', '+grant:refresh_token'],
    [
      '+self-service',
      'Ingresa a Mis aplicaciones, haz clic en Crear nueva aplicación y copia el App ID y la Secret Key.',
    ],
    ['+renews-by-person', 'Si el usuario cambia su contraseña deberá volver a autorizar la aplicación.', '+expires'],
    ['+bearer', 'Envíe el token en el encabezado: Authorization: Bearer APP_USR-123'],
  ),
  of(
    'timbracfdi33.mx',
    ['+approval', 'El token de integrador se le proporcionará durante su pase a producción.'],
    ['+bearer', 'Agregue el encabezado Authorization con el valor Bearer {su_token}.'],
  ),
  of(
    'aemet.es',
    [
      '+self-service',
      'Para solicitar una API Key basta con indicar su correo electrónico; la recibirá en unos minutos.',
      '+approval',
    ],
    ['+key-query=api_key', 'https://opendata.aemet.es/opendata/api/valores?api_key=jyJhbGciOiJIUzI1NiJ9', '+key-query'],
    ['+expires', 'Las API Keys tienen una validez de tres meses.', '+expires=7776000'],
  ),
  of(
    'bbva.com',
    ['+approval', 'Para pasar a producción necesitas la aprobación de nuestro equipo.'],
    ['', 'El cliente confirma la operación con un código que recibe por SMS.'],
  ),
  of(
    'holded.com',
    ['+self-service', 'Ve a Configuración > Desarrolladores y pulsa en Nueva API key.'],
    ['-grant:client_credentials', 'No admitimos el flujo client_credentials.'],
  ),
  // Portuguese
  of('orcafascio.com', [
    '+expires=86400 +renews',
    'O token devolvido tem limite de 24h; depois desse período é preciso gerar outro.',
    '',
  ]),
  of(
    'primepag.com.br',
    ['+grant:client_credentials', 'Informe no corpo grant_type com o valor client_credentials.'],
    ['+renews', 'O token deve ser gerado novamente após o tempo de expiração.', '+expires'],
  ),
  of(
    'brasilindoc.com.br',
    ['+self-service', 'Acesse Configurações -> Chaves de API para criar a sua chave.'],
    ['+key-header=ApiKey', '```\ncurl --header "ApiKey: $API_KEY_TOKEN" https://api.exemplo.com.br/v1/pedidos\n```'],
  ),
  of(
    'bb.com.br',
    ['+approval', 'Para usar em produção, envie a solicitação e aguarde a aprovação do Banco.'],
    ['+self-service', 'No Portal Developers, crie uma aplicação e copie as credenciais de teste.'],
    ['+expires=600', 'O access_token expira em 10 minutos.'],
  ),
  of(
    'serpro.gov.br',
    ['+approval', 'As chaves Consumer Key e Consumer Secret são liberadas depois da assinatura do contrato.'],
    ['+bearer', 'Inclua o token no cabeçalho Authorization, na forma Bearer <token>.'],
  ),
  of(
    'pagseguro.uol.com.br',
    ['', 'O comprador aprova a transação no aplicativo do banco.'],
    ['+never-expires', 'O token da conta não expira.'],
    ['+revocable', 'Você pode revogar o token quando quiser.'],
  ),
  of('insightacademyedu.com.br', ['+expires', 'É possível definir uma data de expiração para cada chave.']),
  // Italian
  of(
    'fattureincloud.it',
    ['+expires=86400', 'L’access token ha una durata di 24 ore.'],
    ['+self-service', 'Accedi alla sezione Sviluppatore, crea una nuova app e copia Client ID e Client Secret.'],
    ['', 'La pubblicazione dell’app è soggetta alla nostra approvazione.', '+approval'],
    ['+grant:device_code', 'Per i dispositivi senza browser è disponibile il Device Code flow.'],
    ['+never-expires', 'Il token di autenticazione manuale non scade.'],
  ),
  of(
    'pagopa.it',
    ['+key-header=Ocp-Apim-Subscription-Key', 'La chiave va inviata nell’header Ocp-Apim-Subscription-Key.'],
    ['+approval', 'Gli enti devono prima completare l’adesione; riceverete le chiavi dopo la verifica.'],
    ['', 'Il cittadino accede con SPID.'],
  ),
  of(
    'aruba.it',
    ['+expires=1800', 'Il token è valido per 30 minuti.'],
    [
      '+grant:refresh_token +renews',
      'È possibile rinnovarlo con il refresh token senza inserire di nuovo le credenziali.',
      '',
    ],
  ),
  // Dutch
  of(
    'exactonline.nl',
    ['+expires=600', 'Het access token is 10 minuten geldig.'],
    [
      '+renews-by-person',
      'Is het refresh token verlopen, dan moet de gebruiker opnieuw toestemming geven.',
      '+grant:refresh_token +expires',
    ],
    ['+approval', 'Voordat uw app live mag, beoordelen wij de beveiliging.'],
  ),
  of(
    'kvk.nl',
    ['+approval', 'Vraag een API-key aan via het formulier; wij controleren uw aanvraag.'],
    ['', 'In de testomgeving gebruikt u de vaste testsleutel.'],
  ),
  of(
    'bol.com',
    [
      '+self-service',
      'Ga naar Instellingen > API-instellingen en klik op Aanmaken om een client ID en secret te krijgen.',
    ],
    ['+expires=299', '```json\n{"access_token": "eyJ", "token_type": "Bearer", "expires_in": 299}\n```', '+bearer'],
    ['-grant:password', 'De password grant wordt niet ondersteund.'],
  ),
  // Polish
  of(
    'allegro.pl',
    ['+expires=43200', 'Token dostępu jest ważny 12 godzin.'],
    ['+grant:device_code', 'Device flow stosuj w aplikacjach, które nie mają dostępu do przeglądarki.'],
    [
      '+self-service',
      'Zarejestruj aplikację na stronie apps.developer.allegro.pl, a otrzymasz Client ID i Client Secret.',
    ],
    ['+renews-by-person', 'Po trzech miesiącach użytkownik musi ponownie zalogować się i wyrazić zgodę.', '+expires'],
  ),
  of(
    'inpost.pl',
    ['+self-service', 'Wejdź w Moje konto, wybierz zakładkę API i wygeneruj token.'],
    ['+approval', 'Aby uzyskać dostęp do API, napisz do naszego działu integracji.'],
    ['', 'Kurier potwierdza odbiór kodem.'],
  ),
  of(
    'ksef.podatki.gov.pl',
    ['+revocable', 'Token można unieważnić w dowolnym momencie.'],
    ['+scopes', 'Podczas generowania tokena wybierz uprawnienia, na przykład odczyt faktur.', '+self-service'],
  ),
  // Russian
  of(
    'yandex.ru',
    ['+self-service', 'Перейдите в Кабинет разработчика и нажмите «Получить ключ».'],
    ['+expires', 'OAuth-токен действует год.', '+expires=31536000'],
    ['+grant:client_credentials', 'Приложение получает токен по схеме client_credentials.'],
  ),
  of(
    'ozon.ru',
    ['+key-header=Api-Key', 'Передавайте ключ в заголовке Api-Key, а идентификатор в Client-Id.', '+key-header'],
    ['+expires', 'Срок действия ключа составляет 6 месяцев.', '+expires=15552000'],
    ['', 'Покупатель подтверждает заказ кодом из SMS.'],
  ),
  // Japanese
  of(
    'developers.freee.co.jp',
    ['+expires=21600', 'アクセストークンの有効期限は6時間です。'],
    ['', 'リフレッシュトークンの有効期限は90日で、一度だけ使用できます。', '+grant:refresh_token'],
    ['+self-service', 'アプリ管理画面で新規アプリを作成し、Client IDとClient Secretを確認します。'],
    ['', 'アプリストアへの掲載には審査があります。', '+approval'],
  ),
  of(
    'global.fujitsu.com',
    ['+never-expires', 'APIキーの利用期限は無期限です。'],
    ['+expires=3600', 'アクセストークンの有効期限は発行から1時間です。'],
    ['+key-header=X-Api-Key', "HTTPヘッダーに 'X-Api-Key:<APIキー>' を指定します。"],
  ),
  of(
    'developers.line.biz',
    ['+self-service', 'LINE Developersコンソールのチャネル設定画面で、チャネルアクセストークンを発行します。'],
    ['+expires=2592000', '短期のチャネルアクセストークンは30日間有効です。'],
    ['', 'ユーザーはLINEアカウントでお客様のサービスにログインできます。'],
  ),
  of(
    'developer.portal.mufg.jp',
    ['+approval', '一部のプランは制限されており、利用するにはアクセス権を要求し、管理者の承認を受ける必要があります。'],
    ['', 'プランごとにレート制限が設定されています。'],
  ),
  of(
    'anaplan.com/ja',
    ['+expires=2100', '認証トークンの有効期限は35分間です。'],
    ['+renews', 'トークンが失効する前にトークンを更新してください。', '+expires'],
    ['+basic', 'ベーシック認証と証明書のどちらでも使用できます。'],
  ),
  of(
    'gmocloud.com',
    ['+approval', 'お申し込み後、審査が完了しましたらAPIキーをメールでお送りします。'],
    ['-grant:password', 'パスワードによるグラントはサポートしていません。'],
  ),
  // Chinese
  of(
    'open.weixin.qq.com',
    ['+expires=7200 +renews', 'access_token的有效期目前为2个小时，需定时刷新。', ''],
    ['+revocable', '重置 AppSecret 后，旧的密钥立即失效。'],
    ['+approval', '应用提交审核，审核通过后才能获得接口权限。'],
  ),
  of(
    'help.aliyun.com',
    ['+self-service', '登录控制台，将鼠标移至头像，选择 AccessKey 管理，然后点击创建 AccessKey。'],
    ['+expires', 'STS 临时凭证的有效期可设置为15分钟至12小时。', '+expires=43200 +expires=900'],
    ['+no-scopes', '主账号 AccessKey 拥有所有 API 的全部权限，风险很高。'],
  ),
  of(
    'open.feishu.cn',
    ['+expires=7200', 'tenant_access_token 的最大有效期是 2 小时。'],
    ['+bearer', '在 Authorization 请求头中填入 Bearer access_token。'],
    ['+self-service', '在开发者后台的凭证与基础信息页面获取 App ID 和 App Secret。'],
    ['', '用户扫码登录后跳转到你的网页。'],
  ),
  // Korean
  of(
    'developers.kakao.com',
    ['+self-service', '내 애플리케이션에서 앱을 추가하면 앱 키가 발급됩니다.'],
    ['+expires=21600', '리프레시 토큰의 유효기간은 두 달이며, 액세스 토큰은 6시간입니다.', '+grant:refresh_token'],
    ['+approval', '비즈니스 정보 심사를 신청하고 승인을 받아야 추가 기능을 사용할 수 있습니다.'],
    ['', '카카오 로그인은 사용자가 서비스에 쉽게 로그인하도록 돕습니다.'],
  ),
  of(
    'data.go.kr',
    ['+approval', '활용신청 후 승인이 되면 인증키를 사용할 수 있습니다.', '+self-service'],
    ['+key-query=serviceKey', 'http://apis.data.go.kr/B551011/KorService1/areaCode1?serviceKey=인증키', '+key-query'],
  ),
  of(
    'developers.naver.com',
    ['+self-service', '애플리케이션을 등록하면 클라이언트 아이디와 클라이언트 시크릿이 발급됩니다.'],
    ['+grant:refresh_token +renews', '갱신 토큰을 이용해 접근 토큰을 다시 발급받습니다.', ''],
    ['', '주문 승인 API는 결제를 완료합니다.'],
  ),
].flat();

/** French. */
export const french = `
stop: le, la, les, de, des, du, un, une, et, est, sont, vous, votre, vos, dans, pour, avec, sur, par, au, aux, ne, pas, que, qui, nous, notre, nos, ce, cette, il, ou, être, après, l, d, tu, toi, ton, ta, tes, se, son, sa, ses, leur, si, cet, pouvez, peut, doit, devez, depuis, afin, lors, entre, chaque, tout, toute, plus, sous, été, avez
key: clé api, clés api, clé d'api, clés d'api, clé, clés, clé d'accès, clé secrète, clés secrètes, identifiants, jeton personnel, jetons personnels, jeton d'api, jeton api, identifiants api, clef api, clef d'api, clef, clefs, clé d'accès api, clef secrète, identifiants de connexion, clé de production, clés de production, couple identifiant, clé d authentification, clé d intégration
token: jeton, jetons, jeton d'accès, jetons d'accès, token, tokens, jwt, access token, access_token, jeton de sécurité
client: identifiant client, identifiant et secret, client id, client_id, client_secret, secret client, id client, clé client
otherkey: jeton de session, clé publique, clé privée, clé du succès, mot clé, mots clés, secret du webhook, clé de signature, clé de chiffrement, clé ssh, clé de licence, jeton de vérification, jeton de pagination, jeton de recherche, jeton de référence, jeton d appareil
make: génér*, cré*, ajout*, enregistr*, déclar*, émettre, émis
find: trouv*, copi*, récupér*, consult*, affich*, visible, disponible, retrouv*, obtenir, apparaît, apparait, apparaissent, voir, noter, notez, accessible, accessibles, figure, figurent
get: obten*, obtien*, recev*, s'obtient, récupérer, disposer, disposez, procurer, procurez
have: obten*, obtien*, recev*, s'obtient
click: cliqu*, ouvr*, accéd*, connect*, sélectionn*, rend*, choisi*, aller, allez, identifiez vous, appuyez, naviguez, bouton, déroulez, rubrique
place: votre espace, tableau de bord, paramètres, espace client, espace développeur, portail*, votre compte, console, profil, menu, page, réglages, back office, développeurs, interface, paramétrage, mon compte, espace personnel, votre application, onglet, espace partenaire, datapass, rubrique, dashboard, votre tableau, administration, espace utilisateur, espace partenaires, manager, mon espace, backoffice, plateforme, mes applications, section, intégrations, configuration
atonce: immédiatement, instantanément, vous même, automatiquement, à tout moment, libre service, aussitôt, tout de suite, immédiat, instantané, gratuitement, gratuit, gratuite, en quelques minutes, en quelques secondes, en quelques clics, une seule fois, en autonomie, vous mêmes, sans attendre, directement, dès l inscription, dès la création, automatique
app: application*, app, apps, intégration, intégrations
signup: créez un compte, créez votre compte, créer un compte, s'inscrire, compte développeur, inscription, inscrivez, créer votre compte, création de compte, enregistrez vous, ouvrez un compte, ouvrir un compte, inscrire, compte gratuit, création du compte
ask: demand*, formulaire, dossier, candidat*, remplissez, solliciter, sollicitez, remplir, remplissant, complétez, compléter, ticket, par mail, par email, soumettre, soumettez, postuler, requête auprès
contact: contact*, écrivez nous, adressez vous, écrire à, écrivez à, envoyez un mail, envoyez un email, envoyer un email, envoyer un mail, mail à, adresser, appelez, rapprochez vous, rapprocher
approve: valid*, approbation, approuv*, étude, examen, vérifi*, agré*, accord, contrat, convention, soumis à, soumise à, instruit*, éligib*, conventionnement, habilit*, contractualis*, homolog*, accréditation, étudi*, acceptation, accepté, acceptée, contrôle, conformité, signature, signé, signée, signer, conditionné, conditionnée, sous réserve, autorisation préalable, revue, instruction de, audit
wait: liste d'attente, jours ouvrés, jours ouvrables, sous 48 heures, file d attente, délai de traitement, bêta privée, bêta fermée, sur invitation
vendor: nous, équipe commerciale, support, notre, nos, fournisseur de données, l'équipe, équipe partenaires, service client, chef de projet, chargé de compte, account manager, gestionnaire, conseiller, interlocuteur, équipe technique, commercial, éditeur, administrateur
give: envoy*, transmi*, délivr*, fourni*, communiqu*, activ*, attribu*, remis*, donn*, recevrez, recevez, accordé, accordée, accordons, adressons, vous seront, vous sera, mettrons, créerons, ouvrir l accès, ouvert, ouverte
limitedto: réservé*, uniquement, exclusivement, limité aux, limitée aux
partner: partenaire*, professionnels, établissements, éditeurs, collectivités, administrations, organismes habilités
door: api, accès, production, bac à sable, sandbox, interface, l'api, l'accès, partenaires, partenaire
user: utilisateur*, client final, clients finaux, vos clients
life: expir*, valable*, validité, valide*, durée, durent, dure, vie, périme, périmé, périmée, caduc, ttl
never: n'expire pas, n'expirent pas, n'expire jamais, n'expirent jamais, sans expiration, sans date d'expiration, durée illimitée, illimitée, pas d'expiration, illimité, ne pas expirer, n'expirera jamais, permanent*, n expire pas, n expirent pas, n expire jamais, n expirent jamais, n expirera jamais, n expirera pas, valable indéfiniment, indéfiniment, sans durée, aucune expiration, ne périme pas
again: nouveau, nouvelle, nouveaux, même appel, même manière, autre, encore, refaire, refaites, répétez, répéter, recommencer
renew: renouvel*, rafraîch*, actualis*, prolonger, prolongé, régénérer le jeton
program: programme, bibliothèque, automatiquement, votre application, votre serveur, votre code, votre système, client http, sdk, backend, script, logiciel
relogin: reconnecter, réautoriser, manuellement, autoriser à nouveau, à nouveau autoriser, donner à nouveau, réauthentifier, reconnexion, de nouveau autoriser, renouveler son consentement, se reconnecter, autoriser de nouveau, de nouveau son accord, nouvelle autorisation, renouveler l autorisation, renouveler son accord
revoke: révoqu*, supprim*, désactiv*, régénér*, annul*, révocation, invalid*, renouveler la clé, rotation, effacer, retirer, bloquer, cessera * de fonctionner, corbeille, ne fonctionne plus
permission: droits, permissions, autorisations, privilèges, accès, périmètre, périmètres, scopes, droit d'accès, habilitations, permission, habilitation, portée, portées
restrict: limit*, restrein*, choisi*, sélectionn*, attribu*, défini*, configur*, accord*, restreignez, cocher, cochez, déterminer, détermine, contrôl*, associer, associez, paramétr*
limitverb: limit*, restrein*, choisi*, sélectionn*, attribu*, cantonné, seulement
resource: ressources, points de terminaison, projets
someof: certaines, certains
wherefrom: domaine*, origine*, réseau, réseaux, sous réseau*
role: rôle, rôles
readonly: lecture
full: accès complet, tous les droits, accès total, toutes les permissions, mêmes droits, tout le compte, accès à tout, tous les endpoints, toutes les données, droits complets, toutes les autorisations, tous les privilèges
send: transmi*, envoy*, transmettre, passer, utilis*, authentifi*, précédé, insér*, fourn*, ajouter, ajoutez, inclure, incluez, inclus, incluse, passez, mettre, mettez, placer, placez, transmettez, renseigner, renseignez, indiquer, préfixé, précédée, porter
header: en tête*, header, headers, entête, entêtes, en têtes
trade: échang*, troquer, convertir
maybe-password: mot de passe
no: aucun, aucune, sans, ni, pas de, pas d
neg: pas, jamais, plus
support: support*, propos*, fourn*, prend*, pris, nécessit*, requis*, nécessaire*, disponible*, admet, accept*, utilis*, obligatoire, repose, possible, autorisé, fonctionne, existe
denied: n'est pas support*, pas support*, pas disponible*, plus support*, plus disponible*, obsolète, déprécié*, plus propos*, n'est pas propos*, pas propos*, non support*, n existe pas, ne supporte pas, ne supportons pas, n est plus, ne sont plus, inutile, supprimé définitivement, abandonné, retiré, plus accepté, plus possible, pas nécessaire, pas requise, pas requis, ne sont pas autoris*, n est pas autoris*, n est plus accept*, pas autoris*, ne sont plus accept*, ignoré, ignorée, ignorés, ignorées
notapi: facture*, congé*, paiement*, panier*, commande*, modèle*, données personnelles, rgpd, succès
test: bac à sable, sandbox, test
noapi: pas d'api publique, pas d'api, pas d api, aucune api publique, ne proposons pas d api, n avons pas d api, pas encore d api, ne disposons pas d api, ne dispose pas d api
u:1: seconde*
u:60: minute*
u:3600: heure*, h
u:86400: jour, jours
u:604800: semaine*
u:2592000: mois
u:31536000: an, ans, année*
n:1: un, une, chaque
n:2: deux
n:3: trois
auto: automatiquement, immédiatement
refresh: jeton d'actualisation, jetons d'actualisation, jeton de rafraîchissement, jeton de renouvellement, refresh token*, jeton de rafraichissement
code: code d'autorisation, code
flow: flux, authentifi*, autorisation, cinématique
grantword: flux, grant, cinématique, type d'octroi
g:implicit: flux implicite, octroi implicite, grant implicite
basic: authentification basique, authentification de base, http basic
enddate: date d'expiration, date de fin, durée de validité, date d échéance, durée de vie, expiration
ends: expire, expirent, expiré, expirera, arrive à expiration
short: courte durée, durée limitée
personact: l'utilisateur doit, utilisateur devra, utilisateur doit, doit à nouveau, devra à nouveau
lesson: c est quoi, différence entre, différences entre, expliqué, glossaire, bonnes pratiques, comprendre
renewask: demander, demandez, obtenir, obtenez, générer, générez, récupérer, récupérez, appeler, appelez, authentifier, relancer, créer, redemand*
g:client_credentials: machine à machine, serveur à serveur, client credentials
g:authorization_code: flux d autorisation, flux de code, authorization code, flux code
endusers: authentifier vos utilisateurs, social login
other: lien, liens, mot de passe, session, sessions, invitation*, fichier*, document*, certificat*, devis, offre*, essai, cookie*, facture*, abonnement, panier
define: est un standard, est un protocole, désigne, signifie, sert de preuve
apicall: requête à l api, requêtes à l api, requête http, requêtes http, la requête, demande à l api, demandes à l api, la demande contient, avec l api, via l api, par l api, avec cet appel, appel à l api, appels à l api
error: erreur, erreurs, 401, 403, 400, invalide, invalides, non autorisé, échec, manquant, manquants, rejetée
until: jusqu, une fois, tant que, dès que, après que, avant que
if: si, quand, lorsque, lorsqu, sauf
only: seul, seule, seulement, uniquement, exclusivement
can: impossible, ne peut pas, ne peuvent pas, ne pouvez pas
authcode: code d autorisation, codes d autorisation
redirect: redirig*, redirection*
inherit: hérite, héritent, hériter, hérité, mêmes droits que, mêmes permissions que
n:4: quatre
n:5: cinq
n:6: six
n:7: sept
n:8: huit
n:10: dix
n:12: douze
n:15: quinze
n:20: vingt
n:24: vingt quatre
n:30: trente
n:60: soixante
n:90: quatre vingt dix
n:0.5: demi, demie
within: dans les
noauth: sans authentification, aucune authentification, pas d authentification, aucune clé, sans clé, sans jeton, sans compte, plus besoin de clé, pas besoin de clé, aucune inscription, sans inscription, ni clé, sans demande, ni inscription, aucun compte, aucun jeton, ni authentification, aucun identifiant, pas d inscription, sans identifiant
whole: tous les endpoints, cette api, notre api, l api est, api ouverte, api publique, tout le monde, toutes les routes, accès libre, en libre accès, les données sont
cookie: cookie de session, cookies de session, cookie d authentification
authverb: authentifi*, transmettre, utilis*, envoy*, repose, identifi*, joindre
fixed: ne change pas, ne change jamais, reste la même, reste identique, ne varie pas
static: clé statique, clés statiques, clé fixe, jeton statique, jeton fixe
paste: collez, coller, collez la, renseignez
ago: il y a, avant
cookieword: cookie, cookies
anon: anonyme, anonymes, anonymement, non authentifié*, librement, libre accès, accès libre
notoken: aucun jeton, pas de jeton, pas de jetons, ni jeton, ni jetons, sans jeton
bare: sans préfixe, sans le mot
banner: ce site utilise, notre site utilise
signin: connexion, connecter, connecté, login, session, authentifi*
calls: requête*, appel*, api, données, accès, consulta*, service*
nowait: sans attente, sans attendre, sans avoir à attendre, aucune attente, pas d'attente, rien à attendre, personne à attendre
wegive: nous émettons, nous délivrons, nous fournissons, nous envoyons, nous vous envoyons, nous vous fournissons, nous vous délivrons, nous remettons, nous générons, nous créons
reply: réponse*
`;

/** French. */
export const french = `
stop: le, la, les, de, des, du, un, une, et, est, sont, vous, votre, vos, dans, pour, avec, sur, par, au, aux, ne, pas, que, qui, nous, notre, nos, ce, cette, il, ou, être, après, l, d
key: clé api, clés api, clé d'api, clés d'api, clé, clés, clé d'accès, clé secrète, clés secrètes, identifiants, jeton personnel, jetons personnels, jeton d'api, jeton api, identifiants api, mot de passe d'application, clef api, clef d'api, clef, clefs, clé d'accès api, clef secrète, identifiants de connexion
token: jeton, jetons, jeton d'accès, jetons d'accès, token, tokens
client: identifiant client, identifiant et secret, client id
otherkey: jeton de session, clé publique, clé privée, clé du succès, mot clé, mots clés
make: génér*, cré*, ajout*, enregistr*
find: trouv*, copi*, récupér*, consult*, affich*, visible, disponible, récupérez, retrouv*, copiez, obtenir
get: obten*, obtien*, recev*, s'obtient
have: obten*, obtien*, recev*, s'obtient
click: cliqu*, ouvr*, accéd*, connect*, sélectionn*, rend*, choisi*, aller, cliquez, rendez vous, allez, ouvrez, sélectionnez, choisissez, accédez, identifiez vous
place: votre espace, tableau de bord, paramètres, espace client, espace développeur, portail*, votre compte, console, profil, menu, page, réglages, back office, développeurs, interface, paramétrage, votre profil, mon compte, espace personnel, votre application, onglet, roue de paramétrage, espace partenaire, datapass, rubrique
atonce: immédiatement, instantanément, vous même, automatiquement, à tout moment, libre service, aussitôt, tout de suite
app: application*, votre application, applications, application
signup: créez un compte, créez votre compte, créer un compte, inscrivez vous, s'inscrire, compte développeur, inscription, inscrivez, créer votre compte, création de compte, enregistrez vous
ask: demand*, formulaire, dossier, sur demande, candidature, demande d'accès, formulaire de demande, candidat*, faire une demande, faites une demande, remplissez
contact: contact*, contactez nous, écrivez nous, contactez, adressez vous, prenez contact, nous contacter, contacter
approve: validation, valid*, approbation, approuv*, étude, examen, habilitation, vérifi*, agré*, homologation, accord, contrat, convention, soumis à, soumise à, instruit*, éligib*, agrément, conventionnement, habilit*, contractualis*, homolog*, accréditation, étudier*, étudi*, après validation, signature du contrat
wait: liste d'attente, jours ouvrés
vendor: nous, notre équipe, nos équipes, équipe commerciale, service commercial, support, notre, nos, fournisseur de données, l'équipe, administrateur de, notre support, équipe partenaires
give: envoy*, transmi*, délivr*, fourni*, communiqu*, activ*, attribu*, remis*, donn*
limitedto: réservé*, uniquement, exclusivement
partner: partenaire*, professionnels
door: api, accès, production, bac à sable, sandbox, interface, l'api, cette api, l'accès, environnement de production, en production, partenaires, partenaire
user: utilisateur*, client, clients
life: expir*, valable*, validité, valide*, durée de vie, durée, valide pendant, valables, valable, durent, dure
never: n'expire pas, n'expirent pas, n'expire jamais, n'expirent jamais, sans expiration, sans date d'expiration, durée illimitée, illimitée, n'a pas de date d'expiration, pas d'expiration, illimité, ne pas expirer, n'expirera jamais, sans limite de durée, permanent*
again: nouveau, nouvelle, nouveaux, un nouveau, à nouveau, de nouveau, même appel, même manière, autre
renew: renouvel*, rafraîch*, actualis*
program: programme, bibliothèque
relogin: se reconnecter, reconnecter, à nouveau se connecter, réautoriser, manuellement, autoriser à nouveau, à nouveau autoriser, donner à nouveau, se réauthentifier, réauthentifier, reconnexion, de nouveau autoriser, renouveler son consentement
revoke: révoqu*, supprim*, désactiv*, régénér*, annul*, révocation, révoquer, supprimez, invalid*, renouveler la clé
permission: droits, permissions, autorisations, privilèges, accès, périmètre, périmètres, scopes, droit d'accès, habilitations
restrict: limit*, restrein*, choisi*, sélectionn*, attribu*
limitverb: limit*, restrein*, choisi*, sélectionn*, attribu*
resource: ressources, certaines, certains, points de terminaison, projets
role: rôle, rôles
readonly: lecture seule, lecture et écriture, lecture ou écriture, lecture
full: accès complet, tous les droits
send: transmi*, envoy*, transmettre, passer, utilis*, authentifi*, précédé, insér*, fourn*
header: en tête*, header
trade: échang*
maybe-password: mot de passe
no: aucun, aucune, sans, ni, pas de, pas d
neg: pas, jamais, plus
support: support*, propos*, fourn*, prend*, pris, nécessit*, requis*, nécessaire*, disponible*, admet, accept*, utilis*, obligatoire
denied: n'est pas pris en charge, ne sont pas pris en charge, n'est pas support*, pas support*, pas pris en charge, pas disponible*, n'est plus pris en charge, ne sont plus pris en charge, plus pris en charge, plus support*, plus disponible*, obsolète, déprécié*, plus propos*, n'est pas propos*, pas propos*, non support*
notapi: facture*, congé*, paiement*, panier*, commande*, modèle*, données personnelles, rgpd, succès
test: bac à sable, sandbox, test
noapi: pas d'api publique, pas d'api
u:1: seconde*
u:60: minute*
u:3600: heure*, h
u:86400: jour, jours
u:604800: semaine*
u:2592000: mois
u:31536000: an, ans, année*
n:1: un, une
n:2: deux
n:3: trois
auto: automatiquement, immédiatement
loginpair: nom d'utilisateur et mot de passe, identifiant et mot de passe
refresh: jeton d'actualisation, jetons d'actualisation, jeton de rafraîchissement, jeton de renouvellement, refresh token*
code: code d'autorisation, code
flow: flux, authentification, authentifi*, autorisation, cinématique
grantword: flux, grant, cinématique, type d'octroi
g:implicit: flux implicite, octroi implicite, grant implicite
basic: authentification basique, authentification de base, http basic
enddate: date d'expiration, date de fin, durée de validité
ends: expire, expirent, expiré, expirera, arrive à expiration
short: courte durée, durée limitée
personact: l'utilisateur doit, utilisateur devra, utilisateur doit, doit à nouveau, devra à nouveau
`;

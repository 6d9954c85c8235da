/** French. */
export const french = `
stop: le, la, les, de, des, du, un, une, et, est, sont, vous, votre, vos, dans, pour, avec, sur, par, au, aux, ne, pas, que, qui, nous, notre, nos, ce, cette, il, ou, être, après, l, d, tu, toi, ton, ta, tes, se, son, sa, ses, leur, si, cet, pouvez, peut, doit, devez, depuis, afin, lors, entre, chaque, tout, toute, plus, sous, été, avez
key: clé, clés, identifiants, clef, clefs
token: jeton, jetons, token, tokens, jwt, access_token
client: client_id, client_secret
otherkey: jeton de session, clé publique, clé privée, clé du succès, mot clé, mots clés, secret du webhook, clé de signature, clé de chiffrement, clé ssh, clé de licence, jeton de vérification
make: génér*, cré*, ajout*, enregistr*, déclar*, émettre, émis
find: trouv*, copi*, récupér*, consult*, affich*, visible, disponible, retrouv*, obtenir, apparaît, apparait, apparaissent, voir, noter, notez, accessible, accessibles, figure, figurent
get: obten*, obtien*, recev*, s'obtient, récupérer, disposer, disposez, procurer, procurez
have: obten*, obtien*, recev*, s'obtient
click: cliqu*, ouvr*, accéd*, connect*, sélectionn*, rend*, choisi*, aller, allez, appuyez, naviguez, bouton, déroulez, rubrique
place: votre espace, paramètres, portail*, console, profil, menu, page, réglages, développeurs, interface, paramétrage, onglet, datapass, rubrique, dashboard, votre tableau, administration, manager, backoffice, plateforme, section, intégrations, configuration
atonce: immédiatement, instantanément, automatiquement, aussitôt, immédiat, instantané, gratuitement, gratuit, gratuite, directement, automatique
app: application*, app, apps, intégration, intégrations
signup: créez un compte, créez votre compte, s'inscrire, inscription, inscrivez, inscrire
ask: demand*, formulaire, dossier, candidat*, remplissez, solliciter, sollicitez, remplir, remplissant, complétez, compléter, ticket, soumettre, soumettez, postuler
contact: contact*, adressez vous, adresser, appelez, rapprocher
approve: valid*, approbation, approuv*, étude, examen, vérifi*, agré*, accord, contrat, convention, instruit*, éligib*, conventionnement, habilit*, contractualis*, homolog*, accréditation, étudi*, acceptation, accepté, acceptée, contrôle, conformité, signature, signé, signée, signer, conditionné, conditionnée, revue, audit
wait: liste d'attente, jours ouvrés, jours ouvrables, sous 48 heures, file d attente, délai de traitement, bêta privée, bêta fermée, sur invitation
vendor: nous, support, notre, nos, l'équipe, gestionnaire, conseiller, interlocuteur, commercial, éditeur, administrateur
give: envoy*, transmi*, délivr*, fourni*, communiqu*, activ*, attribu*, remis*, donn*, recevrez, recevez, accordé, accordée, accordons, adressons, mettrons, créerons, ouvert, ouverte
limitedto: réservé*, uniquement, exclusivement
partner: partenaire*, professionnels, établissements, éditeurs, collectivités, administrations
door: api, accès, production, sandbox, interface, l'api, l'accès, partenaires, partenaire
user: utilisateur*
life: expir*, valable*, validité, valide*, durée, durent, dure, vie, périme, périmé, périmée, caduc, ttl
never: n'expire pas, n'expirent pas, n'expire jamais, n'expirent jamais, sans expiration, durée illimitée, illimitée, pas d'expiration, illimité, n'expirera jamais, permanent*, valable indéfiniment, indéfiniment, sans durée, aucune expiration
again: nouveau, nouvelle, nouveaux, autre, encore, refaire, refaites, répétez, répéter, recommencer
renew: renouvel*, rafraîch*, actualis*, prolonger, prolongé
program: programme, bibliothèque, automatiquement, sdk, backend, script, logiciel
relogin: reconnecter, réautoriser, manuellement, réauthentifier, reconnexion
revoke: révoqu*, supprim*, désactiv*, régénér*, annul*, révocation, invalid*, rotation, effacer, retirer, bloquer
permission: droits, permissions, autorisations, privilèges, accès, périmètre, périmètres, scopes, habilitations, permission, habilitation, portée, portées
restrict: limit*, restrein*, choisi*, sélectionn*, attribu*, défini*, configur*, accord*, restreignez, cocher, cochez, déterminer, détermine, contrôl*, associer, associez, paramétr*
limitverb: limit*, restrein*, choisi*, sélectionn*, attribu*, cantonné, seulement
resource: ressources, certaines, certains, projets
role: rôle, rôles
readonly: lecture seule, lecture et écriture, lecture ou écriture, lecture
full: accès complet, tous les droits, accès total, toutes les permissions, mêmes droits, tout le compte, accès à tout, tous les endpoints, toutes les données, droits complets, toutes les autorisations, tous les privilèges
send: transmi*, envoy*, transmettre, passer, utilis*, authentifi*, précédé, insér*, fourn*, ajouter, ajoutez, inclure, incluez, inclus, incluse, passez, mettre, mettez, placer, placez, transmettez, renseigner, renseignez, indiquer, préfixé, précédée, porter
header: en tête*, header, headers, entête, entêtes
trade: échang*, troquer, convertir
maybe-password: mot de passe
no: aucun, aucune, sans, ni, pas de, pas d
neg: pas, jamais, plus
support: support*, propos*, fourn*, prend*, pris, nécessit*, requis*, nécessaire*, disponible*, admet, accept*, utilis*, obligatoire, repose, possible, autorisé, fonctionne, existe
denied: pas support*, pas disponible*, plus support*, plus disponible*, obsolète, déprécié*, plus propos*, pas propos*, non support*, inutile, supprimé définitivement, abandonné, retiré, plus accepté, plus possible, pas nécessaire, pas requise, pas requis
notapi: facture*, congé*, paiement*, panier*, commande*, modèle*, rgpd, succès
test: bac à sable, sandbox, test
noapi: pas d'api publique, pas d'api
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
refresh: jeton d'actualisation, jetons d'actualisation, jeton de rafraîchissement, jeton de renouvellement, refresh token*
code: code d'autorisation, code
flow: flux, authentifi*, autorisation, cinématique
grantword: flux, grant, cinématique
g:implicit: flux implicite, octroi implicite, grant implicite
basic: authentification basique, authentification de base, http basic
enddate: expiration
ends: expire, expirent, expiré, expirera
personact: l'utilisateur doit, utilisateur devra, utilisateur doit, doit à nouveau, devra à nouveau
lesson: expliqué, glossaire, comprendre
renewask: demander, demandez, obtenir, obtenez, générer, générez, redemander, récupérer, récupérez, appeler, appelez, authentifier, relancer, créer
g:client_credentials: machine à machine, serveur à serveur, client credentials
g:authorization_code: flux d autorisation, flux de code, authorization code, flux code
endusers: authentifier vos utilisateurs, social login
other: lien, liens, session, sessions, invitation*, fichier*, document*, certificat*, devis, offre*, essai, cookie*, facture*, abonnement, panier
define: désigne, signifie
apicall: requête à l api, requêtes à l api, requête http, requêtes http, la requête, demande à l api, demandes à l api, la demande contient, avec l api, via l api, par l api, avec cet appel, appel à l api, appels à l api
error: erreur, erreurs, 401, 403, 400, invalide, invalides, échec, manquant, manquants, rejetée
until: jusqu, une fois
if: si, quand, lorsque, lorsqu, sauf
only: seul, seule, seulement, uniquement, exclusivement
can: impossible
authcode: code d autorisation, codes d autorisation
redirect: redirig*, redirection*
inherit: hérite, héritent, hériter, hérité
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
noauth: sans authentification, aucune authentification, aucune clé, sans clé, sans jeton
whole: cette api
`;

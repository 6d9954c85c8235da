/** Italian. */
export const italian = `
stop: il, lo, la, i, gli, le, di, del, della, dell, un, una, e, è, sono, in, nel, nella, nelle, per, con, su, tuo, tua, si, che, al, non, puoi, da, dal, o, come, nostro, nostra, dopo, alcuna, l, ogni, questo, questa, ad, alla, alle, ai, agli, dei, degli, delle, sul, sulla, tra, viene, essere, deve, può, se, quando, più, vi, ti, suo, sua, cui, ma
key: chiave, chiavi, credenziali
token: token, jeton, access_token, jwt
client: identificativo, client_id, client_secret
otherkey: chiave pubblica, chiave privata, token di sessione, segreto del webhook, chiave di firma, chiave di cifratura, chiave ssh, chiave di licenza
make: gener*, crea, creare, crei, creat*, registr*, aggiung*, creazione, crearne, rilasciare, emettere, nuova, nuovo
find: copi*, trov*, vedi, visualizz*, mostrat*, disponibil*, vedrai, recuper*, visibile, visibili, appare, apparirà, compare, reperibile, reperire, annota, consulta*
get: otten*, ottieni, ricev*, otterrai, prendi, prelev*, acquisire
have: otten*, ottieni, ricev*
click: clicc*, apri, accedi, vai, seleziona, scegli, entra, premi, accedere, selezionare, selezionando, premere, premendo, entrare, aprire, loggati, naviga, recati, pulsante, bottone, icona
place: pannello, impostazioni, profilo, portale, account, console, menu, pagina, dashboard, sezione, scheda, menù, configurazione, integrazioni, gestione, amministrazione, backoffice, piattaforma, preferenze
atonce: subito, immediat*, automatic*, istantanea*, gratuitamente, gratis, gratuito, gratuita, autonomamente, appena
app: applicazione, applicazioni, app, integrazione, integrazioni
signup: registrati, registratevi, iscriviti, registrarsi, iscriversi, registrarti, iscrizione, registrazione
ask: richied*, richiesta, richieste, modulo, domanda, compila, compilare, chiedi, chiedere, ticket, compilando, form, candidatura
contact: contatta*, scrivi*, rivolgiti, scrivere, rivolgersi, rivolgetevi
approve: approva*, verific*, revision*, certific*, contratto, previa, esame, adesione, soggett*, convenzione, accreditament*, accreditat*, qualific*, validazione, abilitazione, abilitat*, valutazione, autorizzat*, autorizziamo, accordo, stipula, onboarding, omologazione, idoneità, validata, subordinat*
wait: lista d'attesa, giorni lavorativi
vendor: nostro, nostra, noi, commerciale, supporto, team, ufficio, referente, assistenza, gestore, reparto, amministratore, consulente, helpdesk
give: rilasc*, forni*, invia*, attiv*, conced*, consegn*, invieremo, assegn*, abilit*, comunicat*, riceverai
limitedto: riservat*, esclusiv*
partner: partner
door: api, accesso, produzione, sandbox
user: utente, utenti, titolare
life: scad*, valid*, dura, durata, vita, ttl
never: non scade*, non scadono, senza scadenza, non scad*, nessuna scadenza, scadenza illimitata, validità illimitata, illimitat*, permanente, mai scadenza, sempre valid*
again: nuovo, nuova, altro, stessa, nuovi, nuove, nuovamente, ancora, ripetere, ripeti
renew: rinnov*, aggiorn*, prolungare, estendere
program: programma, automaticamente, server, sdk, script, software, backend
relogin: manualmente, riautorizz*, ricolleg*, rieffettuare
revoke: revoc*, elimin*, cancell*, disattiv*, rigener*, invalid*, annull*, rimuov*, disabilit*, bidone, cestino, ruotare, rotazione, sostitu*, blocca*
permission: permessi, autorizzazioni, diritti, permesso, ambiti, privilegi, scope, ambito, scopes, privilegio
restrict: limit*, scegli*, selezion*, assegn*, associare, associarlo, associato, definire, definisci, specific*, configur*, conced*, determin*, controll*
limitverb: limit*, scegli*, selezion*, assegn*, ristrett*, circoscritt*, solamente
resource: risorse, determinate, progetti
role: ruolo, ruoli
readonly: sola lettura
full: accesso completo, tutti i permessi, stessi permessi, accesso totale, accesso illimitato, controllo completo, tutti i diritti, intero account, tutte le risorse, qualsiasi operazione
send: invia*, inseris*, pass*, us*, utilizz*, autentic*, trasm*, inserire, inserito, inserita, includere, incluso, inclusa, specificare, aggiungere, fornire, fornite, precedut*, prefisso
header: intestazione, intestazioni, header, headers
trade: scambi*, convertire
maybe-password: password
no: senza, nessun*, né
neg: non, mai
support: support*, offr*, accett*, serve, necessari*, disponib*, richiest*, occorre, utilizza, utilizziamo, usa, usiamo, possibile, previsto, permette, consente
denied: non support*, non serve, dismess*, non offr*, non previst*, deprecat*, non supporta, non supportiamo, non esiste, non esistono, non più, rimoss*, abbandonat*
notapi: fattura*, ferie, pagament*, ordin*
test: sandbox, test, ambiente di test, collaudo
u:1: secondo, secondi
u:60: minuto, minuti
u:3600: ora, ore
u:86400: giorno, giorni
u:604800: settiman*
u:2592000: mese, mesi
u:31536000: anno, anni
n:1: un, una, uno, ogni
n:2: due
auto: automaticamente, subito
loginpair: utente e password
refresh: token di aggiornamento, refresh token*, token di refresh
code: codice di autorizzazione, codice
flow: flusso, flussi, autenticazione, autorizzazione, grant
grantword: flusso, flussi, grant
g:implicit: flusso implicito, grant implicito
basic: autenticazione base, autenticazione di base, http basic
enddate: scadenza, validità
ends: scade, scadono, scaduto, scaduta, scadenza, scadrà
short: temporane*
personact: utente deve, utente dovrà, l'utente deve, cliente deve
lesson: glossario, definizione, wikipedia
renewask: richiedere, richiedi, ottenere, ottieni, generare, genera, chiamare, effettuare, creare, autenticarsi
g:client_credentials: machine to machine, server to server, credenziali client, client credentials
g:authorization_code: flusso di autorizzazione, authorization code
other: link, password, sessione, sessioni, invito, inviti, file, documento, documenti, certificato, certificati, coupon, offerta, offerte, cookie, preventivo, abbonamento
apicall: richiesta all api, richieste all api, richiesta alla api, richieste alla api, la richiesta contiene, richiesta http, con l api, tramite l api, tramite api, attraverso l api, via api, con questa chiamata, chiamata all api, chiamate all api
error: errore, errori, 401, 403, 400, mancante
until: finché
if: se, quando, qualora
only: solo, soltanto, solamente, unicamente, esclusivamente
can: non può, non possono, impossibile
authcode: codice di autorizzazione, codici di autorizzazione
redirect: reindirizz*
inherit: eredita, ereditano
n:3: tre
n:4: quattro
n:5: cinque
n:6: sei
n:7: sette
n:8: otto
n:10: dieci
n:12: dodici
n:15: quindici
n:20: venti
n:24: ventiquattro
n:30: trenta
n:60: sessanta
n:90: novanta
n:0.5: mezz, mezza, mezzo
within: entro
noauth: senza autenticazione, senza chiave
whole: chiunque
`;

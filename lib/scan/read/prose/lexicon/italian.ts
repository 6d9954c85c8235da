/** Italian. */
export const italian = `
stop: senza, il, lo, la, i, gli, le, di, del, della, dell, un, una, e, è, sono, in, nel, nella, nelle, per, con, su, tuo, tua, si, che, al, non, puoi, da, dal, o, come, nostro, nostra, dopo, alcuna, l, ogni, questo, questa, ad, alla, alle, ai, agli, dei, degli, delle, sul, sulla, tra, viene, essere, deve, può, se, quando, più, vi, ti, suo, sua, cui, ma
key: chiave api, chiavi api, chiave, chiavi, chiave segreta, credenziali, token personale, token api, chiave di accesso, chiave di api, api key*, chiavi di accesso, credenziali di accesso, credenziali api, chiave di produzione, chiavi di produzione, chiave di autenticazione, chiave e segreto, password applicativa, coppia di chiavi, api token
token: token di accesso, token, jeton, access token, access_token, jwt, token jwt, bearer token
client: client id, identificativo, client_id, client_secret, id cliente, segreto client, id e segreto, identificativo e segreto
otherkey: chiave pubblica, chiave privata, token di sessione, segreto del webhook, chiave di firma, chiave di cifratura, chiave ssh, chiave di licenza, token di riferimento, token di ricerca, token di paginazione
make: gener*, crea, creare, crei, creat*, registr*, aggiung*, creazione, crearne, rilasciare, emettere, nuova, nuovo
find: copi*, trov*, vedi, visualizz*, mostrat*, disponibil*, vedrai, recuper*, visibile, visibili, appare, apparirà, compare, reperibile, reperire, annota, consulta*, presente in
get: otten*, ottieni, ricev*, otterrai, prendi, prelev*, acquisire
have: otten*, ottieni, ricev*
click: clicc*, apri, accedi, vai, seleziona, scegli, entra, premi, accedere, selezionare, effettua il login, click su, selezionando, premere, premendo, entrare, aprire, effettuare il login, effettua l accesso, loggati, naviga, recati, pulsante, bottone, icona
place: pannello, impostazioni, profilo, portale, account, console, menu, pagina, dashboard, area clienti, area riservata, sezione, scheda, area personale, back office, nell'area clienti, area utente, area sviluppatori, menù, configurazione, integrazioni, gestione, amministrazione, backoffice, piattaforma, preferenze
atonce: subito, immediat*, automatic*, da solo, in qualsiasi momento, istantanea*, all istante, gratuitamente, gratis, gratuito, gratuita, in pochi minuti, in pochi secondi, in autonomia, autonomamente, una sola volta, solo una volta, in ogni momento, da soli, appena, self service
app: utente tecnico, utenza tecnica, utente api, applicazione, applicazioni, app, integrazione, integrazioni
signup: registrati, registratevi, crea un account, account sviluppatore, iscriviti, registrarsi, crea un profilo, registra un account, creare un account, iscriversi, registrarti, account gratuito, apri un account, aprire un account, iscrizione, registrazione
ask: richied*, richiesta, richieste, modulo, domanda, compila, compilare, chiedi, chiedere, ticket, compilando, form, candidatura
contact: contatta*, scrivi*, rivolgiti, scrivere, invia una mail, inviare una mail, inviare un email, invia un email, parla con, rivolgersi, rivolgetevi, mettiti in contatto
approve: approva*, verific*, revision*, certific*, contratto, previa, esame, adesione, soggett*, convenzione, accreditament*, accreditat*, qualific*, validazione, abilitazione, abilitat*, valutazione, autorizzat*, autorizziamo, accordo, stipula, onboarding, omologazione, nulla osta, idoneità, validata, subordinat*
wait: lista d'attesa, giorni lavorativi
vendor: nostro, nostra, noi, commerciale, supporto, team, ufficio, i nostri, referente, assistenza, gestore, servizio clienti, reparto, amministratore, account manager, consulente, helpdesk
give: rilasc*, forni*, invia*, attiv*, conced*, consegn*, invieremo, ti verrà, ti verranno, vi verranno, assegn*, abilit*, comunicat*, riceverai
limitedto: solo per, riservat*, esclusiv*
partner: partner, clienti aziendali
door: api, accesso, produzione, sandbox
user: utente, utenti, cliente finale, clienti finali, tuoi clienti, titolare
life: scad*, valid*, dura, durata, vita, ttl, time to live
never: non scade*, non scadono, senza scadenza, non scad*, nessuna scadenza, scadenza illimitata, validità illimitata, non hanno scadenza, non ha scadenza, illimitat*, permanente, non scadono mai, non scade mai, mai scadenza, sempre valid*, a tempo indeterminato
again: nuovo, nuova, altro, stesso modo, stessa, nuovi, nuove, nuovamente, ancora, ripetere, ripeti
renew: rinnov*, aggiorn*, refresh del token, prolungare, estendere
program: programma, automaticamente, tua applicazione, vostra applicazione, tuo sistema, server, sdk, script, software, backend
relogin: accedere di nuovo, autorizzare di nuovo, manualmente, autorizzare nuovamente, nuova autorizzazione, nuovo consenso, effettuare nuovamente, riautorizz*, ricolleg*, autenticarsi di nuovo, rieffettuare, accedere nuovamente, effettuare di nuovo l accesso, rinnovare il consenso, autorizzare un altra volta, ricollegare
revoke: revoc*, elimin*, cancell*, disattiv*, rigener*, invalid*, annull*, rimuov*, disabilit*, bidone, cestino, ruotare, rotazione, sostitu*, blocca*
permission: permessi, autorizzazioni, diritti, permesso, ambiti, autorizzazione ai, privilegi, scope, ambito, scopes, livello di accesso, livelli di accesso, privilegio
restrict: limit*, scegli*, selezion*, assegn*, associare, associarlo, associato, definire, definisci, specific*, configur*, conced*, determin*, controll*
limitverb: limit*, scegli*, selezion*, assegn*, ristrett*, circoscritt*, solo a, solamente, può solo, possono solo, può accedere solo
resource: risorse, progetti
someof: determinate
wherefrom: dominio, domini, origine, origini, rete, reti
role: ruolo, ruoli
readonly: sola lettura
full: accesso completo, tutti i permessi, stessi permessi, accesso totale, accesso illimitato, controllo completo, tutti i diritti, intero account, tutte le risorse, qualsiasi operazione
send: invia*, inseris*, pass*, us*, utilizz*, autentic*, trasm*, inserire, inserito, inserita, includere, incluso, inclusa, specificare, aggiungere, fornire, fornite, precedut*, prefisso, costituito da
header: intestazione, intestazioni, header, headers
trade: scambi*, convertire
maybe-password: password
no: senza, nessun*, né
neg: non, mai
support: support*, offr*, accett*, serve, necessari*, disponib*, richiest*, occorre, utilizza, utilizziamo, usa, usiamo, possibile, previsto, permette, consente
denied: non è supportat*, non sono supportat*, non support*, non è disponibil*, non serve, non è più, non più support*, dismess*, non offr*, non previst*, non è previst*, deprecat*, non supporta, non supportiamo, non è possibile, non è consentit*, non è necessari*, non è richiest*, non esiste, non esistono, non viene utilizzat*, non più, rimoss*, abbandonat*, ignorato, ignorata, ignorati, ignorate
notapi: fattura*, ferie, pagament*, ordin*, dati personali
test: sandbox, test, collaudo
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
refresh: token di aggiornamento, refresh token*, token di refresh, quelli di aggiornamento, token di rinnovo
code: codice di autorizzazione, codice
flow: flusso, flussi, autenticazione, autorizzazione, grant
grantword: flusso, flussi, grant
g:implicit: flusso implicito, grant implicito
basic: autenticazione base, autenticazione di base, http basic
enddate: scadenza, validità
ends: scade, scadono, scaduto, scaduta, scadenza, scadrà
short: breve durata, durata limitata, temporane*
personact: utente deve, utente dovrà, l'utente deve, cliente deve
lesson: cos è, cosa sono, differenza tra, differenze tra, glossario, definizione, buone pratiche, wikipedia
renewask: richiedere, richiedi, ottenere, ottieni, generare, genera, chiamare, effettuare, creare, autenticarsi
g:client_credentials: machine to machine, server to server, credenziali client, client credentials
g:authorization_code: flusso di autorizzazione, authorization code
other: link, password, sessione, sessioni, invito, inviti, file, documento, documenti, certificato, certificati, coupon, offerta, offerte, prova gratuita, cookie, preventivo, abbonamento
define: è una stringa, è un identificativo, sono identificatori, sono degli identificatori, è un protocollo, è uno standard, si intende
apicall: richiesta all api, richieste all api, richiesta alla api, richieste alla api, la richiesta contiene, richiesta http, con l api, tramite l api, tramite api, attraverso l api, via api, con questa chiamata, chiamata all api, chiamate all api
error: errore, errori, 401, 403, 400, non valido, non valida, non autorizzato, mancante
until: fino a, finché, una volta, dopo che, non appena
if: se, quando, qualora, nel caso
only: solo, soltanto, solamente, unicamente, esclusivamente
can: non è possibile, non può, non possono, impossibile
authcode: codice di autorizzazione, codici di autorizzazione
redirect: reindirizz*
inherit: eredita, ereditano, stessi permessi di, stessi diritti di
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
within: entro, nel periodo di
noauth: senza autenticazione, non richiede autenticazione, senza chiave, nessuna autenticazione, alcuna autenticazione, nessuna chiave, nessuna registrazione, senza registrazione, senza token, non serve alcuna chiave, non è richiesta alcuna chiave, nessuna credenziale, non serve registrarsi, non servono, non è necessaria alcuna autenticazione, nessun account, nessun token, né chiave, non occorre registrarsi, non richiede registrazione
whole: tutti gli endpoint, questa api, nostra api, l api è, api pubblica, api aperta, chiunque, liberamente accessibil*, accesso libero, i servizi sono, i dati sono, aperta a tutti
noapi: non offriamo api, non abbiamo api, nessuna api pubblica, non disponiamo di api, non è disponibile un api, non esiste un api, non forniamo api
cookie: cookie di sessione
authverb: autentic*, avviene, inviare, invia, utilizza, usa, includere, richiede, identific*
fixed: non cambia, non cambiano, non varia, rimane la stessa, rimane lo stesso, resta la stessa
static: chiave statica, chiavi statiche, token statico, chiave fissa, token fisso
paste: incolla, incollala, incollarla, incollare, incollalo
ago: fa, prima
cookieword: cookie
anon: anonim*, accesso libero, liberamente, dati aperti, a chiunque
notoken: nessun token, senza token, non usiamo token, non esistono token, né token
bare: senza prefisso, senza la parola
query: query string, parametro url, parametro della url
banner: questo sito, il sito utilizza
signin: login, accesso, sessione, autentica*
calls: richiest*, chiamat*, api, dati, consulta*, interroga*, servizi*
nowait: senza attesa, senza attese, senza attendere, senza aspettare, senza dover attendere, nessuna attesa, non occorre attendere, non bisogna attendere, non si deve attendere
wegive: rilasciamo, emettiamo, inviamo, forniamo, consegniamo, generiamo
reply: risposta, risposte
`;

/** Italian. */
export const italian = `
stop: il, lo, la, i, gli, le, di, del, della, dell, un, una, e, è, sono, in, nel, nella, nelle, per, con, su, tuo, tua, si, che, al, non, puoi, da, dal, o, come, nostro, nostra, dopo, alcuna, l
key: chiave api, chiavi api, chiave, chiavi, chiave segreta, credenziali, token personale, token api, chiave di accesso, chiave di api, api key*, chiavi di accesso, credenziali di accesso, credenziali api
token: token di accesso, token, jeton
client: client id, identificativo
otherkey: chiave pubblica, chiave privata, token di sessione
make: gener*, crea, creare, crei, creat*, create, registr*, aggiung*
find: copi*, trov*, vedi, visualizz*, mostrat*, disponibil*, copia, trovi, vedrai, recuper*, visualizza
get: otten*, ottieni, ricev*
have: otten*, ottieni, ricev*
click: clicc*, apri, accedi, vai, seleziona, scegli, entra, cliccare, premi, accedere, entra in, apri la, selezionare, effettua il login
place: pannello, pannello di controllo, impostazioni, profilo, portale, account, console, menu, pagina, dashboard, area clienti, area riservata, sezione, pagina api, tuo profilo, sezione sviluppatore, scheda, portale sviluppatori, area personale, back office, impostazioni account, nell'area clienti
atonce: subito, immediat*, automatic*, da solo, in qualsiasi momento, istantanea*
app: applicazione, applicazioni, app
signup: registrati, registratevi, crea un account, crea un account gratuito, account sviluppatore, iscriviti, registrarsi, crea un profilo, registra un account, creare un account, iscriversi
ask: richied*, richiesta, richieste, modulo, su richiesta, richiedere, fare richiesta, domanda, compila, compilare, inviare la richiesta
contact: contatta*, contattaci, scrivi*, rivolgiti, contattare, contattateci, scrivere a, scrivici, contattando
approve: approva*, verific*, revision*, certific*, contratto, autorizza*, previa, esame, adesione, soggett*, convenzione, accreditament*, accreditat*, qualific*, approvazione, validazione, firma del contratto, abilitazione, abilitat*, valutazione, nostra approvazione
wait: lista d'attesa, giorni lavorativi
vendor: nostro, nostra, noi, ufficio commerciale, commerciale, supporto, team, nostro team, ufficio, il nostro, i nostri, referente, assistenza, gestore
give: rilasc*, forni*, invia*, attiv*, conced*, consegn*
limitedto: solo per, riservat*, esclusiv*
partner: partner, clienti aziendali
door: api, accesso, produzione, sandbox, ambiente di produzione, in produzione, accesso alle api, le api
user: utente, utenti, cliente, clienti
life: scad*, valid*, validità, dura, durata, durata di, vita, valido per, validi, valida, validi per
never: non scade*, non scadono, senza scadenza, non scad*, nessuna scadenza, scadenza illimitata, validità illimitata, non hanno scadenza, non ha scadenza, illimitat*, permanente
again: nuovo, nuova, altro, di nuovo, stesso modo, stessa
renew: rinnov*, aggiorn*
program: programma
relogin: accedere di nuovo, autorizzare di nuovo, manualmente, autorizzare nuovamente, nuova autorizzazione, nuovo consenso, effettuare nuovamente, riautorizz*, ricolleg*, autenticarsi di nuovo, rieffettuare
revoke: revoc*, elimin*, cancell*, disattiv*, rigener*, revocare, eliminare, rigenerare, invalid*, annull*, rimuov*
permission: permessi, autorizzazioni, diritti, permesso, ambiti, autorizzazione ai, privilegi, scope
restrict: limit*, scegli*, selezion*, assegn*
limitverb: limit*, scegli*, selezion*, assegn*
resource: risorse, determinate, progetti
role: ruolo, ruoli
readonly: sola lettura
full: accesso completo
send: invia*, inseris*, pass*, us*, utilizz*, autentic*, trasm*
header: intestazione, intestazioni, header
trade: scambi*
maybe-password: password
no: senza, nessun*, né
neg: non, mai
support: support*, offr*, accett*, serve, necessari*, disponib*, richiest*, occorre
denied: non è supportat*, non sono supportat*, non support*, non è disponibil*, non serve, non è più, non più support*, dismess*, non offr*, non previst*, non è previst*, deprecat*
notapi: fattura*, ferie, pagament*, ordin*, dati personali
test: sandbox, test, ambiente di test, collaudo
u:1: secondo, secondi
u:60: minuto, minuti
u:3600: ora, ore
u:86400: giorno, giorni
u:604800: settiman*
u:2592000: mese, mesi
u:31536000: anno, anni
n:1: un, una, uno
n:2: due
auto: automaticamente, subito
loginpair: utente e password
refresh: token di aggiornamento, refresh token*, token di refresh
code: codice di autorizzazione, codice
flow: flusso, flussi, autenticazione, autorizzazione, grant
grantword: flusso, flussi, grant, tipo di grant
g:implicit: flusso implicito, grant implicito
basic: autenticazione base, autenticazione di base, http basic
enddate: data di scadenza, scadenza, validità
ends: scade, scadono, scaduto, scaduta, scadenza, scadrà
short: breve durata, durata limitata, temporane*
personact: utente deve, utente dovrà, l'utente deve, cliente deve
`;

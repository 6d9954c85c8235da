/** German. */
export const german = `
stop: der, die, das, und, ist, sind, sie, nicht, ein, eine, einen, einem, ihr, ihre, ihren, mit, für, von, im, den, dem, des, zu, wird, werden, auf, bei, nach, kein, keine, keinen, können, ihnen, wir, oder, unter, sich, muss, du, dir, dich, deine, deinen, deiner, uns, es, an, aus, durch, wenn, diese, dieser, dieses, welche, welches, um, so, haben, hat, nur, wurde
key: api schlüssel*, schlüssel, zugangsdaten, apischlüssel*, zugangsschlüssel*, geheimschlüssel*, zugangscode*, zugangs id, sicherheitsschlüssel*, api zugangsdaten, schlüsselpaar*, api zugriff, persönliche* token*, persönliche* zugriffstoken*, api kennung, api key, api keys, zugriffsschlüssel*, api token*, anmeldedaten, zugangsschluessel*, credentials, zugriffsdaten, api zugangsschlüssel, api kennwort, anwendungskennwort, anwendungspasswort, app passwort
token: zugriffstoken*, zugangstoken*, token, tokens
client: client id, kennung und geheimnis, kennung, geheimnis, mandantenkennung, client id und secret, oauth2 client*, oauth client*, client zugangsdaten, client credentials
otherkey: sitzungstoken*, öffentliche* schlüssel, private* schlüssel, privatschlüssel, schlüssel zum erfolg, webhook geheimnis, webhook secret, signaturschlüssel, lizenzschlüssel, verschlüsselungsschlüssel, produktschlüssel, ssh schlüssel, kundenkarten token, gerätetoken, suchtoken, zählerschlüssel, seitentoken
make: erstell*, generier*, erzeug*, anleg*, legen, lege, anzulegen, hinzufüg*, registrier*, legst, beziehen, ausstell*, ausgestellt
find: find*, kopier*, einseh*, abruf*, seh*, angezeigt, anzeig*, entnehm*, ersichtlich, notier*, speicher*, hinterlegt, auslesen, liegt, nachschlagen
get: erhalt*, bekomm*, steh*, gelang*, erhältst, beziehen, besorg*, abholen, verfügbar, erhältlich
have: erhalt*, bekomm*, steh*, gelang*
click: klick*, öffn*, wähl*, navigier*, geh*, anmeld*, einlogg*, wechsel*, rufen sie, logge, drücke*, tippe*, melde dich, loggen sie, log dich, rufe, scrolle*, button, schaltfläche, menüpunkt, knopf
place: kundenkonto, entwicklerportal, portal, konto, kundenbereich, profil, dashboard, konsole, menü, kundencenter, benutzerkonto, verwaltung, entwicklerbereich, admin bereich, backend, oberfläche, kundenportal, einstellung*, api bereich, administrationsbereich, nutzerprofil, reiter, marketplace, marktplatz, adminbereich, entwicklerkonsole, administration, kontoeinstellungen, benutzereinstellungen, profileinstellungen, sicherheitseinstellungen, integrationen, account, cockpit, weboberfläche, menüpunkt, bereich entwickler, systemeinstellungen, mandanteneinstellungen, self service
atonce: sofort, selbst, selbstständig, jederzeit, automatisch, umgehend, direkt, eigenständig, selber, ohne wartezeit, unmittelbar, im anschluss, einmalig angezeigt, nur einmal angezeigt, kostenlos
app: anwendung*, app, apps, oauth2 client*, oauth client*, client, clients, integration, integrationen, applikation*
signup: registrieren sie sich, konto anlegen, konto erstellen, entwicklerkonto, kundenkonto erstellen, konto eröffnen, kostenlose* konto, registrierung, registriere dich, konto erstell*, account anlegen, anmelden und, kostenlos registrieren, benutzerkonto anlegen, account erstellen, account anzulegen, neues konto, testaccount, entwickleraccount
ask: beantrag*, antrag*, auf anfrage, formular, anforder*, bewerb*, schriftlich, einreichen, reichen sie, angefordert, bitte um, ersuchen, ticket, supportanfrage, ausfüllen, ausgefüllt, anmeldeformular, onlineformular
contact: kontaktier*, schreiben sie, vertrieb, ansprechpartner*, kontakt, e mail an, wenden, kontaktformular, setzen sie sich, schreib uns, schicken sie, senden sie eine, meld dich bei, rufen sie uns, wende dich, sprechen sie
approve: freischalt*, freigeschalt*, freigabe, prüfung, geprüft, prüfen, genehmig*, zulassung, lizenz, vertrag, zertifizier*, bestätig*, voraussetz*, setzt, kooperationsvertrag*, nutzungsvertrag*, vertragsabschluss, zugelassen, freigeben, überprüf*, begutacht*, bewillig*, vereinbarung, unterzeichn*, onboarding, abnahme, verifizier*, akkreditier*, erlaubnis, freigegeben, auftragsverarbeitung, rahmenvertrag, vertragsunterzeichnung, compliance, sicherheitsprüfung, nachweis, legitimation, abgenommen, zustimmung des anbieters
wait: warteliste, werktage*, arbeitstage*, geschäftstage*
vendor: wir, uns, unser*, support, vertrieb*, team, kundenservice, kundenbetreuer*, kundenberater*, partnerbetreuung, fachabteilung, partnermanagement, kundendienst, ansprechpartner, account manager, helpdesk, hotline, it abteilung, geschäftsstelle, betreuer*, anbieter, hersteller
give: erhalt*, schick*, senden, sendet, zusenden, bekomm*, freischalt*, freigeschalt*, zugeschickt, mitgeteilt, vergeben, bereitgestellt, zur verfügung gestellt, zugesandt, zugesendet, übermittelt, ausgehändigt, zugeteilt, zugewiesen, stellen wir, teilen wir, einrichten, eingerichtet
limitedto: nur für, ausschließlich, vorbehalten
partner: partner, partnern, geschäftskunden, vertragspartner*
door: api, schnittstelle*, zugang*, zugriff*, sandbox, produktion*, produktiv*, live betrieb, echtbetrieb, nutzung, entwicklerbereich*, entwicklerzugang*, apis, liveumgebung
user: nutzer*, benutzer*, kunde, kunden
life: läuft, laufen, verfällt, verfallen, gültig, gültigkeit*, ablauf*, abgelaufen, gilt, gelten, abläuft, ungültig, laufzeit, lebensdauer, haltbar, wirksam, lebt, bestand, verlier*, hält, ttl, lebenszeit
never: laufen nicht ab, läuft nicht ab, unbegrenzt gültig, verfällt nicht, verfallen nicht, kein ablaufdatum, unbefristet*, läuft nie ab, laufen nie ab, nicht ab, unbegrenzt, kein ablauf, zeitlich unbegrenzt, dauerhaft gültig, ohne ablaufdatum, nicht abläuft, niemals ab, bleibt gültig, bleiben gültig, dauerhaft, ewig gültig, kein verfallsdatum, unbegrenzte gültigkeit, unbegrenzter gültigkeit, keine ablaufzeit
again: neu, neue, neues, neuen, erneut, auf demselben weg, wieder, nochmals, noch einmal, weiteres, weiteren, wiederum, gleichen weg, selben weg, gleiche weise
renew: erneuer*, verlänger*, auffrisch*, aktualisier*, neu ausgestellt, neu erzeugen, neu anfordern, neu beziehen, neu holen
program: programm, programme, bibliothek, anwendung, automatisch, programmgesteuert, client, skript, ihr system, software, backend
relogin: erneut anmelden, neu anmelden, wieder anmelden, erneut einloggen, erneut zustimmen, manuell, erneut autorisieren, erneut freigeben, neu verbinden, erneut verbinden, erneut einwilligen, neu autorisieren, nochmals anmelden, einwilligung erneuern, neu einloggen, erneut bestätigen, im browser neu freigeben, neu freigeben, erneut verknüpfen, neu einwilligen
revoke: widerruf*, löschen, gelöscht, sperren, gesperrt, zurücksetz*, entzieh*, entzogen, deaktivier*, entfern*, ungültig machen, invalidier*, löschst, austausch*, zurückziehen, zurückgezogen, annullier*, rückgängig, ungültig gemacht, abschalt*, rotier*, ersetzen
permission: berechtigung*, rechte, zugriffsrechte, datenzugriff*, zugriffsumfang, leserechte, schreibrechte, befugnis*, umfang, scopes, zugriffsberechtigung*, kontrolle über die
restrict: beschränk*, einschränk*, begrenz*, wähl*, lässt sich, zuweis*, festleg*, bestimm*, definier*, vergeb*, eingrenz*, detaillierte kontrolle, steuer*, vergabe, auswähl*, ausgewählt
limitverb: beschränk*, einschränk*, begrenz*, wähl*, lässt sich, zuweis*, nur auf, kann nur, können nur, darf nur, dürfen nur
resource: lager, endpunkte*, ressourcen, projekte*
someof: einzelne, bestimmte
wherefrom: ip adress*, adressbereich*, domain*, domäne*, herkunft*, netzwerk*, subnetz*
role: rolle, rollen
readonly: nur lesen, auf lesen, lesezugriff, schreibgeschützt, lesend, lese und schreib*
full: vollzugriff, vollen zugriff, alles, alle rechte, sämtliche rechte, alle daten, gleiche rechte, gleichen rechte, dieselben rechte, gesamten account, gesamte konto, volle rechte, uneingeschränkt*, alle berechtigungen, sämtliche berechtigungen, alle zugriffsrechte
send: übergeben, send*, übermittel*, mitgegeben, authentifizier*, angegeben, erfolgt, verwend*, nutz*, mit, mitgesendet, mitgeschickt, mitgeben, mitschicken, anhängen, angehängt, setzen, hinzufügen, übertragen, übergibst, enthalten, gesetzt, mitzuschicken, mitzusenden
header: header, kopfzeile, kopfzeilen, kopf
maybe-password: passwort, kennwort
trade: tausch*, umtausch*, eintausch*, umgetauscht, eingetauscht, getauscht, einlösen, eingelöst, löst, umwandel*, wechseln sie
no: kein, keine, keinen, keiner, keines, ohne, weder
neg: nicht, nie, niemals
support: unterstütz*, angeboten, verfügbar, möglich, nötig, erforderlich, notwendig, ausgestellt, ausgegeben, akzeptiert, biet*, stehen zur verfügung, steht zur verfügung, verwendet, genutzt, erlaubt, zulässig, angenommen, benötigt
denied: nicht unterstützt, nicht angeboten, nicht verfügbar, nicht möglich, nicht ausgestellt, nicht mehr, nicht nötig, nicht erforderlich, wird nicht angeboten, werden nicht angeboten, wird nicht unterstützt, werden nicht unterstützt, abgeschafft, entfällt, abgeschaltet, eingestellt, abgekündigt, nicht länger, nicht notwendig, nicht vorgesehen, nicht erlaubt, nicht zulässig, ausgeschlossen, nicht genutzt, nicht verwendet, werden nicht benötigt, wird nicht benötigt, gibt es bei uns nicht, ist weggefallen, nicht mehr unterstützt, ignoriert
notapi: rechnung*, urlaub*, zahlung*, vorlage*, bestellung*, bewerbung*, angebot*, erfolg*
test: sandbox, testumgebung
noapi: keine öffentliche api, keine api, keine öffentliche schnittstelle, keine schnittstelle, öffentliche api bieten wir * nicht, öffentliche api gibt es * nicht, derzeit keine api, bieten keine api, keine offene api, keine öffentlichen schnittstellen
u:1: sekunde*
u:60: minute*
u:3600: stunde*, std
u:86400: tag, tage, tagen
u:604800: woche*
u:2592000: monat*
u:31536000: jahr*
n:1: ein, eine, einen, einer, einem, jede, jedes, jeden
n:2: zwei
n:3: drei
n:12: zwölf
n:24: vierundzwanzig
auto: automatisch, sofort
loginpair: e mail und passwort, benutzername und passwort, benutzernamen und passwort
refresh: aktualisierungstoken*, refresh token*
code: autorisierungscode*, code
flow: authentifizier*, autorisierung, grant typ*, verfahren, ablauf, anmeldeverfahren
grantword: verfahren, ablauf, flow, grant
basic: basis authentifizierung, basic authentifizierung, http basis*
enddate: ablaufdatum, verfallsdatum, gültigkeitsdauer, laufzeit, gültigkeit
ends: abgelaufen, abläuft, läuft ab, laufen ab, verfällt
short: kurzlebig*, begrenzte gültigkeit, befristet*
personact: muss der nutzer, nutzer muss, benutzer muss, nutzer müssen, muss der benutzer, müssen sie sich, muss der kunde, kunde muss
lesson: was ist ein*, was sind, unterschied zwischen, einfach erklärt, grundlagen, begriffserklärung, glossar, vergleich, best practices
renewask: erzeugen, anfordern, holen, beziehen, abrufen, anfragen, generieren, anmelden, einloggen, besorgen, ausstellen, erhalten
g:client_credentials: maschine zu maschine, server zu server, system zu system, client credentials verfahren, client credentials flow
g:authorization_code: authorization code verfahren, autorisierungscode verfahren, autorisierungscode flow, authorization code flow
endusers: endkunden melden sich, social login, anmeldung ihrer kunden
other: einladung*, link, links, passwort, passwörter, datei, dateien, sitzung, session, cookie*, angebot, gutschein*, zertifikat*, testversion, probezeit
define: bezeichnet, versteht man, steht für, dient der, ist ein protokoll
apicall: anfrage an die api, anfragen an die api, anfrage an unsere api, anfragen an unsere api, über die api, mit der api, mit diesem aufruf, per api, api anfrage*, api aufruf*, http anfrage*
error: fehler*, ungültiger token, ungültiges token, token fehlt, abgelehnt, fehlende
until: bis, erst nach, erst wenn, solange, erst nachdem, sobald
if: wenn, falls, sofern, ob
can: kann nicht, können nicht, nicht möglich, kannst nicht
everyone: jeder, jede, jedes, alle
only: nur, ausschließlich, lediglich, einzig
authcode: autorisierungscode*, authorization code, autorisierungs code
redirect: weitergeleit*, weiterleit*, umgeleitet, umleit*
inherit: übernehmen, übernimmt, erbt, erben, geerbt, vererb*, dieselben berechtigungen, die gleichen berechtigungen, gleichen rechte
n:4: vier
n:5: fünf
n:6: sechs
n:7: sieben
n:8: acht
n:10: zehn
n:14: vierzehn
n:15: fünfzehn
n:20: zwanzig
n:30: dreißig, dreissig
n:60: sechzig
n:90: neunzig
n:0.5: halbe, halben
within: innerhalb, binnen, im zeitraum von
noauth: keine authentifizierung, ohne authentifizierung, kein api schlüssel, keinen api schlüssel, ohne api schlüssel, keine anmeldung, ohne anmeldung, kein schlüssel, keinen schlüssel, ohne registrierung, ohne schlüssel, kein konto, weder konto noch, ohne anmeldedaten, kein zugang nötig, weder eine anmeldung, keine registrierung, keine authentisierung, keiner anmeldung, keine anmeldedaten, weder anmeldung, ohne authentisierung, ohne token, ohne api key, kein api key
whole: alle endpunkte, die schnittstelle ist, unsere api, diese api, die api, öffentliche api, jeder, frei zugänglich, öffentlich zugänglich, die daten, das lesen
cookie: session cookie*, sitzungscookie*, sitzungs cookie*
authverb: prüft, authentifizier*, erfolgt, verwendet, nutzt, senden, mitsenden, mitschicken
fixed: ändert sich nicht, nicht ändert, ändern sich nicht, bleibt gleich, bleibt unverändert, unveränderlich
static: statischer api key, statischer api schlüssel, statische* schlüssel, statische* api schlüssel, statische* token, fester api schlüssel, fester schlüssel, feste* token
paste: einfügen, fügen sie ihn, fügen sie es, eintragen, tragen sie, kopieren sie die * * in das feld, füge ihn, hinterlegen sie
ago: vor
cookieword: cookie, cookies
anon: anonym, anonyme, anonymen, anonymer, offen zugänglich, frei zugänglich, öffentlich zugänglich, frei nutzbar, frei verfügbar
notoken: keine tokens, weder token, ohne token
bare: ohne präfix, ohne bearer, ohne zusatz
banner: website verwendet, webseite verwendet, seite verwendet cookies, nutzt cookies
signin: anmeld*, einlogg*, login, sitzung, session
calls: anfrage*, abfrage*, abruf*, aufruf*, api, schnittstelle, daten, zugriff*, dienst*
nowait: ohne wartezeit*, keine wartezeit*, kein warten, ohne zu warten, ohne warten, nicht warten, auf niemanden warten, ohne auf jemanden zu warten
wegive: stellen wir, wir stellen, vergeben wir, wir vergeben, senden wir, wir senden, schicken wir, wir schicken, geben wir, erstellen wir, wir erstellen
reply: antwort*
`;

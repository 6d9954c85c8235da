/** German. */
export const german = `
stop: der, die, das, und, ist, sind, sie, nicht, ein, eine, einen, einem, ihr, ihre, ihren, mit, für, von, im, den, dem, des, zu, wird, werden, auf, bei, nach, kein, keine, keinen, können, ihnen, wir, oder, unter, sich, muss, du, dir, dich, deine, deinen, deiner, uns, es, an, aus, durch, wenn, diese, dieser, dieses, welche, welches, um, so, haben, hat, nur, wurde
key: schlüssel, zugangsdaten, apischlüssel*, zugangsschlüssel*, geheimschlüssel*, zugangscode*, sicherheitsschlüssel*, schlüsselpaar*, zugriffsschlüssel*, anmeldedaten, zugangsschluessel*, credentials, zugriffsdaten, anwendungskennwort, anwendungspasswort
token: zugriffstoken*, zugangstoken*, token, tokens
client: kennung, geheimnis, mandantenkennung, client id und secret, oauth2 client*
otherkey: sitzungstoken*, öffentliche* schlüssel, private* schlüssel, privatschlüssel, schlüssel zum erfolg, webhook geheimnis, webhook secret, signaturschlüssel, lizenzschlüssel, verschlüsselungsschlüssel, produktschlüssel, ssh schlüssel
make: erstell*, generier*, erzeug*, anleg*, legen, lege, anzulegen, hinzufüg*, registrier*, legst, beziehen, ausstell*, ausgestellt
find: find*, kopier*, einseh*, abruf*, seh*, angezeigt, anzeig*, entnehm*, ersichtlich, notier*, speicher*, hinterlegt, auslesen, liegt, nachschlagen
get: erhalt*, bekomm*, steh*, gelang*, erhältst, beziehen, besorg*, abholen, verfügbar, erhältlich
have: erhalt*, bekomm*, steh*, gelang*
click: klick*, öffn*, wähl*, navigier*, geh*, anmeld*, einlogg*, wechsel*, logge, drücke*, tippe*, rufe, scrolle*, button, schaltfläche, menüpunkt, knopf
place: kundenkonto, entwicklerportal, portal, konto, kundenbereich, profil, dashboard, konsole, menü, kundencenter, benutzerkonto, verwaltung, entwicklerbereich, backend, oberfläche, kundenportal, einstellung*, administrationsbereich, nutzerprofil, reiter, marketplace, marktplatz, adminbereich, entwicklerkonsole, administration, kontoeinstellungen, benutzereinstellungen, profileinstellungen, sicherheitseinstellungen, integrationen, account, cockpit, weboberfläche, menüpunkt, systemeinstellungen, mandanteneinstellungen
atonce: sofort, selbst, selbstständig, jederzeit, automatisch, umgehend, direkt, eigenständig, selber, unmittelbar, kostenlos
app: anwendung*, app, apps, client, clients, integration, integrationen, applikation*
signup: registrieren sie sich, entwicklerkonto, registrierung, testaccount, entwickleraccount
ask: beantrag*, antrag*, formular, anforder*, bewerb*, schriftlich, einreichen, angefordert, ersuchen, ticket, supportanfrage, ausfüllen, ausgefüllt, anmeldeformular, onlineformular
contact: kontaktier*, vertrieb, ansprechpartner*, kontakt, wenden, kontaktformular
approve: freischalt*, freigeschalt*, freigabe, prüfung, geprüft, prüfen, genehmig*, zulassung, lizenz, vertrag, zertifizier*, bestätig*, voraussetz*, setzt, kooperationsvertrag*, nutzungsvertrag*, vertragsabschluss, zugelassen, freigeben, überprüf*, begutacht*, bewillig*, vereinbarung, unterzeichn*, onboarding, abnahme, verifizier*, akkreditier*, erlaubnis, freigegeben, auftragsverarbeitung, rahmenvertrag, vertragsunterzeichnung, compliance, sicherheitsprüfung, nachweis, legitimation, abgenommen
wait: warteliste, werktage*, arbeitstage*, geschäftstage*, innerhalb von werktagen
vendor: wir, uns, unser*, support, vertrieb*, team, kundenservice, kundenbetreuer*, kundenberater*, partnerbetreuung, fachabteilung, partnermanagement, kundendienst, ansprechpartner, helpdesk, hotline, geschäftsstelle, betreuer*, anbieter, hersteller
give: erhalt*, schick*, senden, sendet, zusenden, bekomm*, freischalt*, freigeschalt*, zugeschickt, mitgeteilt, vergeben, bereitgestellt, zugesandt, zugesendet, übermittelt, ausgehändigt, zugeteilt, zugewiesen, einrichten, eingerichtet
limitedto: nur für, ausschließlich, vorbehalten
partner: partner, partnern, geschäftskunden, vertragspartner*
door: api, schnittstelle*, zugang*, zugriff*, sandbox, produktion*, produktiv*, echtbetrieb, nutzung, entwicklerbereich*, entwicklerzugang*, apis, liveumgebung
user: nutzer*, benutzer*, kunde, kunden
life: läuft, laufen, verfällt, verfallen, gültig, gültigkeit*, ablauf*, abgelaufen, gilt, gelten, abläuft, ungültig, laufzeit, lebensdauer, haltbar, wirksam, lebt, bestand, verlier*, hält, ttl, lebenszeit
never: unbegrenzt gültig, verfällt nicht, verfallen nicht, kein ablaufdatum, unbefristet*, nicht ab, unbegrenzt, kein ablauf, zeitlich unbegrenzt, dauerhaft gültig, ohne ablaufdatum, nicht abläuft, niemals ab, bleibt gültig, bleiben gültig, dauerhaft, ewig gültig, kein verfallsdatum, unbegrenzte gültigkeit, unbegrenzter gültigkeit, keine ablaufzeit
again: neu, neue, neues, neuen, erneut, wieder, nochmals, weiteres, weiteren, wiederum
renew: erneuer*, verlänger*, auffrisch*, aktualisier*
program: programm, programme, bibliothek, anwendung, automatisch, programmgesteuert, client, skript, software, backend
relogin: erneut anmelden, manuell
revoke: widerruf*, löschen, gelöscht, sperren, gesperrt, zurücksetz*, entzieh*, entzogen, deaktivier*, entfern*, invalidier*, löschst, austausch*, zurückziehen, zurückgezogen, annullier*, rückgängig, abschalt*, rotier*, ersetzen
permission: berechtigung*, rechte, zugriffsrechte, datenzugriff*, zugriffsumfang, leserechte, schreibrechte, befugnis*, umfang, scopes, zugriffsberechtigung*
restrict: beschränk*, einschränk*, begrenz*, wähl*, zuweis*, festleg*, bestimm*, definier*, vergeb*, eingrenz*, steuer*, vergabe, auswähl*, ausgewählt
limitverb: beschränk*, einschränk*, begrenz*, wähl*, zuweis*
resource: einzelne, bestimmte, lager, endpunkte*, ressourcen, projekte*
role: rolle, rollen
readonly: nur lesen, nur lesend, auf lesen, lesezugriff, schreibgeschützt, lesend, lese und schreib*
full: vollzugriff, vollen zugriff, alles, alle rechte, sämtliche rechte, alle daten, gleiche rechte, gleichen rechte, dieselben rechte, gesamten account, gesamte konto, volle rechte, uneingeschränkt*, alle berechtigungen, sämtliche berechtigungen, alle zugriffsrechte
send: übergeben, send*, übermittel*, mitgegeben, authentifizier*, angegeben, erfolgt, verwend*, nutz*, mit, mitgesendet, mitgeschickt, mitgeben, mitschicken, anhängen, angehängt, setzen, hinzufügen, übertragen, übergibst, enthalten, gesetzt, mitzuschicken, mitzusenden
header: header, kopfzeile, kopfzeilen, kopf
maybe-password: passwort, kennwort
trade: tausch*, umtausch*, eintausch*, umgetauscht, eingetauscht, getauscht, einlösen, eingelöst, löst, umwandel*
no: kein, keine, keinen, keiner, keines, ohne, weder
neg: nicht, nie, niemals
support: unterstütz*, angeboten, verfügbar, möglich, nötig, erforderlich, notwendig, ausgestellt, ausgegeben, akzeptiert, biet*, verwendet, genutzt, erlaubt, zulässig, angenommen, benötigt
denied: nicht unterstützt, nicht angeboten, nicht verfügbar, nicht möglich, nicht ausgestellt, nicht mehr, nicht nötig, nicht erforderlich, abgeschafft, entfällt, abgeschaltet, eingestellt, abgekündigt, nicht länger, nicht notwendig, nicht vorgesehen, nicht erlaubt, nicht zulässig, ausgeschlossen, nicht genutzt, nicht verwendet
notapi: rechnung*, urlaub*, zahlung*, vorlage*, bestellung*, bewerbung*, angebot*, erfolg*
test: sandbox, testumgebung
noapi: keine öffentliche api, keine api, keine öffentliche schnittstelle, keine schnittstelle
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
flow: authentifizier*, autorisierung, verfahren, ablauf, anmeldeverfahren
grantword: verfahren, ablauf, flow, grant
basic: basis authentifizierung, basic authentifizierung, http basis*
enddate: ablaufdatum, verfallsdatum, gültigkeitsdauer, laufzeit, gültigkeit
ends: abgelaufen, abläuft, verfällt
short: kurzlebig*, befristet*
personact: muss der nutzer, nutzer muss, benutzer muss, nutzer müssen, muss der benutzer, müssen sie sich, muss der kunde, kunde muss
lesson: grundlagen, begriffserklärung, glossar, vergleich
renewask: erzeugen, anfordern, holen, beziehen, abrufen, anfragen, generieren, anmelden, einloggen, besorgen, ausstellen, erhalten
g:client_credentials: maschine zu maschine, server zu server, system zu system, client credentials verfahren, client credentials flow
g:authorization_code: authorization code verfahren, autorisierungscode verfahren, autorisierungscode flow, authorization code flow
endusers: endkunden melden sich, social login, anmeldung ihrer kunden
other: einladung*, link, links, passwort, passwörter, datei, dateien, sitzung, session, cookie*, angebot, gutschein*, zertifikat*, testversion, probezeit
define: bezeichnet
apicall: anfrage an die api, anfragen an die api, anfrage an unsere api, anfragen an unsere api, über die api, mit der api, mit diesem aufruf, per api, api anfrage*, api aufruf*, http anfrage*
error: fehler*, abgelehnt, fehlende
until: bis, solange, sobald
if: wenn, falls, sofern, ob
can: kann nicht, können nicht, nicht möglich, kannst nicht
everyone: jeder, jede, jedes, alle
only: nur, ausschließlich, lediglich, einzig
authcode: autorisierungscode*, authorization code, autorisierungs code
redirect: weitergeleit*, weiterleit*, umgeleitet, umleit*
inherit: übernehmen, übernimmt, erbt, erben, geerbt, vererb*
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
within: innerhalb, binnen
noauth: keine authentifizierung, ohne authentifizierung, keine anmeldung, ohne anmeldung, kein schlüssel, keinen schlüssel, ohne registrierung
whole: unsere api, jeder
`;

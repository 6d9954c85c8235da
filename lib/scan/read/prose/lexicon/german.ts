/** German. */
export const german = `
stop: der, die, das, und, ist, sind, sie, nicht, ein, eine, einen, einem, ihr, ihre, ihren, mit, für, von, im, den, dem, des, zu, wird, werden, auf, bei, nach, kein, keine, keinen, können, ihnen, wir, oder, unter, sich, muss
key: api schlüssel*, schlüssel, zugangsdaten, apischlüssel*, zugangsschlüssel*, geheimschlüssel*, zugangscode*, zugangs id, sicherheitsschlüssel*, api zugangsdaten, schlüsselpaar*, api zugriff, persönliche* token*, persönliche* zugriffstoken*, api kennung, api key, api keys, zugriffsschlüssel*, api token*, anmeldedaten, zugangsschluessel*, zugangsdaten für die api
token: zugriffstoken*, zugangstoken*, token, tokens
client: client id, kennung und geheimnis, kennung, geheimnis, mandantenkennung, client id und secret
otherkey: sitzungstoken*, öffentliche* schlüssel, private* schlüssel, privatschlüssel, schlüssel zum erfolg
make: erstell*, generier*, erzeug*, anleg*, legen, lege, anzulegen, hinzufüg*, registrier*
find: find*, kopier*, einseh*, abruf*, seh*, angezeigt, anzeig*, entnehm*, ersichtlich, anzeigen, kopieren, notier*, speicher*, einsehbar, hinterlegt
get: erhalt*, bekomm*, steh*, gelang*, bekommst, erhältst, erhalten sie
have: erhalt*, bekomm*, steh*, gelang*
click: klick*, öffn*, wähl*, navigier*, geh*, anmeld*, melden sie sich an, einlogg*, klicke, gehe, wähle, öffne, wechsel*, rufen sie, logge
place: kundenkonto, einstellungen, entwicklerportal, portal, konto, kundenbereich, profil, dashboard, konsole, menü, kundencenter, benutzerkonto, mein konto, verwaltung, entwicklerbereich, admin bereich, backend, oberfläche, kundenportal, einstellung*, api bereich, administrationsbereich, nutzerprofil, mein profil, dein profil, ihr profil, reiter, marketplace, marktplatz, admin oberfläche, adminbereich
atonce: sofort, selbst, selbstständig, jederzeit, automatisch, umgehend, direkt
app: anwendung*, app, apps
signup: registrieren sie sich, konto anlegen, konto erstellen, entwicklerkonto, kundenkonto erstellen, konto eröffnen, kostenlose* konto, registrierung, registriere dich, konto erstell*, account anlegen, anmelden und, registrierung erforderlich
ask: beantrag*, antrag*, auf anfrage, formular, anforder*, bewerb*, beantragt, antragsformular*, stellen sie einen antrag, schriftlich, einreichen, reichen sie
contact: kontaktier*, wenden sie sich, schreiben sie, vertrieb, ansprechpartner*, kontakt, kontaktieren, melden sie sich bei, e mail an, wenden, kontaktformular
approve: freischalt*, freigeschalt*, freigabe, prüfung, geprüft, prüfen, genehmig*, zulassung, lizenz, vertrag, zertifizier*, bestätig*, voraussetz*, setzt, kooperationsvertrag*, nutzungsvertrag*, vertragsabschluss, zugelassen, freigeben, überprüf*, begutacht*, bewillig*, vereinbarung, unterzeichn*, freischaltung, onboarding, abnahme, verifizier*, akkreditier*, erlaubnis
wait: warteliste, werktage*
vendor: wir, uns, unser*, support, vertrieb*, team, kundenservice, kundenbetreuer*, kundenberater*, ihr ansprechpartner, partnerbetreuung, unserem, unseren, fachabteilung, partnermanagement, unser partnermanagement
give: erhalt*, schick*, senden, sendet, zusenden, bekomm*, freischalt*, freigeschalt*, zugeschickt, mitgeteilt, vergeben, bereitgestellt
limitedto: nur für, ausschließlich, vorbehalten
partner: partner, partnern, geschäftskunden, vertragspartner*
door: api, schnittstelle*, zugang*, zugriff*, sandbox, api zugang, produktion*, produktivumgebung, produktiven betrieb, produktivbetrieb, produktiv*, live betrieb, echtbetrieb, nutzung, entwicklerbereich*, entwicklerzugang*, apis, liveumgebung
user: nutzer*, benutzer*, kunde, kunden
life: läuft, laufen, verfällt, verfallen, gültig, gültigkeit*, ablauf*, abgelaufen, gilt, gelten, abläuft, ungültig, laufzeit, lebensdauer, haltbar, wirksam, gültigkeitsdauer
never: laufen nicht ab, läuft nicht ab, unbegrenzt gültig, verfällt nicht, verfallen nicht, kein ablaufdatum, unbefristet*, läuft nie ab, laufen nie ab, nicht ab, unbegrenzt, kein ablauf, zeitlich unbegrenzt, dauerhaft gültig, ohne ablaufdatum, nicht abläuft, unbefristet
again: neu, neue, neues, neuen, erneut, auf demselben weg, wieder
renew: erneuer*, verlänger*
program: programm, programme, bibliothek, anwendung
relogin: erneut anmelden, neu anmelden, wieder anmelden, erneut einloggen, erneut zustimmen, manuell, erneut autorisieren, erneut freigeben, neu verbinden, erneut verbinden, erneut einwilligen, neu autorisieren, nochmals anmelden, einwilligung erneuern, neu einloggen
revoke: widerruf*, löschen, gelöscht, sperren, gesperrt, zurücksetz*, entzieh*, entzogen, deaktivier*, entfern*, ungültig machen, invalidier*, löschst, austausch*
permission: berechtigung*, rechte, zugriffsrechte, datenzugriff*, zugriffsumfang, leserechte, schreibrechte, befugnis*, umfang
restrict: beschränk*, einschränk*, begrenz*, wähl*, lässt sich, zuweis*
limitverb: beschränk*, einschränk*, begrenz*, wähl*, lässt sich, zuweis*
resource: einzelne, bestimmte, lager, endpunkte*, ressourcen, projekte*
role: rolle, rollen
readonly: nur lesen, nur lesend, auf lesen, lesezugriff, schreibgeschützt, lesend, lese und schreib*
full: vollzugriff, vollen zugriff, alles
send: übergeben, send*, übermittel*, mitgegeben, authentifizier*, authentifizierung, angegeben, erfolgt, verwend*, nutz*, mit
header: header, kopfzeile, im header
maybe-password: passwort, kennwort
trade: tausch*, umtausch*, eintausch*
again: erneut
no: kein, keine, keinen, keiner, keines, ohne, weder
neg: nicht, nie, niemals
support: unterstütz*, angeboten, verfügbar, möglich, nötig, erforderlich, notwendig, bietet, ausgestellt, ausgegeben, akzeptiert, biet*
denied: nicht unterstützt, nicht angeboten, nicht verfügbar, nicht möglich, nicht ausgestellt, nicht mehr, nicht nötig, nicht erforderlich, wird nicht angeboten, werden nicht angeboten, wird nicht unterstützt, werden nicht unterstützt, abgeschafft, entfällt, abgeschaltet, eingestellt, abgekündigt
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
n:1: ein, eine, einen, einer, einem
n:2: zwei
n:3: drei
n:12: zwölf
n:24: vierundzwanzig
auto: automatisch, sofort
loginpair: e mail und passwort, benutzername und passwort, benutzernamen und passwort
refresh: aktualisierungstoken*, refresh token*
code: autorisierungscode*, code
flow: authentifizier*, authentifizierung, autorisierung, grant typ*, verfahren, ablauf, anmeldeverfahren
grantword: grant typ*, verfahren, ablauf, flow, grant
basic: basis authentifizierung, basic authentifizierung, http basis*
enddate: ablaufdatum, verfallsdatum, gültigkeitsdauer, laufzeit, gültigkeit
ends: abgelaufen, abläuft, läuft ab, laufen ab, verfällt
short: kurzlebig*, begrenzte gültigkeit, befristet*
personact: muss der nutzer, nutzer muss, benutzer muss, nutzer müssen, muss der benutzer, müssen sie sich, muss der kunde, kunde muss
`;

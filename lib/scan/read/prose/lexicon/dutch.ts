/** Dutch. */
export const dutch = `
stop: de, het, een, en, is, zijn, je, uw, jouw, in, op, van, voor, met, te, niet, geen, kunt, kan, wordt, worden, dat, als, om, ons, onze, wij, of, bij, naar, nodig, na, aan
key: api sleutel*, sleutel, sleutels, toegangssleutel*, inloggegevens, api key*, api token*, persoonlijke toegangstoken*, client secret*, toegangsgegevens
token: toegangstoken*, token, tokens
otherkey: sessietoken*, publieke sleutel*, privésleutel*
make: maak, maakt, maken, genereer, genereert, genereren, aanmaken, aangemaakt, registreer
find: kopieer, vind, vindt, vinden, bekijk, zie, staat, getoond, kopiëren, terugvinden, te vinden, zichtbaar
get: krijg*, ontvang*, verkrijg*
have: krijg*, ontvang*, verkrijg*
click: klik, open, ga naar, log in, kies, selecteer, klikken, klik op, openen, ga, navigeer
place: account, dashboard, profielinstellingen, instellingen, portaal, profiel, console, menu, pagina, beheeromgeving, mijn account, api instellingen, portal, ontwikkelaarsportaal, developer portal, mijn profiel, tabblad, ontwikkelaars, profielpagina
atonce: direct, meteen, automatisch, zelf, onmiddellijk, altijd
app: applicatie*, app, apps
signup: maak een account, registreer je, account aanmaken, aanmelden, ontwikkelaarsaccount
ask: vraag, vraagt, aanvraag*, aanvragen, formulier, op aanvraag, vraag een, vul het formulier, aan te vragen, dien een aanvraag
contact: neem contact op, contact op, mail ons, stuur een mail
approve: goedkeuring, goedgekeurd, beoordeel*, beoordeling, gecontroleerd, contract, verificatie, gecertificeerd, beoordelen, controleren, keuren, overeenkomst, screening, gekeurd, controleert, aansluitvoorwaarden, toestemming van, toelating, toegelaten
wait: wachtlijst, werkdagen
vendor: wij, ons, onze, ons team, support, verkoop, team, onze afdeling, accountmanager, klantenservice
give: verstrek*, ontvang*, stuur*, sturen, geven, krijg*, activeren
limitedto: alleen voor, uitsluitend
partner: partners, zakelijke klanten
door: api, toegang, sandbox, productie, live, live gaan, productieomgeving, api toegang, de api, app live
user: gebruiker*, klant, klanten
life: verloop*, verlopen, verloopt, geldig*, geldigheid*
never: verlopen niet, verloopt niet, onbeperkt geldig, nooit, geen vervaldatum, geen einddatum, onbeperkt, verloopt nooit, verlopen nooit
again: nieuw, nieuwe, opnieuw
renew: vernieuw*, ververs*
relogin: opnieuw inloggen, handmatig, opnieuw toestemming, opnieuw autoriseren, opnieuw aanmelden, opnieuw inlog*, opnieuw koppelen, opnieuw verbinden
revoke: intrek*, ingetrokken, verwijder*, trek, intrekken, verwijderen, blokkeren, ongeldig maken
permission: rechten, permissies, bevoegdheden, toegangsrechten, scope
restrict: beperk*, kies, selecteer, beperken
limitverb: beperk*, kies, selecteer, beperken
role: rol, rollen
readonly: alleen lezen
full: volledige toegang
send: stuur*, meegestuurd, gebruik*, verstuur*, meegegeven, mee
header: header
no: geen, zonder
neg: niet, nooit
support: ondersteun*, aangeboden, beschikbaar, nodig, vereist, geaccepteerd
denied: niet ondersteund, worden niet ondersteund, niet beschikbaar, geen goedkeuring nodig, niet meer, niet langer, vervallen, afgeschaft, wordt niet, worden niet
notapi: factuur*, verlof, betaling*, bestelling*
u:1: seconde*
u:60: minuut, minuten
u:3600: uur, uren
u:86400: dag, dagen
u:604800: week, weken
u:2592000: maand*
u:31536000: jaar, jaren
n:1: een, één
n:2: twee
auto: automatisch, direct
loginpair: gebruikersnaam en wachtwoord
refresh: verversingstoken*, vernieuwingstoken*, refresh token*
code: autorisatiecode*, code
flow: authenticatie, autorisatie, grant, stroom
grantword: grant, grants, flow, stroom
g:implicit: impliciete grant, impliciete flow
basic: basisauthenticatie, basic authenticatie, http basic
enddate: vervaldatum, einddatum, geldigheidsduur, verloopdatum
ends: verloopt, verlopen, is verlopen, vervalt
short: kortlevend*, beperkte geldigheid, tijdelijk*
personact: gebruiker moet, moet de gebruiker, klant moet, moet de klant
`;

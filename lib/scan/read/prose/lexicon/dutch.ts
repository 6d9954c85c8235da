/** Dutch. */
export const dutch = `
stop: de, het, een, en, is, zijn, je, uw, jouw, in, op, van, voor, met, te, niet, geen, kunt, kan, wordt, worden, dat, als, om, ons, onze, wij, of, bij, naar, nodig, na, aan, jij, u, dit, deze, die, er, dan, zo, heeft, hebt, hebben, dient, dienen, moet, via, per, over, uit, kun, door, elke, alle, nog, ook, bent, hoe, waar
key: api sleutel*, sleutel, sleutels, toegangssleutel*, inloggegevens, api key*, api token*, persoonlijke toegangstoken*, client secret*, toegangsgegevens, api code, api codes, toegangscode*, api inloggegevens, credentials, persoonlijk token, applicatiewachtwoord, app wachtwoord, integratietoken, geheime sleutel*
token: toegangstoken*, token, tokens, access token*, access_token, jwt, bearer token*, toegangscode*
otherkey: sessietoken*, publieke sleutel*, privésleutel*, webhook geheim, webhook secret, licentiesleutel*, encryptiesleutel*, ssh sleutel*, private sleutel*, ondertekeningssleutel, paginatoken, zoektoken, verversingssleutel
make: maak, maakt, maken, genereer, genereert, genereren, aanmaken, aangemaakt, registreer, gegenereerd, creëer, creëren, registreren, toevoegen, voeg toe, nieuwe
find: kopieer, vind, vindt, vinden, bekijk, zie, staat, getoond, kopiëren, terugvinden, zichtbaar, kopieert, te zien, weergegeven, verschijnt, bekijken, inzien, noteer, bewaar, staan, op te vragen, opvragen, beschikbaar
get: krijg*, ontvang*, verkrijg*, ophalen, haal
have: krijg*, ontvang*, verkrijg*
click: klik, open, log in, kies, selecteer, klikken, openen, ga, navigeer, inloggen, log je in, logt u in, druk op, kiest, selecteren, gaat u naar, navigeren, knop, menuoptie, aanklikken
place: account, dashboard, profielinstellingen, instellingen, portaal, profiel, console, menu, pagina, beheeromgeving, portal, ontwikkelaarsportaal, tabblad, ontwikkelaars, profielpagina, beheer, mijn omgeving, accountinstellingen, gebruikersinstellingen, klantportaal, klantenportaal, platform, backoffice, back office, toegangsbeheer, koppelingen, integraties, ontwikkelaarsinstellingen, webinterface, accountpagina, adminpaneel, configuratie
atonce: direct, meteen, automatisch, zelf, onmiddellijk, altijd, gratis, kosteloos, op elk moment, binnen enkele minuten, eenmalig, slechts één keer, maar één keer, in enkele seconden
app: applicatie*, app, apps, integratie, integraties, koppeling, koppelingen
signup: maak een account, registreer je, account aanmaken, aanmelden, ontwikkelaarsaccount, registreren, gratis account, account aan, meld je aan, schrijf je in, inschrijven
ask: vraag, vraagt, aanvraag*, aanvragen, formulier, aan te vragen, registratieformulier, vul in, verzoek indienen, dien een nieuw, aangevraagd, ticket, opvragen bij
contact: contact op, mail ons, stuur een mail, contact opnemen, contact met, mail naar, bel ons, stuur ons, neem contact, benader
approve: goedkeuring, goedgekeurd, beoordeel*, beoordeling, gecontroleerd, contract, verificatie, gecertificeerd, beoordelen, controleren, keuren, overeenkomst, screening, gekeurd, controleert, aansluitvoorwaarden, toestemming van, toelating, toegelaten, goedkeuren, keurt, akkoord, na controle, na ondertekening, ondertekend*, getekend*, verwerkersovereenkomst, samenwerkingsovereenkomst, gevalideerd, validatie, audit, certificering, geverifieerd, beveiligingsonderzoek
wait: wachtlijst, werkdagen, werkdag, wachttijd, gesloten beta, op uitnodiging
vendor: wij, ons, onze, support, verkoop, team, accountmanager, klantenservice, helpdesk, servicedesk, supportafdeling, contactpersoon, beheerder, leverancier, afdeling, supportteam
give: verstrek*, ontvang*, stuur*, sturen, geven, krijg*, activeren, toegestuurd, toegezonden, mailen, gemaild, per e mail, via e mail, toegekend, toegewezen, geactiveerd, uitgereikt, uitgegeven, leveren, geleverd
limitedto: alleen voor, uitsluitend
partner: partners, zakelijke klanten
door: api, toegang, sandbox, productie, live, productieomgeving, koppeling
user: gebruiker*, klant, klanten
life: verloop*, verlopen, geldig*, levensduur, vervalt na, vervallen na, houdbaar, ttl, verstreken
never: verlopen niet, verloopt niet, onbeperkt geldig, geen vervaldatum, geen einddatum, onbeperkt, verloopt nooit, verlopen nooit, nooit verlop*, blijft altijd geldig, onbeperkte geldigheid, onbepaalde tijd, zonder vervaldatum, blijven bruikbaar totdat, blijft bruikbaar totdat, blijven geldig tot, blijft geldig tot
again: nieuw, nieuwe, opnieuw, nogmaals, een ander, hetzelfde verzoek, herhaal, dezelfde manier, volgende
renew: vernieuw*, ververs*, verlengen, verleng, verlengd, refreshen
relogin: opnieuw inloggen, handmatig, opnieuw toestemming, opnieuw autoriseren, opnieuw aanmelden, opnieuw inlog*, opnieuw koppelen, opnieuw verbinden, opnieuw toestemming geven, opnieuw goedkeuren, opnieuw machtigen
revoke: intrek*, ingetrokken, verwijder*, trek, blokkeren, herroep*, ongeldig, uitschakelen, deactiveren, gedeactiveerd, blokkeer, opnieuw genereren, roteren, roteer, wissen, annuleren, vervangen, vervalt meteen, vervalt direct
permission: rechten, permissies, bevoegdheden, toegangsrechten, scope, toegangsrecht, machtiging, machtigingen, toestemmingen, toegangsniveau*, scopes
restrict: beperk*, kies, selecteer, toekennen, toegekend, instellen, bepaal, bepalen, bepaalt, geef aan, kiezen, opgeven, opgegeven, configureren, specifieke
limitverb: beperk*, kies, selecteer, kan alleen, kunnen alleen, mag alleen
role: rol, rollen
readonly: alleen lezen
full: volledige toegang, alle rechten, dezelfde rechten, volledige rechten, onbeperkte toegang, volledig account, alles
send: stuur*, meegestuurd, gebruik*, verstuur*, meegegeven, mee, meesturen, meegeven, opnemen, opgenomen, toevoegen, toe te voegen, doorgegeven, voeg, plaats, zet, inclusief, sturen, vooraf*
header: header, headers, request header*
no: geen, zonder
neg: niet, nooit
support: ondersteun*, aangeboden, beschikbaar, nodig, vereist, geaccepteerd, gebruikt, gebruiken, biedt, bieden, accepteert, mogelijk, toegestaan, benodigd, verplicht
denied: niet ondersteund, worden niet ondersteund, niet beschikbaar, geen goedkeuring nodig, niet meer, niet langer, vervallen, afgeschaft, wordt niet, worden niet, niet mogelijk, niet nodig, niet vereist, niet toegestaan, niet gebruikt, bestaat niet, uitgefaseerd, verwijderd uit, stopgezet, niet geaccepteerd, niet aangeboden, ondersteunen we niet, ondersteunen wij niet, uitgezet, is vervallen, niet meer ondersteund, genegeerd
notapi: factuur*, verlof, betaling*, bestelling*
u:1: seconde*
u:60: minuut, minuten
u:3600: uur, uren
u:86400: dag, dagen
u:604800: week, weken
u:2592000: maand*
u:31536000: jaar, jaren
n:1: een, één, elke, elk, ieder, iedere
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
ends: verloopt, verlopen, vervalt
short: kortlevend*, beperkte geldigheid, tijdelijk*
personact: gebruiker moet, moet de gebruiker, klant moet, moet de klant
lesson: wat is een, wat is oauth, wat zijn, verschil tussen, uitgelegd, woordenlijst, begrippen
accesstoken: tijdens de aanvraag, elke aanvraag, iedere aanvraag, bij de aanvraag, aanvraag naar, elk verzoek, elk api verzoek, aanvraag header
client: client id, client_id, client_secret, client secret, client id en secret, clientgegevens, client inloggegevens
renewask: aanvragen, vraag, opvragen, ophalen, genereren, aanmaken, krijgen, halen, aanroepen, inloggen
program: automatisch, jouw applicatie, uw applicatie, uw systeem, software, script, sdk, server, backend, api client
resource: endpoints, bronnen, modules, administratie, administraties
someof: specifieke, bepaalde
wherefrom: ip adres*, domein*, herkomst, netwerk*
query: query parameter, queryparameter, url parameter, querystring
trade: wissel, inwisselen, ingewisseld, omwisselen, ruil, omruilen
g:client_credentials: machine to machine, server naar server, client credentials flow, clientreferenties
g:authorization_code: authorization code flow, autorisatiecode flow, authorization code
other: link, links, wachtwoord, wachtwoorden, uitnodiging, uitnodigingen, sessie, bestand, bestanden, certificaat, certificaten, offerte*, proefperiode, cookie, cookies, abonnement, kortingscode*
define: is een unieke, is een standaard, is een protocol, verwijst naar, betekent
apicall: verzoek naar de api, verzoeken naar de api, verzoek aan de api, verzoeken aan de api, aanvraag aan de api, aanvraag naar de api, aanvragen aan de api, het verzoek bevat, api verzoek*, met de api, via de api, met deze aanroep, aanroep van de api
error: fout, foutmelding, foutcode*, 401, 403, 400, ongeldige, ontbreekt, geweigerd, melding
until: totdat, tot, zodra, pas na, nadat, zolang
if: als, wanneer, indien, mits
only: alleen, enkel, slechts, uitsluitend
can: kan niet, kunnen niet, niet mogelijk, kun je niet
authcode: autorisatiecode*
redirect: doorgestuurd, omgeleid, doorverwezen
inherit: erft, erven, dezelfde rechten als, neemt de rechten
n:3: drie
n:4: vier
n:5: vijf
n:6: zes
n:7: zeven
n:8: acht
n:10: tien
n:12: twaalf
n:15: vijftien
n:20: twintig
n:24: vierentwintig
n:30: dertig
n:60: zestig
n:90: negentig
n:0.5: half, halve
within: binnen, gedurende
noauth: geen authenticatie, zonder authenticatie, geen api sleutel, zonder sleutel, geen sleutel, geen account of api sleutel, geen account, geen registratie, zonder registratie, zonder account, zonder token, geen key, zonder key, geen token, geen login, zonder inloggen, geen inlog, geen aanmelding, zonder registreren
whole: alle endpoints, deze api, onze api, de api is, openbare api, iedereen, open data, open datasets, vrij toegankelijk, voor iedereen, het raadplegen
noapi: geen api aan, geen publieke api, geen openbare api, nog geen api, bieden wij geen api, hebben geen api
cookie: sessiecookie*, sessie cookie*
authverb: authenticer*, identific*, stuur, meesturen, gebruikt, vereist, leest, verloopt via
fixed: verandert niet, veranderen niet, blijft hetzelfde, blijft gelijk, wijzigt niet
static: statische sleutel*, vaste sleutel*, statisch token, vast token
paste: plak, plakt, plakken, plak die, plak deze
ago: geleden, voor
cookieword: cookie, cookies
anon: anoniem, anonieme, vrij toegankelijk, open toegang
notoken: geen token, geen tokens, zonder token, zonder tokens, kennen geen tokens
bare: zonder voorvoegsel, zonder prefix
banner: deze website, deze site, onze website
signin: login, inloggen, aanmelden, sessie
calls: verzoek*, aanroep*, api, data, gegevens, dienst*, bevrag*
nowait: zonder wachttijd, geen wachttijd, zonder te wachten, zonder wachten, niet te wachten, niet wachten, hoeft niet te wachten, op niemand te wachten
wegive: wij verstrekken, verstrekken wij, we verstrekken, verstrekken we, wij geven, geven wij, we geven, wij sturen, sturen wij, we sturen, sturen we, wij leveren, leveren wij
reply: antwoord*
`;

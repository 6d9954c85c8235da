/** Dutch. */
export const dutch = `
stop: de, het, een, en, is, zijn, je, uw, jouw, in, op, van, voor, met, te, niet, geen, kunt, kan, wordt, worden, dat, als, om, ons, onze, wij, of, bij, naar, nodig, na, aan, jij, u, dit, deze, die, er, dan, zo, heeft, hebt, hebben, dient, dienen, moet, via, per, over, uit, kun, door, elke, alle, nog, ook, bent, hoe, waar
key: sleutel, sleutels, toegangssleutel*, inloggegevens, toegangsgegevens, toegangscode*, credentials, applicatiewachtwoord, integratietoken
token: toegangstoken*, token, tokens, access_token, jwt, toegangscode*
otherkey: sessietoken*, publieke sleutel*, privésleutel*, webhook geheim, webhook secret, licentiesleutel*, encryptiesleutel*, ssh sleutel*, private sleutel*, ondertekeningssleutel
make: maak, maakt, maken, genereer, genereert, genereren, aanmaken, aangemaakt, registreer, gegenereerd, creëer, creëren, registreren, toevoegen, nieuwe
find: kopieer, vind, vindt, vinden, bekijk, zie, staat, getoond, kopiëren, terugvinden, zichtbaar, kopieert, weergegeven, verschijnt, bekijken, inzien, noteer, bewaar, staan, opvragen, beschikbaar
get: krijg*, ontvang*, verkrijg*, ophalen, haal
have: krijg*, ontvang*, verkrijg*
click: klik, open, kies, selecteer, klikken, openen, ga, navigeer, inloggen, kiest, selecteren, navigeren, knop, menuoptie, aanklikken
place: account, dashboard, profielinstellingen, instellingen, portaal, profiel, console, menu, pagina, beheeromgeving, portal, ontwikkelaarsportaal, tabblad, ontwikkelaars, profielpagina, beheer, accountinstellingen, gebruikersinstellingen, klantportaal, klantenportaal, platform, backoffice, toegangsbeheer, koppelingen, integraties, ontwikkelaarsinstellingen, webinterface, accountpagina, adminpaneel, configuratie
atonce: direct, meteen, automatisch, zelf, onmiddellijk, altijd, gratis, kosteloos, eenmalig
app: applicatie*, app, apps, integratie, integraties, koppeling, koppelingen
signup: aanmelden, ontwikkelaarsaccount, registreren, inschrijven
ask: vraag, vraagt, aanvraag*, aanvragen, formulier, registratieformulier, aangevraagd, ticket
contact: benader
approve: goedkeuring, goedgekeurd, beoordeel*, beoordeling, gecontroleerd, contract, verificatie, gecertificeerd, beoordelen, controleren, keuren, overeenkomst, screening, gekeurd, controleert, aansluitvoorwaarden, toelating, toegelaten, goedkeuren, keurt, akkoord, ondertekend*, getekend*, verwerkersovereenkomst, samenwerkingsovereenkomst, gevalideerd, validatie, audit, certificering, geverifieerd, beveiligingsonderzoek
wait: wachtlijst, werkdagen, werkdag, wachttijd, gesloten beta, op uitnodiging
vendor: wij, ons, onze, support, verkoop, team, accountmanager, klantenservice, helpdesk, servicedesk, supportafdeling, contactpersoon, beheerder, leverancier, afdeling, supportteam
give: verstrek*, ontvang*, stuur*, sturen, geven, krijg*, activeren, toegestuurd, toegezonden, mailen, gemaild, toegekend, toegewezen, geactiveerd, uitgereikt, uitgegeven, leveren, geleverd
limitedto: uitsluitend
partner: partners
door: api, toegang, sandbox, productie, live, productieomgeving
user: gebruiker*, klant, klanten
life: verloop*, verlopen, geldig*, levensduur, houdbaar, ttl, verstreken
never: verlopen niet, verloopt niet, onbeperkt geldig, geen vervaldatum, geen einddatum, onbeperkt, verloopt nooit, verlopen nooit, nooit verlop*, onbeperkte geldigheid, onbepaalde tijd, zonder vervaldatum
again: nieuw, nieuwe, opnieuw, nogmaals, herhaal, volgende
renew: vernieuw*, ververs*, verlengen, verleng, verlengd, refreshen
relogin: handmatig, opnieuw toestemming
revoke: intrek*, ingetrokken, verwijder*, trek, blokkeren, herroep*, ongeldig, uitschakelen, deactiveren, gedeactiveerd, blokkeer, roteren, roteer, wissen, annuleren, vervangen
permission: rechten, permissies, bevoegdheden, toegangsrechten, scope, toegangsrecht, machtiging, machtigingen, toestemmingen, toegangsniveau*, scopes
restrict: beperk*, kies, selecteer, toekennen, toegekend, instellen, bepaal, bepalen, bepaalt, kiezen, opgeven, opgegeven, configureren, specifieke
limitverb: beperk*, kies, selecteer
role: rol, rollen
readonly: alleen lezen
full: volledige toegang, alle rechten, dezelfde rechten, volledige rechten, onbeperkte toegang, volledig account, alles, toegang tot alles
send: stuur*, meegestuurd, gebruik*, verstuur*, meegegeven, mee, meesturen, meegeven, opnemen, opgenomen, toevoegen, doorgegeven, voeg, plaats, zet, inclusief, sturen, vooraf*
header: header, headers
no: geen, zonder
neg: niet, nooit
support: ondersteun*, aangeboden, beschikbaar, nodig, vereist, geaccepteerd, gebruikt, gebruiken, biedt, bieden, accepteert, mogelijk, toegestaan, benodigd, verplicht
denied: niet ondersteund, niet beschikbaar, niet meer, niet langer, vervallen, afgeschaft, wordt niet, worden niet, niet mogelijk, niet nodig, niet vereist, niet toegestaan, niet gebruikt, bestaat niet, uitgefaseerd, verwijderd uit, stopgezet, niet geaccepteerd, niet aangeboden
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
short: kortlevend*, tijdelijk*
personact: gebruiker moet, moet de gebruiker, klant moet, moet de klant
lesson: uitgelegd, woordenlijst, begrippen
accesstoken: elke aanvraag
client: client_id, client_secret, client id en secret, clientgegevens
renewask: aanvragen, vraag, opvragen, ophalen, genereren, aanmaken, krijgen, halen, aanroepen, inloggen
program: automatisch, software, script, sdk, server, backend
resource: endpoints, specifieke, bronnen, bepaalde, modules, administratie, administraties
query: query parameter, queryparameter, url parameter, querystring
trade: wissel, inwisselen, ingewisseld, omwisselen, ruil, omruilen
g:client_credentials: machine to machine, server naar server, client credentials flow, clientreferenties
g:authorization_code: authorization code flow, autorisatiecode flow, authorization code
other: link, links, wachtwoord, wachtwoorden, uitnodiging, uitnodigingen, sessie, bestand, bestanden, certificaat, certificaten, offerte*, proefperiode, cookie, cookies, abonnement, kortingscode*
define: betekent
apicall: verzoek naar de api, verzoeken naar de api, verzoek aan de api, verzoeken aan de api, aanvraag aan de api, aanvraag naar de api, aanvragen aan de api, het verzoek bevat, api verzoek*, met de api, via de api, met deze aanroep, aanroep van de api
error: fout, foutmelding, foutcode*, 401, 403, 400, ongeldige, ontbreekt, geweigerd, melding
until: totdat, tot, zodra, nadat, zolang
if: als, wanneer, indien, mits
only: alleen, enkel, slechts, uitsluitend
can: kan niet, kunnen niet, niet mogelijk
authcode: autorisatiecode*
redirect: doorgestuurd, omgeleid, doorverwezen
inherit: erft, erven
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
noauth: geen authenticatie, zonder authenticatie, zonder sleutel, geen sleutel
whole: iedereen
`;

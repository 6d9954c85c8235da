import type { Answer, World } from '../../lib/world.ts';
import { aliasOf, html, redirect } from '../../lib/answers.ts';
import { recaptcha, robots, table } from '../../lib/pages.ts';
import { expectation, noCredit } from '../../lib/world.ts';

const www = 'https://www.stadtwerke-hollenrode.de';
const portal = 'https://meine.stadtwerke-hollenrode.de';

const menu: readonly (readonly [string, string])[] = [
  ['Strom', '/strom'],
  ['Gas', '/gas'],
  ['Wasser', '/wasser'],
  ['Elektromobilität', '/elektromobilitaet'],
  ['Netz', '/netz'],
  ['Service', '/service'],
  ['Blog', '/blog'],
  ['Karriere', '/karriere'],
];
const page = (title: string, body: string, head = ''): Answer =>
  html(
    200,
    `<!DOCTYPE html>
<html lang="de" dir="ltr">
<head>
<meta charset="utf-8">
<!--
	This website is powered by TYPO3 - inspiring people to share!
-->
<title>${title} – Stadtwerke Hollenrode</title>
<meta name="generator" content="TYPO3 CMS">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/typo3temp/assets/compressed/merged-2f9d.css" media="all">${head}
</head>
<body id="p1"><header><a href="/">Stadtwerke Hollenrode</a><a href="${portal}/">Kundenportal</a><nav><ul>${menu.map(([label, href]) => `<li><a href="${href}">${label}</a></li>`).join('')}</ul></nav></header><main><h1>${title}</h1>${body}</main><footer><h4>Störung?</h4><p>0800 0000 112</p><ul><li><a href="/impressum">Impressum</a></li><li><a href="/datenschutz">Datenschutz</a></li><li><a href="/barrierefreiheit">Barrierefreiheit</a></li><li><a href="/kontakt">Kontakt</a></li><li><a href="https://www.instagram.com/swhollenrode">Instagram</a></li></ul></footer><div id="cookieman-modal"><p>Wir verwenden Cookies. Notwendige Sitzungs-Cookies lassen sich nicht abwählen.</p></div></body></html>`,
    { 'x-frame-options': 'SAMEORIGIN' },
  );
const post = (title: string, body: string): Answer =>
  page(title, `<p class="date">Aus dem Blog, November 2026</p>${body}<p><a href="/blog">Alle Beiträge</a></p>`);

/** A municipal utility whose pages speak of interfaces, keys, tokens and logins, none of them for programs of strangers. */
export const stadtwerke: World = {
  id: 'stadtwerke',
  kind: 'provider',
  title: 'Municipal utility: website, blog on interfaces and keys, customers’ portal behind a login, and no API',
  target: 'www.stadtwerke-hollenrode.de',
  dated: '2026-11',
  sources: [
    'habits of TYPO3 sites of German utilities (markup, addresses, menus)',
    'BDEW and Bundesnetzagentur: market communication by AS4, certificates (what partners exchange is no HTTP API for strangers)',
    'BSI TR-03109 (interfaces of a smart meter gateway)',
  ],
  hosts: {
    'stadtwerke-hollenrode.de': aliasOf(www),
    'www.stadtwerke-hollenrode.de': {
      headers: { server: 'Apache' },
      routes: {
        'GET /robots.txt': robots(
          `User-agent: *\nDisallow: /typo3/\nDisallow: /typo3conf/\nDisallow: /fileadmin/intern/\n\nSitemap: ${www}/sitemap.xml\n`,
        ),
        'GET /sitemap.xml': {
          status: 200,
          headers: { 'content-type': 'application/xml;charset=utf-8' },
          body: `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${['/', ...menu.map(([, href]) => href), '/netz/marktpartner', '/blog/hems', '/blog/passkeys', '/blog/open-data'].map((path) => `<url><loc>${www}${path}</loc></url>`).join('')}</urlset>`,
        },
        'GET /': page(
          'Energie von hier',
          '<p>Strom, Gas, Wasser und Wärme für 41.000 Menschen.</p><h2>Tarif berechnen</h2><form action="/strom"><input name="plz" placeholder="Postleitzahl"><input name="kwh" placeholder="Verbrauch"><button>Berechnen</button></form><h2>Neu im Blog</h2><ul><li><a href="/blog/hems">Offene Schnittstellen: Wie spricht die Wallbox mit dem Haus?</a></li><li><a href="/blog/passkeys">Schlüssel statt Passwort: Passkeys einfach erklärt</a></li></ul>',
        ),
        'GET /strom': page(
          'Strom',
          table([
            ['Tarif', 'Arbeitspreis', 'Grundpreis'],
            ['Hollenstrom fix', '31,90 ct/kWh', '11,50 €/Monat'],
            ['Hollenstrom dynamisch', 'Börsenpreis + 16,2 ct/kWh', '13,00 €/Monat'],
          ]) +
            '<p>Die Viertelstundenpreise des dynamischen Tarifs sehen Sie ab 14 Uhr für den nächsten Tag im Kundenportal.</p>',
        ),
        'GET /gas': page('Gas', '<p>Fixpreis bis Ende 2027.</p>'),
        'GET /wasser': page('Wasser', '<p>Härtebereich mittel. Zählerstand bitte online mitteilen.</p>'),
        'GET /elektromobilitaet': page(
          'Elektromobilität',
          '<p>84 Ladepunkte. Laden mit Karte, App oder spontan. Für die Ladekarte brauchen Sie einen Vertrag; die Karte schalten wir nach Prüfung frei.</p>',
        ),
        'GET /netz': page(
          'Netz',
          '<ul><li>Hausanschluss</li><li>Einspeisung: Ihr Antrag wird innerhalb von acht Wochen geprüft</li><li><a href="/netz/marktpartner">Für Marktpartner</a></li><li><a href="/netz/veroeffentlichungen">Veröffentlichungspflichten</a></li></ul>',
        ),
        'GET /netz/marktpartner': page(
          'Für Marktpartner',
          `<p>Lieferanten, Messstellenbetreiber und Netzbetreiber tauschen Nachrichten nach den Vorgaben der Bundesnetzagentur mit uns aus.</p>${table(
            [
              ['Codenummer (MP-ID)', '9900999000009'],
              ['Übertragungsweg', 'AS4, EDIFACT'],
              ['Zertifikat', 'Smart-Meter-PKI, auf Anfrage an edi@stadtwerke-hollenrode.de'],
              ['Lieferantenrahmenvertrag', 'PDF, bitte unterschrieben zurück'],
            ],
          )}<p>Neue Partner melden sich mindestens zehn Werktage vor der ersten Nachricht; wir prüfen die Angaben und bestätigen den Kanal.</p>`,
        ),
        'GET /netz/veroeffentlichungen': page(
          'Veröffentlichungspflichten',
          '<p>Netzlast 2025 als <a href="/fileadmin/netz/lastgang_2025.csv">CSV-Datei</a>, Verlustenergie, Grundversorger.</p>',
        ),
        'GET /fileadmin/netz/lastgang_2025.csv': {
          status: 200,
          headers: { 'content-type': 'text/csv' },
          body: 'Zeit;MW\n2025-01-01 00:00;31,2\n2025-01-01 00:15;30,9\n',
        },
        'GET /service': page(
          'Service',
          `<ul><li><a href="${portal}/">Kundenportal</a>: Abschlag ändern, Rechnungen laden</li><li>Umzug melden</li><li><a href="/service/kundenportal-hilfe">Hilfe zum Kundenportal</a></li></ul>`,
        ),
        'GET /service/kundenportal-hilfe': page(
          'Hilfe zum Kundenportal',
          '<h2>Zugang</h2><p>Den Registrierungscode finden Sie auf Ihrer Rechnung. Er ist 90 Tage gültig; einen neuen schicken wir per Brief.</p><h2>Angemeldet bleiben</h2><p>Nach 20 Minuten ohne Eingabe endet die Sitzung.</p><h2>Zweiter Faktor</h2><p>Das Token aus der Authenticator-App erneuert sich alle 30 Sekunden.</p><h2>Daten mitnehmen</h2><p>Verbrauchswerte lassen sich als Excel-Datei herunterladen. Eine Schnittstelle für eigene Programme bieten wir nicht an.</p>',
        ),
        'GET /blog': page(
          'Blog',
          '<ul><li><a href="/blog/hems">Offene Schnittstellen: Wie spricht die Wallbox mit dem Haus?</a></li><li><a href="/blog/passkeys">Schlüssel statt Passwort: Passkeys einfach erklärt</a></li><li><a href="/blog/open-data">Was macht eigentlich ein Datenteam?</a></li></ul>',
        ),
        'GET /blog/hems': post(
          'Offene Schnittstellen: Wie spricht die Wallbox mit dem Haus?',
          '<p>Hersteller wie SolarEdge oder Tibber bieten eine API an: Man erzeugt im Konto des Herstellers einen API-Key, trägt ihn im Energiemanager ein, und schon lädt das Auto mit Sonne. Bei anderen meldet man sich über OAuth an und erlaubt den Zugriff.</p><p>Das Smart-Meter-Gateway hat drei Schnittstellen: zum Netz (WAN), zu den Zählern (LMN) und ins Haus (HAN). Über die HAN-Schnittstelle lesen Sie Ihre Werte selbst; Zugangsdaten gibt es beim Messstellenbetreiber.</p>',
        ),
        'GET /blog/passkeys': post(
          'Schlüssel statt Passwort: Passkeys einfach erklärt',
          '<p>Ein Passkey ist ein Schlüsselpaar. Der private Schlüssel bleibt auf dem Gerät, der öffentliche liegt beim Anbieter. Ab Frühjahr auch in unserem Kundenportal.</p>',
        ),
        'GET /blog/open-data': post(
          'Was macht eigentlich ein Datenteam?',
          '<p>Unsere Kollegin Jana verbindet mit REST-APIs und JSON das Leitsystem mit der Abrechnung. „Ohne Token kommt bei uns keiner rein“, lacht sie.</p>',
        ),
        'GET /karriere': page(
          'Karriere',
          '<p>Gesucht: Entwicklerin für Schnittstellen (SAP IS-U, REST). Bewerbungen prüfen wir laufend.</p>',
        ),
        'GET /kontakt': page(
          'Kontakt',
          `<form method="post" action="/kontakt"><input name="name"><input type="email" name="mail"><textarea name="text"></textarea>${recaptcha.field}<button>Senden</button></form>`,
          recaptcha.head,
        ),
        'GET /impressum': page('Impressum', '<p>Stadtwerke Hollenrode GmbH, Am Gaswerk 1.</p>'),
        'GET /datenschutz': page('Datenschutz', '<p>Auskunft über Ihre Daten erhalten Sie binnen eines Monats.</p>'),
        'GET /barrierefreiheit': page('Barrierefreiheit', '<p>Teilweise barrierefrei.</p>'),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html lang="de"><head><title>Seite nicht gefunden – Stadtwerke Hollenrode</title><meta name="generator" content="TYPO3 CMS"></head><body><h1>Da ist wohl der Strom ausgefallen</h1><p>Die Seite gibt es nicht. <a href="/">Zur Startseite</a></p></body></html>',
      ),
    },
    'meine.stadtwerke-hollenrode.de': {
      headers: { server: 'nginx', 'x-powered-by': 'PHP/8.3' },
      routes: {
        'GET /robots.txt': robots('User-agent: *\nDisallow: /konto/\n'),
        'GET /': redirect(302, `${portal}/anmelden`),
        'GET /anmelden': html(
          200,
          '<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Anmelden | Kundenportal</title></head><body><h1>Kundenportal</h1><form action="/anmelden" method="post"><input type="hidden" name="_csrf" value="a81f"><label>Kundennummer oder E-Mail <input name="user"></label><label>Passwort <input type="password" name="pass"></label><button>Anmelden</button></form><p><a href="/registrieren">Registrieren</a> <a href="/passwort">Passwort vergessen?</a></p></body></html>',
          { 'set-cookie': 'PHPSESSID=7c1b9e; path=/; secure; HttpOnly; SameSite=Lax' },
        ),
        'GET /registrieren': html(
          200,
          '<!DOCTYPE html><html lang="de"><head><title>Registrieren | Kundenportal</title></head><body><form method="post"><input name="kundennummer"><input name="registrierungscode"><button>Weiter</button></form></body></html>',
        ),
        'GET /passwort': html(
          200,
          '<!DOCTYPE html><html lang="de"><head><title>Passwort vergessen | Kundenportal</title></head><body><form method="post"><input type="email" name="mail"><button>Link anfordern</button></form></body></html>',
        ),
      },
      otherwise: redirect(302, `${portal}/anmelden`),
    },
  },
  expect: expectation({
    outcome: 'no-api',
    apiBases: [],
    tokenEndpoint: null,
    signals: {
      'structured-401': noCredit,
      'bearer-token': noCredit,
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': noCredit,
      'token-expiry': noCredit,
      'scope-restriction': noCredit,
    },
  }),
  why: {
    target: 'a utility; blog, help and partners’ page speak of interfaces, keys and tokens',
    outcome: 'the help denies an interface in words; AS4 between market partners and a CSV file are none',
    'self-service-keys': 'API keys of the blog are those of other makers',
    'manual-key-approval': 'what is examined are feed-in, charge cards and partners’ channels',
    'captcha-before-token': 'the CAPTCHA stands before the contact form',
    'session-cookie-only': 'a portal for people is no API',
    'token-rotation-without-refresh': 'the token is the second factor of a person',
  },
};

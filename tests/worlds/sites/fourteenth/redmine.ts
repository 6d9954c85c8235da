import type { Answer, Incoming, World } from '../../lib/world.ts';
import { aliasOf, empty, html, json, redirect } from '../../lib/answers.ts';
import { contactForm, robots, sample } from '../../lib/pages.ts';
import { expectation, noCredit, staticKeys } from '../../lib/world.ts';

const home = 'https://suivi.atelier-des-berges.fr';
const www = 'https://www.atelier-des-berges.fr';

const guard = {
  'x-frame-options': 'SAMEORIGIN',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-cache',
  'x-runtime': '0.021',
};
/** `require_login` for a format that is no page: no body, and Basic whatever the client tried. */
const refuse = (type: string): Answer =>
  empty(401, { ...guard, 'content-type': type, 'www-authenticate': 'Basic realm="Redmine API"' });
const shown = (title: string, body: string, status = 200): Answer =>
  html(
    status,
    `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8" />
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="Redmine" />
<meta name="keywords" content="issue,bug,tracker" />
<meta name="csrf-param" content="authenticity_token" />
<meta name="csrf-token" content="hQ0pVn2tA" />
<link rel="stylesheet" media="all" href="/stylesheets/application.css" />
</head>
<body class="controller-welcome action-index">
<div id="wrapper"><div id="top-menu"><div id="account"><ul><li><a class="login" href="/login">Connexion</a></li></ul></div><ul><li><a class="home" href="/">Accueil</a></li><li><a class="projects" href="/projects">Projets</a></li><li><a class="help" href="https://www.redmine.org/guide">Aide</a></li></ul></div><div id="header"><h1>Atelier des Berges</h1></div><div id="main"><div id="content">${body}</div></div><div id="footer">Powered by <a href="https://www.redmine.org/" target="_blank" rel="noopener">Redmine</a> © 2006-2025 Jean-Philippe Lang</div></div>
</body>
</html>`,
    { ...guard, 'set-cookie': '_redmine_session=bXc0dGxoSk; path=/; secure; HttpOnly; SameSite=Lax' },
  );
const toLogin = (r: Incoming): Answer =>
  redirect(302, `${home}/login?back_url=${encodeURIComponent(home + r.path + r.search)}`, guard);
/** A page sends strangers to the login, the same address with a format refuses them. */
const closed = {
  page: toLogin,
  json: refuse('application/json; charset=utf-8'),
  xml: refuse('application/xml; charset=utf-8'),
};

const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>${title} · Atelier des Berges</title><meta name="generator" content="SPIP 4.3.4"><link rel="stylesheet" href="/local/cache-css/a1.css"></head><body><header><a href="/">Atelier des Berges</a><nav><ul><li><a href="/lieux">Nos lieux</a></li><li><a href="/agenda">Agenda</a></li><li><a href="/adherer">Adhérer</a></li><li><a href="${home}/">Suivi des chantiers</a></li><li><a href="/contact">Contact</a></li></ul></nav></header><main><h1>${title}</h1>${body}</main><footer><a href="/mentions-legales">Mentions légales</a><p>Association loi 1901, 3 quai des Tanneurs</p></footer></body></html>`,
  );

/** An association whose Redmine is half open: strangers read the wiki and the list of public projects, everything else takes a key. */
export const redmine: World = {
  id: 'redmine',
  kind: 'provider',
  title: 'Redmine of an association: one index open to strangers, the rest refused with an empty 401; how-to in French',
  target: home,
  dated: '2026-11',
  sources: [
    'redmine/redmine: app/controllers/application_controller.rb (require_login, find_current_user, render_error)',
    'redmine/redmine: app/controllers/projects_controller.rb, issues_controller.rb (accept_api_auth)',
    'www.redmine.org/projects/redmine/wiki/Rest_api (authentication)',
  ],
  hosts: {
    'atelier-des-berges.fr': aliasOf(www),
    'www.atelier-des-berges.fr': {
      routes: {
        'GET /robots.txt': robots('User-agent: *\nDisallow: /ecrire/\nDisallow: /prive/\n'),
        'GET /': page(
          'Réparer ensemble',
          '<p>Quatre ateliers partagés au bord de la Loire : vélos, bois, électronique, couture. Prochaine journée portes ouvertes le 12 décembre.</p><p>Les demandes de machines sont examinées par le bureau le premier lundi du mois.</p>',
        ),
        'GET /lieux': page('Nos lieux', '<p>Clés et badges à retirer à l’accueil.</p>'),
        'GET /agenda': page('Agenda', '<p>Initiation à la soudure, complet jusqu’en février.</p>'),
        'GET /adherer': page('Adhérer', '<p>18 euros par an. L’adhésion prend effet dès le paiement.</p>'),
        'GET /contact': page('Contact', contactForm),
        'GET /mentions-legales': page('Mentions légales', '<p>Les cookies de session servent au formulaire.</p>'),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html lang="fr"><head><title>404</title></head><body><h1>Page introuvable</h1></body></html>',
      ),
    },
    'suivi.atelier-des-berges.fr': {
      headers: { server: 'nginx/1.22.1', 'x-powered-by': 'Phusion Passenger(R) 6.0.23' },
      routes: {
        'GET /robots.txt': robots(
          'User-agent: *\nDisallow: /projects/*/repository\nDisallow: /issues?sort=\nDisallow: /activity\nDisallow: /search\n',
        ),
        'GET /': shown(
          'Atelier des Berges',
          '<h2>Accueil</h2><div class="splitcontentleft"><div class="wiki"><p>Suivi des chantiers, des machines et des prêts. Réservé aux adhérents ; la documentation est publique : <a href="/projects/aide/wiki">wiki d’aide</a>, dont <a href="/projects/aide/wiki/Scripts_et_API">Scripts et API</a>.</p></div></div>',
        ),
        'GET /login': shown(
          'Connexion - Atelier des Berges',
          '<div id="login-form"><form action="/login" accept-charset="UTF-8" method="post"><input type="hidden" name="authenticity_token" value="hQ0pVn2tA" /><label for="username">Identifiant</label><input type="text" name="username" id="username" /><label for="password">Mot de passe <a class="lost_password" href="/account/lost_password">Mot de passe perdu</a></label><input type="password" name="password" id="password" /><input type="submit" name="login" value="Connexion" /></form></div>',
        ),
        'GET /account/lost_password': shown(
          'Mot de passe perdu - Atelier des Berges',
          '<h2>Mot de passe perdu</h2><form action="/account/lost_password" method="post"><input type="text" name="mail" size="40" /><input type="submit" value="Valider" /></form>',
        ),
        'GET /projects': shown(
          'Projets - Atelier des Berges',
          '<h2>Projets</h2><ul class="projects root"><li class="root public"><a class="project root leaf" href="/projects/aide">Aide</a></li></ul>',
        ),
        'GET /projects/aide': shown('Aide', '<h2>Aperçu</h2><p><a href="/projects/aide/wiki">Wiki</a></p>'),
        'GET /projects/aide/wiki': shown(
          'Wiki - Aide',
          '<h1>Aide</h1><ul><li><a class="wiki-page" href="/projects/aide/wiki/Scripts_et_API">Scripts et API</a></li><li><a class="wiki-page" href="/projects/aide/wiki/Signaler_une_panne">Signaler une panne</a></li></ul>',
        ),
        'GET /projects/aide/wiki/Signaler_une_panne': shown(
          'Signaler une panne - Aide',
          '<h1>Signaler une panne</h1><p>Ouvrez une demande dans le projet de votre atelier. Un code d’accès au local n’est jamais à mettre dans une demande.</p>',
        ),
        'GET /projects/aide/wiki/Scripts_et_API': shown(
          'Scripts et API - Aide',
          `<h1>Scripts et API</h1><p>Tout ce qui se fait à l’écran se fait aussi par l’API REST : ajoutez <code>.json</code> ou <code>.xml</code> à l’adresse.</p><h2>Clé d’accès API</h2><p>Chaque compte a une clé. Elle s’affiche dans <em>Mon compte</em>, colonne de droite, <em>Clé d’accès API › Afficher</em>. <em>Réinitialiser</em> la remplace aussitôt ; autrement elle reste valable sans limite de durée. La clé a les droits de son compte.</p><p>Le compte est créé par l’accueil à la demande d’un adhérent, en général le jour même.</p><p>Envoyez-la dans l’en-tête <code>X-Redmine-API-Key</code> :</p>${sample(`curl -H "X-Redmine-API-Key: $CLE" ${home}/issues.json?assigned_to_id=me`)}<p>À défaut, comme nom d’utilisateur en authentification HTTP Basic, avec n’importe quel mot de passe :</p>${sample(`curl -u $CLE:x ${home}/time_entries.json`)}<p>Nous sommes en version 5.1 : pas d’OAuth, et l’en-tête <code>Authorization: Bearer</code> est ignoré.</p><h2>Créer une demande</h2>${sample(`curl -X POST -H "Content-Type: application/json" -H "X-Redmine-API-Key: $CLE" \\\n  -d '{"issue":{"project_id":"velos","subject":"Étau cassé"}}' ${home}/issues.json`)}`,
        ),
        // The anonymous role sees public projects, and of those only the wiki.
        'GET /projects.json': json(
          200,
          {
            projects: [
              {
                id: 4,
                name: 'Aide',
                identifier: 'aide',
                description: '',
                homepage: '',
                status: 1,
                is_public: true,
                inherit_members: false,
                created_on: '2021-03-02T08:11:40Z',
                updated_on: '2024-10-19T17:20:03Z',
              },
            ],
            total_count: 1,
            offset: 0,
            limit: 25,
          },
          guard,
        ),
        'GET /issues': closed.page,
        '/issues.json': closed.json,
        '/issues.xml': closed.xml,
        '/time_entries.json': closed.json,
        '/time_entries.xml': closed.xml,
        '/users.json': closed.json,
        '/users/current.json': closed.json,
        '/users/current.xml': closed.xml,
        '/my/account.json': closed.json,
        'GET /time_entries': closed.page,
        'GET /users': closed.page,
        'GET /my/*': closed.page,
        'GET /admin*': closed.page,
      },
      otherwise: (r) =>
        /\.(json|xml)$/.test(r.path)
          ? empty(404, guard)
          : shown(
              '404 - Atelier des Berges',
              '<h2>404</h2><p id="errorExplanation">La page que vous avez demandée n’existe pas ou a été supprimée.</p>',
              404,
            ),
    },
  },
  expect: expectation({
    apiBases: [home],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'partial',
      'bearer-token': 'fail',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['partial', 'fail', 'pass'],
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
    notJudged: ['manual-key-approval'],
  }),
  why: {
    target: 'the welcome page links to the wiki, which strangers may read',
    apiBases: 'samples of the wiki; addresses below it answer as an API',
    tokenEndpoint: 'keys only, the wiki denies OAuth',
    outcome: 'issues, time entries and users are refused with 401',
    'structured-401': '401 with a challenge and no body; that one index is open does not make the API open',
    'bearer-token': 'the wiki says that Bearer is ignored, the only challenge is Basic, and a bearer changes nothing',
    'self-service-keys': 'the key is shown at once to whoever has an account; the account is made by the reception',
    'token-expiry': 'valid without limit, replaced by a button',
    'scope-restriction': 'a key has the rights of its account',
    'manual-key-approval': 'not judged: a person makes the account, nobody examines it',
    'session-cookie-only': 'the key in a header, or Basic',
    'browser-only-oauth': 'no OAuth',
  },
};

import type { Reply, World } from '../../lib/world.ts';
import { aliasOf, json, redirect } from '../../lib/answers.ts';
import { list, loginForm, sample, site, stubs } from '../../lib/pages.ts';
import { expectation, noCredit } from '../../lib/world.ts';
import { swaggerUi } from '../providers/third-manuals.ts';
import { bare404 } from '../providers/fourth-pages.ts';
import { fields, gitbook } from './noise.ts';

const home = 'https://www.data.gouv.fr';
const guides = 'https://guides.data.gouv.fr';
const look = site({
  name: 'data.gouv.fr',
  lang: 'fr',
  nav: [
    ['Données', `${home}/fr/datasets/`],
    ['API', `${home}/fr/dataservices/`],
    ['Réutilisations', `${home}/fr/reuses/`],
    ['Organisations', `${home}/fr/organizations/`],
    ['Guides', `${guides}/`],
    ['Se connecter', `${home}/fr/login`],
  ],
  footer: [
    ['API data.gouv.fr', `${home}/fr/apidoc/`],
    ['Accessibilité', `${home}/fr/pages/legal/accessibility`],
    ['Suivi des cookies', `${home}/fr/pages/legal/suivi`],
  ],
});
const results = (kind: string): Reply =>
  json(200, {
    data: [1, 2, 3].map((n) => ({ id: `53699${n}d5a3a729239d20468${n}`, slug: `${kind}-${n}`, title: `${kind} ${n}` })),
    page: 1,
    page_size: 20,
    total: 70412,
    next_page: `${home}/api/1/${kind}/?page=2`,
    previous_page: null,
  });
const refuse = json(401, {
  message:
    "The server could not verify that you are authorized to access the URL requested. You either supplied the wrong credentials (e.g. a bad password), or your browser doesn't understand how to supply the credentials required.",
});
const read = (summary: string) => ({ get: { summary, responses: { 200: { description: 'Success' } } } });
const write = (summary: string) => ({
  post: {
    summary,
    security: [{ apikey: [] }],
    responses: { 201: { description: 'Created' }, 401: { description: 'Unauthorized' } },
  },
});
const description = {
  swagger: '2.0',
  basePath: '/api/1',
  info: { title: 'uData API', version: '1.0', description: 'The API of the platform' },
  host: 'www.data.gouv.fr',
  produces: ['application/json'],
  consumes: ['application/json'],
  securityDefinitions: { apikey: { type: 'apiKey', in: 'header', name: 'X-API-KEY' } },
  paths: {
    '/datasets/': { ...read('List or search all datasets'), ...write('Create a new dataset') },
    '/datasets/{dataset}/': read('Get a dataset given its identifier'),
    '/organizations/': { ...read('List or search all organizations'), ...write('Create a new organization') },
    '/reuses/': { ...read('List or search all reuses'), ...write('Create a new reuse') },
    '/me/': {
      get: {
        summary: 'Fetch the current user identity',
        security: [{ apikey: [] }],
        responses: { 200: { description: 'Success' } },
      },
    },
  },
};

/** Open data: everybody reads, those who write bring a key; French throughout. */
export const dataGouv: World = {
  id: 'data-gouv',
  kind: 'provider',
  title: 'French open data: reading is open, writing takes a key from the profile; Swagger 2.0',
  target: home,
  dated: '2026-11',
  sources: [
    'guides.data.gouv.fr/guide-data.gouv.fr/api-1/prise-en-main-de-lapi',
    'www.data.gouv.fr/api/1/swagger.json',
  ],
  hosts: {
    'data.gouv.fr': aliasOf(home),
    'www.data.gouv.fr': {
      routes: {
        'GET /': look(
          'Plateforme ouverte des données publiques françaises',
          '<p>Plus de 70 000 jeux de données publiés par les administrations. Recherchez, téléchargez, réutilisez.</p><h2>À la une</h2><p>Demandes de valeurs foncières, base Sirene, base adresse nationale.</p>',
        ),
        'GET /fr/datasets/': look(
          'Jeux de données',
          list(['Base Sirene', 'Base adresse nationale', 'Prix des carburants']),
        ),
        'GET /fr/dataservices/': look(
          'Catalogue des API',
          "<p>API de toutes les administrations. Certaines sont ouvertes, d'autres demandent une habilitation : votre demande est alors examinée par le producteur.</p>",
        ),
        'GET /fr/apidoc/': swaggerUi('API data.gouv.fr', '/api/1/swagger.json'),
        'GET /fr/login': look('Connexion', loginForm()),
        ...stubs(look, ['/fr/reuses/', '/fr/organizations/', '/fr/pages/legal/accessibility', '/fr/pages/legal/suivi']),
        'GET /api/1/': redirect(302, `${home}/fr/apidoc/`),
        'GET /api/1/swagger.json': json(200, description),
        'GET /api/1/datasets/': results('datasets'),
        'GET /api/1/organizations/': results('organizations'),
        'GET /api/1/reuses/': results('reuses'),
        '/api/1/me/': refuse,
        'POST,PUT,PATCH,DELETE /api/1/*': refuse,
        'GET /api/1/*': json(404, { message: 'The requested URL was not found on the server.' }),
      },
      otherwise: bare404('data.gouv.fr'),
    },
    'guides.data.gouv.fr': {
      routes: {
        'GET /': redirect(307, '/guide-data.gouv.fr/readme'),
        ...gitbook('Guides data.gouv.fr', guides, [
          ['/guide-data.gouv.fr/readme', 'Bienvenue', '<p>Publier, trouver et réutiliser des données.</p>'],
          [
            '/guide-data.gouv.fr/api-1/prise-en-main-de-lapi',
            "Prise en main de l'API",
            `<h2>Racine</h2><p>Le point d’entrée racine de l’API est <code>https://www.data.gouv.fr/api/1/</code>.</p><h2>Authentification</h2><p>La lecture ne demande aucune clé. Pour exécuter des opérations d’écriture, commencez par obtenir une clé d’API dans les paramètres de votre profil. Elle doit être fournie dans l’en-tête HTTP <code>X-API-KEY</code> à chaque appel en écriture.</p>${sample('curl -H "Accept:application/json" -H "X-Api-Key: $API_KEY" -X POST https://www.data.gouv.fr/api/1/datasets/')}<h2>Autorisations</h2><p>Les appels sont soumis aux mêmes permissions que l’interface web : vous devez être membre d’une organisation pour modifier ses jeux de données.</p><h2>Pagination</h2>${fields(['page', 'page_size', 'next_page', 'previous_page', 'total'])}${sample('curl https://www.data.gouv.fr/api/1/organizations/')}`,
          ],
          [
            '/guide-data.gouv.fr/demander-un-acces',
            'Rejoindre une organisation',
            "<p>Demandez à rejoindre l'organisation : un administrateur doit valider votre demande.</p>",
          ],
        ]),
      },
      otherwise: bare404('Guides data.gouv.fr'),
    },
  },
  expect: expectation({
    apiBases: [home],
    tokenEndpoint: null,
    signals: {
      'structured-401': ['pass', 'n/a'],
      'bearer-token': noCredit,
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'partial', 'n/a'],
      'scope-restriction': ['partial', ...noCredit],
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
    },
  }),
  why: {
    'structured-401': 'reading is open by design, and what needs a key answers 401 with a message',
    'manual-key-approval': 'approval is for membership of an organization and for the API of others',
  },
};

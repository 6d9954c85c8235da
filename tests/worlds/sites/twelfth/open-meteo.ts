import type { Answer, Incoming, Reply, World } from '../../lib/world.ts';
import { aliasOf, html, json } from '../../lib/answers.ts';
import { robots, sample, shell, table } from '../../lib/pages.ts';
import { expectation, noCredit } from '../../lib/world.ts';

const home = 'https://open-meteo.com';
const api = 'https://api.open-meteo.com';
const archive = 'https://archive-api.open-meteo.com';
const geocoding = 'https://geocoding-api.open-meteo.com';
const customer = 'https://customer-api.open-meteo.com';

const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title} | Open-Meteo.com</title><link href="/_app/immutable/assets/0.css" rel="stylesheet"><link rel="modulepreload" href="/_app/immutable/entry/start.js"></head><body data-sveltekit-preload-data="hover"><nav><a href="/">Home</a><a href="/en/features">Features</a><a href="/en/pricing">Pricing</a><a href="/en/docs">API Docs</a><a href="https://github.com/open-meteo/open-meteo">GitHub</a></nav><aside><a href="/en/docs">Weather Forecast API</a><a href="/en/docs/historical-weather-api">Historical Weather API</a><a href="/en/docs/geocoding-api">Geocoding API</a><a href="/en/docs/elevation-api">Elevation API</a></aside><main><h1>${title}</h1>${body}</main><footer><a href="/en/terms">Terms &amp; Privacy</a><a href="/en/about">About us</a><p>© 2022-2026 Open-Meteo</p></footer></body></html>`,
  );
const fail = (reason: string, status = 400): Answer => json(status, { reason, error: true });
const open: Record<string, string> = { 'access-control-allow-origin': '*' };
const needs = (r: Incoming, ...names: readonly string[]): Answer | null => {
  const missing = names.find((name) => !r.query.get(name));
  return missing === undefined ? null : fail(`Value of type 'String' required for key '${missing}'.`);
};
const forecast: Reply = (r) =>
  needs(r, 'latitude', 'longitude') ??
  json(
    200,
    {
      latitude: Number(r.query.get('latitude')),
      longitude: Number(r.query.get('longitude')),
      generationtime_ms: 0.08,
      utc_offset_seconds: 0,
      timezone: 'GMT',
      timezone_abbreviation: 'GMT',
      elevation: 38,
      ...(r.query.get('hourly')
        ? {
            hourly_units: { time: 'iso8601', temperature_2m: '°C' },
            hourly: { time: ['2026-11-28T00:00', '2026-11-28T01:00'], temperature_2m: [2.4, 2.2] },
          }
        : {}),
      ...(r.query.get('current') ? { current: { time: '2026-11-28T09:15', interval: 900, temperature_2m: 3.1 } } : {}),
    },
    open,
  );
const elevation: Reply = (r) => needs(r, 'latitude', 'longitude') ?? json(200, { elevation: [38] }, open);
const search: Reply = (r) =>
  needs(r, 'name') ??
  json(
    200,
    {
      results: [
        {
          id: 2950159,
          name: 'Berlin',
          latitude: 52.52437,
          longitude: 13.41053,
          country_code: 'DE',
          timezone: 'Europe/Berlin',
        },
      ],
      generationtime_ms: 0.6,
    },
    open,
  );
const parameters = (rows: readonly (readonly string[])[]) =>
  table([
    ['Parameter', 'Format', 'Required', 'Default', 'Description'],
    ...rows,
    [
      '<code>apikey</code>',
      'String',
      'No',
      '',
      'Only required to commercial use to access reserved API resources for customers. The server URL requires the prefix <code>customer-</code>. See <a href="/en/pricing">pricing</a> for more information.',
    ],
  ]);
const errors = `<h2>Errors</h2><p>In case an error occurs, for example a URL parameter is not correctly specified, a JSON error object is returned with a HTTP 400 status code.</p>${sample('{\n  "error": true,\n  "reason": "Cannot initialize WeatherVariable from invalid String value tempeture_2m for key hourly"\n}', 'json')}`;
const nowhere = fail('Not Found', 404);

/** Weather for everybody: nothing is needed; a key in the query is sold for another host. */
export const openMeteo: World = {
  id: 'open-meteo',
  kind: 'provider',
  title: 'Free weather API that needs nothing; customers get a key in the query for hosts of their own',
  target: home,
  dated: '2026-11',
  sources: [
    'open-meteo.com and open-meteo.com/en/docs',
    'github.com/open-meteo/open-meteo (README)',
    'github.com/open-meteo/open-meteo-website: docs pages',
    'github.com/striezel/weather-information-collector: src/api/openmeteo.md (error objects)',
  ],
  hosts: {
    'www.open-meteo.com': aliasOf(home),
    'open-meteo.com': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': page(
          'Free Weather API',
          `<p>Open-Meteo is an open-source weather API and offers free access for non-commercial use. No API key required. Start using it now!</p>${sample(`$ curl "${api}/v1/forecast?latitude=52.52&longitude=13.41&current=temperature_2m,wind_speed_10m&hourly=temperature_2m,relative_humidity_2m,wind_speed_10m"`)}<a href="/en/docs">Try the API here</a><h2>Accurate forecasts</h2><p>We partner with national weather services to bring you open data with high resolution, from 1 to 11 kilometres.</p><h2>Open source</h2><p>AGPLv3. Run your own servers, if you like.</p>`,
        ),
        'GET /en/docs': page(
          'Weather Forecast API',
          `<p>Seven day weather forecast for coordinates worldwide.</p><p>The API endpoint <code>/v1/forecast</code> accepts a geographical coordinate, a list of weather variables and responds with a JSON hourly weather forecast for 7 days. Time always starts at 0:00 today and contains 168 hours.</p>${sample(`${api}/v1/forecast?latitude=52.52&longitude=13.41&hourly=temperature_2m`, 'text')}${parameters(
            [
              [
                '<code>latitude</code>, <code>longitude</code>',
                'Floating point',
                'Yes',
                '',
                'WGS84 coordinates of the location',
              ],
              ['<code>hourly</code>', 'String array', 'No', '', 'A list of weather variables'],
              ['<code>current</code>', 'String array', 'No', '', 'Variables for current conditions'],
            ],
          )}${errors}`,
        ),
        'GET /en/docs/historical-weather-api': page(
          'Historical Weather API',
          `<p>80 years of hourly data.</p>${sample(`${archive}/v1/archive?latitude=52.52&longitude=13.41&start_date=2026-11-01&end_date=2026-11-14&hourly=temperature_2m`, 'text')}${parameters([['<code>start_date</code>', 'String', 'Yes', '', 'yyyy-mm-dd']])}${errors}`,
        ),
        'GET /en/docs/geocoding-api': page(
          'Geocoding API',
          `<p>Search locations in any language.</p>${sample(`${geocoding}/v1/search?name=Berlin&count=10&language=en&format=json`, 'text')}${parameters([['<code>name</code>', 'String', 'Yes', '', 'Two characters at least']])}${errors}`,
        ),
        'GET /en/docs/elevation-api': page(
          'Elevation API',
          `<p>90 metre resolution.</p>${sample(`${api}/v1/elevation?latitude=52.52&longitude=13.41`, 'text')}${errors}`,
        ),
        'GET /en/features': page(
          'Features',
          '<p>No API key required, CORS supported, no ads, no tracking, not even cookies. Data under Attribution 4.0 International (CC BY 4.0).</p>',
        ),
        'GET /en/pricing': page(
          'Pricing',
          `${table([
            ['', 'Free', 'Standard', 'Professional'],
            ['Calls', '10,000 a day, 5,000 an hour, 600 a minute', '1 million a month', '5 million a month'],
            ['Use', 'Non-commercial', 'Commercial', 'Commercial'],
            ['API key', 'None', 'Yes', 'Yes'],
          ])}<p>The free API needs no registration, no API key and no credit card. After you subscribe, an API key is sent by e-mail. Use it with <code>&amp;apikey=</code> on <code>${customer}</code>. Quotes for Enterprise: write to us.</p>`,
        ),
        'GET /en/terms': page(
          'Terms & Privacy',
          '<p>Less than 10,000 calls a day, non-commercial. Commercial use needs a subscription.</p>',
        ),
        'GET /en/about': page('About us', '<p>Open-Meteo is run from Switzerland. Contact: info@open-meteo.com.</p>'),
      },
      otherwise: shell('Open-Meteo.com', { status: 404 }),
    },
    'api.open-meteo.com': {
      routes: {
        'GET /v1/forecast': forecast,
        'GET /v1/elevation': elevation,
        'GET /v1/gfs': forecast,
        'GET /v1/ecmwf': forecast,
      },
      otherwise: nowhere,
    },
    'archive-api.open-meteo.com': {
      routes: {
        'GET /v1/archive': (r) =>
          needs(r, 'latitude', 'longitude', 'start_date', 'end_date') ??
          (typeof forecast === 'function' ? forecast(r) : forecast),
      },
      otherwise: nowhere,
    },
    'geocoding-api.open-meteo.com': { routes: { 'GET /v1/search': search }, otherwise: nowhere },
    'customer-api.open-meteo.com': {
      routes: {
        'GET /v1/*': (r) =>
          r.query.get('apikey')
            ? fail('The supplied API key is invalid.')
            : fail('API key required. Please add &apikey= to the URL.'),
      },
      otherwise: nowhere,
    },
  },
  expect: expectation({
    apiBases: [api],
    tokenEndpoint: null,
    signals: {
      'structured-401': ['pass', 'n/a'],
      'bearer-token': ['n/a', 'unknown', 'fail'],
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'n/a'],
      'token-expiry': ['n/a', 'unknown'],
      'scope-restriction': noCredit,
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
    },
  }),
  why: {
    apiBases: 'first sample of the home page',
    outcome: 'forecast, elevation and search answer strangers with data',
    'structured-401': 'open by design: the top of the ladder, or nothing applies',
    'bearer-token': 'a guard: nothing takes a token; what customers buy is a key in the query of another host',
    'self-service-keys': '“No API key required. Start using it now!”',
    'browser-only-oauth': 'nothing needs OAuth',
    'session-cookie-only': '“not even cookies”',
    'manual-key-approval': 'quotes for Enterprise are asked for, keys are mailed',
  },
};

import { plain } from './documents.ts';
import { words } from './expect.ts';
import { isLoopback } from '../loopback.ts';
import { secured } from './places.ts';
import type { FixDefinition, Seen } from './types.ts';

const moved = <T extends { url: string }>(places: readonly T[]): T[] =>
  places.map((place) => ({ ...place, url: secured(place.url) }));

export const https: FixDefinition = {
  id: 'https',
  title: 'Accept credentials over HTTPS only',
  checklist: [],
  appliesTo: ({ findings }) => findings.caps.some((cap) => cap.id === 'plain-http'),
  after: ({ surface, evidence }): Seen => ({
    surface: { ...surface, tokenEndpoints: moved(surface.tokenEndpoints) },
    evidence: { ...evidence, calls: moved(evidence.calls), tokenEndpoints: moved(evidence.tokenEndpoints) },
  }),
  build({ places }) {
    const { host, hostname } = new URL(places.slots.PLAIN_URL.value);
    const name = isLoopback(hostname) ? 'api.example.com' : hostname;
    return {
      reason:
        'Anyone on the way can read a token or a secret that travels in the clear, so a careful agent refuses to send it (RFC 6749 §3.2, RFC 6750 §5.3).',
      steps: [
        'Serve {{PLAIN_URL}} over HTTPS with a certificate that renews itself.',
        'Refuse plain HTTP on hosts that accept credentials rather than redirecting it: by the time of the redirect the secret has been sent.',
        'Change http: to https: in your metadata, API description and code samples.',
        'Send Strict-Transport-Security (RFC 6797), and replace secrets that have travelled in the clear.',
      ],
      keeps: ['Paths, credentials and answers are the same; only the scheme of the address changes.'],
      undo: 'Serve the old port again; the changes in your documents may stay.',
      work: 'endpoint',
      checks: [
        {
          command: 'curl -sS -i {{PLAIN_URL}}',
          expect: words('HTTP 403 with a JSON error, or no connection at all; no 401 and no redirect'),
        },
      ],
      code: null,
      artefacts: [
        plain({
          title: 'nginx',
          language: 'nginx',
          text: [
            'server {',
            '    listen 80;',
            `    server_name ${name};`,
            '    default_type application/json;',
            `    return 403 '{"error":"https_required","error_description":"Use https."}';`,
            '}',
            'server {',
            '    listen 443 ssl;',
            `    server_name ${name};`,
            '    add_header Strict-Transport-Security "max-age=31536000" always;',
            '    # ssl_certificate, ssl_certificate_key, and what the server on port 80 did so far',
            '}',
          ].join('\n'),
        }),
        plain({
          title: 'Caddy',
          language: 'caddyfile',
          text: [
            `http://${host} {`,
            '\theader Content-Type application/json',
            '\trespond `{"error":"https_required","error_description":"Use https."}` 403',
            '}',
            `https://${name} {`,
            '\theader Strict-Transport-Security "max-age=31536000"',
            '\treverse_proxy localhost:8080',
            '}',
          ].join('\n'),
        }),
      ],
    };
  },
};

import { isLoopback } from './quote.ts';
import type { FixDefinition } from './types.ts';

export const https: FixDefinition = {
  id: 'https',
  title: 'Take credentials over HTTPS only',
  effort: 'hours',
  checklist: [],
  appliesTo: ({ judged }) => judged.scoreInput.caps.some((cap) => cap.id === 'plain-http'),
  build({ places }) {
    const { host, hostname } = new URL(places.slots.PLAIN_URL.value);
    const name = isLoopback(hostname) ? 'api.example.com' : hostname;
    return {
      reason: 'Whoever sits between reads a token or a secret that travels in the clear, so a careful agent refuses to send it (RFC 6749 §3.2, RFC 6750 §5.3).',
      steps: [
        'Serve {{PLAIN_URL}} over HTTPS with a certificate that renews itself.',
        'Refuse plain HTTP on hosts that take credentials, rather than redirect it: by the time of the redirect the secret has been sent.',
        'Change http: to https: in your metadata, API description and code samples.',
        'Send Strict-Transport-Security (RFC 6797), and replace secrets that have travelled in the clear.',
      ],
      checks: [{ command: 'curl -sS -i {{PLAIN_URL}}', expect: 'HTTP 403 with a JSON error, or no connection at all; no 401 and no redirect' }],
      artefacts: [
        {
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
        },
        {
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
        },
      ],
    };
  },
};

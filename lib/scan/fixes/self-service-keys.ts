import { json } from './quote.ts';
import { instantiate, type Template } from './templates.ts';
import type { FixDefinition } from './types.ts';

/** RFC 7591 §3: registration of a client by a program. The secret is shown once and kept as a hash. */
const registration: Template = {
  title: 'Client registration, Express',
  language: 'javascript',
  text: String.raw`
// registration.js (Express 5): app.use(registration). RFC 7591: a program registers its own client.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import express from 'express';
import { saveClient, tooMany } from './clients.js'; // yours: tooMany(ip) limits registrations per address

export const registration = express.Router();
registration.post({{REGISTRATION_PATH}}, express.json({ limit: '16kb' }), async (request, response) => {
  response.set('Cache-Control', 'no-store');
  if (await tooMany(request.ip)) return response.status(429).set('Retry-After', '3600').json({ error: 'temporarily_unavailable', error_description: 'Too many registrations from this address.' });
  const { client_name = 'unnamed', grant_types = ['client_credentials'] } = request.body ?? {};
  if (typeof client_name !== 'string' || client_name.length > 100 || !Array.isArray(grant_types) || grant_types.some((grant) => grant !== 'client_credentials')) {
    return response.status(400).json({ error: 'invalid_client_metadata', error_description: 'Send client_name and grant_types ["client_credentials"].' });
  }
  const client_id = randomUUID();
  const client_secret = randomBytes(32).toString('base64url');
  // New clients start with the smallest scopes and limits; a person looks at those that grow, not at those that begin.
  await saveClient({ id: client_id, name: client_name, secretHash: createHash('sha256').update(client_secret).digest('hex'), tier: 'starter' });
  response.status(201).json({ client_id, client_secret, client_id_issued_at: Math.floor(Date.now() / 1000), client_secret_expires_at: 0, client_name, grant_types, token_endpoint_auth_method: 'client_secret_basic' });
});

// A body that is no JSON is refused in JSON too.
registration.use((failure, request, response, next) => {
  if (failure.type !== 'entity.parse.failed') return next(failure);
  response.status(400).json({ error: 'invalid_client_metadata', error_description: 'The body is not JSON.' });
});
`,
};

export const selfServiceKeys: FixDefinition = {
  id: 'self-service-keys',
  title: 'Give out keys at once',
  effort: 'days',
  checklist: [],
  build(context) {
    const { subject, places } = context;
    const words = [
      '## Getting access',
      '',
      `1. Sign up at ${places.slots.KEYS_URL.value}${places.slots.KEYS_URL.seen ? '' : ' (put your address in)'}.`,
      `2. Create an API key yourself. It works at once; nobody has to approve it.`,
      '3. New keys may make 60 requests a minute. Ask for more when you need more.',
    ].join('\n');
    return {
      reason: 'An agent, or its owner at two in the morning, cannot wait for a form to be read. Low limits on new keys keep abuse as small as an approval does, and stop nobody.',
      steps: [
        'Let whoever has confirmed an e-mail address create a key or a client at {{KEYS_URL}}, and let it work at once.',
        'Start new keys with low rate limits and the smallest permissions; review accounts when their volume grows.',
        'Say so at {{DOCS_URL}} in plain words: who may create a key, that nobody approves it, and what its limits are.',
        ...(subject.oauth ? ['Open dynamic client registration at {{REGISTRATION_URL}} (RFC 7591 §3) and name it as registration_endpoint in the metadata.'] : []),
        'Let keys be listed, rolled and revoked by program too.',
      ],
      checks: subject.oauth
        ? [
            { command: `curl -sS -i -H 'Content-Type: application/json' -d '{' {{REGISTRATION_URL}}`, expect: 'HTTP 400, {"error":"invalid_client_metadata"}; a broken body creates nothing' },
            { command: `curl -sS -i -H 'Content-Type: application/json' -d '{"client_name":"trial","grant_types":["client_credentials"]}' {{REGISTRATION_URL}}`, expect: 'HTTP 201 with client_id and client_secret (this one creates a client: delete it afterwards)' },
          ]
        : [{ command: `curl -sSL {{DOCS_URL}} | grep -iE 'create (an|your) (api )?key|self-service'`, expect: 'the sentence that says how to create a key' }],
      artefacts: [
        { title: 'Words for the documentation', language: 'markdown', text: words },
        ...(subject.oauth
          ? [
              instantiate(registration, { REGISTRATION_PATH: new URL(places.slots.REGISTRATION_URL.value).pathname }),
              { title: 'Member of the metadata', language: 'json', text: json({ registration_endpoint: places.slots.REGISTRATION_URL.value }) },
            ]
          : []),
      ],
    };
  },
};

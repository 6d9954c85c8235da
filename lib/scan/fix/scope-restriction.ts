import { publishing, saying } from './after.ts';
import { basicClient, curlCall } from './calls.ts';
import { bearerChallenge, placeValues } from './challenge.ts';
import { exampleScopes, plain, serverMetadata } from './documents.ts';
import { lacksScope, token, words } from './expect.ts';
import { json } from './quote.ts';
import type { FixDefinition } from './types.ts';

/** Our own sentence for the documentation; a second scan reads it there. */
const said = 'Scopes limit what an API key may do: read, write.';

export const scopeRestriction: FixDefinition = {
  id: 'scope-restriction',
  title: 'Offer scopes',
  checklist: [],
  after(seen, { places, subject }) {
    const scopes = places.scopes.length > 0 ? places.scopes : [...exampleScopes];
    if (!subject.oauth) return saying(seen, places.slots.DOCS_URL.value, { topic: 'scopes', quote: said });
    return places.server ? publishing(seen, places, { scopes: [...scopes] }) : seen;
  },
  build(context) {
    const { subject, places } = context;
    const scopes = places.scopes.length > 0 ? places.scopes : exampleScopes;
    const [scope = 'read'] = scopes;
    return {
      reason:
        'Owners hand an agent a key more readily when the key can do one thing only. One that can do everything is often not handed over at all.',
      steps: [
        'Begin with two scopes, one that reads and one that writes; split them further where owners ask for it.',
        subject.oauth
          ? 'Accept scope in the token request at {{TOKEN_URL}}, and answer with the scope that was granted (RFC 6749 §3.3).'
          : 'Let people choose what a key may do when they create it at {{KEYS_URL}}.',
        'Check the scope on every operation, as below for machine clients and in the same way for tokens of your own; answer 403 with error="insufficient_scope" and the missing scope (RFC 6750 §3.1).',
        subject.oauth
          ? 'List the scopes in scopes_supported at {{SERVER_METADATA_URL}} and in your API description.'
          : 'List the permissions in your API description and at {{DOCS_URL}}.',
      ],
      keeps: ['Existing credentials keep everything they may do today; people who sign in are not limited by scopes.'],
      undo: 'Take the checks out; a scope that nothing checks does no harm.',
      work: 'policy',
      checks: [
        ...(subject.grants.client_credentials.offered === 'yes'
          ? [
              {
                command: `curl -sS -i ${basicClient}-d grant_type=client_credentials -d scope=${scope.replace(/[^\w.:/-]/g, '')} {{TOKEN_URL}}`,
                expect: token,
              },
            ]
          : []),
        ...(subject.oauth
          ? [{ command: curlCall(places, `-H "Authorization: Bearer $NARROW_TOKEN" `), expect: lacksScope }]
          : [
              {
                command: `curl -sSL {{DOCS_URL}} | grep -iE 'scopes?|permissions?'`,
                expect: words('the sentence that says what a key can be limited to'),
              },
            ]),
      ],
      artefacts: [
        ...(subject.oauth
          ? serverMetadata(context, { scopes_supported: { add: scopes } })
          : [
              plain({
                title: 'Words for the documentation',
                language: 'markdown',
                text: `## Permissions\n\n${said}`,
              }),
              plain({
                title: 'The answer to a key that may not do this',
                language: 'http',
                text: `HTTP/1.1 403 Forbidden\nContent-Type: application/json\n\n${json({ error: 'insufficient_scope', error_description: `This key lacks the permission ${scope}.` })}`,
              }),
            ]),
      ],
      code: subject.oauth
        ? { kinds: ['beside', 'scope'], values: placeValues(context, bearerChallenge(context)) }
        : null,
    };
  },
};

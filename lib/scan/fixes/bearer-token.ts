import { curlCall } from './calls.ts';
import { securityPatch } from './documents.ts';
import { middlewareArtefacts } from './middleware.ts';
import { wayOf } from '../judge/case.ts';
import type { Artefact, FixContext, FixDefinition } from './types.ts';

/** Where the key has a header of its own, a proxy can hand it on today, before any code changes. */
function proxyArtefact({ places }: FixContext): Artefact {
  // The name was checked when it was read: letters, digits and hyphens.
  const header = places.slots.KEY_HEADER.value;
  const variable = `$http_${header.toLowerCase().replaceAll('-', '_')}`;
  return {
    title: 'nginx, without a change in the code',
    language: 'nginx',
    text: [
      `# In http {}: the key comes from Authorization: Bearer, or from ${header} as today.`,
      'map $http_authorization $carried_key {',
      `    default ${variable};`,
      '    "~*^Bearer +(?<bearer_key>[A-Za-z0-9._~+/-]+=*)$" $bearer_key;',
      '}',
      '# In the location {} that passes on to the API:',
      `proxy_set_header ${header} $carried_key;`,
    ].join('\n'),
  };
}

export const bearerToken: FixDefinition = {
  id: 'bearer-token',
  title: 'Accept Authorization: Bearer',
  effort: 'hours',
  checklist: ['bearer-accepted'],
  build(context) {
    const { subject, places, judged } = context;
    const ownHeader = wayOf(subject, 'own-header') !== undefined;
    const cookies = judged.antiPatterns.some((a) => a.id === 'session-cookie-only' && a.status === 'present') || wayOf(subject, 'cookie') !== undefined;
    return {
      reason: cookies
        ? 'An agent has no browser that could sign in and keep a session cookie. A token in the Authorization header is the one way that every HTTP client knows.'
        : 'A token in the Authorization header is the one way that every client, library and agent knows without reading your documentation (RFC 6750 §2.1).',
      steps: [
        'Read Authorization: Bearer <token> on every endpoint under {{API_URL}}; compare the word Bearer without regard to case.',
        ...(ownHeader ? ['Take the same keys there as in {{KEY_HEADER}}, and keep that header working.'] : []),
        ...(cookies ? ['Check the token before the session middleware, and skip CSRF checks for calls that carry one.'] : []),
        'Take the token from the header only, never from the URL, which ends up in logs (RFC 9700 §4.3.2).',
        'Answer a bad token with 401 and error="invalid_token" (RFC 6750 §3.1).',
        'Declare the scheme in your API description and show it in the first example at {{DOCS_URL}}.',
      ].slice(0, 6),
      checks: [
        { command: curlCall(places, `-H "Authorization: Bearer $TOKEN" `), expect: 'HTTP 200 with a token of yours in the variable TOKEN' },
        { command: curlCall(places, `-H 'Authorization: Bearer not-a-token' `), expect: 'HTTP 401, error="invalid_token" in WWW-Authenticate' },
      ],
      artefacts: [...(ownHeader ? [proxyArtefact(context)] : []), ...middlewareArtefacts(context), securityPatch(context, [{ id: 'bearer', name: null }], false)],
    };
  },
};

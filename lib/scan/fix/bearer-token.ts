import { refusing } from './after.ts';
import { curlCall } from './calls.ts';
import { bearerChallenge, placeValues } from './challenge.ts';
import { plain } from './documents.ts';
import { letIn, refused } from './expect.ts';
import { wayOf } from '../judge/case.ts';
import type { Artefact, FixContext, FixDefinition } from './types.ts';

/** Where the key has a header of its own, a proxy can hand it on today, before any code changes. */
function proxyArtefact({ places }: FixContext): Artefact {
  // The name was checked when it was read: letters, digits and hyphens.
  const header = places.slots.KEY_HEADER.value;
  const variable = `$http_${header.toLowerCase().replaceAll('-', '_')}`;
  return plain({
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
  });
}

export const bearerToken: FixDefinition = {
  id: 'bearer-token',
  title: 'Accept Authorization: Bearer',
  checklist: ['bearer-accepted'],
  after: (seen, context) => refusing(seen, context.subject, bearerChallenge(context)),
  build(context) {
    const { subject, places, findings } = context;
    const ownHeader = wayOf(subject, 'own-header') !== undefined;
    const cookies =
      findings.antiPatterns.some((a) => a.id === 'session-cookie-only' && a.status === 'present') ||
      wayOf(subject, 'cookie') !== undefined;
    return {
      reason: cookies
        ? 'An agent has no browser that could sign in and keep a session cookie. A token in the Authorization header is the one way that every HTTP client knows.'
        : 'A token in the Authorization header is the one way that every client, library and agent knows without reading your documentation (RFC 6750 §2.1).',
      steps: [
        'Wrap the guard of {{API_URL}} as below: a known token goes on, everything else is the guard’s, as before.',
        'Make a client with make-client and hand its owner the token, or put the token endpoint of “Offer the client_credentials grant” beside it.',
        ...(ownHeader ? ['Or accept there the same keys as in {{KEY_HEADER}}, with the lines for nginx.'] : []),
        ...(cookies ? ['Skip CSRF checks for calls that carry a known token: nothing sends it by itself.'] : []),
        'Take the token from the header only, never from the URL, which ends up in logs (RFC 9700 §4.3.2).',
        'Declare the scheme in your API description and show it in the first example at {{DOCS_URL}}.',
      ].slice(0, 6),
      keeps: [
        'Without an Authorization header, and with a token that it does not know, the wrapper asks the guard you have: browsers with a session pass, and are sent to the login page where they are today.',
        ...(ownHeader ? ['Keys in {{KEY_HEADER}} work as before.'] : []),
      ],
      undo: 'Put the guard back without the wrapper. Clients and tokens are in one file that nothing else reads.',
      work: 'endpoint',
      checks: [
        { command: curlCall(places, `-H "Authorization: Bearer $TOKEN" `), expect: letIn },
        { command: curlCall(places, `-H 'Authorization: Bearer not-a-token' `), expect: refused('invalid_token') },
      ],
      artefacts: ownHeader ? [proxyArtefact(context)] : [],
      code: { kinds: ['beside'], values: placeValues(context, bearerChallenge(context)) },
    };
  },
};

import { refusing } from './after.ts';
import { curlCall } from './calls.ts';
import { challengeToday, placeValues } from './challenge.ts';
import { plain } from './documents.ts';
import { refused } from './expect.ts';
import { wayOf } from '../judge/case.ts';
import { json } from './quote.ts';
import type { FixDefinition } from './types.ts';

export const structured401: FixDefinition = {
  id: 'structured-401',
  title: 'Answer 401 with a challenge and a JSON error',
  checklist: ['structured-401'],
  details({ subject }) {
    const answer = subject.access.guarded[0]?.answer;
    if (!answer) return [];
    const challenges = answer.challenges.map(({ scheme, parameters }) =>
      [
        scheme,
        Object.entries(parameters)
          .map(([name, value]) => `${name}="${value}"`)
          .join(', '),
      ]
        .join(' ')
        .trim(),
    );
    const sent =
      challenges.length > 0
        ? `It sent WWW-Authenticate: ${challenges.join(', ')}`
        : 'It sent no WWW-Authenticate field';
    const where = answer.location === null ? '' : ` and led to ${answer.location}`;
    return [`${sent}${where}${answer.contentType === null ? '' : `; the body was ${answer.contentType}`}.`];
  },
  after: (seen, context) => refusing(seen, context.subject, challengeToday(context)),
  build(context) {
    const { places, subject } = context;
    const challenge = challengeToday(context);
    const [scheme = ''] = challenge.split(' ');
    const body = json({
      error: 'missing_token',
      error_description: 'Send the credential that the challenge names.',
      help: places.slots.DOCS_URL.value,
    });
    const ownHeader = wayOf(subject, 'own-header') !== undefined;
    return {
      reason:
        'An agent calls first and reads the refusal to learn what to bring. A 401 with a challenge and a JSON error tells it in one request; a page or a redirect made for people tells it nothing.',
      steps: [
        'Wrap the guard of {{API_URL}} as below: what it lets through goes on, and what it refuses to a program becomes a 401 in JSON.',
        'Send WWW-Authenticate with it, naming the scheme and the realm (RFC 9110 §11.6.1).',
        ...(scheme === 'Bearer'
          ? ['Add error="invalid_token" only when a token was sent and failed (RFC 6750 §3.1).']
          : []),
        'Send a JSON body whose `error` a program can branch on, with a link to {{DOCS_URL}}.',
      ],
      keeps: [
        'Browsers get what they get today, such as the redirect to the login page: the wrapper leaves alone every request that carries a cookie, Sec-Fetch-Site or Accept: text/html.',
        ...(ownHeader ? ['Keys in {{KEY_HEADER}} work as before, and your error bodies keep their members.'] : []),
        'What is open today stays open.',
      ],
      undo: 'Put the guard back without the wrapper; nothing is stored.',
      work: 'endpoint',
      checks: [
        { command: curlCall(places), expect: refused(scheme) },
        ...(scheme === 'Bearer'
          ? [
              {
                command: curlCall(places, `-H 'Authorization: Bearer not-a-token' `),
                expect: refused('invalid_token'),
              },
            ]
          : []),
      ],
      artefacts: [
        plain({
          title: 'The answer',
          language: 'http',
          text: `HTTP/1.1 401 Unauthorized\nWWW-Authenticate: ${challenge}\nContent-Type: application/json\n\n${body}`,
        }),
      ],
      code: { kinds: ['restate'], values: placeValues(context, challenge) },
    };
  },
};

import { curlCall } from './calls.ts';
import { challengeOf, middlewareArtefacts } from './middleware.ts';
import { wayOf } from '../judge/case.ts';
import { json } from './quote.ts';
import type { FixDefinition } from './types.ts';

export const structured401: FixDefinition = {
  id: 'structured-401',
  title: 'Answer 401 with a challenge and a JSON error',
  effort: 'minutes',
  checklist: ['structured-401'],
  details({ subject }) {
    const answer = subject.access.guarded[0]?.answer;
    if (!answer) return [];
    const challenges = answer.challenges.map(({ scheme, parameters }) => [scheme, Object.entries(parameters).map(([name, value]) => `${name}="${value}"`).join(', ')].join(' ').trim());
    const sent = challenges.length > 0 ? `It sent WWW-Authenticate: ${challenges.join(', ')}` : 'It sent no WWW-Authenticate field';
    const where = answer.location === null ? '' : ` and led to ${answer.location}`;
    return [`${sent}${where}${answer.contentType === null ? '' : `; the body was ${answer.contentType}`}.`];
  },
  build(context) {
    const { places, subject } = context;
    const challenge = challengeOf(context);
    const body = json({ error: 'missing_token', error_description: 'Send the header Authorization: Bearer <token>.', help: places.slots.DOCS_URL.value });
    return {
      reason: 'An agent calls first and reads the refusal to learn what to bring. A 401 with a challenge and a JSON error tells it in one request; a page or a redirect made for people tells it nothing.',
      steps: [
        'Answer 401 wherever an endpoint under {{API_URL}} needs a credential and gets none or a bad one; send no redirect and no HTML.',
        'Send WWW-Authenticate with it, naming the scheme and the realm (RFC 9110 §11.6.1).',
        'Add error="invalid_token" only when a token was sent and failed (RFC 6750 §3.1).',
        'Send a JSON body whose `error` a program can branch on, with a link to {{DOCS_URL}}.',
        'Run this check before sessions, CSRF protection and login redirects.',
        ...(wayOf(subject, 'own-header') ? ['Keep reading {{KEY_HEADER}}, and send the same refusal where that key is missing or wrong.'] : []),
      ],
      checks: [
        { command: curlCall(places), expect: 'HTTP 401, a WWW-Authenticate field, Content-Type: application/json, a body with "error"' },
        { command: curlCall(places, `-H 'Authorization: Bearer not-a-token' `), expect: 'HTTP 401, error="invalid_token" in WWW-Authenticate and in the body' },
      ],
      artefacts: [
        { title: 'The answer', language: 'http', text: `HTTP/1.1 401 Unauthorized\nWWW-Authenticate: ${challenge}\nContent-Type: application/json\n\n${body}` },
        ...middlewareArtefacts(context),
      ],
    };
  },
};

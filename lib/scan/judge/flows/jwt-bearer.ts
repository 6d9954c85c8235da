import { grantWords } from '../../vocabulary.ts';
import { type Flow } from './verdict.ts';

export const jwtBearer: Flow = {
  meta: {
    id: 'jwt_bearer',
    title: grantWords.jwt_bearer.name,
    spec: { label: 'RFC 7523 §2.1', url: 'https://www.rfc-editor.org/rfc/rfc7523.html#section-2.1' },
    about: 'The program signs an assertion with a key that was registered once.',
  },
  verdict: (subject) => (subject.assertsPeople ? 'human-once' : 'agent-friendly'),
};

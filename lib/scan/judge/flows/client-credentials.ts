import { grantWords } from '../../vocabulary.ts';
import { type Flow } from './verdict.ts';

export const clientCredentials: Flow = {
  meta: {
    id: 'client_credentials',
    title: grantWords.client_credentials.name,
    spec: { label: 'RFC 6749 §4.4', url: 'https://www.rfc-editor.org/rfc/rfc6749.html#section-4.4' },
    about: 'The program trades its client id and secret for a token. Nobody else is asked.',
  },
  verdict: () => 'agent-friendly',
};

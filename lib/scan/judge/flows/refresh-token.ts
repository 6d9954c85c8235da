import { grantWords } from '../../vocabulary.ts';
import { type Flow } from './verdict.ts';

export const refreshToken: Flow = {
  meta: {
    id: 'refresh_token',
    title: grantWords.refresh_token.name,
    spec: { label: 'RFC 6749 §6', url: 'https://www.rfc-editor.org/rfc/rfc6749.html#section-6' },
    about: 'After a person has agreed once, the program gets the next token by itself.',
  },
  verdict: () => 'human-once',
};

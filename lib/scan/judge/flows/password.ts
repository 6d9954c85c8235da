import { grantWords } from '../../vocabulary.ts';
import { type Flow } from './verdict.ts';

export const password: Flow = {
  meta: {
    id: 'password',
    title: grantWords.password.name,
    spec: { label: 'RFC 9700 §2.4', url: 'https://www.rfc-editor.org/rfc/rfc9700.html#section-2.4' },
    about: 'The program is handed a person’s password. Deprecated.',
  },
  verdict: () => 'deprecated',
};

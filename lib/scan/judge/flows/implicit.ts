import { grantWords } from '../../vocabulary.ts';
import { type Flow } from './verdict.ts';

export const implicit: Flow = {
  meta: {
    id: 'implicit',
    title: grantWords.implicit.name,
    spec: { label: 'RFC 9700 §2.1.2', url: 'https://www.rfc-editor.org/rfc/rfc9700.html#section-2.1.2' },
    about: 'The token comes back in the address bar of a browser. Deprecated.',
  },
  verdict: () => 'deprecated',
};

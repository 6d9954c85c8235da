import { grantWords } from '../../vocabulary.ts';
import { onceIfRenewed, type Flow } from './verdict.ts';

export const authorizationCode: Flow = {
  meta: {
    id: 'authorization_code',
    title: grantWords.authorization_code.name,
    spec: { label: 'RFC 6749 §4.1', url: 'https://www.rfc-editor.org/rfc/rfc6749.html#section-4.1' },
    about: 'A person signs in with a browser and clicks Allow; the program gets a code and trades it for a token.',
  },
  verdict: onceIfRenewed,
};

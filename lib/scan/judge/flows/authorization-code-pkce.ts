import { grantWords } from '../../vocabulary.ts';
import { onceIfRenewed, type Flow } from './verdict.ts';

export const authorizationCodePkce: Flow = {
  meta: {
    id: 'authorization_code_pkce',
    title: grantWords.authorization_code_pkce.name,
    spec: { label: 'RFC 7636', url: 'https://www.rfc-editor.org/rfc/rfc7636.html' },
    about: 'The same, with a proof that whoever started it also ends it.',
  },
  verdict: onceIfRenewed,
};

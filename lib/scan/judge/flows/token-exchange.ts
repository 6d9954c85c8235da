import { grantWords } from '../../vocabulary.ts';
import { type Flow } from './verdict.ts';

export const tokenExchange: Flow = {
  meta: {
    id: 'token_exchange',
    title: grantWords.token_exchange.name,
    spec: { label: 'RFC 8693', url: 'https://www.rfc-editor.org/rfc/rfc8693.html' },
    about: 'A token already held is traded for another; it needs whoever gave the first.',
  },
  verdict: (subject) =>
    subject.federated || subject.grants.client_credentials.offered === 'yes' ? 'agent-friendly' : 'human-once',
};

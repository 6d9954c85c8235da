import { type Flow } from './verdict.ts';

export const tokenExchange: Flow = {
  meta: {
    id: 'token_exchange',
    title: 'Token exchange',
    spec: { label: 'RFC 8693', url: 'https://www.rfc-editor.org/rfc/rfc8693.html' },
    about: 'A token already held is traded for another; it needs whoever gave the first.',
  },
  verdict: (subject) => (subject.grants.client_credentials.offered === 'yes' ? 'agent-friendly' : 'human-once'),
};

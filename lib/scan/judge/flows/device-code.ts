import { grantWords } from '../../vocabulary.ts';
import { type Flow } from './verdict.ts';

export const deviceCode: Flow = {
  meta: {
    id: 'device_code',
    title: grantWords.device_code.name,
    spec: { label: 'RFC 8628', url: 'https://www.rfc-editor.org/rfc/rfc8628.html' },
    about: 'The program shows a code; a person types it on another device, once.',
  },
  verdict: () => 'human-once',
};

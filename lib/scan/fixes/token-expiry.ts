import { basicClient } from './calls.ts';
import { json } from './quote.ts';
import { instantiate, type Template } from './templates.ts';
import type { FixDefinition } from './types.ts';

/** RFC 6749 §6 with rotation (RFC 9700 §4.14.2): a refresh token works once, and its second use ends the whole family. */
const refresh: Template = {
  title: 'Refresh tokens, Express',
  language: 'javascript',
  text: String.raw`
// refresh-token.js (Express 5): the branch of POST {{TOKEN_PATH}} for grant_type=refresh_token, after client authentication.
import { createHash, randomBytes } from 'node:crypto';
// Yours. useRefreshToken(hash, clientId) marks the token as used in one transaction and returns its grant; null if it is unknown,
// revoked, expired or another client's; and it revokes the whole grant when the token had been used before.
import { saveTokens, useRefreshToken } from './grants.js';

const lifetime = 3600; // seconds
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const random = () => randomBytes(32).toString('base64url');

export async function refreshGrant(form, client, response) {
  response.set('Cache-Control', 'no-store');
  const grant = form.refresh_token ? await useRefreshToken(sha256(form.refresh_token), client.id) : null;
  if (!grant) return response.status(400).json({ error: 'invalid_grant', error_description: 'The refresh token is unknown, used, expired or revoked.' });
  const access_token = random();
  const refresh_token = random();
  await saveTokens(grant, { accessHash: sha256(access_token), refreshHash: sha256(refresh_token), expiresAt: new Date(Date.now() + lifetime * 1000) });
  response.json({ access_token, token_type: 'Bearer', expires_in: lifetime, refresh_token, scope: grant.scope });
}
`,
};

export const tokenExpiry: FixDefinition = {
  id: 'token-expiry',
  title: 'Let programs renew their tokens',
  effort: 'hours',
  checklist: [],
  build({ subject, places }) {
    const { grants } = subject;
    const forPeople = grants.authorization_code.offered === 'yes' || grants.device_code.offered === 'yes';
    const machine = grants.client_credentials.offered === 'yes';
    const words = `Access tokens live for one hour (expires_in is 3600 seconds). A program gets the next one ${machine || !forPeople ? 'by repeating the client_credentials request' : 'with its refresh token'}; nobody has to sign in again.`;
    return {
      reason: 'An agent that runs for weeks outlives its token. If a program can get the next one, nothing stops; if a person has to, the agent stands still until somebody looks.',
      steps: [
        'Send expires_in, in seconds, with every token from {{TOKEN_URL}} (RFC 6749 §5.1).',
        'Let a program re-issue its token by repeating grant_type=client_credentials; no refresh token is needed for that (RFC 6749 §4.4.3).',
        ...(forPeople ? ['Issue refresh tokens beside the authorization code grant, rotate them, and revoke the grant when an old one comes back (RFC 9700 §4.14.2).'] : []),
        'Say at {{DOCS_URL}} how long a token lives and how a program gets the next one.',
        'Answer an expired token with 401 and error="invalid_token", so that the agent knows when to renew.',
      ],
      checks: [
        { command: `curl -sS ${basicClient}-d grant_type=client_credentials {{TOKEN_URL}}`, expect: 'JSON with expires_in as a number; run it again for a new token' },
        ...(forPeople ? [{ command: `curl -sS ${basicClient}-d grant_type=refresh_token --data-urlencode "refresh_token=$REFRESH_TOKEN" {{TOKEN_URL}}`, expect: 'JSON with a new access_token and a new refresh_token' }] : []),
      ],
      artefacts: [
        { title: 'The token response', language: 'json', text: json({ access_token: '2YotnFZFEjr1zCsicMWpAA', token_type: 'Bearer', expires_in: 3600, ...(forPeople && !machine ? { refresh_token: 'tGzv3JOkF0XG5Qx2TlKWIA' } : {}) }) },
        { title: 'Words for the documentation', language: 'markdown', text: words },
        ...(forPeople ? [instantiate(refresh, { TOKEN_PATH: places.tokenPath })] : []),
      ],
    };
  },
};

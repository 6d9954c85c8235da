import { saying, withEvidence } from './after.ts';
import { basicClient } from './calls.ts';
import { plain } from './documents.ts';
import { token } from './expect.ts';
import { json } from './quote.ts';
import type { FixDefinition } from './types.ts';

const words = (how: string) =>
  `Access tokens live for one hour (expires_in is 3600 seconds). A program gets the next one ${how}; nobody has to sign in again.`;

export const tokenExpiry: FixDefinition = {
  id: 'token-expiry',
  title: 'Let programs renew their tokens',
  checklist: [],
  after: (seen, { places }) =>
    saying(
      withEvidence(seen, {
        statements: seen.evidence.statements.filter(
          ({ topic }) => topic !== 'renews-by-person' && topic !== 'never-expires' && topic !== 'expires',
        ),
      }),
      places.slots.DOCS_URL.value,
      { topic: 'expires', quote: 'Access tokens live for one hour (expires_in is 3600 seconds).' },
      { topic: 'renews', quote: 'A program gets the next one by repeating the request.' },
    ),
  build({ subject }) {
    const { grants } = subject;
    const forPeople = grants.authorization_code.offered === 'yes' || grants.device_code.offered === 'yes';
    const machine = grants.client_credentials.offered === 'yes';
    const byRefresh = forPeople && !machine;
    return {
      reason:
        'An agent that runs for weeks outlives its token. If a program can get the next one, work goes on; if a person has to, the agent sits idle until somebody notices.',
      steps: [
        'Send expires_in, in seconds, with every token from {{TOKEN_URL}} (RFC 6749 §5.1).',
        ...(byRefresh
          ? []
          : [
              'Let a program get its next token by repeating grant_type=client_credentials; no refresh token is needed for that (RFC 6749 §4.4.3).',
            ]),
        ...(forPeople
          ? [
              'Switch on refresh tokens beside the authorization code grant in your authorization server, with rotation: when a used one comes back, the whole family is revoked (RFC 9700 §4.14.2). Do not write this by hand.',
            ]
          : []),
        'Say at {{DOCS_URL}} how long a token lives and how a program gets the next one.',
        'Answer an expired token with 401 and error="invalid_token", so that the agent knows when to renew.',
      ],
      keeps: ['Tokens that are already issued live as long as they were promised to.'],
      undo: 'Issue tokens as before, and say so in the documentation.',
      work: 'endpoint',
      checks: [
        ...(byRefresh
          ? []
          : [{ command: `curl -sS -i ${basicClient}-d grant_type=client_credentials {{TOKEN_URL}}`, expect: token }]),
        ...(forPeople
          ? [
              {
                command: `curl -sS -i ${basicClient}-d grant_type=refresh_token --data-urlencode "refresh_token=$REFRESH_TOKEN" {{TOKEN_URL}}`,
                expect: token,
              },
            ]
          : []),
      ],
      code: null,
      artefacts: [
        plain({
          title: 'The token response',
          language: 'json',
          file: 'token-response.json',
          text: json({
            access_token: '2YotnFZFEjr1zCsicMWpAA',
            token_type: 'Bearer',
            expires_in: 3600,
            ...(byRefresh ? { refresh_token: 'tGzv3JOkF0XG5Qx2TlKWIA' } : {}),
          }),
        }),
        plain({
          title: 'Words for the documentation',
          language: 'markdown',
          text: words(byRefresh ? 'with its refresh token' : 'by repeating the client_credentials request'),
        }),
      ],
    };
  },
};

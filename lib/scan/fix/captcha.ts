import { withEvidence } from './after.ts';
import { plain } from './documents.ts';
import { words } from './expect.ts';
import { literal } from './quote.ts';
import { sourceFile, testedIn } from './sources.ts';
import type { FixDefinition } from './types.ts';

export const captcha: FixDefinition = {
  id: 'captcha',
  title: 'Limit by rate instead of by CAPTCHA',
  checklist: [],
  after: (seen) =>
    withEvidence(seen, {
      captchas: seen.evidence.captchas.filter((one) => !['sign-up', 'key', 'token'].includes(one.guards)),
    }),
  build({ places, subject }) {
    // Without OAuth there is no token endpoint to limit; the form that makes the account or the key is the door.
    const door = subject.oauth ? 'TOKEN_URL' : 'CAPTCHA_URL';
    const path = new URL(places.slots[door].value).pathname;
    return {
      reason:
        'A CAPTCHA, even an invisible one, asks for a browser that runs its script. It stops every agent, the honest ones first; a rate limit stops the abuse.',
      steps: [
        'Take the CAPTCHA out of every way to a credential: {{CAPTCHA_URL}} first, then any other page or endpoint where one begins.',
        `Limit requests to {{${door}}} per client and per address instead, and answer 429 with Retry-After and a JSON error (RFC 6585 §4).`,
        'Confirm new accounts by e-mail, and give their keys low limits to begin with.',
        'Keep the CAPTCHA for what only people do, such as a contact form or a login after many failures.',
      ],
      keeps: ['People sign up and log in as they do now, without the puzzle; forms that only people use keep theirs.'],
      undo: 'Put the CAPTCHA back; the limit does no harm beside it.',
      work: 'endpoint',
      checks: [
        { command: `curl -sSL {{CAPTCHA_URL}} | grep -ciE 'recaptcha|hcaptcha|turnstile|captcha'`, expect: words('0') },
        ...(subject.oauth
          ? [
              {
                command: `for i in $(seq 40); do curl -sS -o /dev/null -w '%{http_code} ' -u nobody:wrong -d grant_type=client_credentials {{TOKEN_URL}}; done`,
                expect: words('401 at first, then 429; try it against a test server'),
              },
            ]
          : []),
      ],
      code: null,
      artefacts: [
        plain({
          title: 'nginx',
          language: 'nginx',
          text: [
            '# In http {}',
            'limit_req_zone $binary_remote_addr zone=credentials:10m rate=20r/m;',
            'limit_req_status 429;',
            '# In server {}',
            `location = ${nginxPath(path)} {`,
            '    limit_req zone=credentials burst=10 nodelay;',
            '    error_page 429 = @too_many;',
            '    # proxy_pass as before',
            '}',
            'location @too_many {',
            '    default_type application/json;',
            '    add_header Retry-After 60 always;',
            `    return 429 '{"error":"too_many_requests","error_description":"Too many requests. Try again in 60 seconds."}';`,
            '}',
          ].join('\n'),
        }),
        plain({
          title: 'limit-requests.ts',
          ...sourceFile('express/limit-requests.ts', {}),
          file: 'limit-requests.ts',
          frameworks: ['Express'],
          tested: testedIn('ways', 'captcha'),
        }),
        plain({
          title: 'The lines in your app',
          language: 'typescript',
          text: `import { limitRequests } from './limit-requests.ts';\n// before the route:\napp.use(${literal('typescript', path)}, limitRequests);`,
          frameworks: ['Express'],
          tested: testedIn('ways', 'captcha'),
        }),
      ],
    };
  },
};

/** A path as one nginx word: only characters that mean nothing there, else a path to be changed by hand. */
function nginxPath(path: string): string {
  return /^[\w./~-]+$/.test(path) ? path : '/put/your/path/here';
}

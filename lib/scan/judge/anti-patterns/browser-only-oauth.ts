import { counted } from '../../counted.ts';
import { machineGrant, said, signIn, staticKey, wayOf, type Case } from '../case.ts';
import type { Statement } from '../../types.ts';
import { absent, present, undecided, type AntiPattern } from '../types.ts';

/** Only OAuth that guards this API can be its only door: a login server beside an API whose own way we do not know proves nothing. */
function guardsApi(subject: Case): boolean {
  const { evidence, access } = subject;
  // OIDC Core §5.3: the userinfo endpoint takes this issuer's tokens; where it is all that guards, there is no other API.
  const loginAlone = access.guarded.every(({ call }) => call.via === 'metadata' && call.kind === 'rest');
  return (
    (loginAlone && access.guarded.length > 0) ||
    evidence.protectedResources.length > 0 ||
    evidence.descriptions.some((d) => d.schemes.some((s) => s.type === 'oauth2')) ||
    said(subject, 'grant:authorization_code').length > 0 ||
    said(subject, 'grant:implicit').length > 0
  );
}

const speaksOfKeys = (s: Statement): boolean =>
  ['never-expires', 'static-keys', 'key-header', 'key-query'].includes(s.topic) ||
  (s.topic === 'self-service' && s.environment !== 'test' && (s.credential === 'key' || s.credential === 'token'));

/** Ways to a credential that need no browser. */
function wayRound(subject: Case): ReturnType<AntiPattern['judge']> | null {
  const { grants } = subject;
  const machine = machineGrant(subject);
  if (machine)
    return absent(
      machine.confidence,
      `A program gets a token without a browser: ${machine.because}.`,
      machine.evidence,
    );
  // RFC 6749 §4.3: a program that holds the name and the password needs no browser, whatever else is wrong with that.
  const { password } = grants;
  const signs = password.offered === 'yes' ? password : signIn(subject);
  if (signs) return absent(signs.confidence, `A program signs in without a browser: ${signs.because}.`, signs.evidence);
  const key = staticKey(subject);
  if (key) return absent('documented', `There is another way than OAuth: ${key.because}.`, key.evidence);
  return null;
}

export const browserOnlyOauth: AntiPattern = {
  meta: {
    id: 'browser-only-oauth',
    title: 'Browser-only OAuth',
    blocking: true,
    fix: 'client-credentials',
    trap: 'The only way to a token leads through a browser and a person who clicks Allow.',
    cure: 'Offer client_credentials beside the authorization code grant.',
  },
  judge(subject) {
    const { grants, evidence } = subject;
    const browser = [grants.authorization_code, grants.implicit].find((g) => g.offered === 'yes');
    const round = wayRound(subject);
    if (round) return round;
    if (!browser) {
      const bearer = wayOf(subject, 'bearer');
      if (bearer && !subject.oauth)
        return absent(
          bearer.confidence,
          'The API takes bearer tokens, and no OAuth was found that would guard them.',
          bearer.evidence,
        );
      return subject.oauth || subject.surface.authorizationEndpoints.length > 0
        ? undecided('inferred', 'OAuth is mentioned, but not which grants it offers.')
        : absent('inferred', 'No OAuth was found.');
    }
    const guards = guardsApi(subject);
    if (guards && grants.client_credentials.offered === 'no' && grants.device_code.offered !== 'yes') {
      return present(
        browser.confidence,
        `The only way to a token is ${browser.id === 'implicit' ? 'the implicit grant' : 'the authorization code grant'}: ${browser.because}. No key and no machine grant was found.`,
        null,
        [...browser.evidence, ...grants.client_credentials.evidence],
      );
    }
    // Documentation about authorization was read, it knows the code grant alone, and nothing in it smells of a key: absence was looked for.
    const read = evidence.pages.filter((p) => p.role === 'docs' && !p.needsScript).length;
    const described = said(subject, 'grant:authorization_code', 'affirm', 3).length > 0;
    if (
      guards &&
      described &&
      read >= 2 &&
      !evidence.statements.some(speaksOfKeys) &&
      grants.client_credentials.offered === 'unknown' &&
      grants.device_code.offered !== 'yes' &&
      subject.access.guarded.length > 0
    ) {
      return present(
        'documented',
        `The documentation knows only the authorization code grant (${browser.because}); no key and no machine grant was found on ${counted(read, 'page')}.`,
        said(subject, 'grant:authorization_code', 'affirm', 3)[0]?.quote ?? null,
        browser.evidence,
      );
    }
    return undecided(
      'inferred',
      'The authorization code grant is the only way we saw, but nothing denies another.',
      browser.evidence,
    );
  },
};

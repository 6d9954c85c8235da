import { machineGrant, said, staticKey, wayOf } from '../case.ts';
import { cite, type AntiPattern } from '../types.ts';

export const browserOnlyOauth: AntiPattern = {
  meta: {
    id: 'browser-only-oauth', title: 'Browser-only OAuth', blocking: true, fix: 'client-credentials',
    trap: 'The only way to a token leads through a browser and a person who clicks Allow.',
    cure: 'Offer client_credentials beside the authorization code grant.',
  },
  judge(subject) {
    const { grants, evidence } = subject;
    const browser = [grants.authorization_code, grants.implicit].find((g) => g.offered === 'yes');
    const machine = machineGrant(subject);
    if (machine) return { status: 'absent', confidence: machine.confidence, summary: `A program gets a token without a browser: ${machine.because}.`, quote: null, evidence: cite(machine.evidence) };
    const key = staticKey(subject);
    if (key) return { status: 'absent', confidence: 'documented', summary: `There is a way beside OAuth: ${key.because}.`, quote: null, evidence: cite(key.evidence) };
    if (!browser) {
      const bearer = wayOf(subject, 'bearer');
      if (bearer && !subject.oauth) return { status: 'absent', confidence: bearer.confidence, summary: 'The API takes bearer tokens, and no OAuth was found that would guard them.', quote: null, evidence: cite(bearer.evidence) };
      return { status: subject.oauth ? 'unknown' : 'absent', confidence: 'inferred', summary: subject.oauth ? 'OAuth is spoken of, but not which grants it offers.' : 'No OAuth was found.', quote: null, evidence: [] };
    }
    // Only OAuth that guards this API can be its only door: a login server beside an API whose own way we do not know proves nothing.
    const guards = evidence.protectedResources.length > 0 || evidence.descriptions.some((d) => d.schemes.some((s) => s.type === 'oauth2')) || said(subject, 'grant:authorization_code').length > 0 || said(subject, 'grant:implicit').length > 0;
    if (guards && grants.client_credentials.offered === 'no' && grants.device_code.offered !== 'yes') {
      return { status: 'present', confidence: browser.confidence, summary: `The only way to a token is ${browser.id === 'implicit' ? 'the implicit grant' : 'the authorization code grant'}: ${browser.because}. No key and no machine grant was found.`, quote: null, evidence: cite(browser.evidence, grants.client_credentials.evidence) };
    }
    // Documentation about authorization was read, it knows the code grant alone, and nothing in it smells of a key: absence was looked for.
    const read = evidence.pages.filter((p) => p.role === 'docs' && !p.needsScript).length;
    const keyTalk = evidence.statements.some((s) => ['never-expires', 'static-keys', 'key-header', 'key-query'].includes(s.topic) || (s.topic === 'self-service' && /\b(tokens?|api keys?|app(lication)?[ -](specific )?passwords?)\b/i.test(s.quote)));
    const described = said(subject, 'grant:authorization_code', 'affirm', 3).length > 0;
    if (guards && described && read >= 2 && !keyTalk && grants.client_credentials.offered === 'unknown' && grants.device_code.offered !== 'yes' && subject.access.guarded.length > 0) {
      return { status: 'present', confidence: 'documented', summary: `The documentation knows only the authorization code grant (${browser.because}); no key and no machine grant was found on ${read} pages.`, quote: said(subject, 'grant:authorization_code', 'affirm', 3)[0]?.quote ?? null, evidence: cite(browser.evidence) };
    }
    return { status: 'unknown', confidence: 'inferred', summary: 'The authorization code grant is the only way we saw, but nothing denies another.', quote: null, evidence: cite(browser.evidence) };
  },
};

import { cite, type AntiPattern } from '../types.ts';

export const captchaBeforeToken: AntiPattern = {
  meta: {
    id: 'captcha-before-token', title: 'CAPTCHA before the token', blocking: false, fix: 'captcha',
    trap: 'A picture puzzle or a script token stands before the sign-up, the key or the token.',
    cure: 'Rate-limit the token endpoint instead.',
  },
  judge({ evidence, surface }) {
    const anonymous = evidence.authorizationServers.find((s) => s.agentIdentityTypes?.includes('anonymous') && s.conformance !== 'non-conforming');
    if (anonymous) return { status: 'absent', confidence: 'declared', summary: `${anonymous.issuer} gives anonymous agents an identity, so no form stands in their way.`, quote: null, evidence: cite(anonymous.evidence) };
    const guarding = evidence.captchas.filter((c) => c.mode !== 'present' && ['sign-up', 'key', 'token'].includes(c.guards));
    const worst = guarding.find((c) => c.mode === 'visible') ?? guarding[0];
    if (worst) {
      const words = worst.mode === 'visible' ? 'asks for a visible challenge' : 'asks for a token from a script';
      return { status: 'present', confidence: 'observed', summary: `${worst.product} ${words} on ${worst.url}.`, quote: worst.quote, evidence: cite(worst.evidence) };
    }
    const walled = evidence.tokenEndpoints.find((t) => [t.basic, t.body, t.bogus, t.json].some((a) => a?.wall));
    if (walled) return { status: 'unknown', confidence: 'observed', summary: `A bot wall stands before the token endpoint ${walled.url}; it may be aimed at unknown clients only.`, quote: null, evidence: cite(walled.evidence) };
    const registration = evidence.registrations.find((r) => r.state === 'open');
    if (registration) return { status: 'absent', confidence: 'observed', summary: `Clients register by program at ${registration.url}.`, quote: null, evidence: cite(registration.evidence) };
    const read = evidence.pages.find((p) => ['sign-up', 'keys'].includes(p.role) && (!p.needsScript || p.rendered));
    if (read && surface.keyPages.some((p) => p.url === read.url)) return { status: 'absent', confidence: 'observed', summary: `None was seen on ${read.url}. One that appears only after the form is sent cannot be seen.`, quote: null, evidence: cite(read.evidence) };
    return { status: 'unknown', confidence: 'inferred', summary: 'No page was read on which a credential is made.', quote: null, evidence: [] };
  },
};

import { absent, present, undecided, type AntiPattern } from '../types.ts';

export const captchaBeforeToken: AntiPattern = {
  meta: {
    id: 'captcha-before-token',
    title: 'CAPTCHA before the token',
    blocking: false,
    fix: 'captcha',
    trap: 'A picture puzzle or a script token stands before the sign-up, the key or the token.',
    cure: 'Rate-limit the token endpoint instead.',
  },
  judge({ evidence, surface }) {
    const anonymous = evidence.authorizationServers.find(
      (s) => s.agentIdentityTypes?.includes('anonymous') && s.conformance !== 'non-conforming',
    );
    if (anonymous)
      return absent(
        'declared',
        `${anonymous.issuer} gives anonymous agents an identity, so no form stands in their way.`,
        anonymous.evidence,
      );
    const guarding = evidence.captchas.filter(
      (c) => c.mode !== 'present' && ['sign-up', 'key', 'token'].includes(c.guards),
    );
    const worst = guarding.find((c) => c.mode === 'visible') ?? guarding[0];
    if (worst) {
      const words = worst.mode === 'visible' ? 'asks for a visible challenge' : 'asks for a token from a script';
      return present('observed', `${worst.product} ${words} on ${worst.url}.`, worst.quote, worst.evidence);
    }
    const walled = evidence.tokenEndpoints.find((t) => [t.basic, t.body, t.bogus, t.json].some((a) => a?.wall));
    if (walled)
      return undecided(
        'observed',
        `A bot wall stands before the token endpoint ${walled.url}; it may be aimed at unknown clients only.`,
        walled.evidence,
      );
    const registration = evidence.registrations.find((r) => r.state === 'open');
    if (registration)
      return absent('observed', `Clients register by program at ${registration.url}.`, registration.evidence);
    const read = evidence.pages.find((p) => ['sign-up', 'keys'].includes(p.role) && (!p.needsScript || p.rendered));
    if (read && surface.keyPages.some((p) => p.url === read.url))
      return absent(
        'observed',
        `None was seen on ${read.url}. One that appears only after the form is sent cannot be seen.`,
        read.evidence,
      );
    return undecided('inferred', 'No page was read on which a credential is made.');
  },
};

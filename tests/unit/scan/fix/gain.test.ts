import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstWall, foresee, pointsBetween } from '../../../../lib/scan/fix/gain.ts';
import { fixes, proposeFixes } from '../../../../lib/scan/fix/index.ts';
import { readPlaces } from '../../../../lib/scan/fix/places.ts';
import type { FixContext } from '../../../../lib/scan/fix/types.ts';
import { judgeSite, server, sites, statement, type JudgedSite, type Site } from './sites.ts';

const contextOf = ({ subject, findings, scored }: JudgedSite): FixContext => ({
  ...{ subject, findings, scored, places: readPlaces(subject), exchanges: [], products: [], framework: null },
});
const proposed = ({ subject, findings, scored }: JudgedSite) => proposeFixes(subject, findings, scored);

/** Evidence mixed from several sites, so that judges meet combinations that nobody wrote down. */
const mixed = fc.subarray(Object.values<Site>(sites), { minLength: 1, maxLength: 4 }).chain((chosen) =>
  fc
    .subarray([
      'calls',
      'authorizationServers',
      'protectedResources',
      'descriptions',
      'tokenEndpoints',
      'statements',
      'captchas',
      'registrations',
      'metadataLookups',
    ] as const)
    .map((kept): Site => ({
      surface: Object.assign({}, ...chosen.map((site) => site.surface ?? {})),
      evidence: Object.fromEntries(
        kept.map((part) => [part, chosen.flatMap((site): unknown[] => site.evidence?.[part] ?? [])]),
      ),
    })),
);

describe('the gain of a fix', () => {
  it('is the score of what a second scan would see, minus the score; the wall of the walk comes first, then points', () => {
    const order = fixes.map((definition): string => definition.id);
    fc.assert(
      fc.property(mixed, (site) => {
        const judged = judgeSite(site);
        const found = proposed(judged);
        expect(new Set(found.map((f) => f.id)).size).toBe(found.length);
        found.forEach((fix, index) => {
          const definition = fixes.find(({ id }) => id === fix.id);
          expect(definition).toBeDefined();
          if (!definition) return;
          const then = foresee([definition], contextOf(judged));
          expect(fix.gain).toBe(pointsBetween(judged.scored, then.scored));
          expect(fix.gain).toBeGreaterThanOrEqual(0);
          const before = found[index - 1];
          if (!before) return;
          const byPoints =
            before.gain > fix.gain || (before.gain === fix.gain && order.indexOf(before.id) < order.indexOf(fix.id));
          expect(before.wall !== fix.wall ? before.wall : byPoints).toBe(true);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('leaves what it starts from alone', () => {
    const judged = judgeSite(sites.browserOnly);
    const before = JSON.stringify(judged);
    for (const definition of fixes) foresee([definition], contextOf(judged));
    expect(JSON.stringify(judged)).toBe(before);
  });

  it('is zero where there is no score', () => {
    for (const fix of proposed(judgeSite(sites.blocked))) expect(fix.gain).toBe(0);
  });
});

describe('the wall that the walk draws first', () => {
  it('is taken away by the first fix, also when that gains nothing', () => {
    for (const site of [sites.captcha, sites.cookieOnly, sites.browserOnly, sites.staticKey]) {
      const judged = judgeSite(site);
      const wall = firstWall(judged.findings);
      const [first] = proposed(judged);
      const definition = fixes.find(({ id }) => id === first?.id);
      if (!definition || !wall) throw new Error('there is a wall and a fix');
      const { journey } = foresee([definition], contextOf(judged)).findings;
      expect(journey.find(({ step }) => step === wall.step)?.status).not.toBe('blocked');
    }
    expect(proposed(judgeSite(sites.captcha))[0]).toMatchObject({ id: 'captcha', wall: true });
  });
});

describe('a cap that no fix lifts alone', () => {
  it('is told of each fix that it takes', () => {
    // OAuth for people alone, and an API that takes the cookie of a browser: each of the two keeps an agent out.
    const site: Site = {
      evidence: {
        ...sites.cookieOnly.evidence,
        authorizationServers: [server()],
        statements: [
          statement('grant:authorization_code', 'Apps use the authorization code grant.'),
          statement('cookie', 'Sign in, then call the API with your session cookie.'),
        ],
      },
    };
    const found = proposed(judgeSite(site));
    const grant = found.find(({ id }) => id === 'client-credentials');
    const bearer = found.find(({ id }) => id === 'bearer-token');
    expect(grant?.together).toEqual(['bearer-token']);
    expect(bearer?.together).toEqual(['client-credentials']);
    expect(grant?.why).toContain('falls only together with “Accept Authorization: Bearer”');
  });
});

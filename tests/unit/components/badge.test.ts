import { describe, expect, it } from 'vitest';
import { badgeMessage, badgeSvg, xmlText, type BadgeHead } from '../../../components/badge.ts';

const head = (extra: Partial<BadgeHead> = {}): BadgeHead => ({
  outcome: 'scored',
  answer: null,
  d7: 84,
  tier: 'gold',
  provisional: false,
  journey: [],
  ...extra,
});

describe('the badge', () => {
  it.each<[string, BadgeHead | null, string]>([
    ['an answer', head({ answer: 'key' }), 'with a key, 84'],
    ['an answer that may move', head({ answer: 'person', provisional: true }), 'with a person, once, 84, provisional'],
    ['a closed door', head({ answer: 'no', d7: 49, tier: 'bronze' }), 'no, 49'],
    ['a score', head(), '84 gold'],
    [
      'a wall on the walk of an old report',
      head({ journey: [{ step: 'find', status: 'blocked', wall: 'login page', summary: '', evidence: [] }] }),
      '84 of 100',
    ],
    ['a score that may move', head({ provisional: true }), '84 provisional'],
    ['the lowest tier', head({ d7: 12, tier: 'not ready' }), '12 not ready'],
    ['no API', head({ outcome: 'no-api', d7: null, tier: null }), 'no API found'],
    ['a wall', head({ outcome: 'blocked', d7: null, tier: null }), 'could not tell'],
    ['no answer', head({ outcome: 'unreachable', d7: null, tier: null }), 'not reached'],
    ['an opt-out', head({ outcome: 'refused', d7: null, tier: null }), 'opted out'],
    ['an outcome of a later version', head({ outcome: null, d7: null, tier: null }), 'no score'],
    ['nothing', null, 'not scanned'],
  ])('says for %s what is known, and no more', (_, given, text) => {
    expect(badgeMessage(given).text).toBe(text);
    expect(badgeSvg('example.com', given)).toContain(`>${text}</text>`);
  });

  it('opens its door only for a walk that gets there', () => {
    const journey = (['find', 'understand', 'get-credential', 'get-token', 'call'] as const).map((step) => ({
      step,
      status: 'ok' as const,
      wall: null,
      summary: '',
      evidence: [],
    }));
    expect(badgeSvg('example.com', head({ journey }))).toContain('#4cc29a');
    expect(
      badgeSvg(
        'example.com',
        head({
          journey: journey.map((step) =>
            step.step === 'call' ? { ...step, status: 'blocked' as const, wall: 'login page' } : step,
          ),
        }),
      ),
    ).not.toContain('#4cc29a');
    expect(badgeSvg('example.com', null)).not.toContain('#4cc29a');
    expect(badgeSvg('example.com', head({ journey: journey.slice(1) })), 'ajar').toContain('#e0b152');
  });

  it('keeps hostile hosts and walls inside their text', () => {
    const attack = '"><script>alert(1)</script>\u0000';
    const svg = badgeSvg(
      attack,
      head({ journey: [{ step: 'find', status: 'blocked', wall: attack, summary: '', evidence: [] }] }),
    );
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0000');
    expect(svg.match(/"/g)?.length ?? 0).toBe((svg.match(/="[^"]*"/g)?.length ?? 0) * 2);
  });

  it('escapes every sign that XML gives a meaning', () =>
    expect(xmlText(`<&>"'\ud800\u0001`)).toBe('&lt;&amp;&gt;&quot;&#39;\ufffd\ufffd'));
});

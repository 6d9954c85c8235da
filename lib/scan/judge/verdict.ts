/** The one sentence that answers the question, and the chain of origins that proves it. */
import { counted } from '../counted.ts';
import type { AntiPatternResult, Outcome, Report } from '../schema/report.ts';
import { machineGrant, signIn, signUpCall, staticKey, wayOf, type Case } from './case.ts';
import { hostOf } from './origin.ts';
import type { Handshake } from './handshake.ts';
import { originOf } from './origin.ts';
import { cite } from './types.ts';

type Verdict = Report['verdict'];
type Told = Pick<Verdict, 'kind' | 'sentence'>;
const told = (kind: Told['kind'], sentence: string): Told => ({ kind, sentence });

function chain({ target, surface, evidence: { reach } }: Case): Verdict['chain'] {
  const links: Verdict['chain'] = [{ role: 'site', origin: originOf(target.url), evidence: cite(reach.home) }];
  const add = (role: Verdict['chain'][number]['role'], item: { url: string; evidence: string[] } | undefined) => {
    if (item) links.push({ role, origin: originOf(item.url), evidence: cite(item.evidence) });
  };
  add('docs', surface.docs[0]);
  add('api', surface.apiBases[0]);
  add('protected-resource', surface.protectedResources[0]);
  const issuer = surface.authorizationServers[0];
  if (issuer) links.push({ role: 'issuer', origin: issuer.issuer, evidence: cite(issuer.evidence) });
  const token = surface.tokenEndpoints[0];
  if (token) links.push({ role: 'token-endpoint', origin: token.url, evidence: cite(token.evidence) });
  return links;
}

const has = (antiPatterns: readonly AntiPatternResult[], id: AntiPatternResult['id']) =>
  antiPatterns.some((a) => a.id === id && a.status === 'present');

/** Where there is no score, what stood in the way of one. */
function withoutScore({ target, access, evidence: { reach, pages } }: Case, outcome: Outcome): Told | null {
  if (outcome === 'unreachable')
    return told(
      'unreachable',
      `An agent cannot reach ${target.host}: ${reach.unreachable?.message ?? 'nothing answered'}`,
    );
  if (outcome === 'refused')
    return told('unknown', `${target.host} asks this scanner to stay out (robots.txt), so nothing was looked at.`);
  if (outcome === 'blocked') {
    const lost = Math.max(reach.blocked + reach.failed, access.unobserved.length);
    return told(
      'unknown',
      lost > 0
        ? `We could not tell: ${lost} of ${counted(reach.probes, 'probe')} ${lost === 1 ? 'was' : 'were'} blocked or got no answer.`
        : 'We could not tell: no protected endpoint showed how it answers an agent.',
    );
  }
  if (outcome === 'no-api') {
    const own = pages.filter(({ url }) => hostOf(url) === target.host);
    // What stands behind a login is nothing that a stranger can rule out.
    return own.length > 0 && own.every(({ role }) => role === 'log-in')
      ? told(
          'no-api',
          `${target.host} shows strangers only its login. No API was found beside it; whether one stands behind it, we could not tell.`,
        )
      : told('no-api', `There is nothing for an agent to let itself into: no API was found at ${target.host}.`);
  }
  return null;
}

/** What was done with the owner's own client leaves nothing to conclude. */
function afterHandshake({ turnedAway, letIn, token }: Handshake): Told | null {
  if (turnedAway && token) return told('wall', 'An agent gets a token from your server, but your API refuses it.');
  if (!letIn) return null;
  return told(
    'open',
    token
      ? 'An agent with a client id gets a token in one request and is let in with it: we did it with your client.'
      : 'An agent with a key is let in: we did it with your key.',
  );
}

const carries = (subject: Case): string => {
  if (wayOf(subject, 'bearer')) return 'the key goes into Authorization as a bearer token';
  const sent = subject.ways.some(({ id }) => id !== 'signed' && id !== 'cookie');
  return !sent && wayOf(subject, 'signed') ? 'the key signs each call' : 'the key goes with each call';
};

/** The ways in on which no person sits beside the program, the best one first. */
function byItself(subject: Case, antiPatterns: readonly AntiPatternResult[]): Told | null {
  const machine = machineGrant(subject);
  if (machine && subject.grants.client_credentials.offered === 'yes')
    return told('open', 'An agent with a client id gets a token in one request, without a browser.');
  if (machine) return told('open', `An agent with a registered key gets a token without a browser (${machine.id}).`);
  if (signUpCall(subject)) return told('open', 'An agent makes its own key with one call and gets in with it.');
  const key = staticKey(subject);
  if (key && has(antiPatterns, 'captcha-before-token'))
    return told('human', 'An agent with a key gets in, but a person has to pass a CAPTCHA before there is a key.');
  if (key) return told('open', `An agent with a key gets in: ${carries(subject)}.`);
  if (subject.grants.password.offered === 'yes' || signIn(subject))
    return told(
      'open',
      'An agent with a user name and a password signs in with one request and gets a token, without a browser.',
    );
  return null;
}

function sentence(subject: Case, antiPatterns: readonly AntiPatternResult[], outcome: Outcome): Told {
  const nothing = withoutScore(subject, outcome);
  if (nothing) return nothing;
  if (subject.open) return told('open', 'An agent just calls: the API asks for no credentials.');
  const done = subject.handshake && afterHandshake(subject.handshake);
  if (done) return done;
  if (has(antiPatterns, 'session-cookie-only'))
    return told(
      'wall',
      'An agent gets as far as your login page: the API takes only the session cookie of a signed-in browser.',
    );
  if (has(antiPatterns, 'manual-key-approval'))
    return told(
      'human',
      'An agent has to wait for a person on your side: somebody must approve before a credential is given.',
    );
  const alone = byItself(subject, antiPatterns);
  if (alone) return alone;
  if (subject.behindLogin)
    return told(
      'unknown',
      'An agent gets as far as your login page; nothing published says whether the API behind it takes a token.',
    );
  if (has(antiPatterns, 'browser-only-oauth'))
    return told(
      'wall',
      `Only a person can get a token: ${
        subject.grants.refresh_token.offered === 'yes'
          ? 'someone clicks Allow once, then the agent renews it'
          : 'the authorization page needs someone to click Allow'
      }.`,
    );
  if (subject.grants.authorization_code.offered === 'yes')
    return told(
      subject.grants.refresh_token.offered === 'yes' ? 'human' : 'unknown',
      subject.grants.refresh_token.offered === 'yes'
        ? 'A person has to consent once, in a browser; after that the agent renews its token by itself.'
        : 'An agent gets as far as your authorization page; nothing published says whether it gets past it without a person.',
    );
  if (subject.grants.device_code.offered === 'yes')
    return told(
      'human',
      'An agent can ask for a token by itself, but a person has to approve it on another device (device code).',
    );
  return told('unknown', 'We could not tell how an agent gets a credential: nothing published says how.');
}

/** Verdict of a report. */
export function judgeVerdict(subject: Case, antiPatterns: readonly AntiPatternResult[], outcome: Outcome): Verdict {
  return {
    ...sentence(subject, antiPatterns, outcome),
    chain: outcome === 'unreachable' || outcome === 'refused' ? [] : chain(subject),
  };
}

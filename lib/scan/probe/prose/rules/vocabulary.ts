/** Words and conditions that the rules on getting a credential share (STANDARDS §9). */
import type { Rule } from '../rule.ts';
import { negatedNearby } from '../negation.ts';

/** Things a program signs in with, by the names that documentation gives them. */
export const QUALIFIER = '(?:api|access|secret|private|authentication|auth|developer|integration|bot|personal(?: access| api)?|fine-grained|application|app|service(?: account)?|account|sandbox|test|live|production|server|client|restricted|publishable|rest|oauth|user|admin|integrator|subscription|consumer|machine|permanent|long-lived|site|workspace|project|company|organi[sz]ation|team|merchant|store|shop|tenant|instance|internal|public api|backend|sdk|master|root)[ -]?';
export const NOUN = '(?:keys?|tokens?|secrets?|credentials?|ids?)\\b';
/** With every qualifier before it; elsewhere the last one is enough, and compiles to a tenth of the code. */
export const QUALIFIED = `(?:${QUALIFIER}){1,4}${NOUN}`;
export const CREDENTIAL = `(?:${QUALIFIER}${NOUN}|credentials\\b|keys\\b|\\bPATs?\\b|client ids?\\b)`;
export const BARE = '(?:keys?|tokens?|secrets?|credentials?)\\b';
/** Keys that open something else. */
export const OTHER_KEYS = /\b(?:signing|verification|verify|webhook|upload|push|idempotency|encryption|decryption|public(?= key)|ssh|gpg|licen[cs]e|session|csrf|device|registration|card|payment(?: method)?|foreign|primary|partition|object|room|voice|video|participant|scim|site|captcha|apns|recaptcha|map)[ -](?:keys?|tokens?|secrets?)\b(?<!\bsite tokens?)|\bsingle-use\b|\bone-time\b/i;
export const PLACE = "(?:dashboard|consoles?|settings|portal|accounts? (?:page|settings|menu|area|section)|your account|account|profile|workspace|developer(?:s)? (?:cent(?:er|re)|hub|area|site|tools|page|section|tab|menu)|control panel|admin(?:istration)?(?: panel| cent(?:er|re)| area| page)?|back ?office|preferences|my apps|app(?:lication)? (?:page|list|manager|registrations?|settings)|page|tab|menu|section|developer zone|ui|web app|web interface|marketplace|API keys|API access|site|backend)";
export const MAKE = '(?:create|generate|get|claim|obtain|copy|find|issue|make|view|retrieve|grab|reveal|provision|add|mint|manage|see|download|collect|locate|set up)';
export const MADE = '(?:created|generated|made|accessed|seen|located|visible|provided|assigned|kept|issued|obtained|found|copied|shown|displayed|listed|managed|viewed|retrieved|available|provisioned|revealed)';

/** An operation of the API itself: it needs a key before it makes one (WD2). */
export const OPERATION = /\b(?:POST|PUT|GET|DELETE)\b\s{1,3}["'`]?(?:https?:\/)?\/|\bendpoint\b|\bcreates an? |\bneeds an admin (?:key|token)|\bthis (?:operation|method|call|request)\b/i;
/** Protocol words, not a person at a dashboard. */
export const PROTOCOL = /\bgrant_?type\b|\bexchang\w{1,3}\b|\brefresh[ _]token|\bauthori[sz]ation code|\btoken endpoint\b|\/token\b|\bclient[ _]credentials\b|\bredirect/i;
/** Somebody must act first, or only some may. */
export const GATED = /\b(?:after|once|until|upon|following|when)\b.{0,40}\b(?:approv\w+|review\w*|vett\w+|accept\w+|granted|certifi\w+|contract)|\b(?:(?:ask|contact|reach out to|talk to|write to) (?:us|our|your|the|an?|sales|support|[\w.+-]{1,40}@)|e-?mail (?:us|our|sales|support|[\w.+-]{1,40}@))|\bour (?:team|support|staff)\b|\b(?:enterprise|business|premium|partner)s?\b.{0,24}\bonly\b|\bonly (?:on|for|to|with|available (?:on|to|for|with)) (?:the |our )?(?:enterprise|business|premium|selected|approved|partner)|\bon request\b|\bapproved\b.{0,20}\bpartners?\b/i;
export const THIRD = /\b(?:customer|employee|billing|password|checkout|ticket|help ?desk|end[- ]?user|merchant)[ -]self-?service|self-?service (?:kiosk|checkout|billing|password|customer|support|analytics|bi\b|help)/i;

/** Kept apart: each part is compiled once, and tried once on a unit, however many rules share it. All ignore case. */
export const join = (...parts: (RegExp | readonly RegExp[])[]): readonly RegExp[] => parts.flat().map((part) => (part.ignoreCase ? part : new RegExp(part.source, `${part.flags}i`)));
export const SELF_VETO = join(GATED, OTHER_KEYS, OPERATION);
export const voidIfNegated: NonNullable<Rule['polarity']> = (unit, match) => (negatedNearby(unit.text, match.index, match.index + match[0].length) ? null : 'affirm');

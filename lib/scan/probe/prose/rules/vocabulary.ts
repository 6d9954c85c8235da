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
/** Any form of a verb by which a credential comes about, comes to light or comes into one's hands. */
export const COMING = /\b(?:creat(?:e|es|ed|ing)|generat(?:e|es|ed|ing)|obtain(?:s|ed|ing)?|gets?|issu(?:e|es|ed|ing)|provision(?:s|ed|ing)?|copy|copied|view|reveal(?:s|ed)?|show[ns]?|display(?:s|ed)?|printed|appears?|grab|pick|fetch|retrieve[ds]?|look(?:ed)? up|make|made|add(?:ed)?|receive|find|found|request(?:ed)?|lists?|listed)\b/i;
/** Where a person who is signed in clicks. Unlike "page" or "account", these words mean little else. */
export const CLICKING = "\\b(?:dashboards?|consoles?|(?:developer |customer |merchant |partner |admin )?portals?|back ?office|control panel|admin(?:istration)? (?:panel|area|cent(?:er|re)|section|page|screen)|(?:account|user|profile|team|project|app|workspace|organi[sz]ation|company|security|developer|api|integrations?) (?:settings|page|screen|tab|menu|section|area|view)|my (?:account|profile|apps?|page)|your (?:profile|settings|account settings|account page)|settings|web app|web interface|user interface)\\b";
export const AT_ONCE = '\\b(?:instantly|immediately|automatically|on the spot|right away|at once|straight away|in seconds|within seconds|within minutes|in no time|by return|on the fly|without (?:any )?delay|self-?registration|self-?serve|self-?service)\\b';
/** What happens to a key that one already has, or what a program does with it. */
export const HAVING = /\b(?:revok|rotat|delet|roll(?:ed|ing)?\b|expir|leak|compromis|lost|stol|store[ds]?\b|storing|safe\b|secure(?:ly)?\b|never|rate|limit|quota|usage|count|replace\b|header|query|parameter|response|request body|curl|log files?)/i;
export const OTHER_KEYS = /\b(?:signing|verification|verify|webhook|upload|push|idempotency|encryption|decryption|public(?= key)|ssh|gpg|licen[cs]e|session|csrf|device|registration|card|payment(?: method)?|foreign|primary|partition|object|room|voice|video|participant|scim|site|captcha|apns|recaptcha|map)[ -](?:keys?|tokens?|secrets?)\b(?<!\bsite tokens?)|\bsingle-use\b|\bone-time\b|\bvapid\b|\bkeys? signed by\b|\b(?:rsa|ecdsa|ed25519|openssl)\b|\btoken generator\b|\bto sign (?:your |the )?(?:sessions?|cookies?)\b|\bclient components?\b/i;
export const PLACE = "(?:dashboard|consoles?|settings|portal|accounts? (?:page|settings|menu|area|section)|your account|account|profile|workspace|developer(?:s)? (?:cent(?:er|re)|hub|area|site|tools|page|section|tab|menu)|control panel|admin(?:istration)?(?: panel| cent(?:er|re)| area| page)?|back ?office|preferences|my apps|app(?:lication)? (?:page|list|manager|registrations?|settings)|page|tab|menu|section|developer zone|ui|web app|web interface|marketplace|API keys|API access|site|backend)";
export const MAKE = '(?:create|generate|get|claim|obtain|copy|find|issue|make|view|retrieve|grab|reveal|provision|add|mint|manage|see|download|collect|locate|set up)';
export const MADE = '(?:created|printed|generated|made|accessed|seen|located|visible|provided|assigned|kept|issued|obtained|found|copied|shown|displayed|listed|managed|viewed|retrieved|available|provisioned|revealed)';

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

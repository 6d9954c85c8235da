/**
 * Ways through an account's own screens that end at a credential. Documentation shows how a key is made as steps more often than it says so, and no step says it
 * alone: "Go to Settings", "Open the API tab", "Press New", "Copy it". What tells is the walk: orders to somebody who clicks, one after another, about a
 * credential, and nobody at the other end who is asked for it.
 */
import type { Unit } from './units.ts';
import { GATED, OPERATION, OTHER_KEYS, PROTOCOL } from './rules/vocabulary.ts';

/** What may stand before the order: where, when, which time. */
const LEAD = "(?:(?:\\d{1,2}[.):]|step \\d{1,2}\\W{0,3})\\s{0,3})?(?:(?:first|firstly|then|next|now|finally|optionally|please|simply|after (?:that|logging in|signing in)|once [^,]{2,50}|when [^,]{2,60}|(?:from|in|on|under|at|within|inside|to|for|using|if) [^,]{2,80}),?\\s{1,2})?(?:please |simply |just |now |then )?";
/** Orders that only somebody before a screen can follow. */
const CLICK = '(?:click|navigate|go (?:to|into|back)|head (?:over )?to|open|select|choose|pick|press|tap|hit|visit|scroll|expand|hover|switch to|log ?in(?:to)?|sign ?in(?:to)?|access|browse|toggle|locate|find|see)';
/** Orders that follow once one is there. */
const FILL = '(?:enter|fill|give|name|type|set|specify|tick|check|copy|save|create|generate|add|make|note|store|record|assign|grant|confirm|complete|reveal|show|enable|download|view|paste|write down)';
const CLICKS = new RegExp(`^${LEAD}${CLICK}\\b|\\b(?:by (?:clicking|navigating|going|visiting|opening)|(?:can|should|need to|must|have to) (?:click|navigate|go to|open|select|visit))\\b|\\bclick(?:ing)? (?:on |the |["'*+])`, 'i');
const ORDER = new RegExp(`^${LEAD}(?:${CLICK}|${FILL})\\b`, 'i');

const CREDENTIAL = /\b(?:(?:api|auth(?:entication)?|access|secret|private|personal|service|developer|app(?:lication)?|bot|client|user|server|rest|integration|live|test|account)[ -])(?:access[ -]|api[ -])?(?:keys?|tokens?|secrets?|credentials?)\b|\bclient (?:id|secret)s?\b|\bcredentials\b|\b(?:your|new|the|an?|generated|create|generate) (?:\w{2,12} )?(?:token|key|secret)s?\b|\btokens?\b (?:section|tab|page)/i;
/** It comes about here, or comes to light here. */
const COMES = /\b(?:creat|generat|add|issu|mak|new\b|obtain|get\b|getting|acquir|copy|reveal|show|display|view|find|retriev|see\b|provision|record\b|note\b|save\b)\w*/i;
const ARRIVES = /\b(?:click|navigate|go|head|scroll|open|select|choose|access|visit|expand)\b[^.;]{0,60}\b(?:api|access|auth\w*|personal|developer|secret|client)[ -]?(?:access )?(?:keys?|tokens?|credentials|authentication|secrets?)\b/i;
/** Sections on the end of a key, or on something else. */
const OTHER_BUSINESS = /\b(?:delet|revok|remov|disabl|deactivat|rotat|roll|regenerat|renam|edit|uninstall)\w*|\bwebhooks?\b|\bsso\b|\bsaml\b|\bscim\b|\bsingle sign-?on\b|\bpostman\b|\btroubleshoot\w*|\berrors?\b/i;
/** Somebody else acts: the walk does not end at the credential. */
const ASKED = /\b(?:request|apply|applying|wait|submit|approv|review|contact|reach out|invit)\w*/i;
const MAX_STEPS = 40;

/** Units of the page that stand for a walk to a credential, one for each section that holds such a walk. */
export function walksToCredentials(units: readonly Unit[]): Unit[] {
  const found: Unit[] = [];
  let section: Unit[] = [];
  const end = () => {
    const one = walkIn(section);
    if (one !== null) found.push(one);
    section = [];
  };
  for (const unit of units) {
    if (unit.region !== 'main' || unit.kind === 'row' || unit.kind === 'line' || unit.kind === 'sample') continue;
    // A heading that is an order itself ("2. Open the API tab") is a step; any other begins a section.
    if (unit.kind === 'heading' && !/^(?:step )?\d/i.test(unit.text) && section.length > 0) end();
    if (section.length < MAX_STEPS) section.push(unit);
  }
  end();
  return found;
}

function walkIn(section: readonly Unit[]): Unit | null {
  const [first] = section;
  if (first === undefined) return null;
  const title = first.kind === 'heading' ? first.text : first.heading;
  if (OTHER_BUSINESS.test(title)) return null;
  const steps = section.filter((unit) => ORDER.test(unit.text) || CLICKS.test(unit.text));
  if (steps.length < 2 || !steps.some((step) => CLICKS.test(step.text))) return null;
  const near = section.map((unit) => unit.text);
  if (steps.some((step) => ASKED.test(step.text)) || near.some((text) => GATED.test(text)) || steps.some((step) => OPERATION.test(step.text) || PROTOCOL.test(step.text))) return null;
  const named = steps.find((step) => CREDENTIAL.test(step.text) && COMES.test(step.text) && !OTHER_KEYS.test(step.text) && !OTHER_BUSINESS.test(step.text));
  const arrived = steps.find((step) => ARRIVES.test(step.text) && !OTHER_BUSINESS.test(step.text));
  // "Copy it": the section is about the credential, the steps need not name it.
  const titled = CREDENTIAL.test(title) && COMES.test(title) && !OTHER_KEYS.test(title) ? steps.find((step) => COMES.test(step.text)) : undefined;
  return named ?? arrived ?? titled ?? null;
}

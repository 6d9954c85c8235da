/** Whether a sentence affirms or denies what it names (STANDARDS WD3). */

export type Polarity = 'affirm' | 'deny';

const CLAUSE = /;|\s-\s|\s\||\.\s|,?\s\b(?:but|however|whereas|although|though|instead,|aber|jedoch|mais|pero|mas|ma|maar|ale)\b|,\s(?:use|while|yet|then)\b/gi;

/** Start and end of the clause that holds a position. Cells of a table row are clauses too. */
export function clauseAround(text: string, start: number, end: number): [number, number] {
  let from = 0;
  let to = text.length;
  for (const found of text.matchAll(CLAUSE)) {
    const at = found.index;
    if (at + found[0].length <= start) from = at + found[0].length;
    else if (at >= end) {
      to = at;
      break;
    }
  }
  return [from, to];
}

const NEGATOR = "(?:not|never|no longer|n't|cannot|can't|can not|isn't|aren't|doesn't|don't|won't|didn't|nicht|kein\\w*|pas|aucune?|não|geen|niet|nie|non)";
const SUPPORT = '(?:support|offer|provid|accept|allow|implement|issu|return|hav|has|includ|permit|enabl|availab|possib|usab|us(?:e|ed|ing)\\b|usable|exist|give|grant|hand|work|unterstütz|angeboten|verfügbar|support|propos|admet|ofrec|soport|disponib|ondersteun|obsług)';
const DENY_BEFORE = new RegExp(`\\b${NEGATOR}\\s+(?:\\S{1,20}\\s+){0,3}?${SUPPORT}[^;]{0,140}$`, 'i');
const NO_BEFORE = /(?:\b(?:no|without|neither|nor|except|excluding|unsupported|removed?|dropped|discontinued|retired|lacks?|kein\w*|ohne|sans|sin|sem|senza|zonder|bez)\b(?!-)|\bnot\s(?:an?|the|by|with|via)?|\b(?:instead of|rather than|in place of))\s*(?:[\w.-]{1,20},?\s+){0,4}$/i;
/** After the name the verb is passive: "X is not supported", but not "X for apps that do not have a browser". */
const SUPPORTED = '(?:supported|available|offered|allowed|accepted|permitted|possible|provided|enabled|issued|returned|implemented|usable|included|given|granted|unterstützt|angeboten|verfügbar|supportée?s?|disponibles?|proposée?s?|admitid[oa]s?|soportad[oa]s?|suportad[oa]s?|ondersteund|beschikbaar|obsługiwan\\w*|supportat[oaie]|disponibil[ei])';
const DENY_AFTER = new RegExp(
  `^[^;]{0,120}?(?:\\b${NEGATOR}\\s+(?:\\S{1,20}\\s+){0,2}?${SUPPORTED}|(?:is|are)n't\\s+(?:\\S{1,20}\\s+){0,2}?${SUPPORTED}|\\bunsupported\\b|\\bunavailable\\b|\\b(?:was|were|been|is|are|got|being)\\s+(?:\\S{1,12}\\s+)?(?:removed|discontinued|retired|dropped|disabled|sunset|shut down|turned off|switched off|abolished|withdrawn|gone|rejected|refused|ignored)\\b|\\bno longer\\b(?! valid)|\\bends? (?:in|on) 20\\d\\d|不支持|不再|サポートされていません|廃止|지원하지 않|지원되지 않)`,
  'i',
);

/** Verbs that end a denial which belongs to another thing: "does not access user data" denies no grant. */
const OTHER = /\b(?:only|except)\b/i;

/**
 * Polarity of a feature named at [start, end): denied when the clause says that it is not supported, offered, accepted and so on, before
 * or after it, wherever it stands in a list. A feature that is deprecated but works is affirmed.
 */
export function supportPolarity(text: string, start: number, end: number): Polarity {
  const [from, to] = clauseAround(text, start, end);
  const before = text.slice(Math.max(from, start - 160), start);
  const after = text.slice(end, Math.min(to, end + 200));
  const denial = DENY_BEFORE.exec(before);
  // "You cannot use X to read private data" limits X; it does not deny it.
  const limits = denial !== null && /\bus(?:e|ed|ing)\b[^;]{0,40}$/i.test(denial[0]) && /^[^;]{0,30}\b(?:to|for|with|on|in)\b/i.test(after);
  if (denial !== null && !limits && !OTHER.test(before)) return 'deny';
  if (NO_BEFORE.test(before)) return 'deny';
  return DENY_AFTER.test(after) && !/^[^;]{0,120}\b(?:if|when|unless) /i.test(after) ? 'deny' : 'affirm';
}

const NOT_WORD = /(?:^|[\s("',])(?:not|no|never|without|don't|doesn't|didn't|needn't|isn't|aren't|won't|cannot|can't|neither|nor|unable|zero|none)(?=$|[\s,.)"'])|n't\b|instead of|rather than/i;

/** WD3: a word of negation within four words before or after the hit, inside its clause. */
export function negatedNearby(text: string, start: number, end: number): boolean {
  const [from, to] = clauseAround(text, start, end);
  const before = text.slice(Math.max(from, start - 80), start).split(/\s+/).filter((word) => word !== '').slice(-4).join(' ');
  // A condition that follows is a thought of its own: "request access if you do not have a key".
  const after = text.slice(end, Math.min(to, end + 80)).split(/\b(?:if|when|because|unless|which|that|who|while|until|for)\b/i, 1)[0]?.split(/\s+/).filter((word) => word !== '').slice(0, 4).join(' ') ?? '';
  return NOT_WORD.test(before) || NOT_WORD.test(after);
}

/** A word of negation within four words before the hit. */
export function negatedBefore(text: string, start: number): boolean {
  const [from] = clauseAround(text, start, start);
  return NOT_WORD.test(text.slice(Math.max(from, start - 80), start).split(/\s+/).filter((word) => word !== '').slice(-4).join(' '));
}

/** Tells in one pass over a text which rules can match it at all. */
import { commonness, requiredLiterals } from './literals.ts';
import type { Rule } from './rule.ts';
import type { UnitKind } from './units.ts';

/** Sets asked of one rule; more tell little more. */
const MAX_SETS = 4;

/**
 * Aho and Corasick's automaton (CACM 18(6), 1975) over the words that the rules' patterns cannot do without. `rulesFor` answers with the rules of that
 * kind of unit whose words all occur in the text, in their order: no rule that matches is ever left out, many that do not match are.
 */
export class Sieve {
  private readonly symbols = new Uint16Array(65_536);
  private readonly width: number;
  private readonly next: Uint16Array;
  /** Ids of the sets that a state's words belong to. */
  private readonly found: (readonly number[] | undefined)[] = [];
  private readonly seen: Uint32Array;
  private readonly byKind = new Map<UnitKind, { rule: Rule; sets: number[] }[]>();
  private round = 0;

  constructor(rules: readonly Rule[]) {
    const ids = new Map<string, number>();
    const members = new Map<string, number[]>();
    for (const rule of rules) {
      const wanted = [rule.pattern, rule.needs, rule.when].flatMap((pattern) => (pattern === undefined ? [] : requiredLiterals(pattern))).sort((a, b) => commonness(a) - commonness(b)).slice(0, MAX_SETS);
      const sets = wanted.map((set) => {
        const key = [...set].sort().join('\u0000');
        const known = ids.get(key);
        if (known !== undefined) return known;
        const id = ids.size;
        ids.set(key, id);
        for (const word of set) members.set(word, [...(members.get(word) ?? []), id]);
        return id;
      });
      for (const kind of rule.where ?? []) this.byKind.set(kind, [...(this.byKind.get(kind) ?? []), { rule, sets }]);
    }
    this.seen = new Uint32Array(ids.size);
    for (const char of [...members.keys()].join('')) for (let i = 0; i < char.length; i += 1) this.symbols[char.charCodeAt(i)] ||= 1;
    let symbol = 0;
    for (let code = 0; code < this.symbols.length; code += 1) if (this.symbols[code] === 1) this.symbols[code] = symbol += 1;
    this.width = symbol + 1;
    this.next = this.build(members);
  }

  /** Rules of a kind that may match a text. */
  rulesFor(kind: UnitKind, text: string): Rule[] {
    const rules = this.byKind.get(kind);
    if (rules === undefined) return [];
    const { symbols, next, width, found, seen } = this;
    const round = (this.round += 1);
    const lower = text.toLowerCase();
    let state = 0;
    for (let i = 0; i < lower.length; i += 1) {
      state = next[state * width + (symbols[lower.charCodeAt(i)] ?? 0)] ?? 0;
      const sets = found[state];
      if (sets !== undefined) for (let j = 0; j < sets.length; j += 1) seen[sets[j] ?? 0] = round;
    }
    const able: Rule[] = [];
    candidates: for (let i = 0; i < rules.length; i += 1) {
      const candidate = rules[i];
      if (candidate === undefined) continue;
      const { sets } = candidate;
      for (let j = 0; j < sets.length; j += 1) if (seen[sets[j] ?? 0] !== round) continue candidates;
      able.push(candidate.rule);
    }
    return able;
  }

  private build(members: ReadonlyMap<string, readonly number[]>): Uint16Array {
    const trie: Map<number, number>[] = [new Map()];
    const own: Set<number>[] = [new Set()];
    for (const [word, sets] of members) {
      let state = 0;
      for (let i = 0; i < word.length; i += 1) {
        const symbol = this.symbols[word.charCodeAt(i)] ?? 0;
        let to = trie[state]?.get(symbol);
        if (to === undefined) {
          to = trie.push(new Map()) - 1;
          own.push(new Set());
          trie[state]?.set(symbol, to);
        }
        state = to;
      }
      for (const set of sets) own[state]?.add(set);
    }
    const next = new Uint16Array(trie.length * this.width);
    const fail = new Uint16Array(trie.length);
    // Breadth first: a state's fallback is shallower, hence finished before it.
    const queue = [0];
    for (let head = 0; head < queue.length; head += 1) {
      const state = queue[head] ?? 0;
      const back = fail[state] ?? 0;
      if (state !== 0) {
        for (const set of own[back] ?? []) own[state]?.add(set);
        next.copyWithin(state * this.width, back * this.width, (back + 1) * this.width);
      }
      for (const [symbol, to] of trie[state] ?? []) {
        fail[to] = state === 0 ? 0 : (next[back * this.width + symbol] ?? 0);
        next[state * this.width + symbol] = to;
        queue.push(to);
      }
      const sets = own[state];
      this.found[state] = sets === undefined || sets.size === 0 ? undefined : [...sets];
    }
    return next;
  }
}

/** Which words a pattern cannot match without: read off its source, so that a text without them need not be tried. */

/** `exact`: every string that the node can match, in lower case; null when they cannot be listed. `sets`: of each, one string must occur. */
interface Node {
  exact: string[] | null;
  sets: string[][];
}

const MAX_EXACT = 64;
const MIN_LENGTH = 3;
/** A part of a literal is as necessary as the whole, and short ones share more states. */
const MAX_LENGTH = 6;
/** Long enough to be rare, or with a character that sentences seldom hold. One ideograph already says something. */
const TELLING = new RegExp(`^.{${MIN_LENGTH},}$|[^\\u0000-\\u024f]|[:/_=<>{}$@|?&"\`]`, 's');
/** Words of every other sentence. */
const COMMON = new Set('the and with that this have has your you for are its when from will then than into each all one own may can not but they them which while after before there these those some any our out how what was were been use used get you\'ll'.split(' '));
const EMPTY: Node = { exact: [''], sets: [] };
const ANYTHING: Node = { exact: null, sets: [] };

/**
 * Sets of lower-case strings of which each must be represented in any text that the pattern matches (compared with the text in lower case). Empty
 * when nothing can be told. The text may hold them and still not match: this is a sieve, not the pattern. Throws a SyntaxError on syntax that no rule uses.
 */
export function requiredLiterals(pattern: RegExp): string[][] {
  const parser = new Parser(pattern.source);
  const node = parser.alternatives();
  if (!parser.done) throw new SyntaxError(`Unread pattern syntax: ${pattern.source.slice(parser.at, parser.at + 20)}`);
  const sets = [...node.sets, ...(usable(node.exact) ? [node.exact] : [])];
  return sets.map((set) => [...new Set(set.map(shorten))]);
}

/** The start of the longest word that is not in every other sentence: "as a query" is rarer for "query" than for "as a q". */
function shorten(text: string): string {
  const words = text.split(' ').filter((word) => word.length >= MIN_LENGTH && !COMMON.has(word));
  const longest = words.sort((a, b) => b.length - a.length)[0];
  return (longest ?? text).slice(0, MAX_LENGTH);
}

/** How often a text may be expected to hold one of these strings: the less, the more it tells. */
export function commonness(set: readonly string[]): number {
  return set.reduce((sum, word) => sum + (COMMON.has(word.trim()) ? 60 : word.trim().length < MIN_LENGTH ? 20 : word.length < 4 ? 6 : word.length < 5 ? 3 : 1), 0);
}

function usable(words: readonly string[] | null): words is string[] {
  return words !== null && words.every((word) => TELLING.test(word));
}

class Parser {
  at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  get done(): boolean {
    return this.at >= this.source.length;
  }

  alternatives(): Node {
    const branches = [this.sequence()];
    while (this.source[this.at] === '|') {
      this.at += 1;
      branches.push(this.sequence());
    }
    if (branches.length === 1) return branches[0] ?? EMPTY;
    const exact = branches.flatMap((branch) => branch.exact ?? []);
    if (branches.every((branch) => branch.exact !== null) && exact.length <= MAX_EXACT) return { exact: [...new Set(exact)], sets: [] };
    // Any branch may match: only what each of them needs can be asked for.
    const best = branches.map((branch) => rarest([...branch.sets, ...(usable(branch.exact) ? [branch.exact] : [])]));
    return best.every((set) => set !== null) ? { exact: null, sets: [[...new Set(best.flat())]] } : ANYTHING;
  }

  private sequence(): Node {
    const sets: string[][] = [];
    let run: string[] = [''];
    let whole = true;
    const end = () => {
      if (usable(run)) sets.push(run);
      run = [''];
    };
    while (!this.done && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const { exact, sets: inner } = this.repeated();
      sets.push(...inner);
      if (exact === null) {
        whole = false;
        end();
      } else if (run.length * exact.length > MAX_EXACT) {
        whole = false;
        end();
        run = exact;
      } else run = run.flatMap((head) => exact.map((tail) => head + tail));
    }
    if (whole) return { exact: [...new Set(run)], sets };
    end();
    return { exact: null, sets };
  }

  private repeated(): Node {
    const node = this.atom();
    const quantifier = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(this.source.slice(this.at, this.at + 14));
    if (quantifier === null) return node;
    this.at += quantifier[0].length;
    if (quantifier[0].startsWith('?')) return node.exact === null ? ANYTHING : { exact: [...new Set([...node.exact, ''])], sets: [] };
    if (quantifier[0].startsWith('*') || Number(quantifier[1] ?? 1) === 0) return ANYTHING;
    return { exact: null, sets: [...node.sets, ...(usable(node.exact) ? [node.exact] : [])] };
  }

  private atom(): Node {
    const char = this.source[this.at] ?? '';
    this.at += 1;
    if (char === '(') return this.group();
    if (char === '[') return this.characterClass();
    if (char === '\\') return this.escape();
    if (char === '.') return ANYTHING;
    if (char === '^' || char === '$') return EMPTY;
    return { exact: [char.toLowerCase()], sets: [] };
  }

  private group(): Node {
    const opening = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(this.source.slice(this.at, this.at + 30))?.[0] ?? '';
    this.at += opening.length;
    const inner = this.alternatives();
    if (this.source[this.at] !== ')') throw new SyntaxError('A group is not closed.');
    this.at += 1;
    // What stands around a match is not part of it; it is left out rather than asked for.
    return /^\?<?[=!]$/.test(opening) ? EMPTY : inner;
  }

  private characterClass(): Node {
    const start = this.at;
    if (this.source[this.at] === '^') this.at += 1;
    while (!this.done && this.source[this.at] !== ']') this.at += this.source[this.at] === '\\' ? 2 : 1;
    const body = this.source.slice(start, this.at);
    this.at += 1;
    if (!/^[\p{L}\d _'.:/-]{1,4}$/u.test(body) || /.-./.test(body)) return ANYTHING;
    return { exact: [...new Set(body.toLowerCase())], sets: [] };
  }

  private escape(): Node {
    const char = this.source[this.at] ?? '';
    this.at += 1;
    if (char === 'b' || char === 'B') return EMPTY;
    if (char === 'p' || char === 'P') {
      this.at = this.source.indexOf('}', this.at) + 1;
      return ANYTHING;
    }
    if (/[dDwWsSntrfvuxck0-9]/.test(char)) {
      if (char === 'u') this.at += 4;
      if (char === 'x') this.at += 2;
      return ANYTHING;
    }
    return { exact: [char.toLowerCase()], sets: [] };
  }
}

/** The set that says most. */
function rarest(sets: readonly string[][]): string[] | null {
  return [...sets].sort((a, b) => commonness(a) - commonness(b))[0] ?? null;
}

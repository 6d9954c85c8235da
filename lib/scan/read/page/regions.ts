/** Which part of a page an element belongs to: landmarks (HTML §4.3, WAI-ARIA landmark roles), then what authors call their containers. */
import type { Region } from '../../types.ts';
import { wordsOf } from '../../text.ts';

const MAX_OPEN = 24;

const ROLES = new Map<string, Region>([
  ['navigation', 'nav'],
  ['banner', 'nav'],
  ['search', 'nav'],
  ['menubar', 'nav'],
  ['contentinfo', 'footer'],
  ['main', 'main'],
]);
const CONTAINERS = new Set(['div', 'section', 'ul', 'aside', 'table', 'td']);
const NAV_NAME =
  /^(?:site-|page-|main-|top-|global-|primary-)?(?:nav|navbar|navigation|topbar|sidebar|side-nav|breadcrumbs?|toc|table-of-contents|menu)$/i;
const FOOTER_NAME =
  /^(?:(?:site-|page-|global-|main-)?footer|cookie-?(?:banner|consent|notice)|onetrust-[\w-]+|comments|disqus_thread|comment-list)$/i;

/** What these elements are outside of the main content. */
const OUTSIDE: ReadonlyMap<string, Region> = new Map([
  ['header', 'nav'],
  ['footer', 'footer'],
  ['aside', 'nav'],
  ['article', 'main'],
]);

interface Open {
  tag: string;
  /** Elements of the same tag opened inside and not yet closed. */
  nested: number;
  region: Region;
}

/** Follows the landmarks of a tag stream. Holds at most a few open landmarks, so its cost per tag has a limit. */
export class Regions {
  readonly #open: Open[] = [];

  get current(): Region {
    return this.#open[this.#open.length - 1]?.region ?? 'main';
  }

  open(tag: string, attributes: ReadonlyMap<string, string>): void {
    const region = this.#regionOf(tag, attributes);
    if (region !== null && this.#open.length < MAX_OPEN) {
      this.#open.push({ tag, nested: 0, region });
      return;
    }
    const owner = this.#nearest(tag);
    if (owner >= 0) this.#at(owner).nested += 1;
  }

  close(tag: string): void {
    const owner = this.#nearest(tag);
    if (owner < 0) return;
    const entry = this.#at(owner);
    if (entry.nested > 0) entry.nested -= 1;
    else this.#open.length = owner;
  }

  #regionOf(tag: string, attributes: ReadonlyMap<string, string>): Region | null {
    const inside = this.#open.some((entry) => entry.region === 'main');
    const role = ROLES.get((attributes.get('role') ?? '').trim().toLowerCase());
    if (role !== undefined && !(role === 'nav' && inside && attributes.get('role') === 'banner')) return role;
    const outside = OUTSIDE.get(tag);
    if (tag === 'main' || tag === 'nav') return tag;
    // Inside main or article these head and close the content itself; an aside there is a note, not a side bar.
    if (outside !== undefined) return inside ? null : outside;
    if (!CONTAINERS.has(tag)) return null;
    const names = wordsOf(`${attributes.get('id') ?? ''} ${attributes.get('class') ?? ''}`.slice(0, 400));
    if (names.some((name) => FOOTER_NAME.test(name))) return 'footer';
    if (!inside && names.some((name) => NAV_NAME.test(name))) return 'nav';
    return null;
  }

  #nearest(tag: string): number {
    for (let index = this.#open.length - 1; index >= 0; index -= 1) if (this.#at(index).tag === tag) return index;
    return -1;
  }

  #at(index: number): Open {
    const entry = this.#open[index];
    if (entry === undefined) throw new RangeError(`no open landmark ${index}`);
    return entry;
  }
}

/** All labelled passages, each with its origin and its part. */
import { abroad } from './abroad.ts';
import { accepts } from './accepts.ts';
import { commerce } from './commerce.ts';
import { consumer } from './consumer.ts';
import { credentials } from './credentials.ts';
import { drawn } from './drawn.ts';
import type { Entry } from './entry.ts';
import first from './gathered/first.json' with { type: 'json' };
import second from './gathered/second.json' with { type: 'json' };
import third from './gathered/third.json' with { type: 'json' };
import fifth from './gathered/fifth.json' with { type: 'json' };
import fourth from './gathered/fourth.json' with { type: 'json' };
import { grants } from './grants.ts';
import { heldOut } from './held-out.ts';
import { heldOut2 } from './held-out-2.ts';
import { heldOut3 } from './held-out-3.ts';
import { heldOut4 } from './held-out-4.ts';
import { heldOut5 } from './held-out-5.ts';
import { languages } from './languages.ts';
import { life } from './life.ts';
import { limits } from './limits.ts';
import { manners } from './manners.ts';
import { manuals } from './manuals.ts';
import { moreManuals } from './more-manuals.ts';
import { otherTongues } from './other-tongues.ts';
import { turkish } from './turkish.ts';
import { morePhrasings } from './more-phrasings.ts';
import { pages } from './pages.ts';
import { phrasings } from './phrasings.ts';
import { platforms } from './platforms.ts';
import { publicSector } from './public-sector.ts';
import { realManuals } from './real-manuals.ts';
import { sixTongues } from './six-tongues.ts';
import { smallFirms } from './small-firms.ts';
import { turns } from './turns.ts';
import { workplace } from './workplace.ts';

/** One of those gathered by search says what kind of provider and page it is from, and in which language. */
type Gathered = Entry & { origin?: string; language?: string };

export interface Passage extends Entry {
  /** The set that it was written for. */
  set: string;
  /** Whose manual it is from, or what kind of; else its set. Passages of one origin stay together. */
  origin: string;
  /** It is from the manual of a provider, in that provider's way of putting it. */
  real: boolean;
  /** Nobody looks at single passages of the test part, and nothing is tuned to them: only totals are printed. */
  part: 'training' | 'test';
}

const ours = {
  grants,
  accepts,
  credentials,
  life,
  limits,
  languages,
  manners,
  'held-out': heldOut,
  'held-out-2': heldOut2,
  'held-out-3': heldOut3,
  'held-out-4': heldOut4,
  'held-out-5': heldOut5,
  turns,
  manuals,
  abroad,
  'six tongues': sixTongues,
  pages,
  phrasings,
  'more phrasings': morePhrasings,
};
const providers = {
  commerce,
  workplace,
  platforms,
  consumer,
  'public sector': publicSector,
  'other tongues': otherTongues,
  turkish,
  'more manuals': moreManuals,
  'small firms': smallFirms,
};

const gathered: Record<string, readonly Gathered[]> = {
  'real manuals': realManuals,
  'gathered, first': first,
  'gathered, second': second,
  'gathered, third': third,
  'gathered, fourth': fourth,
};

/** One in `share` is held out: of 1, everything. */
const passagesOf = (sets: Record<string, readonly Gathered[]>, real: boolean, share: number): Passage[] =>
  Object.entries(sets).flatMap(([set, entries]) =>
    entries.map((one) => ({
      ...one,
      set,
      origin: one.host ?? one.origin ?? set,
      real,
      // Pages of the impersonated businesses are looked at singly, so that they can test nothing.
      part: set !== 'pages' && drawn(one.text, share) ? ('test' as const) : ('training' as const),
    })),
  );

/** A fifth of our own sentences and of those gathered, half of the providers', and all that was gathered last are the test part. */
export const passages: readonly Passage[] = [
  ...passagesOf(ours, false, 5),
  ...passagesOf(providers, true, 2),
  ...passagesOf(gathered, true, 5),
  ...passagesOf({ 'gathered, fifth': fifth }, true, 1),
];

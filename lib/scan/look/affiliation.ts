/** Whose host is it? Traffic goes to the target's own registrable domain and to what its own pages name as theirs, nowhere else. */
import { domainOf } from '../http/domain.ts';
import { bareHost } from '../http/url-guard.ts';
import { isLoopback } from '../loopback.ts';
import { Names } from '../names.ts';
import type { Target } from '../types.ts';
import { plainName, urlOf } from '../text.ts';

/** `slack.com` and `slack.dev`, `acme.com` and `acme.github.io` carry the same brand label. Short labels prove nothing. */
function sameBrand(a: string, b: string): boolean {
  const label = (domain: string) => brandOf(domain).replace(/(api|apis|docs?|dev|developers?|app|hq|inc)$/, '');
  const [first, second] = [label(a), label(b)];
  return first.length >= 4 && first === second;
}

const brandOf = (domain: string): string => plainName(domain.split('.')[0] ?? '');

const exampleHosts = new Names(`
  example *.example example.com *.example.com example.org *.example.org example.net *.example.net localhost *.localhost test.invalid *.test.invalid
  acme.com *.acme.com foo.com *.foo.com bar.com *.bar.com domain.com *.domain.com yoursite.com *.yoursite.com
`);
const placeholder =
  /(^|\.)(your-?(domain|site|app|server|company|api|host|store|shop|instance)\w*(\.\w+)*|my-?(app|site|domain|shop|store)(name)?\.\w+)$|\bxxx+\b/i;

/** Whether a part of it is for the reader to fill in: `{shop}.example.com`, `<tenant>`. */
export const hasPlaceholder = (text: string): boolean => /[{}<>$]|%7B|%3C|%24/i.test(text);

/** Whether an address holds brackets, which stand there only around what the reader is to fill in. */
export const hasBrackets = (url: string): boolean => /[{}<>]/.test(url);

/** A host that stands for each customer's own (`{shop}.example.com`, `mydomainname.example.com`): it names the API's shape, but cannot be asked. */
export function isTemplate(url: string): boolean {
  if (hasPlaceholder(url)) return true;
  const hostname = urlOf(url)?.hostname;
  if (hostname === undefined) return false;
  // Only below the registrable domain: a business may well be called mystore.com.
  const below = hostname.slice(0, -domainOf(hostname).length);
  if (
    /(^|\.)(domain|subdomain|tenant|instance|example|acme|companyname|domainname|sitename|hostname|orgname)\./i.test(
      below,
    )
  )
    return true;
  return /(^|\.)(my|your)[-_]?[\w-]*(domain|instance|company|org|store|shop|tenant|account|team|workspace|site|name|app)[\w-]*\./i.test(
    below,
  );
}

/** Placeholders and documentation names (RFC 2606) that no business means as its own host. */
export function isExampleHost(host: string, target: string): boolean {
  // On the machine itself every name of it is meant; elsewhere they are the author's own machine.
  if (isLoopback(host)) return !isLoopback(target);
  return (exampleHosts.has(host) || placeholder.test(host)) && host !== target && domainOf(host) !== domainOf(target);
}

/**
 * A sentence or sample that speaks of a documentation name shows somebody else's server, not the business's own. Where a user is sent
 * back to is the reader's own server in any sample, so it tells nothing.
 */
export const namesExampleHost = (text: string, target: string): boolean =>
  [
    ...text.matchAll(
      /(?<!\b(?:redirect|callback|return)_?(?:to|ur[il])?["'`]?\s?[=:]\s?["'`]{0,2})https?:\/\/([\w.-]{3,200})/gi,
    ),
  ].some((match) => isExampleHost((match[1] ?? '').toLowerCase().replace(/[.-]+$/, ''), target));

/** Tells hosts that are certainly the target's: the one that was typed, and those of its registrable domain. A brand alone proves nothing. */
export const ownHosts =
  ({ host, domain }: Pick<Target, 'host' | 'domain'>) =>
  (name: string): boolean =>
    name === bareHost(host) || domainOf(name) === domain || (isLoopback(name) && isLoopback(bareHost(host)));

export interface Affiliation {
  /** The URL stands on a host of the target's registrable domain, or on one that carries its brand; false for what is no URL. */
  own(url: string): boolean;
  /** A word is the business's own name. */
  isName(word: string): boolean;
  /** The host or the path carries the business's name: `acme.readme.io`, `github.com/acme/api`. */
  carriesName(url: string): boolean;
  /** The URL is the business's own, or may be read as its documentation. */
  readable(url: string): boolean;
  /** One of the business's own pages names this URL as documentation or API. */
  adopt(url: string): void;
}

/**
 * Keeps the set of places that may be visited. A foreign host that an own page links to as documentation is readable under the
 * path at which it was named (its first segment that is not a locale), so a shared documentation site is not crawled as a whole.
 */
export function createAffiliation(domain: string, host: string): Affiliation {
  const adopted: { host: string; prefix: string }[] = [];
  const locale = /^[a-z]{2}([-_][a-z]{2,4})?$/i;
  const prefixOf = (url: URL) => {
    const segments = url.pathname.split('/').filter(Boolean);
    const kept: string[] = [];
    for (const segment of segments.slice(0, -1)) {
      kept.push(segment);
      if (!locale.test(segment)) break;
    }
    return kept.length > 0 ? `/${kept.join('/')}` : '/';
  };
  const own = (raw: string) => {
    const name = urlOf(raw)?.hostname;
    if (name === undefined) return false;
    if (name === host || (isLoopback(name) && isLoopback(host))) return true;
    const of = domainOf(name);
    return of === domain || sameBrand(of, domain);
  };
  const brand = brandOf(domain);
  return {
    own,
    isName: (word) => brand !== '' && word.toLowerCase() === brand,
    carriesName(raw) {
      const { hostname, pathname } = new URL(raw);
      const names = [...hostname.split('.').slice(0, -1), ...pathname.split('/').slice(1, 3)];
      return brand.length >= 4 && names.some((name) => plainName(name).includes(brand));
    },
    readable: (raw) => {
      if (own(raw)) return true;
      const { hostname, pathname } = new URL(raw);
      return adopted.some((place) => place.host === hostname && pathname.startsWith(place.prefix));
    },
    adopt: (raw) => {
      if (own(raw)) return;
      const url = new URL(raw);
      adopted.push({ host: url.hostname, prefix: prefixOf(url) });
    },
  };
}

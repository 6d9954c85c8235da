/** The registrable domain of a host, by the Public Suffix List. */
import { parse } from 'tldts';

/** Registrable domain of a host, private suffixes (`acme.github.io`) counted; the host itself for addresses and reserved names. */
export function domainOf(host: string): string {
  return parse(host, { allowPrivateDomains: true }).domain ?? host;
}

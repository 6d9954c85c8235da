/** What will be scanned, said while an address is typed. */

/**
 * The sentence for what stands in the field; null where that is not clear yet. Only a reading of the address: what is refused, and why,
 * the server says.
 */
export function reading(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https')
    return `Only http and https can be scanned, not ${scheme}.`;
  const address = scheme === undefined ? `https://${text}` : text;
  if (!URL.canParse(address)) return null;
  const { protocol, host, pathname } = new URL(address);
  if (!/[^.]\.[^.]/.test(host) && !host.startsWith('[')) return null;
  return `Scans ${protocol === 'http:' ? 'http://' : ''}${host}${pathname === '/' ? '' : pathname}`;
}

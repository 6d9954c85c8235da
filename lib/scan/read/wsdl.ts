/** Reads a WSDL document (WSDL 1.1 §2.1, WSDL 2.0 §2.1): where the web service that it describes is called. */

const DEFINITIONS =
  /^\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--[^]{0,2000}?-->\s*)?<(?:[\w-]{1,40}:)?(?:definitions|description)\s/;
const NAMESPACE = /["']http:\/\/(?:schemas\.xmlsoap\.org\/wsdl\/|www\.w3\.org\/ns\/wsdl)["']/;
/** `<soap:address location="…">` of a port (WSDL 1.1 §3.8), `<endpoint address="…">` (WSDL 2.0 §2.15). */
const ADDRESS =
  /<(?:[\w-]{1,40}:)?(?:address|endpoint)\s[^<>]{0,400}?\b(?:location|address)\s?=\s?["']([^"'<>\s]{1,500})["']/g;

/** The addresses of the services, as written, each once and at most 8; null when the text is no WSDL document. */
export function readWsdl(text: string): string[] | null {
  if (!DEFINITIONS.test(text.slice(0, 4000)) || !NAMESPACE.test(text.slice(0, 20_000))) return null;
  return [...new Set([...text.slice(0, 1_000_000).matchAll(ADDRESS)].map(([, address = '']) => address))].slice(0, 8);
}

/** The names of this machine: `localhost` (RFC 6761 §6.3), 127.0.0.0/8 and ::1 are one place, however a document spells them. */
import { withoutSlash } from './text.ts';

/** Whether a host name or address, as URL.hostname gives it, stands for the machine itself. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost' || host.endsWith('.localhost') || host === '[::1]') return true;
  const octets = host.split('.');
  return octets.length === 4 && octets[0] === '127' && octets.every((octet) => String(Number(octet)) === octet);
}

/** The URL with one name for the machine itself, for comparing; what is no URL stays as it is. */
export function withOneLoopback(text: string): string {
  if (!URL.canParse(text)) return text;
  const url = new URL(text);
  if (!isLoopback(url.hostname)) return text;
  url.hostname = 'localhost';
  return text.endsWith('/') ? url.href : withoutSlash(url.href);
}

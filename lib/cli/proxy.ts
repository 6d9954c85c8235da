/** `--proxy`, for scans from this machine and for reaching an instance alike. */
import { Refusal } from './exit.ts';

/** The proxy that the flag names. @throws Refusal when it names none */
export function proxyOf(flag: string | undefined): URL | undefined {
  if (flag === undefined) return undefined;
  const url = URL.canParse(flag) ? new URL(flag) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '' || url.pathname + url.search !== '/')
    throw new Refusal('--proxy takes the address of an HTTP proxy, such as http://proxy.example:3128.');
  return url;
}

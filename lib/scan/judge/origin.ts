/** Origins and hosts of addresses that documents write. A stored report may hold any text in their place, and judging never throws. */
import { withOneLoopback } from '../loopback.ts';

/** Origin of an address; an address that does not parse (a template, a broken document) is given back as it stands. */
export const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);

/** Host name of an address, empty when it does not parse. All names of the machine itself are one host. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(withOneLoopback(url)).hostname : '');

/** Origins and hosts of addresses that documents write. A stored report may hold any text in their place, and judging never throws. */

/** Origin of an address; an address that does not parse (a template, a broken document) is given back as it stands. */
export const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);

/** Host name of an address, empty when it does not parse. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '');

/** Request header in which proxy.ts hands the page its nonce. */
export const nonceHeader = 'x-nonce';

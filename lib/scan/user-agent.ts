/** Sent with every request; the page it names explains the scanner and how to opt out. */
export const userAgent = 'Latchkey/0.1 (+https://latchkey.example/bot)';

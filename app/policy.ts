/** The content security policies. Nothing from another origin, no inline code, no plug-ins, no frames; forms stay here. */

const everywhere = [
  "img-src 'self' data:",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

/** For pages with the framework's scripts, which are inline and carry a nonce. `dev`: React's development build evaluates strings. */
export function pagePolicy(nonce: string, dev: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "connect-src 'self'",
    ...everywhere,
  ].join('; ');
}

/** Whether a policy is that of the development server. */
export const isDevPolicy = (policy: unknown): boolean => typeof policy === 'string' && policy.includes("'unsafe-eval'");

/**
 * For plain documents: one script file of ours and no inline code at all, so that no nonce is needed and the same bytes can be sent to
 * every reader. A nonce in bytes that are sent twice would protect nobody. Our own origin may be read: audits such as Lighthouse look at
 * robots.txt from inside the page.
 */
export const documentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  ...everywhere,
].join('; ');

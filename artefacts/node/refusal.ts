/** How a program is turned away: 401, a challenge (RFC 9110 §11.6.1, RFC 6750 §3) and a JSON body that names the error. */

const challenge = '{{CHALLENGE}}';
const help = '{{HELP}}';

/** The field in which today's credentials travel. */
const credentialField = '{{CREDENTIAL_FIELD}}';

/** Request fields by lower-case name. */
export type Fields = (name: string) => string | null | undefined;

/**
 * Browsers keep the answer that they got so far, such as a redirect to the login page: they send Sec-Fetch-Site, a cookie, or ask for HTML.
 */
export function fromBrowser(field: Fields): boolean {
  return Boolean(field('sec-fetch-site') || field('cookie') || field('accept')?.includes('text/html'));
}

/** Whether the guard's own answer is one that a program cannot read. Who brought a credential and may not do this keeps hearing 403. */
export function mustRestate(status: number, field: Fields): boolean {
  if (fromBrowser(field)) return false;
  return status === 401 || (status >= 300 && status < 400) || (status === 403 && !field(credentialField));
}

/** The refusal. Members that the old JSON body had stay; a failed token is told apart from none (RFC 6750 §3.1). */
export function refusal(field: Fields, oldBody = ''): { headers: Record<string, string>; body: string } {
  const failed = challenge.startsWith('Bearer') && /^bearer\b/i.test(field('authorization') ?? '');
  const told = failed
    ? { error: 'invalid_token', error_description: 'The token is unknown, expired or revoked.', help }
    : { error: 'missing_token', error_description: 'Send the credential that the challenge names.', help };
  return {
    headers: {
      'WWW-Authenticate': failed ? `${challenge}, error="invalid_token"` : challenge,
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
    },
    body: JSON.stringify({ ...told, ...membersOf(oldBody) }),
  };
}

function membersOf(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}

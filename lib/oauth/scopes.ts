/** What a credential of ours can be limited to (RFC 6749 §3.3). */

/** Every scope with what it allows, as people read it. */
export const scopes = {
  'scans:write': 'Ask for scans at the higher limit, and cancel your own.',
  'reports:read': 'List your own scans, unlisted ones included, and read their reports.',
  'watches:write': 'Watch sites for changes. Nothing takes it yet.',
  'admin:read': 'Read the operator’s leaderboard. Only the operator gives it out.',
} as const;

export type Scope = keyof typeof scopes;

export const allScopes = Object.keys(scopes) as Scope[];

/** What anybody may register for. */
export const openScopes = allScopes.filter((scope) => scope !== 'admin:read');

/** The scopes in a space-separated list, each once; null when one is unknown. */
export function scopesIn(text: string): Scope[] | null {
  const named = [...new Set(text.split(' ').filter(Boolean))];
  return named.every((name): name is Scope => Object.hasOwn(scopes, name)) ? named : null;
}

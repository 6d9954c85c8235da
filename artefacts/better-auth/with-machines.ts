/** Better Auth: the grant of programs beside those of people, in the options of the plugin oauthProvider. */
import type { OAuthOptions, Scope } from '@better-auth/oauth-provider';

type Options = OAuthOptions<Scope[]>;

export function withMachines(before: Options): Options {
  const operator = process.env['OPERATOR_EMAIL'];
  return {
    ...before,
    // Where the option is left out, the grant is on already.
    ...(before.grantTypes && { grantTypes: [...before.grantTypes, 'client_credentials'] }),
    // A program may have no scope of people, and gets no token without a scope.
    scopes: [...new Set([...(before.scopes ?? ['openid', 'profile', 'email', 'offline_access']), 'read'])],
    clientPrivileges: (asked) => {
      const givesScopes = asked.action === 'configure-client-credentials-scopes';
      if (givesScopes && operator !== undefined && asked.user?.email === operator) return true;
      return before.clientPrivileges ? before.clientPrivileges(asked) : !givesScopes;
    },
  };
}

/** What the lines for Better Auth leave as it was: who may do what with clients, and the scopes and grants of people. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OAuthOptions, Scope } from '@better-auth/oauth-provider';
import { withMachines } from '../../../../artefacts/better-auth/with-machines.ts';

type Options = OAuthOptions<Scope[]>;
type Asked = Parameters<NonNullable<Options['clientPrivileges']>>[0];

const pages = { loginPage: '/login', consentPage: '/consent' };
const dated = { createdAt: new Date(0), updatedAt: new Date(0) };
const asked = (action: Asked['action'], email: string): Asked => ({
  headers: new Headers(),
  action,
  user: { id: '1', name: 'Ann', email, emailVerified: true, ...dated },
});
const mayWith = (before: Options, action: Asked['action'], email: string) =>
  withMachines(before).clientPrivileges?.(asked(action, email));

afterEach(() => vi.unstubAllEnvs());

describe('withMachines of Better Auth', () => {
  it('adds the grant and a scope to those of people', () => {
    const { grantTypes, scopes } = withMachines({ ...pages, grantTypes: ['authorization_code'], scopes: ['openid'] });
    expect(grantTypes).toEqual(['authorization_code', 'client_credentials']);
    expect(scopes).toEqual(['openid', 'read']);
  });

  it('leaves the grants alone where all are on, and keeps the usual scopes', () => {
    const made = withMachines(pages);
    expect(made.grantTypes).toBeUndefined();
    expect(made.scopes).toEqual(['openid', 'profile', 'email', 'offline_access', 'read']);
  });

  it('lets only the operator give scopes to a program where the app says nothing, and nobody where none is named', () => {
    const giving = 'configure-client-credentials-scopes';
    vi.stubEnv('OPERATOR_EMAIL', undefined);
    expect(mayWith(pages, giving, 'ann@shop.example')).toBe(false);
    vi.stubEnv('OPERATOR_EMAIL', 'ann@shop.example');
    expect(mayWith(pages, giving, 'ann@shop.example')).toBe(true);
    expect(mayWith(pages, giving, 'bob@shop.example')).toBe(false);
  });

  it('keeps what the app says of everybody else, and of everything else', () => {
    expect(mayWith(pages, 'create', 'bob@shop.example')).toBe(true);
    expect(mayWith({ ...pages, clientPrivileges: () => false }, 'create', 'bob@shop.example')).toBe(false);
    const lets = { ...pages, clientPrivileges: () => true };
    expect(mayWith(lets, 'configure-client-credentials-scopes', 'bob@shop.example')).toBe(true);
  });
});

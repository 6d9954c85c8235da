/** Better Auth with its plugin oauthProvider: an authorization server for people, who sign in with a password. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { oauthProvider, type OAuthOptions, type Scope } from '@better-auth/oauth-provider';
import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { jwt } from 'better-auth/plugins';
import * as site from '../site.ts';

const names =
  'user session account verification jwks oauthClient oauthAccessToken oauthRefreshToken oauthConsent oauthResource oauthClientResource oauthClientAssertion';
type Tables = Record<string, Record<string, unknown>[]>;

/** The tables are a file: what a command of this app writes is there when the app starts again. */
const file = 'tables.json';
const dates = (_name: string, value: unknown): unknown =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? new Date(value) : value;
const tables: Tables = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8'), dates) as Tables)
  : Object.fromEntries(names.split(' ').map((name) => [name, []]));
process.on('exit', () => writeFileSync(file, JSON.stringify(tables)));

const options: OAuthOptions<Scope[]> = {
  loginPage: '/login',
  consentPage: '/consent',
  grantTypes: ['authorization_code', 'refresh_token'],
  scopes: ['openid', 'offline_access', 'read'],
};
export const auth = betterAuth({
  baseURL: site.origin,
  secret: 'signs-what-better-auth-signs-in-this-run',
  database: memoryAdapter(tables),
  emailAndPassword: { enabled: true, minPasswordLength: 5 },
  telemetry: { enabled: false },
  rateLimit: { enabled: false },
  plugins: [jwt(), oauthProvider(options)],
});

export const emailOf = (name: unknown) => `${String(name)}@shop.example`;

/** Ann, and the client of people. */
async function fill(): Promise<void> {
  await auth.api.signUpEmail({ body: { name: 'Ann', email: emailOf('ann'), password: 'tulip' } });
  const web = {
    clientId: 'web',
    tokenEndpointAuthMethod: 'none',
    redirectUris: ['https://web.example/back'],
    grantTypes: ['authorization_code', 'refresh_token'],
    responseTypes: ['code'],
    requirePKCE: true,
  };
  await (await auth.$context).adapter.create({ model: 'oauthClient', data: web });
}
if (tables['user']?.length === 0) await fill();

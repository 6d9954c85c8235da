/** Makes a client for a program, in the name of the account in OPERATOR_EMAIL. Prints its secret, which cannot be read again. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { oauthProvider } from '@better-auth/oauth-provider';
import type { Auth } from 'better-auth';

/** The file that exports `auth`. */
const [file = 'auth.ts', name = 'billing-export'] = process.argv.slice(2);
const { auth } = (await import(pathToFileURL(resolve(file)).href)) as {
  auth: Auth<{ plugins: [ReturnType<typeof oauthProvider>] }>;
};
const { OPERATOR_EMAIL: email = '', OPERATOR_PASSWORD: password = '' } = process.env;
const { headers } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true });
const cookie = headers.getSetCookie().map((one) => one.split(';')[0]);
const client = await auth.api.adminCreateOAuthClient({
  headers: new Headers({ cookie: cookie.join('; ') }),
  body: { client_name: name, grant_types: ['client_credentials'], client_credentials_scopes: ['read'] },
});
process.stdout.write(`CLIENT_ID=${client.client_id}\nCLIENT_SECRET=${client.client_secret ?? ''}\n`);

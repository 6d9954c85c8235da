/** Makes a client by hand: the name, then its scopes. Prints its secret and a first token, which cannot be read again. */
import { createClient, findClient, issueToken, knownScopes } from './machine-clients.ts';

const [name = 'unnamed', ...scopes] = process.argv.slice(2);
const { id, secret } = await createClient(name, scopes.length > 0 ? scopes : knownScopes);
const client = await findClient(id, secret);
const token = client ? await issueToken(client, client.scopes) : '';
process.stdout.write(`CLIENT_ID=${id}\nCLIENT_SECRET=${secret}\nTOKEN=${token}\n`);

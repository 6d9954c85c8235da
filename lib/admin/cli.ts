/** `npm run admin`: what an operator does from the machine itself, before or without a sign-in. */
import { Command } from 'commander';
import { emailOf } from '../auth/index.ts';
import { audit } from './audit.ts';
import { linkHours, makeLink, makeToken, operators, removeOperator, unlock } from '../auth/operators.ts';
import { closeDb } from '../db/index.ts';
import { registerClient } from '../oauth/clients.ts';
import { allScopes } from '../oauth/scopes.ts';
import { settings } from '../settings.ts';
import { newSigningKey } from '../signing.ts';

const actor = 'command line';

/** A sentence for the person at the terminal; ends the command with status 1. */
class Refusal extends Error {}

function address(text: string): string {
  const email = emailOf(text);
  if (email === null) throw new Refusal(`"${text.slice(0, 60)}" is no email address.`);
  return email;
}

/** `site` is the address at which the running site answers, used when SITE_URL is not set. */
function program(site: string, print: (line: string) => void): Command {
  const link = async (email: string) => {
    const token = await makeLink(email, actor);
    print(`${settings().siteUrl ?? site}/admin/link/${token}`);
    process.stderr.write(`Opens once, within ${linkHours} hours, and asks ${email} for a password.\n`);
  };
  const known = async (email: string) => (await operators()).some((operator) => operator.email === email);

  const command = new Command('admin').description('Operators of this installation.').exitOverride();
  command
    .command('create <email>')
    .description('print a one-time link for a new operator')
    .action(async (text: string) => {
      const email = address(text);
      if (await known(email))
        throw new Refusal(
          `${email} is an operator already. \`npm run admin -- link ${email}\` makes a link for a new password.`,
        );
      await link(email);
    });
  command
    .command('link <email>')
    .description('print a one-time link with which an operator sets a new password')
    .action(async (text: string) => {
      const email = address(text);
      if (!(await known(email)))
        throw new Refusal(`${email} is no operator. \`npm run admin -- create ${email}\` makes one.`);
      await link(email);
    });
  command
    .command('list')
    .description('list operators')
    .action(async () => {
      const all = await operators();
      for (const { email, createdAt, sessions } of all)
        print(
          `${email}  since ${createdAt.toISOString().slice(0, 10)}, ${sessions.length} ${sessions.length === 1 ? 'session' : 'sessions'}`,
        );
      if (all.length === 0)
        process.stderr.write('There are no operators. `npm run admin -- create <email>` makes the first one.\n');
    });
  command
    .command('unlock <email>')
    .description('end the pause after too many wrong passwords')
    .action(async (text: string) => {
      await unlock(address(text), actor);
      process.stderr.write('Unlocked.\n');
    });
  command
    .command('token <email>')
    .description('print a bearer token for programs; it is a session and can be ended like one')
    .action(async (text: string) => {
      const made = await makeToken(address(text), actor);
      if (!made) throw new Refusal(`${text} is no operator.`);
      print(made.token);
      process.stderr.write(`Valid until ${made.expiresAt.toISOString()}. Send it as "Authorization: Bearer …".\n`);
    });
  command
    .command('client <name>')
    .description('register an OAuth client that may read the operator’s leaderboard; prints its id and secret')
    .action(async (name: string) => {
      const { client, secret } = await registerClient({
        name: name.slice(0, 100),
        authMethod: 'client_secret_basic',
        jwks: null,
        scopes: allScopes,
      });
      await audit(actor, 'client.create', client.id);
      print(`${client.id} ${secret ?? ''}`);
      process.stderr.write(
        'The secret is shown this once. Unused for a day, the client is forgotten; used, it is good for 90 days.\n',
      );
    });
  command
    .command('signing-key')
    .description('print a new key with which the scanner signs its requests, for SIGNING_KEY')
    .action(() => {
      print(JSON.stringify(newSigningKey()));
      process.stderr.write('Keep it as you keep a password, and set it for web and workers.\n');
    });
  command
    .command('remove <email>')
    .description('remove an operator and end all sessions')
    .action(async (text: string) => {
      const email = address(text);
      if (!(await removeOperator(email, actor)))
        throw new Refusal(
          (await known(email)) ? 'This is the last operator. Make another one first.' : `${email} is no operator.`,
        );
      process.stderr.write('Removed.\n');
    });
  return command;
}

/** Runs one command; links, tokens and lists go to `print`, everything said about them to stderr. Returns the exit code. */
export async function main(args: readonly string[], site: string, print: (line: string) => void): Promise<number> {
  try {
    await program(site, print).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof Refusal) {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
    // Commander has written its own sentence.
    if (error instanceof Error && 'exitCode' in error && typeof error.exitCode === 'number') return error.exitCode;
    throw error;
  } finally {
    await closeDb();
  }
}

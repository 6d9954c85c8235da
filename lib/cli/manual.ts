/** The manual page, made from the program itself (man(7) macros). */
import type { Command } from 'commander';
import { exitCodes } from './exit.ts';

/** Text as roff reads it: no escapes, no requests at the beginning of a line, hyphens that stay hyphens. */
const roff = (text: string): string =>
  text
    .replaceAll('\\', String.raw`\e`)
    .replace(/^([.'])/gm, String.raw`\&$1`)
    .replaceAll('-', String.raw`\-`);

function entry(term: string, text: string): string[] {
  return ['.TP', `.B ${roff(term)}`, roff(text)];
}

function section(command: Command): string[] {
  const help = command.createHelp();
  return [
    `.SS "latchkey ${roff(command.name())} ${roff(command.usage())}"`,
    `${roff(command.description())}.`,
    ...help.visibleArguments(command).flatMap((argument) => entry(help.argumentTerm(argument), argument.description)),
    ...help.visibleOptions(command).flatMap((option) => entry(option.flags, option.description)),
  ];
}

export function manualPage(program: Command): string {
  const environment = {
    LATCHKEY_TOKEN: 'Token for --server.',
    LATCHKEY_SERVER_CLIENT_ID:
      'Client for --server, with LATCHKEY_SERVER_CLIENT_SECRET; the token comes from the instance’s token endpoint.',
    LATCHKEY_SERVER_CLIENT_SECRET: 'The secret of that client.',
    LATCHKEY_CLIENT_ID:
      'Your own client at the target, for verify, with LATCHKEY_CLIENT_SECRET or LATCHKEY_PRIVATE_KEY.',
    LATCHKEY_API_KEY: 'Your own API key at the target, for verify, instead of a client.',
    NO_COLOR: 'Set to anything, it turns colours off.',
    FORCE_COLOR: 'Colours even in a pipe.',
  };
  return [
    `.TH LATCHKEY 1 "" "latchkey ${program.version() ?? ''}" "User Commands"`,
    '.SH NAME',
    String.raw`latchkey \- can an AI agent let itself in?`,
    '.SH SYNOPSIS',
    '.B latchkey',
    '.RI [ command ]',
    '.RI [ options ]',
    '.SH DESCRIPTION',
    roff(program.description()),
    '.SH COMMANDS',
    ...program.commands.flatMap(section),
    '.SH EXIT STATUS',
    ...Object.values(exitCodes).flatMap(({ code, meaning }) => entry(String(code), meaning)),
    '.SH ENVIRONMENT',
    ...Object.entries(environment).flatMap(([name, meaning]) => entry(name, meaning)),
    '.SH EXAMPLES',
    ...[
      'latchkey scan api.example.com --fail-under 60',
      'latchkey openapi openapi.yaml --format sarif --output latchkey.sarif',
      'latchkey scan api.example.com --json > report.json; latchkey fix report.json structured-401',
      'latchkey bulk names.txt --into survey',
    ].flatMap((example) => ['.PP', '.EX', roff(example), '.EE']),
    '',
  ].join('\n');
}

/** The command `latchkey`: its subcommands, their flags and their help. What they do is loaded when one of them runs. */
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { engineVersion } from '../scan/version.ts';
import { exitCodes, Refusal, type ExitCode } from './exit.ts';
import type { ReportFlags } from './finish.ts';
import { formatNames } from './formats.ts';
import { listNames, type ListName } from './lists.ts';
import { Outputs } from './outputs.ts';
import type { ScanFlags, Surroundings } from './scanner.ts';
import { shellNames, type ShellName } from './shells.ts';
import type { VerifyFlags } from './verify.ts';

function number(text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value) || value < 0) throw new InvalidArgumentError('It must be a number, 0 or more.');
  return value;
}

function positive(text: string): number {
  if (number(text) === 0) throw new InvalidArgumentError('It must be a number above 0.');
  return Number(text);
}

const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];
const list = (value: string, before: readonly string[] = []): string[] => [
  ...before,
  ...value.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()])),
];

/** Flags that every command takes. */
const common = (command: Command): Command =>
  command
    .option('--plain', 'plain words, one thing per line: for screen readers')
    .option('--quiet', 'print only what was asked for');

function outputFlags<Name extends string>(command: Command, outputs: Outputs<Name>, names: readonly Name[]): Command {
  return command
    .addOption(
      new Option('--format <format>', `${names.join(', ')}; may be repeated`).argParser((name: string) =>
        outputs.format(name),
      ),
    )
    .addOption(
      new Option(
        '--output <file>',
        'write the preceding --format to this file; without one, the extension decides',
      ).argParser((path: string) => outputs.file(path)),
    )
    .addOption(new Option('--json', 'same as --format json').argParser(() => undefined))
    .on('option:json', () => outputs.format('json'));
}

const gateFlags = (command: Command): Command =>
  command
    .option('--fail-under <score>', 'fail if the score is lower', number)
    .option('--fail-on <finding,…>', 'fail if one of these is found; `contradictions` means any contradiction', list)
    .option('--baseline <report.json>', 'fail if anything is worse than in this earlier report')
    .option('--config <file>', 'read settings from this latchkey.config.json');

const scanningFlags = (command: Command): Command =>
  command
    .option('--allow-private', 'allow addresses inside your own network')
    .option('--max-requests <n>', 'send at most this many requests (default 90)', positive)
    .option('--timeout <seconds>', 'end the scan after this time (default 45)', positive)
    .option('--no-browser', 'do not render pages that are empty without JavaScript')
    .option('--browser <path>', 'the Chromium to render them with')
    .option('--header <name: value>', 'send this field to the target’s own hosts; may be repeated', collect)
    .option('--resolve <host:port:address>', 'connect to this address for that host and port, as in curl', collect)
    .option('--ca <file>', 'also trust these certificate authorities (PEM)')
    .option('--user-agent <text>', 'send this User-Agent')
    .option(
      '--server <url>',
      'let a hosted instance do the scan; credentials: LATCHKEY_TOKEN, or LATCHKEY_SERVER_CLIENT_ID and LATCHKEY_SERVER_CLIENT_SECRET',
    )
    .option('--unlisted', 'with --server: keep the report out of the instance’s lists')
    .option('--proxy <url>', 'connect through this HTTP proxy, which also resolves names');

const codes = Object.values(exitCodes)
  .map(({ code, meaning }) => `  ${code}  ${meaning}`)
  .join('\n');

/** Builds the program. `ran` hears the exit code of the command that ran. */
export function createProgram(surroundings: Surroundings, ran: (code: ExitCode) => void): Command {
  const program = new Command('latchkey')
    .description('Can an AI agent let itself in? Walks the road an agent walks to an API, and proves where it ends.')
    .version(engineVersion, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText(
      'after',
      `\nExit codes:\n${codes}\n\n\`latchkey <command> --help\` lists the flags of a command; \`latchkey <url>\` scans.`,
    )
    .showSuggestionAfterError()
    .exitOverride();

  const scan = program
    .command('scan', { isDefault: true })
    .description('scan the API behind a web address')
    .argument('[url...]', 'web addresses of a site or its API')
    .addOption(new Option('--openapi <file|url>', 'same as the openapi command').hideHelp())
    .addOption(new Option('--rejudge <report.json>', 'same as the rejudge command').hideHelp());
  const scanOutputs = new Outputs(formatNames);
  gateFlags(scanningFlags(outputFlags(common(scan), scanOutputs, formatNames))).action(
    async (urls: string[], flags: ScanFlags & ReportFlags & { openapi?: string; rejudge?: string }) => {
      const { openapi, rejudge } = flags;
      if ([urls.length > 0, openapi !== undefined, rejudge !== undefined].filter(Boolean).length > 1)
        throw new Refusal('Give web addresses, --openapi or --rejudge, but only one of the three.');
      if (rejudge !== undefined) {
        const { runRejudge } = await import('./commands/rejudge.ts');
        ran(await runRejudge(rejudge, scanOutputs, flags));
      } else if (openapi !== undefined) {
        const { runOpenapi } = await import('./commands/openapi.ts');
        ran(await runOpenapi(openapi, scanOutputs, flags));
      } else {
        const { runScan } = await import('./commands/scan.ts');
        ran((await runScan(urls, scanOutputs, flags, surroundings)).code);
      }
    },
  );

  const verifyOutputs = new Outputs(formatNames);
  const verify = program
    .command('verify')
    .description('scan, then do the handshake with your own client; fails if it does not get in')
    .argument('<url>', 'web address of the site or its API')
    .option('--scope <scope>', 'the scope to ask for')
    .option('--resource <url>', 'the API the token is for (RFC 8707)')
    .option('--audience <name>', 'the same, for servers that do not know `resource`')
    .option('--token-endpoint <url>', 'the token endpoint, if it is not published')
    .option('--operation <path|url>', 'what to call, with GET')
    .option('--key-in <place>', 'use an API key instead of a client, sent as bearer, basic or header:<name>')
    .option('--confirm-host <host>', 'another host that may receive the credential', collect)
    .addHelpText(
      'after',
      '\nThe credential comes from LATCHKEY_CLIENT_ID with LATCHKEY_CLIENT_SECRET or LATCHKEY_PRIVATE_KEY, from LATCHKEY_API_KEY, or from a prompt.',
    );
  gateFlags(scanningFlags(outputFlags(common(verify), verifyOutputs, formatNames))).action(
    async (url: string, flags: ScanFlags & ReportFlags & VerifyFlags) => {
      const { runVerify } = await import('./commands/verify.ts');
      ran(await runVerify(url, verifyOutputs, flags, surroundings));
    },
  );

  const openapiOutputs = new Outputs(formatNames);
  const openapi = program
    .command('openapi')
    .description('judge an API description by itself, without calling the API')
    .argument('[file|url]', 'OpenAPI 2.0 or 3.x as JSON or YAML; - for standard input')
    .option('--allow-private', 'allow fetching it from inside your own network');
  gateFlags(outputFlags(common(openapi), openapiOutputs, formatNames)).action(
    async (source: string | undefined, flags: ReportFlags) => {
      const { runOpenapi } = await import('./commands/openapi.ts');
      ran(await runOpenapi(source, openapiOutputs, flags));
    },
  );

  const rejudgeOutputs = new Outputs(formatNames);
  const rejudge = program
    .command('rejudge')
    .description('judge stored reports again, without sending a request')
    .argument('<report>', 'the JSON that a scan printed; - for standard input');
  gateFlags(outputFlags(common(rejudge), rejudgeOutputs, formatNames)).action(
    async (file: string, flags: ReportFlags) => {
      const { runRejudge } = await import('./commands/rejudge.ts');
      ran(await runRejudge(file, rejudgeOutputs, flags));
    },
  );

  const compareNames = ['text', 'json', 'markdown'] as const;
  const compareOutputs = new Outputs(compareNames);
  const compare = program
    .command('compare')
    .description('what changed between two reports; fails if anything got worse')
    .argument('<before>', 'a report as JSON')
    .argument('<after>', 'a report as JSON');
  outputFlags(common(compare), compareOutputs, compareNames).action(
    async (before: string, after: string, flags: { plain?: boolean; quiet?: boolean }) => {
      const { runCompare } = await import('./commands/compare.ts');
      ran(await runCompare(before, after, compareOutputs, flags));
    },
  );

  common(
    program
      .command('explain')
      .description('what a finding asks, what it is worth and what it cannot see')
      .argument('<finding>', 'id of a signal, an anti-pattern or a flow')
      .option('--json', 'as JSON'),
  ).action(async (finding: string, flags: { json?: boolean; plain?: boolean }) => {
    const { runExplain } = await import('./commands/explain.ts');
    ran(await runExplain(finding, flags));
  });

  common(
    program
      .command('fix')
      .description('what to do about a finding, with files to paste')
      .argument('<report>', 'a report as JSON')
      .argument('<finding>', 'id of a signal, an anti-pattern or a fix')
      .option('--json', 'as JSON')
      .option('--agent', 'print the brief for a coding agent')
      .option('--framework <name>', 'include the files for this framework, such as express'),
  ).action(
    async (
      file: string,
      finding: string,
      flags: { json?: boolean; agent?: boolean; plain?: boolean; framework?: string },
    ) => {
      const { runFix } = await import('./commands/fix.ts');
      ran(await runFix(file, finding, flags));
    },
  );

  const bulk = program
    .command('bulk')
    .description('scan a list of names, resumable, with a summary at the end')
    .argument('<file>', 'one name per line; # starts a comment; - for standard input')
    .option('--into <folder>', 'where rows, summary and page go; the same folder resumes (default: <file>.latchkey)')
    .option('--concurrency <n>', 'scans at once (default: as many as this machine can take)', positive)
    .option('--pause <seconds>', 'wait this long between two scans of one domain (default 10)', number)
    .option('--keep-reports', 'also keep every full report, in <folder>/reports')
    .option('--config <file>', 'read settings from this latchkey.config.json');
  scanningFlags(common(bulk)).action(
    async (
      file: string,
      flags: ScanFlags & {
        plain?: boolean;
        quiet?: boolean;
        into?: string;
        concurrency?: number;
        pause?: number;
        keepReports?: boolean;
        config?: string;
      },
    ) => {
      const { runBulk } = await import('./bulk/index.ts');
      ran(await runBulk(file, flags, surroundings));
    },
  );

  common(
    program
      .command('list')
      .description('everything a report can say, and what it is worth')
      .addArgument(new Argument('[what]').choices(listNames))
      .option('--json', 'as JSON'),
  ).action(async (what: ListName | undefined, flags: { json?: boolean; plain?: boolean }) => {
    const { runList } = await import('./commands/list.ts');
    ran(await runList(what, flags));
  });

  program
    .command('serve')
    .description('start the whole product, if it is installed here')
    .action(async () => {
      const { startProduct } = surroundings;
      if (startProduct === null)
        throw new Refusal(
          'Only the command is installed here, not the product: clone its repository and run `npm start` there.',
        );
      ran((await startProduct()) === 0 ? exitCodes.passed.code : exitCodes.notRun.code);
    });

  program
    .command('completion')
    .description('print a completion script for a shell')
    .addArgument(new Argument('<shell>').choices(shellNames))
    .action(async (shell: ShellName) => {
      const [{ completionFor }, { writeOut }] = await Promise.all([import('./shells.ts'), import('./files.ts')]);
      await writeOut(completionFor(shell, program));
      ran(exitCodes.passed.code);
    });

  program
    .command('man')
    .description('print the manual page: latchkey man | man -l -')
    .action(async () => {
      const [{ manualPage }, { writeOut }] = await Promise.all([import('./manual.ts'), import('./files.ts')]);
      await writeOut(manualPage(program));
      ran(exitCodes.passed.code);
    });

  return program;
}

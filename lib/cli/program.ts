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
  if (!Number.isFinite(value) || value < 0) throw new InvalidArgumentError('It takes a number, 0 or more.');
  return value;
}

function positive(text: string): number {
  if (number(text) === 0) throw new InvalidArgumentError('It takes a number above 0.');
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
    .option('--plain', 'words alone, one thing a line: for screen readers')
    .option('--quiet', 'print nothing but what is asked for');

function outputFlags<Name extends string>(command: Command, outputs: Outputs<Name>, names: readonly Name[]): Command {
  return command
    .addOption(
      new Option('--format <format>', `${names.join(', ')}; may be given several times`).argParser((name: string) =>
        outputs.format(name),
      ),
    )
    .addOption(
      new Option(
        '--output <file>',
        'write the format before it to this file; alone, the format of its extension',
      ).argParser((path: string) => outputs.file(path)),
    )
    .addOption(new Option('--json', 'the same as --format json').argParser(() => undefined))
    .on('option:json', () => outputs.format('json'));
}

const gateFlags = (command: Command): Command =>
  command
    .option('--fail-under <score>', 'fail when the score is lower', number)
    .option('--fail-on <finding,…>', 'fail when one of these is found; `contradictions` stands for any of them', list)
    .option('--baseline <report.json>', 'fail when something is worse than in this earlier report')
    .option('--config <file>', 'take settings from this latchkey.config.json');

const scanningFlags = (command: Command): Command =>
  command
    .option('--allow-private', 'also scan addresses inside your own network')
    .option('--max-requests <n>', 'send at most this many requests (default 90)', positive)
    .option('--timeout <seconds>', 'end the scan after this time (default 45)', positive)
    .option('--no-browser', 'never render pages that are empty without JavaScript')
    .option('--browser <path>', 'render them with this Chromium')
    .option('--header <name: value>', 'send this field to the target’s own hosts; may be given several times', collect)
    .option('--resolve <host:port:address>', 'connect there for this host and port, as in curl', collect)
    .option('--ca <file>', 'trust these certificate authorities too (PEM)')
    .option('--user-agent <text>', 'send this User-Agent')
    .option(
      '--server <url>',
      'scan on a hosted instance; credentials: LATCHKEY_TOKEN, or LATCHKEY_SERVER_CLIENT_ID and LATCHKEY_SERVER_CLIENT_SECRET',
    )
    .option('--unlisted', 'with --server: keep the report out of its lists')
    .option('--proxy <url>', 'connect through this HTTP proxy, which looks the names up');

const codes = Object.values(exitCodes)
  .map(({ code, meaning }) => `  ${code}  ${meaning}`)
  .join('\n');

/** Builds the program. `ran` hears the exit code of the command that ran. */
export function createProgram(surroundings: Surroundings, ran: (code: ExitCode) => void): Command {
  const program = new Command('latchkey')
    .description(
      'Can an AI agent let itself in? Walks the road that an agent walks to an API, and proves where it ends.',
    )
    .version(engineVersion, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText(
      'after',
      `\nExit codes:\n${codes}\n\n\`latchkey <command> --help\` has the flags of a command; \`latchkey <url>\` scans.`,
    )
    .showSuggestionAfterError()
    .exitOverride();

  const scan = program
    .command('scan', { isDefault: true })
    .description('scan the API behind a web address')
    .argument('[url...]', 'web addresses of a site or its API')
    .addOption(new Option('--openapi <file|url>', 'the same as the command openapi').hideHelp())
    .addOption(new Option('--rejudge <report.json>', 'the same as the command rejudge').hideHelp());
  const scanOutputs = new Outputs(formatNames);
  gateFlags(scanningFlags(outputFlags(common(scan), scanOutputs, formatNames))).action(
    async (urls: string[], flags: ScanFlags & ReportFlags & { openapi?: string; rejudge?: string }) => {
      const { openapi, rejudge } = flags;
      if ([urls.length > 0, openapi !== undefined, rejudge !== undefined].filter(Boolean).length > 1)
        throw new Refusal('Give web addresses, --openapi or --rejudge, not several of them.');
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
    .description('scan, then do the handshake with your own client; fails when it does not get in')
    .argument('<url>', 'web address of the site or its API')
    .option('--scope <scope>', 'the scope to ask for')
    .option('--resource <url>', 'the API that the token is for (RFC 8707)')
    .option('--audience <name>', 'the same for servers that know no resource')
    .option('--token-endpoint <url>', 'the token endpoint, where it is not published')
    .option('--operation <path|url>', 'what to call with GET')
    .option('--key-in <place>', 'an API key instead of a client, in bearer, basic or header:<name>')
    .option('--confirm-host <host>', 'a further host that may receive the credential', collect)
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
    .description('judge an API description alone, without calling the API')
    .argument('[file|url]', 'OpenAPI 2.0 or 3.x, JSON or YAML; - for standard input')
    .option('--allow-private', 'also fetch it from inside your own network');
  gateFlags(outputFlags(common(openapi), openapiOutputs, formatNames)).action(
    async (source: string | undefined, flags: ReportFlags) => {
      const { runOpenapi } = await import('./commands/openapi.ts');
      ran(await runOpenapi(source, openapiOutputs, flags));
    },
  );

  const rejudgeOutputs = new Outputs(formatNames);
  const rejudge = program
    .command('rejudge')
    .description('judge stored reports again, without a request')
    .argument('<report>', 'JSON that a scan printed; - for standard input');
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
    .description('what changed from one report to another; fails when something got worse')
    .argument('<before>', 'report, as JSON')
    .argument('<after>', 'report, as JSON');
  outputFlags(common(compare), compareOutputs, compareNames).action(
    async (before: string, after: string, flags: { plain?: boolean; quiet?: boolean }) => {
      const { runCompare } = await import('./commands/compare.ts');
      ran(await runCompare(before, after, compareOutputs, flags));
    },
  );

  common(
    program
      .command('explain')
      .description('what a finding asks, what it is worth and what cannot be seen of it')
      .argument('<finding>', 'id of a signal, anti-pattern or flow')
      .option('--json', 'as JSON'),
  ).action(async (finding: string, flags: { json?: boolean; plain?: boolean }) => {
    const { runExplain } = await import('./commands/explain.ts');
    ran(await runExplain(finding, flags));
  });

  common(
    program
      .command('fix')
      .description('what to do about a finding of a report, with files to paste')
      .argument('<report>', 'report, as JSON')
      .argument('<finding>', 'id of a signal, an anti-pattern or a fix')
      .option('--json', 'as JSON')
      .option('--agent', 'the brief for a coding agent')
      .option('--framework <name>', 'with the files for this one, such as express'),
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
    .description('scan a list of names, resumable, with a summary of the whole')
    .argument('<file>', 'a name a line; # begins a comment; - for standard input')
    .option(
      '--into <folder>',
      'where rows, summary and page are kept; the same folder resumes (default: <file>.latchkey)',
    )
    .option('--concurrency <n>', 'scans at once (default: what this machine carries)', positive)
    .option('--pause <seconds>', 'between two scans of one domain (default 10)', number)
    .option('--keep-reports', 'keep each whole report too, in <folder>/reports')
    .option('--config <file>', 'take settings from this latchkey.config.json');
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
      .description('everything that a report can say, and what it is worth; all rules are in the program')
      .addArgument(new Argument('[what]').choices(listNames))
      .option('--json', 'as JSON'),
  ).action(async (what: ListName | undefined, flags: { json?: boolean; plain?: boolean }) => {
    const { runList } = await import('./commands/list.ts');
    ran(await runList(what, flags));
  });

  program
    .command('serve')
    .description('start the whole product, where it is installed')
    .action(async () => {
      const { startProduct } = surroundings;
      if (startProduct === null)
        throw new Refusal(
          'The product is not installed here, only its command: clone its repository and run `npm start` there.',
        );
      ran((await startProduct()) === 0 ? exitCodes.passed.code : exitCodes.notRun.code);
    });

  program
    .command('completion')
    .description('print completions for a shell')
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

/** Completions for shells, made from the program itself. */
import type { Argument, Command, Option } from 'commander';

export const shellNames = ['bash', 'zsh', 'fish'] as const;
export type ShellName = (typeof shellNames)[number];

const visible = (command: Command): readonly Option[] => command.createHelp().visibleOptions(command);
const namesOf = ({ short, long }: Option): string[] => [short, long].filter((name) => name !== undefined);
const choicesOf = ({ registeredArguments }: Command): string[] =>
  registeredArguments.flatMap(({ argChoices }: Argument) => argChoices ?? []);
/** In single quotes, as all three shells read them. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

function bash(program: Command): string {
  const commands = program.commands.map((command) => command.name());
  const cases = program.commands.map((command) => {
    const words = [...visible(command).flatMap(namesOf), ...choicesOf(command)];
    return `    ${command.name()}) words=${quoted(words.join(' '))} ;;`;
  });
  const names = visible(program).flatMap(namesOf);
  return `# bash completion for latchkey: latchkey completion bash > ~/.local/share/bash-completion/completions/latchkey
_latchkey() {
  local current=\${COMP_WORDS[COMP_CWORD]} words
  case \${COMP_WORDS[1]} in
${cases.join('\n')}
    *) words=${quoted([...commands, ...names].join(' '))} ;;
  esac
  [ "$COMP_CWORD" -eq 1 ] && words=${quoted([...commands, ...names].join(' '))}
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _latchkey latchkey
`;
}

function zsh(program: Command): string {
  const escape = (text: string) => text.replace(/[[\]:\\]/g, String.raw`\$&`);
  const cases = program.commands.map((command) => {
    const options = visible(command).flatMap((option) =>
      namesOf(option).map((name) =>
        quoted(`*${name}[${escape(option.description)}]${option.required ? ':value:_files' : ''}`),
      ),
    );
    const choices = choicesOf(command);
    const rest = quoted(choices.length > 0 ? `*:what:(${choices.join(' ')})` : '*:file:_files');
    return `    ${command.name()}) _arguments ${[...options, rest].join(' ')} ;;`;
  });
  return `#compdef latchkey
# zsh completion for latchkey: latchkey completion zsh > "\${fpath[1]}/_latchkey"
_latchkey() {
  if (( CURRENT == 2 )); then
    local -a commands=(${program.commands.map((command) => quoted(`${command.name()}:${escape(command.description())}`)).join(' ')})
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
    *) _files ;;
  esac
}
if [ "$funcstack[1]" = _latchkey ]; then _latchkey "$@"; else compdef _latchkey latchkey; fi
`;
}

function fish(program: Command): string {
  const line = (...parts: string[]) => `complete -c latchkey ${parts.join(' ')}`;
  const describe = (text: string) => `-d ${quoted(text)}`;
  return [
    '# fish completion for latchkey: latchkey completion fish > ~/.config/fish/completions/latchkey.fish',
    ...program.commands.map((command) =>
      line('-n __fish_use_subcommand', `-a ${command.name()}`, describe(command.description())),
    ),
    ...program.commands.flatMap((command) => {
      const within = `-n ${quoted(`__fish_seen_subcommand_from ${command.name()}`)}`;
      return [
        ...visible(command).map((option) =>
          line(
            within,
            ...(option.short ? [`-s ${option.short.slice(1)}`] : []),
            ...(option.long ? [`-l ${option.long.slice(2)}`] : []),
            ...(option.required ? ['-r'] : []),
            describe(option.description),
          ),
        ),
        ...choicesOf(command).map((choice) => line(within, `-a ${quoted(choice)}`)),
      ];
    }),
    '',
  ].join('\n');
}

const shells: Record<ShellName, (program: Command) => string> = { bash, zsh, fish };

export const completionFor = (shell: ShellName, program: Command): string => shells[shell](program);

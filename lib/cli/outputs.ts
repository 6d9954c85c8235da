/** Pairs of `--format` and `--output`: what is written where. */
import { extname } from 'node:path';
import { Refusal } from './exit.ts';
import { formats, type FormatName } from './formats.ts';

export interface Output<Name extends string = FormatName> {
  format: Name;
  /** Null: standard output. */
  file: string | null;
}

function byExtension<Name extends string>(file: string, allowed: readonly Name[]): Name {
  const extension = extname(file).slice(1).toLowerCase();
  const found = allowed.find((name) =>
    (formats[name as unknown as FormatName].extensions as readonly string[]).includes(extension),
  );
  if (found !== undefined) return found;
  throw new Refusal(`The name ${file} does not say which format it is: put --format before its --output.`);
}

/** Collects the options in the order in which they are given: each `--output` takes the `--format` before it, or the one of its extension. */
export class Outputs<Name extends string = FormatName> {
  readonly #allowed: readonly Name[];
  readonly #list: Output<Name>[] = [];

  constructor(allowed: readonly Name[]) {
    this.#allowed = allowed;
  }

  format(name: string): void {
    const format = this.#allowed.find((one) => one === name);
    if (format === undefined)
      throw new Refusal(
        `There is no format ${JSON.stringify(name.slice(0, 40))} here: choose from ${this.#allowed.join(', ')}.`,
      );
    this.#list.push({ format, file: null });
  }

  file(path: string): void {
    if (path === '') throw new Refusal('--output needs the name of a file.');
    const last = this.#list.at(-1);
    if (path === '-') {
      if (last === undefined || last.file !== null) throw new Refusal('Put --format before `--output -`.');
    } else if (last && last.file === null) last.file = path;
    else this.#list.push({ format: byExtension(path, this.#allowed), file: path });
  }

  /** What was asked for on the command line, else `configured`. @throws Refusal when two would end in the same place */
  resolve(configured: readonly Output<Name>[] = []): readonly Output<Name>[] {
    const list = this.#list.length > 0 ? this.#list : configured;
    const places = list.map(({ file }) => file);
    const twice = places.find((file, at) => places.indexOf(file) !== at);
    if (twice === null)
      throw new Refusal('Only one format can go to standard output: give each of the others its own --output.');
    if (twice !== undefined) throw new Refusal(`Two formats cannot be written to the same file, ${twice}.`);
    return list;
  }
}

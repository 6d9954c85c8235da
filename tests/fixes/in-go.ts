/** The app in Go, with its standard library alone. */
import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mountInto, sources, usual, type App } from './app.ts';

export const goApp: App = {
  id: 'go',
  framework: 'Go',
  version() {
    const { status, stdout } = spawnSync('go', ['version'], { encoding: 'utf8' });
    const [, version = ''] = / go([\d.]+) /.exec(stdout ?? '') ?? [];
    return status === 0 ? { is: `Go ${version}` } : { missing: 'there is no go (Debian: golang-go)' };
  },
  prepare(folder) {
    cpSync(join(sources, 'go/main.go'), join(folder, 'main.go'));
    writeFileSync(join(folder, 'go.mod'), 'module yourapp\n\ngo 1.19\n');
  },
  // What vet complains of is no Go that anybody would paste.
  command: () => ['bash', '-c', 'go vet ./... && go build -o app . && exec ./app'],
  mount: mountInto('main.go'),
  makeClient: () => 'go run ./machineaccess/client trial',
  trials: usual,
};

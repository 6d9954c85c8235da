/** Laravel, as Debian packages it: the framework, without its skeleton. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { mountInto, sources, usual, type App } from './app.ts';

export const laravelApp: App = {
  id: 'laravel',
  framework: 'Laravel',
  version() {
    const asked = "require 'Illuminate/autoload.php'; echo Illuminate\\Foundation\\Application::VERSION;";
    const { status, stdout } = spawnSync('php', ['-d', 'error_reporting=0', '-r', asked], { encoding: 'utf8' });
    return status === 0
      ? { is: `Laravel ${stdout.trim()}` }
      : { missing: 'PHP has no Laravel (Debian: php-cli php-laravel-framework php-mbstring php-xml)' };
  },
  prepare(folder) {
    cpSync(join(sources, 'laravel'), folder, { recursive: true });
    for (const below of ['app', 'framework/sessions', 'framework/views'])
      mkdirSync(join(folder, 'storage', below), { recursive: true });
    for (const path of ['bootstrap/cache', 'public']) mkdirSync(join(folder, path), { recursive: true });
  },
  // PHP's own server answers one request at a time in each of its workers.
  command: () => ['bash', '-c', 'PHP_CLI_SERVER_WORKERS=6 exec php -S "127.0.0.1:$PORT" -t public server.php'],
  mount: mountInto('app/AppServiceProvider.php'),
  makeClient: () => 'php app/Machine/make-client.php trial',
  trials: usual,
};

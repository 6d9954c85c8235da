/** Rails, as Debian packages it, and Doorkeeper in it. */
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { change, sources, usual, type App } from './app.ts';
import { mount } from './mount.ts';

/** The version that a line of Ruby prints, or that it cannot. */
function packaged(called: string, line: string, packages: string): ReturnType<App['version']> {
  const { status, stdout } = spawnSync('ruby', ['-e', line], { encoding: 'utf8' });
  return status === 0
    ? { is: `${called} ${stdout.trim()}` }
    : { missing: `Ruby has no ${called} (Debian: ${packages})` };
}

/** Lines say in their first comment which file they belong into. */
function mountRails(controller: string): App['mount'] {
  const files: readonly [RegExp, string][] = [
    [/^# config\/routes\.rb/, 'config/routes.rb'],
    [/^# config\/initializers\/doorkeeper\.rb/, 'config/initializers/doorkeeper.rb'],
    [/^# in the controllers/, controller],
  ];
  return (folder, lines) => {
    for (const section of lines.split(/\n\n/)) {
      const file = files.find(([head]) => head.test(section))?.[1];
      if (file === undefined) throw new Error(`Where does this go? ${section}`);
      const rest = section.slice(section.indexOf('\n') + 1);
      change(join(folder, file), (text) => mount(text, rest));
    }
  };
}

const serve = ['bash', '-c', 'RAILS_ENV=production exec puma -q -t 1:8 -b "tcp://127.0.0.1:$PORT" config.ru'];

const rails: App = {
  id: 'rails',
  framework: 'Rails',
  version: () => packaged('Rails', "require 'rails'; puts Rails.version", 'ruby-rails puma'),
  prepare: (folder) => cpSync(join(sources, 'rails'), folder, { recursive: true }),
  command: () => serve,
  mount: mountRails('app/controllers/orders_controller.rb'),
  makeClient: () => `RAILS_ENV=production bin/rails runner 'MachineClients.tell(*ARGV)' trial`,
  trials: usual,
};

/** The authorization server of Rails's ecosystem as it is told to let programs in. */
const doorkeeper: App = {
  id: 'doorkeeper',
  framework: 'Rails',
  product: 'doorkeeper',
  version: () =>
    packaged(
      'Doorkeeper',
      "require 'rails'; require 'active_record/railtie'; require 'sqlite3'; require 'doorkeeper'; puts Doorkeeper::VERSION::STRING",
      'ruby-doorkeeper ruby-rails ruby-sqlite3 puma',
    ),
  prepare(folder) {
    cpSync(join(sources, 'doorkeeper'), folder, { recursive: true });
    const commands = ['generate doorkeeper:migration', 'db:migrate', 'runner people.rb'];
    const { status, stderr, stdout } = spawnSync('sh', ['-ec', commands.map((one) => `bin/rails ${one}`).join('\n')], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, RAILS_ENV: 'production' },
    });
    if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  },
  command: () => serve,
  mount: mountRails('app/controllers/orders_controller.rb'),
  env: { RAILS_ENV: 'production' },
  trials: [['bare', 'client-credentials']],
};

export const rubyProducts: readonly App[] = [doorkeeper];
export const rubyApps: readonly App[] = [rails];

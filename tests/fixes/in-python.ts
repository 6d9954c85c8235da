/** The apps of Python's frameworks, as Debian packages them. */
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { mountInto, sources, usual, type App } from './app.ts';

/** Debian's Python, for which Debian's packages are installed; a virtual environment has none of them. */
const interpreter = '/usr/bin/python3';
const secret = 'secret-of-the-billing-export-of-this-run';

/** The version of a package, or that it is not there. */
function packaged(called: string, name: string): ReturnType<App['version']> {
  const asked = `from importlib.metadata import version; print(version(${JSON.stringify(name)}))`;
  const { status, stdout } = spawnSync(interpreter, ['-c', asked], { encoding: 'utf8' });
  return status === 0
    ? { is: `${called} ${stdout.trim()}` }
    : { missing: `${interpreter} has no package ${name} (Debian: python3-${name.toLowerCase()})` };
}

function inPython(id: string, framework: string, name: string): App {
  return {
    id,
    framework,
    version: () => packaged(framework, name),
    prepare(folder) {
      cpSync(join(sources, id, 'app.py'), join(folder, 'app.py'));
      cpSync(join(sources, 'site.py'), join(folder, 'site_of_trial.py'));
    },
    command: () => [interpreter, 'app.py'],
    mount: mountInto('app.py'),
    makeClient: () => `${interpreter} machine_clients.py trial`,
    trials: usual,
  };
}

export const pythonApps: readonly App[] = [
  inPython('fastapi', 'FastAPI', 'fastapi'),
  inPython('flask', 'Flask', 'Flask'),
  inPython('django', 'Django', 'Django'),
];

/** The authorization server of Django's ecosystem as it is told to let programs in. */
const toolkit: App = {
  id: 'django-oauth-toolkit',
  framework: 'Django',
  product: 'django-oauth-toolkit',
  version: () => packaged('django-oauth-toolkit', 'django-oauth-toolkit'),
  prepare(folder) {
    cpSync(join(sources, 'django-oauth-toolkit'), folder, { recursive: true });
    for (const args of [['manage.py', 'migrate', '-v0'], ['people.py']]) {
      const { status, stderr } = spawnSync(interpreter, args, { cwd: folder, encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
    }
  },
  command: () => ['bash', '-c', `exec ${interpreter} manage.py runserver "127.0.0.1:$PORT" --noreload`],
  mount: mountInto('urls.py'),
  client: { id: 'billing-export', secret },
  // The command of the fix says python3: that of Debian, which has the packages.
  env: { BILLING_EXPORT_SECRET: secret, PATH: `/usr/bin:${process.env['PATH'] ?? ''}` },
  paths: { authorize: '/o/authorize/', token: '/o/token/' },
  // Its token endpoint knows the grant from the start: what is missing is a client, and that it is told of.
  trials: [
    ['bare', 'self-service-keys'],
    ['bare', 'metadata'],
  ],
};
export const pythonProducts: readonly App[] = [toolkit];

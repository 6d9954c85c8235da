/** Express, and nginx before it, for the fixes that are the same for every framework. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fix } from '../../lib/scan/schema/report.ts';
import { change, mountInto, type App } from './app.ts';
import { nodeApp, tsx } from './in-node.ts';

const secret = 'secret-of-this-run';
const form = { 'content-type': 'application/x-www-form-urlencoded' };

function way(over: Partial<App> & Pick<App, 'trials'>): App {
  const { makeClient: _none, ...express } = nodeApp('ways', 'Express', 'express');
  return { ...express, mount: mountInto('app.ts'), ...over };
}

/** A limit answers in JSON and says when to come back. */
async function isLimited(url: string): Promise<string[]> {
  for (let asked = 0; asked < 40; asked += 1) {
    const answer = await fetch(`${url}/developers/keys`, { method: 'POST', headers: form, body: '' });
    if (answer.status !== 429) continue;
    const { error } = (await answer.json()) as { error?: string };
    return error === 'too_many_requests' && answer.headers.has('retry-after') ? [] : ['its 429 cannot be read'];
  }
  return ['forty requests in a row are not limited'];
}

/** The scanner gets the API's own answer, others with a name like that meet the wall as before. */
async function isOpenToUs(url: string): Promise<string[]> {
  const asked = async (agent: string) =>
    (await fetch(`${url}/v1/orders`, { headers: { 'user-agent': agent } })).headers.get('content-type') ?? '';
  return [
    ...((await asked('Latchkey/1')).includes('json') ? [] : ['the scanner meets the wall']),
    ...((await asked('some-other-bot')).includes('html') ? [] : ['the wall is gone for everybody']),
  ];
}

/** A wall for programs by their name, in nginx as it is often written. */
const nginxConf = `daemon off;
master_process off;
error_log stderr warn;
pid nginx.pid;
events {}
http {
    access_log off;
    client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
    include agents.conf;
    server {
        listen 127.0.0.1:PORT;
        if ($blocked_agent) { return 418; }
        error_page 418 = @challenge;
        location @challenge {
            default_type text/html;
            add_header cf-mitigated challenge always;
            return 403 '<!doctype html><title>Just a moment...</title><p>Checking your browser.</p>';
        }
        location / { proxy_pass http://unix:FOLDER/app.sock; }
        GUARDED
    }
}
`;

/** nginx before the app, with what it guards, if anything. */
const behindNginx = (guarded: string, shutOut: string, over: Partial<App> & Pick<App, 'trials'>): App => {
  const node = way({ trials: [] });
  return {
    ...node,
    version() {
      const { status, stderr } = spawnSync('nginx', ['-v'], { encoding: 'utf8' });
      const [, version = ''] = /nginx\/(\S+)/.exec(stderr ?? '') ?? [];
      return status === 0 ? { is: `nginx ${version}` } : { missing: 'there is no nginx (Debian: nginx-light)' };
    },
    prepare(folder) {
      node.prepare(folder);
      writeFileSync(
        join(folder, 'nginx.conf'),
        nginxConf.replaceAll('FOLDER', folder).replace('GUARDED', guarded.replaceAll('FOLDER', folder)),
      );
      writeFileSync(join(folder, 'htpasswd'), 'ann:{PLAIN}tulip\n');
      writeFileSync(
        join(folder, 'agents.conf'),
        `map $http_user_agent $blocked_agent { default 0; "~*(${shutOut})" 1; }\n`,
      );
    },
    command: () => [
      'bash',
      '-c',
      `sed -i "s/127.0.0.1:[A-Z0-9]*/127.0.0.1:$PORT/" nginx.conf; rm -f app.sock; APP_SOCKET="$PWD/app.sock" '${process.execPath}' --import '${tsx}' app.ts & until [ -S app.sock ]; do sleep 0.1; done; exec nginx -p "$PWD" -c nginx.conf`,
    ],
    ...over,
  };
};

const textOf = ({ artefacts }: Fix, title: RegExp): string =>
  artefacts.find((one) => title.test(one.title))?.text ?? '';

const walled = behindNginx('', 'bot|crawler|spider|scan|latchkey', {
  apply: (fix, folder) => writeFileSync(join(folder, 'agents.conf'), textOf(fix, /^nginx/)),
  after: isOpenToUs,
  trials: [['walled', 'allow-scanner']],
});

/** nginx itself guards the API, by name and password. */
const guarding = behindNginx(
  'location /v1/orders { auth_basic "orders"; auth_basic_user_file FOLDER/htpasswd; proxy_pass http://unix:FOLDER/app.sock; }',
  'never',
  {
    id: 'nginx',
    framework: 'nginx',
    product: 'nginx',
    apply(fix, folder) {
      const [inLocation = '', beside = ''] = textOf(fix, /^unauthorized\.conf/).split('# beside it, in server {}:');
      change(join(folder, 'nginx.conf'), (text) =>
        text
          .replace('auth_basic "orders";', `auth_basic "orders";\n${inLocation}`)
          .replace('location / {', `${beside}\nlocation / {`),
      );
    },
    trials: [['basic', 'structured-401']],
  },
);

export const ways: readonly App[] = [
  way({ trials: [['timeless', 'token-expiry']], client: { id: 'export', secret } }),
  way({ trials: [['captcha', 'captcha']], after: isLimited }),
  way({ trials: [['unpublished', 'publish-api']] }),
  walled,
  guarding,
];

/**
 * Keeps one comment on a pull request: written the first time, changed from then on. It says what changed since the baseline, and the walk.
 * Without a pull request, a report or the right to comment it does nothing, and says so where somebody may wonder.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const { PROGRAM, REPORT, BASELINE, SUBJECT, COMMENT, GITHUB_TOKEN, GITHUB_REPOSITORY, GITHUB_EVENT_PATH } = process.env;
const api = process.env.GITHUB_API_URL || 'https://api.github.com';
/** Longest body of a comment on GitHub, with room to spare. */
const longest = 60_000;

const latchkey = (...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status === 2 || status === null) throw new Error(stderr.trim());
  return stdout;
};

/** The report as far as its walk, and before it what changed. */
function bodyOf(marker) {
  const report = latchkey('rejudge', REPORT, '--format', 'markdown').split('\n## Signals\n')[0];
  const changes = BASELINE && existsSync(BASELINE) ? latchkey('compare', BASELINE, REPORT, '--format', 'markdown') : '';
  const what = changes === '' ? '' : `## What changed\n\n${changes}\n`;
  return `${marker}\n${report}\n${what}`.slice(0, longest);
}

async function call(path, method = 'GET', body) {
  const response = await fetch(path.startsWith('http') ? path : `${api}${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${GITHUB_TOKEN}`,
      'x-github-api-version': '2022-11-28',
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok)
    throw new Error(`GitHub answered ${response.status} to ${method} ${new URL(response.url).pathname}.`);
  return response.json();
}

async function existing(number, marker) {
  for (let page = 1; ; page += 1) {
    const comments = await call(`/repos/${GITHUB_REPOSITORY}/issues/${number}/comments?per_page=100&page=${page}`);
    const found = comments.find(({ body }) => body?.startsWith(marker));
    if (found || comments.length < 100) return found;
  }
}

const event =
  GITHUB_EVENT_PATH && existsSync(GITHUB_EVENT_PATH) ? JSON.parse(readFileSync(GITHUB_EVENT_PATH, 'utf8')) : {};
const number = event.pull_request?.number;
if (COMMENT !== 'false' && number && REPORT && GITHUB_TOKEN) {
  // Of one target, so that several uses of the action in one workflow keep a comment each.
  const marker = `<!-- latchkey ${Buffer.from(SUBJECT ?? '').toString('base64url')} -->`;
  try {
    const body = bodyOf(marker);
    const found = await existing(number, marker);
    if (found) await call(`/repos/${GITHUB_REPOSITORY}/issues/comments/${found.id}`, 'PATCH', { body });
    else await call(`/repos/${GITHUB_REPOSITORY}/issues/${number}/comments`, 'POST', { body });
  } catch (error) {
    // A pull request from a fork has a token that only reads.
    process.stdout.write(
      `::warning title=Latchkey::The comment could not be written: ${error.message.replaceAll(/\s+/g, ' ')}\n`,
    );
  }
}

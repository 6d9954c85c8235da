import { spawn, type ChildProcess } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { groupOf, memoryOf, processesOf, watchMemory } from '../../../../lib/scan/render/processes.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const { pid } of children.splice(0)) if (pid !== undefined) process.kill(-pid, 'SIGKILL');
});

/** A process group of its own that holds about `mib` of memory and has one child. */
async function group(mib: number): Promise<number> {
  const code = `require('node:child_process').spawn('sleep', ['30']); globalThis.held = Buffer.alloc(${mib} * 1048576, 1); process.stdout.write('ready'); setInterval(() => {}, 1000)`;
  const child = spawn(process.execPath, ['-e', code], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  return child.pid ?? 0;
}

describe.runIf(process.platform === 'linux')('memory of a process group', () => {
  it('finds every process of the group and adds up what they hold', async () => {
    const pid = await group(200);
    expect(await processesOf(pid)).toContain(pid);
    expect(await processesOf(pid)).toHaveLength(2);
    expect(await Promise.all((await processesOf(pid)).map(groupOf))).toEqual([pid, pid]);
    expect(await memoryOf(pid)).toBeGreaterThan(200 * 1048576);
    expect(await memoryOf(pid)).toBeLessThan(400 * 1048576);
  });

  it('remembers who is a stranger, and finds who comes later all the same', async () => {
    const strangers = new Set<string>();
    const first = await group(1);
    expect(await processesOf(first, strangers)).toHaveLength(2);
    expect(strangers).toContain(String(process.pid));
    expect(strangers).not.toContain(String(first));
    expect(await processesOf(first, strangers)).toHaveLength(2);
    const second = await group(1);
    expect(await processesOf(second, new Set(strangers))).toContain(second);
    strangers.add('gone');
    await processesOf(first, strangers);
    expect(strangers).not.toContain('gone');
  });

  it('finds nothing where there is no such group', async () => {
    expect(await processesOf(2 ** 22 + 1)).toEqual([]);
    expect(await memoryOf(2 ** 22 + 1)).toBe(0);
    expect(await groupOf(2 ** 22 + 1)).toBeNull();
  });

  it('calls once when the group holds too much, and not when it does not or was stopped', async () => {
    const pid = await group(150);
    const calls = { much: 0, little: 0, stopped: 0, failed: 0 };
    const failed = () => {
      calls.failed += 1;
    };
    const stops = [
      watchMemory(pid, 100 * 1048576, 20, () => (calls.much += 1), failed),
      watchMemory(pid, 1000 * 1048576, 20, () => (calls.little += 1), failed),
      watchMemory(pid, 100 * 1048576, 20, () => (calls.stopped += 1), failed),
    ];
    stops[2]?.();
    await expect.poll(() => calls.much).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 150));
    for (const stop of stops) stop();
    expect(calls).toEqual({ much: 1, little: 0, stopped: 0, failed: 0 });
  });
});

/** What the operator's page says about the browser that renders. */
import { describe, expect, it } from 'vitest';
import { noteRenderer, rendererState } from '../../lib/admin/renderer.ts';
import { db } from '../../lib/db/index.ts';
import { rendererUser } from '../../worker/renderer-user.ts';

describe('the state of the browser', () => {
  it('is unknown, then what the last worker noted, and never what makes no sense', async () => {
    await db().siteSetting.deleteMany({ where: { name: 'renderer' } });
    expect(await rendererState()).toBeNull();
    await noteRenderer({ sandbox: true, problem: null, machine: 'one' });
    const second = { sandbox: false, problem: 'this process runs as root', shared: 'no other is set', machine: 'two' };
    await noteRenderer(second);
    expect(await rendererState()).toMatchObject({ ...second, at: expect.any(Date) });
    await db().siteSetting.update({ where: { name: 'renderer' }, data: { value: 'nonsense' } });
    expect(await rendererState()).toBeNull();
  });
});

describe('the user that the browser runs as', () => {
  it('is looked up by its name, and must be there', async () => {
    expect(await rendererUser(undefined)).toEqual({});
    expect(await rendererUser('root')).toEqual({ renderAs: { uid: 0, gid: 0 } });
    await expect(rendererUser('latchkey-nobody-at-all')).rejects.toThrow(
      /RENDERER_USER names latchkey-nobody-at-all, and this machine has no such user/,
    );
  });
});

/** Worlds on loopback TLS in a process of their own, so that their work is not counted as the scanner's. Tells what scans of them must be given. */
import { worlds } from '../../tests/worlds/sites/index.ts';
import { serve } from '../../tests/worlds/lib/serve.ts';

const [, , ids = '', latency = '0'] = process.argv;
const served = await Promise.all(
  ids.split(',').map(async (id) => {
    const world = worlds.find((w) => w.id === id);
    if (!world) throw new Error(`There is no world called ${id}.`);
    const { options, stop } = await serve(world, { latencyMs: Number(latency) });
    const { connectTo, ...rest } = options;
    // Every host of a world listens on the same two ports, so its first one tells them.
    const [host = ''] = Object.keys(world.hosts);
    return {
      stop,
      told: { id, target: world.target, options: rest, https: connectTo?.(host, 443), http: connectTo?.(host, 80) },
    };
  }),
);
process.send?.(served.map(({ told }) => told));
process.on('disconnect', () => void Promise.all(served.map(({ stop }) => stop())).then(() => process.exit(0)));

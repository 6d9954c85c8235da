/** A loopback TLS target in a process of its own, so that its work is not counted as the scanner's. Prints what a scan must be given. */
import { worlds } from '../../tests/worlds/sites/index.ts';
import { serve } from '../../tests/worlds/lib/serve.ts';

const [, , id = '', latency = '0'] = process.argv;
const world = worlds.find((w) => w.id === id);
if (!world) throw new Error(`There is no world called ${id}.`);
const served = await serve(world, { latencyMs: Number(latency) });
const { connectTo, ...options } = served.options;
// Every host of a world listens on the same two ports, so its first one tells them.
const [host = ''] = Object.keys(world.hosts);
const https = connectTo?.(host, 443);
const http = connectTo?.(host, 80);
process.send?.({ target: world.target, options, https, http });
process.on('disconnect', () => void served.stop().then(() => process.exit(0)));

/** A name server on loopback that knows the hosts of one world and says NXDOMAIN to everything else. */
import { createSocket } from 'node:dgram';
import { createHash } from 'node:crypto';

/** The host of a world that answers for a name: itself, or a `*.` entry above it. */
export function hostFor(name: string, hosts: readonly string[]): string | undefined {
  const wanted = name.toLowerCase().replace(/\.$/, '');
  if (hosts.includes(wanted)) return wanted;
  return hosts.find((host) => host.startsWith('*.') && wanted.endsWith(host.slice(1)));
}

/** Every entry gets its own loopback address, so that a wildcard name shows by its address as it does in the real DNS. */
export function addressOf(host: string): [number, number, number, number] {
  const hash = createHash('sha256').update(host).digest();
  return [127, 1 + ((hash[0] ?? 0) % 250), hash[1] ?? 0, 1 + ((hash[2] ?? 0) % 250)];
}

export interface NameServer {
  port: number;
  stop(): Promise<void>;
}

/** Starts the name server. Answers A queries; AAAA of a known name is an empty answer. */
export async function startNameServer(hosts: readonly string[]): Promise<NameServer> {
  const socket = createSocket('udp4');
  socket.on('message', (query, peer) => {
    const labels: string[] = [];
    let at = 12;
    for (let size = query[at] ?? 0; size > 0 && at < query.length; size = query[at] ?? 0) {
      labels.push(query.toString('latin1', at + 1, at + 1 + size));
      at += size + 1;
    }
    if (at + 5 > query.length) return;
    const type = query.readUInt16BE(at + 1);
    const host = hostFor(labels.join('.'), hosts);
    const answers = host !== undefined && type === 1;
    const head = Buffer.alloc(12);
    query.copy(head, 0, 0, 2);
    head.writeUInt16BE(host === undefined ? 0x8183 : 0x8180, 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(answers ? 1 : 0, 6);
    const record = answers
      ? Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...addressOf(host)])
      : Buffer.alloc(0);
    socket.send(Buffer.concat([head, query.subarray(12, at + 5), record]), peer.port, peer.address);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(0, '127.0.0.1', resolve);
  });
  return { port: socket.address().port, stop: () => new Promise((resolve) => socket.close(() => resolve())) };
}

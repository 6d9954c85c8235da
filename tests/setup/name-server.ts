/** A name server of the test's own that knows TXT records alone (RFC 1035 §4); everything else does not exist. */
import { createSocket } from 'node:dgram';

export interface NameServer {
  /** `address:port`, as settings name it. */
  address: string;
  /** Texts by name. */
  records: Map<string, string[]>;
  /** Every name that was asked for; may be emptied. */
  questions: string[];
  close(): void;
}

export async function startNameServer(): Promise<NameServer> {
  const records = new Map<string, string[]>();
  const questions: string[] = [];
  const answerTo = (query: Buffer): Buffer => {
    const labels: string[] = [];
    let at = 12;
    for (let size = query[at] ?? 0; size > 0; size = query[at] ?? 0) {
      labels.push(query.toString('latin1', at + 1, at + 1 + size));
      at += size + 1;
    }
    const name = labels.join('.').toLowerCase();
    questions.push(name);
    const texts = query.readUInt16BE(at + 1) === 16 ? (records.get(name) ?? []) : [];
    const head = Buffer.alloc(12);
    query.copy(head, 0, 0, 2);
    head.writeUInt16BE(texts.length > 0 ? 0x8180 : 0x8183, 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(texts.length, 6);
    const answers = texts.map((text) => {
      const fixed = Buffer.from([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 0, 0, text.length + 1, text.length]);
      return Buffer.concat([fixed, Buffer.from(text, 'latin1')]);
    });
    return Buffer.concat([head, query.subarray(12, at + 5), ...answers]);
  };
  const socket = createSocket('udp4');
  socket.on('message', (query, peer) => socket.send(answerTo(query), peer.port, peer.address));
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return { address: `127.0.0.1:${socket.address().port}`, records, questions, close: () => socket.close() };
}

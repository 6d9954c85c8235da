/** The Redis that tests may use: the one of REDIS_URL or TEST_REDIS_URL, else one on this machine. */
import { connect } from 'node:net';

/** Whether a Redis answers at the address. */
function answers(url) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 6379), timeout: 1500 });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => socket.write('PING\r\n'));
    // A server that wants a password answers -NOAUTH; it is a Redis all the same.
    socket.once('data', (data) => end(/^(\+PONG|-NOAUTH)/.test(String(data))));
    for (const event of ['error', 'timeout', 'close']) socket.once(event, () => end(false));
  });
}

/** Its address, or null when none answers. */
export async function findRedis() {
  const url = process.env.REDIS_URL || process.env.TEST_REDIS_URL || 'redis://127.0.0.1:6379';
  return (await answers(url)) ? url : null;
}

/** What Next draws around documents that are no pages of its own: styles, fonts, header and footer. Fetched from this very process, once for each of its looks. */
import type { IncomingMessage } from 'node:http';
import { bodyMark, headMark } from '@/components/report/document-frame.tsx';
import { themeCookie, type Theme } from '@/components/theme.ts';
import { isDevPolicy } from './policy.ts';

/** Markup of a document: tags of its head, and its main part. */
export interface Parts {
  head: string;
  body: string;
}

/** What may differ around a document. */
export interface Look {
  theme: Theme;
  /** Whether the footer leads to the leaderboard. */
  leaderboard: boolean;
}

export interface Frame {
  /** Tells it from frames of other looks. */
  name: string;
  filled: (parts: Parts) => Buffer;
  /** The policy that it was drawn under, where the development server has scripts of its own in it. */
  devPolicy: string | null;
}

const frames = new Map<string, Promise<Frame>>();

/** @throws when the page is not what pages/frame.tsx draws */
function frameOf(name: string, page: string, policy: string | null): Frame {
  const [before, rest, ...more] = page.split(new RegExp(`<title[^>]*>${headMark}</title>`));
  const [between, after] = rest?.split(bodyMark) ?? [];
  if (before === undefined || between === undefined || after === undefined || more.length > 0)
    throw new Error('The page that Next drew around a document has no place for it.');
  return {
    name,
    filled: ({ head, body }) => Buffer.from([before, head, between, body, after].join('')),
    devPolicy: isDevPolicy(policy) ? policy : null,
  };
}

/** Asks at the address at which this request came in: whatever the server listens on, it answers there. */
async function fetched(
  name: string,
  { localAddress = '127.0.0.1', localPort }: IncomingMessage['socket'],
  { theme, leaderboard }: Look,
) {
  const host = localAddress.includes(':') ? `[${localAddress}]` : localAddress;
  const page = await fetch(`http://${host}:${localPort}/frame${leaderboard ? '?leaderboard=yes' : ''}`, {
    headers: { accept: 'text/html', cookie: `${themeCookie}=${theme}` },
    signal: AbortSignal.timeout(10_000),
  });
  return frameOf(name, await page.text(), page.headers.get('content-security-policy'));
}

/** The frame of a look. The development server's is never kept. */
export async function frameFor(socket: IncomingMessage['socket'], look: Look): Promise<Frame> {
  const name = JSON.stringify(look);
  const known = frames.get(name);
  if (known) return known;
  const asked = fetched(name, socket, look);
  frames.set(name, asked);
  try {
    const frame = await asked;
    if (frame.devPolicy !== null) frames.delete(name);
    return frame;
  } catch (error) {
    frames.delete(name);
    throw error;
  }
}

/** What Next draws around documents that are no pages of its own: styles, fonts, header and footer. Fetched from this very process, once for each choice of colours. */
import type { IncomingMessage } from 'node:http';
import { bodyMark, headMark } from '@/components/report/document-frame.tsx';
import { themeCookie, type Theme } from '@/components/theme.ts';
import { isDevPolicy } from './policy.ts';

/** Markup of a document: tags of its head, and its main part. */
export interface Parts {
  head: string;
  body: string;
}

export interface Frame {
  filled: (parts: Parts) => Buffer;
  /** The policy that it was drawn under, where the development server has scripts of its own in it. */
  devPolicy: string | null;
}

const frames = new Map<Theme, Promise<Frame>>();

/** @throws when the page is not what pages/frame.tsx draws */
function frameOf(page: string, policy: string | null): Frame {
  const [before, rest, ...more] = page.split(new RegExp(`<title[^>]*>${headMark}</title>`));
  const [between, after] = rest?.split(bodyMark) ?? [];
  if (before === undefined || between === undefined || after === undefined || more.length > 0)
    throw new Error('The page that Next drew around a document has no place for it.');
  return {
    filled: ({ head, body }) => Buffer.from([before, head, between, body, after].join('')),
    devPolicy: isDevPolicy(policy) ? policy : null,
  };
}

/** Asks at the address at which this request came in: whatever the server listens on, it answers there. */
async function fetched({ localAddress = '127.0.0.1', localPort }: IncomingMessage['socket'], theme: Theme) {
  const host = localAddress.includes(':') ? `[${localAddress}]` : localAddress;
  const page = await fetch(`http://${host}:${localPort}/frame`, {
    headers: { accept: 'text/html', cookie: `${themeCookie}=${theme}` },
    signal: AbortSignal.timeout(10_000),
  });
  return frameOf(await page.text(), page.headers.get('content-security-policy'));
}

/** The frame for a reader's colours. The development server's is never kept. */
export async function frameFor(socket: IncomingMessage['socket'], theme: Theme): Promise<Frame> {
  const known = frames.get(theme);
  if (known) return known;
  const asked = fetched(socket, theme);
  frames.set(theme, asked);
  try {
    const frame = await asked;
    if (frame.devPolicy !== null) frames.delete(theme);
    return frame;
  } catch (error) {
    frames.delete(theme);
    throw error;
  }
}

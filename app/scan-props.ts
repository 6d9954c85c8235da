/** Where the forms of pages are sent: asks for a scan and goes to it. */
import type { GetServerSidePropsContext } from 'next';
import { formWithin } from '@/app/body.ts';
import { refuseForm } from '@/app/home-props.ts';
import { sent, takes, type DocumentResult } from '@/app/plain-document.ts';
import { refusalOf, type Refusal } from '@/app/refusals.ts';
import { notFromHere, senderOf } from '@/app/sender.ts';
import { visitorOf } from '@/app/visitor.ts';
import { requestScan } from '@/lib/scans.ts';

/** The form has three fields; the longest address that is taken is far shorter. */
const largestForm = 64 * 1024;

const unread: Refusal = {
  code: 'unreadable-form',
  message:
    'What was sent is no form, or is longer than any address. Type the address of a site or an API, nothing else.',
  status: 400,
  retryAfterSeconds: null,
};

const to = (destination: string): DocumentResult => ({ redirect: { destination, statusCode: 303 } });

/** Goes to the scan; when it is refused, the home page comes back with the reason and with what was typed. */
export async function serveScan(context: GetServerSidePropsContext): Promise<DocumentResult> {
  const { req, res } = context;
  if (!takes(context, ['GET', 'HEAD', 'POST'])) return sent;
  if (req.method !== 'POST') return to('/');
  const headers = new Headers(
    Object.entries(req.headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, one]),
    ),
  );
  // Programs have an API.
  if (senderOf(headers) !== 'here') {
    res.statusCode = 403;
    res.setHeader('content-type', 'text/plain; charset=utf-8');
    res.end(`${notFromHere}\n`);
    return sent;
  }
  const data = await formWithin({ headers, body: req }, largestForm);
  if (data === null) return refuseForm(context, { typed: '', unlisted: false }, unread);
  const target = data.get('target');
  const typed = typeof target === 'string' ? target : '';
  const unlisted = data.get('unlisted') === 'yes';
  try {
    const { scan } = await requestScan(typed, {
      again: data.get('again') === 'yes',
      unlisted,
      visitor: visitorOf(headers),
    });
    return to(`/scan/${scan.id}`);
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return refuseForm(context, { typed, unlisted }, refusal);
  }
}

/** How the API answers a program that brings nothing: one reading of every call, used by signals, traps and the journey alike. */
import { readBareAnswer, refusalShapes, unreadable, type RefusalShape } from '../read/bare-answer.ts';
import type { Call, CallAnswer } from '../types.ts';

export interface Access {
  /** Calls whose bare answer shows protection, with the rung, best-evidenced API kind first. */
  guarded: { call: Call; answer: CallAnswer; rung: RefusalShape }[];
  /** Calls that told of the credential only once a bad token was sent, with that answer. */
  late: { call: Call; answer: CallAnswer }[];
  open: { call: Call; answer: CallAnswer }[];
  unobserved: Call[];
}

/** The business's own API speaks before the userinfo endpoint of its login, and that before an MCP server. */
function kindRank(call: Call): number {
  if (call.kind === 'mcp' || call.kind === 'a2a') return 2;
  return call.via === 'metadata' ? 1 : 0;
}

/** Data of its own: an index leads on, and what a random path answers alike is no resource (STANDARDS G1). */
const holdsData = ({ bare, control }: Call): boolean =>
  bare !== null && !bare.index && !(control?.status === bare.status && control.digest === bare.digest);

/** What an open MCP server answers to other kinds of request speaks of its sessions, not of credentials. */
function ofOneKind(calls: readonly Call[]): Call[] {
  const open = new Set(calls.filter(({ kind, bare }) => kind === 'mcp' && bare?.status === 200).map(({ url }) => url));
  return calls.filter(({ kind, url }) => kind === 'mcp' || !open.has(url));
}

/**
 * Sorts calls into guarded, open and unobserved. Of the guarded calls only those of the best-ranked kind are kept, and the
 * best answer leads: one endpoint that tells an agent what to bring is enough for it to learn.
 */
export function readAccess(calls: readonly Call[]): Access {
  const access: Access = { guarded: [], late: [], open: [], unobserved: [] };
  for (const call of ofOneKind(calls)) {
    const reading = readBareAnswer(call.bare, call.declaredProtected);
    if (
      reading.kind === 'nothing' &&
      call.bearer?.status === 401 &&
      !call.bearer.wall &&
      call.bearer.error.format === 'json'
    )
      access.late.push({ call, answer: call.bearer });
    if (reading.kind === 'unobserved') access.unobserved.push(call);
    // An MCP server may answer as an event stream; that it answered at all was checked by the probe.
    else if (
      call.bare &&
      ((reading.kind === 'open' && holdsData(call)) || (call.kind === 'mcp' && call.bare.status === 200))
    )
      access.open.push({ call, answer: call.bare });
    // The userinfo endpoint is the login's, not the API's: how it fails to answer says nothing of the API.
    else if (
      call.via === 'metadata' &&
      call.kind === 'rest' &&
      reading.kind === 'protected' &&
      unreadable(reading.shape)
    )
      continue;
    else if (call.bare && reading.kind === 'protected')
      access.guarded.push({ call, answer: call.bare, rung: reading.shape });
  }
  const best = Math.min(...access.guarded.map(({ call }) => kindRank(call)));
  access.guarded = access.guarded
    .filter(({ call }) => kindRank(call) === best)
    .sort((a, b) => refusalShapes.indexOf(a.rung) - refusalShapes.indexOf(b.rung));
  return access;
}

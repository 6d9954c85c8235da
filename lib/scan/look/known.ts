/** Everything that a crawl has read so far. */
import type {
  Announced,
  Call,
  Captcha,
  Description,
  Evidence,
  Failure,
  HttpResponse,
  McpFact,
  Page,
  PageFact,
  Reach,
  Registration,
  Surface,
  Via,
} from '../types.ts';
import type { AuthorizationServer, ProtectedResource } from '../types.ts';
import type { Affiliation } from './affiliation.ts';
import type { Candidate } from './call-candidates.ts';
import type { HostRole } from './host-names.ts';
import { createLinkQueue, type LinkQueue } from './link-queue.ts';
import type { Mention } from './mentions.ts';
import type { RatedLink } from './rate-link.ts';
import type { TokenTalk } from './sources/token-endpoints.ts';

export interface Known {
  /** Nothing more is asked: the business does not want it, or cannot be reached. */
  over: boolean;
  optedOut: boolean;
  unreachable: Failure | null;
  /** The site itself answers with a server error; told only where nothing else was found to call. */
  outage: Failure | null;
  /** Origins of the target itself: where it led, and as typed. */
  sites: string[];
  home: HttpResponse | null;
  /** The exchange of the address that was typed. */
  first: string[];
  /** Hosts of common names that exist beside the target. */
  hosts: { host: string; role: HostRole }[];
  /** Links still to be read. */
  links: LinkQueue;
  /** How many links each row has read, by its id. */
  linksRead: Map<string, number>;
  /** Links worth reading that are being read just now. */
  reading: Set<RatedLink>;

  /** Pages whose words count, in the order in which they were read. */
  pages: Page[];
  pageFacts: PageFact[];
  captchas: Captcha[];
  mentions: Mention[];
  descriptions: Description[];
  announced: Announced[];
  docs: Surface['docs'];
  keyPages: Surface['keyPages'];
  agentCards: Surface['agentCards'];
  /** Addresses of MCP server cards that the catalogue lists. */
  serverCards: string[];
  /** API roots that a link or a catalogue names outright. */
  roots: { url: string; via: Via; evidence: string[]; kind?: 'graphql' }[];
  /** Addresses that an own page links, and that answered as an endpoint does. */
  doors: { url: string; evidence: string[]; guarded: boolean }[];
  /** Authorization endpoints that calls without credentials were sent on to, with the exchanges. */
  logins: Map<string, string[]>;
  /** Hosts whose own answers look like an API's: JSON, XML errors, challenges. */
  apiOrigins: { origin: string; via: Via; evidence: string[]; sample: HttpResponse }[];

  servers: AuthorizationServer[];
  resources: ProtectedResource[];
  /** Every place that was looked at for metadata. */
  lookups: Evidence['metadataLookups'];

  calls: Call[];
  /** How each call was made. */
  called: Map<Call, Candidate>;
  /** Addresses that answer as JSON-RPC does. */
  jsonRpc: string[];
  tokenTalks: TokenTalk[];
  registrations: Registration[];
  mcp: McpFact[];
  browser: Reach['browser'];
}

export function createKnown(affiliation: Affiliation): Known {
  return {
    over: false,
    optedOut: false,
    unreachable: null,
    outage: null,
    sites: [],
    home: null,
    first: [],
    hosts: [],
    links: createLinkQueue(affiliation),
    linksRead: new Map(),
    reading: new Set(),
    pages: [],
    pageFacts: [],
    captchas: [],
    mentions: [],
    descriptions: [],
    announced: [],
    docs: [],
    keyPages: [],
    agentCards: [],
    serverCards: [],
    roots: [],
    doors: [],
    logins: new Map(),
    apiOrigins: [],
    servers: [],
    resources: [],
    lookups: [],
    calls: [],
    called: new Map(),
    jsonRpc: [],
    tokenTalks: [],
    registrations: [],
    mcp: [],
    browser: 'not-needed',
  };
}

export const linksRead = (known: Known, row: string): number => known.linksRead.get(row) ?? 0;

/** Something shows a call to the API. Until then every page of the documentation may be the one that does. */
export const knowsCalls = ({ descriptions, roots, mentions }: Known): boolean =>
  descriptions.length > 0 || roots.length > 0 || mentions.some(({ kind }) => kind === 'api' || kind === 'graphql');

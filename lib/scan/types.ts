/** The types that stages hand to each other. What is stored is inferred from the schemas in facts.ts; the rest lives only during a scan. */
import type { z } from 'zod';
import type * as facts from './schema/facts.ts';
import type { Report } from './schema/report.ts';
import type { VerifyRequest } from './schema/verify-request.ts';

export type Confidence = z.infer<typeof facts.confidence>;
export type Via = z.infer<typeof facts.via>;
export type Failure = z.infer<typeof facts.failure>;
export type Exchange = z.infer<typeof facts.exchange>;
export type Surface = z.infer<typeof facts.surface>;
export type Challenge = z.infer<typeof facts.challenge>;
export type ErrorShape = z.infer<typeof facts.errorShape>;
export type CallAnswer = z.infer<typeof facts.callAnswer>;
export type Call = z.infer<typeof facts.call>;
export type GrantId = z.infer<typeof facts.grantId>;
export type Conformance = z.infer<typeof facts.conformance>;
export type AuthorizationServer = z.infer<typeof facts.authorizationServer>;
export type ProtectedResource = z.infer<typeof facts.protectedResource>;
export type Description = z.infer<typeof facts.description>;
export type DescribedScheme = z.infer<typeof facts.describedScheme>;
export type Announced = z.infer<typeof facts.announced>;
export type DescribedFlow = z.infer<typeof facts.describedFlow>;
export type IssuingOperation = z.infer<typeof facts.issuingOperation>;
export type DescribedOperation = z.infer<typeof facts.describedOperation>;
export type TokenAnswer = z.infer<typeof facts.tokenAnswer>;
export type TokenEndpoint = z.infer<typeof facts.tokenEndpoint>;
export type Registration = z.infer<typeof facts.registration>;
export type Topic = z.infer<typeof facts.topic>;
export type Statement = z.infer<typeof facts.statement>;
export type Captcha = z.infer<typeof facts.captcha>;
export type PageFact = z.infer<typeof facts.pageFact>;
export type McpFact = z.infer<typeof facts.mcpFact>;
export type Reach = z.infer<typeof facts.reach>;
export type Verification = z.infer<typeof facts.verification>;
export type TokenTry = z.infer<typeof facts.tokenTry>;
export type VerifiedCall = z.infer<typeof facts.verifiedCall>;
export type Evidence = z.infer<typeof facts.evidenceFacts>;

/** What the visitor typed, normalised. `domain` is the registrable domain (eTLD+1), or the host itself for an address or a reserved name. */
export interface Target {
  input: string;
  url: string;
  host: string;
  domain: string;
}

/** Everything that looking hands on; nothing after it asks for more. */
export interface Facts {
  target: Target;
  surface: Surface;
  evidence: Evidence;
  exchanges: readonly Exchange[];
  scan: Report['scan'];
}

// ---------------------------------------------------------------- HTTP

export interface HttpRequest {
  url: string;
  method?: 'GET' | 'HEAD' | 'POST' | 'OPTIONS' | 'DELETE';
  /** Lower-case names. `authorization` is stored redacted. */
  headers?: Record<string, string>;
  body?: string;
  /** Short phrase for the evidence list: `control`, `metadata`, `bare call`, … */
  purpose: string;
  /** Redirect hops to follow (GET and HEAD only), each one checked again and recorded as its own exchange. Default 0. */
  follow?: number;
  /** Overrides the body cap for this request, in bytes after decompression (API descriptions are large). */
  maxBytes?: number;
  /** Is given the text of the answer before anything of it is recorded, so that what it gives out can be hidden in it. */
  learn?: (text: string) => void;
  /** The owner wants what the address says that it changes: a token of theirs is taken back. */
  deliberate?: boolean;
  /** What a success answers is somebody's data: its body is read, and not recorded. */
  unkept?: boolean;
  /** Fresh random strings in this request that are bound to fail as credentials; stored as `[random]`, not `[redacted]`. */
  randoms?: string[];
}

/** A response that arrived. `id` is the last exchange, `chain` every exchange of the redirect walk in order. */
export interface HttpResponse {
  kind: 'response';
  id: string;
  chain: string[];
  /** The URL that answered, after redirects. */
  url: string;
  status: number;
  /** Lower-case names; several lines of one field joined with ", " (RFC 9110 §5.3). */
  headers: ReadonlyMap<string, string>;
  setCookies: readonly string[];
  /** Media type without parameters, lower case; null when the field is absent. */
  contentType: string | null;
  /** The body as text, whole up to the cap. */
  text: string;
  truncated: boolean;
}

export interface HttpFailure {
  kind: 'failure';
  id: string;
  chain: string[];
  url: string;
  failure: Failure;
}

export type HttpAnswer = HttpResponse | HttpFailure;

/** The only door to the network. Resolves whatever the network does; throws only on our own mistakes. */
export interface HttpClient {
  request(request: HttpRequest): Promise<HttpAnswer>;
  /** Whether a name resolves to addresses that may be reached. One DNS lookup, cached, no request. */
  resolves(host: string): Promise<'yes' | 'no' | 'refused' | 'unknown'>;
  /** Addresses of a name, sorted, for telling wildcard DNS apart. Empty when it does not resolve or is refused. */
  addresses(host: string): Promise<string[]>;
  /** A document at its well-known place names an endpoint; when both belong together, the endpoint may be posted to. */
  vouch(document: string, endpoint: string): void;
  /** Whether an endpoint may be posted to: it is the business's own, or its host confirms it. */
  welcomes(endpoint: string): boolean;
  /** Recorded in order. Another client of the same scan may add to them. */
  readonly exchanges: Exchange[];
  readonly spent: { readonly requests: number; readonly bytes: number };
  /** Requests left in the budget. */
  readonly left: number;
  /** True once the scan's total time is over. */
  readonly timeIsUp: boolean;
  close(): Promise<void>;
}

export interface Budget {
  requests: number;
  concurrent: number;
  perHost: number;
  requestMs: number;
  connectMs: number;
  bodyBytes: number;
  totalBytes: number;
  totalMs: number;
}

// ---------------------------------------------------------------- pages

export type Region = 'head' | 'nav' | 'main' | 'footer';

/** A link of a page, absolute, in document order. */
export interface PageLink {
  url: string;
  text: string;
  rel: string[];
  region: Region;
}

/** A run of text: one heading, paragraph, list item, table row or code sample. */
export interface TextBlock {
  text: string;
  kind: 'heading' | 'prose' | 'item' | 'row' | 'code';
  region: Region;
}

/** A URL written inside text, a sample or an inline script (not the href of a link), with the line that holds it. */
export interface TextUrl {
  url: string;
  line: string;
  kind: 'code' | 'prose' | 'script';
  /** HTTP method written before it or given to curl with -X, else null. */
  method: string | null;
  /** It was written as a path, and resolved against the address of the document. */
  relative?: boolean;
}

export interface PageForm {
  action: string | null;
  method: 'get' | 'post';
  fields: { name: string; type: string }[];
  text: string;
}

/** An HTML, Markdown or text document read into what discovery and the prose reader need. */
export interface Page {
  url: string;
  evidence: string[];
  format: 'html' | 'markdown' | 'text';
  title: string;
  lang: string | null;
  links: PageLink[];
  blocks: TextBlock[];
  urls: TextUrl[];
  forms: PageForm[];
  captchas: Captcha[];
  /** The HTML holds no content without JavaScript (an application shell). */
  needsScript: boolean;
  /** Meta refresh or a script redirect names this URL. */
  refresh: string | null;
}

/** What looking hands on: the surface, the facts of documents and answers, and the pages whose sentences are still to be read. */
export interface Looked {
  surface: Surface;
  facts: Omit<Evidence, 'statements'>;
  pages: Page[];
}

// ---------------------------------------------------------------- scan

/** Whom a request is about to ask: the addresses that it may connect to, the host, and whether the host belongs to what was typed. */
export interface Contact {
  addresses: readonly string[];
  host: string;
  own: boolean;
}

/** Limits that hold across scans. Resolves to 0 when the request may be sent now, else to the milliseconds after which to ask again. */
export type Restraint = (contact: Contact) => Promise<number>;

export interface ScanOptions {
  /** CIDR blocks that the operator opens although they are not public; reserved names open together with any. Default none. */
  allowNets?: string[];
  /** Whether the operator has closed a host: a name, or an address that a name leads to. Nothing is sent there on any way. Default: none. */
  denies?: (host: string) => boolean;
  budget?: Partial<Budget>;
  /** What all scans together may ask of one host. Default: no limit but the budget. */
  restraint?: Restraint;
  /** DNS servers as address or address:port; default: the system's. */
  dnsServers?: readonly string[];
  /** Id that the report carries; default a random UUID. */
  id?: string;
  signal?: AbortSignal;
  /** Path of a Chromium for pages that are empty without JavaScript; null: none was found; undefined: never render. */
  browserPath?: string | null;
  /** User that the browser runs as, where this process may change users. Default: as this process does. */
  renderAs?: { uid: number; gid: number };
  /** Says where a host and port really are, as curl's --resolve does; the address is judged like a looked-up one. Undefined: look the name up. */
  connectTo?: (host: string, port: number) => { host: string; port: number } | undefined;
  /** HTTP proxy through which everything connects, by name: it is left to guard where names lead that cannot be looked up here. Default: none. */
  proxy?: URL;
  /** User-Agent; default names the product. */
  userAgent?: string;
  /** Fields that prove who sends a request, added to each (RFC 9421). Lower-case names. Default: none. */
  sign?: (request: { method: string; url: string }) => Record<string, string>;
  /** Extra certificate authorities, PEM. */
  ca?: string[];
  /** The owner's own client, with which the handshake is done for real after looking. Default: nothing is verified. */
  verify?: VerifyRequest;
  /** Asks whether further hosts may receive the credential. Default: only those that `verify` names. */
  confirmHosts?: (hosts: readonly string[]) => Promise<boolean>;
}

export type JourneyStep = 'find' | 'understand' | 'get-credential' | 'get-token' | 'call';

/** What a scan tells while it runs. `found` names a thing, in the words of the report. */
export type ScanEvent =
  | {
      type: 'stage';
      stage: 'target' | 'discover' | 'probe' | 'verify' | 'judge' | 'score';
      text: string;
      requests: number;
      ms: number;
    }
  /** One request and how it was answered. */
  | { type: 'request'; text: string; url: string | null; requests: number; ms: number }
  | { type: 'found'; step: JourneyStep; text: string; url: string | null; requests: number; ms: number }
  | { type: 'wall'; step: JourneyStep; text: string; url: string | null; requests: number; ms: number };

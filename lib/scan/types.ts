/** The types that stages hand to each other. What is stored is inferred from the schemas in facts.ts; the rest lives only during a scan. */
import type { z } from 'zod';
import type * as facts from './facts.ts';

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
export type DescribedFlow = z.infer<typeof facts.describedFlow>;
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
export type Evidence = z.infer<typeof facts.evidenceFacts>;

/** What the visitor typed, normalised. `domain` is the registrable domain (eTLD+1), or the host itself for an address or a reserved name. */
export interface Target {
  input: string;
  url: string;
  host: string;
  domain: string;
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
  readonly exchanges: readonly Exchange[];
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

// ---------------------------------------------------------------- scan

export interface ScanOptions {
  /** CIDR blocks that the operator opens although they are not public; reserved names open together with any. Default none. */
  allowNets?: string[];
  /** Whether the operator has closed a host: a name, or an address that a name leads to. Nothing is sent there on any way. Default: none. */
  denies?: (host: string) => boolean;
  budget?: Partial<Budget>;
  /** DNS servers as address or address:port; default: the system's. */
  dnsServers?: string[];
  /** Id that the report carries; default a random UUID. */
  id?: string;
  signal?: AbortSignal;
  /** Path of a Chromium for pages that are empty without JavaScript; null: none was found; undefined: never render. */
  browserPath?: string | null;
  /** Opens a TCP connection in place of the operating system's, for impersonated worlds: maps host and port to where they listen. */
  connectTo?: (host: string, port: number) => { host: string; port: number };
  /** User-Agent; default names the product. */
  userAgent?: string;
  /** Extra certificate authorities, PEM. */
  ca?: string[];
}

export type JourneyStep = 'find' | 'understand' | 'get-credential' | 'get-token' | 'call';

/** What a scan tells while it runs. `found` names a thing, in the words of the report. */
export type ScanEvent =
  | { type: 'stage'; stage: 'target' | 'discover' | 'probe' | 'judge' | 'score'; text: string; requests: number; ms: number }
  | { type: 'found'; step: JourneyStep; text: string; url: string | null; requests: number; ms: number }
  | { type: 'wall'; step: JourneyStep; text: string; url: string | null; requests: number; ms: number };

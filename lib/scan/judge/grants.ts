/** Which OAuth grants are offered: every voice that speaks of one, and the answer after behaviour has outranked declaration. */
import type { AuthorizationServer, Confidence, Description, Evidence, GrantId, Statement, TokenEndpoint } from '../types.ts';
import { grantIds } from '../facts.ts';
import { grantNames } from '../protocol/metadata.ts';

/** One source's word on one grant. */
export interface Voice {
  says: 'yes' | 'no';
  confidence: Confidence;
  /** The token endpoint or issuer it speaks for, when it speaks for one. */
  about: string | null;
  evidence: string[];
  because: string;
}

export interface GrantView {
  id: GrantId;
  offered: 'yes' | 'no' | 'unknown';
  confidence: Confidence;
  evidence: string[];
  because: string;
  voices: Voice[];
}

export type Grants = Record<GrantId, GrantView>;

function fromMetadata(server: AuthorizationServer): [GrantId, Voice][] {
  const voices: [GrantId, Voice][] = [];
  const about = server.tokenEndpoint ?? server.issuer;
  const add = (grant: GrantId, says: Voice['says'], because: string) =>
    voices.push([grant, { says, confidence: 'declared', about, evidence: server.evidence, because: `${because} (${server.url})` }]);
  const codeFlow = server.responseTypes?.some((type) => type.split(' ').includes('code')) ?? false;
  const tokenInFront = server.responseTypes?.some((type) => type.split(' ').includes('token')) ?? false;
  if (server.grantTypes) {
    for (const [grant, wire] of Object.entries(grantNames) as [GrantId, string][]) {
      // An old draft name of the device grant is still published by many servers.
      const listed = server.grantTypes.includes(wire) || (grant === 'device_code' && server.grantTypes.includes('device_code'));
      if (listed) add(grant, 'yes', `the metadata lists ${wire}`);
      else if (grant === 'implicit' && tokenInFront) add(grant, 'yes', 'the metadata lists the response type token');
      else if (grant === 'device_code' && server.deviceAuthorizationEndpoint) add(grant, 'yes', 'the metadata names a device authorization endpoint');
      else if (grant === 'authorization_code' && codeFlow && server.authorizationEndpoint) add(grant, 'yes', 'the metadata lists the response type code');
      else if (grant === 'refresh_token' && (server.scopes?.includes('offline_access') ?? false)) add(grant, 'yes', 'the metadata lists the scope offline_access');
      else add(grant, 'no', `the metadata lists its grant types, and ${wire} is not among them`);
    }
  } else {
    // RFC 8414 §2: an omitted list means authorization_code and implicit; weak, so only the response types are believed.
    if (codeFlow && server.authorizationEndpoint) add('authorization_code', 'yes', 'the metadata names an authorization endpoint and the response type code');
    if (tokenInFront) add('implicit', 'yes', 'the metadata lists the response type token');
    else if (server.responseTypes) add('implicit', 'no', 'the metadata lists its response types, and token is not among them');
    if (server.deviceAuthorizationEndpoint) add('device_code', 'yes', 'the metadata names a device authorization endpoint');
    if (server.scopes?.includes('offline_access')) add('refresh_token', 'yes', 'the metadata lists the scope offline_access');
  }
  // Server software lists its challenge methods whether or not the code grant is on: they say how, not that.
  const codeGrant = codeFlow || !server.grantTypes || server.grantTypes.includes('authorization_code');
  if (codeGrant && server.pkceMethods && server.pkceMethods.length > 0 && server.authorizationEndpoint) add('authorization_code_pkce', 'yes', `the metadata lists the code challenge method ${server.pkceMethods.join(', ')}`);
  return voices;
}

function fromDescription(description: Description): [GrantId, Voice][] {
  return description.schemes.flatMap((scheme) => scheme.flows.flatMap((flow): [GrantId, Voice][] => {
    const voice = (because: string): Voice => ({ says: 'yes', confidence: 'declared', about: flow.tokenUrl, evidence: description.evidence, because });
    const own: [GrantId, Voice] = [flow.grant, voice(`the API description declares the flow ${flow.grant} under “${scheme.name}”`)];
    return flow.refreshUrl ? [own, ['refresh_token', voice('the API description names a refresh URL')]] : [own];
  }));
}

function fromTokenEndpoint(endpoint: TokenEndpoint): [GrantId, Voice][] {
  if (endpoint.clientCredentials === 'unknown') return [];
  return [['client_credentials', {
    says: endpoint.clientCredentials === 'supported' ? 'yes' : 'no', confidence: 'observed', about: endpoint.url, evidence: endpoint.evidence, because: `${endpoint.url}: ${endpoint.reason}`,
  }]];
}

function fromStatement(statement: Statement): [GrantId, Voice][] {
  if (!statement.topic.startsWith('grant:') || statement.topic === 'grant:vendor' || statement.strength < 2) return [];
  // "Service account" and "exchange" are common words: only a decisive sentence speaks for these two.
  if ((statement.topic === 'grant:jwt_bearer' || statement.topic === 'grant:token_exchange') && statement.strength < 3) return [];
  return [[statement.topic.slice('grant:'.length) as GrantId, {
    says: statement.polarity === 'affirm' ? 'yes' : 'no', confidence: 'documented', about: null, evidence: statement.evidence, because: `the documentation says: “${statement.quote}”`,
  }]];
}

const rank: Record<Confidence, number> = { verified: 5, observed: 4, declared: 3, documented: 2, inferred: 1 };

/**
 * Weighs the voices. Behaviour outranks declaration about the same endpoint (DESIGN §1.3); voices about different endpoints do not
 * contradict one another, and an offer anywhere is an offer: a business may run a login server beside its API's own.
 */
function decide(id: GrantId, voices: Voice[]): GrantView {
  const strongest = (says: Voice['says']) => voices.filter((v) => v.says === says).sort((a, b) => rank[b.confidence] - rank[a.confidence])[0];
  const refutes = (no: Voice, yes: Voice) => no.confidence === 'observed' && yes.confidence !== 'observed' && (yes.about === null || no.about === yes.about);
  const observedNo = voices.filter((v) => v.says === 'no' && v.confidence === 'observed');
  const observedYes = voices.some((v) => v.says === 'yes' && v.confidence === 'observed');
  // Prose names no endpoint, so an endpoint that refuses refutes it unless another one accepts.
  const believed = voices.filter((v) => v.says === 'no' || observedYes || !observedNo.some((no) => refutes(no, v)));
  const yes = believed.filter((v) => v.says === 'yes').sort((a, b) => rank[b.confidence] - rank[a.confidence])[0];
  const no = strongest('no');
  const winner = yes ?? no;
  if (!winner) return { id, offered: 'unknown', confidence: 'inferred', evidence: [], because: 'nothing that we saw speaks of it', voices };
  const agreeing = voices.filter((v) => v.says === winner.says && v.confidence === winner.confidence);
  return { id, offered: winner.says, confidence: winner.confidence, evidence: [...new Set(agreeing.flatMap((v) => v.evidence))].slice(0, 8), because: winner.because, voices };
}

/**
 * Every grant with its voices and the verdict on whether it is offered.
 * @param yesOnly issuers whose silence about a grant denies nothing
 */
export function readGrants(evidence: Evidence, yesOnly: ReadonlySet<string>): Grants {
  const quiet = new Set(evidence.authorizationServers.flatMap((s) => (s.tokenEndpoint && yesOnly.has(s.issuer.replace(/\/$/, '')) ? [s.tokenEndpoint] : [])));
  const said: [GrantId, Voice][] = [
    ...evidence.tokenEndpoints.flatMap((endpoint) => fromTokenEndpoint(endpoint).filter(([, voice]) => voice.says === 'yes' || !quiet.has(endpoint.url))),
    ...evidence.authorizationServers.flatMap((server) => fromMetadata(server).filter(([, voice]) => voice.says === 'yes' || !yesOnly.has(server.issuer.replace(/\/$/, '')))),
    ...evidence.descriptions.flatMap(fromDescription),
    ...evidence.statements.flatMap(fromStatement),
  ];
  const voicesOf = (id: GrantId) => said.filter(([grant]) => grant === id).map(([, voice]) => voice);
  // A description that declares OAuth flows without this one denies it only where nothing else speaks of it: descriptions are often partial.
  const described = evidence.descriptions.find((d) => d.schemes.some((s) => s.flows.length > 0));
  const unsaid = (id: GrantId) => !said.some(([grant]) => grant === id);
  if (described) {
    for (const id of ['client_credentials', 'authorization_code', 'implicit', 'password'] as const) {
      if (unsaid(id)) said.push([id, { says: 'no', confidence: 'declared', about: null, evidence: described.evidence, because: `the API description declares OAuth flows, and ${id} is not among them` }]);
    }
  }
  const grants = Object.fromEntries(grantIds.map((id) => [id, decide(id, voicesOf(id))])) as Grants;
  // PKCE is the code grant with a proof (RFC 7636): evidence for the proof is evidence for the grant, not the other way round.
  const pkce = grants.authorization_code_pkce;
  if (pkce.offered === 'yes' && grants.authorization_code.offered === 'unknown') grants.authorization_code = { ...pkce, id: 'authorization_code' };
  if (grants.authorization_code.offered === 'no' && pkce.offered === 'unknown') grants.authorization_code_pkce = { ...grants.authorization_code, id: 'authorization_code_pkce' };
  return grants;
}

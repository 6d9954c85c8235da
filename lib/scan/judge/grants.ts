/** Which OAuth grants are offered: every voice that speaks of one, and the answer after behaviour has outranked declaration. */
import type {
  AuthorizationServer,
  Confidence,
  Description,
  Evidence,
  GrantId,
  Statement,
  TokenEndpoint,
  TokenTry,
  Verification,
} from '../types.ts';
import { confidences, grantIds, grantWords } from '../vocabulary.ts';
import { withoutSlash } from '../text.ts';
import { cite } from './types.ts';

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

/** An old draft name of the device grant is still published by many servers. */
const lists = ({ grantTypes }: AuthorizationServer, grant: GrantId): boolean =>
  grantTypes !== null &&
  (grantTypes.includes(grantWords[grant].wire ?? '') ||
    (grant === 'device_code' && grantTypes.includes('device_code')));

/**
 * Grants that other members of the metadata speak of. RFC 8414 §2: an omitted list of grants means authorization_code and implicit; weak, so
 * only the response types are believed.
 */
function impliedBy(server: AuthorizationServer): Partial<Record<GrantId, string | false>> {
  const codeFlow = server.responseTypes?.some((type) => type.split(' ').includes('code')) ?? false;
  const tokenInFront = server.responseTypes?.some((type) => type.split(' ').includes('token')) ?? false;
  // Server software lists its challenge methods whether or not the code grant is on: they say how, not that.
  const codeGrant = codeFlow || !server.grantTypes || server.grantTypes.includes('authorization_code');
  const methods = server.pkceMethods ?? [];
  return {
    implicit: tokenInFront && 'the metadata lists the response type token',
    device_code: server.deviceAuthorizationEndpoint !== null && 'the metadata names a device authorization endpoint',
    authorization_code:
      codeFlow && server.authorizationEndpoint !== null && 'the metadata lists the response type code',
    refresh_token: server.scopes?.includes('offline_access') === true && 'the metadata lists the scope offline_access',
    authorization_code_pkce:
      codeGrant &&
      methods.length > 0 &&
      server.authorizationEndpoint !== null &&
      `the metadata lists the code challenge method ${methods.join(', ')}`,
  };
}

function fromMetadata(server: AuthorizationServer): [GrantId, Voice][] {
  const voices: [GrantId, Voice][] = [];
  const about = server.tokenEndpoint ?? server.issuer;
  const add = (grant: GrantId, says: Voice['says'], because: string) =>
    voices.push([
      grant,
      { says, confidence: 'declared', about, evidence: server.evidence, because: `${because} (${server.url})` },
    ]);
  const beside = impliedBy(server);
  for (const grant of grantIds) {
    const { wire } = grantWords[grant];
    if (wire === null) continue;
    const told = beside[grant];
    if (lists(server, grant)) add(grant, 'yes', `the metadata lists ${wire}`);
    else if (told) add(grant, 'yes', told);
    else if (server.grantTypes) add(grant, 'no', `the metadata lists its grant types, and ${wire} is not among them`);
    else if (grant === 'implicit' && server.responseTypes)
      add(grant, 'no', 'the metadata lists its response types, and token is not among them');
  }
  if (beside.authorization_code_pkce) add('authorization_code_pkce', 'yes', beside.authorization_code_pkce);
  return voices;
}

function fromDescription(description: Description): [GrantId, Voice][] {
  return description.schemes.flatMap((scheme) =>
    scheme.flows.flatMap((flow): [GrantId, Voice][] => {
      const voice = (because: string): Voice => ({
        says: 'yes',
        confidence: 'declared',
        about: flow.tokenUrl,
        evidence: description.evidence,
        because,
      });
      const own: [GrantId, Voice] = [
        flow.grant,
        voice(`the API description declares the flow ${flow.grant} under “${scheme.name}”`),
      ];
      return flow.refreshUrl ? [own, ['refresh_token', voice('the API description names a refresh URL')]] : [own];
    }),
  );
}

function fromTokenEndpoint(endpoint: TokenEndpoint): [GrantId, Voice][] {
  const asked = [
    ['client_credentials', endpoint.clientCredentials, endpoint.reason],
    ['token_exchange', endpoint.tokenExchange, 'it tells the grant from one that cannot exist'],
    ['jwt_bearer', endpoint.jwtBearer, 'it tells the grant from one that cannot exist'],
  ] as const;
  return asked.flatMap(([grant, verdict, reason]): [GrantId, Voice][] =>
    verdict === 'unknown'
      ? []
      : [
          [
            grant,
            {
              says: verdict === 'supported' ? 'yes' : 'no',
              confidence: 'observed',
              about: endpoint.url,
              evidence: endpoint.evidence,
              because: `asked at ${endpoint.url}, ${verdict === 'supported' || grant === 'client_credentials' ? reason : 'it answers unsupported_grant_type'}`,
            },
          ],
        ],
  );
}

/** STANDARDS D1: only the codes of RFC 6749 (rows 1 to 8) outrank a list of grants; a vendor's own (row 12) leave room for other readings. */
const outlisted = ({ url, row }: TokenEndpoint, servers: readonly AuthorizationServer[]): boolean =>
  row === 12 &&
  servers.some((s) => s.tokenEndpoint === url && s.grantTypes !== null && !lists(s, 'client_credentials'));

function fromStatement(statement: Statement): [GrantId, Voice][] {
  if (statement.subject !== 'api') return [];
  if (!statement.topic.startsWith('grant:') || statement.topic === 'grant:vendor' || statement.strength < 2) return [];
  // "Service account" and "exchange" are common words: only a decisive sentence speaks for these two.
  if ((statement.topic === 'grant:jwt_bearer' || statement.topic === 'grant:token_exchange') && statement.strength < 3)
    return [];
  return [
    [
      statement.topic.slice('grant:'.length) as GrantId,
      {
        says: statement.polarity === 'affirm' ? 'yes' : 'no',
        confidence: 'documented',
        about: null,
        evidence: statement.evidence,
        because: `the documentation says: “${statement.quote}”`,
      },
    ],
  ];
}

/** What the owner's own client was given. A refusal speaks only where it is about the grant, not about this client. */
function fromHandshake({ tokenEndpoint, tokens }: Verification): [GrantId, Voice][] {
  const voices: [GrantId, Voice][] = [];
  const add = (grant: GrantId, says: Voice['says'], { exchange }: TokenTry, because: string) =>
    voices.push([
      grant,
      {
        says,
        confidence: 'verified',
        about: tokenEndpoint,
        evidence: [exchange],
        because: `${tokenEndpoint ?? ''} ${because}`,
      },
    ]);
  const given = tokens.find(({ purpose, outcome }) => purpose !== 'refresh' && outcome === 'token');
  const denied = tokens.find(({ code }) => code === 'unsupported_grant_type');
  const refreshed = tokens.find(({ purpose, outcome }) => purpose === 'refresh' && outcome === 'token');
  if (given) add('client_credentials', 'yes', given, 'gave your client a token');
  else if (denied) add('client_credentials', 'no', denied, 'answers your client unsupported_grant_type');
  if (refreshed) add('refresh_token', 'yes', refreshed, 'traded a refresh token of your client');
  return voices;
}

const rank = (voice: Voice): number => confidences.indexOf(voice.confidence);

/**
 * Weighs the voices. Behaviour outranks declaration about the same endpoint (DESIGN §1.3); voices about different endpoints do not
 * contradict one another, and an offer anywhere is an offer: a business may run a login server beside its API's own.
 */
function decide(id: GrantId, voices: Voice[]): GrantView {
  const seen = (voice: Voice) => voice.confidence === 'observed' || voice.confidence === 'verified';
  const refutes = (no: Voice, yes: Voice) => rank(no) < rank(yes) && (yes.about === null || no.about === yes.about);
  const observedNo = voices.filter((v) => v.says === 'no' && seen(v));
  const observedYes = voices.some((v) => v.says === 'yes' && seen(v) && !observedNo.some((no) => refutes(no, v)));
  // Prose names no endpoint, so an endpoint that refuses refutes it unless another one accepts.
  const believed = voices.filter((v) => v.says === 'no' || observedYes || !observedNo.some((no) => refutes(no, v)));
  const strongest = (says: Voice['says']) =>
    believed.filter((v) => v.says === says).sort((a, b) => rank(a) - rank(b))[0];
  const winner = strongest('yes') ?? strongest('no');
  if (!winner)
    return {
      id,
      offered: 'unknown',
      confidence: 'inferred',
      evidence: [],
      because: 'nothing we saw mentions it',
      voices,
    };
  const agreeing = voices.filter((v) => v.says === winner.says && v.confidence === winner.confidence);
  return {
    id,
    offered: winner.says,
    confidence: winner.confidence,
    evidence: cite(agreeing.flatMap((v) => v.evidence)),
    because: winner.because,
    voices,
  };
}

/**
 * Every grant with its voices and the verdict on whether it is offered.
 * @param yesOnly issuers whose silence about a grant denies nothing
 */
export function readGrants(evidence: Evidence, yesOnly: ReadonlySet<string>): Grants {
  const quiet = new Set(
    evidence.authorizationServers.flatMap((s) =>
      s.tokenEndpoint && yesOnly.has(withoutSlash(s.issuer)) ? [s.tokenEndpoint] : [],
    ),
  );
  const said: [GrantId, Voice][] = [
    ...evidence.tokenEndpoints.flatMap((endpoint) =>
      fromTokenEndpoint(endpoint).filter(([grant, voice]) =>
        voice.says === 'no'
          ? !quiet.has(endpoint.url)
          : grant !== 'client_credentials' || !outlisted(endpoint, evidence.authorizationServers),
      ),
    ),
    ...evidence.authorizationServers.flatMap((server) =>
      fromMetadata(server).filter(([, voice]) => voice.says === 'yes' || !yesOnly.has(withoutSlash(server.issuer))),
    ),
    ...(evidence.verification ? fromHandshake(evidence.verification) : []),
    ...evidence.descriptions.flatMap(fromDescription),
    ...evidence.statements.flatMap(fromStatement),
  ];
  const voicesOf = (id: GrantId) => said.filter(([grant]) => grant === id).map(([, voice]) => voice);
  // A description that declares OAuth flows without this one denies it only where nothing else speaks of it: descriptions are often partial.
  const described = evidence.descriptions.find((d) => d.schemes.some((s) => s.flows.length > 0));
  const unsaid = (id: GrantId) => !said.some(([grant]) => grant === id);
  if (described) {
    for (const id of ['client_credentials', 'authorization_code', 'implicit', 'password'] as const) {
      if (unsaid(id))
        said.push([
          id,
          {
            says: 'no',
            confidence: 'declared',
            about: null,
            evidence: described.evidence,
            because: `the API description declares OAuth flows, and ${id} is not among them`,
          },
        ]);
    }
  }
  const grants = Object.fromEntries(grantIds.map((id) => [id, decide(id, voicesOf(id))])) as Grants;
  // PKCE is the code grant with a proof (RFC 7636): evidence for the proof is evidence for the grant, not the other way round.
  const pkce = grants.authorization_code_pkce;
  if (pkce.offered === 'yes' && grants.authorization_code.offered === 'unknown')
    grants.authorization_code = { ...pkce, id: 'authorization_code' };
  if (grants.authorization_code.offered === 'no' && pkce.offered === 'unknown')
    grants.authorization_code_pkce = { ...grants.authorization_code, id: 'authorization_code_pkce' };
  return grants;
}

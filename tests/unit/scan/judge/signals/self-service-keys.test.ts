import {
  authorizationServer,
  base,
  deadEndpoint,
  description,
  docsPage,
  guardedApi,
  keyPage,
  openApi,
  pageFact,
  registration,
  scheme,
  statement,
  tokenEndpoint,
  walled,
} from '../facts.ts';
import { signalTable } from '../rows.ts';

const says = (...statements: ReturnType<typeof statement>[]) => ({ ...guardedApi, statements });
const instant = (strength: number) =>
  statement('self-service', 'Create an API key in the dashboard; it works at once.', { strength });
const approval = (strength: number) =>
  statement('approval', 'We review every application.', { strength, evidence: ['x56'] });

signalTable('self-service-keys', [
  {
    name: 'open dynamic registration',
    given: { registrations: [registration()] },
    expect: 'open-registration',
    confidence: 'observed',
    cites: ['x31'],
  },
  {
    name: 'a call that gives out a key to whoever asks',
    given: {
      ...guardedApi,
      descriptions: [
        description([scheme()], { issuing: [{ url: `${base}/keys`, path: '/keys', issues: 'key', expires: false }] }),
      ],
    },
    expect: 'agent-sign-up',
    confidence: 'declared',
    cites: ['x22'],
  },
  {
    name: 'a client at once, but a person signs in',
    given: {
      registrations: [registration()],
      authorizationServers: [authorizationServer({ grantTypes: ['authorization_code'] })],
    },
    expect: 'open-registration',
    says: /A client at once, but a person signs in/,
  },
  {
    name: 'client ID metadata documents',
    given: { authorizationServers: [authorizationServer({ clientIdMetadataDocument: true })] },
    expect: 'open-registration',
    confidence: 'declared',
  },
  {
    name: 'anonymous agents have an identity',
    given: { authorizationServers: [authorizationServer({ agentIdentityTypes: ['anonymous'] })] },
    expect: 'open-registration',
  },
  {
    name: 'registration that is open beats words on approval',
    given: { ...says(approval(3)), registrations: [registration()] },
    expect: 'open-registration',
  },
  {
    name: 'documented keys at once',
    given: says(instant(2)),
    expect: 'instant-keys',
    confidence: 'documented',
    cites: ['x50'],
  },
  {
    name: 'a decisive word on keys against a likely word on approval',
    given: says(instant(3), approval(2)),
    expect: 'instant-keys',
    says: /We review every application/,
  },
  {
    name: 'both are said with the same weight',
    given: says(instant(2), approval(2)),
    expect: 'sign-up',
    cites: ['x50', 'x56'],
  },
  {
    name: 'approval is for a client that acts for others',
    given: says({ ...instant(3), credential: 'key' }, { ...approval(3), credential: 'client' }),
    expect: 'instant-keys',
  },
  { name: 'both are decisive', given: says(instant(3), approval(3)), expect: 'sign-up' },
  {
    name: 'a person signs up, and nothing says more',
    given: says(statement('sign-up', 'Sign up for an account.')),
    expect: 'sign-up',
  },
  {
    name: 'a page with keys',
    given: { ...guardedApi, surface: { keyPages: [keyPage('keys')] } },
    expect: 'sign-up',
    confidence: 'inferred',
  },
  {
    name: 'a sign-up page beside developer documentation',
    given: { ...guardedApi, surface: { keyPages: [keyPage('sign-up')], docs: [docsPage] } },
    expect: 'sign-up',
  },
  {
    name: 'somebody approves',
    given: says(approval(2)),
    expect: 'approval',
    confidence: 'documented',
    says: /We review every application/,
  },
  {
    name: 'registration behind a token does not help',
    given: { ...says(approval(3)), registrations: [registration({ state: 'token-required' })] },
    expect: 'approval',
  },

  {
    name: 'the documentation does not speak of it',
    given: { ...guardedApi, pages: [pageFact('docs')] },
    expect: 'silent',
  },
  { name: 'no page, and nothing stood in the way', given: guardedApi, expect: 'silent' },
  {
    name: 'the documentation was read although other pages were blocked',
    given: { ...guardedApi, pages: [pageFact('docs')], reach: walled },
    expect: 'silent',
  },
  {
    name: 'a sign-up page of a site without an API is for its customers',
    given: { surface: { apiBases: [], keyPages: [keyPage('sign-up')], docs: [docsPage] } },
    expect: 'silent',
  },
  {
    name: 'a sign-up page alone may be for shoppers',
    given: { ...guardedApi, surface: { keyPages: [keyPage('sign-up')] } },
    expect: 'silent',
  },
  {
    name: 'a log-in page gives no keys',
    given: { ...guardedApi, surface: { keyPages: [keyPage('log-in')], docs: [docsPage] } },
    expect: 'silent',
  },
  {
    name: 'a hint is too little',
    given: says(statement('self-service', 'Keys are easy.', { strength: 1 })),
    expect: 'silent',
  },
  {
    name: 'metadata whose token endpoint is dead is not believed',
    given: {
      authorizationServers: [authorizationServer({ clientIdMetadataDocument: true })],
      tokenEndpoints: [tokenEndpoint(deadEndpoint)],
    },
    expect: 'silent',
  },

  { name: 'no documentation could be read', given: { ...guardedApi, reach: walled }, expect: 'unobserved' },
  { name: 'requests got no answer', given: { ...guardedApi, reach: { failed: 4 } }, expect: 'unobserved' },

  { name: 'an API that needs no credentials', given: openApi, expect: 'n/a' },
  {
    name: 'no keys are offered to anybody',
    given: says(statement('no-tokens', 'There is no public API.')),
    expect: 'n/a',
  },
]);

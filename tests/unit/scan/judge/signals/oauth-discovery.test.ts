import {
  authorizationServer,
  call,
  challenge,
  deadEndpoint,
  description,
  guardedApi,
  keyScheme,
  lookup,
  openApi,
  protectedResource,
  statement,
  tokenEndpoint,
} from '../facts.ts';
import { signalTable } from '../rows.ts';

const absent = [
  lookup('absent'),
  lookup('absent', { url: 'https://api.orchard.example/.well-known/openid-configuration', evidence: ['x41'] }),
];

signalTable('oauth-discovery', [
  {
    name: 'conforming metadata, found by the standards’ walk',
    given: { authorizationServers: [authorizationServer()] },
    expect: 'valid',
    confidence: 'declared',
    cites: ['x20'],
  },
  {
    name: 'sloppy metadata still gets a program through',
    given: {
      authorizationServers: [
        authorizationServer({ conformance: 'sloppy', faults: ['response_types_supported is missing'] }),
      ],
    },
    expect: 'valid',
  },
  {
    name: 'one good issuer beside a broken one',
    given: {
      authorizationServers: [
        authorizationServer({ conformance: 'non-conforming', evidence: ['x23'] }),
        authorizationServer(),
      ],
    },
    expect: 'valid',
    cites: ['x20'],
  },
  {
    name: 'valid metadata whose endpoint hides behind a wall',
    given: { authorizationServers: [authorizationServer()], tokenEndpoints: [tokenEndpoint({ life: 'unknown' })] },
    expect: 'valid',
  },
  {
    name: 'metadata of another issuer than it says',
    given: {
      authorizationServers: [
        authorizationServer({ conformance: 'non-conforming', faults: ['the issuer is https://other.example'] }),
      ],
    },
    expect: 'faulty',
    says: /the issuer is https:\/\/other\.example/,
  },
  {
    name: 'metadata at a place that nothing leads to',
    given: { authorizationServers: [authorizationServer({ standardPlace: false })] },
    expect: 'faulty',
    says: /nothing leads there/,
  },
  {
    name: 'metadata for show: nothing answers where it points',
    given: { authorizationServers: [authorizationServer()], tokenEndpoints: [tokenEndpoint(deadEndpoint)] },
    expect: 'faulty',
    confidence: 'observed',
    cites: ['x20', 'x30'],
  },
  {
    name: 'a protected resource whose issuer has none',
    given: { protectedResources: [protectedResource()], metadataLookups: absent },
    expect: 'faulty',
    cites: ['x21'],
  },
  {
    name: 'a document that does not parse',
    given: { metadataLookups: [lookup('malformed', { problem: 'it is not JSON' }), ...absent] },
    expect: 'faulty',
    says: /it is not JSON/,
  },
  {
    name: 'a living token endpoint and no metadata',
    given: { tokenEndpoints: [tokenEndpoint({ via: 'docs-sample' })], metadataLookups: absent },
    expect: 'token-endpoint-only',
    says: /documentation/,
  },
  {
    name: 'the token endpoint of a description',
    given: { tokenEndpoints: [tokenEndpoint({ via: 'description' })], metadataLookups: absent },
    expect: 'token-endpoint-only',
    says: /API description/,
  },
  {
    name: 'OAuth is spoken of, and nothing is published',
    given: {
      statements: [statement('grant:authorization_code', 'Send the user to the consent page.')],
      metadataLookups: absent,
    },
    expect: 'none',
    cites: ['x40', 'x41'],
  },

  {
    name: 'nothing could be looked at',
    given: { ...guardedApi, metadataLookups: [lookup('unobserved')] },
    expect: 'unobserved',
    cites: ['x40'],
  },
  {
    name: 'the places of a known issuer could not be looked at',
    given: {
      statements: [statement('grant:authorization_code', 'Consent.')],
      metadataLookups: [lookup('unobserved')],
    },
    expect: 'unobserved',
  },
  {
    name: 'a living token endpoint, and its own host could not be looked at',
    given: {
      tokenEndpoints: [tokenEndpoint()],
      metadataLookups: [
        ...absent,
        lookup('unobserved', {
          url: 'https://id.orchard.example/.well-known/openid-configuration',
          evidence: ['x42'],
        }),
      ],
    },
    expect: 'unobserved',
    cites: ['x42'],
  },

  {
    name: 'a key, so there is nothing to discover',
    given: { ...guardedApi, metadataLookups: absent, descriptions: [description([keyScheme('header', 'X-Key')])] },
    expect: 'n/a',
  },
  {
    name: 'nothing says where tokens come from',
    given: { ...guardedApi, metadataLookups: absent },
    expect: 'silent',
    cites: ['x40', 'x41'],
  },
  {
    name: 'a wall before the places beside the API, whatever other hosts say',
    given: {
      ...guardedApi,
      metadataLookups: [
        ...absent,
        lookup('unobserved', {
          url: 'https://api.orchard.example/.well-known/oauth-authorization-server',
          evidence: ['x42'],
          problem: 'Cloudflare',
        }),
      ],
    },
    expect: 'unobserved',
    cites: ['x42'],
    says: /Cloudflare/,
  },
  {
    name: 'a challenge that names a document which is not there',
    given: {
      calls: [
        call({
          challenges: [challenge('Bearer', { resource_metadata: 'https://api.orchard.example/.well-known/x' })],
        }),
      ],
      metadataLookups: [lookup('absent', { url: 'https://api.orchard.example/.well-known/x' })],
    },
    expect: 'none',
    cites: ['x10', 'x40'],
  },
  {
    name: 'such a challenge beside metadata that stands at the issuer',
    given: {
      calls: [
        call({
          challenges: [challenge('Bearer', { resource_metadata: 'https://api.orchard.example/.well-known/x' })],
        }),
      ],
      metadataLookups: [lookup('absent', { url: 'https://api.orchard.example/.well-known/x' })],
      authorizationServers: [authorizationServer()],
    },
    expect: 'faulty',
  },
  { name: 'an API that needs no credentials', given: openApi, expect: 'n/a' },
]);

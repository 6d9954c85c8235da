/** The seven items of DESIGN §8, each for targets on which it is done, to do, or not to be known. */
import { describe, expect, it } from 'vitest';
import { checklist } from '../../../../lib/scan/judge/index.ts';
import { checklistIds, type ChecklistId } from '../../../../lib/scan/schema/report.ts';
import {
  authorizationServer,
  call,
  challenge,
  deadEndpoint,
  deniesGrant,
  description,
  facts,
  guardedApi,
  judged,
  keyScheme,
  knowsGrant,
  lookup,
  named,
  nameless,
  scheme,
  statement,
  tokenEndpoint,
  toLogin,
  walled,
  type Given,
} from './facts.ts';

const ccMetadata = authorizationServer({ grantTypes: ['client_credentials'], authMethods: ['client_secret_basic'] });
const expires = statement('expires', 'Tokens live for 3600 seconds.');

const rows: [ChecklistId, 'done' | 'todo' | 'unknown', string, Given][] = [
  ['token-endpoint', 'done', 'the endpoint knows the grant', { tokenEndpoints: [tokenEndpoint(knowsGrant)] }],
  ['token-endpoint', 'todo', 'the endpoint denies the grant', { tokenEndpoints: [tokenEndpoint(deniesGrant)] }],
  ['token-endpoint', 'todo', 'none was found', guardedApi],
  ['token-endpoint', 'todo', 'the only one is dead', { tokenEndpoints: [tokenEndpoint(deadEndpoint)] }],
  ['token-endpoint', 'unknown', 'the endpoint hides what it knows', { tokenEndpoints: [tokenEndpoint()] }],
  ['token-endpoint', 'unknown', 'half of the probes were blocked', { ...guardedApi, reach: walled }],
  ['client-authentication', 'done', 'the metadata lists a method', { authorizationServers: [ccMetadata] }],
  [
    'client-authentication',
    'done',
    'the endpoint went on to check the client',
    { tokenEndpoints: [tokenEndpoint(knowsGrant)] },
  ],
  ['client-authentication', 'todo', 'the grant is denied', { tokenEndpoints: [tokenEndpoint(deniesGrant)] }],
  ['client-authentication', 'todo', 'there is no token endpoint', guardedApi],
  ['client-authentication', 'unknown', 'the endpoint showed nothing', { tokenEndpoints: [tokenEndpoint()] }],
  [
    'token-response',
    'done',
    'the documentation tells the lifetime',
    { authorizationServers: [ccMetadata], statements: [expires] },
  ],
  ['token-response', 'todo', 'there is no token endpoint', { ...guardedApi, statements: [expires] }],
  [
    'token-response',
    'unknown',
    'only a client with credentials sees it',
    { tokenEndpoints: [tokenEndpoint(knowsGrant)] },
  ],
  ['bearer-accepted', 'done', 'a Bearer challenge', { calls: [call({ challenges: [challenge('Bearer')] })] }],
  [
    'bearer-accepted',
    'todo',
    'another way is known',
    { ...guardedApi, descriptions: [description([keyScheme('header', 'X-Key')])] },
  ],
  ['bearer-accepted', 'todo', 'it leads to a login page', { calls: [call(toLogin)] }],
  ['bearer-accepted', 'unknown', 'nothing shows how', guardedApi],
  ['structured-401', 'done', '401 that names the error', guardedApi],
  ['structured-401', 'todo', '401 that names nothing', { calls: [call({ error: nameless })] }],
  [
    'structured-401',
    'todo',
    'the right words under the wrong status',
    { calls: [call({ status: 403, error: named() })] },
  ],
  ['structured-401', 'unknown', 'no protected endpoint answered', {}],
  [
    'metadata',
    'done',
    'valid metadata that names the token endpoint',
    { authorizationServers: [authorizationServer()] },
  ],
  ['metadata', 'todo', 'none at the places that standards name', { metadataLookups: [lookup('absent')] }],
  [
    'metadata',
    'todo',
    'metadata with faults',
    { authorizationServers: [authorizationServer({ conformance: 'non-conforming', faults: ['no issuer'] })] },
  ],
  [
    'metadata',
    'todo',
    'metadata that names a dead token endpoint',
    { authorizationServers: [authorizationServer()], tokenEndpoints: [tokenEndpoint(deadEndpoint)] },
  ],
  ['metadata', 'unknown', 'no place gave an answer', { metadataLookups: [lookup('unobserved')] }],
  ['openapi-security', 'done', 'a scheme is declared', { descriptions: [description([scheme()])] }],
  ['openapi-security', 'todo', 'a description without a scheme', { descriptions: [description([])] }],
  ['openapi-security', 'todo', 'no description', guardedApi],
];

describe('the checklist', () => {
  it.each(rows)('%s is %s: %s', (id, status, _name, given) => {
    const item = judged(given).checklist.find((found) => found.id === id);
    expect(item?.status).toBe(status);
    expect(item?.summary).toMatch(/\S/);
    expect(item?.summary).not.toMatch(/undefined|null|NaN/);
    for (const exchange of item?.evidence ?? []) expect(JSON.stringify(facts(given))).toContain(`"${exchange}"`);
  });

  it('holds the seven items in order, with a row for done and one for to do', () => {
    expect(checklist.map((item) => item.meta.id)).toEqual([...checklistIds]);
    for (const id of checklistIds)
      expect(rows.filter(([of]) => of === id).map(([, status]) => status)).toEqual(
        expect.arrayContaining(['done', 'todo']),
      );
  });

  it('recommends metadata and asks for the rest', () => {
    expect(checklist.filter((item) => item.meta.recommended).map((item) => item.meta.id)).toEqual(['metadata']);
  });
});

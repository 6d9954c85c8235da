import {
  authorizationServer,
  deniesGrant,
  description,
  flow,
  guardedApi,
  knowsGrant,
  oauthScheme,
  statement,
  tokenEndpoint,
} from '../facts.ts';
import { flowTable } from '../rows.ts';

const lists = (...grantTypes: string[]) => ({ authorizationServers: [authorizationServer({ grantTypes })] });
const elsewhere = { url: 'https://legacy.orchard.example/token', evidence: ['x32'] };

flowTable('client_credentials', 'agent-friendly', [
  {
    name: 'the token endpoint knows it',
    given: { tokenEndpoints: [tokenEndpoint(knowsGrant)] },
    expect: 'yes',
    confidence: 'observed',
    cites: ['x30'],
  },
  { name: 'the metadata lists it', given: lists('client_credentials'), expect: 'yes', confidence: 'declared' },
  {
    name: 'the API description declares it',
    given: { descriptions: [description([oauthScheme(flow('client_credentials'))])] },
    expect: 'yes',
    confidence: 'declared',
  },
  {
    name: 'the documentation describes it',
    given: { statements: [statement('grant:client_credentials', 'Use client credentials.')] },
    expect: 'yes',
    confidence: 'documented',
  },
  {
    name: 'behaviour outranks the metadata of the same endpoint',
    given: { ...lists('authorization_code'), tokenEndpoints: [tokenEndpoint(knowsGrant)] },
    expect: 'yes',
    confidence: 'observed',
  },
  {
    name: 'a list of grants without it outranks what a vendor’s own codes suggest (STANDARDS D1)',
    given: { ...lists('authorization_code'), tokenEndpoints: [tokenEndpoint({ ...knowsGrant, row: 12 })] },
    expect: 'no',
    confidence: 'declared',
  },
  {
    name: 'a vendor’s own codes count where no list denies it',
    given: { ...lists('client_credentials'), tokenEndpoints: [tokenEndpoint({ ...knowsGrant, row: 12 })] },
    expect: 'yes',
    confidence: 'observed',
  },
  {
    name: 'one endpoint accepts, another denies',
    given: { tokenEndpoints: [tokenEndpoint(knowsGrant), tokenEndpoint({ ...deniesGrant, ...elsewhere })] },
    expect: 'yes',
    cites: ['x30'],
  },
  {
    name: 'a denial elsewhere does not refute this endpoint’s metadata',
    given: { ...lists('client_credentials'), tokenEndpoints: [tokenEndpoint({ ...deniesGrant, ...elsewhere })] },
    expect: 'yes',
    confidence: 'declared',
  },
  {
    name: 'the token endpoint denies what its metadata lists',
    given: { ...lists('client_credentials'), tokenEndpoints: [tokenEndpoint(deniesGrant)] },
    expect: 'no',
    confidence: 'observed',
    cites: ['x30'],
  },
  {
    name: 'prose names no endpoint, so one that denies refutes it',
    given: {
      statements: [statement('grant:client_credentials', 'Use client credentials.')],
      tokenEndpoints: [tokenEndpoint(deniesGrant)],
    },
    expect: 'no',
    confidence: 'observed',
  },
  { name: 'the metadata lists others', given: lists('authorization_code'), expect: 'no', confidence: 'declared' },
  { name: 'the endpoint checks the client first', given: { tokenEndpoints: [tokenEndpoint()] }, expect: 'unknown' },
  {
    name: 'a hint is too little',
    given: { statements: [statement('grant:client_credentials', 'Clients.', { strength: 1 })] },
    expect: 'unknown',
  },
  { name: 'nothing speaks of it', given: guardedApi, expect: 'unknown' },
]);

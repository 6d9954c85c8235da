import { guardedApi, openApi, registration, statement } from '../facts.ts';
import { trapTable } from '../rows.ts';

const approval = statement('approval', 'Our team reviews every request for API access.', { strength: 3 });
const instant = statement('self-service', 'Create a key in Settings.', { evidence: ['x59'] });

trapTable('manual-key-approval', [
  {
    name: 'the documentation says that somebody approves',
    given: { ...guardedApi, statements: [approval] },
    expect: 'present',
    confidence: 'documented',
    cites: ['x50'],
    quote: approval.quote,
  },
  {
    name: 'a likely word, with nothing against it',
    given: { ...guardedApi, statements: [{ ...approval, strength: 2 }] },
    expect: 'present',
  },

  {
    name: 'keys are made by oneself',
    given: { ...guardedApi, statements: [instant] },
    expect: 'absent',
    cites: ['x59'],
  },
  {
    name: 'a decisive word on keys against a likely word on approval',
    given: {
      ...guardedApi,
      statements: [
        { ...instant, strength: 3 },
        { ...approval, strength: 2 },
      ],
    },
    expect: 'absent',
  },
  {
    name: 'registration is open',
    given: { ...guardedApi, registrations: [registration()], statements: [approval] },
    expect: 'absent',
    confidence: 'observed',
  },
  { name: 'an API that needs no credentials', given: openApi, expect: 'absent' },

  {
    name: 'both are said',
    given: { ...guardedApi, statements: [approval, { ...instant, strength: 3 }] },
    expect: 'unknown',
  },
  {
    name: 'a hint is too little',
    given: { ...guardedApi, statements: [{ ...approval, strength: 1 }] },
    expect: 'unknown',
  },
  {
    name: 'a denied approval is none',
    given: { ...guardedApi, statements: [{ ...approval, polarity: 'deny' }] },
    expect: 'unknown',
  },
  {
    name: 'a person signs up, and nothing says more',
    given: { ...guardedApi, statements: [statement('sign-up', 'Sign up.')] },
    expect: 'unknown',
  },
  { name: 'nothing public speaks of it', given: guardedApi, expect: 'unknown' },
]);

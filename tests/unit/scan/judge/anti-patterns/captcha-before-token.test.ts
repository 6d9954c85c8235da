import { captcha, guardedApi, keyPage, pageFact, registration, tokenAnswer, tokenEndpoint } from '../facts.ts';
import { trapTable } from '../rows.ts';

const signUp = keyPage('sign-up');
const read = { surface: { keyPages: [signUp] }, pages: [pageFact('sign-up', { url: signUp.url })] };

trapTable('captcha-before-token', [
  {
    name: 'a visible challenge in the sign-up form',
    given: { captchas: [captcha()] },
    expect: 'present',
    confidence: 'observed',
    cites: ['x51'],
    quote: '<div class="cf-turnstile">',
    says: /visible/,
  },
  { name: 'in the form that makes a key', given: { captchas: [captcha({ guards: 'key' })] }, expect: 'present' },
  { name: 'in the form that makes a token', given: { captchas: [captcha({ guards: 'token' })] }, expect: 'present' },
  {
    name: 'invisible scoring still asks for a token from a script',
    given: { captchas: [captcha({ mode: 'invisible' })] },
    expect: 'present',
    says: /script/,
  },
  {
    name: 'of two the visible one is told',
    given: { captchas: [captcha({ mode: 'invisible', evidence: ['x58'] }), captcha()] },
    expect: 'present',
    cites: ['x51'],
  },

  {
    name: 'clients register by program',
    given: { ...guardedApi, registrations: [registration()] },
    expect: 'absent',
    cites: ['x31'],
  },
  { name: 'none on the sign-up page', given: read, expect: 'absent', cites: ['x52'] },
  {
    name: 'none on the sign-up page once it was rendered',
    given: {
      surface: { keyPages: [signUp] },
      pages: [pageFact('sign-up', { url: signUp.url, needsScript: true, rendered: true })],
    },
    expect: 'absent',
  },
  {
    name: 'one on the contact form is none on the sign-up page',
    given: { ...read, captchas: [captcha({ guards: 'other' })] },
    expect: 'absent',
  },
  {
    name: 'one on the log-in form is none on the sign-up page',
    given: { ...read, captchas: [captcha({ guards: 'log-in' })] },
    expect: 'absent',
  },
  {
    name: 'a script that is loaded and tied to no form',
    given: { ...read, captchas: [captcha({ mode: 'present', guards: 'none' })] },
    expect: 'absent',
  },

  { name: 'no page was read on which a credential is made', given: guardedApi, expect: 'unknown' },
  {
    name: 'the sign-up page is empty without JavaScript',
    given: { surface: { keyPages: [signUp] }, pages: [pageFact('sign-up', { url: signUp.url, needsScript: true })] },
    expect: 'unknown',
  },
  {
    name: 'a bot wall before the token endpoint may be aimed at unknown clients',
    given: { tokenEndpoints: [tokenEndpoint({ basic: tokenAnswer({ wall: 'Cloudflare' }), life: 'unknown' })] },
    expect: 'unknown',
    cites: ['x30'],
  },
]);

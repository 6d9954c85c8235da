import { cpuMs } from '../../../setup/cpu.ts';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../../lib/scan/read/page/index.ts';

const findCaptchas = (text: string, url: string) =>
  readPage({ text, contentType: 'text/html', url, evidence: ['x9'] }).captchas;

const found = (text: string, url = 'https://app.acme.com/signup') =>
  findCaptchas(text, url).map(({ product, mode, guards }) => [product, mode, guards]);
const SIGN_UP =
  '<title>Sign up</title><h1>Create your account</h1><form method="post"><input name="email" type="email"><input name="pw" type="password">%<button>Create account</button></form>';
const signUp = (inside: string, outside = '') => found(SIGN_UP.replace('%', inside) + outside);

describe('CAPTCHAs of a page', () => {
  test.each([
    ['reCAPTCHA v2', '<div class="g-recaptcha" data-sitekey="k"></div>', '', [['reCAPTCHA', 'visible', 'sign-up']]],
    [
      'reCAPTCHA v2 invisible',
      '<div class="g-recaptcha" data-sitekey="k" data-size="invisible"></div>',
      '',
      [['reCAPTCHA', 'invisible', 'sign-up']],
    ],
    [
      'reCAPTCHA on the button',
      '<button class="g-recaptcha" data-sitekey="k" data-action="submit">Go</button>',
      '',
      [['reCAPTCHA', 'invisible', 'sign-up']],
    ],
    [
      'reCAPTCHA v3 script',
      '',
      '<script src="https://www.google.com/recaptcha/api.js?render=6Lxx"></script>',
      [['reCAPTCHA', 'invisible', 'sign-up']],
    ],
    [
      'reCAPTCHA from recaptcha.net',
      '',
      '<script src="https://www.recaptcha.net/recaptcha/api.js"></script>',
      [['reCAPTCHA', 'invisible', 'sign-up']],
    ],
    [
      'Enterprise with widget',
      '<div class="g-recaptcha" data-sitekey="k"></div>',
      '<script src="https://www.google.com/recaptcha/enterprise.js?render=explicit"></script>',
      [['reCAPTCHA Enterprise', 'visible', 'sign-up']],
    ],
    [
      'hCaptcha',
      '<div class="h-captcha" data-sitekey="k"></div>',
      '<script src="https://js.hcaptcha.com/1/api.js"></script>',
      [['hCaptcha', 'visible', 'sign-up']],
    ],
    [
      'hCaptcha is not reCAPTCHA',
      '<div class="h-captcha"></div><textarea name="g-recaptcha-response"></textarea>',
      '',
      [['hCaptcha', 'visible', 'sign-up']],
    ],
    ['Turnstile', '<div class="cf-turnstile" data-sitekey="k"></div>', '', [['Turnstile', 'visible', 'sign-up']]],
    [
      'Turnstile explicit',
      '',
      '<script src="https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit"></script><script>turnstile.render("#x",{})</script>',
      [['Turnstile', 'invisible', 'sign-up']],
    ],
    [
      'Arkose',
      '',
      '<script src="https://acme-api.arkoselabs.com/v2/KEY/api.js" data-callback="x"></script>',
      [['Arkose', 'invisible', 'sign-up']],
    ],
    ['Arkose token field', '<input type="hidden" name="fc-token">', '', [['Arkose', 'invisible', 'sign-up']]],
    [
      'GeeTest',
      '',
      '<script src="https://static.geetest.com/v4/gt4.js"></script>',
      [['GeeTest', 'invisible', 'sign-up']],
    ],
    [
      'AWS WAF',
      '',
      '<script src="https://x.us-east-1.captcha-sdk.awswaf.com/x/jsapi.js"></script>',
      [['AWS WAF CAPTCHA', 'invisible', 'sign-up']],
    ],
    [
      'Friendly Captcha',
      '<div class="frc-captcha" data-sitekey="k"></div>',
      '',
      [['Friendly Captcha', 'visible', 'sign-up']],
    ],
    ['MTCaptcha', '<div class="mtcaptcha"></div>', '', [['MTCaptcha', 'visible', 'sign-up']]],
    ['ALTCHA', '<altcha-widget challengeurl="/x"></altcha-widget>', '', [['ALTCHA', 'visible', 'sign-up']]],
    ['SmartCaptcha', '<div class="smart-captcha"></div>', '', [['SmartCaptcha', 'visible', 'sign-up']]],
    [
      'of the house',
      '<div class="js-octocaptcha-parent"><iframe src="https://octocaptcha.com/?origin_page=x"></iframe></div>',
      '',
      [['octocaptcha', 'visible', 'sign-up']],
    ],
    [
      'nameless',
      '<img src="/code.png" id="captcha_image"><input name="captcha_code">',
      '',
      [['CAPTCHA', 'visible', 'sign-up']],
    ],
    ['own script', '', '<script src="/assets/captcha.js"></script>', [['CAPTCHA', 'invisible', 'sign-up']]],
    ['none', '', '<script src="/assets/app.js"></script>', []],
    [
      'a notice is none',
      '<p class="recaptcha-terms">Protected by reCAPTCHA</p><a href="https://www.google.com/recaptcha/about">reCAPTCHA</a>',
      '',
      [],
    ],
    ['a preconnect is none', '', '<link rel="preconnect" href="https://www.google.com/recaptcha/api.js">', []],
  ])('%s', (_name, inside, outside, expected) => {
    expect(signUp(inside, outside)).toEqual(expected);
  });

  test.each([
    [
      'log-in',
      '<title>Log in</title><form action="/login"><input name="u"><input type="password"><div class="h-captcha"></div></form>',
      'https://acme.com/login',
      [['hCaptcha', 'visible', 'log-in']],
    ],
    [
      'key form',
      '<title>API keys</title><form action="/api-keys"><input name="name"><div class="cf-turnstile"></div><button>Create API key</button></form>',
      'https://acme.com/settings',
      [['Turnstile', 'visible', 'key']],
    ],
    [
      'contact form',
      '<title>Contact</title><form><input name="your-email"><textarea name="your-message"></textarea><div class="g-recaptcha"></div></form>',
      'https://acme.com/contact',
      [['reCAPTCHA', 'visible', 'other']],
    ],
    [
      'newsletter',
      '<title>Acme</title><form><input name="email"><div class="g-recaptcha"></div><button>Subscribe to our newsletter</button></form>',
      'https://acme.com/',
      [['reCAPTCHA', 'visible', 'other']],
    ],
    [
      'newsletter beside a sign-up',
      '<title>Sign up</title><form action="/signup"><input name="email"><input type="password"></form><form action="/newsletter"><input name="email"><div class="g-recaptcha"></div></form>',
      'https://acme.com/signup',
      [['reCAPTCHA', 'visible', 'other']],
    ],
    [
      'site-wide script without a form',
      '<title>Pricing</title><p>Free</p><script src="https://www.google.com/recaptcha/api.js"></script>',
      'https://acme.com/pricing',
      [['reCAPTCHA', 'present', 'none']],
    ],
    [
      'shell of a sign-up',
      '<title>Sign up</title><div id="root"></div><script src="https://js.hcaptcha.com/1/api.js"></script>',
      'https://acme.com/register',
      [['hCaptcha', 'present', 'sign-up']],
    ],
    [
      'documentation',
      '<title>Bots</title><p>Add reCAPTCHA, hCaptcha or Turnstile: https://js.hcaptcha.com/1/api.js</p><pre><code>&lt;div class="g-recaptcha"&gt;</code></pre>',
      'https://docs.acme.com/bots',
      [],
    ],
    [
      'unescaped sample',
      '<title>Bots</title><pre><div class="g-recaptcha"></div></pre>',
      'https://docs.acme.com/bots',
      [],
    ],
    [
      'heading with the word',
      '<title>Docs</title><h2 id="captcha">CAPTCHA</h2><a href="#captcha">CAPTCHA</a>',
      'https://docs.acme.com/x',
      [],
    ],
    [
      'the vendor itself',
      '<title>Captcha vendor</title><script src="https://assets.supercaptcha.com/app.js"></script>',
      'https://www.supercaptcha.com/',
      [],
    ],
    [
      'inside a template',
      '<title>Sign up</title><template><div class="h-captcha"></div></template><form><input name="email"></form>',
      'https://acme.com/signup',
      [],
    ],
  ])('%s', (_name, text, url, expected) => {
    expect(found(text, url)).toEqual(expected);
  });

  test('cites the tag and the exchange', () => {
    expect(
      findCaptchas(
        SIGN_UP.replace('%', '<div class="h-captcha" data-sitekey="k"></div>'),
        'https://acme.com/signup',
      )[0],
    ).toMatchObject({
      quote: '<div class="h-captcha" data-sitekey="k">',
      url: 'https://acme.com/signup',
      evidence: ['x9'],
    });
  });

  test('hostile input costs linear time', () => {
    for (const piece of [
      '<div class="g-recaptcha">',
      '<form>',
      '<script>grecaptcha',
      '<iframe src="//x.captcha.y/z">',
      'data-captcha ',
    ]) {
      const started = cpuMs();
      found(piece.repeat(40_000));
      expect(cpuMs() - started).toBeLessThan(2_000);
    }
  });
});

/** CAPTCHA products by what pages show of them: a table, and where a text names one of its sources or calls. */
import { Names } from '../names.ts';

/** How each product shows itself, the more special of two names first. */
export const PRODUCTS = (
  [
    {
      name: 'reCAPTCHA Enterprise',
      sources: 'google.com/recaptcha/enterprise recaptcha.net/recaptcha/enterprise gstatic.com/recaptcha/enterprise',
      calls: ['grecaptcha.enterprise.execute(', 'grecaptcha.enterprise.render(', 'grecaptcha.enterprise.ready('],
    },
    {
      name: 'reCAPTCHA',
      sources: 'google.com/recaptcha/ recaptcha.net/recaptcha/ gstatic.com/recaptcha/ gstatic.cn/recaptcha/',
      widgets: 'g-recaptcha',
      fields: 'g-recaptcha-response*',
      calls: ['grecaptcha.execute(', 'grecaptcha.render(', 'grecaptcha.ready('],
    },
    {
      name: 'hCaptcha',
      sources: 'hcaptcha.com/api.js hcaptcha.com/1/api.js hcaptcha.com/captcha hcaptcha.com/1/captcha',
      widgets: 'h-captcha',
      fields: 'h-captcha-response',
      calls: ['hcaptcha.execute(', 'hcaptcha.render('],
    },
    {
      name: 'Turnstile',
      sources: 'challenges.cloudflare.com/turnstile/',
      widgets: 'cf-turnstile',
      fields: 'cf-turnstile-response',
      calls: ['turnstile.render(', 'turnstile.execute(', 'turnstile.ready('],
    },
    {
      name: 'Arkose',
      sources: 'arkoselabs.com/ funcaptcha.com/',
      widgets: 'arkose arkose-* funcaptcha funcaptcha-*',
      fields: 'fc-token arkosetoken arkose-token arkose_token funcaptcha-token fun-captcha-token',
      calls: ['setupEnforcement', 'setupDetection', 'new ArkoseEnforcement'],
    },
    {
      name: 'GeeTest',
      sources: 'static.geetest.com/ api.geetest.com/ gcaptcha4.geetest.com/ api-na.geetest.com/ gt.js gt4.js',
      widgets: 'geetest geetest_* geetest-*',
      fields: 'geetest_*',
      calls: ['initGeetest(', 'initGeetest4('],
    },
    {
      name: 'AWS WAF CAPTCHA',
      sources: 'captcha.awswaf.com/ captcha-sdk.awswaf.com/',
      calls: ['AwsWafCaptcha.renderCaptcha('],
    },
    {
      name: 'Friendly Captcha',
      sources: 'friendly-challenge/ friendly-challenge@ friendly-challenge. friendlycaptcha.com/ frcapi.com/',
      widgets: 'frc-captcha',
      fields: 'frc-captcha-solution frc-captcha-response',
    },
    {
      name: 'MTCaptcha',
      sources: 'service.mtcaptcha.com/ service2.mtcaptcha.com/',
      widgets: 'mtcaptcha',
      fields: 'mtcaptcha-verifiedtoken*',
      calls: ['mtcaptchaConfig=', 'mtcaptchaConfig ='],
    },
    {
      name: 'ALTCHA',
      sources: 'altcha.js altcha.min.js',
      widgets: 'altcha-widget',
      fields: 'altcha',
    },
    {
      name: 'mCaptcha',
      sources: 'mcaptcha.org/',
      widgets: 'mcaptcha__*',
      fields: 'mcaptcha__token',
    },
    {
      name: 'SmartCaptcha',
      sources: 'smartcaptcha.yandexcloud.net/ smartcaptcha.cloud.yandex.ru/',
      widgets: 'smart-captcha',
      fields: 'smart-token',
      calls: ['smartCaptcha.render('],
    },
    {
      name: 'Tencent Captcha',
      sources: 'tcaptcha.js tcaptcha-global.js',
      widgets: 'tencentcaptcha',
      calls: ['new TencentCaptcha('],
    },
  ] satisfies ProductRow[] as ProductRow[]
).map(({ name, sources, widgets = '', fields = '', calls = [] }) => ({
  name,
  sources: sources.split(' '),
  widgets: new Names(widgets),
  fields: new Names(fields),
  calls,
}));
export type Product = (typeof PRODUCTS)[number];

interface ProductRow {
  name: string;
  /** The script or frame URLs that load it: each a host with the beginning of a path, or a file. */
  sources: string;
  /** Class, id or custom element of its widget. */
  widgets?: string;
  /** Form field that carries its answer. */
  fields?: string;
  /** What an inline script of a page calls. */
  calls?: string[];
}

/** Where a URL in `lower`, a text in lower case, is one of these: after a slash or a dot, so that no other host ends so; -1: nowhere. */
export function sourceAt(lower: string, sources: readonly string[]): number {
  for (const source of sources)
    for (let at = lower.indexOf(source); at >= 0; at = lower.indexOf(source, at + 1)) {
      const after = lower[at + source.length] ?? '';
      const whole = !source.endsWith('.js') || !(after >= 'a' && after <= 'z');
      if (whole && (lower[at - 1] === '/' || lower[at - 1] === '.')) return at;
    }
  return -1;
}
export const callAt = (text: string, calls: readonly string[]): number =>
  calls.map((call) => text.indexOf(call)).find((at) => at >= 0) ?? -1;

/** What works for people before a fix, and has to work after it. */
import { createHash, randomBytes } from 'node:crypto';
import { Browser } from './browser.ts';
import type { Guard, Paths } from './documents.ts';

export interface Door {
  name: string;
  opens(url: string): Promise<boolean>;
}

const html = { accept: 'text/html,application/xhtml+xml' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const signedIn = (url: string): Promise<Browser> => new Browser().signIn(`${url}/login`);

const status: Door = {
  name: 'an open operation answers everybody',
  opens: async (url) => (await fetch(`${url}/v1/status`)).status === 200,
};

const session: Door[] = [
  status,
  {
    name: 'a browser without a session is led to the login page',
    async opens(url) {
      const answer = await fetch(`${url}/v1/orders`, { headers: html, redirect: 'manual' });
      return answer.status >= 300 && answer.status < 400 && /\/login/.test(answer.headers.get('location') ?? '');
    },
  },
  {
    name: 'somebody signs in and reads the orders, as a page',
    async opens(url) {
      const answer = await (await signedIn(url)).go(`${url}/v1/orders`);
      return answer.status === 200 && (await answer.text()).includes('"orders"');
    },
  },
  {
    name: 'the script of a page reads the orders with the session',
    async opens(url) {
      const headers = { accept: '*/*', 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' };
      const answer = await (await signedIn(url)).go(`${url}/v1/orders`, { headers });
      return answer.status === 200;
    },
  },
];

const key: Door[] = [
  status,
  {
    name: 'a key in X-API-Key reads the orders',
    opens: async (url) => (await fetch(`${url}/v1/orders`, { headers: { 'x-api-key': 'key-of-ann' } })).status === 200,
  },
  {
    name: 'a wrong key is refused',
    opens: async (url) => {
      const answer = await fetch(`${url}/v1/orders`, { headers: { 'x-api-key': 'wrong' } });
      return answer.status === 403;
    },
  },
];

const reads = async (url: string, token: unknown): Promise<boolean> =>
  (await fetch(`${url}/v1/orders`, { headers: { authorization: `Bearer ${String(token)}` } })).status === 200;

/** The client of people: it has no secret, and proves itself by PKCE where that is asked for. */
const web = { client_id: 'web', redirect_uri: 'https://web.example/back' };

/** The authorization code flow of a person, to its end. */
const codeFlow = ({ authorize, token }: Paths, scope: string): Door => ({
  name: 'the authorization code flow runs to its end, and the refresh token gets the next token',
  async opens(url) {
    const tokenOf = async (fields: Record<string, string>): Promise<Record<string, unknown>> => {
      const body = new URLSearchParams({ ...web, ...fields }).toString();
      const answer = await fetch(`${url}${token}`, { method: 'POST', headers: form, body });
      return answer.status === 200 ? ((await answer.json()) as Record<string, unknown>) : {};
    };
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      ...web,
      ...(scope ? { scope, prompt: 'consent' } : {}),
      response_type: 'code',
      state: 's1',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    const browser = new Browser();
    // Some apps sign people in on a page of their own, and do not lead back.
    await browser.signIn(`${url}/login`);
    const back = await browser.reach(`${url}${authorize}?${query.toString()}`, web.redirect_uri);
    const code = back === null ? null : new URL(back).searchParams.get('code');
    const first = await tokenOf({ grant_type: 'authorization_code', code: code ?? '', code_verifier: verifier });
    // Before the next one is asked for: a server may end the old token then.
    if (!(await reads(url, first['access_token']))) return false;
    const next = await tokenOf({ grant_type: 'refresh_token', refresh_token: String(first['refresh_token']) });
    return reads(url, next['access_token']);
  },
});

/** Somebody makes a key with the form. The riddle is solved where there is one. */
const newKey: Door = {
  name: 'somebody makes a key with the form, and the key reads the orders',
  async opens(url) {
    const body = new URLSearchParams({ email: 'ann@shop.example', 'g-recaptcha-response': 'solved' }).toString();
    const answer = await fetch(`${url}/developers/keys`, { method: 'POST', headers: form, body });
    const [, made = ''] = /<code>(.*)<\/code>/.exec(await answer.text()) ?? [];
    return (await fetch(`${url}/v1/orders`, { headers: { 'x-api-key': made } })).status === 200;
  },
};

const password: Door = {
  name: 'a name with its password reads the orders, and a wrong one does not',
  async opens(url) {
    const asked = async (pair: string) =>
      (await fetch(`${url}/v1/orders`, { headers: { authorization: `Basic ${btoa(pair)}` } })).status;
    return (await asked('ann:tulip')) === 200 && (await asked('ann:rose')) === 401;
  },
};

/** A program gets in as it did. */
const machine: Door = {
  name: 'a program gets a token, and reads the orders',
  async opens(url) {
    const headers = { ...form, authorization: `Basic ${btoa('export:secret-of-this-run')}` };
    const answer = await fetch(`${url}/oauth/token`, {
      method: 'POST',
      headers,
      body: 'grant_type=client_credentials',
    });
    return reads(url, ((await answer.json()) as { access_token?: string }).access_token);
  },
};

/** Metadata that ID tokens are verified with. */
const verification: Door = {
  name: 'the metadata has what ID tokens are verified with',
  async opens(url) {
    const answer = await fetch(`${url}/.well-known/oauth-authorization-server`);
    const {
      jwks_uri,
      userinfo_endpoint,
      id_token_signing_alg_values_supported: algorithms,
    } = (await answer.json()) as Record<string, unknown>;
    return Boolean(jwks_uri && userinfo_endpoint) && JSON.stringify(algorithms) === '["ES256","RS256"]';
  },
};

/** The doors of an app, by what guards it. `scope` is what the app's own authorization server wants to hear. */
export function doors(guard: Guard, paths: Paths, scope = ''): Door[] {
  if (guard === 'session') return session;
  if (guard === 'key' || guard === 'walled' || guard === 'unpublished') return key;
  if (guard === 'basic') return [status, password];
  if (guard === 'captcha') return [...key, newKey];
  if (guard === 'timeless') return [status, machine];
  const people = [status, codeFlow(paths, scope)];
  return guard === 'oauth' ? [...people, verification] : people;
}

/** A person at a browser, as far as sign-in and consent need one: cookies, redirects, and forms that are filled in and sent. */
import { request } from 'undici';

const html = { accept: 'text/html,application/xhtml+xml' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i')
    .exec(tag)
    ?.slice(1)
    .find((one) => one !== undefined);
const plain = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&#x2F;', '/').replaceAll('&#39;', "'");

/** The fields that Ann would send: what is hidden stays, what is asked for is her name and password, and she agrees. */
function filledIn(page: string): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [tag] of page.matchAll(/<input\b[^>]*>/gi)) {
    const name = attribute(tag, 'name');
    const type = attribute(tag, 'type')?.toLowerCase() ?? 'text';
    if (name === undefined || (type === 'submit' && name !== 'allow')) continue;
    if (type === 'text' || type === 'email') fields.append(name, 'ann');
    else if (type === 'password') fields.append(name, 'tulip');
    else fields.append(name, plain(attribute(tag, 'value') ?? ''));
  }
  return fields;
}

interface Asked {
  headers?: Record<string, string>;
  /** A form that is sent; without one the address is gone to. */
  body?: string;
}

/** One request as a browser makes it; `fetch` says of itself that a script asks. */
async function ask(url: string, given: Record<string, string>, body: string | null): Promise<Response> {
  const headers = { 'sec-fetch-mode': 'navigate', ...given };
  const asked = await request(url, { method: body === null ? 'GET' : 'POST', headers, body });
  const answered = new Headers();
  for (const [name, values = []] of Object.entries(asked.headers))
    for (const value of [values].flat()) answered.append(name, value);
  return new Response(await asked.body.text(), { status: asked.statusCode, headers: answered });
}

export class Browser {
  readonly #jar = new Map<string, string>();

  /** One request, without following a redirect. */
  async go(url: string, { headers = {}, body }: Asked = {}): Promise<Response> {
    const cookie = [...this.#jar.values()].join('; ');
    const answer = await ask(url, { ...html, cookie, ...headers }, body ?? null);
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      if (/;\s*max-age=0\b|;\s*expires=thu, 01 jan 1970/i.test(cookie)) this.#jar.delete(name);
      else this.#jar.set(name, pair);
    }
    return answer;
  }

  /** Fills in the form of a page and sends it to where it leads. */
  async send(page: string, url: string): Promise<{ answer: Response; url: string }> {
    const [, tag = ''] = /(<form\b[^>]*>)/i.exec(page) ?? [];
    const target = new URL(plain(attribute(tag, 'action') ?? '') || url, url).href;
    const headers = { ...form, origin: new URL(url).origin, referer: url };
    return {
      answer: await this.go(target, { headers, body: filledIn(page).toString() }),
      url: target,
    };
  }

  /** Signs in at a page with a form. */
  async signIn(url: string): Promise<this> {
    await this.send(await (await this.go(url)).text(), url);
    return this;
  }

  /** Follows redirects and sends forms until an address that begins so; null when it does not come to that. */
  async reach(start: string, wanted: string): Promise<string | null> {
    let url = start;
    let answer = await this.go(url);
    for (let step = 0; step < 15; step += 1) {
      const location = answer.headers.get('location');
      if (location !== null) {
        url = new URL(location, url).href;
        if (url.startsWith(wanted)) return url;
        answer = await this.go(url);
      } else {
        const page = await answer.text();
        if (!/<form\b/i.test(page)) return null;
        ({ answer, url } = await this.send(page, url));
      }
    }
    return null;
  }
}

/** Addresses as samples show them, made fit to be asked: no credential goes along, and no placeholder. */
import { holds } from '../names.ts';

/** Parameters whose name may stand for a credential or for whom it belongs to. */
const secretName = /key|token|secret|sign|auth|pass|credential|session|client|code|app_?id|user_?id/i;

/** A path parameter that cannot matter before authentication is filled with a harmless value; an example credential in a path is taken out. */
const filled = (url: string): string =>
  url
    .replace(/(?<!\d)\d{4,20}:[\w-]{6,}/g, '000000:0000')
    .replace(/\{[^{}/]*\}|<[^<>/]*>|:(?=[a-z_]+(?:\/|$))[a-z_]+/gi, '1');

/**
 * The address of a call as a sample shows it. Its own parameters stay, since an endpoint may answer 400 without them, but never a
 * credential (a key that works for everybody is still one) and no placeholder.
 */
export function withoutCredentials(url: string): string {
  const [place = url, query = ''] = url.split('?', 2);
  const parameters = [...new URLSearchParams(query)];
  const harmless = ([name, value]: [string, string]) =>
    !secretName.test(name) && /^[\w.,:-]{1,32}$/.test(value) && !holds(value.toLowerCase(), 'your', 'example', 'xxx');
  return parameters.length > 0 && parameters.length <= 6 && parameters.every(harmless)
    ? `${filled(place)}?${query}`
    : filled(place);
}

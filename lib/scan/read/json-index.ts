/** Tells an answer that holds data from one that only leads on: a list of links or versions, a greeting, a sign of life. */
import { isObject, readJson } from './json-body.ts';
import { Names } from '../names.ts';

const LINK = /^(?:https?:\/\/|\/)\S*$/;
/** Members of a document that speaks about the service itself. */
const ABOUT = new Names(`
  name version versions api api_version apiversion status message msg ok success health healthy uptime time timestamp environment env
  service server doc docs documentation welcome hello build commit revision release home swagger openapi
  link links _links resources routes namespaces endpoints paths
`);
const MAX_TEXT = 200_000;
const MAX_LEAVES = 400;

/**
 * Whether a JSON body is an index. A document is one when half or more of its texts are addresses or paths, or when every member at the top
 * speaks about the service. An empty object or list holds no data either. False for what is no JSON object or list. Never throws.
 */
export function isIndex(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  const read = readJson(text.slice(0, MAX_TEXT).trim());
  if (!read.ok || typeof read.value !== 'object' || read.value === null) return false;
  const top = isObject(read.value) ? Object.keys(read.value) : [];
  if (isObject(read.value) && top.every((name) => ABOUT.has(name))) return true;
  const leaves: unknown[] = [];
  const pending: unknown[] = [read.value];
  while (pending.length > 0 && leaves.length < MAX_LEAVES) {
    const value = pending.pop();
    if (typeof value === 'object' && value !== null) pending.push(...Object.values(value).slice(0, 100));
    else leaves.push(value);
  }
  const texts = leaves.filter((leaf) => typeof leaf === 'string' && leaf !== '');
  const links = texts.filter((leaf) => typeof leaf === 'string' && LINK.test(leaf));
  return leaves.length === 0 ? isObject(read.value) : links.length > 0 && links.length * 2 >= texts.length;
}

/** Documentation viewers (Swagger UI, Redoc, Scalar, RapiDoc, Stoplight Elements) and the API descriptions that they show. */
import { readMarkup } from '../markup.ts';
import { setOf } from '../../names.ts';

export interface Viewer {
  /** Addresses of descriptions that the viewer is told to load, absolute. */
  descriptions: string[];
  /** Scripts of the page that may hold its options, absolute. */
  scripts: string[];
}

const viewerWords = ['swagger-ui', 'swaggerui', 'redoc', 'scalar', 'elements-api', 'rapidoc', 'rapi-doc'];
/** Options and attributes whose value is the address of a description, without hyphens and in lower case. */
const optionNames = setOf(
  'url specurl spec spechref swaggerurl configurl apidescriptionurl dataurl dataspecurl definition definitionurl openapi openapiurl',
);
/** Attributes that only viewers have, on whichever element. */
const attributes = ['spec-url', 'data-spec-url', 'apidescriptionurl', 'api-description-url', 'data-url', 'spec-href'];
const assets = ['.js', '.mjs', '.css', '.png', '.svg', '.ico', '.html', '.map', '.jpg', '.gif'];
const bundles = ['bundle', 'preset', 'standalone', 'vendor', '.min.'];
const setups = ['init', 'config', 'setup', 'index', 'main', 'docs', 'swagger', 'redoc'];

const OPTION = /([\w-]{2,30})["']?\s{0,4}[:=]\s{0,4}["'`]([^"'`\s<>]{1,500})["'`]/g;
const longest = 400_000;

const absolute = (path: string, base: string): string[] => {
  const file = path.split(/[?#]/)[0]?.toLowerCase() ?? '';
  return URL.canParse(path, base) && !path.startsWith('#') && !assets.some((end) => file.endsWith(end))
    ? [new URL(path, base).href]
    : [];
};

/** Addresses that the options of a viewer name in a script (`SwaggerUIBundle({ url: "/spec" })`, `Redoc.init("/spec.json")`). */
function optionsIn(script: string, base: string): string[] {
  const named = [...script.matchAll(OPTION)]
    .filter(([, name = '']) => optionNames.has(name.replaceAll('-', '').toLowerCase()))
    .flatMap(([, , value = '']) => absolute(value, base));
  const first = script.split('Redoc.init(')[1]?.trimStart() ?? '';
  const quote = first[0] ?? '';
  const argument = '"\'`'.includes(quote) && quote !== '' ? first.slice(1, first.indexOf(quote, 1)) : '';
  return [...named, ...(argument === '' ? [] : absolute(argument, base))];
}

/** What a viewer in an HTML page, or in a script of one, is told to load. Empty for everything else. Cost is linear in the length. */
export function readViewer(source: string, base: string): Viewer {
  const text = source.slice(0, longest);
  const lower = text.toLowerCase();
  if (!viewerWords.some((word) => lower.includes(word))) return { descriptions: [], scripts: [] };
  const descriptions: string[] = [];
  const scripts: string[] = [];
  let script: string | null = null;
  readMarkup(text, {
    open(name, found) {
      for (const attribute of attributes) descriptions.push(...absolute(found.get(attribute) ?? '#', base));
      const src = found.get('src');
      script = name === 'script' && src === undefined ? '' : null;
      const file = src?.toLowerCase().split('/').pop() ?? '';
      if (name !== 'script' || src === undefined || !URL.canParse(src, base)) return;
      if (setups.some((word) => file.includes(word)) && !bundles.some((word) => file.includes(word)))
        scripts.push(new URL(src, base).href);
    },
    close(name) {
      if (name === 'script' && script !== null) descriptions.push(...optionsIn(script, base));
      script = null;
    },
    text(data) {
      if (script !== null) script += data;
    },
  });
  // A script of its own is no markup.
  if (!lower.includes('<script') && !lower.includes('<redoc')) descriptions.push(...optionsIn(text, base));
  return { descriptions: [...new Set(descriptions)].slice(0, 4), scripts: [...new Set(scripts)].slice(0, 2) };
}

/** A description that a page carries as a script variable: the outermost object that starts with a version key, cut out by its braces. */
export function embeddedDescription(html: string): string | null {
  const start = /\{\s*"(?:openapi"\s*:\s*"3\.|swagger"\s*:\s*"2\.)/.exec(html)?.index;
  if (start === undefined) return null;
  let depth = 0;
  let quoted = false;
  for (let at = start; at < html.length; at += 1) {
    const char = html[at];
    if (quoted) {
      if (char === '\\') at += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{') depth += 1;
    else if (char === '}') {
      depth -= 1;
      if (depth === 0) return html.slice(start, at + 1);
    }
  }
  return null;
}

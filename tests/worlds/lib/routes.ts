/** Route keys of a world, compiled once: `[METHODS ]/path` with `:name` segments and `*`. */
import type { Answer, Incoming, Reply, Site } from './world.ts';
import { notFoundPage } from './pages.ts';

interface Route {
  methods: readonly string[] | null;
  pattern: RegExp;
  names: readonly string[];
  reply: Reply;
}

function compile(key: string, reply: Reply): Route {
  const space = key.indexOf(' ');
  const methods = space < 0 ? null : key.slice(0, space).split(',');
  const path = space < 0 ? key : key.slice(space + 1);
  const names: string[] = [];
  const source = path
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/:(\w+)/g, (_, name: string) => {
      names.push(name);
      return '([^/]+)';
    });
  return { methods, pattern: new RegExp(`^${source.replace(/\/$/, '')}/?$`), names, reply };
}

const serves = (route: Route, method: string): boolean =>
  route.methods === null || route.methods.includes(method) || (method === 'HEAD' && route.methods.includes('GET'));

/** Turns a site into a function from request to answer. `planned` is false when no route spoke. */
export function router(name: string, site: Site): (request: Incoming) => { answer: Answer; planned: boolean } {
  const routes = Object.entries(site.routes).map(([key, reply]) => compile(key, reply));
  const dress = (answer: Answer): Answer => ({ ...answer, headers: { ...site.headers, ...answer.headers } });
  return (request) => {
    for (const route of routes) {
      const match = serves(route, request.method) ? route.pattern.exec(request.path) : null;
      if (!match) continue;
      const params = Object.fromEntries(route.names.map((param, index) => [param, match[index + 1] ?? '']));
      const answer = typeof route.reply === 'function' ? route.reply({ ...request, params }) : route.reply;
      if (answer) return { answer: dress(answer), planned: true };
    }
    const rest = site.otherwise ?? notFoundPage(name);
    const answer = typeof rest === 'function' ? rest(request) : rest;
    return { answer: dress(answer ?? notFoundPage(name)), planned: site.otherwise !== undefined };
  };
}

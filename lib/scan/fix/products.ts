/** Which products answer, recognised from what they send, and what each is told for a fix: its own words for menus and settings. */
import type { Case } from '../judge/case.ts';
import type { Exchange } from '../types.ts';
import type { Fix } from '../schema/report.ts';
import { authorizationServers } from './authorization-servers.ts';
import { bodyClient } from './calls.ts';
import { bearerChallenge, placeValues } from './challenge.ts';
import { frameworks } from './frameworks.ts';
import { rows } from './product-rows.ts';
import type { Advice, Product } from './product.ts';
import type { Trace } from './signs.ts';
import { clean } from './quote.ts';
import type { Built, FixContext, FixId } from './types.ts';

/** A product with what gave it away, for people to check. */
export interface Recognised {
  product: Product;
  because: string;
}

/** One answer as signs read it, with the exchange that holds it. */
export interface Traced {
  trace: Trace;
  id: string;
}

function traceOf({ id, request, response }: Exchange): Traced[] {
  if (!response || !URL.canParse(request.url)) return [];
  const fields = new Map<string, string[]>();
  for (const [name, value] of response.headers) fields.set(name, [...(fields.get(name) ?? []), value]);
  const trace: Trace = {
    url: new URL(request.url),
    status: response.status,
    field: (name) => fields.get(name)?.join(', ') ?? '',
    cookies: (fields.get('set-cookie') ?? []).map((value) => value.split('=')[0]?.trim() ?? ''),
    body: response.body,
  };
  return [{ trace, id }];
}

/** Hosts whose answers are the business's own or its authorization server's: what others send says nothing of it. */
function ownHosts({ surface, target }: Case): ReadonlySet<string> {
  const urls = [
    target.url,
    ...Object.values(surface).flatMap((items: readonly { url: string }[]) => items.map(({ url }) => url)),
  ];
  const issuers = surface.authorizationServers.map(({ issuer }) => issuer);
  return new Set([...urls, ...issuers].flatMap((url) => (URL.canParse(url) ? [new URL(url).host] : [])));
}

/** What the business itself and its authorization server answered. */
export function ownTraces(exchanges: readonly Exchange[], subject: Case): Traced[] {
  const own = ownHosts(subject);
  return exchanges.flatMap(traceOf).filter(({ trace }) => own.has(trace.url.host));
}

/** The name of the framework that answers, or null where none or more than one gives itself away. Nest answers through Express. */
export function recogniseFramework(traces: readonly Traced[]): string | null {
  const found = frameworks.filter(({ signs }) => signs && traces.some(({ trace }) => signs(trace) !== null));
  const names = found.map(({ name }) => name).filter((name) => name !== 'Express' || found.length === 1);
  return names.length === 1 ? (names[0] ?? null) : null;
}

/** The products of this target, in the order of the table: authorization servers before gateways and servers. */
export function recognise(traces: readonly Traced[]): Recognised[] {
  return rows.flatMap((product) => {
    for (const { trace, id } of traces) {
      const sign = product.signs(trace);
      if (sign !== null) return [{ product, because: `${clean(sign, 120)} (exchange ${id})` }];
    }
    return [];
  });
}

/** The authorization server that is a product, which keeps the clients. */
export const serverOf = (products: readonly Recognised[]): Product | undefined =>
  products.find(({ product }) => authorizationServers.some(({ id }) => id === product.id))?.product;

/** The first recognised product that has a word on this fix. */
function advised(id: FixId, products: readonly Recognised[]): { found: Recognised; advice: Advice } | null {
  for (const found of products) {
    const advice = found.product.advice[id];
    if (advice) return { found, advice };
  }
  return null;
}

/** The built fix in the words of the product that was recognised, where one was; a switch takes the place of code. */
export function adviceFor(id: FixId, built: Built, context: FixContext): { built: Built; product: Fix['product'] } {
  const match = advised(id, context.products);
  if (!match) return { built, product: null };
  const { found, advice } = match;
  const { publishes = true, framework } = found.product;
  const rest =
    advice.instead && publishes
      ? built.artefacts.filter((one) => !one.file?.startsWith('authorization-server.'))
      : built.artefacts;
  // A product that publishes no metadata leaves that to the app around it.
  const document =
    publishes || !framework || context.places.server
      ? null
      : { kinds: ['metadata'] as const, values: placeValues(context, bearerChallenge(context)), only: [framework] };
  return {
    built: {
      ...built,
      steps: [...advice.steps],
      work: advice.instead ? 'switch' : built.work,
      // Where a product registers one way of authentication per client, Basic is the one that every server takes (RFC 6749 §2.3.1).
      checks: advice.instead ? built.checks.filter(({ command }) => !command.includes(bodyClient)) : built.checks,
      ...(advice.undo ? { undo: advice.undo } : {}),
      artefacts: [...(advice.artefacts ?? []), ...rest],
      code: advice.instead ? document : built.code,
    },
    product: {
      id: found.product.id,
      name: found.product.name,
      because: found.because,
      manual: advice.manual ?? found.product.manual,
    },
  };
}

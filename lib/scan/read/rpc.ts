/** Which remote procedure protocol an answer speaks, when it speaks one: such endpoints are asked by POST in their own way. */
import { isObject, own, readJson } from './json-body.ts';

/** Words of GraphQL servers in answers to a request that is no GraphQL request. */
const graphqlWords = ['graphql', 'csrf', 'query', 'persistedquerynotfound', 'operation'];
/** What the page of a GraphQL server calls itself (GraphiQL, Apollo Sandbox, Altair, GraphQL Playground, Voyager). */
const graphqlPages = [
  'graphiql',
  'graphql sandbox',
  'graphql playground',
  'apollo sandbox',
  'graphql explorer',
  'graphql ide',
];

/**
 * `graphql`: a JSON body with errors in GraphQL's shape (GraphQL §7.1.2) that speak of its requests, or the page of its explorer.
 * `json-rpc`: a JSON-RPC 2.0 response (§5). Null: neither.
 */
export function protocolOf(text: string, contentType: string | null): 'graphql' | 'json-rpc' | null {
  if (contentType?.includes('html')) {
    const start = text.slice(0, 20_000).toLowerCase();
    return graphqlPages.some((words) => start.includes(words)) ? 'graphql' : null;
  }
  const read = readJson(text);
  if (!read.ok || !isObject(read.value)) return null;
  if (typeof own(read.value, 'jsonrpc') === 'string') return 'json-rpc';
  const errors = own(read.value, 'errors');
  if (!Array.isArray(errors) || own(read.value, 'error') !== undefined) return null;
  const messages = errors.slice(0, 5).flatMap((error: unknown) => {
    const message = isObject(error) ? own(error, 'message') : undefined;
    return typeof message === 'string' ? [message.toLowerCase()] : [];
  });
  return messages.some((message) => graphqlWords.some((word) => message.includes(word))) ? 'graphql' : null;
}

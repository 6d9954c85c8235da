/** The curl line that calls the protected endpoint, the way this endpoint wants to be called. */
import type { Places } from './places.ts';

const bodies = {
  graphql: `-H 'Content-Type: application/json' -d '{"query":"{ __typename }"}' `,
  'json-rpc': `-H 'Content-Type: application/json' -d '{"jsonrpc":"2.0","id":1,"method":"ping"}' `,
  post: `-H 'Content-Type: application/json' -d '{}' `,
} as const;

/** `extra` holds further options, each followed by a space. The URL stays a slot. */
export function curlCall({ callKind }: Places, extra = ''): string {
  const accept = callKind === 'json-rpc' ? 'application/json, text/event-stream' : 'application/json';
  return `curl -sS -i -H 'Accept: ${accept}' ${extra}${callKind === 'get' ? '' : bodies[callKind]}{{CALL_URL}}`;
}

/** `client_id:client_secret` come from the environment, so that no secret enters the shell's history. */
export const basicClient = `-u "$CLIENT_ID:$CLIENT_SECRET" `;
export const bodyClient = `--data-urlencode "client_id=$CLIENT_ID" --data-urlencode "client_secret=$CLIENT_SECRET" `;

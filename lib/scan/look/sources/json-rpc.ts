/**
 * JSON-RPC endpoints. JSON-RPC 2.0 §4.1 reserves names that begin with `rpc.` for the protocol; OpenRPC's describes the service and changes
 * nothing.
 */
import { candidateAt } from '../call-candidates.ts';
import { callsOf } from './calls.ts';

export const jsonRpc = callsOf('JSON-RPC', ({ known }) =>
  known.jsonRpc.flatMap((url) =>
    candidateAt(url, 'target', {
      method: 'POST',
      declaredProtected: true,
      body: '{"jsonrpc":"2.0","id":1,"method":"rpc.discover"}',
    }),
  ),
);

import type { GatewayRuntime } from '@graphql-hive/gateway-runtime';
import { v7 as uuidv7 } from 'uuid';
import type { AskGraph } from '../beacon/endpoint.ts';
import type { GatewayContext } from './transport.ts';

/** Asks the graph for an endpoint, as a principal of its own. */
export const asking =
  (graph: GatewayRuntime<GatewayContext>): AskGraph =>
  async (principal, query, variables) => {
    const context = { principal, requestId: uuidv7(), callerRequestId: null } as never;
    const answer = await graph.fetch(
      'http://localhost/graphql',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      },
      context,
    );
    const { data = null, errors = [] } = (await answer.json()) as {
      data?: unknown;
      errors?: readonly { readonly extensions?: { readonly code?: string } }[];
    };
    return { data, codes: errors.map(({ extensions }) => extensions?.code ?? 'UNKNOWN') };
  };

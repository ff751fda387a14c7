import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { identityCipher, type Session } from '@nodp/database';
import { GraphQLError } from 'graphql';
import { accessDoor } from './access.ts';
import { makeContext, type SubgraphContext } from './context.ts';
import { unauthenticated } from './errors.ts';
import { operationDigest, verifyGatewayToken } from './gateway-token.ts';
import type { Subgraph, SubgraphServices } from './subgraph.ts';

interface Served extends SubgraphContext {
  readonly session: Session;
}

export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  readonly gatewaySecret: string;
}

/** A subgraph alone, on a port of its own: it answers the gateway and nobody else. */
export const serveSubgraph = async (
  subgraph: Subgraph,
  services: SubgraphServices,
  { host, port, gatewaySecret }: ServeOptions,
): Promise<{ readonly url: string; stop(): Promise<void> }> => {
  const enter = accessDoor(subgraph.schema);
  const cipher = identityCipher(services);
  const server = new ApolloServer<Served>({
    schema: subgraph.schema,
    introspection: false,
    // The platform shuts down in its own order: HTTP, then the database.
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => {
      const original = error instanceof GraphQLError ? error.originalError : error;
      if (original !== undefined && original !== null && !(original instanceof GraphQLError)) {
        return {
          ...formatted,
          message: 'Unexpected error.',
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        };
      }
      const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
      return { ...formatted, extensions };
    },
    plugins: [
      {
        requestDidStart: async () => ({
          didResolveOperation: async ({ document, contextValue }) =>
            enter(document, contextValue.principal),
          willSendResponse: async ({ contextValue }) => contextValue.session.close(),
        }),
      },
    ],
  });
  const { url } = await startStandaloneServer(server, {
    listen: { host, port },
    context: async ({ req }) => {
      const body = (
        req as { body?: { query?: string; variables?: object; operationName?: string } }
      ).body;
      const { query = '', variables, operationName = null } = body ?? {};
      const digest = operationDigest(query, variables as Record<string, unknown>);
      const header = req.headers['x-nodp-gateway'];
      const token = typeof header === 'string' ? header : undefined;
      const claim = await verifyGatewayToken(gatewaySecret, subgraph.name, token, digest);
      if (claim.principal === null) throw unauthenticated('Sign in first.');
      const session = services.database.open(claim.principal, claim.requestId);
      return makeContext({ session, cipher, subgraph: subgraph.name, operationName });
    },
  });
  return { url, stop: () => server.stop() };
};

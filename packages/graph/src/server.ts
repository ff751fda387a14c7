import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { originOf, type Session } from '@nodp/database';
import { GraphQLError } from 'graphql';
import { accessCheck } from './access.ts';
import { auditChange } from './audit-change.ts';
import { cipherOf } from './cipher.ts';
import { makeContext, type SubgraphContext } from './context.ts';
import { notByThisMethod, unauthenticated } from './errors.ts';
import { operationDigest, verifyGatewayToken } from './gateway-token.ts';
import { type Certificate, createServer, listenerOf } from './listener.ts';
import { maskErrors } from './mask.ts';
import { type ExecutableSubgraph, type SubgraphServices, toStandardError } from './subgraph.ts';

export type { Certificate } from './listener.ts';

interface Served extends SubgraphContext {
  readonly session: Session;
}

export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  readonly gatewaySecret: string;
  /** Calls come by TLS with it; in the clear without. */
  readonly tls?: Certificate | null;
}

const asGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError('', {
        originalError: error instanceof Error ? error : new Error(String(error)),
      });

/** A subgraph alone, on a port of its own: it answers the gateway and nobody else. */
export const serveSubgraph = async (
  subgraph: ExecutableSubgraph,
  services: SubgraphServices,
  { host, port, gatewaySecret, tls = null }: ServeOptions,
): Promise<{ readonly url: string; stop(): Promise<void> }> => {
  const enter = accessCheck(subgraph.schema);
  const report = services.report ?? toStandardError;
  const cipher = cipherOf(services.identityKey);
  const http = createServer((request, response) => listener(request, response), tls);
  const server = new ApolloServer<Served>({
    schema: subgraph.schema,
    introspection: false,
    // The platform shuts down in its own order: HTTP, then the database.
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    formatError: (formatted, error) => {
      const masked = maskErrors({ errors: [asGraphQLError(error)] }, '', report).errors?.[0];
      return masked?.extensions.code === 'INTERNAL_SERVER_ERROR'
        ? { ...formatted, message: masked.message, extensions: masked.extensions }
        : formatted;
    },
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      // As long as the gateway waits for an answer.
      ApolloServerPluginDrainHttpServer({ httpServer: http, stopGracePeriodMillis: 30_000 }),
      {
        requestDidStart: async () => ({
          didResolveOperation: async ({ document, operationName, contextValue, request }) => {
            enter(document, contextValue.principal);
            const { variables = {} } = request;
            const { session } = contextValue;
            const { meantPatients } = subgraph;
            await auditChange(session, document, operationName, variables, meantPatients);
          },
          willSendResponse: async ({ contextValue }) => contextValue.session.close(),
        }),
      },
    ],
  });
  const contextOf = async (request: IncomingMessage, sent: unknown): Promise<Served> => {
    if (request.method !== 'POST') throw notByThisMethod('Subgraphs are asked by POST alone.');
    const { query = '', variables } = (sent ?? {}) as { query?: string; variables?: object };
    const digest = operationDigest(query, variables as Record<string, unknown>);
    const header = request.headers['x-nodp-gateway'];
    const token = typeof header === 'string' ? header : undefined;
    const claim = await verifyGatewayToken(gatewaySecret, subgraph.name, token, digest);
    if (claim.principal === null) throw unauthenticated('Sign in first.');
    const session = services.database.open(claim.principal, originOf(claim));
    const resources = services.resources ?? {};
    return makeContext({ session, cipher, resources });
  };
  const listener = listenerOf(server, contextOf);
  await server.start();
  await new Promise<void>((done, fail) => {
    http.once('error', fail);
    http.listen(port, host, done);
  });
  const { port: taken } = http.address() as AddressInfo;
  const url = `${tls === null ? 'http' : 'https'}://${host}:${taken}/graphql`;
  return { url, stop: () => server.stop() };
};

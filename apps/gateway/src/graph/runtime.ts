import { readFile } from 'node:fs/promises';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import { createGatewayRuntime, type GatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { GraphQLError } from 'graphql';
import { access, type Refused } from './access.ts';
import { costLimit } from './cost.ts';
import { namedOperations, operationNamer } from './operation.ts';
import type { GatewayContext, Transport } from './transport.ts';
import { checkedVariables } from './variables.ts';

export interface GraphOptions {
  readonly supergraph: string;
  readonly transport: Transport;
  /** Routing URLs by subgraph. */
  readonly urls: ReadonlyMap<string, string>;
  /** The web app's documents by hash. */
  readonly persisted: ReadonlyMap<string, string>;
  readonly introspection: boolean;
  /** Called for every operation that is refused to a signed-in account, before the refusal is answered. */
  readonly onRefused?: Refused;
}

/**
 * Documents that are not the web app's own: as deep as the patient page, and no dearer; the largest of its own has 650
 * tokens. 200,000 aliases of one field held the process for eight seconds before they were counted.
 */
const limits = { tokens: 4_000, depth: 14, cost: 5_000, objects: 600_000 };

/** Reads `persisted-documents.json` (hash → document) that the web app's build writes; none before it is built. */
export const readPersisted = async (file: string): Promise<ReadonlyMap<string, string>> => {
  try {
    return new Map(
      Object.entries(JSON.parse(await readFile(file, 'utf8')) as Record<string, string>),
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw error;
  }
};

/** An error of a subgraph that carried no code of its own was not foreseen. */
const unforeseen = (error: GraphQLError): boolean =>
  error.extensions.code === 'DOWNSTREAM_SERVICE_ERROR' ||
  (error.extensions.code === undefined && error.originalError !== undefined);

const internalError = (message: string) =>
  new GraphQLError(message, {
    extensions: { code: 'INTERNAL_SERVER_ERROR', http: { status: 500 } },
  });

/** The federated graph behind one endpoint. */
export const createGraph = (options: GraphOptions): GatewayRuntime<GatewayContext> => {
  const nameOf = operationNamer(options.persisted);
  return createGatewayRuntime<GatewayContext>({
    supergraph: options.supergraph,
    unifiedGraphHandler,
    graphqlEndpoint: '/graphql',
    logging: 'error',
    landingPage: false,
    graphiql: false,
    cors: false,
    transports: {
      http: {
        getSubgraphExecutor: ({ subgraphName }: { subgraphName: string }) =>
          options.transport(subgraphName, options.urls.get(subgraphName) ?? '') as never,
      },
    },
    persistedDocuments: {
      getPersistedOperation: (hash) => options.persisted.get(hash) ?? null,
      // A browser's session opens the web app's own documents alone.
      allowArbitraryDocuments: ({ headers }) =>
        headers.has('authorization') || !headers.has('cookie'),
      customErrors: {
        persistedQueryOnly: {
          message:
            'A session of the web app asks by its own documents. Send a document of your own with a token (POST /auth/token).',
          extensions: { code: 'PERSISTED_DOCUMENT_ONLY', http: { status: 400 } },
        },
      },
      extractPersistedOperationId: (params) => {
        const { documentId } = params as { documentId?: unknown };
        return typeof documentId === 'string' ? documentId : null;
      },
    },
    csrfPrevention: { requestHeaders: ['x-nodp-csrf', 'authorization'] },
    disableIntrospection: { disableIf: () => !options.introspection },
    executionCancellation: true,
    // Two readers that send the same operation at once must never share an answer.
    inboundInflightRequestDeduplication: false,
    requestId: false,
    // The application in front holds bodies to a size; doing so again makes a stream of each.
    ...({ maxRequestBodySize: false } as object),
    healthCheckEndpoint: '/graphql/health',
    maskedErrors: {
      maskError: (error, message) => {
        // Of the parameters of an address or a form, before anything is asked.
        if (error instanceof SyntaxError)
          return new GraphQLError('`variables` and `extensions` are written as JSON.', {
            extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
          });
        const meant = error instanceof GraphQLError && !unforeseen(error);
        return meant ? error : internalError(message);
      },
    },
    plugins: () => [
      maxTokensPlugin({ n: limits.tokens }) as never,
      namedOperations(nameOf),
      access(nameOf, options.onRefused),
      // After access: who may not ask is not told what may be asked.
      checkedVariables(),
      costLimit(limits),
      maxDepthPlugin({ n: limits.depth, ignoreIntrospection: true }) as never,
    ],
  });
};

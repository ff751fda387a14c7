import type { Database, Principal } from '@nodp/database';
import { composeSupergraph, readSupergraphFile } from '@nodp/graph/composition';
import type { Releases } from '@nodp/warehouse';
import { root } from '../apps/gateway/src/configuration.ts';
import { createGraph } from '../apps/gateway/src/graph/runtime.ts';
import { inProcess } from '../apps/gateway/src/graph/transport.ts';

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: an answer of any shape.
  readonly data: any;
  /** Of the errors, in their order. */
  readonly codes: string[];
}

export type AskWhole = (
  principal: Principal | null,
  query: string,
  variables?: object,
) => Promise<Answer>;

/** What the subgraphs answer from. */
interface Services {
  readonly database: Database;
  readonly identityKey: Uint8Array;
  /** Asked anew for each question, so that a test may change them. */
  readonly releases?: () => Releases;
}

/** The supergraph of supergraph.yaml, as text. */
export const supergraph = async (): Promise<string> => {
  const composed = composeSupergraph(await readSupergraphFile(`${root}/supergraph.yaml`));
  if (!composed.ok) throw new Error(composed.problems.join('\n'));
  return composed.supergraph;
};

/** Asks all six subgraphs in process, through the gateway and its access rules. */
export const wholeGraph = async ({
  database,
  identityKey,
  releases,
}: Services): Promise<AskWhole> => {
  const graph = createGraph({
    supergraph: await supergraph(),
    transport: inProcess(
      { database, identityKey },
      releases && {
        of: () => ({
          get releases() {
            return releases();
          },
        }),
      },
    ),
    urls: new Map(),
    persisted: new Map(),
    introspection: false,
  });
  return async (principal, query, variables = {}) => {
    const request = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    };
    const context = { principal, requestId: 'test' } as never;
    const response = await graph.fetch('http://localhost/graphql', request, context);
    const { data = null, errors = [] } = (await response.json()) as {
      data?: unknown;
      errors?: { extensions: { code: string } }[];
    };
    return { data, codes: errors.map(({ extensions }) => extensions.code) };
  };
};

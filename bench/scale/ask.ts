import { join } from 'node:path';
import type { Database, Principal } from '@nodp/database';
import { composeSupergraph, readSupergraphFile } from '@nodp/graph/composition';
import type { Releases } from '@nodp/warehouse';
import { root } from '../../apps/gateway/src/configuration.ts';
import { createGraph, readPersisted } from '../../apps/gateway/src/graph/runtime.ts';
import { inProcess } from '../../apps/gateway/src/graph/transport.ts';

/** Asks the gateway in process, as the web app does: the hash of a document of its own. */
export interface Asking {
  ask(
    document: RegExp,
    variables: Readonly<Record<string, unknown>>,
    principal: Principal,
  ): Promise<unknown>;
  close(): Promise<void>;
}

export const openGraph = async (
  database: Database,
  identityKey: Uint8Array,
  releases: Releases,
): Promise<Asking> => {
  const composed = composeSupergraph(await readSupergraphFile(join(root, 'supergraph.yaml')));
  if (!composed.ok) throw new Error(composed.problems.join('\n'));
  const persisted = await readPersisted(join(root, 'apps/web/dist/persisted-documents.json'));
  const graph = createGraph({
    supergraph: composed.supergraph,
    transport: inProcess({ database, identityKey }, { of: () => ({ releases }) }),
    urls: new Map(),
    persisted,
    introspection: false,
  });
  return {
    ask: async (document, variables, principal) => {
      const known = [...persisted].find(([, text]) => document.test(text));
      if (known === undefined)
        throw new Error(`The web app is not built, or has no document with ${document}.`);
      const response = await graph.fetch(
        'http://localhost/graphql',
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-nodp-csrf': '1' },
          body: JSON.stringify({ documentId: known[0], variables }),
        },
        { principal, requestId: 'bench' } as never,
      );
      const { data, errors } = (await response.json()) as {
        data?: unknown;
        errors?: { message: string }[];
      };
      if (errors) throw new Error(errors[0]?.message);
      return data;
    },
    close: async () => graph[Symbol.asyncDispose](),
  };
};

import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { readSubgraphSdl } from '../subgraph-sdl.ts';
import type { SubgraphPromise } from './compose.ts';

interface SupergraphFile {
  readonly subgraphs?: Readonly<
    Record<string, { readonly routing_url?: string; readonly schema?: { readonly file?: string } }>
  >;
}

/** Reads `supergraph.yaml` and the schemas it names, each with what stands beside its code and the shared types it reaches. */
export const readSupergraphFile = async (path: string): Promise<SubgraphPromise[]> => {
  const { subgraphs } = parse(await readFile(path, 'utf8')) as SupergraphFile;
  if (!subgraphs) throw new Error(`${path}: names no subgraphs.`);
  return Promise.all(
    Object.entries(subgraphs).map(async ([name, { routing_url: url, schema }]) => {
      if (!url || !schema?.file)
        throw new Error(`${path}: ${name} lacks routing_url or schema.file.`);
      return {
        name,
        url,
        sdl: readSubgraphSdl(dirname(resolve(dirname(path), schema.file))),
      };
    }),
  );
};

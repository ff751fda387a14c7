import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withShared } from './shared-sdl.ts';

/**
 * The files of a subgraph's schema, by their paths from the root of its folder: the roots in `schema.graphql`, every
 * other type beside the code that answers it.
 */
const sdlFiles = (folder: string): string[] => [
  'schema.graphql',
  ...globSync('src/**/*.graphql', { cwd: folder }).sort(),
];

/** A subgraph's whole schema: its files in one, after the shared types that they reach. */
export const readSubgraphSdl = (folder: string): string =>
  withShared(
    sdlFiles(folder)
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n'),
  );

import { readFileSync } from 'node:fs';
import { defineSubgraph, type Subgraph } from '@nodp/graph';
import { resolvers } from './resolvers/index.ts';

const sdl = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** Imaging studies with their series, and the radiologists’ reports. */
export const imaging: Subgraph = defineSubgraph('imaging', sdl, resolvers);

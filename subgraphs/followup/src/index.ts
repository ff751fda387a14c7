import { readFileSync } from 'node:fs';
import { defineSubgraph, type Subgraph } from '@nodp/graph';
import { resolvers } from './resolvers/index.ts';

const sdl = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** After treatment: plans, contacts made and due, how the disease stood. */
export const followup: Subgraph = defineSubgraph('followup', sdl, resolvers);

import { readFileSync } from 'node:fs';
import { defineSubgraph, type Subgraph } from '@nodp/graph';
import { resolvers } from './resolvers/index.ts';

const sdl = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** Regions with their populations, and what each institution sent over time. */
export const statistics: Subgraph = defineSubgraph('statistics', sdl, resolvers);

export { seedRegions } from './regions/seed-regions.ts';

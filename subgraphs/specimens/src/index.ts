import { readFileSync } from 'node:fs';
import { defineSubgraph, type Subgraph } from '@nodp/graph';
import { resolvers } from './resolvers/index.ts';

const sdl = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** What was taken from the patient and what the laboratory found: specimens, pathology, molecular results. */
export const specimens: Subgraph = defineSubgraph('specimens', sdl, resolvers);

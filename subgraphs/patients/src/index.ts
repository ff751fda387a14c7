import { readFileSync } from 'node:fs';
import { defineSubgraph } from '@nodp/graph';
import { resolvers } from './resolvers/index.ts';

const sdl = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** Who, and what happened: identity, institutions, tumours, stages, treatments, laboratory, intake. */
export const patients = defineSubgraph('patients', sdl, resolvers);

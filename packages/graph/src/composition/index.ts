export { type Composition, composeSupergraph, type SubgraphPromise } from './compose.ts';
export { readSupergraphFile } from './supergraph-file.ts';

import { defineSubgraph } from '@nodp/graph';
import { resolvers } from './resolvers/index.ts';

/** Imaging studies with their series, and the radiologists’ reports. */
export const imaging = defineSubgraph({
  name: 'imaging',
  folder: new URL('..', import.meta.url),
  resolvers,
});

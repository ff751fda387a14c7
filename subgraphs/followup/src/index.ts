import { defineSubgraph } from '@nodp/graph';
import { resolvers } from './resolvers/index.ts';

/** After treatment: plans, contacts made and due, how the disease stood. */
export const followup = defineSubgraph({
  name: 'followup',
  folder: new URL('..', import.meta.url),
  resolvers,
});

import { defineSubgraph } from '@nodp/graph';
import { meantPatients } from './biobank/meant-patients.ts';
import { resolvers } from './resolvers/index.ts';

/** What was taken from the patient and what the laboratory found: specimens, pathology, molecular results. */
export const specimens = defineSubgraph({
  name: 'specimens',
  folder: new URL('..', import.meta.url),
  resolvers,
  meantPatients,
});

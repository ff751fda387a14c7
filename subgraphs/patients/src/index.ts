import { defineSubgraph } from '@nodp/graph';
import { meantPatients } from './emergency/meant-patients.ts';
import { resolvers } from './resolvers/index.ts';

/** Who, and what happened: identity, institutions, tumours, stages, treatments, laboratory, intake. */
export const patients = defineSubgraph({
  name: 'patients',
  folder: new URL('..', import.meta.url),
  resolvers,
  identifies: true,
  meantPatients,
});

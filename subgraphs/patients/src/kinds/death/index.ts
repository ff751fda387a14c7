import type { KindModule } from '@nodp/record';
import { fhir } from './fhir.ts';
import { writeDeaths } from './write.ts';

/** A death or its cause reported beside the demographics. */
export const deathKind: KindModule<'death'> = {
  kind: 'death',
  mapping: null,
  writer: { write: writeDeaths, withdraw: async () => [] },
  contact: () => null,
  fhir,
};

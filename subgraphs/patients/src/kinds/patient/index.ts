import type { KindModule } from '@nodp/record';
import { csv } from './csv.ts';
import { fhir } from './fhir.ts';
import { moveIdentity } from './move-identity.ts';
import { writePeople } from './write.ts';

/** Who a patient is: demographics, and what names the person, sealed. */
export const patientKind: KindModule<'patient'> = {
  kind: 'patient',
  mapping: null,
  writer: { write: writePeople, withdraw: async () => [], move: moveIdentity },
  contact: () => null,
  decidesDiagnosis: () => true,
  decidesSurveillance: (r) => r.vitalStatus === 'DEAD',
  decidesStageCheck: () => true,
  fhir,
  toFhir: null,
  csv,
  // The subgraph resolves who a patient is: every kind adds its own fields to it.
  graph: null,
};

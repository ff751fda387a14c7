import type {
  MedicationAdministration,
  MedicationRequest,
  MedicationStatement,
  Procedure,
} from '@medplum/fhirtypes';
import type { FhirReader } from '@nodp/record/fhir';
import { readMedication } from './medication.ts';
import { readProcedure } from './procedure.ts';

/** Operations, radiotherapy, drugs and other procedures. */
export const fhir: FhirReader = {
  claims: {
    Procedure: 'rest',
    MedicationRequest: 'rest',
    MedicationAdministration: 'rest',
    MedicationStatement: 'rest',
  },
  read: (resource, place) => {
    if (resource.resourceType !== 'Procedure') {
      return readMedication(
        resource as MedicationRequest | MedicationAdministration | MedicationStatement,
        place,
      );
    }
    const procedure = resource as Procedure;
    return procedure.status === 'not-done'
      ? { retained: 'The procedure was not done.' }
      : { records: [readProcedure(procedure, place)] };
  },
};

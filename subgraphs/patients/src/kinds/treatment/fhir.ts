import type {
  MedicationAdministration,
  MedicationRequest,
  MedicationStatement,
  Procedure,
} from '@medplum/fhirtypes';
import type { FhirReader } from '@nodp/record/fhir';
import { readVolumes } from '../radiotherapy-volume/read-volumes.ts';
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
  alsoGives: ['radiotherapy-volume'],
  read: (resource, place) => {
    if (resource.resourceType !== 'Procedure') {
      return readMedication(
        resource as MedicationRequest | MedicationAdministration | MedicationStatement,
        place,
      );
    }
    const procedure = resource as Procedure;
    if (procedure.status === 'not-done') return { retained: 'The procedure was not done.' };
    const treatment = readProcedure(procedure, place);
    return { records: [treatment, ...readVolumes(procedure, place, treatment)] };
  },
};

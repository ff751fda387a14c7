import type {
  Appointment,
  CarePlan,
  Condition,
  DiagnosticReport,
  Encounter,
  ImagingStudy,
  MedicationAdministration,
  MedicationRequest,
  MedicationStatement,
  Observation,
  Patient,
  Procedure,
  Resource,
  Specimen,
} from '@medplum/fhirtypes';
import type { ClinicalRecord } from '@nodp/record';
import type { Place } from '@nodp/record/fhir';
import { readAppointment, readCarePlan, readEncounter } from './care.ts';
import { readCondition, verification } from './condition.ts';
import { readMedication } from './medication.ts';
import { readObservation } from './observation.ts';
import { readPatient } from './patient.ts';
import { readProcedure } from './procedure.ts';
import { CLINICAL_TYPES } from './references.ts';
import { readReport } from './report.ts';
import { readImagingStudy, readSpecimen } from './specimen.ts';

export type Read = { readonly records: readonly ClinicalRecord[] } | { readonly retained: string };

const REFERENCE_ONLY = new Set([
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
  'Medication',
  'Device',
]);

const conditionOf = (condition: Condition, place: Place): Read => {
  switch (verification(condition)) {
    case 'refuted':
      return { retained: 'The diagnosis was ruled out.' };
    case 'unconfirmed':
    case 'provisional':
    case 'differential': {
      const records = readCondition(condition, place);
      return records.some((r) => r.kind === 'tumour')
        ? { retained: 'The cancer is not confirmed: it counts once it is.' }
        : { records };
    }
    default:
      return { records: readCondition(condition, place) };
  }
};

const reportOf = (report: DiagnosticReport, place: Place): Read => {
  const record = readReport(report, place);
  return record === null
    ? { retained: 'A panel: its results are read from its Observations.' }
    : { records: [record] };
};

const statusOf = (resource: Resource): string | null => {
  const status = (resource as { status?: unknown }).status;
  return typeof status === 'string' ? status : null;
};

const clinical = (resource: Resource, place: Place): Read => {
  switch (resource.resourceType) {
    case 'Condition':
      return conditionOf(resource as Condition, place);
    case 'Observation':
      return readObservation(resource as Observation, place);
    case 'Procedure':
      return statusOf(resource) === 'not-done'
        ? { retained: 'The procedure was not done.' }
        : { records: [readProcedure(resource as Procedure, place)] };
    case 'MedicationRequest':
    case 'MedicationAdministration':
    case 'MedicationStatement':
      return readMedication(
        resource as MedicationRequest | MedicationAdministration | MedicationStatement,
        place,
      );
    case 'DiagnosticReport':
      return reportOf(resource as DiagnosticReport, place);
    case 'Specimen':
      return { records: [readSpecimen(resource as Specimen, place)] };
    case 'ImagingStudy':
      return { records: [readImagingStudy(resource as ImagingStudy, place)] };
    case 'Encounter':
      return { records: [readEncounter(resource as Encounter, place)] };
    case 'CarePlan':
      return { records: [readCarePlan(resource as CarePlan, place)] };
    case 'Appointment':
      return { records: [readAppointment(resource as Appointment, place)] };
    default:
      return { retained: `${resource.resourceType} is not modelled yet.` };
  }
};

/** Reads one resource whose structure is sound. */
export const readResource = (
  resource: Resource,
  place: Place,
  createOnly: boolean,
  patient: string | null,
): Read => {
  if (resource.resourceType === 'Patient') {
    return { records: [readPatient(resource as Patient, place, createOnly)] };
  }
  if (REFERENCE_ONLY.has(resource.resourceType)) {
    return { retained: `${resource.resourceType}: kept for the records that refer to it.` };
  }
  if (!CLINICAL_TYPES.has(resource.resourceType)) {
    return { retained: `${resource.resourceType} is not modelled yet.` };
  }
  if (patient === null) return { retained: 'It is not about a patient.' };
  if (
    statusOf(resource) === 'entered-in-error' ||
    (resource.resourceType === 'Condition' &&
      verification(resource as Condition) === 'entered-in-error')
  ) {
    return { retained: 'Entered in error: what was read from it before is withdrawn.' };
  }
  return clinical(resource, place);
};

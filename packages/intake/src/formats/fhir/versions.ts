import type { Resource } from '@medplum/fhirtypes';
import { own } from '@nodp/terminology/own';

/** Elements that only another version of FHIR has, by resource: what a refused body most likely is. */
const STU3: Readonly<Record<string, readonly string[]>> = {
  Appointment: ['indication', 'incomingReferral'],
  CarePlan: ['definition', 'context'],
  Condition: ['assertedDate', 'context'],
  DiagnosticReport: ['codedDiagnosis', 'image', 'context'],
  Encounter: ['reason', 'incomingReferral'],
  ImagingStudy: ['uid', 'accession', 'availability', 'patient'],
  MedicationAdministration: ['notGiven', 'reasonNotGiven', 'reasonGiven', 'prescription'],
  MedicationRequest: ['definition', 'context'],
  MedicationStatement: ['taken', 'reasonNotTaken', 'wasNotTaken'],
  Observation: ['comment', 'related', 'context'],
  Patient: ['animal'],
  Procedure: ['notDone', 'notDoneReason', 'definition', 'context', 'notPerformed'],
};
const R5: Readonly<Record<string, readonly string[]>> = {
  Appointment: ['class', 'reason', 'note', 'subject', 'virtualService', 'previousAppointment'],
  Condition: ['participant'],
  DiagnosticReport: ['supportingInfo', 'note', 'composition', 'study'],
  Encounter: ['actualPeriod', 'plannedStartDate', 'plannedEndDate', 'subjectStatus', 'admission'],
  ImagingStudy: ['withdrawn'],
  MedicationAdministration: [
    'occurenceDateTime',
    'occurencePeriod',
    'occurrenceDateTime',
    'occurrencePeriod',
    'medication',
    'isSubPotent',
  ],
  MedicationRequest: ['medication', 'reason', 'informationSource', 'effectiveDosePeriod'],
  MedicationStatement: ['medication', 'reason', 'adherence', 'relatedClinicalInformation'],
  Observation: ['instantiatesCanonical', 'instantiatesReference', 'triggeredBy', 'bodyStructure'],
  Procedure: ['occurrenceDateTime', 'occurrencePeriod', 'recorded', 'reason', 'reportedBoolean'],
  Specimen: ['feature', 'combined', 'role'],
};

/** Resource types that FHIR R4 has no more, or not yet. */
const TYPES: Readonly<Record<string, 'DSTU2' | 'STU3' | 'R5'>> = {
  MedicationOrder: 'DSTU2',
  DiagnosticOrder: 'DSTU2',
  ReferralRequest: 'STU3',
  ProcedureRequest: 'STU3',
  ImagingManifest: 'STU3',
  BodySite: 'STU3',
  Sequence: 'STU3',
  EligibilityRequest: 'STU3',
  ImagingSelection: 'R5',
  GenomicStudy: 'R5',
  Transport: 'R5',
  MedicationUsage: 'R5',
  ActorDefinition: 'R5',
  ArtifactAssessment: 'R5',
  BiologicallyDerivedProductDispense: 'R5',
  ConditionDefinition: 'R5',
  DeviceAssociation: 'R5',
  DeviceDispense: 'R5',
  DeviceUsage: 'R5',
  FormularyItem: 'R5',
  InventoryReport: 'R5',
  NutritionIntake: 'R5',
  Permission: 'R5',
  Requirements: 'R5',
  EncounterHistory: 'R5',
};

/** R5 gives a concept or a reference where R4 gives one of them (CodeableReference): `{ concept: { text } }`. */
const hasConceptOrReference = (resource: Resource): boolean =>
  Object.values(resource).some(
    (value) =>
      Array.isArray(value) &&
      value.some((one) => typeof (one as { concept?: unknown } | null)?.concept === 'object'),
  );

/** STU3 gives the status of a condition as a code, R4 as a concept. */
const statusAsCode = (resource: Resource): string | undefined =>
  ['clinicalStatus', 'verificationStatus'].find(
    (name) => typeof (resource as unknown as Record<string, unknown>)[name] === 'string',
  );

/** ` It looks like FHIR R5 (actualPeriod): …` for a body that R4 does not allow; empty where nothing tells. */
export const anotherVersion = (resource: Resource): string => {
  const { resourceType } = resource;
  const known = own(TYPES, resourceType);
  const sent = (names: readonly string[] | undefined) => names?.find((name) => name in resource);
  const [version, sign] =
    known !== null
      ? [known, resourceType]
      : Array.isArray((resource as { class?: unknown }).class)
        ? ['R5', 'class']
        : sent(own(R5, resourceType) ?? undefined) !== undefined
          ? ['R5', sent(own(R5, resourceType) ?? undefined)]
          : hasConceptOrReference(resource)
            ? ['R5', 'concept']
            : ['STU3', sent(own(STU3, resourceType) ?? undefined) ?? statusAsCode(resource)];
  return sign === undefined
    ? ''
    : ` It looks like FHIR ${version} (${sign}): the platform takes R4 (4.0).`;
};

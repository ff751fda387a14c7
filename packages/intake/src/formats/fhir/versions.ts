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

/** Signs inside an element, by their path (`[]` of a list, as the version that has it writes it). */
const STU3_INSIDE: Readonly<Record<string, readonly string[]>> = {
  DiagnosticReport: ['performer[].actor'],
  ImagingStudy: ['series[].availability'],
  MedicationRequest: [
    'requester.agent',
    'dosageInstruction[].doseQuantity',
    'dosageInstruction[].doseRange',
  ],
  Procedure: ['performer[].role'],
  MedicationStatement: ['dosage[].doseQuantity', 'dosage[].doseRange'],
  Condition: ['stage.summary', 'stage.assessment'],
  CarePlan: ['activity[].detail.category', 'activity[].detail.definition'],
};
const R5_INSIDE: Readonly<Record<string, readonly string[]>> = {
  CarePlan: ['activity[].plannedActivityReference', 'activity[].performedActivity'],
  Encounter: ['participant[].actor', 'location[].form'],
  ImagingStudy: ['series[].modality.coding', 'series[].bodySite.concept', 'modality[].coding'],
  MedicationAdministration: ['performer[].actor.concept'],
  Specimen: ['container[].device', 'collection.device'],
};

/** Whether something stands at a path, where it is a list where the path says so and an object where it does not. */
const stands = (value: unknown, path: readonly string[]): boolean => {
  const [step, ...rest] = path;
  if (step === undefined) return value !== undefined;
  if (typeof value !== 'object' || value === null) return false;
  const isList = step.endsWith('[]');
  const inner = (value as Record<string, unknown>)[isList ? step.slice(0, -2) : step];
  if (rest.length === 0 && !isList) return inner !== undefined;
  if (Array.isArray(inner) !== isList) return false;
  return isList ? (inner as unknown[]).some((one) => stands(one, rest)) : stands(inner, rest);
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

/** The version that a body most likely is of, and by which sign. */
const versionOf = (resource: Resource): readonly [string, string] | null => {
  const { resourceType } = resource;
  const known = own(TYPES, resourceType);
  if (known !== null) return [known, resourceType];
  if (Array.isArray((resource as { class?: unknown }).class)) return ['R5', 'class'];
  const sent = (names: Readonly<Record<string, readonly string[]>>) =>
    own(names, resourceType)?.find((name) => name in resource);
  const inside = (paths: Readonly<Record<string, readonly string[]>>) =>
    own(paths, resourceType)?.find((path) => stands(resource, path.split('.')));
  const later = sent(R5) ?? inside(R5_INSIDE);
  if (later !== undefined) return ['R5', later];
  if (hasConceptOrReference(resource)) return ['R5', 'concept'];
  const earlier = sent(STU3) ?? inside(STU3_INSIDE) ?? statusAsCode(resource);
  return earlier === undefined ? null : ['STU3', earlier];
};

/** ` It looks like FHIR R5 (actualPeriod): …` for a body that R4 does not allow; empty where nothing tells. */
export const anotherVersion = (resource: Resource): string => {
  const found = versionOf(resource);
  return found === null
    ? ''
    : ` It looks like FHIR ${found[0]} (${found[1]}): the platform takes R4 (4.0).`;
};

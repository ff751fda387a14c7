import type { Appointment, Observation } from '@medplum/fhirtypes';
import { LOINC, SNOMED } from '@nodp/record/fhir';
import { participantsOf } from '../kinds/contact/participants.ts';
import type { ContactOutcomeKind } from './table.ts';

/** How the disease stands, of who was reached with disease. */
export const DISEASE_STATUSES = ['STABLE', 'PROGRESSED', 'RECURRED', 'NOT_EVALUABLE'] as const;
export type ReachedStatus = (typeof DISEASE_STATUSES)[number];

/** What a person entered of a contact. */
export interface EnteredContact {
  readonly outcome: ContactOutcomeKind;
  /** The day of the contact. */
  readonly on: string;
  readonly status: ReachedStatus | null;
  /** To the day, the month or the year. */
  readonly died: string | null;
  /** ICD-10 code or words. */
  readonly cause: string | null;
  readonly note: string | null;
  readonly next: string | null;
}

/** SNOMED CT's conditions of a disease (mCODE, cancer disease status). */
const CODES: Readonly<Record<ReachedStatus | 'REMISSION', { code: string; display: string }>> = {
  REMISSION: { code: '103338009', display: 'In full remission' },
  STABLE: { code: '359746009', display: 'Patient condition stable' },
  PROGRESSED: { code: '271299001', display: 'Patient condition worsened' },
  RECURRED: { code: '246455001', display: 'Recurrence' },
  NOT_EVALUABLE: { code: '709137006', display: 'Patient condition undetermined' },
};

/** FHIR Appointment.status: an attempt that reached nobody is a no-show; only who was reached was met. */
const STATUS = {
  REACHED_NO_DISEASE: 'fulfilled',
  REACHED_WITH_DISEASE: 'fulfilled',
  NOT_REACHED: 'noshow',
  WRONG_NUMBER: 'noshow',
  REFUSED: 'cancelled',
  DIED: 'cancelled',
} as const;

const ICD10 = 'http://hl7.org/fhir/sid/icd-10';
const isIcd10 = (text: string): boolean => /^[A-Z]\d{2}(?:\.\d{1,2})?$/i.test(text);

/** The nation's nine in the morning: the hour of what is known to the day alone. */
const at = (day: string): string => `${day}T09:00:00+08:00`;

const appointment = (
  patient: string,
  id: string,
  day: string,
  status: Appointment['status'],
  note: string | null,
): Appointment => ({
  resourceType: 'Appointment',
  id,
  status,
  description: '随访 / Follow-up',
  start: at(day),
  end: at(day),
  ...(note === null ? {} : { comment: note }),
  participant: participantsOf({ reference: `Patient/${patient}` }, null),
});

const observation = (
  patient: string,
  id: string,
  code: string,
  value: Pick<Observation, 'valueDateTime' | 'valueCodeableConcept' | 'effectiveDateTime'>,
): Observation => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  subject: { reference: `Patient/${patient}` },
  code: { coding: [{ system: LOINC, code }] },
  ...value,
});

const statusOf = ({ outcome, status }: EnteredContact): (typeof CODES)[ReachedStatus] | null => {
  if (outcome === 'REACHED_NO_DISEASE') return CODES.REMISSION;
  return outcome === 'REACHED_WITH_DISEASE' && status !== null ? CODES[status] : null;
};

/** The records that an outcome is, under keys that begin with its id. */
export const resourcesOf = (
  patient: string,
  id: string,
  entered: EnteredContact,
): (Appointment | Observation)[] => {
  const { outcome, on, died, cause, note, next } = entered;
  const status = statusOf(entered);
  return [
    appointment(patient, `${id}-contact`, on, STATUS[outcome], note),
    ...(status === null
      ? []
      : [
          observation(patient, `${id}-status`, '97509-4', {
            effectiveDateTime: on,
            valueCodeableConcept: { coding: [{ system: SNOMED, ...status }] },
          }),
        ]),
    ...(outcome === 'DIED' && died !== null
      ? [observation(patient, `${id}-died`, '81956-5', { valueDateTime: died })]
      : []),
    ...(outcome === 'DIED' && cause !== null
      ? [
          observation(patient, `${id}-cause`, '69453-9', {
            valueCodeableConcept: isIcd10(cause)
              ? { coding: [{ system: ICD10, code: cause.toUpperCase() }] }
              : { text: cause },
          }),
        ]
      : []),
    ...(next === null ? [] : [appointment(patient, `${id}-next`, next, 'proposed', null)]),
  ];
};

/** The same records, said to be in error: they are taken out of the pool and kept as former versions. */
export const withdrawn = (
  resources: readonly (Appointment | Observation)[],
): (Appointment | Observation)[] =>
  resources.map((resource) =>
    resource.resourceType === 'Appointment'
      ? { ...resource, status: 'entered-in-error' }
      : { ...resource, status: 'entered-in-error' },
  );

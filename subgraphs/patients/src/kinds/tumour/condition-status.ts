import { codeable } from '@nodp/record/fhir';

const CLINICAL = 'http://terminology.hl7.org/CodeSystem/condition-clinical';

/** What is stored stands: what was refuted or not confirmed is not read as a record. */
export const VERIFIED = codeable(
  'http://terminology.hl7.org/CodeSystem/condition-ver-status',
  'confirmed',
  null,
);

const STATUSES = new Set(['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved']);

/** `clinicalStatus` of a Condition; a word of no list of FHIR's as it was sent. */
export const clinicalStatusOf = (status: string | null) =>
  codeable(status !== null && STATUSES.has(status) ? CLINICAL : null, status, null);

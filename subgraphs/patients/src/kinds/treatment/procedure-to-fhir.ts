import {
  codeable,
  conceptIn,
  dateIn,
  mcodeExtension,
  mcodeProfile,
  SNOMED,
  said,
  type Written,
} from '@nodp/record/fhir';
import { dosesOf, structuresOf } from '../radiotherapy-volume/to-fhir.ts';
import type { TreatmentRow } from './table.ts';

/** Categories of procedure (SNOMED CT): surgical, radiation oncology, chemotherapy. */
const CATEGORIES: Readonly<Record<string, string>> = {
  SURGERY: '387713003',
  RADIOTHERAPY: '108290001',
  SYSTEMIC: '367336001',
};

const PROFILES: Readonly<Record<string, string>> = {
  SURGERY: 'cancer-related-surgical-procedure',
  RADIOTHERAPY: 'radiotherapy-course-summary',
};

const techniqueOf = (row: TreatmentRow) => {
  const extension = [
    ...mcodeExtension('radiotherapy-modality', {
      valueCodeableConcept: conceptIn(row, 'modality'),
    }),
    ...mcodeExtension('radiotherapy-technique', {
      valueCodeableConcept: conceptIn(row, 'technique'),
    }),
  ];
  return extension.length === 0
    ? []
    : mcodeExtension('radiotherapy-modality-and-technique', { extension });
};

/** An operation, a course of radiotherapy or another procedure. */
export const procedureOf = (row: TreatmentRow, written: Written) => {
  const { common, subject, refer, carried } = written;
  const volumes = carried('radiotherapy-volume');
  const category = CATEGORIES[row.kind];
  const profile = PROFILES[row.kind];
  const site = conceptIn(row, 'bodySite');
  const reason = refer('Condition', row.tumourSourceId);
  const [start, end] = [dateIn(row, 'started'), dateIn(row, 'ended')];
  const whole = refer('Procedure', row.partOfSourceId ?? null);
  return said({
    resourceType: 'Procedure',
    ...common,
    ...mcodeProfile(profile ?? '', profile !== undefined),
    contained: structuresOf(volumes, subject),
    extension: [
      ...mcodeExtension('procedure-intent', { valueCodeableConcept: conceptIn(row, 'intent') }),
      ...mcodeExtension('treatment-regimen', { valueCodeableConcept: conceptIn(row, 'regimen') }),
      ...techniqueOf(row),
      ...dosesOf(volumes),
      // The sessions of a course whose volumes do not say them.
      ...(volumes.some(({ fractionsDelivered }) => fractionsDelivered !== null)
        ? []
        : mcodeExtension('radiotherapy-sessions', { valueUnsignedInt: row.fractions })),
    ],
    partOf: whole === undefined ? [] : [whole],
    status: row.status,
    category: category === undefined ? undefined : codeable(SNOMED, category, null),
    code: conceptIn(row),
    subject,
    ...(end === undefined
      ? { performedDateTime: start }
      : { performedPeriod: said({ start, end }) }),
    reasonReference: reason === undefined ? [] : [reason],
    bodySite: site === undefined ? [] : [site],
  });
};

import { SNOMED } from '../records/systems.ts';
import {
  codeable,
  mcodeExtension,
  mcodeProfile,
  partial,
  quantity,
  said,
  type ToResource,
} from './elements.ts';

type Treatment = Parameters<ToResource<'treatment'>>[0]['content'];

const intent = (c: Treatment) =>
  c.intentCode === null
    ? []
    : [
        mcodeExtension('procedure-intent', {
          valueCodeableConcept: codeable(c.intentSystem, c.intentCode, c.intentDisplay),
        }),
      ];

const period = (c: Treatment) =>
  said({
    start: partial(c.startedOn, c.startedPrecision),
    end: partial(c.endedOn, c.endedPrecision),
  });

const beam = (c: Treatment) => [
  {
    ...mcodeExtension('radiotherapy-modality-and-technique', {}),
    extension: [
      mcodeExtension('radiotherapy-modality', {
        valueCodeableConcept: codeable(c.modalitySystem, c.modalityCode, c.modalityDisplay),
      }),
      mcodeExtension('radiotherapy-technique', {
        valueCodeableConcept: codeable(c.techniqueSystem, c.techniqueCode, c.techniqueDisplay),
      }),
    ],
  },
  {
    ...mcodeExtension('radiotherapy-dose-delivered-to-volume', {}),
    extension: [
      { url: 'totalDoseDelivered', valueQuantity: quantity(c.totalDoseCentigray, 'cGy') },
      { url: 'fractionsDelivered', valueUnsignedInt: c.fractions },
    ],
  },
];

/** An operation, a course of radiotherapy (mCODE), or a drug. FHIR has no place for the line. */
export const treatment: ToResource<'treatment'> = ({ content: c, sourceType }, common) => {
  if (sourceType === 'MedicationAdministration') {
    return said({
      resourceType: 'MedicationAdministration',
      ...common,
      status: c.status,
      extension: intent(c),
      medicationCodeableConcept: codeable(c.system, c.code, c.display),
      effectivePeriod: period(c),
      dosage: { dose: quantity(c.doseValue, c.doseUnit) },
    });
  }
  const radiotherapy = c.kind === 'RADIOTHERAPY';
  const site = codeable(c.bodySiteSystem, c.bodySiteCode, c.bodySiteDisplay);
  return said({
    resourceType: 'Procedure',
    ...common,
    ...mcodeProfile(
      radiotherapy ? 'radiotherapy-course-summary' : 'cancer-related-surgical-procedure',
    ),
    status: c.status,
    extension: [...intent(c), ...(radiotherapy ? beam(c) : [])],
    category: codeable(SNOMED, radiotherapy ? '108290001' : '387713003', null),
    code: codeable(c.system, c.code, c.display),
    performedDateTime: radiotherapy ? undefined : partial(c.startedOn, c.startedPrecision),
    performedPeriod: radiotherapy ? period(c) : undefined,
    bodySite: site === undefined ? undefined : [site],
  });
};

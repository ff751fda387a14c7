import type { RecordOf } from '@nodp/record';
import { SNOMED } from '../records/systems.ts';
import {
  amount,
  codeable,
  concept,
  mcodeExtension,
  mcodeProfile,
  partial,
  quantity,
  said,
  type ToResource,
} from './elements.ts';

type Treatment = RecordOf<'treatment'>;

const intent = (c: Treatment) =>
  c.intent === null
    ? []
    : [
        mcodeExtension('procedure-intent', {
          valueCodeableConcept: concept(c.intent),
        }),
      ];

const period = (c: Treatment) =>
  said({
    start: partial(c.started),
    end: partial(c.ended),
  });

const beam = (c: Treatment) => [
  {
    ...mcodeExtension('radiotherapy-modality-and-technique', {}),
    extension: [
      mcodeExtension('radiotherapy-modality', {
        valueCodeableConcept: concept(c.modality),
      }),
      mcodeExtension('radiotherapy-technique', {
        valueCodeableConcept: concept(c.technique),
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
export const treatment: ToResource<'treatment'> = (c, common) => {
  if (c.source.type === 'MedicationAdministration') {
    return said({
      resourceType: 'MedicationAdministration',
      ...common,
      status: c.status,
      extension: intent(c),
      medicationCodeableConcept: concept(c.code),
      effectivePeriod: period(c),
      dosage: { dose: amount(c.dose) },
    });
  }
  const radiotherapy = c.what === 'RADIOTHERAPY';
  const site = concept(c.bodySite);
  return said({
    resourceType: 'Procedure',
    ...common,
    ...mcodeProfile(
      radiotherapy ? 'radiotherapy-course-summary' : 'cancer-related-surgical-procedure',
    ),
    status: c.status,
    extension: [...intent(c), ...(radiotherapy ? beam(c) : [])],
    category: codeable(SNOMED, radiotherapy ? '108290001' : '387713003', null),
    code: concept(c.code),
    performedDateTime: radiotherapy ? undefined : partial(c.started),
    performedPeriod: radiotherapy ? period(c) : undefined,
    bodySite: site === undefined ? undefined : [site],
  });
};

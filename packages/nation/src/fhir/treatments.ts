import type { RecordOf } from '@nodp/record';
import type { ClinicalRecords } from '../records/records.ts';
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

/** The tumour it was given for, where that is said. */
const reason = (c: Treatment) =>
  c.tumour === null ? undefined : [{ reference: `Condition/${c.tumour}` }];

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
];

const CODEX = 'http://hl7.org/fhir/us/codex-radiation-therapy/StructureDefinition/codexrt-';
const INTERRUPTION = 'https://nation.invalid/fhir/StructureDefinition/radiotherapy-interruption';

type Volume = RecordOf<'radiotherapy-volume'>;

/** A volume by its name, or where lesions lie in it by its BodyStructure (`volumeStructures`). */
const volumeOf = (v: Volume, index: number) =>
  v.lesions.length > 0
    ? [{ url: 'volume', valueReference: { reference: `#${structureId(index)}` } }]
    : v.label === null
      ? []
      : [{ url: 'volume', valueReference: { display: v.label } }];

const structureId = (index: number): string => `volume-${index + 1}`;

/** What a volume is called and which lesions lie in it. */
const volumeStructures = (c: Treatment, volumes: readonly Volume[]) =>
  volumes.flatMap(({ label, lesions }, index) =>
    lesions.length === 0
      ? []
      : [
          {
            resourceType: 'BodyStructure' as const,
            id: structureId(index),
            patient: { reference: `Patient/${c.patient}` },
            description: label ?? undefined,
            identifier: lesions.map((value) => ({ value })),
          },
        ],
  );

/** Doses delivered and planned, a volume each, and the days on which the course was interrupted. */
const doses = (volumes: readonly Volume[]) => [
  ...volumes.map((v, index) => ({
    ...mcodeExtension('radiotherapy-dose-delivered-to-volume', {}),
    extension: [
      ...volumeOf(v, index),
      { url: 'totalDoseDelivered', valueQuantity: quantity(v.deliveredCentigray, 'cGy') },
      { url: 'fractionsDelivered', valueUnsignedInt: v.fractionsDelivered },
    ],
  })),
  ...volumes.map((v, index) => ({
    url: `${CODEX}radiotherapy-dose-planned-to-volume`,
    extension: [
      ...(v.lesions.length > 0 ? volumeOf(v, index) : []),
      { url: 'totalDosePlanned', valueQuantity: quantity(v.plannedCentigray, 'cGy') },
      { url: 'fractionsPlanned', valuePositiveInt: v.fractionsPlanned },
    ],
  })),
  ...(volumes[0]?.interruptions ?? []).map(({ from, to, reason }) => ({
    url: INTERRUPTION,
    extension: [
      { url: 'period', valuePeriod: { start: from, end: to } },
      ...(reason === null ? [] : [{ url: 'reason', valueString: reason }]),
    ],
  })),
];

/** The volumes of the course that a treatment is, in their order. */
const volumesOf = (c: Treatment, beside: ClinicalRecords): readonly Volume[] =>
  (beside['radiotherapy-volume'] ?? [])
    .map(({ record }) => record)
    .filter(({ course, patient }) => course === c.source.id && patient === c.patient);

/** SNOMED CT: surgical procedure, radiotherapy, diagnostic procedure. */
const CATEGORIES: Readonly<Record<string, string>> = {
  SURGERY: '387713003',
  RADIOTHERAPY: '108290001',
  OTHER: '103693007',
};

/** An operation, a course of radiotherapy (mCODE), or a drug. FHIR has no place for the line. */
export const treatment: ToResource<'treatment'> = (c, common, beside) => {
  if (c.source.type === 'MedicationAdministration') {
    return said({
      resourceType: 'MedicationAdministration',
      ...common,
      status: c.status,
      extension: intent(c),
      medicationCodeableConcept: concept(c.code),
      effectivePeriod: period(c),
      dosage: { dose: amount(c.dose) },
      reasonReference: reason(c),
    });
  }
  const radiotherapy = c.what === 'RADIOTHERAPY';
  const site = concept(c.bodySite);
  const extension = [
    ...intent(c),
    ...(radiotherapy ? [...beam(c), ...doses(volumesOf(c, beside))] : []),
  ];
  const dated = c.started !== null || c.ended !== null;
  const structures = radiotherapy ? volumeStructures(c, volumesOf(c, beside)) : [];
  return said({
    resourceType: 'Procedure',
    ...common,
    ...(structures.length > 0 ? { contained: structures } : {}),
    ...(c.what === 'OTHER'
      ? {}
      : mcodeProfile(
          radiotherapy ? 'radiotherapy-course-summary' : 'cancer-related-surgical-procedure',
        )),
    status: c.status,
    extension: extension.length === 0 ? undefined : extension,
    category: codeable(SNOMED, CATEGORIES[c.what] ?? '387713003', null),
    code: concept(c.code),
    performedDateTime: radiotherapy ? undefined : partial(c.started),
    performedPeriod: radiotherapy && dated ? period(c) : undefined,
    bodySite: site === undefined ? undefined : [site],
    reasonReference: reason(c),
  });
};

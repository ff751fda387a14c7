import { amountOf, conceptIn, said, type WrittenReference } from '@nodp/record/fhir';
import type { Interruption } from './record.ts';

const DELIVERED =
  'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-radiotherapy-dose-delivered-to-volume';
const CODEX =
  'http://hl7.org/fhir/us/codex-radiation-therapy/StructureDefinition/codexrt-radiotherapy-';
/** FHIR has no place for interruptions. */
const INTERRUPTION = 'urn:nodp:radiotherapy-interruption';

type Row = Readonly<Record<string, unknown>>;

const structureId = (index: number): string => `volume-${index + 1}`;
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const describes = (row: Row): boolean =>
  [row.label, row.siteCode, row.siteDisplay, row.volumeTypeCode, row.volumeTypeDisplay].some(
    (value) => value !== null && value !== undefined,
  ) || (row.lesions as readonly string[]).length > 0;

/** Of several volumes each is named, so that the dose planned finds the one delivered. */
const named = (volumes: readonly Row[]): boolean => volumes.length > 1 || volumes.some(describes);

/** What each volume is called, where it lies and which lesions lie in it. */
export const structuresOf = (volumes: readonly Row[], patient: WrittenReference) =>
  volumes.flatMap((row, index) =>
    named(volumes)
      ? [
          said({
            resourceType: 'BodyStructure',
            id: structureId(index),
            identifier: (row.lesions as readonly string[]).map((value) => ({ value })),
            morphology: conceptIn(row, 'volumeType'),
            location: conceptIn(row, 'site'),
            description: row.label,
            patient,
          }),
        ]
      : [],
  );

const part = (url: string, name: string, value: unknown) =>
  value === undefined || value === null ? [] : [{ url, [name]: value }];

/** Doses delivered and planned, a volume each, and the days on which the course was interrupted. */
export const dosesOf = (volumes: readonly Row[]) => {
  const volumeOf = (index: number) =>
    named(volumes)
      ? [{ url: 'volume', valueReference: { reference: `#${structureId(index)}` } }]
      : [];
  return [
    ...volumes.map((row, index) => ({
      url: DELIVERED,
      extension: [
        ...volumeOf(index),
        ...part(
          'totalDoseDelivered',
          'valueQuantity',
          amountOf(number(row.deliveredCentigray), 'cGy'),
        ),
        ...part('fractionsDelivered', 'valueUnsignedInt', row.fractionsDelivered),
        ...part('fractionsPerDay', 'valueUnsignedInt', row.fractionsPerDay),
      ],
    })),
    ...volumes.flatMap((row, index) => {
      const planned = [
        ...part('totalDosePlanned', 'valueQuantity', amountOf(number(row.plannedCentigray), 'cGy')),
        ...part('fractionsPlanned', 'valuePositiveInt', row.fractionsPlanned),
      ];
      return planned.length === 0
        ? []
        : [{ url: `${CODEX}dose-planned-to-volume`, extension: [...volumeOf(index), ...planned] }];
    }),
    ...((volumes[0]?.interruptions ?? []) as readonly Interruption[]).map(
      ({ from, to, reason }) => ({
        url: INTERRUPTION,
        extension: [
          { url: 'period', valuePeriod: { start: from, end: to } },
          ...part('reason', 'valueString', reason),
        ],
      }),
    ),
  ].filter(({ extension }) => extension.length > 0);
};

import type { BodyStructure, Extension, Procedure } from '@medplum/fhirtypes';
import type { PartialDate } from '@nodp/record';
import { coded, mcodeAll, type Place } from '@nodp/record/fhir';
import { convertUnit } from '@nodp/terminology/ucum';
import type { Interruption, RadiotherapyVolumeRecord } from './record.ts';

const CODEX =
  'http://hl7.org/fhir/us/codex-radiation-therapy/StructureDefinition/codexrt-radiotherapy-';
/** FHIR has no place for interruptions: an extension by this end of its address, with a period and a reason. */
const INTERRUPTION = /radiotherapy-interruption$/;

const part = (of: Extension | undefined, ...names: readonly string[]): Extension | undefined =>
  of?.extension?.find(({ url }) => names.some((name) => url === name || url.endsWith(`/${name}`)));

const wholeOf = (found: Extension | undefined): number | null =>
  found?.valueUnsignedInt ?? found?.valuePositiveInt ?? found?.valueInteger ?? null;

const centigray = (found: Extension | undefined): number | null => {
  const { value, code, unit } = found?.valueQuantity ?? {};
  const sent = code ?? unit;
  return value === undefined || sent === undefined ? null : convertUnit(value, sent, 'cGy');
};

interface OfVolume {
  readonly key: string | null;
  readonly structure: BodyStructure | null;
  readonly words: string | null;
}

const volumeOf = (dose: Extension, place: Place): OfVolume => {
  const reference = part(dose, 'volume')?.valueReference;
  const found = place.references.find(reference) as BodyStructure | undefined;
  return {
    key: place.references.resolve(reference)?.key ?? null,
    structure: found?.resourceType === 'BodyStructure' ? found : null,
    words: reference?.display ?? null,
  };
};

const plannedFor = (
  planned: readonly Extension[],
  key: string | null,
  index: number,
  place: Place,
) =>
  planned.find((one) => key !== null && volumeOf(one, place).key === key) ??
  // Without a volume named, the one that stands in the same place.
  (key === null ? planned[index] : undefined);

const daysOf = (extension: Extension, place: Place): Interruption[] => {
  const period = part(extension, 'period')?.valuePeriod ?? extension.valuePeriod;
  const from = place.date(period?.start, 'extension');
  const to = place.date(period?.end ?? period?.start, 'extension');
  if (from?.precision !== 'day' || to?.precision !== 'day') return [];
  const reason = part(extension, 'reason');
  return [
    {
      from: from.date,
      to: to.date,
      reason: reason?.valueString ?? coded(reason?.valueCodeableConcept)?.display ?? null,
    },
  ];
};

/**
 * The volumes of a course of radiotherapy: mCODE's doses delivered, with CodeX RT's doses planned or prescribed beside
 * them, and what the BodyStructure of each says where it came in the same submission.
 */
export const readVolumes = (
  procedure: Procedure,
  place: Place,
  { started, ended }: { readonly started: PartialDate | null; readonly ended: PartialDate | null },
): RadiotherapyVolumeRecord[] => {
  const delivered = mcodeAll(procedure, 'radiotherapy-dose-delivered-to-volume');
  const extensions = procedure.extension ?? [];
  const planned = extensions.filter(
    ({ url }) => url.startsWith(CODEX) && /dose-(planned|prescribed)-to-volume$/.test(url),
  );
  const plannedOfCourse = wholeOf(
    extensions.find(
      ({ url }) => url.startsWith(CODEX) && /fractions-(planned|prescribed)$/.test(url),
    ),
  );
  const interruptions = extensions
    .filter(({ url }) => INTERRUPTION.test(url))
    .flatMap((one) => daysOf(one, place));
  return delivered.map((dose, index) => {
    const { key, structure, words } = volumeOf(dose, place);
    const plan = plannedFor(planned, key, index, place);
    return {
      kind: 'radiotherapy-volume',
      ...place.of(String(index + 1)),
      course: place.source.id,
      label: structure?.description ?? words,
      volumeType: coded(structure?.morphology),
      site: coded(structure?.location) ?? coded(procedure.bodySite?.[index]),
      deliveredCentigray: centigray(part(dose, 'totalDoseDelivered')),
      plannedCentigray: centigray(part(plan, 'totalDosePlanned', 'totalDosePrescribed')),
      fractionsDelivered: wholeOf(part(dose, 'fractionsDelivered')),
      fractionsPlanned:
        wholeOf(part(plan, 'fractionsPlanned', 'fractionsPrescribed')) ?? plannedOfCourse,
      fractionsPerDay: wholeOf(part(dose, 'fractionsPerDay')),
      started,
      ended,
      interruptions,
      lesions: (structure?.identifier ?? []).flatMap(({ value }) => value ?? []),
      status: procedure.status,
    };
  });
};

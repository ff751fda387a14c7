import type { CodeableConcept, Extension, Procedure } from '@medplum/fhirtypes';
import { claims, coded, codings, mcode, mcodeAll, nothing, type Place } from '@nodp/record/fhir';
import { convertUnit } from '@nodp/terminology/ucum';
import { drugOf } from './drug.ts';
import { procedureKind } from './procedure-kind.ts';
import { tumourTreated } from './reason.ts';
import type { TreatmentRecord } from './record.ts';
import { regimenOf } from './regimen.ts';

const MCODE = 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-';

const inside = (extension: Extension, name: string): Extension | undefined =>
  extension.extension?.find((e) => e.url === name || e.url === MCODE + name);

/** Modality and technique of the course; the first where it used several. */
const courseOf = (
  procedure: Procedure,
): { modality?: CodeableConcept; technique?: CodeableConcept } => {
  const [first] = mcodeAll(procedure, 'radiotherapy-modality-and-technique');
  const modality =
    (first && inside(first, 'radiotherapy-modality')?.valueCodeableConcept) ??
    mcode(procedure, 'radiotherapy-modality')?.valueCodeableConcept;
  const technique =
    (first && inside(first, 'radiotherapy-technique')?.valueCodeableConcept) ??
    mcode(procedure, 'radiotherapy-technique')?.valueCodeableConcept;
  return { ...(modality ? { modality } : {}), ...(technique ? { technique } : {}) };
};

interface Dose {
  readonly totalDoseCentigray: number | null;
  readonly fractions: number | null;
}

/**
 * The dose of the course is that of the volume that had most: doses to volumes are not added up. (In mCODE
 * the first volume is the one prescribed to; a boost is named as a volume of its own.)
 */
const doseOf = (procedure: Procedure): Dose => {
  let most: Dose = { totalDoseCentigray: null, fractions: null };
  for (const volume of mcodeAll(procedure, 'radiotherapy-dose-delivered-to-volume')) {
    const total = inside(volume, 'totalDoseDelivered')?.valueQuantity;
    const fractions = inside(volume, 'fractionsDelivered')?.valueUnsignedInt ?? null;
    const unit = total?.code ?? total?.unit;
    const dose =
      total?.value === undefined || unit === undefined
        ? null
        : convertUnit(total.value, unit, 'cGy');
    if (dose !== null && (most.totalDoseCentigray === null || dose > most.totalDoseCentigray)) {
      most = { totalDoseCentigray: dose, fractions };
    } else if (most.fractions === null && dose === null) {
      most = { ...most, fractions };
    }
  }
  return most;
};

const sessionsOf = (procedure: Procedure): number | null =>
  mcode(procedure, 'radiotherapy-sessions')?.valueUnsignedInt ?? null;

/** The first drug that the words of an infusion name: those of its codes, then its own. */
const drugIn = ({ code }: Procedure): string | null =>
  [...codings(code).map(({ display }) => display), code?.text]
    .map((words) => drugOf([], words ?? null)?.id ?? null)
    .find((drug) => drug !== null) ?? null;

const KIND_BY_PROFILE = (procedure: Procedure): TreatmentRecord['what'] | null =>
  claims(procedure, 'radiotherapy-course-summary')
    ? 'RADIOTHERAPY'
    : claims(procedure, 'cancer-related-surgical-procedure')
      ? 'SURGERY'
      : null;

/** Surgery, radiotherapy or another procedure. */
export const readProcedure = (procedure: Procedure, place: Place): TreatmentRecord => {
  const { performedDateTime, performedPeriod } = procedure;
  const started =
    place.date(performedDateTime, 'performedDateTime') ??
    place.date(performedPeriod?.start, 'performedPeriod.start');
  const what = KIND_BY_PROFILE(procedure) ?? procedureKind(procedure);
  const { modality, technique } = courseOf(procedure);
  const { totalDoseCentigray, fractions } = doseOf(procedure);
  return {
    kind: 'treatment',
    ...place.of(),
    what,
    code: coded(procedure.code) ?? nothing,
    drug: what === 'SYSTEMIC' ? drugIn(procedure) : null,
    status: procedure.status,
    started,
    ended: place.date(performedPeriod?.end, 'performedPeriod.end'),
    intent: coded(mcode(procedure, 'procedure-intent')?.valueCodeableConcept),
    line: null,
    dose: null,
    ...regimenOf(procedure, place),
    bodySite: coded(
      procedure.bodySite?.find((s) => codings(s).length > 0) ?? procedure.bodySite?.[0],
    ),
    modality: coded(modality),
    technique: coded(technique),
    totalDoseCentigray,
    fractions: fractions ?? sessionsOf(procedure),
    tumour: tumourTreated(procedure.reasonReference, place),
  };
};

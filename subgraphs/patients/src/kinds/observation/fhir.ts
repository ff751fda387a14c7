import type {
  CodeableConcept,
  Coding,
  Condition,
  Quantity as FhirQuantity,
  Observation,
  ObservationComponent,
} from '@medplum/fhirtypes';
import type { Comparator, Quantity } from '@nodp/record';
import {
  coded,
  codedBy,
  codeIn,
  codings,
  type FhirReader,
  type Flagged,
  flaggedIn,
  isAbsent,
  LOINC,
  type Place,
  quantityOf,
  type Read,
  SNOMED,
} from '@nodp/record/fhir';
import { type Analyte, analyteOfLoinc, observationOfLoinc } from '@nodp/terminology/loinc';
import { own } from '@nodp/terminology/own';
import { convertUnit, normaliseUnit, toCanonical } from '@nodp/terminology/ucum';
import { findingOf } from './finding.ts';
import type { ObservationRecord } from './record.ts';

/** What an Observation and its components share: each holds a code and a value. */
type Valued = Pick<
  ObservationComponent,
  | 'code'
  | 'valueQuantity'
  | 'valueCodeableConcept'
  | 'valueString'
  | 'valueBoolean'
  | 'valueInteger'
  | 'valueRange'
  | 'valueRatio'
  | 'valueDateTime'
  | 'valueTime'
  | 'interpretation'
  | 'referenceRange'
>;

type Normalise = (value: number, unit: string | null) => Quantity['normal'];

const normaliserOf = (analyte: Analyte | null, unit: string | null): Normalise => {
  if (analyte !== null)
    return (value, from) => (from === null ? null : toCanonical(analyte, value, from));
  if (unit === null || unit.startsWith('{')) return () => null;
  return (value, from) => {
    const converted = from === null ? null : convertUnit(value, from, unit);
    return converted === null ? null : { value: converted, unit };
  };
};

const textOf = (v: Valued): string | null => {
  if (v.valueCodeableConcept !== undefined && !isAbsent(v.valueCodeableConcept)) {
    const value = coded(v.valueCodeableConcept);
    return value?.display ?? value?.code ?? null;
  }
  if (v.valueString !== undefined) return v.valueString;
  if (v.valueBoolean !== undefined) return String(v.valueBoolean);
  if (v.valueDateTime !== undefined) return v.valueDateTime;
  if (v.valueTime !== undefined) return v.valueTime;
  if (v.valueRange !== undefined) {
    const { low, high } = v.valueRange;
    return `${low?.value ?? ''}–${high?.value ?? ''} ${high?.unit ?? low?.unit ?? ''}`.trim();
  }
  if (v.valueRatio !== undefined) {
    return `${v.valueRatio.numerator?.value ?? ''}:${v.valueRatio.denominator?.value ?? ''}`;
  }
  return null;
};

const SENT_CATEGORIES: Readonly<Record<string, string>> = { 'vital-signs': 'vital-sign' };

const categoryOf = (
  code: Coding,
  analyte: Analyte | null,
  sent: readonly CodeableConcept[],
): string => {
  if (analyte !== null) return analyte.category;
  const known = code.system === LOINC ? observationOfLoinc(code.code ?? '')?.kind : undefined;
  if (known !== undefined) return known;
  const given = sent.flatMap(codings)[0]?.code;
  return given === undefined ? 'other' : (own(SENT_CATEGORIES, given) ?? given);
};

/** The reference range without a meaning of its own, or the normal one; in the unit the value is given in. */
const referenceOf = (v: Valued, normalise: Normalise, normalised: boolean) => {
  const range = v.referenceRange?.find((r) => (codings(r.type)[0]?.code ?? 'normal') === 'normal');
  const limit = (q: FhirQuantity | undefined): number | null => {
    if (q?.value === undefined) return null;
    if (!normalised) return q.value;
    return (
      normalise(q.value, q.code ?? q.unit ?? v.valueQuantity?.code ?? v.valueQuantity?.unit ?? null)
        ?.value ?? null
    );
  };
  return { referenceLow: limit(range?.low), referenceHigh: limit(range?.high) };
};

const SIGNS: Readonly<Record<string, Comparator>> = {
  '<': '<',
  '＜': '<',
  小于: '<',
  低于: '<',
  '<=': '<=',
  '=<': '<=',
  '≤': '<=',
  '>': '>',
  '＞': '>',
  大于: '>',
  高于: '>',
  '>=': '>=',
  '=>': '>=',
  '≥': '>=',
};
const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+`;
/** A sign, a number and a unit; a number that goes on in another way is none. */
const WRITTEN = new RegExp(
  String.raw`^\s*(<=|>=|=<|=>|[<>≤≥＜＞]|小于|低于|大于|高于)?\s*(${NUMBER})(?![\d.,，])\s*([^\s()（）]{0,30})\s*$`,
);

/** The flag that a text of a result ends with; an `L` that its analyte is measured in is litres. */
const flaggedOf = (text: string | undefined, normalise: Normalise): Flagged | null => {
  const flagged = flaggedIn(text ?? '');
  if (flagged === null || !WRITTEN.test(flagged.text)) return null;
  return flagged.flag === 'L' && normalise(1, 'L') !== null ? null : flagged;
};

/**
 * `<2.00 ng/mL` as laboratories write what is beyond what they can measure, and `2.50` of what is a quantity; null where the text
 * is anything else.
 */
const writtenIn = (
  text: string | undefined,
  isQuantity: boolean,
  normalise: Normalise,
): Quantity | null => {
  const [, sign, digits, unit = ''] = WRITTEN.exec(text ?? '') ?? [];
  const comparator = sign === undefined ? null : (SIGNS[sign] ?? null);
  if (digits === undefined) return null;
  if (comparator === null && !(isQuantity && normaliseUnit(unit) !== null)) return null;
  const value = Number(digits.replaceAll(',', ''));
  return {
    value,
    digits: String(value) === digits ? null : digits,
    comparator,
    unit: unit || null,
    normal: normalise(value, unit || null),
  };
};

const resultOf = (
  v: Valued,
  common: { readonly at: string; readonly sent: readonly CodeableConcept[] },
  base: Pick<ObservationRecord, 'source' | 'patient'>,
): ObservationRecord | null => {
  const coding = codeIn(v.code, LOINC, SNOMED) ?? codings(v.code)[0];
  if (coding === undefined) return null;
  const analyte = coding.system === LOINC ? analyteOfLoinc(coding.code) : null;
  const unit =
    analyte?.unit ??
    (coding.system === LOINC ? (observationOfLoinc(coding.code)?.unit ?? null) : null);
  const normalise = normaliserOf(analyte, unit);
  const flagged = flaggedOf(v.valueString, normalise);
  const value =
    quantityOf(v.valueQuantity, normalise) ??
    (v.valueInteger === undefined
      ? writtenIn(flagged?.text ?? v.valueString, analyte !== null, normalise)
      : { value: v.valueInteger, comparator: null, unit: null, normal: null });
  const text = value === null ? textOf(v) : null;
  if (value === null && text === null) return null;
  return {
    kind: 'observation',
    ...base,
    category: categoryOf(coding, analyte, common.sent),
    what: codedBy(coding, v.code.text),
    at: common.at,
    value,
    text,
    interpretation:
      codings(v.interpretation?.[0])[0]?.code ??
      v.interpretation?.[0]?.text ??
      flagged?.flag ??
      null,
    ...referenceOf(v, normalise, value?.normal != null),
  };
};

const NOT_FINAL = ['registered', 'preliminary', 'unknown'] as const;

/** When the tumour was diagnosed that an undated finding of the same submission is about. */
const ofItsTumour = (o: Observation, place: Place): string | null => {
  if (findingOf(o) === null) return null;
  const found = (o.focus ?? []).map(
    (focus) => place.references.find(focus) as Condition | undefined,
  );
  const condition = found.find((one) => one?.resourceType === 'Condition');
  return place.instant(condition?.onsetDateTime ?? condition?.recordedDate, 'focus');
};

const timeOf = (o: Observation, place: Place): string | null =>
  place.instant(o.effectiveDateTime, 'effectiveDateTime') ??
  place.instant(o.effectiveInstant, 'effectiveInstant') ??
  place.instant(o.effectivePeriod?.start, 'effectivePeriod.start') ??
  place.instant(o.issued, 'issued') ??
  ofItsTumour(o, place);

/** Names the component by its code, and by its place where the code comes twice. */
const partOf = (
  c: ObservationComponent,
  i: number,
  all: readonly ObservationComponent[],
): string => {
  const code = codings(c.code)[0]?.code.replaceAll('#', '');
  const unique = all.filter((x) => codings(x.code)[0]?.code === code).length === 1;
  return code !== undefined && unique ? code : `component-${i}`;
};

/** A measured or observed value and those of its components (systolic and diastolic pressure). */
const readResults = (observation: Observation, place: Place): Read => {
  const at = timeOf(observation, place);
  if (at === null) return { retained: 'It does not say when it was observed.' };
  const common = { at, sent: observation.category ?? [] };
  const tumour =
    (observation.focus ?? []).map((focus) => place.key(focus, 'Condition')).find(Boolean) ??
    place.references.tumourOf(place.source.id);
  const notFinal = NOT_FINAL.find((status) => status === observation.status) ?? null;
  const components = observation.component ?? [];
  const records = [
    resultOf(observation, common, place.of()),
    ...components.map((c, i) => resultOf(c, common, place.of(partOf(c, i, components)))),
  ]
    .filter((r) => r !== null)
    .map((r) => ({
      ...r,
      ...(notFinal === null ? {} : { notFinal }),
      ...(tumour === null ? {} : { tumour }),
    }));
  const finding = notFinal === null ? findingOf(observation) : null;
  if (finding !== null && records[0] !== undefined) records[0] = { ...records[0], finding };
  return records.length === 0
    ? { retained: 'It holds no value that is modelled yet.' }
    : { records };
};

/** Any Observation that asks for nothing more particular. */
export const fhir: FhirReader = {
  claims: { Observation: 'rest' },
  read: (resource, place) => readResults(resource as Observation, place),
};

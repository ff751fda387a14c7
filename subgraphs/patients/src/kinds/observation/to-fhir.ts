import {
  amountOf,
  codeable,
  conceptIn,
  type FhirWriter,
  fhirWriter,
  ICD_O_3,
  instantOf,
  SNOMED,
  said,
} from '@nodp/record/fhir';
import { sql } from 'drizzle-orm';
import { observation } from './table.ts';

const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
const INTERPRETATION = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';

/** Our categories by FHIR's; what is of neither is said as it was sent. */
const CATEGORIES: Readonly<Record<string, string>> = {
  laboratory: 'laboratory',
  'tumour-marker': 'laboratory',
  'vital-sign': 'vital-signs',
};
const OF_FHIR = new Set([
  'social-history',
  'imaging',
  'procedure',
  'survey',
  'exam',
  'therapy',
  'activity',
]);

const categoryOf = (category: string) => {
  const known = CATEGORIES[category] ?? (OF_FHIR.has(category) ? category : null);
  return known === null
    ? codeable(null, category === 'other' ? null : category, null)
    : codeable(CATEGORY, known, null);
};

type Row = typeof observation.$inferSelect;

/** Limits stand in the analyte's usual unit where the value converts to it, else in the unit as sent. */
const rangeOf = (row: Row) => {
  const unit = row.normalValue === null ? row.unit : row.normalUnit;
  const range = said({
    low: amountOf(row.referenceLow, unit),
    high: amountOf(row.referenceHigh, unit),
  });
  return Object.keys(range).length === 0 ? [] : [range];
};

/** Histological grades of ICD-O-3 by their codes of SNOMED CT: G1 to G4. */
const GRADES: Readonly<Record<string, string>> = {
  '1': '54102005',
  '2': '1663004',
  '3': '61026006',
  '4': '258245003',
};

/** What was found in words, and by the code that it was read as where it says something of the tumour. */
const resultOf = (row: Row) => {
  if (row.valueText === null) return {};
  const grade = row.tumourGrade === null ? undefined : GRADES[row.tumourGrade];
  const finding =
    row.tumourMorphology != null
      ? { system: ICD_O_3, code: row.tumourMorphology }
      : grade === undefined
        ? null
        : { system: SNOMED, code: grade };
  return finding === null
    ? { valueString: row.valueText }
    : { valueCodeableConcept: { coding: [finding], text: row.valueText } };
};

export const toFhir: FhirWriter = fhirWriter(observation, {
  types: ['Observation'],
  search: {
    code: [{ system: observation.system, code: observation.code }],
    date: { at: observation.at },
    status: sql`coalesce(${observation.notFinal}, 'final')`,
  },
  write: (row, { common, subject, refer }) => {
    const category = categoryOf(row.category);
    const focus = refer('Condition', row.tumourSourceId ?? null);
    return said({
      resourceType: 'Observation',
      ...common,
      status: row.notFinal ?? 'final',
      category: category === undefined ? [] : [category],
      code: conceptIn(row),
      subject,
      focus: focus === undefined ? [] : [focus],
      effectiveDateTime: instantOf(row.at),
      valueQuantity: amountOf(row.value, row.unit, row),
      ...resultOf(row),
      interpretation:
        row.interpretation === null ? [] : [codeable(INTERPRETATION, row.interpretation, null)],
      referenceRange: rangeOf(row),
    });
  },
});

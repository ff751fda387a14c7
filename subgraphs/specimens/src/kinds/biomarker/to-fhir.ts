import {
  amountOf,
  codeable,
  conceptIn,
  dateIn,
  type FhirWriter,
  fhirWriter,
  LOINC,
  mcodeProfile,
  said,
} from '@nodp/record/fhir';
import { sql } from 'drizzle-orm';
import { GENE, LABORATORY, VARIANT } from '../variant/claims.ts';
import { biomarker } from './table.ts';

const INTERPRETATION = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';
const FINDINGS = { positive: 'POS', negative: 'NEG', equivocal: 'IND' } as const;
const GENES = 'http://www.genenames.org/geneId';

/** A gene whose change is not named is said as a variant of it; anything else is asked for by its own code. */
export const toFhir: FhirWriter = fhirWriter(biomarker, {
  types: ['Observation'],
  search: {
    code: [
      {
        system: sql`case when ${biomarker.system} = ${sql.raw(`'${GENES}'`)} then ${sql.raw(`'${LOINC}'`)} else ${biomarker.system} end`,
        code: sql`case when ${biomarker.system} = ${sql.raw(`'${GENES}'`)} then ${sql.raw(`'${VARIANT}'`)} else ${biomarker.code} end`,
      },
    ],
    date: { on: biomarker.testedOn, precision: biomarker.testedPrecision },
    status: sql`'final'`,
  },
  write: (row, { common, subject, refer }) => {
    const focus = refer('Condition', row.tumourSourceId);
    const gene = row.system === GENES;
    const result = conceptIn(row, 'result');
    return said({
      resourceType: 'Observation',
      ...common,
      ...mcodeProfile(gene ? 'genomic-variant' : 'tumor-marker-test'),
      status: 'final',
      category: LABORATORY,
      code: gene ? codeable(LOINC, VARIANT, null) : conceptIn(row),
      subject,
      focus: focus === undefined ? [] : [focus],
      effectiveDateTime: dateIn(row, 'tested'),
      valueCodeableConcept: row.value === null ? result : undefined,
      valueQuantity: amountOf(row.value, row.unit, row),
      interpretation:
        row.finding === null ? [] : [codeable(INTERPRETATION, FINDINGS[row.finding], null)],
      component: gene
        ? [{ code: codeable(LOINC, GENE, null), valueCodeableConcept: conceptIn(row) }]
        : [],
    });
  },
});

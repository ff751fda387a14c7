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
import {
  ALLELE_FRACTION,
  CODING_CHANGE,
  COPY_NUMBER,
  GENE,
  GENOMIC_CHANGE,
  LABORATORY,
  NAMED_CHANGE,
  PROTEIN_CHANGE,
  SOURCE_CLASS,
  TRANSCRIPT,
  VARIANT,
} from './claims.ts';
import { changeTypeOf } from './kind-codes.ts';
import { variant } from './table.ts';

/** LOINC answers of 69548-6: whether it was found; and of 48002-0: where it comes from. */
const PRESENCES = {
  present: ['LA9633-4', 'Present'],
  absent: ['LA9634-2', 'Absent'],
  indeterminate: ['LA11884-6', 'Indeterminate'],
} as const;
const ORIGINS = { somatic: ['LA6684-0', 'Somatic'], germline: ['LA6683-2', 'Germline'] } as const;

const answer = ([code, display]: readonly [string, string]) => codeable(LOINC, code, display);

const component = (code: string, value: Readonly<Record<string, unknown>>) =>
  Object.values(value).every((one) => one === undefined || one === null)
    ? []
    : [{ code: codeable(LOINC, code, null), ...value }];

/** HL7 Genomics Reporting: the change in components. */
export const toFhir: FhirWriter = fhirWriter(variant, {
  types: ['Observation'],
  search: {
    code: [{ system: sql.raw(`'${LOINC}'`), code: sql.raw(`'${VARIANT}'`) }],
    date: { on: variant.testedOn, precision: variant.testedPrecision },
    status: sql`'final'`,
  },
  write: (row, { common, subject, refer }) => {
    const focus = refer('Condition', row.tumourSourceId);
    return said({
      resourceType: 'Observation',
      ...common,
      ...mcodeProfile('genomic-variant'),
      status: 'final',
      category: LABORATORY,
      code: codeable(LOINC, VARIANT, null),
      subject,
      focus: focus === undefined ? [] : [focus],
      effectiveDateTime: dateIn(row, 'tested'),
      method: conceptIn(row, 'method'),
      specimen: refer('Specimen', row.specimenSourceId),
      valueCodeableConcept: answer(PRESENCES[row.presence]),
      component: [
        ...component(GENE, { valueCodeableConcept: conceptIn(row) }),
        ...component(GENE, { valueCodeableConcept: conceptIn(row, 'partner') }),
        ...component(PROTEIN_CHANGE, { valueString: row.protein }),
        ...component(CODING_CHANGE, { valueString: row.coding }),
        ...component(GENOMIC_CHANGE, { valueString: row.genomic }),
        ...component(TRANSCRIPT, { valueString: row.transcript }),
        ...component(NAMED_CHANGE, { valueString: row.name }),
        ...(row.variantKind === null ? [] : [changeTypeOf(row.variantKind)]),
        ...component(COPY_NUMBER, { valueQuantity: amountOf(row.copyNumber, '1') }),
        ...component(ALLELE_FRACTION, { valueQuantity: amountOf(row.alleleFraction, '1') }),
        ...(row.origin === null
          ? []
          : component(SOURCE_CLASS, {
              valueCodeableConcept: answer(ORIGINS[row.origin]),
            })),
      ],
    });
  },
});

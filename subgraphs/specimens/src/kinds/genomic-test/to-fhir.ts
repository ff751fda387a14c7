import {
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
import { GENE, LABORATORY } from '../variant/claims.ts';
import { genomicTest } from './table.ts';

const REGION_DESCRIPTION = '81293-3';

/** The region studied: each gene in a component of its own. */
export const toFhir: FhirWriter = fhirWriter(genomicTest, {
  types: ['Observation'],
  search: {
    code: [{ system: genomicTest.system, code: genomicTest.code }],
    date: { on: genomicTest.testedOn, precision: genomicTest.testedPrecision },
    status: sql`'final'`,
  },
  write: (row, { common, subject, refer }) => {
    const focus = refer('Condition', row.tumourSourceId);
    return said({
      resourceType: 'Observation',
      ...common,
      ...mcodeProfile('genomic-region-studied'),
      status: 'final',
      category: LABORATORY,
      code: conceptIn(row),
      subject,
      focus: focus === undefined ? [] : [focus],
      effectiveDateTime: dateIn(row, 'tested'),
      method: conceptIn(row, 'method'),
      specimen: refer('Specimen', row.specimenSourceId),
      component: [
        ...row.genes.map((text) => ({
          code: codeable(LOINC, GENE, null),
          valueCodeableConcept: { text },
        })),
        ...(row.region === null
          ? []
          : [{ code: codeable(LOINC, REGION_DESCRIPTION, null), valueString: row.region }]),
      ],
    });
  },
});

import { codeable, dateIn, type FhirWriter, fhirWriter, said } from '@nodp/record/fhir';
import { sql } from 'drizzle-orm';
import { SCREENING_EVENT, SCREENING_PROGRAMME, SCREENING_RESULT, SCREENING_TEST } from './codes.ts';
import { screening } from './table.ts';

const event = (code: string, on: string | undefined) =>
  on === undefined ? [] : [{ code: codeable(SCREENING_EVENT, code, null), valueDateTime: on }];

/** A round without a test is registered, one without a result preliminary. */
export const toFhir: FhirWriter = fhirWriter(screening, {
  types: ['Observation'],
  search: {
    code: [{ system: sql.raw(`'${SCREENING_PROGRAMME}'`), code: screening.programme }],
    date: { on: screening.testedOn, precision: screening.testedPrecision },
    status: sql`case when ${screening.testedOn} is null then 'registered' when ${screening.result} is null then 'preliminary' else 'final' end`,
  },
  write: (row, { common, subject }) =>
    said({
      resourceType: 'Observation',
      ...common,
      status: row.testedOn === null ? 'registered' : row.result === null ? 'preliminary' : 'final',
      code: codeable(SCREENING_PROGRAMME, row.programme, null),
      subject,
      effectiveDateTime: dateIn(row, 'tested'),
      method: codeable(SCREENING_TEST, row.test, null),
      valueCodeableConcept: codeable(SCREENING_RESULT, row.result, null),
      component: [
        ...event('invited', dateIn(row, 'invited')),
        ...event('declined', dateIn(row, 'declined')),
      ],
    }),
});

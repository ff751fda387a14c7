import { conceptIn, dateIn, type FhirWriter, fhirWriter, LOINC, said } from '@nodp/record/fhir';
import { sql } from 'drizzle-orm';
import { vitalStatusReport } from './table.ts';

const CAUSE_OF_DEATH = '69453-9';
const DATE_OF_DEATH = '81956-5';

/** What was reported of a death beside the demographics; what they say themselves stands in the Patient. */
export const toFhir: FhirWriter = fhirWriter(vitalStatusReport, {
  types: ['Observation'],
  search: {
    code: [
      {
        system: sql.raw(`'${LOINC}'`),
        code: sql`case when ${vitalStatusReport.diedOn} is null then '69453-9' else '81956-5' end`,
      },
    ],
    date: { on: vitalStatusReport.diedOn, precision: vitalStatusReport.diedPrecision },
    status: sql`'final'`,
  },
  write: (row, { common, subject }) => {
    const died = dateIn(row, 'died');
    return said({
      resourceType: 'Observation',
      ...common,
      status: 'final',
      code: {
        coding: [{ system: LOINC, code: died === undefined ? CAUSE_OF_DEATH : DATE_OF_DEATH }],
      },
      subject,
      ...(died === undefined
        ? { valueCodeableConcept: conceptIn(row, 'cause') }
        : { valueDateTime: died }),
    });
  },
});

import { conceptIn, type FhirWriter, fhirWriter, instantOf, said } from '@nodp/record/fhir';
import { sql } from 'drizzle-orm';
import { encounter } from './table.ts';

export const toFhir: FhirWriter = fhirWriter(encounter, {
  types: ['Encounter'],
  search: {
    code: [{ system: encounter.system, code: encounter.code }],
    date: { at: encounter.startedAt },
    status: sql`case when ${encounter.endedAt} is null then 'in-progress' else 'finished' end`,
  },
  write: (row, { common, subject }) => {
    const concept = conceptIn(row);
    return said({
      resourceType: 'Encounter',
      ...common,
      status: row.endedAt === null ? 'in-progress' : 'finished',
      class: said({
        system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
        code: row.class ?? 'AMB',
      }),
      type: concept === undefined ? [] : [concept],
      subject,
      period: said({ start: instantOf(row.startedAt), end: instantOf(row.endedAt) }),
    });
  },
});

import {
  type FhirWriter,
  fhirWriter,
  instantOf,
  LOINC,
  mcodeProfile,
  said,
} from '@nodp/record/fhir';
import { sql } from 'drizzle-orm';
import { performance } from './table.ts';

const NCIT = 'http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl';

const CODES = {
  ECOG: { system: LOINC, code: '89247-1' },
  Karnofsky: { system: LOINC, code: '89243-0' },
  Lansky: { system: NCIT, code: 'C38144' },
} as const;

const PROFILES = {
  ECOG: 'ecog-performance-status',
  Karnofsky: 'karnofsky-performance-status',
  Lansky: 'lansky-play-performance-status',
} as const;

export const toFhir: FhirWriter = fhirWriter(performance, {
  types: ['Observation'],
  search: {
    code: [
      {
        system: sql`case ${performance.scale} when 'Lansky' then 'http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl' else 'http://loinc.org' end`,
        code: sql`case ${performance.scale} when 'ECOG' then '89247-1' when 'Karnofsky' then '89243-0' else 'C38144' end`,
      },
    ],
    date: { at: performance.at },
    status: sql`'final'`,
  },
  write: (row, { common, subject }) =>
    said({
      resourceType: 'Observation',
      ...common,
      ...mcodeProfile(PROFILES[row.scale], row.at !== null),
      status: 'final',
      code: { coding: [CODES[row.scale]] },
      subject,
      effectiveDateTime: instantOf(row.at),
      valueInteger: row.score,
    }),
});

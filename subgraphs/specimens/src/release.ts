import { query } from '@nodp/database';
import { extract } from '@nodp/record/release';
import { biomarker } from './kinds/biomarker/table.ts';

/** What the subgraph gives to a release. */
export const release = {
  biomarker: extract(
    'biomarker',
    {
      patient_id: biomarker.patientId,
      system: biomarker.system,
      code: biomarker.code,
      display: biomarker.display,
      finding: biomarker.finding,
      value: biomarker.value,
      unit: biomarker.unit,
      tested_on: biomarker.testedOn,
      tested_precision: biomarker.testedPrecision,
      institution_id: biomarker.institutionId,
      tumour_source_id: biomarker.tumourSourceId,
    },
    (columns) => query.select(columns).from(biomarker),
  ),
};

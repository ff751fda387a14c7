import { query } from '@nodp/database';
import { extract } from '@nodp/record/release';
import { diseaseStatus } from './kinds/disease-status/table.ts';

/** What the subgraph gives to a release. */
export const release = {
  disease_status: extract(
    'disease_status',
    {
      patient_id: diseaseStatus.patientId,
      trend: diseaseStatus.trend,
      assessed_on: diseaseStatus.assessedOn,
      assessed_precision: diseaseStatus.assessedPrecision,
    },
    (columns) => query.select(columns).from(diseaseStatus),
  ),
};

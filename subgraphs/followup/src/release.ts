import { query } from '@nodp/database';
import { extract } from '@nodp/record/release';
import { diseaseStatus } from './kinds/disease-status/table.ts';
import { screening } from './kinds/screening/table.ts';

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
  screening: extract(
    'screening',
    {
      patient_id: screening.patientId,
      programme: screening.programme,
      invited_on: screening.invitedOn,
      invited_precision: screening.invitedPrecision,
      declined_on: screening.declinedOn,
      declined_precision: screening.declinedPrecision,
      tested_on: screening.testedOn,
      tested_precision: screening.testedPrecision,
      test: screening.test,
      result: screening.result,
    },
    (columns) => query.select(columns).from(screening),
  ),
};

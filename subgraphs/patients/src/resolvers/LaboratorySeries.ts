import { codedTerm, type SubgraphContext } from '@nodp/graph';
import { storedDate } from '@nodp/oncology';
import type { LaboratorySeriesResolvers } from '../generated/resolvers.ts';
import { latestGrade } from '../laboratory/latest-grade.ts';
import { observationRows } from '../laboratory/observation-rows.ts';
import { referenceRange } from '../laboratory/reference-range.ts';
import { asSent, type SeriesModel, shownValue } from '../laboratory/series.ts';
import { patientRow } from '../people/patient-rows.ts';

const rangeOf = async (series: SeriesModel, context: SubgraphContext) => {
  const patientId = series.rows[0]?.patientId;
  const patient = patientId ? await context.once(patientRow).load(patientId) : null;
  const born = patient ? storedDate(patient.bornOn, patient.bornPrecision) : null;
  return referenceRange(series, patient?.sex ?? 'UNKNOWN', born);
};

export const LaboratorySeries: LaboratorySeriesResolvers = {
  analyte: ({ system, code, display }) => codedTerm(system, code, display),
  referenceLow: async (series, _, context) => (await rangeOf(series, context)).low,
  referenceHigh: async (series, _, context) => (await rangeOf(series, context)).high,
  latestGrade: async (series, _, context) => {
    const patientId = series.rows[0]?.patientId;
    const all = patientId ? await context.once(observationRows).load(patientId) : [];
    return latestGrade(series, await rangeOf(series, context), all);
  },
  points: ({ rows }) =>
    rows.map((row) => ({
      at: row.at,
      value: shownValue(row),
      comparator: row.comparator,
      asSent: asSent(row),
      interpretation: row.interpretation,
    })),
};

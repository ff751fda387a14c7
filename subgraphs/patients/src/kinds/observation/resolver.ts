import { plainCode, type SubgraphContext } from '@nodp/graph';
import { storedDate } from '@nodp/oncology';
import type { LaboratorySeriesResolvers, PatientResolvers } from '../../generated/resolvers.ts';
import { patientRow } from '../../people/patient-rows.ts';
import { latestGrade } from './latest-grade.ts';
import { referenceRange } from './reference-range.ts';
import { observationRows } from './rows.ts';
import { asSent, type SeriesModel, seriesOf, shownDigits, shownValue } from './series.ts';

const rangeOf = async (series: SeriesModel, context: SubgraphContext) => {
  const patientId = series.rows[0]?.patientId;
  const patient = patientId ? await context.once(patientRow).load(patientId) : null;
  const born = patient ? storedDate(patient.bornOn, patient.bornPrecision) : null;
  return referenceRange(series, patient?.sex ?? 'UNKNOWN', born);
};

const LaboratorySeries: LaboratorySeriesResolvers = {
  analyte: plainCode,
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
      digits: shownDigits(row),
      comparator: row.comparator,
      asSent: asSent(row),
      interpretation: row.interpretation,
      notFinal: row.notFinal,
    })),
};

const Patient: PatientResolvers = {
  laboratory: async ({ patientId }, { codes }, context) => {
    const rows = await context.once(observationRows).load(patientId);
    return seriesOf(codes ? rows.filter((row) => codes.includes(row.code)) : rows);
  },
};

export const resolvers = { Patient, LaboratorySeries };

import type { LaboratorySeriesResolvers } from '../generated/resolvers.ts';
import { referenceRange } from '../laboratory/reference-range.ts';
import { asSent, shownValue } from '../laboratory/series.ts';
import { codedTerm } from '../terms.ts';

export const LaboratorySeries: LaboratorySeriesResolvers = {
  analyte: ({ system, code, display }) => codedTerm(system, code, display),
  referenceLow: (series) => referenceRange(series).low,
  referenceHigh: (series) => referenceRange(series).high,
  points: ({ rows }) =>
    rows.map((row) => ({
      at: row.at,
      value: shownValue(row),
      comparator: row.comparator,
      asSent: asSent(row),
      interpretation: row.interpretation,
    })),
};

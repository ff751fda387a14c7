import { analyteOfLoinc } from '@nodp/terminology/loinc';
import { type SeriesModel, shownUnit } from './series.ts';

export interface ReferenceRange {
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The range a series' values are read against: the laboratory's own where its latest result carries one
 * in the series' unit, else the usual adult range, where it is the same for both sexes.
 */
export const referenceRange = (series: SeriesModel): ReferenceRange => {
  const sent = series.rows.findLast(
    (row) => row.referenceLow !== null || row.referenceHigh !== null,
  );
  if (sent !== undefined && sent.unit === shownUnit(sent)) {
    return { low: sent.referenceLow, high: sent.referenceHigh };
  }
  const analyte = analyteOfLoinc(series.code);
  const { male, female } = analyte?.reference ?? { male: null, female: null };
  const same = male?.low === female?.low && male?.high === female?.high;
  if (analyte === null || analyte.unit !== series.unit || !same) return { low: null, high: null };
  return { low: male?.low ?? null, high: male?.high ?? null };
};

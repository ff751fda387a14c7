import { analyteOfLoinc } from '@nodp/terminology/loinc';
import { type SeriesModel, shownUnit } from './series.ts';

export interface ReferenceRange {
  readonly low: number | null;
  readonly high: number | null;
}

type Sex = 'FEMALE' | 'MALE' | 'OTHER' | 'UNKNOWN';

const open: ReferenceRange = { low: null, high: null };

/**
 * The range a series' values are read against: the laboratory's own where its latest result carries one
 * in the series' unit, else the usual adult range of the patient's sex; where the sex is neither or not
 * known, only a range that both sexes share.
 */
export const referenceRange = (series: SeriesModel, sex: Sex): ReferenceRange => {
  const sent = series.rows.findLast(
    (row) => row.referenceLow !== null || row.referenceHigh !== null,
  );
  if (sent !== undefined && sent.unit === shownUnit(sent)) {
    return { low: sent.referenceLow, high: sent.referenceHigh };
  }
  const analyte = analyteOfLoinc(series.code);
  if (analyte?.reference == null || analyte.unit !== series.unit) return open;
  const { male, female } = analyte.reference;
  if (sex === 'MALE') return male ?? open;
  if (sex === 'FEMALE') return female ?? open;
  return male?.low === female?.low && male?.high === female?.high ? (male ?? open) : open;
};

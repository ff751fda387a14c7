import { nationalDay } from '@nodp/graph';
import { ageAt, type PartialDate } from '@nodp/oncology';
import { analyteOfLoinc } from '@nodp/terminology/loinc';
import type { SeriesModel } from './series.ts';

export interface ReferenceRange {
  readonly low: number | null;
  readonly high: number | null;
}

type Sex = 'FEMALE' | 'MALE' | 'OTHER' | 'UNKNOWN';

const open: ReferenceRange = { low: null, high: null };

/**
 * The range a series' values are read against: the laboratory's own, of the latest result that carries one, else the usual range
 * of the patient's sex and age at the latest result (of adults where no birth is known); where the sex is neither or not known,
 * only a range that both sexes share.
 */
export const referenceRange = (
  series: SeriesModel,
  sex: Sex,
  born: PartialDate | null,
): ReferenceRange => {
  const sent = series.rows.findLast(
    (row) => row.referenceLow !== null || row.referenceHigh !== null,
  );
  // Limits are stored in the unit that the value is shown in.
  if (sent !== undefined) return { low: sent.referenceLow, high: sent.referenceHigh };
  const analyte = analyteOfLoinc(series.code);
  if (analyte?.reference == null || analyte.unit !== series.unit) return open;
  const latest = series.rows.at(-1)?.at;
  const age =
    latest === undefined
      ? null
      : ageAt(born, { date: nationalDay(new Date(latest)), precision: 'day' }).value?.years;
  const of = (which: 'male' | 'female'): ReferenceRange =>
    analyte.reference?.older.findLast(({ sex: s, from }) => s === which && (age ?? 0) >= from)
      ?.range ??
    analyte.reference?.[which] ??
    open;
  if (sex === 'MALE') return of('male');
  if (sex === 'FEMALE') return of('female');
  const [male, female] = [of('male'), of('female')];
  return male.low === female.low && male.high === female.high ? male : open;
};

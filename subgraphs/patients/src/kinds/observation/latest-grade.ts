import { LABORATORY_GRADE_VERSION, laboratoryGrade } from '@nodp/oncology';
import { analyte, analyteOfLoinc } from '@nodp/terminology/loinc';
import type { LaboratoryGradeModel } from './model.ts';
import type { ReferenceRange } from './reference-range.ts';
import { type SeriesModel, shownUnit, shownValue } from './series.ts';

type Row = SeriesModel['rows'][number];

const day = 86_400_000;

/** Albumin in g/L of the sample nearest in time, at most a day apart; null where there is none. */
const albuminAt = (at: string, rows: readonly Row[]): number | null => {
  const albumin = analyte('albumin');
  const apart = (row: Row): number => Math.abs(Date.parse(row.at) - Date.parse(at));
  const [nearest] = rows
    .filter(
      (row) =>
        albumin?.loinc.includes(row.code) === true &&
        shownUnit(row) === albumin.unit &&
        row.comparator === null &&
        row.notFinal === null &&
        shownValue(row) !== null &&
        apart(row) <= day,
    )
    .toSorted((a, b) => apart(a) - apart(b));
  return nearest === undefined ? null : shownValue(nearest);
};

/**
 * The grade of a series' latest result that is a number; null where there is none in the analyte's canonical unit.
 * @param all every laboratory result of the patient: calcium is corrected by albumin
 */
export const latestGrade = (
  series: SeriesModel,
  range: ReferenceRange,
  all: readonly Row[],
): LaboratoryGradeModel | null => {
  // One that may still change decides nothing.
  const latest = series.rows.findLast((row) => shownValue(row) !== null && row.notFinal === null);
  const value = latest === undefined ? null : shownValue(latest);
  const known = analyteOfLoinc(series.code);
  if (latest === undefined || value === null || known === null || known.unit !== series.unit) {
    return null;
  }
  const graded = laboratoryGrade({
    analyte: known.id,
    value,
    comparator: latest.comparator,
    ...range,
    albumin: albuminAt(latest.at, all),
  });
  return {
    at: latest.at,
    grade: graded.value?.grade ?? null,
    term: graded.value?.term ?? null,
    why: graded.why,
    missing: graded.missing,
    ruleVersion: LABORATORY_GRADE_VERSION,
  };
};

import { add, type Bits, none, Parameters, type Series, seriesSql } from '@nodp/cohorts/engine';
import type { Engine } from '../engines/engine.ts';
import type { CaseColumns } from './case-columns.ts';
import { NEVER } from './timeline-days.ts';

/** The case's row; cases of a person stand together by number, from 1. */
const rowOf = ({ firstRow }: CaseColumns, key: number, caseNumber: number): number =>
  (firstRow[key] as number) + caseNumber - 1;

/** The cases whose results are as asked: the engine is asked once. */
export const casesWithSeries =
  (columns: CaseColumns, engine: Engine) =>
  async (series: Series): Promise<Bits> => {
    const parameters = new Parameters();
    const found = seriesSql(series, parameters, engine.dialect);
    const [keys = new Int32Array(), numbers = new Int32Array()] = await engine.integers({
      text: `select cast(f.person_key as integer) as key, cast(f.case_number as integer) as n from (${found}) f`,
      parameters: parameters.values,
    });
    const bits = none(columns.rows);
    keys.forEach((key, i) => {
      add(bits, rowOf(columns, key, numbers[i] as number));
    });
    return bits;
  };

/** The cases whose results are as asked by what was known so many days after their diagnosis. */
export const casesWithSeriesBy = (columns: CaseColumns, engine: Engine, most: number) => {
  const by = casesWithSeries(columns, engine);
  return (series: Series): Promise<Bits> =>
    by({ ...series, until: Math.min(series.until ?? most, most) });
};

/**
 * The day after its diagnosis on which it is known of each case: of one result that decides, its day; else when the window has
 * passed, and on no day where it is open.
 */
export const seriesDays = async (
  series: Series,
  columns: CaseColumns,
  engine: Engine,
): Promise<Int32Array> => {
  const parameters = new Parameters();
  const found = seriesSql(series, parameters, engine.dialect, { never: NEVER });
  const [keys = new Int32Array(), numbers = new Int32Array(), settled = new Int32Array()] =
    await engine.integers({
      text: `select cast(f.person_key as integer) as key, cast(f.case_number as integer) as n,
        cast(f.settled as integer) as settled from (${found}) f`,
      parameters: parameters.values,
    });
  const days = new Int32Array(columns.rows).fill(NEVER);
  keys.forEach((key, i) => {
    days[rowOf(columns, key, numbers[i] as number)] = Math.max(0, settled[i] as number);
  });
  return days;
};

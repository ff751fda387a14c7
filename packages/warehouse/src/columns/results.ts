import type { Engine } from '../engines/engine.ts';
import type { CaseColumns } from './case-columns.ts';

/** Results of one analyte, those of each person together and by day: exact, not to be shown. */
export interface AnalyteResults {
  /** The days from the person's first diagnosis with the values, of the person whose case stands at a row. */
  of(row: number): {
    readonly days: Int32Array;
    readonly values: Float64Array;
  };
}

const NONE = { days: new Int32Array(), values: new Float64Array() };

/** Reads the results of an analyte (the LOINC code that a release has it by), in its usual unit. */
export const readResults = async (
  { person }: CaseColumns,
  engine: Engine,
  loinc: string,
): Promise<AnalyteResults> => {
  const [keys = [], days = [], values = []] = await engine.columns({
    text: `select e.person_key, e.result_days, e.value from ${engine.dialect.table('results')} e
      where e.analyte = $1 and e.value is not null and e.result_days is not null order by 1, 2`,
    parameters: [loinc],
  });
  const day = Int32Array.from(days, Number);
  const value = Float64Array.from(values, Number);
  const spans = new Map<number, { from: number; end: number }>();
  keys.forEach((key, i) => {
    const known = spans.get(Number(key));
    if (known === undefined) spans.set(Number(key), { from: i, end: i + 1 });
    else known.end = i + 1;
  });
  return {
    of: (row) => {
      const span = spans.get(person[row] as number);
      return span === undefined
        ? NONE
        : {
            days: day.subarray(span.from, span.end),
            values: value.subarray(span.from, span.end),
          };
    },
  };
};

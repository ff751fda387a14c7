import { describe, expect, it } from 'vitest';
import type { Table } from '../../../asked.ts';
import { curvesOf } from './curves-of.ts';

const axis = (dimension: string, ...codes: string[]) => ({ dimension, codes });
const table = (axes: object[], values: (number | null)[], measure = 'AGE_SPECIFIC_RATE') =>
  ({ measure, axes, values }) as unknown as Table;

describe('curves of ages, periods and cohorts', () => {
  const axes = [axis('AGE', '50', '55', 'UNKNOWN'), axis('PERIOD', '2008-2012', '2013-2017')];

  it('sets a rate by its age, by the middle of its period, and by the year of birth', () => {
    const [set, ...others] = curvesOf(table(axes, [10, 20, 30, 40, null, null])) ?? [];
    expect(others).toEqual([]);
    expect(set?.byAge[1]).toEqual({
      code: '2013-2017',
      points: [
        { at: 52.5, value: 20 },
        { at: 57.5, value: 40 },
      ],
    });
    expect(set?.byTime[0]).toEqual({
      code: '50',
      points: [
        { at: 2010.5, value: 10 },
        { at: 2015.5, value: 20 },
      ],
    });
    // Those of 50–54 in 2008–2012 and of 55–59 in 2013–2017 were born in the same years.
    expect(set?.byCohort.map(({ points }) => points.map(({ at }) => at))).toEqual([
      [1958, 1963],
      [1953, 1958],
    ]);
  });

  it('leaves out rates of nought and those that are not there; a set for each other member', () => {
    const sets = curvesOf(
      table([axis('SEX', 'F', 'M'), ...axes], [0, 20, null, 40, 1, 1, 1, 2, 3, 4, 5, 6]),
    );
    expect(sets?.map(({ places }) => places)).toEqual([[0], [1]]);
    expect(sets?.[0]?.byTime[0]?.points).toEqual([{ at: 2015.5, value: 20 }]);
    expect(sets?.[1]?.byTime).toHaveLength(2);
  });

  it('are of nothing else: another measure, no ages, a single period', () => {
    expect(curvesOf(table(axes, [1, 2, 3, 4, 5, 6], 'CASES'))).toBeNull();
    expect(curvesOf(table([axis('YEAR', '2015', '2016')], [1, 2]))).toBeNull();
    expect(curvesOf(table([axis('AGE', '50'), axis('PERIOD', '2013-2017')], [1]))).toBeNull();
  });
});

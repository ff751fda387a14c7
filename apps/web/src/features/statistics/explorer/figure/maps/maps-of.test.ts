import { describe, expect, it } from 'vitest';
import type { Table } from '../../../asked.ts';
import { mapsOf } from './maps-of.ts';

const table = (axes: [string, ...string[]][], values: (number | null)[]) =>
  ({
    axes: axes.map(([dimension, ...codes]) => ({ dimension, codes })),
    values,
  }) as unknown as Table;

describe('maps by period', () => {
  it('has a map a period with each province’s cell, whichever axis comes first', () => {
    const maps = mapsOf(
      table(
        [
          ['PROVINCE', '110000', '440000'],
          ['PERIOD', '2013-2017', '2018-2022'],
        ],
        [1, 2, 3, 4],
      ),
    );
    expect(maps?.map(({ place, cells }) => [place, ...cells])).toEqual([
      [0, ['110000', 0], ['440000', 2]],
      [1, ['110000', 1], ['440000', 3]],
    ]);
    const turned = mapsOf(
      table(
        [
          ['YEAR', '2019', '2020', 'UNKNOWN'],
          ['PROVINCE', '110000', '440000'],
        ],
        [1, 2, 3, null, null, null],
      ),
    );
    // A time without any figure has no map.
    expect(turned?.map(({ cells }) => [...cells.values()])).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('is of nothing else: one time, a third axis, too many to compare', () => {
    expect(
      mapsOf(
        table(
          [
            ['PROVINCE', '110000'],
            ['PERIOD', '2013-2017'],
          ],
          [1],
        ),
      ),
    ).toBeNull();
    expect(mapsOf(table([['PROVINCE', '110000']], [1]))).toBeNull();
    const years = Array.from({ length: 13 }, (_, i) => String(2000 + i));
    expect(
      mapsOf(
        table(
          [
            ['PROVINCE', '110000'],
            ['YEAR', ...years],
          ],
          years.map(Number),
        ),
      ),
    ).toBeNull();
    expect(
      mapsOf(
        table(
          [
            ['PROVINCE', '110000'],
            ['YEAR', '2019', '2020'],
            ['SEX', 'F'],
          ],
          [1, 2],
        ),
      ),
    ).toBeNull();
  });
});

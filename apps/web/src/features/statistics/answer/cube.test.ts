import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answered, cubeOf, placesOf, together } from './cube.ts';

const axis = <D extends string>(dimension: D, ...codes: string[]) => ({
  dimension,
  codes,
  labels: codes,
});
const answered = (axes: Answered<'SEX' | 'YEAR', 'SHOWN'>['axes'], values: number[]) => ({
  axes,
  values,
  lower: values.map((v) => v - 1),
  upper: values.map((v) => v + 1),
  numerators: values,
  denominators: values.map(() => 100),
  states: values.map(() => 'SHOWN' as const),
});

const sexByYear = answered(
  [axis('SEX', 'FEMALE', 'MALE'), axis('YEAR', '2019', '2020', '2021')],
  [1, 2, 3, 4, 5, 6],
);

describe('an answer as a cube', () => {
  it('has its last axis running fastest', () => {
    const cube = cubeOf(sexByYear);
    expect(cube.at([0, 2])).toMatchObject({ value: 3, lower: 2, upper: 4, numerator: 3 });
    expect(cube.at([1, 0])).toMatchObject({ value: 4, denominator: 100, state: 'SHOWN' });
  });

  it('of no axis has one cell', () => {
    const one = cubeOf(answered([], [7]));
    expect([...placesOf(one.axes)]).toEqual([[]]);
    expect(one.at([]).value).toBe(7);
  });

  it('gives each cell of the columns once, in their order', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 }), (lengths) => {
        const axes = lengths.map((n) =>
          axis('YEAR', ...Array.from({ length: n }, (_, i) => `${i}`)),
        );
        const cells = lengths.reduce((product, n) => product * n, 1);
        const cube = cubeOf(
          answered(
            axes,
            Array.from({ length: cells }, (_, i) => i),
          ),
        );
        expect([...placesOf(axes)].map((places) => cube.at(places).value)).toEqual(
          Array.from({ length: cells }, (_, i) => i),
        );
      }),
    ));
});

describe('answers side by side', () => {
  const other = answered([axis('SEX', 'MALE'), axis('YEAR', '2021', '2022')], [60, 70]);
  const cube = together([sexByYear, other], ['ours', 'registries']);

  it('stand on the same axes, whichever of them has a member', () => {
    expect(cube.axes.map(({ codes }) => codes)).toEqual([
      ['0', '1'],
      ['FEMALE', 'MALE'],
      ['2019', '2020', '2021', '2022'],
    ]);
    expect(cube.at([0, 1, 2]).value).toBe(6);
    expect(cube.at([1, 1, 2]).value).toBe(60);
  });

  it('say where one of them has no such member, instead of showing another’s figure', () => {
    expect(cube.at([1, 0, 2])).toMatchObject({ value: null, state: 'ABSENT' });
    expect(cube.at([0, 0, 3])).toMatchObject({ value: null, state: 'ABSENT' });
  });
});

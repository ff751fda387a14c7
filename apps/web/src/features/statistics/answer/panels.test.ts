import { describe, expect, it } from 'vitest';
import { cubeOf } from './cube.ts';
import { barOrder, drawingOf } from './panels.ts';
import { rolesOf } from './roles.ts';

const axis = (dimension: 'SEX' | 'YEAR' | 'SITE' | 'STAGE', ...codes: string[]) => ({
  dimension,
  codes,
  labels: codes.map((code) => code.toLowerCase()),
});
const cube = (axes: ReturnType<typeof axis>[], values: (number | null)[]) =>
  cubeOf({
    axes,
    values,
    lower: values,
    upper: values,
    numerators: values,
    denominators: values,
    states: values.map((v) => (v === null ? 'SUPPRESSED' : 'SHOWN')),
  });

describe('a cube drawn', () => {
  it('has a panel for each member of the third axis, a series for each of the second', () => {
    const axes = [axis('YEAR', '2019', '2020'), axis('SEX', 'F', 'M'), axis('STAGE', 'I', 'II')];
    const { panels } = drawingOf(cube(axes, [1, 2, 3, 4, 5, 6, 7, 8]), rolesOf(axes, false));
    expect(panels.map(({ name }) => name)).toEqual(['i', 'ii']);
    expect(
      panels[1]?.series.map(({ name, cells }) => [name, ...cells.map((c) => c.value)]),
    ).toEqual([
      ['f', 2, 6],
      ['m', 4, 8],
    ]);
  });

  it('leaves out colours without a figure, and years not known of which there is none', () => {
    const axes = [axis('YEAR', '2019', '2020', 'UNKNOWN'), axis('SEX', 'F', 'M', 'UNKNOWN')];
    const values = [1, 2, null, 3, null, null, null, null, null];
    const { along, panels } = drawingOf(cube(axes, values), rolesOf(axes, false));
    expect(along?.codes).toEqual(['2019', '2020']);
    expect(panels[0]?.series.map(({ code }) => code)).toEqual(['F', 'M']);
    // A figure that is kept back in between keeps its place.
    expect(panels[0]?.series[1]?.cells.map(({ value }) => value)).toEqual([2, null]);
  });

  it('stands whole where there is nothing to draw, so that each place says why', () => {
    const axes = [axis('STAGE', 'I', 'II')];
    expect(drawingOf(cube(axes, [null, null]), rolesOf(axes, false)).along?.codes).toHaveLength(2);
  });

  it('has its bars by size where members have no order, those not known last', () => {
    const sites = [axis('SITE', 'lung', 'breast', 'colon', 'UNKNOWN')];
    const drawn = drawingOf(cube(sites, [3, null, 9, 20]), rolesOf(sites, false));
    expect(barOrder(drawn)).toEqual([2, 0, 1, 3]);
    const stages = [axis('STAGE', 'I', 'II')];
    expect(barOrder(drawingOf(cube(stages, [1, 2]), rolesOf(stages, false)))).toEqual([0, 1]);
  });
});

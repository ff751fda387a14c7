import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostColours, mostPanels, rolesOf } from './roles.ts';

const axis = (dimension: string, members: number) => ({
  dimension,
  codes: Array.from({ length: members }, (_, i) => i),
});
const [sex, year, age, site, province, stage] = [
  axis('SEX', 2),
  axis('YEAR', 10),
  axis('AGE', 18),
  axis('SITE', 25),
  axis('PROVINCE', 34),
  axis('STAGE', 5),
];
const two = axis('SELECTION', 2);

describe('the chart that fits the axes', () => {
  it.each([
    ['one figure', [], 'bars', null, null, []],
    ['two selections, a figure each', [two], 'bars', 0, null, []],
    ['a year', [year], 'lines', 0, null, []],
    ['a site', [site], 'bars', 0, null, []],
    ['years by sex', [year, sex], 'lines', 0, 1, []],
    ['ages by sex in panels by stage', [age, sex, stage], 'lines', 0, 1, [2]],
    ['a fourth axis is a panel too', [age, sex, stage, axis('PERIOD', 2)], 'lines', 0, 1, [2, 3]],
    ['sites in ages: 25 colours nobody tells apart', [age, site], 'heat', 0, 1, []],
    ['years by province', [year, axis('PROVINCE', 12)], 'lines', 0, null, [1]],
    ['years by every province', [year, province], 'heat', 0, 1, []],
    ['two selections by year', [two, year], 'lines', 1, 0, []],
    ['two selections by year and sex', [two, year, sex], 'lines', 1, 0, [2]],
  ] as const)('%s', (_, axes, kind, along, colour, panels) => {
    expect(rolesOf(axes, false)).toEqual({ kind, along, colour, panels });
  });

  it('has selections beside each other where that is asked for', () => {
    expect(rolesOf([two, year], true)).toEqual({
      kind: 'lines',
      along: 1,
      colour: null,
      panels: [0],
    });
    expect(rolesOf([two, year, sex], true)).toMatchObject({ along: 1, colour: 2, panels: [0] });
  });

  it('draws every axis once, and never more than can be told apart', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(sex, year, age, site, province, stage), { maxLength: 4 }),
        fc.boolean(),
        fc.boolean(),
        (asked, several, beside) => {
          const axes = several ? [two, ...asked] : asked;
          const { kind, along, colour, panels } = rolesOf(axes, beside);
          const drawn = [along, colour, ...panels].filter((a) => a !== null);
          expect(drawn.toSorted()).toEqual(axes.map((_, a) => a));
          if (kind === 'heat') return;
          expect(colour === null ? 1 : axes[colour]?.codes.length).toBeLessThanOrEqual(mostColours);
          const count = panels.reduce((n, a) => n * (axes[a]?.codes.length ?? 1), 1);
          expect(count).toBeLessThanOrEqual(mostPanels);
        },
      ),
    ));
});

import { mortalityIncidenceRatio } from '@nodp/biostatistics';
import { cellsIn, countedAt, protectedCells } from '../cells.ts';
import { type Cell, digits, type Measure, noFigure } from '../measure.ts';

/** Deaths over new cases of the same place and period (`mortalityIncidenceRatio`). */
export const mortalityIncidence: Measure = {
  group: 'QUALITY',
  label: { en: 'Mortality-to-incidence ratio (M:I)', zh: '死亡发病比（M:I）' },
  ofDeaths: null,
  unit: { en: 'deaths per case', zh: '死亡/发病' },
  sentence: {
    en: 'Each figure is how many deaths from the cancer there were for every new case of the same place and period.',
    zh: '每个数字为同一地区和时期内每例新发病例对应的死亡数。',
  },
  limits: {
    en: 'Those who died are not those who fell ill: it is no share of patients who die, and above 1 it points to cases that were missed.',
    zh: '死亡者与新发者并非同一批人：它不是病死率；大于1提示病例漏登。',
  },
  numerator: { en: 'deaths from the cancer in the population', zh: '人群中该癌症的死亡' },
  denominator: { en: 'new cases', zh: '新发病例' },
  interval: { en: '95%, exact (binomial)', zh: '95%，精确（二项）法' },
  options: [],
  needsPersonYears: false,
  required: [],
  refused: {},
  absent: ({ events }) =>
    events.includes('DEATHS')
      ? null
      : {
          en: 'It has no deaths of the population: a release knows the deaths of its own cases, which the ratio is not made of.',
          zh: '不含全人群死亡数据：发布版仅知其病例的死亡，不能用于该比值。',
        },
  answer: async ({ source, question: { axes, chosen } }) => {
    const shownOf = async (events: 'CASES' | 'DEATHS') => {
      const counts = await source.count({
        ...{ events, axes, chosen, sexes: false, ages: false, registered: true },
      });
      return protectedCells(
        source,
        axes,
        Array.from({ length: cellsIn(axes) }, (_, cell) => countedAt(source, counts, cell)),
      );
    };
    const [deaths, cases] = [await shownOf('DEATHS'), await shownOf('CASES')];
    const places = source.protection === 'MOVED' ? 3 : null;
    const cells = deaths.map((died, cell): Cell => {
      const of = cases[cell]?.value ?? null;
      if (died.value === null || of === null) return noFigure('SUPPRESSED');
      if (of === 0) return { ...noFigure('NO_REFERENCE'), numerator: died.value, denominator: 0 };
      const { ratio, lower, upper } = mortalityIncidenceRatio(died.value, of);
      return {
        state: 'SHOWN',
        value: digits(ratio, places),
        lower: digits(lower, places),
        upper: digits(upper, places),
        numerator: died.value,
        denominator: of,
      };
    });
    return { cells, counts: 2 * cells.length, population: null };
  },
};

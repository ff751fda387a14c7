import { cellsIn, countedAt, impossibleBy, protectedCells } from '../cells.ts';
import { type Measure, noFigure } from '../measure.ts';

/** Number of cases or deaths, whether or not a registry covers them. */
export const cases: Measure = {
  group: 'COUNTS',
  label: { en: 'New cases', zh: '新发病例数' },
  ofDeaths: { en: 'Deaths', zh: '死亡数' },
  unit: { en: 'persons', zh: '例' },
  sentence: {
    en: 'Each figure is a number of cases: primary cancers counted by the IARC’s rules, wherever the patient lives.',
    zh: '每个数字为病例数：按国际癌症研究机构规则计数的原发癌，不论患者居住地。',
  },
  limits: {
    en: 'Numbers follow how many people live there, how old they are and which hospitals report: they compare no risks.',
    zh: '病例数取决于人口数量、年龄构成及上报医院，不能用于比较风险。',
  },
  numerator: { en: 'cases', zh: '病例' },
  denominator: null,
  interval: null,
  options: [],
  needsPersonYears: false,
  required: [],
  refused: {},
  answer: async ({ source, question: { axes, chosen, events } }) => {
    const counts = await source.count({
      ...{ events, axes, chosen },
      ...{ sexes: false, ages: false, registered: false },
    });
    const counted = Array.from({ length: cellsIn(axes) }, (_, cell) =>
      countedAt(source, counts, cell),
    );
    const shown = protectedCells(source, axes, counted);
    const impossible = impossibleBy({ axes, chosen });
    const cells = shown.map(({ value }, cell) => {
      if (impossible(cell)) return noFigure('NOT_APPLICABLE');
      if (value === null) return noFigure('SUPPRESSED');
      return { ...noFigure('SHOWN'), value, numerator: value };
    });
    return { cells, counts: cells.length, population: null };
  },
};

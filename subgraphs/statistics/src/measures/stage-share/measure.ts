import { cellsIn, codesAt, countedAt, protectedCells } from '../cells.ts';
import type { Measure } from '../measure.ts';
import { shareCell } from '../shares.ts';
import { PER_CENT } from '../words.ts';

/** Share of each stage, unknown among them. */
export const stageShare: Measure = {
  group: 'STAGE',
  label: { en: 'Stage distribution', zh: '分期构成' },
  ofDeaths: null,
  unit: PER_CENT,
  sentence: {
    en: 'Each figure is how many of a hundred cases were at that stage when they were diagnosed.',
    zh: '每个数字为每百例中诊断时处于该分期的例数。',
  },
  limits: {
    en: 'Cases of unknown stage are among the hundred. Shares of counts that are moved need not add up to it.',
    zh: '百例中包含分期不详者；因计数经扰动，各比例之和不一定为100。',
  },
  numerator: { en: 'cases of the stage', zh: '该分期的病例' },
  denominator: { en: 'cases of all stages, unknown among them', zh: '全部病例（含分期不详）' },
  interval: {
    en: '95%, exact (Clopper and Pearson), of counts as shown',
    zh: '95%，精确法（Clopper和Pearson），按所示例数计算',
  },
  options: [],
  needsPersonYears: false,
  required: ['STAGE'],
  refused: {},
  answer: async ({ source, question: { events, axes, chosen } }) => {
    const detail = { sexes: false, ages: false, registered: false };
    const others = axes.filter(({ dimension }) => dimension !== 'STAGE');
    const staged = await source.count({ events, axes, chosen, ...detail });
    const all = await source.count({ events, axes: others, chosen, ...detail });
    const countsIn = (of: typeof all, on: typeof axes) =>
      protectedCells(
        source,
        on,
        Array.from({ length: cellsIn(on) }, (_, cell) => countedAt(source, of, cell)),
      );
    const [shown, whole] = [countsIn(staged, axes), countsIn(all, others)];
    const wholeAt = (cell: number): number => {
      const codes = codesAt(axes, cell);
      return others.reduce(
        (at, { dimension, values }) =>
          at * values.length + values.findIndex(({ code }) => code === codes.get(dimension)),
        0,
      );
    };
    return {
      cells: shown.map(({ value }, cell) =>
        shareCell(value, whole[wholeAt(cell)]?.value ?? null, source),
      ),
      counts: shown.length + whole.length,
      population: null,
    };
  },
};

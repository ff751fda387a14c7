import type { Label } from '@nodp/graph';
import { isProgramme } from '@nodp/oncology';
import type { StatisticsDimension } from '../generated/resolvers.ts';
import { codesAt } from '../measures/cells.ts';
import { type Measure, noFigure } from '../measures/measure.ts';
import { sharesOfCounts } from '../measures/shares.ts';
import { PER_CENT } from '../measures/words.ts';
import { EVERY_DIMENSION } from '../questions/dimensions.ts';
import { isOfScreening } from './counts.ts';
import { SCREENING_STEPS, type ScreeningStep } from './steps.ts';

const notTold: Label = {
  en: 'Rounds of screening are told by programme, sex, age, year and province of residence.',
  zh: '筛查轮次仅按项目、性别、年龄、年份和居住省份统计。',
};

const NOT_OF_IT: Readonly<Partial<Record<StatisticsDimension, Label>>> = Object.fromEntries(
  EVERY_DIMENSION.filter((one) => one !== 'FOLLOW_UP' && !isOfScreening(one)).map((one) => [
    one,
    notTold,
  ]),
);

type Codes<S extends ScreeningStep> = readonly (typeof SCREENING_STEPS)[S]['codes'][number][];

/** A share of rounds of screening, a person in a year each. The cancer site is the programme. */
export const screeningMeasure = <S extends ScreeningStep>(
  step: S,
  part: Codes<S>,
  rest: Codes<S>,
  words: Pick<Measure, 'label' | 'sentence' | 'limits' | 'numerator'> & {
    readonly denominator: Label;
  },
): Measure => ({
  ...words,
  group: 'SCREENING',
  ofDeaths: null,
  unit: PER_CENT,
  interval: {
    en: '95%, exact (Clopper and Pearson), of counts as shown',
    zh: '95%，精确法（Clopper和Pearson），按所示例数计算',
  },
  options: [],
  needsPersonYears: false,
  isShare: true,
  required: [],
  refused: NOT_OF_IT,
  filterRefused: NOT_OF_IT,
  absent: ({ screened, label }) =>
    screened !== undefined
      ? null
      : {
          en: `${label.en} has no rounds of screening.`,
          zh: `${label.zh}不含筛查轮次。`,
        },
  answer: async ({ source, question: { axes, chosen } }) => {
    if (source.screened === undefined) throw new RangeError(`${source.id} has no screening.`);
    const counts = await source.screened(step, axes, chosen);
    const { codes } = SCREENING_STEPS[step];
    const columns = sharesOfCounts(source, axes, counts, codes, { dimension: 'STAGE', part, rest });
    return {
      ...columns,
      cells: columns.cells.map((cell, at) =>
        isProgramme(codesAt(axes, at).get('SITE') ?? 'lung') ? cell : noFigure('NOT_APPLICABLE'),
      ),
      words: {
        label: words.label,
        numerator: words.numerator,
        denominator: words.denominator,
        population: { en: 'all screening programmes', zh: '全部筛查项目' },
      },
    };
  },
});

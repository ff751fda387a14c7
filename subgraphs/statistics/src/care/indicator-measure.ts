import type { Label } from '@nodp/graph';
import { QUALITY_INDICATORS, type QualityIndicator, qualityIndicator } from '@nodp/oncology';
import type { Measure } from '../measures/measure.ts';
import { sharesOfCounts } from '../measures/shares.ts';
import { PER_CENT } from '../measures/words.ts';
import { both, listed } from '../questions/words.ts';
import { RESULTS } from './judged.ts';

const FIRST = QUALITY_INDICATORS.find(
  ({ notReleased }) => notReleased === null,
) as QualityIndicator;

const ofItsSite: Label = {
  en: 'An indicator is of its own cancer: sites are neither crossed nor chosen.',
  zh: '质量指标仅针对其癌种：不能交叉或筛选癌种。',
};
const malignant: Label = {
  en: 'An indicator is of malignant neoplasms alone.',
  zh: '质量指标仅针对恶性肿瘤。',
};
const NOT_OF_IT = { SITE: ofItsSite, BEHAVIOUR: malignant } as const;

const SEEN = {
  SEEN: { en: 'its text was seen', zh: '已见原文' },
  SEEN_IN_PART: { en: 'its text was seen in part', zh: '部分见到原文' },
  NOT_SEEN: {
    en: 'its text was not seen: restated from what is known of it',
    zh: '未见原文，按已知内容重述',
  },
} as const;

const definition = ({
  code,
  title,
  numerator,
  denominator,
  source,
  seen,
  expected,
}: QualityIndicator): Label =>
  both((language) =>
    language === 'en'
      ? `${code}, ${title.en}: ${numerator.en}, of ${denominator.en}. Source: ${source}; ${SEEN[seen].en}.${expected === null ? '' : ` It expects ${expected}%.`}`
      : `${code} ${title.zh}：分子为${numerator.zh}；分母为${denominator.zh}。来源：${source}（${SEEN[seen].zh}）。${expected === null ? '' : `期望值${expected}%。`}`,
  );

/** A share of what an indicator says of cases; those that cannot be judged are a class of their own. */
export const indicatorMeasure = (
  words: Pick<Measure, 'label' | 'sentence' | 'limits'> & {
    readonly counted: Label;
    readonly among: Label;
  },
  part: readonly (typeof RESULTS)[number][],
  rest: readonly (typeof RESULTS)[number][],
): Measure => ({
  ...{ group: 'CARE', label: words.label, sentence: words.sentence, limits: words.limits },
  ofDeaths: null,
  unit: PER_CENT,
  numerator: words.counted,
  denominator: words.among,
  interval: {
    en: '95%, exact (Clopper and Pearson), of counts as shown',
    zh: '95%，精确法（Clopper和Pearson），按所示例数计算',
  },
  options: ['INDICATOR'],
  needsPersonYears: false,
  isShare: true,
  required: [],
  refused: NOT_OF_IT,
  filterRefused: NOT_OF_IT,
  absent: ({ judged, label }) =>
    judged !== undefined
      ? null
      : {
          en: `${label.en} has counts alone: quality of care is judged case by case, in a release.`,
          zh: `${label.zh}仅有计数；诊疗质量须在发布版中逐例判定。`,
        },
  answer: async ({ source, question: { axes, chosen, indicator } }) => {
    const asked = qualityIndicator(indicator ?? FIRST.code) ?? FIRST;
    if (source.judged === undefined) throw new RangeError(`${source.id} judges no cases.`);
    const counts = await source.judged(asked.code, axes, chosen);
    const columns = sharesOfCounts(source, axes, counts, RESULTS, {
      dimension: 'SITE',
      part,
      rest,
    });
    return {
      ...columns,
      words: {
        label: both(
          (language) => `${asked.code} ${asked.title[language]} – ${words.label[language]}`,
        ),
        population: listed(
          (source.dimensions.SITE?.values ?? [])
            .filter(({ code }) => asked.sites.includes(code))
            .map(({ label }) => label),
        ),
        numerator: words.counted,
        denominator: both((language) =>
          language === 'en'
            ? `${words.among.en}: ${asked.denominator.en}`
            : `${words.among.zh}：${asked.denominator.zh}`,
        ),
      },
      notes: [definition(asked)],
    };
  },
});

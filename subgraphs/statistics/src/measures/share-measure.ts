import type { Label } from '@nodp/graph';
import type { StatisticsMeasureGroup } from '../generated/resolvers.ts';
import { DIMENSIONS } from '../questions/dimensions.ts';
import type { Measure } from './measure.ts';
import { type ShareOf, shareColumns } from './shares.ts';
import { PER_CENT } from './words.ts';

/** A measure that is a share of cases, in per cent: what differs from one to the next is what is counted, and its words. */
export const shareMeasure = (
  group: StatisticsMeasureGroup,
  share: ShareOf,
  words: Pick<Measure, 'label' | 'sentence' | 'limits' | 'numerator'> & {
    readonly denominator: Label;
  },
): Measure => {
  const reason: Label = {
    en: `The figure is a share by ${DIMENSIONS[share.dimension].label.en.toLowerCase()} already.`,
    zh: `该指标本身即为按${DIMENSIONS[share.dimension].label.zh}的构成比。`,
  };
  return {
    ...words,
    group,
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
    refused: { [share.dimension]: reason },
    filterRefused: { [share.dimension]: reason },
    absent: ({ dimensions, absent, label }) =>
      dimensions[share.dimension] !== undefined
        ? null
        : (absent[share.dimension] ?? {
            en: `${label.en} does not know ${DIMENSIONS[share.dimension].label.en.toLowerCase()}.`,
            zh: `${label.zh}不含${DIMENSIONS[share.dimension].label.zh}。`,
          }),
    answer: (material) => shareColumns(material, share),
  };
};

import { AGE_VALUES, UNKNOWN } from '../../sources/values.ts';
import { shareMeasure } from '../share-measure.ts';

/** Cases of unknown age, of all: what standardised rates spread over the known ages. */
export const unknownAgeShare = shareMeasure(
  'QUALITY',
  {
    dimension: 'AGE',
    part: [UNKNOWN],
    rest: AGE_VALUES.map(({ code }) => code).filter((code) => code !== UNKNOWN),
  },
  {
    label: { en: 'Age not known', zh: '年龄不详比例' },
    sentence: {
      en: 'Each figure is how many of a hundred cases came without an age.',
      zh: '每个数字为每百例中年龄不详的例数。',
    },
    limits: {
      en: 'Standardised rates spread these cases over the known ages: many of them make such rates guesses.',
      zh: '标化率将这些病例按已知年龄分摊；比例过高时标化率近于推测。',
    },
    numerator: { en: 'cases of unknown age', zh: '年龄不详的病例' },
    denominator: { en: 'all cases', zh: '全部病例' },
  },
);

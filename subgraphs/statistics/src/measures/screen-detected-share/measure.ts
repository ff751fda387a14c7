import { shareMeasure } from '../share-measure.ts';

/** Cases found by screening, of those of whom it is known how they were found. */
export const screenDetectedShare = shareMeasure(
  'SCREENING',
  { dimension: 'SCREENING', part: ['SCREENING'], rest: ['INCIDENTAL', 'SYMPTOMS'] },
  {
    label: { en: 'Screen-detected cases', zh: '筛查发现病例比例' },
    sentence: {
      en: 'Each figure is how many of a hundred cases of which it is known how they were found were found by screening.',
      zh: '每个数字为每百例发现方式已知的病例中经筛查发现的例数。',
    },
    limits: {
      en: 'Cases of which nobody said how they were found are left out: where they are many, hospitals that screen may say it more often than others.',
      zh: '不含发现方式不详的病例；其占比较高时，开展筛查的医院可能更常上报该项。',
    },
    numerator: { en: 'cases found by screening', zh: '经筛查发现的病例' },
    denominator: { en: 'cases of which it is known how they were found', zh: '发现方式已知的病例' },
  },
);

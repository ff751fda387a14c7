import { shareMeasure } from '../share-measure.ts';

/** Cases whose basis of diagnosis nobody said, of all. */
export const unknownBasisShare = shareMeasure(
  'QUALITY',
  {
    dimension: 'BASIS',
    part: ['UNKNOWN'],
    rest: ['MICROSCOPIC', 'DEATH_CERTIFICATE', 'OTHER'],
  },
  {
    label: { en: 'Basis of diagnosis not known', zh: '诊断依据不详比例' },
    sentence: {
      en: 'Each figure is how many of a hundred cases came without a word on how they were diagnosed.',
      zh: '每个数字为每百例中未说明诊断依据的例数。',
    },
    limits: {
      en: 'It judges what was reported, not how patients were diagnosed.',
      zh: '该指标反映上报的完整性，而非诊断本身。',
    },
    numerator: { en: 'cases of unknown basis of diagnosis', zh: '诊断依据不详的病例' },
    denominator: { en: 'all cases', zh: '全部病例' },
  },
);

import { shareMeasure } from '../share-measure.ts';

/** MV%: microscopically verified cases of all, those of unknown basis among them (Bray and Parkin, Eur J Cancer 2009;45:747–755). */
export const microscopicShare = shareMeasure(
  'QUALITY',
  {
    dimension: 'BASIS',
    part: ['MICROSCOPIC'],
    rest: ['DEATH_CERTIFICATE', 'OTHER', 'UNKNOWN'],
  },
  {
    label: { en: 'Microscopically verified (MV%)', zh: '病理诊断比例（MV%）' },
    sentence: {
      en: 'Each figure is how many of a hundred cases were verified by cytology or histology.',
      zh: '每个数字为每百例中经细胞学或组织学证实的例数。',
    },
    limits: {
      en: 'Near a hundred is not better: a registry that sees pathology alone misses what was diagnosed otherwise.',
      zh: '并非越接近100越好：仅依赖病理来源的登记会遗漏其他方式诊断的病例。',
    },
    numerator: { en: 'cases verified by cytology or histology', zh: '经细胞学或组织学证实的病例' },
    denominator: { en: 'all cases', zh: '全部病例' },
  },
);

import { shareMeasure } from '../share-measure.ts';

/** DCO%: cases known from a death certificate only, of all (Bray and Parkin, Eur J Cancer 2009;45:747–755). */
export const deathCertificateShare = shareMeasure(
  'QUALITY',
  {
    dimension: 'BASIS',
    part: ['DEATH_CERTIFICATE'],
    rest: ['MICROSCOPIC', 'OTHER', 'UNKNOWN'],
  },
  {
    label: { en: 'Death certificate only (DCO%)', zh: '仅有死亡医学证明比例（DCO%）' },
    sentence: {
      en: 'Each figure is how many of a hundred cases are known from a death certificate alone.',
      zh: '每个数字为每百例中仅由死亡医学证明获知的例数。',
    },
    limits: {
      en: 'A low share may mean that every case was found in life, or that death certificates were not used.',
      zh: '比例低可能说明病例均在生前发现，也可能说明未使用死亡资料。',
    },
    numerator: { en: 'cases known from a death certificate only', zh: '仅有死亡医学证明的病例' },
    denominator: { en: 'all cases', zh: '全部病例' },
  },
);

import { shareMeasure } from '../share-measure.ts';

/** Cases of stage 0, I or II of those of known stage: what the WHO's Global Breast Cancer Initiative asks to be 60% and more. */
export const earlyStageShare = shareMeasure(
  'STAGE',
  {
    dimension: 'STAGE',
    part: ['STAGE_0', 'STAGE_I', 'STAGE_II'],
    rest: ['STAGE_III', 'STAGE_IV'],
  },
  {
    label: { en: 'Diagnosed early (stages 0 to II)', zh: '早期诊断比例（0–II期）' },
    sentence: {
      en: 'Each figure is how many of a hundred cases of known stage were found at stage 0, I or II.',
      zh: '每个数字为每百例分期已知病例中0、I或II期的例数。',
    },
    limits: {
      en: 'Cases of unknown stage are left out: where they are many, the share may be that of the better documented.',
      zh: '不含分期不详的病例；其占比较高时，该比例可能只代表资料较完整者。',
    },
    numerator: { en: 'cases of stages 0 to II', zh: '0至II期病例' },
    denominator: { en: 'cases of known stage', zh: '分期已知的病例' },
  },
);

import { screeningMeasure } from '../../screening/screening-measure.ts';

/** Stages 0 to II of the cancers that screening found, of those of known stage. */
export const screeningEarlyStage = screeningMeasure(
  'STAGE',
  ['STAGE_0', 'STAGE_I', 'STAGE_II'],
  ['STAGE_III', 'STAGE_IV'],
  {
    label: { en: 'Screen-detected early (stages 0 to II)', zh: '筛查检出早期比例（0–II期）' },
    sentence: {
      en: 'Each figure is how many of a hundred screen-detected cancers of known stage were of stage 0, I or II.',
      zh: '每个数字为每百例分期已知的筛查检出癌症中0、I或II期的例数。',
    },
    limits: {
      en: 'Earlier stages of what screening finds do not show that anybody lives longer for it: slow cancers are found more often, and all are found sooner.',
      zh: '筛查检出者分期较早并不说明寿命延长：进展慢的癌症更易被检出，且各例诊断时间均提前。',
    },
    numerator: { en: 'screen-detected cancers of stages 0 to II', zh: '筛查检出的0至II期癌症' },
    denominator: { en: 'screen-detected cancers of known stage', zh: '分期已知的筛查检出癌症' },
  },
);

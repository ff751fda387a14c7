import { shareMeasure } from '../share-measure.ts';

/** Completeness of stage: cases of known stage of all, those of neoplasms that no stage is defined for among them. */
export const stageKnownShare = shareMeasure(
  'QUALITY',
  {
    dimension: 'STAGE',
    part: ['STAGE_0', 'STAGE_I', 'STAGE_II', 'STAGE_III', 'STAGE_IV'],
    rest: ['UNKNOWN'],
  },
  {
    label: { en: 'Stage known', zh: '分期已知比例' },
    sentence: {
      en: 'Each figure is how many of a hundred cases have a known stage at diagnosis.',
      zh: '每个数字为每百例中诊断时分期已知的例数。',
    },
    limits: {
      en: 'Some neoplasms, leukaemias among them, have no stage: the share is not to reach a hundred.',
      zh: '部分肿瘤（如白血病）没有分期，该比例不应达到100。',
    },
    numerator: { en: 'cases of known stage', zh: '分期已知的病例' },
    denominator: { en: 'all cases', zh: '全部病例' },
  },
);

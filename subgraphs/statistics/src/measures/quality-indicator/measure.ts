import { indicatorMeasure } from '../../care/indicator-measure.ts';

/** Share of judged cases in which a clinical quality indicator is met. */
export const qualityOfCare = indicatorMeasure(
  {
    label: { en: 'indicator met', zh: '指标达标率' },
    sentence: {
      en: 'Each figure is in how many of a hundred cases that can be judged what the indicator asks for was done.',
      zh: '每个数字为每百例可判定病例中符合指标要求的例数。',
    },
    limits: {
      en: 'Cases that cannot be judged are not in it: ask for their share beside it. What was recommended and declined, or given elsewhere and not reported, counts as not done. A difference may be one of patients and of reporting as well as of care.',
      zh: '不含无法判定的病例，请同时查看其占比。已建议但患者拒绝者、或在他处治疗而未上报者，按未执行计。差别既可能来自诊疗，也可能来自患者构成或上报。',
    },
    counted: { en: 'cases in which it is met', zh: '达标病例' },
    among: { en: 'cases that can be judged', zh: '可判定病例' },
  },
  ['MET'],
  ['NOT_MET'],
);

import type { Label } from '@nodp/graph';
import type { SurvivalApproach } from '../generated/resolvers.ts';

export const AT_RISK: Label = {
  en: 'cases still followed at that time',
  zh: '该时点仍在随访的病例',
};
export const FOLLOWED_CASES: Label = {
  en: 'cases with a known time of follow-up',
  zh: '随访时间已知的病例',
};
export const NO_SURVIVAL_MEANS: Label = {
  en: 'It is of cases that hospitals reported and of deaths that became known: who was not heard of again counts as alive until then. A difference between two figures may be one of stage, age or follow-up as well as of care.',
  zh: '基于医院上报的病例和已知的死亡：失访者计至末次联系时存活。两个数字之差既可能来自医疗，也可能来自分期、年龄或随访的不同。',
};
export const LOG_INTERVAL: Label = {
  en: '95%, symmetric in the logarithm, of the curve as it is shown',
  zh: '95%，对数尺度对称，基于所显示的曲线',
};

const APPROACHES: Readonly<Record<SurvivalApproach, Label | null>> = {
  COMPLETE: null,
  COHORT: {
    en: 'Cohort approach: those alone who could be followed for all of the years.',
    zh: '队列法：仅含可随访满全部年数的病例。',
  },
  PERIOD: {
    en: 'Period approach: what happened in the last three years before the closing day.',
    zh: '时期法：截止日期前三年内发生的事件。',
  },
};

/** Whose follow-up survival is of, where it is not everybody’s from diagnosis. */
export const asFollowed = (approach: SurvivalApproach, given: number): Label[] => {
  const lived = {
    en: `Of those who had lived ${given === 1 ? '1 year' : `${given} years`}: years are counted from there.`,
    zh: `仅含诊断后已存活${given}年者，年数自该时点起计。`,
  };
  return [APPROACHES[approach] ?? [], given > 0 ? lived : []].flat();
};

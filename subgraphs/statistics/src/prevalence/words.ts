import type { Label } from '@nodp/graph';

export const ALIVE: Label = {
  en: 'patients alive on the day, diagnosed within the years before it',
  zh: '在该日存活、且在此前若干年内确诊的患者',
};
export const PREVALENCE_ASSUMES: Label = {
  en: 'Patients not heard of again before the day are counted as many as the observed survival of the others lets expect; those known from a death certificate alone are not counted.',
  zh: '该日之前失访者按其他患者的观察生存率计入预期存活人数；仅凭死亡医学证明登记者不计入。',
};

/** Why prevalence cannot be divided by what a case had at diagnosis in time. */
const onOneDay: Label = {
  en: 'Prevalence is of one day and of the years before it: `at` says how many.',
  zh: '患病数针对某一日及其之前若干年：用at指定年数。',
};
const ageOfThatDay: Label = {
  en: 'Ages are those at diagnosis, not those of the patients on the day.',
  zh: '年龄为诊断时年龄，而非该日患者的年龄。',
};
export const NOT_BY_TIME = { YEAR: onOneDay, PERIOD: onOneDay, AGE: ageOfThatDay } as const;

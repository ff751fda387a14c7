import type { Label } from '@nodp/terminology';

/** Findings of a release's build in words, in the order of the rules that make them. */
const LABELS: Readonly<Record<string, Label>> = {
  'implausible-year': {
    en: 'Year of diagnosis that cannot be true (before 1900, or 9999): counted without a date',
    zh: '诊断年份不可能（早于1900年或为9999年）：按无诊断日期计',
  },
  'before-birth': {
    en: 'Diagnosis before birth: counted without a date',
    zh: '诊断早于出生：按无诊断日期计',
  },
  'in-future': {
    en: 'Diagnosis in the future: counted without a date',
    zh: '诊断日期在未来：按无诊断日期计',
  },
  'after-death': {
    en: 'Diagnosis after death: counted without a date',
    zh: '诊断晚于死亡：按无诊断日期计',
  },
  'sex-contradicts-site': {
    en: 'Sex and site contradict: in no count of cases',
    zh: '性别与部位矛盾：不计入病例',
  },
  'no-site': { en: 'No cancer site: in no count of cases', zh: '无法归入癌种：不计入病例' },
  'no-behaviour': {
    en: 'No code says the behaviour: not counted as cancer',
    zh: '编码未说明行为学：不计为癌症',
  },
  'death-placed': {
    en: 'Day of death not known: placed in the middle of the days on which it may have been',
    zh: '死亡日不详：取可能日期区间的中点',
  },
  'death-certificate-only': {
    en: 'Known from a death certificate only: counted, but not followed',
    zh: '仅有死亡医学证明（DCO）：计入病例，不计入生存',
  },
  'biomarker-not-coded': {
    en: 'Results of biomarkers outside the terminology: asked by the name they were sent with, where enough persons share it',
    zh: '术语集之外的生物标志物结果：名称为足够多人所共有者，可按所报名称检索',
  },
  'drug-not-coded': {
    en: 'Systemic treatments without a drug of the terminology: asked by the name they were sent with, where enough persons share it',
    zh: '无术语集药物的全身治疗：名称为足够多人所共有者，可按所报名称检索',
  },
  'histology-not-coded': {
    en: 'Cases whose histology no code of the terminology says: asked by the words it was sent with, where enough persons share them',
    zh: '组织学类型在术语集之外的病例：名称为足够多人所共有者，可按所报名称检索',
  },
  'no-residence': {
    en: 'Province of residence not known: in no rate of a province',
    zh: '居住省份不详：不计入各省率',
  },
};

/** `biomarker-sent:cd20`: what is not coded, and the name that enough persons share. */
const SENT: Readonly<Record<string, (name: string) => Label>> = {
  biomarker: (name) => ({
    en: `“${name}”, a biomarker not coded`,
    zh: `“${name}”（未编码的生物标志物）`,
  }),
  histology: (name) => ({
    en: `“${name}”, a histology not coded`,
    zh: `“${name}”（未编码的组织学类型）`,
  }),
  drug: (name) => ({ en: `“${name}”, a drug not coded`, zh: `“${name}”（未编码的药物）` }),
};

export const findingLabel = (finding: string): Label => {
  const [, what = '', name = ''] = /^([a-z]+)-sent:(.+)$/.exec(finding) ?? [];
  return LABELS[finding] ?? SENT[what]?.(name) ?? { en: finding, zh: finding };
};

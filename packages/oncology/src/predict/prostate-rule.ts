import { choice, flag, number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs, notFor } from '../registry/rule.ts';
import { assumedUnknown } from './inputs.ts';
import {
  outcomes,
  PREDICT_PROSTATE_VERSION,
  type ProstateTreatment,
  type ProstateTumour,
} from './prostate.ts';
import { atHorizons } from './years.ts';

const NAMES = ['prostate_death', 'other_death', 'overall_survival'] as const;

export const PREDICT_PROSTATE = clinicalRule({
  id: 'predict-prostate',
  version: PREDICT_PROSTATE_VERSION,
  title: { en: 'PREDICT Prostate', zh: 'PREDICT前列腺癌' },
  source: 'Thurtle DR et al. PLoS Med 2019;16:e1002758',
  mark: 'seen',
  population: {
    en: 'Men with non-metastatic prostate cancer, eastern England; not recalibrated for China',
    zh: '非转移性前列腺癌男性，英格兰东部；未针对中国重新校准',
  },
  fields: {
    age: number('age at diagnosis in years', '诊断年龄（岁）', 0, 120),
    psa: number('PSA in ng/mL', '前列腺特异性抗原（ng/mL）', 0, 100000),
    t_stage: choice('clinical T 1 to 4', '临床T 1–4', ['1', '2', '3', '4']),
    grade_group: choice('grade group 1 to 5', '分级组1–5', ['1', '2', '3', '4', '5']),
    treatment: choice('0 conservative, 1 radical, 3 hormones alone', '0保守，1根治，3单纯内分泌', {
      '0': 'conservative',
      '1': 'radical',
      '3': 'hormone',
      conservative: 'conservative',
      radical: 'radical',
      hormone: 'hormone',
    }),
    comorbidity: flag('comorbidity (Charlson 1 or more)', '合并症（Charlson≥1）'),
    cores_involved_pct: number('biopsy cores involved in per cent', '阳性活检针百分比', 0, 100),
    metastatic: flag('metastasis', '转移'),
  },
  outputs: [
    'pi_pcsm',
    'pi_npcm',
    ...NAMES.flatMap((name) => [5, 10, 15].map((year) => `${name}_${year}`)),
  ],
  decide: (given) => {
    const { age, psa, t_stage, grade_group, treatment, comorbidity } = given;
    if (given.metastatic === true)
      return notFor('Not for metastatic disease.', '不适用于转移性疾病。');
    if (age !== null && (age < 35 || age > 95))
      return notFor(
        `Only from 35 to 95 years: the age is ${age}.`,
        `仅适用于35–95岁：年龄为${age}岁。`,
      );
    if (psa !== null && psa >= 100)
      return notFor(`Only with a PSA under 100: it is ${psa}.`, `仅适用于PSA<100：现为${psa}。`);
    if (
      age === null ||
      psa === null ||
      t_stage === null ||
      grade_group === null ||
      treatment === null ||
      comorbidity === null
    )
      return needs(
        missingOf(given, ['age', 'psa', 't_stage', 'grade_group', 'treatment', 'comorbidity']),
      );
    const tumour: ProstateTumour = {
      age,
      psa,
      t: Number(t_stage) as ProstateTumour['t'],
      gradeGroup: Number(grade_group) as ProstateTumour['gradeGroup'],
      comorbidity,
      cores: given.cores_involved_pct,
    };
    const { index, survival, ofProstate, ofOther } = outcomes(
      tumour,
      treatment as ProstateTreatment,
    );
    const at = (values: readonly number[], year: number): string =>
      (values[year - 1] ?? 0).toFixed(0);
    return decided(
      {
        pi_pcsm: index.prostate,
        pi_npcm: index.other,
        ...atHorizons('prostate_death', ofProstate),
        ...atHorizons('other_death', ofOther),
        ...atHorizons('overall_survival', survival),
        curve: survival,
      },
      [
        ...[10, 15].map((year) => ({
          en: `Of 100 men, after ${year} years ${at(survival, year)} live, ${at(ofProstate, year)} died of prostate cancer, ${at(ofOther, year)} of another cause.`,
          zh: `100名男性中，${year}年后存活${at(survival, year)}人，死于前列腺癌${at(ofProstate, year)}人，死于其他原因${at(ofOther, year)}人。`,
        })),
        ...assumedUnknown(given.cores_involved_pct === null ? ['cores_involved_pct'] : []),
      ],
    );
  },
});

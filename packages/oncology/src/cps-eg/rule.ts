import { choice, flag } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs, notFor } from '../registry/rule.ts';

/** Raised whenever the same input gives another answer. */
const CPS_EG_VERSION = 1;

const CLINICAL: Readonly<Record<string, number>> = {
  I: 0,
  IA: 0,
  IB: 0,
  IIA: 0,
  IIB: 1,
  IIIA: 1,
  IIIB: 2,
  IIIC: 2,
};
const PATHOLOGICAL: Readonly<Record<string, number>> = {
  '0': 0,
  I: 0,
  IA: 0,
  IB: 0,
  IIA: 1,
  IIB: 1,
  IIIA: 1,
  IIIB: 1,
  IIIC: 2,
};

export const CPS_EG = clinicalRule({
  id: 'cps-eg',
  version: CPS_EG_VERSION,
  title: {
    en: 'CPS+EG score after neoadjuvant chemotherapy of the breast',
    zh: '乳腺癌新辅助化疗后CPS+EG评分',
  },
  source: 'Mittendorf EA et al. J Clin Oncol 2011;29:1956-62',
  mark: 'seen',
  population: {
    en: 'Breast cancer operated after neoadjuvant chemotherapy, MD Anderson (United States); anatomic stages',
    zh: '新辅助化疗后手术的乳腺癌，美国MD安德森；使用解剖分期',
  },
  fields: {
    clinical_stage: choice('anatomic clinical stage before treatment', '治疗前解剖临床分期', [
      ...Object.keys(CLINICAL),
      '0',
      'IV',
    ]),
    pathological_stage: choice(
      'anatomic pathological stage after treatment',
      '治疗后解剖病理分期',
      [...Object.keys(PATHOLOGICAL), 'IV'],
    ),
    er_positive: flag('oestrogen receptor positive', '雌激素受体阳性'),
    nuclear_grade_3: flag('nuclear grade 3', '核分级3级'),
    neoadjuvant: flag('chemotherapy before the operation', '术前化疗'),
  },
  names: ['CPS+EG'],
  decide: (given) => {
    const { clinical_stage, pathological_stage, er_positive, nuclear_grade_3 } = given;
    if (given.neoadjuvant === false)
      return notFor('Only after neoadjuvant chemotherapy.', '仅适用于新辅助化疗后。');
    if (clinical_stage === 'IV' || pathological_stage === 'IV')
      return notFor('Not for stage IV.', '不适用于Ⅳ期。');
    if (clinical_stage === '0') return notFor('Not for carcinoma in situ.', '不适用于原位癌。');
    if (
      clinical_stage === null ||
      pathological_stage === null ||
      er_positive === null ||
      nuclear_grade_3 === null
    )
      return needs(
        missingOf(given, [
          'clinical_stage',
          'pathological_stage',
          'er_positive',
          'nuclear_grade_3',
        ]),
      );
    const parts = [
      CLINICAL[clinical_stage] ?? 0,
      PATHOLOGICAL[pathological_stage] ?? 0,
      er_positive ? 0 : 1,
      nuclear_grade_3 ? 1 : 0,
    ];
    const score = parts.reduce((a, b) => a + b, 0);
    return decided(score, [
      {
        en: `Clinical stage, pathological stage, ER, nuclear grade: ${parts.join(' + ')} = ${score} of 6.`,
        zh: `临床分期、病理分期、ER、核分级：${parts.join(' + ')} = ${score}（满分6）。`,
      },
    ]);
  },
});

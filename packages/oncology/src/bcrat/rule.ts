import { choice, flag, number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs, notFor } from '../registry/rule.ts';
import { GROUPS, type Group } from './constants.ts';
import { absoluteRisk, type BreastHistory, relativeRisks } from './risk.ts';

/** Raised whenever the same input gives another answer. */
const BCRAT_VERSION = 1;

/** NCI's codes in files: not known, and (of the first birth) has not given birth. */
const UNKNOWN = 99;
const NO_BIRTH = 98;
const LAST_AGE = 90;
export const BCRAT_THRESHOLD = 1.67;

const known = (value: number | null): number | null => (value === UNKNOWN ? null : value);

const historyOf = (given: {
  readonly biopsies: number | null;
  readonly atypical_hyperplasia: string | null;
  readonly menarche_age: number | null;
  readonly first_birth_age: number | null;
  readonly relatives: number | null;
}): BreastHistory => ({
  biopsies: known(given.biopsies),
  atypicalHyperplasia:
    given.atypical_hyperplasia === null || given.atypical_hyperplasia === 'unknown'
      ? null
      : given.atypical_hyperplasia === 'yes',
  menarche: known(given.menarche_age),
  firstBirth: given.first_birth_age === NO_BIRTH ? 'none' : known(given.first_birth_age),
  relatives: known(given.relatives),
});

/** What cannot be of one woman; null where it can. */
const contradiction = (age: number, history: BreastHistory) => {
  const { biopsies, atypicalHyperplasia, menarche, firstBirth } = history;
  if ((biopsies ?? 0) === 0 && atypicalHyperplasia !== null)
    return notFor('Hyperplasia without a biopsy cannot be.', '无活检而有增生结果，不可能。');
  if (menarche !== null && menarche > age)
    return notFor('Menarche after the age given cannot be.', '初潮年龄大于现年龄，不可能。');
  if (typeof firstBirth === 'number' && (firstBirth > age || firstBirth < (menarche ?? 0)))
    return notFor(
      'A first birth after the age given or before menarche cannot be.',
      '首次生育晚于现年龄或早于初潮，不可能。',
    );
  return null;
};

export const BCRAT = clinicalRule({
  id: 'bcrat',
  version: BCRAT_VERSION,
  title: {
    en: 'Breast Cancer Risk Assessment Tool (Gail model)',
    zh: '乳腺癌风险评估工具（BCRAT，Gail模型）',
  },
  source:
    'Gail MH et al. J Natl Cancer Inst 1989;81:1879-86; Matsuno RK et al. J Natl Cancer Inst 2011;103:951-61',
  mark: 'seen',
  population: {
    en: 'Women in the United States, by group; overestimates in women in China',
    zh: '美国女性（分族群）；用于中国女性会高估',
  },
  fields: {
    age: number('age in years', '年龄（岁）', 0, 130, { names: ['T1'] }),
    projected_to: number(
      'age to which risk is told, five years on where not given',
      '风险预测至的年龄；未给出时为5年后',
      0,
      130,
      { names: ['T2'] },
    ),
    biopsies: number('breast biopsies; 99 not known', '乳腺活检次数；99为不详', 0, 99, {
      integer: true,
      names: ['N_Biop'],
    }),
    atypical_hyperplasia: choice(
      'atypical hyperplasia in a biopsy: yes, no, unknown',
      '活检见不典型增生：yes是，no否，unknown不详',
      { yes: 'yes', no: 'no', unknown: 'unknown', '1': 'yes', '0': 'no', '99': 'unknown' },
      ['HypPlas'],
    ),
    menarche_age: number('age at menarche; 99 not known', '初潮年龄；99为不详', 0, 99, {
      names: ['AgeMen'],
    }),
    first_birth_age: number(
      'age at first live birth; 98 has not given birth, 99 not known',
      '首次活产年龄；98为未生育，99为不详',
      0,
      99,
      { names: ['Age1st'] },
    ),
    relatives: number(
      'first-degree relatives with breast cancer; 99 not known',
      '一级亲属乳腺癌人数；99为不详',
      0,
      99,
      { integer: true, names: ['N_Rels'] },
    ),
    group: choice(
      'group, by name or the number of the National Cancer Institute',
      '族群（名称或NCI编号，6为华裔）',
      Object.fromEntries(
        Object.entries(GROUPS).flatMap(([name, { code }]) => [
          [name, name],
          [code, name],
        ]),
      ),
      ['Race'],
    ),
    breast_cancer: flag('breast cancer, DCIS or LCIS before', '既往乳腺癌、DCIS或LCIS'),
    brca_mutation: flag('mutation of BRCA1 or BRCA2', 'BRCA1/2突变'),
    case_id: number('number of the case in a file', '文件中的病例编号', 0, 1e9, { names: ['ID'] }),
  },
  outputs: ['AbsRisk', 'RR_Star1', 'RR_Star2'],
  decide: (given) => {
    const { age, group } = given;
    if (given.breast_cancer === true)
      return notFor('Not after breast cancer, DCIS or LCIS.', '不适用于既往乳腺癌、DCIS或LCIS者。');
    if (given.brca_mutation === true)
      return notFor('Not with a mutation of BRCA1 or BRCA2.', '不适用于BRCA1/2突变者。');
    if (age !== null && (age < 35 || age > 85))
      return notFor('Only from 35 to 85 years.', '仅适用于35–85岁。');
    if (age === null || group === null) return needs(missingOf(given, ['age', 'group']));
    const to = given.projected_to ?? Math.min(age + 5, LAST_AGE);
    if (to <= age || to > LAST_AGE)
      return notFor(
        `Risk is told to an age after ${age} and to ${LAST_AGE} years at most.`,
        `预测年龄须大于${age}岁且不超过${LAST_AGE}岁。`,
      );
    const history = historyOf(given);
    const impossible = contradiction(age, history);
    if (impossible !== null) return impossible;
    const risks = relativeRisks(group as Group, history);
    const percent = 100 * absoluteRisk(group as Group, risks, age, to);
    const open = Object.entries({
      biopsies: history.biopsies,
      menarche_age: history.menarche,
      first_birth_age: history.firstBirth,
      relatives: history.relatives,
    }).flatMap(([name, value]) => (value === null ? [name] : []));
    const rounded = Number(percent.toFixed(10));
    return decided({ AbsRisk: rounded, RR_Star1: risks[0], RR_Star2: risks[1] }, [
      {
        en: `${percent.toFixed(2)} of 100 such women get invasive breast cancer between ${age} and ${to} years.`,
        zh: `每100名此类女性中${percent.toFixed(2)}人在${age}至${to}岁间发生浸润性乳腺癌。`,
      },
      ...(to - age === 5
        ? [
            {
              en: `${percent >= BCRAT_THRESHOLD ? 'At or above' : 'Below'} 1.67 % in five years, from which prevention was studied.`,
              zh: `5年风险${percent >= BCRAT_THRESHOLD ? '达到或高于' : '低于'}1.67%（预防研究的入组界值）。`,
            },
          ]
        : []),
      ...(open.length > 0
        ? [
            {
              en: `Not known and taken as of least risk, as the tool does: ${open.join(', ')}.`,
              zh: `不详，按该工具的规定取最低风险：${open.join('、')}。`,
            },
          ]
        : []),
    ]);
  },
});

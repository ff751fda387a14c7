import {
  type ChoiceElement,
  type DiseaseElement,
  type NumberElement,
  valuesOf,
} from '../element.ts';
import { levelOf } from '../read/stages.ts';
import { treatmentsOf } from '../read/treatments.ts';

const PLATFORM = 'NODP, docs/definitions.md';

const AGE: NumberElement = {
  id: 'age',
  type: 'number',
  label: { en: 'Age at diagnosis', zh: '诊断年龄' },
  unit: 'a',
  limits: [40, 50, 60, 70, 80],
  rule: {
    words: {
      en: 'Completed years from birth to the date of diagnosis of the first report; 90 stands for 90 or more.',
      zh: '出生至首份报告诊断日期的周岁；90代表90岁及以上。',
    },
    source: PLATFORM,
  },
  of: ({ age }) => age ?? 'UNKNOWN',
};

const STAGE: ChoiceElement = {
  id: 'stage',
  type: 'choice',
  label: { en: 'Stage at diagnosis', zh: '诊断时分期' },
  values: valuesOf(`
    STAGE_0|0|0期
    STAGE_I|I|I期
    STAGE_II|II|II期
    STAGE_III|III|III期
    STAGE_IV|IV|IV期
  `),
  rule: {
    words: {
      en: 'Rule “stage at diagnosis”: the stage group of the report that counts, pathological before clinical, the earliest of each; not after treatment.',
      zh: '规则“诊断时分期”：所计报告的分期组，病理优先于临床，各取最早；不取治疗后分期。',
    },
    source: 'UICC TNM classification; NODP rule stage-at-diagnosis',
  },
  of: ({ stage }) => stage ?? 'UNKNOWN',
};

const STAGE_BASIS: ChoiceElement = {
  id: 'stage_basis',
  type: 'choice',
  label: { en: 'Basis of the stage', zh: '分期依据' },
  values: valuesOf(`
    c|Clinical|临床
    p|Pathological|病理
  `),
  rule: {
    words: {
      en: 'How the stage at diagnosis was assessed; of a case without a stage there is none.',
      zh: '诊断时分期的评估方式；无分期者不适用。',
    },
    source: 'UICC TNM classification',
  },
  of: ({ stage, stageBasis }) =>
    stage === null || stage === 'UNKNOWN' ? 'NOT_APPLICABLE' : (stageBasis ?? 'UNKNOWN'),
};

/** The level of a category, `0` to `4`. */
const category = (
  id: 't_category' | 'n_category' | 'm_category',
  letter: 'T' | 'N' | 'M',
  levels: string,
): ChoiceElement => ({
  id,
  type: 'choice',
  label: { en: `${letter} category`, zh: `${letter}分类` },
  values: [...levels].map((level) => ({
    code: `${letter}${level}`,
    label: { en: `${letter}${level}`, zh: `${letter}${level}` },
  })),
  rule: {
    words: {
      en: `Level of the ${letter} category at diagnosis; ${letter}X is unknown. In situ counts as T0.`,
      zh: `诊断时${letter}分类的级别；${letter}X为不详，原位癌计为T0。`,
    },
    source: 'UICC TNM classification',
  },
  of: (facts) => {
    const level = levelOf({ T: facts.t, N: facts.n, M: facts.m }[letter]);
    return level === null || !levels.includes(String(level)) ? 'UNKNOWN' : `${letter}${level}`;
  },
});

const GRADE: ChoiceElement = {
  id: 'grade',
  type: 'choice',
  label: { en: 'Grade', zh: '分化程度' },
  values: valuesOf(`
    1|Well differentiated|高分化
    2|Moderately differentiated|中分化
    3|Poorly differentiated|低分化
    4|Undifferentiated|未分化
  `),
  rule: {
    words: { en: 'Grade of the report that says most.', zh: '信息最充分的报告所载分级。' },
    source: 'ICD-O-3, sixth digit of the morphology',
  },
  of: ({ grade }) => /^[1-4]$/.exec(grade ?? '')?.[0] ?? 'UNKNOWN',
};

const MICROSCOPIC: ChoiceElement = {
  id: 'verified',
  type: 'choice',
  label: { en: 'Microscopically verified', zh: '病理（形态学）确诊' },
  values: valuesOf(`
    YES|Yes|是
    NO|No|否
  `),
  rule: {
    words: {
      en: 'Most valid basis of diagnosis of the reports: 5 cytology, 6 histology of a metastasis, 7 histology of the primary.',
      zh: '各报告中最可靠的诊断依据：5细胞学、6转移灶组织学、7原发灶组织学。',
    },
    source: 'IARC basis of diagnosis',
  },
  of: ({ basis }) =>
    basis === null || basis === '9' ? 'UNKNOWN' : /^[567]/.test(basis) ? 'YES' : 'NO',
};

const FIRST_TREATMENT: ChoiceElement = {
  id: 'first_treatment',
  type: 'choice',
  label: { en: 'First treatment', zh: '首次治疗' },
  values: valuesOf(`
    SURGERY|Surgery|手术
    RADIOTHERAPY|Radiotherapy|放疗
    SYSTEMIC|Systemic treatment|全身治疗
    COMBINED|Several begun the same day|同日开始多种治疗
  `),
  rule: {
    words: {
      en: 'Kind of the treatment that began first, from 90 days before diagnosis. Unknown where none is recorded, or one without a date may be the first.',
      zh: '诊断前90天起最先开始的治疗类别；无治疗记录或存在日期不明的治疗者为不详。',
    },
    source: PLATFORM,
  },
  of: (facts) => {
    const given = treatmentsOf(facts).filter(({ days }) => days === null || days >= -90);
    if (given.length === 0) return 'UNKNOWN';
    const kinds = new Set(given.map(({ kind }) => kind));
    const [only] = kinds;
    if (kinds.size === 1 && only !== undefined) return only;
    if (given.some(({ days }) => days === null)) return 'UNKNOWN';
    const first = Math.min(...given.map(({ days }) => days as number));
    const begun = new Set(given.filter(({ days }) => days === first).map(({ kind }) => kind));
    return begun.size === 1 ? ([...begun][0] as string) : 'COMBINED';
  },
};

const TIME_TO_TREATMENT: NumberElement = {
  id: 'days_to_treatment',
  type: 'number',
  label: { en: 'Days from diagnosis to first treatment', zh: '诊断至首次治疗的天数' },
  unit: 'd',
  limits: [0, 15, 31, 61, 91],
  rule: {
    words: {
      en: 'Days to the earliest treatment with a date, from 90 days before diagnosis; none of who has no treatment recorded.',
      zh: '至最早有日期的治疗的天数，自诊断前90天起；无治疗记录者不适用。',
    },
    source: PLATFORM,
  },
  of: (facts) => {
    const given = treatmentsOf(facts).filter(({ days }) => days === null || days >= -90);
    if (given.length === 0) return 'NOT_APPLICABLE';
    const days = given.flatMap((one) => one.days ?? []);
    return days.length < given.length && days.length === 0 ? 'UNKNOWN' : Math.min(...days);
  },
};

/** Elements of every disease: who, how far, how it is known, what was done first. */
export const COMMON: readonly DiseaseElement[] = [
  AGE,
  STAGE,
  STAGE_BASIS,
  category('t_category', 'T', '01234'),
  category('n_category', 'N', '0123'),
  category('m_category', 'M', '01'),
  GRADE,
  MICROSCOPIC,
  FIRST_TREATMENT,
  TIME_TO_TREATMENT,
];

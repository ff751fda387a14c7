import type { Label } from '@nodp/terminology';
import { choice, count, flag, type Given, number } from '../registry/fields.ts';
import { type Decision, decided, type Json, missingOf, needs, notFor } from '../registry/rule.ts';

const KNOWN_OR_NOT = {
  '0': 'no',
  '1': 'yes',
  '9': 'unknown',
  no: 'no',
  yes: 'yes',
  negative: 'no',
  positive: 'yes',
  unknown: 'unknown',
};

/** Inputs that both versions of PREDICT Breast ask. */
export const BREAST_FIELDS = {
  age: number('age at diagnosis in years', '诊断年龄（岁）', 0, 120),
  screen: choice('found by screening: 0 no, 1 yes, 2 unknown', '筛查发现：0否，1是，2不详', {
    '0': 'no',
    '1': 'yes',
    '2': 'unknown',
  }),
  size_mm: number('invasive size in mm', '浸润灶大小（mm）', 0.1, 500, { names: ['size'] }),
  grade: choice('grade 1 to 3, 9 unknown', '分级1–3，9不详', ['1', '2', '3', '9']),
  nodes: count('involved nodes', '阳性淋巴结数', 200),
  er: choice(
    'oestrogen receptor: 0 negative, 1 positive',
    '雌激素受体：0阴性，1阳性',
    KNOWN_OR_NOT,
  ),
  her2: choice(
    'HER2: 0 negative, 1 positive, 9 unknown',
    'HER2：0阴性，1阳性，9不详',
    KNOWN_OR_NOT,
  ),
  ki67: choice('Ki-67: 0 low, 1 high, 9 unknown', 'Ki-67：0低，1高，9不详', KNOWN_OR_NOT),
  chemo_generation: choice(
    'chemotherapy: 0 none, 2 second, 3 third generation',
    '化疗：0无，2第二代，3第三代',
    ['0', '2', '3'],
    ['gen'],
  ),
  horm: flag('endocrine therapy', '内分泌治疗'),
  traz: flag('trastuzumab', '曲妥珠单抗'),
  bis: flag('bisphosphonate (after the menopause)', '双膦酸盐（绝经后）'),
  neoadjuvant: flag('systemic treatment before the operation', '术前全身治疗'),
  metastatic: flag('distant metastasis', '远处转移'),
  male: flag('male', '男性'),
};

/** A binary that may be not known. */
export const known = (written: string | null): boolean | null =>
  written === null || written === 'unknown' ? null : written === 'yes';

const gradeKnown = (written: string | null): number | null =>
  written === null || written === '9' ? null : Number(written);

interface Applicable {
  readonly age: number | null;
  readonly neoadjuvant: boolean | null;
  readonly metastatic: boolean | null;
  readonly male: boolean | null;
}

/** Why PREDICT Breast is not for a patient; null where it is. */
const notForBreast = (given: Applicable): Decision<never> | null => {
  if (given.male === true) return notFor('Not for men.', '不适用于男性。');
  if (given.neoadjuvant === true)
    return notFor('Not after neoadjuvant treatment.', '不适用于新辅助治疗后。');
  if (given.metastatic === true)
    return notFor('Not for metastatic disease.', '不适用于转移性疾病。');
  if (given.age !== null && (given.age < 25 || given.age > 85))
    return notFor(
      `Only from 25 to 85 years: the age is ${given.age}.`,
      `仅适用于25–85岁：年龄为${given.age}岁。`,
    );
  return null;
};

/** Fields that the models count as unknown, as a reader calls them. */
const UNKNOWN_FIELDS: Readonly<Record<string, Label>> = {
  screen: { en: 'found by screening', zh: '是否筛查发现' },
  grade: { en: 'grade', zh: '组织学分级' },
  er: { en: 'ER', zh: 'ER' },
  pr: { en: 'PR', zh: 'PR' },
  her2: { en: 'HER2', zh: 'HER2' },
  ki67: { en: 'Ki-67', zh: 'Ki-67' },
  cores_involved_pct: { en: 'share of cores with cancer', zh: '阳性穿刺针数占比' },
};

/** What was counted as unknown, by the model’s own value for it. */
export const assumedUnknown = (names: readonly string[]): Label[] => {
  const said = names.map((name) => UNKNOWN_FIELDS[name] ?? { en: name, zh: name });
  return said.length === 0
    ? []
    : [
        {
          en: `Not known and counted as the model counts unknown: ${said.map(({ en }) => en).join(', ')}.`,
          zh: `未知，按模型的“不详”计：${said.map(({ zh }) => zh).join('、')}。`,
        },
      ];
};

const ofHundred = (en: string, zh: string, survival: readonly number[]): Label => {
  const at = (year: number): string => (survival[year - 1] ?? 0).toFixed(0);
  return {
    en: `${en}: ${at(5)}, ${at(10)} and ${at(15)} of 100 live after 5, 10 and 15 years.`,
    zh: `${zh}：100人中5、10、15年后存活${at(5)}、${at(10)}、${at(15)}人。`,
  };
};

export const UK: Label = {
  en: 'England; not recalibrated for China. What treatment adds is a mean of trials, not a promise',
  zh: '英格兰；未针对中国重新校准。治疗获益为临床试验平均值，并非个体保证',
};

type BreastGiven = Given<typeof BREAST_FIELDS>;

/** A tumour that both versions of PREDICT Breast take; unknown where the model has a value for unknown. */
export interface BreastTumour {
  readonly age: number;
  readonly sizeMm: number;
  readonly nodes: number;
  readonly er: boolean;
  readonly screenDetected: boolean | null;
  readonly grade: number | null;
  readonly her2: boolean | null;
  readonly ki67: boolean | null;
}

/**
 * The tumour of a case, or why there is no answer.
 * @param more what a version needs beside what both need
 */
export const breastTumour = (
  given: BreastGiven,
  more: Readonly<Record<string, unknown>> = {},
): BreastTumour | Decision<never> => {
  const refused = notForBreast(given);
  if (refused !== null) return refused;
  const { age, size_mm, nodes } = given;
  const er = known(given.er);
  const missing = missingOf({ age, size_mm, nodes, er, ...more }, [
    ...['age', 'size_mm', 'nodes', 'er'],
    ...Object.keys(more),
  ]);
  if (age === null || size_mm === null || nodes === null || er === null || missing.length > 0)
    return needs(missing);
  return {
    age,
    sizeMm: size_mm,
    nodes,
    er,
    screenDetected: known(given.screen),
    grade: gradeKnown(given.grade),
    her2: known(given.her2),
    ki67: known(given.ki67),
  };
};

/** Generation of the chemotherapy that is counted. */
export const generation = (given: BreastGiven): 0 | 2 | 3 =>
  Number(given.chemo_generation ?? '0') as 0 | 2 | 3;

/** The answer of either version, with both curves and what was counted as unknown. */
export const breastAnswer = (
  given: Readonly<Record<string, unknown>>,
  binaries: readonly string[],
  values: { readonly [key: string]: Json },
  surgery: readonly number[],
  treated: readonly number[],
) =>
  decided({ ...values, curve_surgery: surgery, curve_treated: treated }, [
    ofHundred('With surgery alone', '仅手术', surgery),
    surgery.every((alive, year) => alive === treated[year])
      ? {
          en: 'No treatment that the model counts is entered: what one would add is not shown.',
          zh: '未填写模型计入的治疗：不显示治疗获益。',
        }
      : ofHundred('With the treatments entered', '加所填治疗', treated),
    ...assumedUnknown(
      binaries.filter(
        (name) => given[name] === null || given[name] === 'unknown' || given[name] === '9',
      ),
    ),
  ]);

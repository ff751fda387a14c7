import type { Label } from '@nodp/terminology';
import type { TableName } from '@nodp/warehouse';

/**
 * How a column of a release leaves in an export. `code`: as it is where enough persons share it, else left out;
 * `key`: likewise, and a row without it is left out; `plain`: as it is; `day`: days from the person's first diagnosis,
 * jittered; `since-diagnosis` and `since-start`: days from the case's diagnosis or the treatment's start, both ends
 * jittered; `value`: rounded to two significant digits, the highest joined; `case`: number of a case.
 */
export type Leaving =
  | 'code'
  | 'key'
  | 'plain'
  | 'day'
  | 'since-diagnosis'
  | 'since-start'
  | 'value'
  | 'case';

/** Tables of which rows leave: changes of genes, specimens and what else comes later do not. */
export type LeavingTable =
  | 'persons'
  | 'cases'
  | 'treatments'
  | 'biomarkers'
  | 'outcomes'
  | 'laboratory';

export const leaves = (table: TableName): table is LeavingTable => Object.hasOwn(LEAVING, table);

/** Columns that leave. What is not named here, and what comes later, never does. Quasi-identifiers are written in their place. */
export const LEAVING: Readonly<Record<LeavingTable, Readonly<Record<string, Leaving>>>> = {
  persons: { vital_status: 'code', followup_days: 'day' },
  cases: {
    case_number: 'plain',
    histology: 'code',
    behaviour: 'code',
    grade: 'code',
    laterality: 'code',
    basis_of_diagnosis: 'code',
    stage: 'code',
    stage_group: 'code',
    stage_basis: 'code',
    t: 'code',
    n: 'code',
    m: 'code',
    surgery: 'plain',
    radiotherapy: 'plain',
    systemic: 'plain',
    survival_days: 'since-diagnosis',
    untimed: 'code',
    died: 'plain',
    death_placed: 'plain',
    cancer_death: 'plain',
    recurrence_days: 'since-diagnosis',
  },
  treatments: {
    kind: 'key',
    drug: 'code',
    atc: 'code',
    regimen: 'code',
    line: 'plain',
    intent: 'code',
    start_days: 'day',
    duration_days: 'since-start',
    dose: 'value',
    fractions: 'plain',
    first_case: 'case',
    last_case: 'case',
  },
  biomarkers: {
    biomarker: 'key',
    finding: 'code',
    value: 'value',
    unit: 'code',
    tested_days: 'day',
    first_case: 'case',
    last_case: 'case',
  },
  outcomes: { trend: 'key', assessed_days: 'day' },
  laboratory: {
    analyte: 'key',
    unit: 'key',
    first_value: 'value',
    last_value: 'value',
    lowest: 'value',
    highest: 'value',
    first_days: 'day',
    last_days: 'day',
  },
};

/** Significant digits of values that leave. */
export const DIGITS = 2;

export const LEAVING_WORDS: Readonly<Record<Leaving, Label>> = {
  code: {
    en: 'as it is; left out where too few persons share it',
    zh: '原值；共有人数过少者不给出',
  },
  key: {
    en: 'as it is; the row is left out where too few persons share it',
    zh: '原值；共有人数过少者整行不给出',
  },
  plain: { en: 'as it is', zh: '原值' },
  day: { en: 'jittered', zh: '加抖动' },
  'since-diagnosis': { en: 'jittered at both ends', zh: '起止均加抖动' },
  'since-start': { en: 'jittered at both ends', zh: '起止均加抖动' },
  value: { en: 'two significant digits, the highest joined', zh: '保留两位有效数字，最高值合并' },
  case: {
    en: 'as it is; none where further cases were left out',
    zh: '原值；其余病例不给出时为空',
  },
};

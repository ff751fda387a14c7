import { column, personKey, type Table } from './columns.ts';

const yesNo = 'true, false';
const ROUND = 'followup.screening';

export const screening: Table = {
  name: 'screening',
  description: {
    en: 'One row a person, screening programme and year: whether invited, tested, with which result, and whether a cancer of the programme’s organ was found by the test or came before the next one. Persons without a cancer are among them. Only tables of counts are by it; no row leaves.',
    zh: '每人每个筛查项目每年一行：是否受邀、是否检查、结果，以及该器官的癌症是否由检查发现或在下次检查前出现；含未患癌者。仅用于统计表，数据行不导出。',
  },
  columns: [
    personKey,
    column(
      'record_key',
      'integer',
      'patients.patient.patient_id',
      'Key of the person for disclosure control, encrypted for this release. Used inside the platform, never exported.',
      '个人的披露控制密钥，按本版数据加密；仅供平台内部使用，不导出。',
    ),
    column(
      'programme',
      'text',
      `${ROUND}.programme`,
      'Screening programme, by the site group that it looks for; as it was sent where it is none.',
      '筛查项目，以其所查癌种表示；不属于平台项目者按原值。',
      { codes: 'lung, breast, colorectum, liver, stomach, oesophagus, cervix' },
    ),
    column(
      'year',
      'smallint',
      `${ROUND}.tested_on, invited_on`,
      'Year of the test; of the invitation or the refusal where there was none.',
      '检查年份；未检查者为邀请或拒绝的年份。',
      { unit: 'a' },
    ),
    column('sex', 'text', 'patients.patient.sex', 'Sex.', '性别。', {
      codes: 'FEMALE, MALE, OTHER, UNKNOWN',
    }),
    column(
      'age_group',
      'smallint',
      'patients.patient.born_on',
      'Lower bound of the five-year age group in that year; 85 stands for 85 or more.',
      '当年五岁年龄组下限；85代表85岁及以上。',
      { unit: 'a' },
    ),
    column(
      'residence',
      'text',
      'patients.patient.residence_code',
      'Province of residence as last reported.',
      '最近上报的居住省份。',
      { codes: 'GB/T 2260' },
    ),
    column('invited', 'boolean', `${ROUND}.invited_on`, 'Whether invited.', '是否受邀。', {
      codes: yesNo,
    }),
    column('attended', 'boolean', `${ROUND}.tested_on`, 'Whether tested.', '是否检查。', {
      codes: yesNo,
    }),
    column(
      'result',
      'text',
      `${ROUND}.result`,
      'What the programme’s scale says of the result, of several tests of a year the positive; null where not tested.',
      '按项目分级判定的结果，一年多次检查者取阳性；未检查者为空。',
      { codes: 'POSITIVE, NEGATIVE, INCONCLUSIVE, UNKNOWN' },
    ),
    column(
      'outcome',
      'text',
      `${ROUND}.tested_on`,
      'The first invasive cancer of the organ: diagnosed within 365 days of a positive test of this year; or after a negative one of this year, the last before it, and before the next was due. Null where there was neither.',
      '该器官首个浸润性癌：当年阳性检查后365天内确诊；或当年阴性检查（其前最后一次）之后、下次检查到期之前确诊；均无时为空。',
      { codes: 'SCREEN_DETECTED, INTERVAL_CANCER' },
    ),
    column(
      'stage',
      'text',
      'patients.tumour_at_diagnosis.broad_stage',
      'Its broad stage at diagnosis; null where there is none.',
      '其诊断时大分期；无该癌症时为空。',
      { codes: 'STAGE_0, STAGE_I, STAGE_II, STAGE_III, STAGE_IV, UNKNOWN' },
    ),
  ],
};

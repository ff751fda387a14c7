import { column, personKey, type Table } from './columns.ts';
import { since } from './event-columns.ts';

export const laboratory: Table = {
  name: 'laboratory',
  description: {
    en: 'One row a person and tumour marker: the series in four figures, in the usual unit of the analyte.',
    zh: '每行一人的一种肿瘤标志物：以常用单位汇总其序列。',
  },
  columns: [
    personKey,
    column('analyte', 'text', 'patients.observation.code', 'Analyte.', '检验项目。', {
      codes: 'LOINC',
    }),
    column(
      'unit',
      'text',
      'patients.observation.normal_unit',
      'Unit of the values.',
      '数值单位。',
      { codes: 'UCUM' },
    ),
    column('tests', 'integer', 'patients.observation', 'How many results.', '结果数。'),
    column(
      'first_value',
      'double',
      'patients.observation.normal_value',
      'First value.',
      '首次数值。',
    ),
    column(
      'last_value',
      'double',
      'patients.observation.normal_value',
      'Last value.',
      '末次数值。',
    ),
    column('lowest', 'double', 'patients.observation.normal_value', 'Lowest value.', '最低值。'),
    column('highest', 'double', 'patients.observation.normal_value', 'Highest value.', '最高值。'),
    since('first_days', 'patients.observation.at', 'the first result', '首次结果'),
    since('last_days', 'patients.observation.at', 'the last result', '末次结果'),
  ],
};

export const results: Table = {
  name: 'results',
  description: {
    en: 'One row a result of a laboratory test or tumour marker of a person and day, in the usual unit of the analyte: of a day the last, finals alone.',
    zh: '每行一人某日的一项检验或肿瘤标志物结果（以常用单位计）：同日取最后一次，仅取最终结果。',
  },
  columns: [
    personKey,
    column(
      'analyte',
      'text',
      'patients.observation.code',
      'Analyte: of the codes that mean it the commonest.',
      '检验项目：同一项目取最常用的代码。',
      { codes: 'LOINC' },
    ),
    column(
      'value',
      'double',
      'patients.observation.normal_value',
      "Value, in the analyte's usual unit.",
      '数值，以该项目的常用单位计。',
      { codes: '@nodp/terminology analytes (UCUM)' },
    ),
    since('result_days', 'patients.observation.at', 'the result', '检验'),
  ],
};

import { SCREENING_PROGRAMMES } from '@nodp/oncology';
import type { CsvProfile, Words } from '@nodp/record/csv';
import { resourceOfRound } from './resource.ts';

const programmes: Readonly<Record<string, Words>> = Object.fromEntries(
  Object.values(SCREENING_PROGRAMMES).map(({ id, title }) => [id, title]),
);
const tests: Readonly<Record<string, Words>> = Object.fromEntries(
  Object.values(SCREENING_PROGRAMMES).flatMap((one) =>
    one.tests.map(({ id, title }) => [id, title]),
  ),
);

/** Rounds of screening: one row an invitation, or a test with its result. */
export const csv: CsvProfile = {
  title: { en: 'Screening', zh: '癌症筛查' },
  knownBy: ['programme', 'invited_on', 'tested_on', 'test'],
  columns: [
    {
      name: 'programme',
      label: { en: 'Programme', zh: '筛查项目' },
      type: 'choice',
      required: true,
      values: programmes,
      example: 'lung',
      path: 'code',
    },
    {
      name: 'invited_on',
      label: { en: 'Invited on', zh: '邀请日期' },
      type: 'date',
      example: '2026-05-04',
      path: 'component',
    },
    {
      name: 'declined_on',
      label: { en: 'Opted out on', zh: '拒绝日期' },
      says: { en: 'The person does not want to be invited any more.', zh: '本人表示不再参加。' },
      type: 'date',
      example: '',
      path: 'component',
    },
    {
      name: 'tested_on',
      label: { en: 'Tested on', zh: '检查日期' },
      says: { en: 'Empty where the person did not attend.', zh: '未参加者留空。' },
      type: 'date',
      example: '2026-05-20',
      path: 'effectiveDateTime',
    },
    {
      name: 'test',
      label: { en: 'Test', zh: '检查方法' },
      says: {
        en: 'May be empty where the programme has one test.',
        zh: '项目仅有一种检查时可不填。',
      },
      type: 'choice',
      values: tests,
      example: 'ldct',
      path: 'method',
    },
    {
      name: 'result',
      label: { en: 'Result', zh: '检查结果' },
      says: {
        en: 'As the scale writes it: Lung-RADS 4A is 4A, BI-RADS 3 is 3; positive, negative, NILM.',
        zh: '按分级写法：Lung-RADS 4A写作4A，BI-RADS 3写作3；positive、negative、NILM等。',
      },
      type: 'text',
      example: '3',
      path: 'valueCodeableConcept',
    },
  ],
  resource: (row) =>
    resourceOfRound(row.id, row.patient, {
      programme: row.text('programme') ?? '',
      invited: row.date('invited_on'),
      declined: row.date('declined_on'),
      tested: row.date('tested_on'),
      test: row.text('test'),
      result: row.text('result'),
    }),
};
